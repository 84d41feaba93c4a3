using ReportEngine.Tests.Machine.Cli;
using ReportEngine.Tests.Machine.Rendering;
using ReportEngine.Tests.Machine.Web.Browsing;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("ReportEngine.Tests.Machine.LongestFirst", "ReportEngine.Tests.Machine")]

namespace ReportEngine.Tests.Machine;

/// <summary>
/// Classes of which each takes a minute or more begin first, so that none of them is left to run alone at the end.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly Type[] Long =
    [
        typeof(PageTests),
        typeof(DeterminismTests),
        typeof(FaultTests),
        typeof(JourneyTests),
        typeof(LoadTests),
        typeof(KeyboardTests),
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
