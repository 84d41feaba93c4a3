using ReportEngine.Tests.Reports.Cli;
using ReportEngine.Tests.Reports.Generated;
using ReportEngine.Tests.Reports.Releases;
using ReportEngine.Tests.Reports.Rendering;
using ReportEngine.Tests.Reports.Web;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("ReportEngine.Tests.Reports.LongestFirst", "ReportEngine.Tests.Reports")]

namespace ReportEngine.Tests.Reports;

/// <summary>Classes that each take long begin first, so that none of them is left to run alone at the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly Type[] Long =
    [
        typeof(GeneratedReportTests),
        typeof(ScheduledTests),
        typeof(PublishingTests),
        typeof(OfficialsTests),
        typeof(ReleaseCommandTests),
        typeof(HostileDataTests),
        typeof(ChartShapeTests),
        typeof(ScriptTests),
    ];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection =>
            Array.FindIndex(
                Long,
                type => collection.DisplayName.EndsWith(" " + type.FullName, StringComparison.Ordinal)
            )
                is var place
                    and >= 0
                ? place
                : Long.Length
        );
}
