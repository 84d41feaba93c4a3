using ReportEngine.Cases;
using static ReportEngine.Figures.Dimension;

namespace ReportEngine.Figures;

/// <summary>Progress of the National Action Plan: indicators, ratings, trends, milestones and completeness.</summary>
internal static class NapMetrics
{
    internal static IReadOnlyList<Metric> All { get; } =
    [
        new()
        {
            Id = "NAP.01",
            Name = "Indicator value, baseline and target",
            Unit = Unit.IndicatorUnit,
            Definition =
                "The indicator's value in the period, from the case register or from returns, beside its "
                + "baseline and its target. A value from returns adds up the returns received; it is missing when "
                + "none was.",
            Source =
                "Apex Committee decision of 9 September 2021 on indicators with timelines; layout after SWD(2024) 36",
            Cohort = Cohort.Activity,
            Sensitivity = Sensitivity.ActOfState,
            ShowsIndicators = true,
            Breakdowns = [Point],
            Part = Statistic,
            Statistics = [Codes.Value, Codes.Baseline, Codes.Target],
            Computation = Computation.From(
                (set, metric, _) => set.Nap.Indicators.SelectMany(indicator => Values(set, metric, indicator))
            ),
        },
        new()
        {
            Id = "NAP.02",
            Name = "Progress to target",
            Unit = Unit.Progress,
            Definition =
                "(value − baseline) / (target − baseline). Below 0 % the value has moved away from the target; "
                + "above 100 % it has passed it. Not applicable when target and baseline are equal, and for any "
                + "period but a complete quarter, for which targets are set; missing when a share is of fewer than "
                + "10 cases, or when a return due was not received: the rest of a sum cannot be held against a "
                + "target for the whole.",
            Source = "derived",
            Cohort = Cohort.Activity,
            Sensitivity = Sensitivity.ActOfState,
            ShowsIndicators = true,
            Breakdowns = [Point],
            Computation = EachIndicator(NapProgress.Progress),
        },
        new()
        {
            Id = "NAP.03",
            Name = "Rating",
            Unit = Unit.Status,
            Definition =
                "Green, Green-Amber, Amber-Red or Red by the progress thresholds stated for each indicator. "
                + "Not rated when a return due was not received, when a share is of fewer than 10 cases, when there "
                + "is no value or no target, or when the period is not a complete quarter.",
            Source = "PILDAT citizens' monitor of 2017, four lights and no rating on incomplete data",
            Cohort = Cohort.Activity,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Point],
            Computation = EachIndicator(NapProgress.Rating),
        },
        new()
        {
            Id = "NAP.04",
            Name = "Trend",
            Unit = Unit.Status,
            Definition =
                "Against the period before. A measure that is compared like for like has the direction of its verdict "
                + "(CHG.03), and a count that of its own, also CHG.03; a sum of returns goes up or down from 20 % and "
                + "20 on. Otherwise no clear, or of counts no large, change. No comparison of other shares, when a "
                + "value "
                + "or a return is missing, when the period is not a complete quarter, or for what stands at the "
                + "cut-off. A break in the series between the two periods, or within one of them, is named on page "
                + "one. Whether up is better, the indicator says.",
            Source = "PILDAT citizens' monitor of 2017; derived from CHG.03",
            Changes = [DefinitionChange.Verdicts],
            Cohort = Cohort.Activity,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Point],
            Computation = EachIndicator(NapProgress.Trend),
        },
        .. MilestoneMetrics.All,
        new()
        {
            Id = "NAP.06",
            Name = "Returns received",
            Unit = Unit.Share,
            Definition =
                "Returns received by the cut-off from the units that owe one for the indicators of a point, of "
                + "those due for the quarters of the period that were over by the cut-off.",
            Numerator = "Returns received",
            Denominator = "Returns due",
            Source = "Punjab steering committee of January 2026 on under-reporting",
            Cohort = Cohort.Activity,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Point],
            Nothing = "none due",
            Computation = Computation.From(
                (set, metric, by) =>
                    Points(set, by)
                        .Select(points => new Figure(
                            metric,
                            points.Named,
                            NapProgress.Completeness(set, points.Ids.SelectMany(point => Indicators(set, point))),
                            set.Period,
                            set.CutOff
                        ))
            ),
        },
        new()
        {
            Id = "NAP.07",
            Name = "Points by rating",
            Unit = Unit.Share,
            Definition =
                "Points of the plan by their rating, which is that of the weakest of their indicators, and "
                + "not rated as soon as one of these cannot be rated (NAP.08).",
            Numerator = "Points of that rating",
            Denominator = "Points with indicators in the register",
            Source = "derived from NAP.08",
            Cohort = Cohort.Activity,
            Sensitivity = Sensitivity.ActOfState,
            Part = Dimension.Rating,
            Computation = Computation.From(
                (set, metric, _) =>
                    ByRating(
                        set,
                        metric,
                        PointsWithIndicators(set).Select(point => NapProgress.PointRating(set, Indicators(set, point)))
                    )
            ),
        },
        new()
        {
            Id = "NAP.08",
            Name = "Rating of a point",
            Unit = Unit.Status,
            Definition =
                "The rating of the weakest of a point's indicators (NAP.03), and not rated as soon as one of them "
                + "cannot "
                + "be rated.",
            Source = "derived from NAP.03",
            Cohort = Cohort.Activity,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Point],
            Natural = [Point],
            Computation = Computation.From(
                (set, metric, _) => OfPoints(set, metric, indicators => NapProgress.PointRating(set, indicators))
            ),
        },
        new()
        {
            Id = "NAP.09",
            Name = "Worst of the indicators rated",
            Unit = Unit.Status,
            Definition =
                "The worst rating among those of a point's indicators that have one (NAP.03), whether or not others "
                + "cannot be rated. Not applicable where none is rated.",
            Source = "derived from NAP.03",
            Cohort = Cohort.Activity,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Point],
            Natural = [Point],
            Nothing = "none rated",
            Computation = Computation.From(
                (set, metric, _) =>
                    OfPoints(
                        set,
                        metric,
                        indicators => NapProgress.WorstRated(set, indicators) ?? (Quantity)new NotApplicable()
                    )
            ),
        },
        new()
        {
            Id = "NAP.10",
            Name = "Indicators by rating",
            Unit = Unit.Share,
            Definition =
                "Indicators of the plan by their rating (NAP.03). Each has one, or is not rated because the data does "
                + "not allow a rating.",
            Numerator = "Indicators of that rating",
            Denominator = "Indicators in the register",
            Source = "derived from NAP.03",
            Cohort = Cohort.Activity,
            Sensitivity = Sensitivity.ActOfState,
            Part = Dimension.Rating,
            Computation = Computation.From(
                (set, metric, _) =>
                    ByRating(set, metric, set.Nap.Indicators.Select(one => NapProgress.Rating(set, one)))
            ),
        },
        new()
        {
            Id = "NAP.12",
            Name = "Time used",
            Unit = Unit.Progress,
            Definition =
                "The days from the day of the baseline to the last of the period, of those from the day of the "
                + "baseline to that of the target. Above 100 % the day of the target is over. Progress (NAP.02) below "
                + "it is slower than an even pace; no plan says that a pace must be even, so it changes no rating. Not "
                + "applicable for any period but a complete quarter.",
            Source = "derived",
            Cohort = Cohort.Activity,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Point],
            Computation = EachIndicator(NapProgress.TimeUsed),
        },
    ];

    /// <summary>The indicators of a rating, in the order of the register.</summary>
    internal static IEnumerable<NapIndicator> Rated(FigureSet set, string rating) =>
        set.Nap.Indicators.Where(indicator => NapProgress.Rating(set, indicator).Code == rating);

    internal static IEnumerable<string> PointsWithIndicators(FigureSet set) =>
        set.Nap.Points.Select(point => point.PointId).Where(id => Indicators(set, id).Any());

    internal static IEnumerable<NapIndicator> Indicators(FigureSet set, string pointId) =>
        set.Nap.Indicators.Where(indicator => indicator.PointId == pointId);

    /// <summary>What a metric of indicators says of one.</summary>
    /// <param name="part">Of a metric in parts, which; null of others.</param>
    internal static Figure FigureOf(FigureSet set, NapIndicator indicator, string metricId, string? part = null) =>
        set.Of(metricId)
            .First(figure =>
                figure.CodeOf(Indicator) == indicator.IndicatorId && (part is null || figure.CodeOf(Statistic) == part)
            );

    private static Computation EachIndicator(Func<FigureSet, NapIndicator, Quantity> quantity) =>
        Computation.From(
            (set, metric, _) =>
                set.Nap.Indicators.Select(indicator => Of(set, metric, indicator, quantity(set, indicator)))
        );

    private static IEnumerable<Figure> Values(FigureSet set, Metric metric, NapIndicator indicator)
    {
        var isShare = indicator.Unit == "share";
        return
        [
            Of(set, metric, indicator, NapProgress.Value(set, indicator), Codes.Value),
            Of(set, metric, indicator, Plain(indicator.BaselineValue), Codes.Baseline),
            Of(set, metric, indicator, Plain(indicator.TargetValue), Codes.Target),
        ];

        Quantity Plain(double? value) => value is { } number ? new Measured(number, isShare) : new Missing();
    }

    /// <summary>Points that a figure is about, and the dimension that names the one if it is one.</summary>
    internal sealed record SomePoints(IReadOnlyList<DimensionValue> Named, IReadOnlyList<string> Ids);

    /// <summary>Each point with indicators by itself, or all of them together.</summary>
    internal static IEnumerable<SomePoints> Points(FigureSet set, IReadOnlyList<Dimension> by) =>
        by.Contains(Point)
            ? PointsWithIndicators(set).Select(point => new SomePoints([set.Label(Point, point)], [point]))
            : [new SomePoints([], [.. PointsWithIndicators(set)])];

    private static IEnumerable<Figure> ByRating(FigureSet set, Metric metric, IEnumerable<Status> rated)
    {
        var ratings = rated.Select(rating => rating.Code).ToList();
        return Codes
            .Fixed[Dimension.Rating]
            .Select(rating => new Figure(
                metric,
                [rating],
                new Share(ratings.Count(code => code == rating.Code), ratings.Count),
                set.Period,
                set.CutOff
            ));
    }

    private static IEnumerable<Figure> OfPoints(
        FigureSet set,
        Metric metric,
        Func<IEnumerable<NapIndicator>, Quantity> rating
    ) =>
        PointsWithIndicators(set)
            .Select(point => new Figure(
                metric,
                [set.Label(Point, point)],
                rating(Indicators(set, point)),
                set.Period,
                set.CutOff
            ));

    private static Figure Of(
        FigureSet set,
        Metric metric,
        NapIndicator indicator,
        Quantity quantity,
        string? part = null
    )
    {
        List<DimensionValue> dimensions =
        [
            set.Label(Point, indicator.PointId),
            set.Label(Indicator, indicator.IndicatorId),
        ];
        if (part is not null)
        {
            dimensions.Add(set.Label(Statistic, part));
        }
        return new Figure(metric, dimensions, quantity, set.Period, set.CutOff);
    }
}
