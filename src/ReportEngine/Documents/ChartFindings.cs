using ReportEngine.Figures;

namespace ReportEngine.Documents;

/// <summary>Sentences of a chart by platform.</summary>
/// <param name="Both">{0} stands most clearly above all together, {1} below.</param>
internal sealed record StandingWords(string Both, string Above, string Below, string None);

/// <summary>What charts show, by rule: only what intervals with requests as what varies can bear.</summary>
internal static class ChartFindings
{
    private const int MostNames = 2;

    /// <summary>The two ends that stand apart from all together; null where platforms are not compared.</summary>
    internal static ChartFinding? OfPlatforms(FigureSet set, string metricId, StandingWords words)
    {
        var standings = set.Standings.Where(one => one.Platform is not null && one.Metric.Id == metricId).ToList();
        if (standings.TrueForAll(one => one.Standing == Standing.NotCompared))
        {
            return null;
        }
        return (End(Standing.Above, 1), End(Standing.Below, -1)) switch
        {
            ({ } above, { } below) => new ChartFinding(words.Both, above, below),
            ({ } above, null) => new ChartFinding(words.Above, above),
            (null, { } below) => new ChartFinding(words.Below, below),
            _ => new ChartFinding(words.None),
        };

        string? End(Standing standing, int sign) =>
            standings
                .Where(one => one.Standing == standing)
                .MaxBy(one =>
                    sign * (ChangeTests.FigureOf(set, metricId, one.Platform)?.Value ?? double.PositiveInfinity)
                )
                is { } end
                ? set.Label(Dimension.Platform, end.Platform!).Label
                : null;
    }

    /// <summary>The highest and the lowest, where their intervals lie apart; null where under two have one.</summary>
    /// <param name="apart">{0} is the highest, {1} the lowest.</param>
    internal static ChartFinding? OfIntervals(IReadOnlyList<Figure> platforms, string apart, string none)
    {
        var known = platforms.Where(figure => figure is { Low: not null, High: not null }).ToList();
        return known.Count < 2 ? null
            : known[0].Low > known[^1].High
                ? new ChartFinding(apart, known[0].Dimensions[0].Label, known[^1].Dimensions[0].Label)
            : new ChartFinding(none);
    }

    /// <summary>The red indicators by name; null where there are none or too many for a title.</summary>
    internal static ChartFinding? OfRatings(FigureSet set) =>
        NapMetrics.Rated(set, "red").Select(indicator => indicator.Name).ToList() switch
        {
            [var one] => new ChartFinding("Red: {0}", one),
            { Count: MostNames } names => new ChartFinding("Red: {0}; {1}", names),
            _ => null,
        };
}
