using ReportEngine.Figures;

namespace ReportEngine.Documents;

/// <summary>Every chart a template may ask for by id. A new chart is one entry.</summary>
public static class ChartCatalogue
{
    private static readonly Dictionary<string, Func<FigureSet, string, Chart>> Builders = new(StringComparer.Ordinal)
    {
        ["action_rates"] = (set, id) =>
            Shares(
                set,
                id,
                "OUT.02",
                "Share of referrals actioned, by platform",
                "A dot for each platform shows the share of its referrals that it acted on; the line through the "
                    + "dot is the 95 % interval."
            ),
        ["within_48_hours"] = (set, id) =>
            Shares(
                set,
                id,
                "RT.07",
                "Share of referrals actioned within 48 hours, by platform",
                "A dot for each platform shows the share of its referrals actioned within 48 hours; the line "
                    + "through the dot is the 95 % interval."
            ),
        ["response_times"] = ResponseTimes,
        ["outcome_shares"] = OutcomeShares,
        ["answered_curves"] = CurveCharts.Answered,
        ["action_incidence"] = CurveCharts.Incidence,
        ["action_trend"] = ActionTrend,
        ["nap_progress"] = Progress,
        ["nap_ratings"] = Ratings,
    };

    public static IReadOnlyCollection<string> Ids => Builders.Keys;

    public static Chart Build(string id, FigureSet set) => Builders[id](set, id);

    private static Chart Shares(FigureSet set, string id, string metricId, string title, string explanation) =>
        new(
            id,
            title,
            explanation,
            ChartKind.ShareDots,
            [
                .. set.Of(metricId, Dimension.Platform)
                    .Select(figure => new ChartPoint(figure.Dimensions[0].Label, "", figure)),
            ]
        );

    private static Chart ResponseTimes(FigureSet set, string id) =>
        new(
            id,
            "Time to a final response: half of all referrals, and nine in ten, by platform",
            "For each platform a round dot shows the median time to a final response and a square the 90th "
                + "percentile, with their 95 % intervals; a dashed one has no upper end yet. Where a mark is missing, "
                + "the estimated share stays below that level up to the cut-off.",
            ChartKind.HourDots,
            [
                .. set.Of("RT.02", Dimension.Platform)
                    .Where(figure => figure.CodeOf(Dimension.Statistic) is Codes.Median or Codes.NinetiethPercentile)
                    .Select(figure => new ChartPoint(figure.Dimensions[0].Label, figure.Dimensions[^1].Label, figure)),
            ]
        );

    private static Chart OutcomeShares(FigureSet set, string id)
    {
        (string MetricId, string? Code, string Name)[] series =
        [
            ("OUT.02", null, "Actioned"),
            ("OUT.06", null, "Refused"),
            ("OUT.10", null, "Answered otherwise"),
            ("OUT.01", "withdrawn", "Withdrawn by us"),
            ("OUT.01", "pending", "Pending"),
        ];
        return new Chart(
            id,
            "What became of all referrals, by platform",
            "A bar for each platform is cut into the shares of its referrals that were actioned, refused, "
                + "answered otherwise, withdrawn by us and pending; they add up to all of them. Shares too small to "
                + "label are in the table.",
            ChartKind.StackedShares,
            [
                .. set.ValuesOf(Dimension.Platform)
                    .SelectMany(platform =>
                        series.Select(one => new ChartPoint(
                            platform.Label,
                            one.Name,
                            set.Of(one.MetricId, Dimension.Platform)
                                .First(figure =>
                                    figure.CodeOf(Dimension.Platform) == platform.Code
                                    && (one.Code is null || figure.CodeOf(Dimension.Outcome) == one.Code)
                                )
                        ))
                    ),
            ]
        );
    }

    private static Chart ActionTrend(FigureSet set, string id) =>
        new(
            id,
            "Share of referrals actioned, by period of submission",
            "A dot for each period, oldest first, shows the share of its referrals that platforms acted on by "
                + "the cut-off; the line through the dot is the 95 % interval. A dashed line marks a break in the "
                + "series: from there on, something else is counted.",
            ChartKind.ShareTrend,
            [
                .. TrendTable
                    .Periods(set)
                    .Select(one => new ChartPoint(
                        one.Period.Id,
                        "",
                        one.One("OUT.02"),
                        TrendTable.HasBreak(one, "OUT.02")
                    )),
            ]
        );

    private static Chart Progress(FigureSet set, string id) =>
        new(
            id,
            "How far each indicator has come from its baseline to its target, not its value",
            "A bar for each indicator runs from its baseline (0 %) towards its target (100 %).",
            ChartKind.ProgressBars,
            [.. set.Of("NAP.02").Select(figure => new ChartPoint(figure.Dimensions[^1].Label, "", figure))]
        );

    private static Chart Ratings(FigureSet set, string id) =>
        new(
            id,
            "Ratings of the indicators of each point",
            "A row for each point has a tile for each of its indicators, with its rating in words.",
            ChartKind.StatusGrid,
            [
                .. set.Of("NAP.03")
                    .Select(figure => new ChartPoint(
                        PointName(set, figure.CodeOf(Dimension.Point)!),
                        figure.Dimensions[^1].Label,
                        figure
                    )),
            ]
        );

    private static string PointName(FigureSet set, string pointId)
    {
        var point = set.Nap.PointOf(pointId);
        return FormattableString.Invariant($"{point.Number}{Codes.Within}{point.ShortText ?? NapTables.NotConfirmed}");
    }
}
