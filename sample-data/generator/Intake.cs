namespace ReportEngine.SampleData;

/// <summary>
/// A submission still to be filled: where it goes, when, and whether each of its referrals will be actioned.
/// </summary>
public sealed record PlannedSubmission(
    Phase Phase,
    PlatformProfile Platform,
    string ServiceId,
    DateTime At,
    DateTime RecordedAt,
    int Size
)
{
    /// <summary>Fixed for what reached the register by 14 August; empty after.</summary>
    public List<bool> Fates { get; } = [];
}

/// <summary>Spreads each platform's volume over submissions, in time order.</summary>
public static class Intake
{
    private static readonly Phase[] Phases =
    [
        Phase.BeforeBriefing,
        Phase.BeforeUpdate,
        Phase.RestOfYear,
        Phase.NewYear,
    ];

    private static readonly Weighted<int>[] Sizes =
    [
        new(1, 26),
        new(2, 22),
        new(3, 18),
        new(4, 12),
        new(5, 9),
        new(6, 6),
        new(7, 4),
        new(8, 3),
    ];

    public static IReadOnlyList<PlannedSubmission> Plan(RandomSequence random)
    {
        var planned = new List<PlannedSubmission>();
        foreach (var platform in Profiles.All)
        {
            foreach (var phase in Phases)
            {
                for (var left = platform.Volumes[phase]; left > 0; )
                {
                    var submission = One(random, platform, phase, left);
                    planned.Add(submission);
                    left -= submission.Size;
                }
            }
            FixFates(random, platform, [.. planned.Where(one => one.Platform == platform)]);
        }
        return [.. planned.OrderBy(one => one.At)];
    }

    private static PlannedSubmission One(RandomSequence random, PlatformProfile platform, Phase phase, int left)
    {
        var end =
            phase == Phase.BeforeUpdate
                ? phase.End.AddDays(
                    platform.Id switch
                    {
                        "x" => 0,
                        "whatsapp" => -1,
                        _ => -2,
                    }
                )
                : phase.End;
        var at = Calendar.WorkingMoment(random, phase.From, end, growing: phase == Phase.BeforeBriefing);
        var recorded = at + Delays.Recording.Draw(random);
        if (random.Chance(45) && CanBeLate(platform, phase, at))
        {
            recorded = at;
            at = Calendar.WorkingMoment(random, at.AddDays(-16), at.AddDays(-2), growing: false);
        }
        var service = random.Pick(platform.Services).Service;
        return new PlannedSubmission(phase, platform, service, at, recorded, Math.Min(left, random.Pick(Sizes)));
    }

    /// <summary>
    /// No platform is late before the first phase has run a month; TikTok was not referred to before 25 July.
    /// </summary>
    private static bool CanBeLate(PlatformProfile platform, Phase phase, DateTime at) =>
        phase == Phase.BeforeBriefing
            ? at > phase.From.AddDays(30)
            : phase != Phase.BeforeUpdate || platform.Id != "tiktok";

    /// <summary>
    /// Shares out the published number of actioned referrals; what arrived on the last day is still open.
    /// </summary>
    private static void FixFates(RandomSequence random, PlatformProfile platform, IReadOnlyList<PlannedSubmission> all)
    {
        var known = all.Where(one => one.RecordedAt <= Phase.BeforeUpdate.End).OrderBy(one => one.RecordedAt).ToList();
        var total = known.Sum(one => one.Size);
        var late = known.Where(one => one.RecordedAt > Phase.BeforeUpdate.End.AddDays(-1)).Sum(one => one.Size);
        late = Math.Min(late, total - platform.ActionedByUpdate);
        var early = new List<bool>();
        for (var index = 0; index < total - late; index++)
        {
            early.Add(index < platform.ActionedByUpdate);
        }
        random.Shuffle(early);
        var fates = new Queue<bool>(early.Concat(Enumerable.Repeat(false, late)));
        foreach (var submission in known)
        {
            for (var index = 0; index < submission.Size; index++)
            {
                submission.Fates.Add(fates.Dequeue());
            }
        }
    }
}
