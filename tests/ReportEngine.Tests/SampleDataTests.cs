using ReportEngine.SampleData;

namespace ReportEngine.Tests;

public sealed class SampleDataTests
{
    [Fact]
    public void The_generator_writes_the_committed_files()
    {
        var folder = Sample.TemporaryFolder();

        SampleDataSet.Write(folder);

        var committed = Directory
            .EnumerateFiles(Installation.Find().SampleData, "*.csv")
            .Select(file => Path.GetFileName(file)!)
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.Equal(
            committed,
            Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)
        );
        Assert.All(
            committed,
            name =>
                Assert.Equal(
                    File.ReadAllBytes(Path.Combine(Installation.Find().SampleData, name)),
                    File.ReadAllBytes(Path.Combine(folder, name))
                )
        );
    }
}
