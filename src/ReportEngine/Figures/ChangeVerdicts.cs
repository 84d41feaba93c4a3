namespace ReportEngine.Figures;

/// <summary>
/// When a change is clear: unlikely to be chance among all tests of its kind, and large enough to speak of, both like
/// for like. Only then is a verb used. What is large enough is a judgement; the methods text says so.
/// </summary>
internal static class ChangeVerdicts
{
    /// <summary>Of the measures of a release, all platforms together.</summary>
    internal const double LevelOfMeasures = 0.05;

    /// <summary>Of single platforms: there are more of them, and each is quoted against its name.</summary>
    internal const double LevelOfPlatforms = 0.01;

    /// <summary>Three points; one where both shares are under a tenth.</summary>
    private const double LeastPoints = 0.03;
    private const double LeastPointsOfFew = 0.01;
    private const double Few = 0.1;

    /// <summary>A fifth of the value before, and two hours.</summary>
    private const double LeastPart = 0.2;
    private const double LeastHours = 2;
    private const double Rounding = 1e-12;

    private static readonly IReadOnlyList<(Verdict Verdict, string Code, string Label)> All =
    [
        (Verdict.NoTest, "no-test", "Not compared"),
        (Verdict.NoClearChange, "no-clear-change", "No clear change"),
        (Verdict.Rose, "rose", "Rose"),
        (Verdict.Fell, "fell", "Fell"),
        (Verdict.Longer, "longer", "Longer"),
        (Verdict.Shorter, "shorter", "Shorter"),
        (Verdict.AboutAsMany, "about-as-many", "No large change"),
        (Verdict.More, "more", "More"),
        (Verdict.Fewer, "fewer", "Fewer"),
    ];

    private static readonly IReadOnlyList<(Verdict Verdict, string Label)> LikeForLikeOnly =
    [
        (Verdict.Rose, "Rose, like for like only"),
        (Verdict.Fell, "Fell, like for like only"),
        (Verdict.Longer, "Longer, like for like only"),
        (Verdict.Shorter, "Shorter, like for like only"),
    ];

    private const string OnlyCode = "-like-for-like-only";

    internal static string CodeOf(Verdict verdict, bool isLikeForLikeOnly) =>
        All.First(one => one.Verdict == verdict).Code + (isLikeForLikeOnly ? OnlyCode : "");

    internal static Status StatusOf(ChangeTest test) =>
        test.IsLikeForLikeOnly
            ? new Status(test.Code, LikeForLikeOnly.First(one => one.Verdict == test.Verdict).Label)
            : StatusOf(test.Verdict);

    internal static Status StatusOf(Verdict verdict) =>
        new(CodeOf(verdict, false), All.First(one => one.Verdict == verdict).Label);

    /// <summary>What is said of each of the tests that are made together.</summary>
    /// <param name="level">The part of families in which anything may be said though nothing changed.</param>
    internal static IEnumerable<ChangeTest> Family(IEnumerable<ComparedMeasure> tests, double level)
    {
        var made = tests.ToList();
        return made.Zip(
            Holm.Adjusted([.. made.Select(one => one.Result.Test?.Probability)]),
            (one, adjusted) =>
            {
                var (verdict, isOnly) = Of(one.Result, adjusted, level, one.Before, one.Now);
                return new ChangeTest(one.Metric, one.Platform, one.Result, adjusted, verdict, isOnly);
            }
        );
    }

    private static (Verdict Verdict, bool IsLikeForLikeOnly) Of(
        LikeForLike result,
        double? adjusted,
        double level,
        double? before,
        double? now
    )
    {
        if (result.Test is not { } test)
        {
            return (Verdict.NoTest, false);
        }
        var (first, second) = (Reached(result.Before.Value), Reached(result.Now.Value));
        var isUp = second > first;
        // The curves cross: the test and the medians say different things.
        var isCrossing = result.IsTime && test.Z < 0 != isUp;
        if (!(adjusted <= level) || !IsLarge(result.IsTime, first, second) || isCrossing)
        {
            return (Verdict.NoClearChange, false);
        }
        var verdict = (result.IsTime, isUp) switch
        {
            (true, true) => Verdict.Longer,
            (true, false) => Verdict.Shorter,
            (false, true) => Verdict.Rose,
            (false, false) => Verdict.Fell,
        };
        return (verdict, Reached(now) > Reached(before) != isUp);
    }

    private static bool IsLarge(bool isTime, double before, double now)
    {
        // Infinity less infinity is no number.
        if (before == now)
        {
            return false;
        }
        var least =
            isTime ? Math.Max(LeastHours, LeastPart * Math.Min(before, double.MaxValue / 2))
            : Math.Max(before, now) < Few ? LeastPointsOfFew
            : LeastPoints;
        return Math.Abs(now - before) >= least - Rounding;
    }

    /// <summary>A median that is not reached is longer than any that is.</summary>
    private static double Reached(double? value) => value ?? double.PositiveInfinity;
}
