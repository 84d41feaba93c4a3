using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Releases;

namespace ReportEngine.Tests.Reports.Releases;

public sealed class TracingTests
{
    private static readonly Lazy<(string Public, string Auditor)> Built = new(() =>
    {
        var store = new TestStore();
        return (
            store.Build(null, "2025-Q4", "quarterly-transparency"),
            store.Build(null, "2025-Q4", "quarterly-transparency", edition: Edition.All[2])
        );
    });

    [Fact]
    public void Each_figure_that_a_release_shows_has_a_trace()
    {
        var shown = FigureFile
            .Read(File.ReadAllBytes(Path.Combine(Built.Value.Public, FigureFile.FileName)))
            .Where(figure => figure.Quantity is not Withheld && figure.Key.MetricId != "DQ.03");
        var traced = TraceFile
            .Read(File.ReadAllBytes(Path.Combine(Built.Value.Public, TraceFile.FileName)))
            .Figures.Select(entry => entry.Figure)
            .ToHashSet();

        Assert.All(shown, figure => Assert.Contains(figure.Key, traced));
        Assert.Equal(shown.Count(), traced.Count);
    }

    [Fact]
    public void The_public_sees_digests_and_no_key_and_the_auditor_both()
    {
        var (open, restricted) = (Read(Built.Value.Public), Read(Built.Value.Auditor));

        Assert.Null(open.Salt);
        Assert.All(open.Figures.SelectMany(entry => entry.Sources), source => Assert.Null(source.Keys));
        Assert.NotNull(restricted.Salt);
        Assert.All(
            restricted.Figures.SelectMany(entry => entry.Sources),
            source => Assert.Equal(source.Sha256, TraceFile.Digest(KeysOf(source.Keys!), restricted.Salt!))
        );
        var same = restricted.Figures.ToDictionary(
            entry => entry.Figure,
            entry => entry.Sources.Select(source => source.Sha256)
        );
        Assert.All(
            open.Figures.Where(entry => entry.Figure.MetricId != "DQ.04"),
            entry => Assert.Equal(same[entry.Figure], entry.Sources.Select(source => source.Sha256))
        );
    }

    [Fact]
    public void The_database_gives_the_rows_of_a_public_release_and_they_are_counted()
    {
        var traced = Tracing.Of(Built.Value.Public, "REF.01", Dimension.Platform, Sample.Database, Installation.Find());

        Assert.NotEmpty(traced);
        Assert.All(
            traced,
            figure => Assert.Equal(((Count)figure.Released!).Number, Assert.Single(figure.Sources).Keys!.Count)
        );
    }

    [Fact]
    public void Another_database_is_told()
    {
        using var folder = new ReportEngine.Tests.Cases.CsvFolder();
        folder.Referral("x", "2025-10-05T00:00:00Z");

        var refused = Assert.Throws<ReportException>(() =>
            Tracing.Of(Built.Value.Public, "REF.01", null, folder.Import(), Installation.Find())
        );

        Assert.All(refused.Problems, problem => Assert.Equal("RE546", problem.Code));
    }

    [Fact]
    public void A_figure_that_is_not_in_the_release_is_told_with_the_nearest()
    {
        var refused = Assert.Throws<ReportException>(() =>
            Tracing.Of(Built.Value.Public, "NAP.01", null, null, Installation.Find())
        );

        Assert.Equal(("RE545", ExitCode.WrongUsage), (refused.Problems[0].Code, refused.ExitCode));
    }

    [Fact]
    public void A_draft_for_the_public_has_no_trace() =>
        Assert.Equal(
            "RE545",
            Assert
                .Throws<ReportException>(() =>
                    Tracing.Of(BuiltSample.FolderOf("response-times"), "RT.02", null, null, Installation.Find())
                )
                .Problems[0]
                .Code
        );

    /// <summary>One other row anywhere is another salt, so that it cannot be had without the whole database.</summary>
    [Fact]
    public void The_salt_of_the_digests_is_of_every_row()
    {
        using var one = new ReportEngine.Tests.Cases.CsvFolder();
        using var other = new ReportEngine.Tests.Cases.CsvFolder();
        one.Referral("x", "2025-07-01T00:00:00Z", followers: 1);
        other.Referral("x", "2025-07-01T00:00:00Z", followers: 2);

        Assert.NotEqual(SaltOf(one.Import()), SaltOf(other.Import()));

        static string SaltOf(string database)
        {
            using var cases = ReportEngine.Cases.CaseFile.Open(database, null);
            return cases.ReadSalt();
        }
    }

    /// <summary>printf 'salt\n1\n2\n' | sha256sum</summary>
    [Fact]
    public void The_digest_is_of_the_salt_and_the_keys_each_on_a_line() =>
        Assert.Equal(
            "28650fac16b0ae23e594f639d7232e7c7bc956ce81710c83c4afae5e6be8b4e3",
            TraceFile.Digest(["1", "2"], "salt")
        );

    [Theory]
    [InlineData("1 2 3 5 contact/x", "1-3, 5, contact/x", 5)]
    [InlineData("7", "7", 1)]
    [InlineData("", "", 0)]
    public void Keys_are_written_as_runs(string records, string text, long count)
    {
        var keys = TraceKeys.Of(records.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal((text, count), (keys.Text, keys.Count));
    }

    private static IEnumerable<string> KeysOf(TraceKeys keys) =>
        keys
            .Runs.SelectMany(run =>
                Enumerable
                    .Range(0, (int)(run[1] - run[0] + 1))
                    .Select(step => FormattableString.Invariant($"{run[0] + step}"))
            )
            .Concat(keys.Others);

    private static TraceFile Read(string folder) =>
        TraceFile.Read(File.ReadAllBytes(Path.Combine(folder, TraceFile.FileName)));
}
