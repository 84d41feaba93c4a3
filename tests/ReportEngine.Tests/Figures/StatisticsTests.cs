using CsCheck;
using ReportEngine.Figures;

namespace ReportEngine.Tests.Figures;

public sealed class StatisticsTests
{
    /// <summary>R. G. Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3.</summary>
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Wilson_interval_is_as_published(long numerator, long denominator, double low, double high)
    {
        var interval = Statistics.Wilson(numerator, denominator);

        Assert.Equal(low, interval.Low, 4);
        Assert.Equal(high, interval.High, 4);
    }

    /// <summary>Maintenance group of the aml data of R's survival package: median 31.</summary>
    [Fact]
    public void Median_with_open_cases_is_that_of_R_for_aml() =>
        Assert.Equal(31, Statistics.KaplanMeierQuantile(Read("9 13 13+ 18 23 28+ 31 34 45+ 48 161+"), 0.5));

    /// <summary>E. J. Freireich and others, Blood 21 (1963) 699: 6-MP and placebo.</summary>
    [Theory]
    [InlineData("6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+", 0.5, 23.0)]
    [InlineData("6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+", 0.25, 13.0)]
    [InlineData("1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23", 0.5, 8.0)]
    public void Quantiles_are_those_published_for_Freireich(string times, double probability, double expected) =>
        Assert.Equal(expected, Statistics.KaplanMeierQuantile(Read(times), probability));

    [Fact]
    public void Quantile_on_a_flat_is_the_middle_of_the_flat() =>
        Assert.Equal(3, Statistics.KaplanMeierQuantile(Read("1 2 4 5"), 0.5));

    [Fact]
    public void Curve_that_stops_short_is_not_reached() =>
        Assert.Null(Statistics.KaplanMeierQuantile(Read("1 2 9+ 9+ 9+"), 0.5));

    [Fact]
    public void Median_of_nine_answers_is_not_printed()
    {
        var hours = Statistics.Quantile(Read("1 2 3 4 5 6 7 8 9"), 0.5);

        Assert.Null(hours.Value);
        Assert.True(hours.Reached);
        Assert.Equal("u", hours.Marker);
    }

    [Fact]
    public void Rate_with_fewer_than_ten_decided_is_not_printed()
    {
        Assert.Null(new Share(3, 9).Value);
        Assert.Equal("u", new Share(3, 9).Marker);
        Assert.Equal("z", new Share(0, 0).Marker);
        Assert.Equal(0.3, new Share(3, 10).Value);
    }

    [Fact]
    public void Wilson_interval_holds_the_share_and_stays_within_0_and_1() =>
        Gen.Int[1, 5000]
            .SelectMany(denominator => Gen.Int[0, denominator].Select(numerator => (numerator, denominator)))
            .Sample(pair =>
            {
                var share = (double)pair.numerator / pair.denominator;
                var interval = Statistics.Wilson(pair.numerator, pair.denominator);
                return interval.Low >= 0
                    && interval.High <= 1
                    && interval.Low <= share + 1e-12
                    && interval.High >= share - 1e-12;
            });

    [Fact]
    public void Quantile_does_not_depend_on_the_order_of_rows() =>
        Gen.Select(Gen.Int[0, 50], Gen.Bool, (seconds, ended) => new Timing(seconds, ended, 1))
            .List[1, 40]
            .Sample(timings =>
                Statistics.KaplanMeierQuantile(timings, 0.5)
                == Statistics.KaplanMeierQuantile(Enumerable.Reverse(timings), 0.5)
            );

    private static List<Timing> Read(string times) =>
        [.. times.Split(' ').Select(time => new Timing(long.Parse(time.TrimEnd('+'), null), !time.EndsWith('+'), 1))];
}
