using ReportEngine.Figures;
using static ReportEngine.Tests.Figures.PublishedTimings;

namespace ReportEngine.Tests.Figures;

public sealed class RestrictedMeanTests
{
    /// <summary>aml and Freireich: R's print of survfit, restricted to the last time.</summary>
    [Theory]
    [InlineData(AmlMaintained, 161, 52.6455, 4)]
    [InlineData(SixMercaptopurine, 35, 23.2874, 4)]
    [InlineData(Placebo, 23, 8.666667, 6)] // no case open: the plain mean, 182 / 21
    public void Restricted_mean_is_the_area_under_the_curve(string times, long upTo, double expected, int decimals) =>
        Assert.Equal(expected, SurvivalCurve.Of(Read(times)).MeanUpTo(upTo)!.Value.Seconds, decimals);

    /// <summary>
    /// The same sample in R (print of survfit with rmean) and in Stata (stci, rmean): 37.85714, 10.73888.
    /// </summary>
    [Fact]
    public void Restricted_mean_and_its_standard_error_are_those_of_R_and_Stata()
    {
        var mean = SurvivalCurve.Of(Read("10 15 23 30 35 52 100+")).MeanUpTo(100)!.Value;

        Assert.Equal(37.85714, mean.Seconds, 5);
        Assert.Equal(10.73888, mean.StandardError, 5);
        Assert.Equal(100, mean.UpToSeconds);
    }

    [Fact]
    public void Mean_beyond_what_is_known_is_none() => Assert.Null(SurvivalCurve.Of(Read("3 5+")).MeanUpTo(6));
}
