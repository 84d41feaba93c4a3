using static ReportEngine.Figures.ChangeMetrics;
using static ReportEngine.Figures.Dimension;

namespace ReportEngine.Figures;

/// <summary>
/// Platforms against all together, with requests as what varies: what page one says above and below
/// of.
/// </summary>
internal static class StandingMetrics
{
    internal static IReadOnlyList<Metric> All { get; } =
    [
        Change(
            "CHG.06",
            "Interval with requests as what varies",
            Unit.LikeForLike,
            "The 95 % interval of a measure when requests, and not referrals, vary by themselves; never narrower than "
                + "as if referrals did. Of shares, Wilson's with the cases divided by the design effect; of medians, "
                + "Brookmeyer and Crowley's with a variance that adds up over requests; both as wide "
                + "as Student's t has "
                + "it for so many requests. None with fewer than 5 requests, or 10 cases or answers; and no upper end "
                + "of a median where the curve does not reach it.",
            "E. L. Korn and B. I. Graubard (1998); Z. Ying and L. J. Wei (1994)",
            Standings((Codes.Low, one => one.Low), (Codes.High, one => one.High))
        ) with
        {
            Part = Statistic,
            Statistics = [Codes.Low, Codes.High],
        },
        Change(
            "CHG.07",
            "Platform against all together",
            Unit.Status,
            "Above or below all platforms together where the two intervals of CHG.06 do not overlap; of times, longer "
                + "or shorter. Otherwise no clear difference, which is no proof that there is none.",
            "derived from CHG.06",
            Computation.From(
                (set, metric, _) =>
                    set
                        .Standings.Where(one => one.Platform is not null)
                        .Select(one => StandingFigure(set, metric, one, PlatformStandings.StatusOf(one.Standing)))
            )
        ) with
        {
            Natural = [Platform, Dimension.Metric],
            IsAgainstAll = true,
        },
    ];

    private static Computation Standings(params IReadOnlyList<(string Code, Func<StandingOf, double?> Value)> ends) =>
        Computation.From(
            (set, metric, by) =>
                set
                    .Standings.Where(one => one.Platform is not null == by.Contains(Platform))
                    .SelectMany(one =>
                        ends.Select(end =>
                            StandingFigure(
                                set,
                                metric,
                                one,
                                EndOf(set, one, end.Value(one)),
                                set.Label(Statistic, end.Code)
                            )
                        )
                    )
        );

    /// <summary>The end of an interval; of a time, one that is not reached, too.</summary>
    private static Quantity EndOf(FigureSet set, StandingOf standing, double? value) =>
        (standing, value) switch
        {
            ({ Low: null }, _) => new Change(null, ChangeUnit.Share),
            (_, var hours)
                when ChangeTests.FigureOf(set, standing.Metric.Id, standing.Platform)?.Quantity is Hours of => of with
            {
                Value = hours,
                Reached = hours is not null,
                Low = null,
                High = null,
            },
            (_, { } share) => new Measured(share, IsShare: true),
            _ => new Missing(),
        };

    private static Figure StandingFigure(
        FigureSet set,
        Metric metric,
        StandingOf standing,
        Quantity quantity,
        params DimensionValue[] part
    ) =>
        new(
            metric,
            [
                .. standing.Platform is { } platform ? [set.Label(Platform, platform)] : NoValues,
                set.Label(Dimension.Metric, standing.Metric.Id),
                .. part,
            ],
            quantity,
            set.Period,
            set.CutOff
        );
}
