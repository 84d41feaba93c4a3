namespace ReportEngine.Tests.Cases;

/// <summary>What is said of returns that would be counted twice, not at all, or for somebody else.</summary>
public sealed class ImportReturns : IDisposable
{
    private readonly CsvFolder folder = new();

    [Theory]
    [InlineData("agency-1", "2025-Q7", null, "RE126: quarter '2025-Q7' is not a quarter.")]
    [InlineData(
        "agency-2",
        "2025-Q3",
        1,
        "RE119: supersedes_value_id '1' is a row of indicator_id indicator-1, agency_id agency-1, quarter "
            + "2025-Q3, not of indicator_id indicator-1, agency_id agency-2, quarter 2025-Q3."
    )]
    [InlineData("agency-1", "2025-Q3", null, "RE128: return 3 is a second one for indicator-1, agency-1, 2025-Q3.")]
    public void A_return_counts_once_for_its_own_unit_and_quarter(
        string agency,
        string quarter,
        int? superseded,
        string expected
    )
    {
        folder
            .WithLines("agency", "agency-2,Other agency,both,,,")
            .With(
                "nap_value",
                new { value = 40 },
                new { value = 44, supersedes_value_id = 1 },
                new
                {
                    agency_id = agency,
                    quarter,
                    value = 5,
                    supersedes_value_id = superseded,
                }
            );

        Assert.Contains(expected, Assert.Single(folder.Problems()), StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
