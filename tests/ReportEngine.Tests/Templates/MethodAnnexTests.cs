using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;

namespace ReportEngine.Tests.Templates;

/// <summary>What is counted is defined where it is published.</summary>
public sealed class MethodAnnexTests
{
    [Fact]
    public void Every_figure_of_the_catalogue_is_defined_in_the_companion_and_used_in_a_report()
    {
        using var reader = new ReportReader(
            new BuildRequest(
                Sample.Templates,
                Sample.Database,
                "sample data",
                Period.TryParse("2025-Q4"),
                null,
                Edition.All[0],
                Language.English,
                [],
                ""
            ),
            Installation.Find(),
            static _ => { },
            isForChecks: true
        );
        var documents = reader.ReadAll().Select(read => read.Document).ToList();
        var all = MetricCatalogue.All.Select(metric => metric.Id).ToList();

        Assert.Equal(all, Defined(documents.Single(document => document.ReportId == "methods")));
        // Revisions are counted in a release that follows another.
        Assert.Equal(
            ["DQ.03"],
            all.Except(documents.Where(document => document.ReportId != "methods").SelectMany(Defined))
        );
    }

    private static IEnumerable<string> Defined(Document document) =>
        document.Blocks.OfType<Definitions>().SelectMany(block => block.Metrics).Select(metric => metric.Id);
}
