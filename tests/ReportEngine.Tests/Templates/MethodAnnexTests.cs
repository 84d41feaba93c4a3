using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;

namespace ReportEngine.Tests.Templates;

/// <summary>What is counted is defined where it is published.</summary>
public sealed class MethodAnnexTests
{
    [Fact]
    public void Every_figure_of_the_catalogue_is_in_the_method_annex_of_a_report()
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
        var defined = reader
            .ReadAll()
            .SelectMany(read => read.Document.Blocks.OfType<Definitions>())
            .SelectMany(block => block.Metrics)
            .Select(metric => metric.Id);

        // Revisions are counted, and defined, in a release that follows another.
        Assert.Equal(["DQ.03"], MetricCatalogue.All.Select(metric => metric.Id).Except(defined));
    }
}
