using ReportEngine.Figures;

namespace ReportEngine.Documents;

/// <summary>Sentences of a chart by platform.</summary>
/// <param name="Both">{0} stand above all together, {1} below.</param>
internal sealed record StandingWords(string Both, string Above, string Below, string None);

/// <summary>What charts show, by rule: only what intervals with requests as what varies can bear.</summary>
internal static class ChartFindings
{
    /// <summary>More names than these make no title.</summary>
    private const int MostPlatforms = 3;
    private const int MostIndicators = 2;

    /// <summary>Those that stand apart from all together; null where platforms are not compared.</summary>
    internal static ChartFinding? OfPlatforms(FigureSet set, string metricId, StandingWords words)
    {
        var standings = set.Standings.Where(one => one.Platform is not null && one.Metric.Id == metricId).ToList();
        if (standings.TrueForAll(one => one.Standing == Standing.NotCompared))
        {
            return null;
        }
        return (Names(Standing.Above), Names(Standing.Below)) switch
        {
            ({ Count: > 0 } above, { Count: > 0 } below) => new ChartFinding(words.Both, above, below),
            ({ Count: > 0 } above, _) => new ChartFinding(words.Above, above),
            (_, { Count: > 0 } below) => new ChartFinding(words.Below, below),
            _ => new ChartFinding(words.None),
        };

        IReadOnlyList<string> Names(Standing standing)
        {
            var names = PlatformStandings
                .Apart(set, metricId, standing)
                .Select(one => one.Dimensions[0].Label)
                .ToList();
            return names.Count <= MostPlatforms ? names : [.. names.Take(MostPlatforms), "others"];
        }
    }

    /// <summary>The verdict of the release on what was acted on; null where nothing was tested.</summary>
    internal static ChartFinding? OfActions(FigureSet set) =>
        set.Changes.FirstOrDefault(one => one.Platform is null && one.Metric.Id == "OUT.02")?.Verdict switch
        {
            Verdict.Rose => new ChartFinding("Acted on: rose against the period before, like for like"),
            Verdict.Fell => new ChartFinding("Acted on: fell against the period before, like for like"),
            Verdict.NoClearChange => new ChartFinding(
                "Acted on: no clear change against the period before, like for like"
            ),
            _ => null,
        };

    /// <summary>A sentence with shares of all together in it; null where one has no per cent.</summary>
    /// <param name="words">{0} and {1} are the shares.</param>
    internal static ChartFinding? OfShares(string words, params IReadOnlyList<Figure> shares) =>
        shares.All(share => share.Value is not null) ? new ChartFinding(words) { Figures = shares } : null;

    /// <summary>The red indicators by name; null where there are none or too many for a title.</summary>
    internal static ChartFinding? OfRatings(FigureSet set) =>
        NapMetrics.Rated(set, "red").Select(indicator => indicator.Name).ToList() switch
        {
            [var one] => new ChartFinding("Red: {0}", [one]),
            { Count: MostIndicators } names => new ChartFinding("Red: {0}; {1}", [names[0]], [names[1]]),
            _ => null,
        };

    /// <summary>The indicator that is furthest behind the time used; null where none can be held against it.</summary>
    internal static ChartFinding? OfProgress(FigureSet set) =>
        set
            .Nap.Indicators.Select(one => (one.Name, Lag: NapProgress.Lag(set, one)))
            .Where(one => one.Lag is not null)
            .OrderByDescending(one => one.Lag)
            .ToList() switch
        {
            [] => null,
            [{ Lag: > 0 } last, ..] => new ChartFinding("Furthest behind the time used: {0}", [last.Name]),
            _ => new ChartFinding("No indicator is behind the time used"),
        };
}
