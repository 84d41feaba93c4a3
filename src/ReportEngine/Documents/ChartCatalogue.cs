using ReportEngine.Figures;

namespace ReportEngine.Documents;

/// <summary>Every chart a template may ask for by id. A new chart is one entry.</summary>
public static class ChartCatalogue
{
    private static readonly Dictionary<string, Func<FigureSet, string, Chart>> Builders = new(StringComparer.Ordinal)
    {
        ["action_rates"] = (set, id) => Shares(set, id, "OUT.02",
            "Share of referrals actioned, by platform",
            "A dot for each platform shows the share of its referrals that it acted on; the line through the dot is the 95 % interval."),
        ["within_48_hours"] = (set, id) => Shares(set, id, "RT.07",
            "Share of referrals actioned within 48 hours, by platform",
            "A dot for each platform shows the share of its referrals actioned within 48 hours; the line through the dot is the 95 % interval."),
        ["response_times"] = ResponseTimes,
        ["nap_progress"] = Progress,
    };

    public static IReadOnlyCollection<string> Ids => Builders.Keys;

    public static Chart Build(string id, FigureSet set) => Builders[id](set, id);

    private static Chart Shares(FigureSet set, string id, string metricId, string title, string explanation) => new(
        id, title, explanation, ChartKind.ShareDots,
        [.. set.Of(metricId, Dimension.Platform).Select(figure => new ChartPoint(figure.Dimensions[0].Label, "", figure))]);

    private static Chart ResponseTimes(FigureSet set, string id) => new(
        id, "Hours to a final response: half of all referrals, and nine in ten, by platform",
        "For each platform a round dot shows the median time to a final response and a square the 90th percentile. A platform without a dot had not answered that share of its referrals by the cut-off.",
        ChartKind.HourDots,
        [.. set.Of("RT.02", Dimension.Platform)
            .Where(figure => figure.CodeOf(Dimension.Statistic) is Codes.Median or Codes.NinetiethPercentile)
            .Select(figure => new ChartPoint(figure.Dimensions[0].Label, figure.Dimensions[^1].Label, figure))]);

    private static Chart Progress(FigureSet set, string id) => new(
        id, "Progress of each indicator from its baseline to its target",
        "A bar for each indicator runs from its baseline (0 %) towards its target (100 %).",
        ChartKind.ProgressBars,
        [.. set.Of("NAP.02").Select(figure => new ChartPoint(
            figure.Dimensions[^1].Label, "", figure))]);
}
