namespace ReportEngine.Figures;

/// <summary>
/// The nine definitions of a sample quantile, numbered as R. J. Hyndman and Y. Fan, "Sample quantiles in statistical
/// packages", The American Statistician 50 (1996) 361–365. To be named beside every percentile of complete data.
/// </summary>
public enum SampleQuantileType
{
    /// <summary>1: the smallest value with at least the share at or below it.</summary>
    InverseDistribution = 1,

    /// <summary>2: as 1, the mean of both neighbours at a step.</summary>
    AveragedInverseDistribution = 2,

    /// <summary>3: the value whose rank is nearest to n·p, an even rank at a tie.</summary>
    NearestEvenRank = 3,

    /// <summary>4: linear between the steps of the distribution.</summary>
    LinearDistribution = 4,

    /// <summary>5: linear between the middles of the steps (Hazen).</summary>
    MidStep = 5,

    /// <summary>6: linear in ranks of n + 1 (Weibull; Excel's PERCENTILE.EXC).</summary>
    Expectation = 6,

    /// <summary>7: linear in ranks of n − 1 (Gumbel; R's and NumPy's default, Excel's PERCENTILE.INC).</summary>
    Mode = 7,

    /// <summary>8: approximately median-unbiased whatever the distribution; the one the paper recommends.</summary>
    MedianUnbiased = 8,

    /// <summary>9: approximately unbiased for normal data (Blom).</summary>
    NormalUnbiased = 9,
}

/// <summary>Quantiles of complete data, where nothing is open and nothing censored.</summary>
public static class SampleQuantile
{
    /// <summary>
    /// How near n·p + m counts as a whole number: four times the machine's precision, as in R's quantile, times the
    /// rank, without which 100 · 0.29 would fall short of 29.
    /// </summary>
    private const double Fuzz = 4 * 2.220446049250313e-16;

    /// <summary>
    /// The quantile in the unit of the values: with j = ⌊n·p + m⌋ and g = n·p + m − j, it is
    /// (1 − γ)·x_j + γ·x_(j+1), ranks below 1 and above n standing for the ends. Types 4 to 9 take γ = g and
    /// m = a + p·(1 − a − b). Null when there is no value.
    /// </summary>
    /// <param name="values">Finite values in any order.</param>
    /// <param name="share">A fraction from 0 to 1, both included.</param>
    /// <param name="type">Which of the nine definitions.</param>
    public static double? Of(IEnumerable<double> values, double share, SampleQuantileType type)
    {
        if (share is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "A quantile needs a share from 0 to 1.");
        }
        var sorted = values.Order().ToList();
        if (sorted.Count == 0)
        {
            return null;
        }
        var position = (sorted.Count * share) + Shift(share, type);
        var fuzz = Fuzz * Math.Max(1, position);
        var rank = (int)Math.Floor(position + fuzz);
        var rest = Math.Abs(position - rank) < fuzz ? 0 : position - rank;
        var weight = Weight(type, rank, rest);
        var low = sorted[Math.Clamp(rank, 1, sorted.Count) - 1];
        var high = sorted[Math.Clamp(rank + 1, 1, sorted.Count) - 1];
        return weight == 0 ? low
            : weight == 1 ? high
            : ((1 - weight) * low) + (weight * high);
    }

    private static double Weight(SampleQuantileType type, int rank, double rest) =>
        type switch
        {
            SampleQuantileType.InverseDistribution => rest > 0 ? 1 : 0,
            SampleQuantileType.AveragedInverseDistribution => rest > 0 ? 1 : 0.5,
            SampleQuantileType.NearestEvenRank => rest == 0 && rank % 2 == 0 ? 0 : 1,
            _ => rest,
        };

    private static double Shift(double share, SampleQuantileType type) =>
        type switch
        {
            SampleQuantileType.InverseDistribution or SampleQuantileType.AveragedInverseDistribution => 0,
            SampleQuantileType.NearestEvenRank => -0.5,
            SampleQuantileType.LinearDistribution => 0,
            SampleQuantileType.MidStep => 0.5,
            SampleQuantileType.Expectation => share,
            SampleQuantileType.Mode => 1 - share,
            SampleQuantileType.MedianUnbiased => (1 + share) / 3,
            SampleQuantileType.NormalUnbiased => 0.375 + (share / 4),
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "No such definition."),
        };
}
