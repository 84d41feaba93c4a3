using MathNet.Numerics;

namespace ReportEngine.Figures;

/// <summary>Works out <see cref="LikeForLike"/> from the cases of two periods.</summary>
public static class LikeForLikeComparison
{
    private const double Hour = 3600;

    public static LikeForLike OfShares(IReadOnlyList<RequestShare> before, IReadOnlyList<RequestShare> now)
    {
        var cells = Common(before, now, one => one.Cell);
        var weights = new Weights(cells.Select(cell => (CasesOf(cell.Before), CasesOf(cell.Now))));
        var excesses = cells.Select(cell => CellExcess.OfShares(cell.Before, cell.Now)).ToList();
        var expected = new double[4];
        foreach (var (one, other) in cells)
        {
            var (n0, n1) = ((double)CasesOf(one), (double)CasesOf(other));
            var share = (one.Sum(part => part.Yes) + other.Sum(part => part.Yes)) / (n0 + n1);
            expected[0] += n0 * share;
            expected[1] += n1 * share;
            expected[2] += n0 * (1 - share);
            expected[3] += n1 * (1 - share);
        }
        return Of(
            isTime: false,
            Side(before, cells.Select(cell => cell.Before)),
            Side(now, cells.Select(cell => cell.Now)),
            weights,
            excesses,
            expected.Min()
        );

        LikeForLikeSide Side(IReadOnlyList<RequestShare> all, IEnumerable<IReadOnlyList<RequestShare>> common)
        {
            var sides = common.ToList();
            return new LikeForLikeSide(
                CasesOf(all),
                all.Sum(one => one.Yes),
                RequestsOf(sides.SelectMany(side => side).Select(one => one.Request)),
                weights.MeanOf(sides.Select(side => (double)side.Sum(one => one.Yes) / CasesOf(side)))
            );
        }
    }

    public static LikeForLike OfTimes(IReadOnlyList<RequestTiming> before, IReadOnlyList<RequestTiming> now)
    {
        var cells = Common(before, now, one => one.Cell);
        var weights = new Weights(cells.Select(cell => (CasesOf(cell.Before), CasesOf(cell.Now))));
        return Of(
            isTime: true,
            Side(before, cells.Select(cell => cell.Before)),
            Side(now, cells.Select(cell => cell.Now)),
            weights,
            [.. cells.Select(cell => CellExcess.OfTimes(cell.Before, cell.Now))],
            Math.Min(cells.Sum(cell => AnswersOf(cell.Before)), cells.Sum(cell => AnswersOf(cell.Now)))
        );

        LikeForLikeSide Side(IReadOnlyList<RequestTiming> all, IEnumerable<IReadOnlyList<RequestTiming>> common)
        {
            var sides = common.ToList();
            var curves = sides.Select(side => SurvivalCurve.Of(side.Select(one => one.Timing)));
            return new LikeForLikeSide(
                CasesOf(all),
                AnswersOf(all),
                RequestsOf(sides.SelectMany(side => side).Select(one => one.Request)),
                MixedCurve.Median([.. curves], weights.Shares) / Hour
            );
        }
    }

    private static LikeForLike Of(
        bool isTime,
        LikeForLikeSide before,
        LikeForLikeSide now,
        Weights weights,
        IReadOnlyList<CellExcess> cells,
        double expected
    )
    {
        var excess = cells.Sum(cell => cell.Excess);
        var variance = cells.Sum(cell => cell.Variance);
        var comparable = weights.Total * (before.Cases + now.Cases) / (before.Cases * (double)now.Cases);
        var isTested =
            comparable >= LikeForLike.LeastComparable
            && Math.Min(before.Requests, now.Requests) >= LikeForLike.LeastRequests
            && variance > 0
            && expected >= (isTime ? LikeForLike.LeastAnswers : LikeForLike.LeastExpected);
        return new LikeForLike(
            isTime,
            before,
            now,
            cells.Count,
            cells.Count == 0 ? 0 : comparable,
            expected,
            excess,
            Math.Sqrt(cells.Sum(cell => cell.VarianceOfCases)),
            Math.Sqrt(variance),
            isTested ? Test(excess, variance, cells.Sum(cell => cell.Spread)) : null
        );
    }

    private static LikeForLikeTest Test(double excess, double variance, double spread)
    {
        var (freedom, t) = (variance * variance / spread, excess / Math.Sqrt(variance));
        var z = Math.CopySign(
            ((8 * freedom) + 1) / ((8 * freedom) + 3) * Math.Sqrt(freedom * double.LogP1(t * t / freedom)),
            t
        );
        return new LikeForLikeTest(freedom, t, z, SpecialFunctions.Erfc(Math.Abs(z) / Constants.Sqrt2));
    }

    /// <summary>The cells with cases in both periods, in the order of their names.</summary>
    private static List<(IReadOnlyList<T> Before, IReadOnlyList<T> Now)> Common<T>(
        IEnumerable<T> before,
        IEnumerable<T> now,
        Func<T, string> cellOf
    )
    {
        var after = now.ToLookup(cellOf, StringComparer.Ordinal);
        return
        [
            .. before
                .GroupBy(cellOf, StringComparer.Ordinal)
                .Where(cell => after.Contains(cell.Key))
                .OrderBy(cell => cell.Key, StringComparer.Ordinal)
                .Select(cell => ((IReadOnlyList<T>)[.. cell], (IReadOnlyList<T>)[.. after[cell.Key]])),
        ];
    }

    private static long RequestsOf(IEnumerable<string> requests) =>
        requests.Distinct(StringComparer.Ordinal).LongCount();

    private static long CasesOf(IEnumerable<RequestShare> side) => side.Sum(one => one.Cases);

    private static long CasesOf(IEnumerable<RequestTiming> side) => side.Sum(one => one.Timing.Cases);

    private static long AnswersOf(IEnumerable<RequestTiming> side) =>
        side.Where(one => one.Timing.Ended).Sum(one => one.Timing.Cases);

    /// <summary>
    /// What each cell weighs: n₀n₁ / (n₀ + n₁), so that a cell counts as far as both periods have cases of it.
    /// </summary>
    private sealed class Weights(IEnumerable<(long Before, long Now)> cells)
    {
        private readonly IReadOnlyList<double> weights =
        [
            .. cells.Select(cell => (double)cell.Before * cell.Now / (cell.Before + cell.Now)),
        ];

        public double Total => weights.Sum();

        public IReadOnlyList<double> Shares => [.. weights.Select(weight => weight / Total)];

        public double? MeanOf(IEnumerable<double> values) =>
            weights.Count == 0 ? null : weights.Zip(values, (weight, value) => weight * value).Sum() / Total;
    }
}
