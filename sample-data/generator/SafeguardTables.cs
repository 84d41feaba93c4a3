namespace ReportEngine.SampleData;

/// <summary>Appeals and their decisions, reinstatements, and audits of our own referrals.</summary>
public sealed class SafeguardTables(Register register, RandomSequence random)
{
    private const int Appeals = 45;
    private const int Reinstatements = 18;

    private readonly CsvTable appeals = new("appeal", "appeal_id,referral_id,lodged_at,lodged_by,forum,recorded_at");
    private readonly CsvTable decisions = new("appeal_decision", "decision_id,appeal_id,decided_at,result,recorded_at");
    private readonly CsvTable reinstatements = new(
        "reinstatement",
        "reinstatement_id,referral_id,at,cause,appeal_id,recorded_at"
    );

    public IEnumerable<CsvTable> All()
    {
        var actioned = register
            .Courses.Where(course =>
                course is { IsActioned: true, EffectAt: not null, Referral.RepeatOf: null }
                && course.EffectAt < Calendar.Day(2025, 12, 1)
            )
            .ToList();
        random.Shuffle(actioned);
        foreach (var course in actioned.Take(Appeals).OrderBy(course => course.EffectAt))
        {
            Appeal(course.Referral, course.EffectAt!.Value);
        }
        foreach (
            var course in actioned
                .Skip(Appeals)
                .Take(Reinstatements - reinstatements.Count)
                .OrderBy(course => course.EffectAt)
        )
        {
            var at = course.EffectAt!.Value.AddHours(random.Between(30, 700));
            reinstatements.Add(
                reinstatements.Count + 1,
                course.Referral.Id,
                at,
                random.Chance(700) ? "platform_decision" : "review",
                null,
                at.AddHours(5)
            );
        }
        return [appeals, decisions, reinstatements, Audits()];
    }

    private void Appeal(Referral referral, DateTime effect)
    {
        var lodged = effect + Delays.Appeal.Draw(random);
        var forum = random.Pick<string>([new("platform", 58), new("pta", 26), new("tribunal", 8), new("court", 8)]);
        appeals.Add(
            appeals.Count + 1,
            referral.Id,
            lodged,
            random.Pick<string>([new("user", 70), new("third_party", 18), new("platform", 7), new("agency", 5)]),
            forum,
            lodged.AddHours(random.Between(1, 30))
        );
        var decided = lodged + (Delays.AppealDecision.Draw(random) * (forum is "tribunal" or "court" ? 2 : 1));
        if (decided > Calendar.ExtractedAt.AddDays(-4) || random.Chance(120))
        {
            return;
        }
        var result = random.Pick<string>([
            new("upheld", 60),
            new("partly", 12),
            new("reversed", 21),
            new("omitted", 7),
        ]);
        decisions.Add(decisions.Count + 1, appeals.Count, decided, result, decided.AddHours(random.Between(2, 40)));
        if (result == "reversed" || (result == "partly" && random.Chance(400)))
        {
            var cause = forum switch
            {
                "platform" => "platform_decision",
                "pta" => "review",
                _ => "court",
            };
            var at = decided.AddHours(random.Between(1, 48));
            reinstatements.Add(reinstatements.Count + 1, referral.Id, at, cause, appeals.Count, at.AddHours(3));
        }
    }

    private CsvTable Audits()
    {
        var table = new CsvTable("quality_audit", "audit_id,referral_id,audited_at,verdict,sample_frame,recorded_at");
        var pool = register
            .Courses.Select(course => course.Referral)
            .Where(referral => referral.Submission.RecordedAt < Calendar.Day(2025, 11, 25))
            .ToList();
        random.Shuffle(pool);
        Sample(table, pool[..200], "double_blind", wrongTarget: 2, wrongGround: 2);
        Sample(table, pool[200..228], "internal_review", wrongTarget: 4, wrongGround: 3);
        Sample(table, pool[228..238], "complaint", wrongTarget: 2, wrongGround: 1);
        return table;
    }

    private void Sample(CsvTable table, IEnumerable<Referral> referrals, string frame, int wrongTarget, int wrongGround)
    {
        var index = 0;
        var audits = new List<(Referral Referral, DateTime At, string Verdict)>();
        foreach (var referral in referrals)
        {
            var verdict =
                index < wrongTarget ? "wrong_target"
                : index < wrongTarget + wrongGround ? "wrong_ground"
                : "correct";
            audits.Add((referral, referral.Submission.RecordedAt.AddHours(random.Between(100, 1000)), verdict));
            index++;
        }
        foreach (var (referral, at, verdict) in audits.OrderBy(audit => audit.At))
        {
            table.Add(table.Count + 1, referral.Id, at, verdict, frame, at.AddHours(random.Between(1, 40)));
        }
    }
}
