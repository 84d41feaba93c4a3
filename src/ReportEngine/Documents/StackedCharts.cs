using ReportEngine.Figures;

namespace ReportEngine.Documents;

/// <summary>
/// Bars of a hundred per cent: all together first, then platforms by the share that the title is
/// about.
/// </summary>
internal static class StackedCharts
{
    private const string Reading =
        "Sorted by the share that the title names. In brackets: number of cases. Small parts have no label.";

    /// <summary>One part of a bar.</summary>
    private sealed record Series(string Name, string MetricId, Dimension? Part = null, string? Code = null)
    {
        public Figure Of(FigureSet set, string? platform)
        {
            var values = new List<(Dimension, string)>();
            if (platform is not null)
            {
                values.Add((Dimension.Platform, platform));
            }
            if (Part is { } part)
            {
                values.Add((part, Code!));
            }
            return set.One(MetricId, values);
        }
    }

    private static readonly IReadOnlyList<Series> OfOutcomes =
    [
        new("Acted on", "OUT.02"),
        new("Refused", "OUT.06"),
        new("Answered otherwise", "OUT.10"),
        new("Withdrawn by us", "OUT.01", Dimension.Outcome, "withdrawn"),
        new("Waiting", "OUT.01", Dimension.Outcome, "pending"),
    ];

    private static readonly IReadOnlyList<Series> OfLimits =
    [
        new("Acted on in time", "RT.20", Dimension.InTime, Codes.ActedInTime),
        new("Answered otherwise in time", "RT.20", Dimension.InTime, Codes.AnsweredInTime),
        new("No answer in time", "RT.20", Dimension.InTime, Codes.NoneInTime),
    ];

    internal static Chart Outcomes(FigureSet set, string id) =>
        Of(
            set,
            id,
            "What became of all referrals, by platform",
            "A bar for all platforms together and one for each, the largest share acted on first, is cut into the "
                + "shares of referrals that were acted on, refused, answered otherwise, withdrawn by us, and still "
                + "waiting for an answer. In brackets the number of referrals. "
                + "Shares too small to label are in the table.",
            OfOutcomes,
            OfOutcomes[0]
        ) with
        {
            Key = Reading,
            Finding = ChartFindings.OfPlatforms(
                set,
                "OUT.02",
                new StandingWords(
                    "Acted on: {0} above the total, {1} below",
                    "Acted on: {0} above the total",
                    "Acted on: {0} below the total",
                    "Acted on: no clear difference between platforms"
                )
            ),
        };

    internal static Chart Limits(FigureSet set, string id) =>
        Of(
            set,
            id,
            "Directions by what came within the legal limit, by platform",
            "A bar for all platforms together and one for each, the largest share without an answer in time first, is "
                + "cut into the shares of directions that were acted on in time, answered otherwise in time, and "
                + "not answered in time. In brackets the number of directions whose limit had run out.",
            OfLimits,
            OfLimits[^1]
        ) with
        {
            Key = Reading,
            Finding = ChartFindings.OfPlatforms(
                set,
                "RT.08",
                new StandingWords(
                    "No answer in time: {0} above the total, {1} below",
                    "No answer in time: {0} above the total",
                    "No answer in time: {0} below the total",
                    "No answer in time: no clear difference between platforms"
                )
            ),
        };

    private static Chart Of(
        FigureSet set,
        string id,
        string title,
        string explanation,
        IReadOnlyList<Series> series,
        Series leading
    ) =>
        new(
            id,
            title,
            explanation,
            ChartKind.StackedShares,
            [
                .. Points(set, series, Codes.Total, null),
                .. set.ValuesOf(Dimension.Platform)
                    .OrderByDescending(platform => leading.Of(set, platform.Code).Value ?? -1)
                    .SelectMany(platform => Points(set, series, platform.Label, platform.Code)),
            ]
        )
        {
            Total = Codes.Total,
        };

    private static IEnumerable<ChartPoint> Points(
        FigureSet set,
        IReadOnlyList<Series> series,
        string line,
        string? platform
    ) => series.Select(one => new ChartPoint(line, one.Name, one.Of(set, platform)));
}
