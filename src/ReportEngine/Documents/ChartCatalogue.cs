using ReportEngine.Figures;

namespace ReportEngine.Documents;

/// <summary>Every chart a template may ask for by id. A new chart is one entry.</summary>
public static class ChartCatalogue
{
    private static readonly Dictionary<string, Func<FigureSet, string, Chart>> Builders = new(StringComparer.Ordinal)
    {
        ["came_back"] = (set, id) =>
            Shares(
                set,
                id,
                "MIR.02",
                "Accounts that came back within 30 days, by platform",
                "A dot for each platform shows the share of the accounts it acted on that came back "
                    + "within 30 days; the "
                    + "line through the dot is the 95 % interval."
            ),
        ["response_times"] = ResponseTimes,
        ["outcome_shares"] = StackedCharts.Outcomes,
        ["limit_shares"] = StackedCharts.Limits,
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
                    .OrderByDescending(figure => figure.Value ?? -1)
                    .Select(figure => new ChartPoint(figure.Dimensions[0].Label, "", figure)),
            ]
        )
        {
            Key = "Line: 95 % interval. Where two overlap, the difference may be chance.",
        };

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
        )
        {
            Key =
                "Line: 95 % interval; dashed where it has no upper end yet. Where a mark is missing, "
                + "the estimated share "
                + "stays below that level up to the cut-off.",
            Finding = ChartFindings.OfPlatforms(
                set,
                ChangeTests.Time,
                new StandingWords(
                    "Half had an answer: later than at all together at {0}, sooner at {1}",
                    "Half had an answer: later than at all together at {0}",
                    "Half had an answer: sooner than at all together at {0}",
                    "Half had an answer: no clear difference between platforms"
                )
            ),
        };

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
            "A tile for each indicator, the worst rating first, has its rating in words, its name and its point.",
            ChartKind.StatusGrid,
            [
                .. set.Of("NAP.03")
                    .Select(figure => new ChartPoint(
                        PointName(set, figure.CodeOf(Dimension.Point)!),
                        figure.Dimensions[^1].Label,
                        figure
                    )),
            ]
        )
        {
            Key = NapTables.Thresholds,
            Finding = ChartFindings.OfRatings(set),
        };

    private static string PointName(FigureSet set, string pointId)
    {
        var point = set.Nap.PointOf(pointId);
        return FormattableString.Invariant($"{point.Number}{Codes.Within}{point.ShortText ?? NapTables.NotConfirmed}");
    }
}
