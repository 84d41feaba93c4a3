using ReportEngine.Figures;

namespace ReportEngine.Tests.Figures;

/// <summary>Table II of Newcombe (1998), method 10.</summary>
public sealed class DifferenceTests
{
    [Theory]
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(10, 10, 0, 20, 0.6791, 1.0000)]
    [InlineData(10, 10, 0, 10, 0.6075, 1.0000)]
    public void The_interval_of_a_difference_is_the_published_one(
        long a,
        long n,
        long b,
        long m,
        double low,
        double high
    )
    {
        var interval = ReportEngine.Figures.Statistics.Difference(new Share(a, n), new Share(b, m));

        Assert.Equal(low, interval.Low, 0.00005);
        Assert.Equal(high, interval.High, 0.00005);
    }

    [Fact]
    public void Turned_round_it_is_the_same_below_zero()
    {
        var (one, other) = (
            ReportEngine.Figures.Statistics.Difference(new Share(30, 50), new Share(20, 60)),
            ReportEngine.Figures.Statistics.Difference(new Share(20, 60), new Share(30, 50))
        );

        Assert.Equal(one.Low, -other.High, 12);
        Assert.Equal(one.High, -other.Low, 12);
    }
}
