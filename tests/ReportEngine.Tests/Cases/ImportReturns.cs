namespace ReportEngine.Tests.Cases;

/// <summary>What is said of returns that would be counted twice, not at all, or for somebody else.</summary>
public sealed class ImportReturns
{
    [Theory]
    [InlineData("3,{0},ctd-punjab,2025-Q7,5,2025-10-10T06:00:00Z,", "RE126: quarter '2025-Q7' is not a quarter.")]
    [InlineData("3,{0},ctd-sindh,2025-Q3,5,2025-10-10T06:00:00Z,1", "RE127: supersedes_value_id '1' is no other return of the same unit.")]
    [InlineData("3,{0},ctd-punjab,2025-Q3,4800,2025-10-10T06:00:00Z,", "RE128: return 3 is a second one for {0}, ctd-punjab, 2025-Q3.")]
    public void A_return_counts_once_for_its_own_unit_and_quarter(string row, string expected)
    {
        var folder = new CaseFolder();
        var indicator = File.ReadLines(folder.FileOf("nap_reporting_unit")).ElementAt(1).Split(',')[1];
        folder.With("nap_value",
            $"1,{indicator},ctd-punjab,2025-Q3,40,2025-10-10T06:00:00Z,",
            $"2,{indicator},ctd-punjab,2025-Q3,44,2025-11-10T06:00:00Z,1",
            row.Replace("{0}", indicator, StringComparison.Ordinal));

        Assert.Contains(expected.Replace("{0}", indicator, StringComparison.Ordinal), Assert.Single(folder.Problems()), StringComparison.Ordinal);
    }
}
