using ReportEngine.Documents;
using ReportEngine.Releases;

namespace ReportEngine.Tests.Reports.Releases;

/// <summary>What was changed behind the back of a store is told, and nothing is built on it.</summary>
public sealed class LedgerTests
{
    private readonly TestStore store = new();

    [Theory]
    [InlineData("\"version\":1", "\"version\":7")]
    [InlineData("\"isFinal\":false", "\"isFinal\":true")]
    public void A_changed_line_of_the_ledger_is_told(string was, string becomes)
    {
        store.Publish(store.Build("2025-10-20"));
        store.Publish(store.Build("2025-12-20"));
        var ledger = Path.Combine(store.Folder, ReleaseStore.LedgerName);
        var lines = File.ReadAllText(ledger).Split('\n');
        lines[0] = lines[0].Replace(was, becomes, StringComparison.Ordinal);
        File.WriteAllText(ledger, string.Join('\n', lines));

        Assert.Equal("RE540", TestStore.Code(() => store.Build(null)));
    }

    /// <summary>The names of a line are folders: none leads out of the store.</summary>
    [Theory]
    [InlineData("../../elsewhere", "2025-Q3", "public", "en")]
    [InlineData("response-times", "..", "public", "en")]
    [InlineData("response-times", "2025-Q3", "public/..", "en")]
    [InlineData("response-times", "2025-Q3", "public", "en\u202E")]
    [InlineData("", "2025-Q3", "public", "en")]
    public void A_line_whose_names_lead_elsewhere_is_told(string report, string period, string edition, string language)
    {
        Directory.CreateDirectory(store.Folder);
        var entry = new ReleaseEntry(
            report,
            period,
            edition,
            language,
            1,
            "2025-10-20T18:59:59Z",
            false,
            "2026-01-01T04:30:00Z",
            new string('a', 64),
            ReleaseStore.NoLine
        );
        File.WriteAllBytes(Path.Combine(store.Folder, ReleaseStore.LedgerName), ReleaseStore.Line(entry));

        Assert.Equal("RE540", TestStore.Code(() => ReleaseStore.Open(store.Folder)));
    }

    [Fact]
    public void A_line_taken_out_of_the_ledger_is_told()
    {
        store.Publish(store.Build("2025-10-20"));
        store.Publish(store.Build("2025-12-20"));
        var ledger = Path.Combine(store.Folder, ReleaseStore.LedgerName);
        File.WriteAllText(ledger, string.Join('\n', File.ReadAllText(ledger).Split('\n').Skip(1)));

        Assert.Equal("RE540", TestStore.Code(() => ReleaseStore.Open(store.Folder)));
    }

    [Fact]
    public void A_release_with_another_manifest_than_was_published_is_told()
    {
        var entry = Assert.Single(store.Publish(store.Build("2025-10-20")));
        var file = Path.Combine(store.Folder, entry.Name, Manifest.FileName);
        File.WriteAllBytes(file, (Manifest.Read(File.ReadAllBytes(file)) with { Title = "Another" }).Named().Write());

        Assert.Equal("RE542", TestStore.Code(() => store.Build(null)));
    }

    [Fact]
    public void Changed_figures_of_a_release_are_told()
    {
        var entry = Assert.Single(store.Publish(store.Build("2025-10-20")));
        var figures = Path.Combine(store.Folder, entry.Name, "figures.json");
        File.WriteAllText(
            figures,
            File.ReadAllText(figures).Replace("\"numerator\":6", "\"numerator\":7", StringComparison.Ordinal)
        );

        Assert.Equal("RE542", TestStore.Code(() => store.Build(null)));
    }
}
