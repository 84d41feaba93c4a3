namespace ReportEngine.SampleData;

/// <summary>Stops the generator when the invented cases no longer add up to what was published.</summary>
public static class PublishedTotals
{
    private static readonly string[] NamedInJuly = ["x", "facebook", "whatsapp", "instagram", "telegram"];

    private static readonly (string Platform, int Referrals, int Actioned)[] Update =
    [
        ("facebook", 240, 223),
        ("tiktok", 110, 102),
        ("telegram", 60, 60),
        ("x", 300, 91),
        ("whatsapp", 100, 30),
        ("instagram", 56, 27),
    ];

    public static void Check(Register register)
    {
        var july = Known(register, Phase.BeforeBriefing.End);
        Expect("accounts by 24 July", 481, Accounts(july).Count);
        Expect(
            "accounts by 24 July on platforms not named then",
            0,
            july.Count(one => !NamedInJuly.Contains(one.Submission.PlatformId))
        );

        var august = Known(register, Phase.BeforeUpdate.End);
        Expect("accounts by 14 August", 857, Accounts(august).Count);
        Expect("referrals by 14 August", 866, august.Count);
        var decided = register
            .Events.Where(one => one.RecordedAt <= Phase.BeforeUpdate.End)
            .ToLookup(one => one.Referral.Id);
        foreach (var (platform, referrals, actioned) in Update)
        {
            var ours = august.Where(one => one.Submission.PlatformId == platform).ToList();
            Expect(platform + " referrals by 14 August", referrals, ours.Count);
            Expect(
                platform + " actioned by 14 August",
                actioned,
                ours.Count(one => Outcomes.IsActioned(Outcome(decided[one.Id])))
            );
        }

        var followers = Accounts(august).Sum(one => (long)(one.Followers ?? 0));
        if (followers is < 2_100_000 or > 2_400_000)
        {
            throw new InvalidOperationException(
                FormattableString.Invariant($"Followers by 14 August: {followers}, expected 2.1 to 2.4 million.")
            );
        }
    }

    private static List<Referral> Known(Register register, DateTime cutOff) =>
        [
            .. register
                .Courses.Select(course => course.Referral)
                .Where(one => one.Submission.RecordedAt <= cutOff && one.Submission.At <= cutOff),
        ];

    private static List<Subject> Accounts(IEnumerable<Referral> referrals) =>
        [.. referrals.Select(one => one.Subject).Where(one => one.IsAccount).DistinctBy(one => one.Id)];

    /// <summary>The last decision that no row known by then replaces.</summary>
    private static string? Outcome(IEnumerable<CaseEvent> known)
    {
        var events = known.ToList();
        return events
            .Where(one => one.Kind == "decision" && !events.Exists(later => ReferenceEquals(later.Supersedes, one)))
            .OrderBy(one => one.At)
            .LastOrDefault()
            ?.Outcome;
    }

    private static void Expect(string what, int expected, int found)
    {
        if (expected != found)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"{what}: {found}, expected {expected}."));
        }
    }
}
