using ReportEngine.Figures;
using static ReportEngine.Tests.Figures.PublishedTimings;

namespace ReportEngine.Tests.Figures;

public sealed class SurvivalCurveEdgeTests
{
    [Fact]
    public void No_case_makes_no_curve()
    {
        var curve = SurvivalCurve.Of([]);

        Assert.Empty(curve.Steps);
        Assert.Null(curve.At(0));
        Assert.Equal(0, curve.AtRisk(0));
        Assert.Null(curve.MeanUpTo(1));
        Assert.Equal(default, curve.Quantile(0.5, IntervalScale.LogLog));
    }

    [Fact]
    public void Group_of_no_cases_counts_for_nothing() => Assert.Empty(SurvivalCurve.Of([new(5, true, 0)]).Steps);

    [Fact]
    public void All_open_never_falls_and_is_known_to_the_last_time()
    {
        var curve = SurvivalCurve.Of(Read("2+ 5+ 9+"));

        Assert.Equal([1.0, 1.0, 1.0], curve.Steps.Select(step => step.Survival));
        Assert.Equal(1, curve.At(9));
        Assert.Null(curve.At(10));
        Assert.Equal(default, curve.Quantile(0.1, IntervalScale.Log));
        Assert.Equal(new RestrictedMean(9, 0, 9), curve.MeanUpTo(9));
        Assert.Equal(new Interval(1, 1), curve.IntervalAt(5, IntervalScale.Plain));
        Assert.Null(curve.IntervalAt(5, IntervalScale.LogLog));
    }

    [Fact]
    public void One_case_ended_falls_to_0_and_stays_known()
    {
        var curve = SurvivalCurve.Of(Read("5"));

        Assert.Equal((1.0, 0.0, 0.0), (curve.At(4), curve.At(5), curve.At(500)));
        Assert.Equal(new QuantileEstimate(5, null, null), curve.Quantile(0.5, IntervalScale.Log));
        Assert.Equal(new RestrictedMean(5, 0, 100), curve.MeanUpTo(100));
        Assert.Equal(new RestrictedMean(3, 0, 3), curve.MeanUpTo(3));
        Assert.True(double.IsPositiveInfinity(curve.Steps[0].GreenwoodSum));
    }

    [Fact]
    public void All_ended_at_once_have_a_median_of_0()
    {
        var curve = SurvivalCurve.Of([new(0, true, 7)]);

        Assert.Equal(0, curve.At(0));
        Assert.Equal(0, curve.Quantile(0.5, IntervalScale.LogLog).Seconds);
        Assert.Equal(0, curve.MeanUpTo(10)!.Value.Seconds);
    }

    [Fact]
    public void Case_censored_at_a_time_is_at_risk_at_that_time_and_no_longer()
    {
        var curve = SurvivalCurve.Of(Read("3 3+ 4 4"));

        Assert.Equal((4, 4, 2, 0), (curve.AtRisk(0), curve.AtRisk(3), curve.AtRisk(4), curve.AtRisk(5)));
        Assert.Equal(0.75, curve.At(3));
    }

    [Fact]
    public void Impossible_timings_are_refused()
    {
        Assert.Contains(
            "-1 seconds",
            Assert.Throws<ArgumentException>(() => SurvivalCurve.Of([new(5, true, 1), new(-1, true, 1)])).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "-2 cases",
            Assert.Throws<ArgumentException>(() => SurvivalCurve.Of([new(5, true, -2)])).Message,
            StringComparison.Ordinal
        );
    }
}
