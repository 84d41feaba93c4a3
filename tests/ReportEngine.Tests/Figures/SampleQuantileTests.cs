using CsCheck;
using ReportEngine.Figures;

namespace ReportEngine.Tests.Figures;

public sealed class SampleQuantileTests
{
    /// <summary>R's quantile(1:10, p, type = 1 … 9), whose definitions are Hyndman and Fan's.</summary>
    [Theory]
    [InlineData(0.25, new[] { 3, 3, 2, 2.5, 3, 2.75, 3.25, 2.916667, 2.9375 })]
    [InlineData(0.9, new[] { 9, 9.5, 9, 9, 9.5, 9.9, 9.1, 9.633333, 9.6 })]
    [InlineData(0.5, new[] { 5, 5.5, 5, 5, 5.5, 5.5, 5.5, 5.5, 5.5 })]
    public void Nine_definitions_give_what_R_gives_on_1_to_10(double share, double[] expected) =>
        Assert.All(
            Enum.GetValues<SampleQuantileType>(),
            type =>
                Assert.Equal(
                    expected[(int)type - 1],
                    SampleQuantile.Of(Enumerable.Range(1, 10).Select(number => (double)number), share, type)!.Value,
                    6
                )
        );

    /// <summary>quantile(1:9, probs = seq(0, 1, .1)), type 7: documentation of TIBCO's runtime for R.</summary>
    [Fact]
    public void Tenths_of_1_to_9_are_those_documented() =>
        Assert.All(
            Enumerable.Range(0, 11),
            tenth =>
                Assert.Equal(
                    1 + (0.8 * tenth),
                    SampleQuantile.Of([5, 1, 9, 2, 8, 3, 7, 4, 6], tenth / 10.0, SampleQuantileType.Mode)!.Value,
                    12
                )
        );

    /// <summary>
    /// By hand, type 3 on 1 to 4: n·p − ½ is 1.5 at p = ½, so rank 2; at 3/8 it is 1 and odd, so rank 2 too.
    /// </summary>
    [Fact]
    public void Nearest_rank_at_a_tie_is_the_even_one()
    {
        Assert.Equal(2, SampleQuantile.Of([1, 2, 3, 4], 0.5, SampleQuantileType.NearestEvenRank));
        Assert.Equal(2, SampleQuantile.Of([1, 2, 3, 4], 0.375, SampleQuantileType.NearestEvenRank));
    }

    /// <summary>
    /// By hand: 100 · 0.29 is 29, a step, so the mean of 29 and 30; in binary the product falls just short.
    /// </summary>
    [Fact]
    public void Step_is_met_though_the_product_falls_short_in_binary() =>
        Assert.Equal(
            29.5,
            SampleQuantile.Of(
                Enumerable.Range(1, 100).Select(number => (double)number),
                0.29,
                SampleQuantileType.AveragedInverseDistribution
            )
        );

    [Fact]
    public void No_value_has_no_quantile_and_one_value_has_itself() =>
        Assert.All(
            Enum.GetValues<SampleQuantileType>(),
            type =>
            {
                Assert.Null(SampleQuantile.Of([], 0.5, type));
                Assert.All([0, 0.3, 1], share => Assert.Equal(4, SampleQuantile.Of([4], share, type)));
            }
        );

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Share_outside_0_to_1_is_refused(double share) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleQuantile.Of([1], share, SampleQuantileType.Mode));

    [Fact]
    public void Unknown_definition_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleQuantile.Of([1], 0.5, (SampleQuantileType)10));

    [Fact]
    public void Quantiles_lie_among_the_values_and_rise_with_the_share() =>
        Gen.Select(Gen.Int[-50, 50].List[1, 30], Gen.Double[0, 1], Gen.Double[0, 1], Gen.Enum<SampleQuantileType>())
            .Sample(
                (values, one, other, type) =>
                {
                    var doubles = values.Select(value => (double)value).ToList();
                    var low = SampleQuantile.Of(doubles, Math.Min(one, other), type)!.Value;
                    var high = SampleQuantile.Of(doubles, Math.Max(one, other), type)!.Value;
                    return doubles.Min() - 1e-9 <= low && low <= high + 1e-9 && high <= doubles.Max() + 1e-9;
                }
            );

    [Fact]
    public void Averaged_inverse_is_the_Kaplan_Meier_quantile_when_nothing_is_open() =>
        Gen.Select(Gen.Long[0, 300].List[1, 120], Gen.Int[1, 99])
            .Sample(
                (times, percent) =>
                    SampleQuantile.Of(
                        times.Select(time => (double)time),
                        percent / 100.0,
                        SampleQuantileType.AveragedInverseDistribution
                    )
                    == Statistics.KaplanMeierQuantile(times.Select(time => new Timing(time, true, 1)), percent / 100.0)
            );
}
