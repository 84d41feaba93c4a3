using ReportEngine.Cases;

namespace ReportEngine.Figures;

/// <summary>
/// The tests of a release: seven measures, and two of them by platform. Each is made once; page one, tables and the
/// auditor's appendix say the same of it.
/// </summary>
internal static class ChangeTests
{
    private const string Time = "RT.02";

    /// <summary>Acts of the state and of platforms: none is a count that could be withheld.</summary>
    internal static readonly IReadOnlyList<string> Measures =
    [
        Time,
        "RT.08",
        "OUT.02",
        "OUT.06",
        "OUT.08",
        "MIR.02",
        "SAF.02",
    ];

    internal static readonly IReadOnlyList<string> OfPlatforms = [Time, "OUT.02"];

    private static readonly IReadOnlyList<Dimension> Cells = [Dimension.Platform, Dimension.Basis, Dimension.Request];

    internal static IReadOnlyList<ChangeTest> Of(FigureSet set)
    {
        var then = set.SameAge;
        var sides = Measures.ToDictionary(id => id, id => (Before: new Side(then, id), Now: new Side(set, id)));
        var platforms = set.ValuesOf(Dimension.Platform).Select(value => value.Code).ToList();
        return
        [
            .. Family(Measures.Select(id => (id, (string?)null)), ChangeVerdicts.LevelOfMeasures),
            .. Family(
                OfPlatforms.SelectMany(id => platforms.Select(platform => (id, (string?)platform))),
                ChangeVerdicts.LevelOfPlatforms
            ),
        ];

        IEnumerable<ChangeTest> Family(IEnumerable<(string Id, string? Platform)> tests, double level) =>
            ChangeVerdicts.Family(
                tests.Select(one => new ComparedMeasure(
                    MetricCatalogue.Find(one.Id),
                    one.Platform,
                    sides[one.Id].Now.Against(sides[one.Id].Before, one.Platform),
                    FigureOf(then, one.Id, one.Platform)?.Value,
                    FigureOf(set, one.Id, one.Platform)?.Value
                )),
                level
            );
    }

    /// <summary>The value as it is, not like for like; of times, the median in hours.</summary>
    internal static Figure? FigureOf(FigureSet set, string id, string? platform)
    {
        var values = new List<(Dimension, string)>();
        if (platform is not null)
        {
            values.Add((Dimension.Platform, platform));
        }
        if (id == Time)
        {
            values.Add((Dimension.Statistic, Codes.Median));
        }
        return set.Find(id, values);
    }

    /// <summary>The cases of one measure in one period, by platform, kind of request and request.</summary>
    private sealed class Side
    {
        private readonly List<(string? Platform, RequestShare Part)> shares = [];
        private readonly List<(string? Platform, RequestTiming Part)> times = [];
        private readonly bool isTime;

        public Side(FigureSet set, string id)
        {
            isTime = id == Time;
            if (isTime)
            {
                foreach (var row in set.Rows(ResponseQueries.TimeToResponse, Cohort.Submission, Cells))
                {
                    var timing = new Timing(row.Seconds, row.Ended == 1, row.Cases);
                    times.Add((row.Key1, new RequestTiming(CellOf(row), row.Key3!, timing)));
                }
                return;
            }
            var metric = MetricCatalogue.Find(id);
            var computation = (GroupedComputation)metric.Computation;
            foreach (
                var rows in set.Rows(computation.Query, metric.Cohort, Cells)
                    .GroupBy(row => (row.Key1, row.Key2, row.Key3))
            )
            {
                var share = (Share)computation.Compute([.. rows]).Single().Quantity;
                if (share.Denominator > 0)
                {
                    var first = rows.First();
                    var part = new RequestShare(CellOf(first), first.Key3!, share.Numerator, share.Denominator);
                    shares.Add((first.Key1, part));
                }
            }
        }

        /// <param name="platform">Its cells alone; null: all.</param>
        public LikeForLike Against(Side before, string? platform) =>
            isTime
                ? LikeForLikeComparison.OfTimes(Of(before.times, platform), Of(times, platform))
                : LikeForLikeComparison.OfShares(Of(before.shares, platform), Of(shares, platform));

        private static IReadOnlyList<T> Of<T>(IEnumerable<(string? Platform, T Part)> parts, string? platform) =>
            [.. parts.Where(one => platform is null || one.Platform == platform).Select(one => one.Part)];

        private static string CellOf(GroupRow row) => row.Key1 + "|" + row.Key2;
    }
}
