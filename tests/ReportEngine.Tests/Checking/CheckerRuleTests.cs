using ReportEngine.Checking;

namespace ReportEngine.Tests.Checking;

/// <summary>Each rule finds what breaks it, where it stands, and nothing else.</summary>
public sealed class CheckerRuleTests
{
    public static TheoryData<string> Names() => [.. BadWorkbooks.All.Select(bad => bad.Name)];

    [Fact]
    public void A_workbook_without_a_fault_has_no_finding() => Assert.Empty(Findings(new WorkbookFixture().Write()));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_broken_rule_is_found_where_it_is_broken(string name)
    {
        var bad = BadWorkbooks.All.Single(one => one.Name == name);

        Assert.Equal(
            (bad.Rule, bad.Severity, bad.Sheet, bad.Cell),
            Assert.Single(
                Findings(bad.Content, bad.FileName)
                    .Select(finding => (finding.Rule, finding.Severity, finding.Sheet, finding.Cell))
            )
        );
    }

    [Fact]
    public void Every_rule_has_a_workbook_that_breaks_it() =>
        Assert.Equal(
            CheckRule.All.Select(rule => (rule.Id, rule.Severity)).Distinct().Order(),
            BadWorkbooks.All.Select(bad => (bad.Rule, bad.Severity)).Distinct().Order()
        );

    [Fact]
    public void Words_in_another_language_are_left_to_a_person()
    {
        var book = new WorkbookFixture().Set(3, "A2", "Dieses Blatt hat eine Tabelle.");
        var check = Check(book.Write(workbook => workbook.OpenXmlPackage.PackageProperties.Language = "de-DE"));

        Assert.Empty(check.Findings);
        Assert.Contains(check.Attestations, attestation => attestation.Rule == "C02");
    }

    [Fact]
    public void What_is_broken_all_over_a_sheet_is_told_ten_times_with_the_rest_counted()
    {
        var book = new WorkbookFixture();
        for (var row = 2; row < 30; row++)
        {
            book.Set(0, FormattableString.Invariant($"B{row}"), "Late†");
        }

        var findings = Findings(book.Write()).Where(finding => finding.Rule == "N02").ToList();

        Assert.Equal(10, findings.Count);
        Assert.EndsWith("And 18 more on this sheet.", findings[^1].Found, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Finding> Findings(byte[] content, string name = "referrals.xlsx") =>
        Check(content, name).Findings;

    private static WorkbookCheck Check(byte[] content, string name = "referrals.xlsx")
    {
        var file = Path.Combine(Sample.TemporaryFolder(), name);
        File.WriteAllBytes(file, content);
        return WorkbookCheck.Of(file);
    }
}
