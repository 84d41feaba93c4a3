using ReportEngine.Figures;

namespace ReportEngine.Tests.Figures;

/// <summary>
/// The sample data says what was published on 25 July and 14 August 2025 (sources in sample-data/README.md).
/// </summary>
public sealed class PublishedTotalsTests
{
    [Theory]
    [InlineData("2025-07-24", 481)]
    [InlineData("2025-08-14", 857)]
    public void Unique_accounts_are_as_published(string asOf, long accounts) =>
        Assert.Equal(new Count(accounts), Sample.With("2025-Q3", asOf, set => set.One("ACC.02").Quantity));

    [Fact]
    public void Actioned_by_14_August_is_533_of_all_referrals() =>
        Assert.Equal(new Share(533, 866), Sample.With("2025", "2025-08-14", set => set.One("OUT.02").Quantity));

    [Fact]
    public void Followers_by_14_August_are_over_two_million() =>
        Assert.True(Sample.With("2025", "2025-08-14", set => set.One("ACC.03").Value) > 2_000_000);

    [Theory]
    [InlineData("facebook", 0.90, 0.96)]
    [InlineData("tiktok", 0.90, 0.96)]
    [InlineData("telegram", 1.00, 1.00)]
    [InlineData("x", 0.28, 0.33)]
    [InlineData("whatsapp", 0.28, 0.33)]
    public void Action_rates_by_platform_are_as_published(string platform, double low, double high) =>
        Assert.InRange(
            Sample.With("2025", "2025-08-14", set => set.One("OUT.02", (Dimension.Platform, platform)).Value)!.Value,
            low,
            high
        );

    [Fact]
    public void BLA_is_on_the_US_list_from_11_August_and_never_on_the_UN_list()
    {
        var before = Coverage("2025-Q2");
        var after = Coverage("2025-Q4");

        Assert.Contains("PK+US+UK", before);
        Assert.Contains("PK+US+UK", after);
        Assert.DoesNotContain(before.Concat(after), code => code.Contains("UN", StringComparison.Ordinal));

        static List<string> Coverage(string period) =>
            Sample.With(
                period,
                null,
                set =>
                    set.Of("LEG.02", Dimension.Organisation)
                        .Where(figure => figure.CodeOf(Dimension.Organisation) == "bla" && figure.Numerator > 0)
                        .Select(figure => figure.CodeOf(Dimension.Coverage)!)
                        .ToList()
            );
    }
}
