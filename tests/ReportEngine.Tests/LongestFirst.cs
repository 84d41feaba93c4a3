using Xunit.Abstractions;

namespace ReportEngine.Tests;

/// <summary>Classes that each take long begin first, so that none of them is left to run alone at the end.</summary>
public abstract class LongestFirst(params IReadOnlyList<Type> longest) : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection =>
            longest
                .TakeWhile(type => !collection.DisplayName.EndsWith(" " + type.FullName, StringComparison.Ordinal))
                .Count()
        );
}
