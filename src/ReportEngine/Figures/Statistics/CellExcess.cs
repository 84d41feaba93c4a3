namespace ReportEngine.Figures;

/// <summary>What one cell adds to a comparison of two periods: <see cref="LikeForLike"/>.</summary>
/// <param name="Excess">Observed less expected of this period.</param>
/// <param name="VarianceOfCases">Were cases to vary by themselves: the hypergeometric of Mantel and Haenszel.</param>
/// <param name="Variance">Over requests, the square of what their cases add.</param>
/// <param name="Spread">Over periods, the square of the variance by the requests less one.</param>
internal sealed record CellExcess(double Excess, double VarianceOfCases, double Variance, double Spread)
{
    public static CellExcess OfShares(IReadOnlyList<RequestShare> before, IReadOnlyList<RequestShare> now)
    {
        var (n0, n1) = ((double)before.Sum(one => one.Cases), (double)now.Sum(one => one.Cases));
        var n = n0 + n1;
        var share = (before.Sum(one => one.Yes) + now.Sum(one => one.Yes)) / n;
        var partOfNow = n1 / n;
        return Of(
            now.Sum(one => one.Yes) - (n1 * share),
            n0 * n1 * share * (1 - share) / (n - 1),
            before.Select(one => (one.Request, -partOfNow * (one.Yes - (one.Cases * share)))),
            now.Select(one => (one.Request, (1 - partOfNow) * (one.Yes - (one.Cases * share))))
        );
    }

    /// <summary>An answer and an end of observation at one time: the answer is first.</summary>
    public static CellExcess OfTimes(IReadOnlyList<RequestTiming> before, IReadOnlyList<RequestTiming> now)
    {
        var rows = before
            .Select(one => (one.Request, one.Timing, IsNow: false))
            .Concat(now.Select(one => (one.Request, one.Timing, IsNow: true)))
            .GroupBy(one => one.Timing.Seconds)
            .OrderBy(group => group.Key);
        var (left, ofNow) = (
            (double)(before.Sum(one => one.Timing.Cases) + now.Sum(one => one.Timing.Cases)),
            (double)now.Sum(one => one.Timing.Cases)
        );
        var (excess, variance, hazard, hazardOfNow) = (0.0, 0.0, 0.0, 0.0);
        var added = (Before: new List<(string, double)>(), Now: new List<(string, double)>());
        foreach (var tied in rows)
        {
            var part = ofNow / left;
            var ended = (double)tied.Where(one => one.Timing.Ended).Sum(one => one.Timing.Cases);
            excess += tied.Where(one => one is { IsNow: true, Timing.Ended: true }).Sum(one => one.Timing.Cases);
            excess -= ended * part;
            variance += left > 1 ? ended * part * (1 - part) * (left - ended) / (left - 1) : 0;
            hazard += ended / left;
            hazardOfNow += part * ended / left;
            foreach (var (request, timing, isNow) in tied)
            {
                var own = timing.Ended ? (isNow ? 1 : 0) - part : 0;
                var expected = (isNow ? hazard : 0) - hazardOfNow;
                (isNow ? added.Now : added.Before).Add((request, timing.Cases * (own - expected)));
            }
            left -= tied.Sum(one => one.Timing.Cases);
            ofNow -= tied.Where(one => one.IsNow).Sum(one => one.Timing.Cases);
        }
        return Of(excess, variance, added.Before, added.Now);
    }

    private static CellExcess Of(
        double excess,
        double varianceOfCases,
        IEnumerable<(string Request, double Added)> before,
        IEnumerable<(string Request, double Added)> now
    )
    {
        var (variance, spread) = (0.0, 0.0);
        foreach (var side in (IEnumerable<(string Request, double Added)>[])[before, now])
        {
            var requests = side.GroupBy(one => one.Request, StringComparer.Ordinal)
                .Select(request => request.Sum(one => one.Added))
                .ToList();
            var part = requests.Sum(added => added * added);
            variance += part;
            spread += part * part / Math.Max(1, requests.Count - 1);
        }
        return new CellExcess(excess, varianceOfCases, variance, spread);
    }
}
