using ReportEngine.Figures;
using static ReportEngine.Tests.Figures.PublishedTimings;

namespace ReportEngine.Tests.Figures;

public sealed class SurvivalQuantileTests
{
    private const double None = double.NaN;

    /// <summary>Medians and limits as R's survfit prints them.</summary>
    [Theory]
    [InlineData(AmlMaintained, IntervalScale.Log, 31, 18, None)]
    [InlineData(AmlMaintained, IntervalScale.LogLog, 31, 13, None)]
    [InlineData(AmlNonmaintained, IntervalScale.Log, 23, 8, None)]
    [InlineData(SixMercaptopurine, IntervalScale.Log, 23, 16, None)]
    [InlineData(SixMercaptopurine, IntervalScale.LogLog, 23, 13, None)]
    [InlineData(SixMercaptopurine, IntervalScale.Plain, 23, 13, None)]
    [InlineData(Placebo, IntervalScale.Log, 8, 4, 12)]
    [InlineData(Placebo, IntervalScale.LogLog, 8, 4, 11)]
    [InlineData(LungMen, IntervalScale.Log, 270, 212, 310)]
    [InlineData(LungWomen, IntervalScale.Log, 426, 348, 550)]
    public void Median_and_limits_are_those_of_R(
        string times,
        IntervalScale scale,
        double median,
        double low,
        double high
    ) => AssertEstimate(median, low, high, SurvivalCurve.Of(Read(times)).Quantile(0.5, scale));

    /// <summary>Limits of the first quartile in SAS's LIFETEST, by CONFTYPE: LINEAR, LOG and LOGLOG.</summary>
    [Theory]
    [InlineData(IntervalScale.Plain, 107, 276)]
    [InlineData(IntervalScale.Log, 107, 332)]
    [InlineData(IntervalScale.LogLog, 86, 230)]
    public void Limits_of_the_first_quartile_are_those_of_SAS(IntervalScale scale, double low, double high)
    {
        var estimate = SurvivalCurve.Of(Read(TransplantsAll)).Quantile(0.25, scale);

        Assert.Equal((low, high), (estimate.Low, estimate.High));
    }

    /// <summary>
    /// The formal test of quantile.survfit in R's survival package: shares before the first step, on a level, between
    /// steps, on the last level (which ends at the last time, though censored) and beyond the curve.
    /// </summary>
    [Theory]
    [InlineData("9 1 1+ 6 6 8+ 10+", "1 3.5 6 9 9.5 -", "1 1 1 6 6 9")]
    [InlineData("9 6 8+ 10+", "6 6 9 9 - -", "6 6 6 6 9 9")]
    [InlineData("1 1+ 6", null, null)]
    public void Quantiles_on_and_off_the_levels_are_those_of_the_test_of_R(
        string times,
        string? quantiles,
        string? lows
    )
    {
        double[] open = [13 / 14.0, 6 / 7.0, 2 / 3.0, 0.5, 9 / 35.0, 0.1];
        var estimates = open.Select(share => SurvivalCurve.Of(Read(times)).Quantile(1 - share, IntervalScale.Log))
            .ToList();

        Assert.Equal(Numbers(quantiles ?? "1 1 3.5 6 6 6"), estimates.Select(estimate => estimate.Seconds));
        Assert.Equal(Numbers(lows ?? "1 1 1 1 - -"), estimates.Select(estimate => estimate.Low));
        Assert.All(estimates, estimate => Assert.Null(estimate.High));
    }

    /// <summary>
    /// S is 1/2 from 2 on and open cases are last seen at 9: the level ends there, so the middle is (2 + 9) / 2.
    /// </summary>
    [Fact]
    public void Last_level_ends_at_the_last_time_seen() =>
        Assert.Equal(5.5, Statistics.KaplanMeierQuantile(Read("1 2 4+ 9+"), 0.5));

    /// <summary>
    /// The upper log limits of aml Maintained are 0.9456, 0.8753 and 0.9435 at 31, 34 and 48: with 0.06 ended the
    /// limit has to be 0.94 or less, and 34 is the only time it is.
    /// </summary>
    [Fact]
    public void Limit_that_falls_and_rises_is_read_at_the_nearest_level() =>
        Assert.Equal(34, SurvivalCurve.Of(Read(AmlMaintained)).Quantile(0.06, IntervalScale.Log).High);

    /// <summary>1 − 0.9435 = 0.0565 at 48 is a lower level than 0.1247 at 34 and enough for 0.055.</summary>
    [Fact]
    public void Limit_is_read_at_the_lowest_level_that_is_high_enough_though_an_earlier_one_is_too() =>
        Assert.Equal(48, SurvivalCurve.Of(Read(AmlMaintained)).Quantile(0.055, IntervalScale.Log).High);

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Share_outside_0_to_1_has_no_quantile(double share) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            SurvivalCurve.Of(Read("1 2")).Quantile(share, IntervalScale.Log)
        );

    [Fact]
    public void No_share_is_reached_at_once_and_all_at_the_last_ending()
    {
        var curve = SurvivalCurve.Of(Read("3 5 8"));

        Assert.Equal(0, curve.TimeOf(0));
        Assert.Equal(8, curve.TimeOf(1));
    }

    private static void AssertEstimate(double seconds, double low, double high, QuantileEstimate estimate) =>
        Assert.Equal((seconds, low, high), (estimate.Seconds ?? None, estimate.Low ?? None, estimate.High ?? None));

    private static IEnumerable<double?> Numbers(string text) =>
        text.Split(' ')
            .Select(number =>
                number == "-" ? (double?)null : double.Parse(number, System.Globalization.CultureInfo.InvariantCulture)
            );
}
