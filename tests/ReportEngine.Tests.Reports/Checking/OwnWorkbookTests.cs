using ReportEngine.Checking;
using ReportEngine.Documents;
using ReportEngine.Tests.Reports.Releases;

namespace ReportEngine.Tests.Reports.Checking;

/// <summary>What we ask of other people's workbooks, ours keep.</summary>
public sealed class OwnWorkbookTests
{
    public static TheoryData<string, string> Outputs()
    {
        var data = new TheoryData<string, string>();
        foreach (var template in Sample.Templates)
        {
            foreach (var language in Sample.Languages)
            {
                data.Add(template.ReportId, language.Code);
            }
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Outputs))]
    public void Our_own_workbooks_break_no_rule(string report, string language) =>
        Assert.Empty(
            WorkbookCheck.Of(Path.Combine(BuiltSample.FolderOf(report, language), report + "-2025-Q4.xlsx")).Findings
        );

    [Theory]
    [InlineData("nap-progress")]
    [InlineData("response-times")]
    [InlineData("quarterly-transparency")]
    public void Workbooks_of_a_release_that_follows_another_and_of_the_auditor_break_no_rule(string report)
    {
        var store = new TestStore();
        store.Publish(store.Build("2025-10-20", report: report));
        var second = store.Build(null, report: report, formats: "xlsx");
        var auditor = store.Build(null, report: report, edition: Edition.All[2], formats: "xlsx");

        Assert.All(
            (string[])[second, auditor],
            folder => Assert.Empty(WorkbookCheck.Of(Path.Combine(folder, report + "-2025-Q3.xlsx")).Findings)
        );
    }
}
