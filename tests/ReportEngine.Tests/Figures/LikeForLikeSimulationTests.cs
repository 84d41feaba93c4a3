using System.Globalization;
using MathNet.Numerics.Random;
using ReportEngine.Figures;

namespace ReportEngine.Tests.Figures;

/// <summary>
/// Quarters in which nothing changed but the mix of requests, again and again: how often would page one say that
/// something rose or fell? A few hundred each time; REPORT_ENGINE_SIMULATIONS=5000 makes more.
/// </summary>
public sealed class LikeForLikeSimulationTests
{
    private const int Fewest = 300;

    private static readonly int Quarters = int.TryParse(
        Environment.GetEnvironmentVariable("REPORT_ENGINE_SIMULATIONS"),
        CultureInfo.InvariantCulture,
        out var asked
    )
        ? asked
        : Fewest;

    /// <summary>With two standard errors of the simulation itself.</summary>
    private static double OneInTwenty => 0.05 + (2 * Math.Sqrt(0.05 * 0.95 / Quarters));

    [Theory]
    [InlineData(200, 0.05)]
    [InlineData(200, 1)]
    [InlineData(1000, 1)]
    public void Where_nothing_changed_at_most_one_release_in_twenty_says_so(int referrals, double together) =>
        Assert.InRange(PartThatSpeaks(referrals, together, more: 0), 0, OneInTwenty);

    /// <summary>
    /// As if referrals varied by themselves, most releases would: the simulation tells the two apart.
    /// </summary>
    [Fact]
    public void With_referrals_as_what_varies_it_would_be_more_than_a_third() =>
        Assert.InRange(PartThatSpeaks(1000, together: 1, more: 0, asCases: true), 1 / 3.0, 1);

    [Fact]
    public void A_change_of_fifteen_points_is_found_in_a_thousand_referrals() =>
        Assert.InRange(PartThatSpeaks(1000, together: 0.2, more: 0.15), 0.8, 1);

    private static double PartThatSpeaks(int referrals, double together, double more, bool asCases = false)
    {
        var spoke = 0;
        for (var seed = 0; seed < Quarters; seed++)
        {
            var random = new MersenneTwister(seed);
            var before = new SimulatedQuarter(random, new QuarterRecipe(referrals, 0.12, together));
            var now = new SimulatedQuarter(random, new QuarterRecipe(referrals, 0.02, together, more));
            var verdicts = SimulatedQuarter.Verdicts(before, now, asCases);
            spoke += verdicts.Any(test => test.Verdict is not (Verdict.NoTest or Verdict.NoClearChange)) ? 1 : 0;
        }
        return (double)spoke / Quarters;
    }
}
