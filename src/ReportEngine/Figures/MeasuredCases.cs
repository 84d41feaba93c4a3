using ReportEngine.Cases;

namespace ReportEngine.Figures;

/// <summary>The cases of one measure in one period, by platform, kind of request and request.</summary>
internal sealed class MeasuredCases
{
    private static readonly IReadOnlyList<Dimension> Cells = [Dimension.Platform, Dimension.Basis, Dimension.Request];

    private readonly List<(string? Platform, string Basis, RequestShare Part)> shares = [];
    private readonly List<(string? Platform, string Basis, RequestTiming Part)> times = [];
    private readonly bool isTime;

    private MeasuredCases(bool isTime) => this.isTime = isTime;

    public static MeasuredCases Of(FigureSet set, string metricId)
    {
        var cases = new MeasuredCases(metricId == ChangeTests.Time);
        if (cases.isTime)
        {
            foreach (var row in set.Rows(ResponseQueries.TimeToResponse, Cohort.Submission, Cells))
            {
                var timing = new Timing(row.Seconds, row.Ended == 1, row.Cases);
                cases.times.Add((row.Key1, BasisOf(row), new RequestTiming(CellOf(row), row.Key3!, timing)));
            }
            return cases;
        }
        var metric = MetricCatalogue.Find(metricId);
        var computation = (GroupedComputation)metric.Computation;
        foreach (
            var rows in set.Rows(computation.Query, metric.Cohort, Cells).GroupBy(row => (row.Key1, row.Key2, row.Key3))
        )
        {
            var share = (Share)computation.Compute([.. rows]).Single().Quantity;
            if (share.Denominator > 0)
            {
                var first = rows.First();
                var part = new RequestShare(CellOf(first), first.Key3!, share.Numerator, share.Denominator);
                cases.shares.Add((first.Key1, BasisOf(first), part));
            }
        }
        return cases;
    }

    /// <param name="platform">Its cells alone; null: all.</param>
    public LikeForLike Against(MeasuredCases before, string? platform) =>
        isTime
            ? LikeForLikeComparison.OfTimes(Of(before.times, platform), Of(times, platform))
            : LikeForLikeComparison.OfShares(Of(before.shares, platform), Of(shares, platform));

    /// <summary>
    /// The interval of the value with requests as what varies: a share from 0 to 1, or a median in seconds, without an
    /// end that is not reached. Null where there are too few.
    /// </summary>
    /// <param name="platform">Of it alone; null: of all together.</param>
    public (double? Low, double? High)? IntervalOf(string? platform)
    {
        if (isTime)
        {
            return RequestInterval.OfMedian(Of(times, platform)) is { } median ? (median.Low, median.High) : null;
        }
        return RequestInterval.OfShare(Of(shares, platform)) is { } ends ? (ends.Low, ends.High) : null;
    }

    /// <summary>How many cases are of each kind of request.</summary>
    public IReadOnlyDictionary<string, long> ByBasis =>
        shares
            .Select(one => (one.Basis, one.Part.Cases))
            .Concat(times.Select(one => (one.Basis, one.Part.Timing.Cases)))
            .GroupBy(one => one.Basis, StringComparer.Ordinal)
            .ToDictionary(basis => basis.Key, basis => basis.Sum(one => one.Cases), StringComparer.Ordinal);

    private static IReadOnlyList<T> Of<T>(
        IEnumerable<(string? Platform, string Basis, T Part)> parts,
        string? platform
    ) => [.. parts.Where(one => platform is null || one.Platform == platform).Select(one => one.Part)];

    private static string BasisOf(GroupRow row) => row.Key2 ?? DimensionValues.NotRecorded;

    private static string CellOf(GroupRow row) => row.Key1 + "|" + row.Key2;
}
