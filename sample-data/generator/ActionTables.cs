namespace ReportEngine.SampleData;

/// <summary>
/// Checks of whether an account is still there, and blocks in the network, which are another kind of action.
/// </summary>
public sealed class ActionTables(Register register, RandomSequence random)
{
    public IEnumerable<CsvTable> All()
    {
        yield return Verifications();
        yield return NetworkBlocks();
        yield return FollowOn();
    }

    private CsvTable Verifications()
    {
        var checks = new List<(Subject Subject, DateTime At, string State)>();
        foreach (var course in register.Courses)
        {
            if (course is { IsActioned: true, EffectAt: { } effect })
            {
                var down = course.Outcome == "restricted_geo" ? "geo_down" : "down";
                Check(checks, course, effect + Delays.EffectToCheck.Draw(random), down, 760, 45);
                Check(checks, course, effect.AddDays(random.Between(6, 30)), down, 260, 60);
            }
            else if (
                course.Outcome
                is "no_action_stated"
                    or "refused_policy"
                    or "refused_legal"
                    or "insufficient_info"
                    or null
            )
            {
                Check(
                    checks,
                    course,
                    course.Referral.Submission.At.AddHours(random.Between(60, 900)),
                    "down",
                    640,
                    880
                );
            }
            else if (course.Outcome is "already_unavailable" or "not_found")
            {
                Check(checks, course, course.Referral.Submission.At.AddHours(random.Between(20, 200)), "down", 500, 30);
            }
        }
        var table = new CsvTable(
            "verification",
            "verification_id,subject_id,checked_at,state,vantage,method,recorded_at"
        );
        foreach (var (subject, at, state) in checks.OrderBy(check => check.At))
        {
            var manual = random.Chance(350);
            table.Add(
                table.Count + 1,
                subject.Id,
                at,
                state,
                state == "geo_down" || random.Chance(780) ? "PK" : "non-PK",
                manual ? "manual" : "automated",
                at.AddMinutes(manual ? 25 : 1)
            );
        }
        return table;
    }

    private void Check(
        List<(Subject Subject, DateTime At, string State)> checks,
        Course course,
        DateTime at,
        string state,
        int made,
        int live
    )
    {
        if (random.Chance(made) && at < Calendar.ExtractedAt.AddHours(-1))
        {
            checks.Add(
                (
                    course.Referral.Subject,
                    at,
                    random.Chance(live) ? "live"
                    : random.Chance(15) ? "unknown"
                    : state
                )
            );
        }
    }

    /// <summary>PTA blocks in the network some of what a platform refused or left.</summary>
    private CsvTable NetworkBlocks()
    {
        var table = new CsvTable("network_block", "block_id,subject_id,at,kind,ground_code,recorded_at");
        foreach (var course in register.Courses)
        {
            if (
                course
                    is not {
                        Outcome: "refused_policy" or "refused_legal" or "no_action_stated",
                        DecidedAt: { } decided
                    }
                || !random.Chance(90)
                || decided > Calendar.Day(2025, 12, 20)
            )
            {
                continue;
            }
            var at = decided.AddHours(random.Between(20, 260));
            string[] kinds =
                random.Chance(150) ? ["ordered", "effective", "lifted"]
                : random.Chance(900) ? ["ordered", "effective"]
                : ["ordered"];
            foreach (var kind in kinds)
            {
                table.Add(
                    table.Count + 1,
                    course.Referral.Subject.Id,
                    at,
                    kind,
                    course.Referral.Ground,
                    at.AddMinutes(random.Between(10, 400))
                );
                at = at.AddHours(kind == "ordered" ? random.Between(2, 40) : random.Between(100, 240));
            }
        }
        return table;
    }

    private CsvTable FollowOn()
    {
        var table = new CsvTable("follow_on", "follow_on_id,referral_id,kind,at,recorded_at");
        foreach (
            var course in register.Courses.Where(course => course.Referral.Submission.At < Calendar.Day(2025, 12, 10))
        )
        {
            if (!random.Chance(24))
            {
                continue;
            }
            var at = course.Referral.Submission.At.AddHours(random.Between(24, 400));
            foreach (
                var kind in new[] { "inquiry", "fir", "prosecution" }.Take(
                    random.Pick<int>([new(1, 62), new(2, 28), new(3, 10)])
                )
            )
            {
                if (at < Calendar.ExtractedAt.AddDays(-4))
                {
                    table.Add(table.Count + 1, course.Referral.Id, kind, at, at.AddHours(random.Between(2, 90)));
                }
                at = at.AddHours(random.Between(150, 1500));
            }
        }
        return table;
    }
}
