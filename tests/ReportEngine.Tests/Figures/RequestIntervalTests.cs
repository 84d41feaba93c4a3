using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;
using ReportEngine.Figures;

namespace ReportEngine.Tests.Figures;

/// <summary>Intervals in which requests, and not cases, vary by themselves.</summary>
public sealed class RequestIntervalTests
{
    private const int Hour = 3600;

    [Fact]
    public void Fewer_than_five_requests_or_ten_cases_have_no_interval()
    {
        Assert.Null(RequestInterval.OfShare([.. Requests(4, yes: 2, cases: 5)]));
        Assert.Null(RequestInterval.OfShare([.. Requests(9, yes: 1, cases: 1)]));
        Assert.NotNull(RequestInterval.OfShare([.. Requests(5, yes: 1, cases: 2)]));
    }

    /// <summary>
    /// Twenty requests of five, ten with all and ten with none: the design effect is 20/19 x 20 x 6.25 / (100 x 0.25) =
    /// 5.263, so 19 of 100 cases tell as much; t of 19 degrees of freedom is 2.0930, so 16.66 of them, and Wilson's
    /// interval of a half out of those is 0.5 ± 0.2164.
    /// </summary>
    [Fact]
    public void A_share_answered_as_one_is_worked_out_by_hand()
    {
        var ends = RequestInterval
            .OfShare([.. Requests(10, yes: 5, cases: 5, first: 0), .. Requests(10, yes: 0, cases: 5, first: 10)])!
            .Value;

        Assert.Equal(0.2836, ends.Low, 3);
        Assert.Equal(0.7164, ends.High, 3);
    }

    /// <summary>Of all or none each request tells as much as one case: 10 of 10 with t of 9, not 50 of 50.</summary>
    [Fact]
    public void Of_all_each_request_counts_as_one()
    {
        var ends = RequestInterval.OfShare([.. Requests(10, yes: 5, cases: 5)])!.Value;

        Assert.Equal(1, ends.High);
        Assert.InRange(ends.Low, 0.6, Statistics.Wilson(10, 10).Low);
    }

    [Fact]
    public void Never_narrower_than_if_cases_varied_by_themselves()
    {
        var random = new MersenneTwister(7);
        for (var round = 0; round < 200; round++)
        {
            var parts = Enumerable
                .Range(0, 12)
                .Select(number => new RequestShare("a", "r" + number, Binomial.Sample(random, 0.4, 6), 6))
                .ToList();
            var ends = RequestInterval.OfShare(parts)!.Value;
            var wilson = Statistics.Wilson(parts.Sum(part => part.Yes), 72);

            Assert.True(ends.Low <= wilson.Low && ends.High >= wilson.High);
        }
    }

    /// <summary>A request a case: the variance of the hazard is near Greenwood's, and t widens it a little.</summary>
    [Fact]
    public void A_median_of_single_cases_has_nearly_the_interval_of_the_curve()
    {
        var timings = Enumerable.Range(1, 200).Select(hour => new Timing(hour * Hour, true, 1)).ToList();
        var plain = SurvivalCurve.Of(timings).Quantile(0.5, IntervalScale.LogLog);
        var ours = RequestInterval
            .OfMedian([.. timings.Select((timing, number) => new RequestTiming("a", "r" + number, timing))])!
            .Value;

        Assert.Equal(plain.Seconds, ours.Seconds);
        Assert.InRange(ours.Low!.Value, plain.Low!.Value - (3 * Hour), plain.Low.Value);
        Assert.InRange(ours.High!.Value, plain.High!.Value, plain.High.Value + (3 * Hour));
    }

    /// <summary>Sums over requests are kept and not the requests: they come to the same.</summary>
    [Fact]
    public void The_variance_is_that_of_the_formula()
    {
        var random = new MersenneTwister(11);
        var parts = Enumerable
            .Range(0, 60)
            .Select(number => new RequestTiming(
                "a",
                "r" + (number % 13),
                new Timing(DiscreteUniform.Sample(random, 1, 25), number % 4 != 0, 1)
            ))
            .ToList();
        var steps = SurvivalCurve.Of(parts.Select(part => part.Timing)).Steps;

        var kept = new ClusteredHazard(parts).VariancesAt(steps).ToList();

        Assert.All(
            steps.Zip(kept),
            pair =>
            {
                var until = steps.Where(step => step.Seconds <= pair.First.Seconds).ToList();
                var formula = parts
                    .GroupBy(part => part.Request)
                    .Sum(request => Math.Pow(request.Sum(part => PartOf(part.Timing, until)), 2));
                Assert.Equal(formula, pair.Second, 1e-9);
            }
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void The_true_share_is_in_at_least_nineteen_of_twenty(double together)
    {
        var covered = 0;
        const int Rounds = 400;
        for (var seed = 0; seed < Rounds; seed++)
        {
            var random = new MersenneTwister(seed);
            var parts = Enumerable
                .Range(0, 30)
                .Select(number =>
                {
                    var size = DiscreteUniform.Sample(random, 1, 8);
                    var isTogether = ContinuousUniform.Sample(random, 0, 1) < together;
                    var yes = isTogether ? size * Binomial.Sample(random, 0.6, 1) : Binomial.Sample(random, 0.6, size);
                    return new RequestShare("a", "r" + number, yes, size);
                })
                .ToList();
            var ends = RequestInterval.OfShare(parts)!.Value;
            covered += ends.Low <= 0.6 && 0.6 <= ends.High ? 1 : 0;
        }
        // With two standard errors of the simulation.
        Assert.InRange((double)covered / Rounds, 0.95 - (2 * Math.Sqrt(0.05 * 0.95 / Rounds)), 1);
    }

    private static double PartOf(Timing timing, IReadOnlyList<SurvivalStep> steps) =>
        steps.Sum(step =>
            step.Seconds > timing.Seconds
                ? 0
                : ((timing.Ended && step.Seconds == timing.Seconds ? 1.0 : 0) - ((double)step.Ended / step.AtRisk))
                    / step.AtRisk
        );

    private static IEnumerable<RequestShare> Requests(int number, long yes, long cases, int first = 0) =>
        Enumerable.Range(first, number).Select(one => new RequestShare("a", "r" + one, yes, cases));
}
