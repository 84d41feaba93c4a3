using static ReportEngine.Figures.Dimension;

namespace ReportEngine.Figures;

/// <summary>
/// This period against the one before, like for like: the numbers of the rule that page one speaks by.
/// </summary>
internal static class ChangeMetrics
{
    private const string Kinds = "A kind of case is a platform and a kind of request.";

    private const string SameAge =
        "The period before is taken as it was known at the same age: as long after its end as this one is known after "
        + "its own.";

    internal static IReadOnlyList<Metric> All { get; } =
    [
        Change(
            "CHG.01",
            "Like for like, before and now",
            Unit.LikeForLike,
            "What a measure comes to in the period before and in this one when every kind of case weighs the same in "
                + "both: n₀·n₁ / (n₀ + n₁), of n₀ cases before and n₁ now. "
                + Kinds
                + " A share, or the median hours of the Kaplan–Meier curves together. "
                + SameAge,
            "derived; N. Mantel and W. Haenszel (1959)",
            Parts((Codes.Before, BeforeOf), (Codes.Now, NowOf))
        ) with
        {
            Part = Statistic,
            Statistics = [Codes.Before, Codes.Now],
        },
        Change(
            "CHG.02",
            "Probability of a change as large by chance",
            Unit.Probability,
            "The probability of a difference at least as large, either way, if nothing had changed but the mix of "
                + "kinds of case. Requests, and not referrals, are taken to vary by themselves, because referrals of "
                + "one request are often answered together. Once for the test alone, and once with all tests of the "
                + "release (Holm): seven measures, and by platform two. There is no test where CHG.04 is under 70 %, "
                + "where a period has fewer than 5 requests, where fewer than 5 cases are expected to be so, or not "
                + "so, or where a period has fewer than 10 answers. "
                + SameAge,
            "N. Mantel (1966); D. Y. Lin and L. J. Wei (1989); S. Holm (1979)",
            Parts(
                (Codes.PValue, test => Chance(test.Result.Test?.Probability)),
                (Codes.Adjusted, test => Chance(test.Adjusted))
            )
        ) with
        {
            Part = Statistic,
            Statistics = [Codes.PValue, Codes.Adjusted],
        },
        Change(
            "CHG.03",
            "Verdict on the change",
            Unit.Status,
            "Rose, fell, longer or shorter only where the probability with all tests (CHG.02) is at most 5 %, of a "
                + "platform 1 %, and the difference like for like (CHG.01) is at least 3 points (1 where both shares "
                + "are under 10 %), or of times a fifth of the value before and 2 hours. 'Like for like only' where "
                + "the values as they are moved the other way. No clear change otherwise, which is no proof that "
                + "nothing changed. What size is worth a word is a judgement.",
            "derived from CHG.01 and CHG.02",
            Parts((null, ChangeVerdicts.StatusOf))
        ),
        Change(
            "CHG.04",
            "Comparable cases",
            Unit.Weight,
            "The weight of the kinds of case that both periods have, as part of what it would be if both had the same "
                + "mix: 100 % then, 0 % where they have no kind in common. "
                + Kinds,
            "derived",
            Parts((null, test => new Measured(test.Result.Comparable, IsShare: true)))
        ),
    ];

    private static Metric Change(
        string id,
        string name,
        Unit unit,
        string definition,
        string source,
        Computation computation
    ) =>
        new()
        {
            Id = id,
            Name = name,
            Unit = unit,
            Definition = definition,
            Source = source,
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Dimension.Metric, Platform],
            Natural = [Dimension.Metric],
            Computation = computation,
        };

    private static Computation Parts(params IReadOnlyList<(string? Code, Func<ChangeTest, Quantity> Quantity)> parts) =>
        Computation.From(
            (set, metric, by) =>
                set
                    .Changes.Where(test => test.Platform is not null == by.Contains(Platform))
                    .SelectMany(test =>
                        parts.Select(part => new Figure(
                            metric,
                            [
                                .. test.Platform is { } platform ? [set.Label(Platform, platform)] : NoValues,
                                set.Label(Dimension.Metric, test.Metric.Id),
                                .. part.Code is { } code ? [set.Label(Statistic, code)] : NoValues,
                            ],
                            part.Quantity(test),
                            set.Period,
                            set.CutOff
                        ))
                    )
        );

    private static DimensionValue[] NoValues => [];

    private static Quantity BeforeOf(ChangeTest test) => ValueOf(test.Result, test.Result.Before);

    private static Quantity NowOf(ChangeTest test) => ValueOf(test.Result, test.Result.Now);

    private static Quantity ValueOf(LikeForLike result, LikeForLikeSide side) =>
        result switch
        {
            { Cells: 0 } or { Test: null } => new Change(null, result.IsTime ? ChangeUnit.Hours : ChangeUnit.Share),
            { IsTime: true } => new Hours(side.Value, side.Value is not null, side.Yes, side.Cases),
            _ => new Measured(side.Value!.Value, IsShare: true),
        };

    private static Change Chance(double? probability) => new(probability, ChangeUnit.Probability);
}
