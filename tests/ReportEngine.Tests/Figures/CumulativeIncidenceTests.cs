using ReportEngine.Figures;
using static ReportEngine.Tests.Figures.PublishedTimings;

namespace ReportEngine.Tests.Figures;

public sealed class CumulativeIncidenceTests
{
    private const string ThreeCauses = "1:1 1:1 2:1 4:2 4:2 4:2 6:3 6:3 7:3 8+ 9+ 9+ 9+ 1+ 2+ 2+ 4+ 4+";

    /// <summary>
    /// Estimates of R's cuminc and standard errors of Stata's stcompet, as the tests of statsmodels hold them.
    /// </summary>
    [Theory]
    [InlineData(1, 1, 0.11111111, 0.07407407)]
    [InlineData(1, 2, 0.17037037, 0.08976251)]
    [InlineData(1, 9, 0.17037037, 0.08976251)]
    [InlineData(2, 2, 0, 0)]
    [InlineData(2, 4, 0.20740741, 0.10610391)]
    [InlineData(2, 9, 0.20740741, 0.10610391)]
    [InlineData(3, 4, 0, 0)]
    [InlineData(3, 6, 0.17777778, 0.11196147)]
    [InlineData(3, 7, 0.26666667, 0.12787781)]
    [InlineData(3, 9, 0.26666667, 0.12787781)]
    public void Incidence_is_that_of_R_and_its_standard_error_that_of_Stata(
        int cause,
        long time,
        double incidence,
        double error
    )
    {
        var curve = CumulativeIncidence.Of(ReadCauses(ThreeCauses), 3);

        Assert.Equal(incidence, curve.At(cause, time)!.Value, 8);
        Assert.Equal(error, curve.Steps.Last(step => step.Seconds <= time).StandardError(cause), 8);
    }

    /// <summary>
    /// J. M. Satagopan and others, British Journal of Cancer 91 (2004) 1229–1235, table 2: the first 9 of 305 patients,
    /// in months, the rest later; in percent to one decimal. From 16 on the paper prints incidences of 0.6, 0.9 and
    /// 1.2, adding parts already rounded to 0.3; the parts are 100/304, 99.671/302, … ≈ 0.33, so the sums 0.66, 0.99,
    /// 1.32.
    /// </summary>
    [Theory]
    [InlineData(10, 304, 99.7, 0.3)]
    [InlineData(16, 302, 99.3, 0.7)]
    [InlineData(18, 301, 99.0, 0.7)]
    [InlineData(23, 300, 98.7, 1.0)]
    [InlineData(26, 298, 98.3, 1.0)]
    [InlineData(27, 297, 98.0, 1.3)]
    public void Incidence_is_that_published_for_breast_cancer(
        long month,
        long atRisk,
        double survival,
        double incidence
    )
    {
        List<CauseTiming> timings = [.. ReadCauses("7+ 10:1 14+ 16:1 18:2 23:1 24+ 26:2 27:1"), new(60, 0, 296)];
        var curve = CumulativeIncidence.Of(timings, 2);

        Assert.Equal(atRisk, curve.Steps.Single(step => step.Seconds == month).AtRisk);
        Assert.Equal(survival, 100 * curve.SurvivalAt(month)!.Value, 1);
        Assert.Equal(incidence, 100 * curve.At(1, month)!.Value, 1);
    }

    /// <summary>
    /// By hand: times 1 (cause 1), 2 (cause 2), 3 (cause 1), 4 (open). F₁ is 1/4, then 1/4 + 1/2 · 1/2 = 1/2; F₂ is
    /// 3/4 · 1/3 = 1/4. No case is censored before 4, so the variance of F₁ at 3 is 1/2 · 1/2 / 4 = 1/16, its log-log
    /// interval 0.5^exp(±1.959964 · 0.25 / (0.5 · 0.693147)) = 0.5^exp(±1.413815): from 0.5^4.111611 = 0.057847
    /// to 0.5^0.243213 = 0.844861.
    /// </summary>
    [Fact]
    public void Incidence_with_its_interval_is_that_computed_by_hand()
    {
        var curve = CumulativeIncidence.Of(ReadCauses("1:1 2:2 3:1 4+"), 2);

        Assert.Equal((0.25, 0.25, 0.5), (curve.At(1, 1), curve.At(1, 2), curve.At(1, 3)));
        Assert.Equal(0.25, curve.At(2, 3)!.Value, 12);
        Assert.Equal(0.25, curve.SurvivalAt(4)!.Value, 12);
        Assert.Equal(1 / 16.0, curve.Steps[2].Variances[0], 12);
        Assert.Equal(0.057847, curve.IntervalAt(1, 3)!.Value.Low, 6);
        Assert.Equal(0.844861, curve.IntervalAt(1, 3)!.Value.High, 6);
    }

    /// <summary>F₁ is level at 1/4 from 1 to 3 (middle 2) and at 1/2 from 3 to the last time, 4 (middle 3.5).</summary>
    [Fact]
    public void Quantile_of_a_cause_follows_the_rule_of_levels_and_may_never_be_reached()
    {
        var curve = CumulativeIncidence.Of(ReadCauses("1:1 2:2 3:1 4+"), 2);

        Assert.Equal(
            (1.0, 2.0, 3.0, 3.5),
            (curve.TimeOf(1, 0.2), curve.TimeOf(1, 0.25), curve.TimeOf(1, 0.4), curve.TimeOf(1, 0.5))
        );
        Assert.Null(curve.TimeOf(1, 0.51));
        Assert.Null(curve.TimeOf(2, 0.5));
    }

    [Fact]
    public void No_case_makes_no_incidence()
    {
        var curve = CumulativeIncidence.Of([], 2);

        Assert.Empty(curve.Steps);
        Assert.Equal((null, null, null), (curve.At(1, 0), curve.SurvivalAt(0), curve.TimeOf(1, 0.5)));
    }

    [Fact]
    public void All_open_have_an_incidence_of_0_known_to_the_last_time()
    {
        var curve = CumulativeIncidence.Of(ReadCauses("3+ 8+"), 1);

        Assert.Equal((0.0, 1.0), (curve.At(1, 8), curve.SurvivalAt(8)));
        Assert.Null(curve.At(1, 9));
        Assert.Null(curve.IntervalAt(1, 8));
    }

    [Fact]
    public void All_ended_at_once_are_split_by_cause_and_known_for_good()
    {
        var curve = CumulativeIncidence.Of([new(0, 1, 3), new(0, 2, 1)], 2);

        Assert.Equal((0.75, 0.25, 0.0), (curve.At(1, 900), curve.At(2, 900), curve.SurvivalAt(900)));
        Assert.Equal(0, curve.TimeOf(1, 0.5));
        Assert.Null(curve.TimeOf(2, 0.5));
    }

    [Theory]
    [InlineData(-1, 1, 1, "-1 seconds")]
    [InlineData(1, 1, -1, "-1 cases")]
    [InlineData(1, 3, 1, "no cause 3 of 2")]
    [InlineData(1, -1, 1, "no cause -1 of 2")]
    public void Impossible_timings_are_refused(long seconds, int cause, long cases, string message) =>
        Assert.Contains(
            message,
            Assert.Throws<ArgumentException>(() => CumulativeIncidence.Of([new(seconds, cause, cases)], 2)).Message,
            StringComparison.Ordinal
        );
}
