using CsCheck;
using Microsoft.Data.Sqlite;
using ReportEngine.Cases;
using ReportEngine.Figures;

namespace ReportEngine.Tests.Cases;

/// <summary>What a run does to its database, and what a damaged one does to a run.</summary>
public sealed class SourceTests
{
    private readonly string folder = Sample.TemporaryFolder();

    private string Copy()
    {
        var copy = Path.Combine(folder, "cases.db");
        File.Copy(Sample.Database, copy, overwrite: true);
        return copy;
    }

    [Fact]
    public void The_database_is_left_as_it_was_and_nothing_is_put_beside_it()
    {
        var database = Copy();
        var before = (DigestOf(database), File.GetLastWriteTimeUtc(database));

        Sample.With("2025-Q4", null, set => set.Of("OUT.02", Dimension.Platform), database);

        Assert.Equal(before, (DigestOf(database), File.GetLastWriteTimeUtc(database)));
        Assert.Equal([database], Directory.EnumerateFileSystemEntries(folder));
    }

    [Theory]
    [InlineData("DELETE")]
    [InlineData("WAL")]
    public void What_is_written_while_a_run_reads_is_not_seen_by_it(string journal)
    {
        var database = Copy();
        using var writer = new SqliteConnection("Data Source=" + database + ";Pooling=False");
        writer.Open();
        Execute(writer, "PRAGMA journal_mode = " + journal);

        using var cases = CaseFile.Open(database, null);
        var before = Totals(cases);
        try
        {
            writer.DefaultTimeout = 1;
            Execute(
                writer,
                "UPDATE submission SET submitted_at = '2025-10-02T00:00:00Z' WHERE submitted_at LIKE '2025-11%'"
            );
            Execute(writer, "DELETE FROM referral_event WHERE kind = 'decision'");
        }
        catch (SqliteException error) when (error.SqliteErrorCode == 5)
        {
            // Without a log beside the file a writer waits for readers, which is as good.
        }

        Assert.Equal(before, Totals(cases));
    }

    /// <summary>400 bytes flipped somewhere: refused, or its figures add up; never a crash.</summary>
    [Fact]
    public void A_damaged_database_is_refused_or_adds_up() =>
        Gen.Select(Gen.Double[0, 1], Gen.Byte[1, 255])
            .Sample(
                (place, mask) =>
                {
                    var database = Path.Combine(folder, Guid.NewGuid().ToString("N") + ".db");
                    var content = File.ReadAllBytes(Sample.Database);
                    var start = (int)(place * (content.Length - 400));
                    for (var index = start; index < start + 400; index++)
                    {
                        content[index] ^= mask;
                    }
                    File.WriteAllBytes(database, content);
                    try
                    {
                        using var cases = CaseFile.Open(database, null);
                        var period = Period.TryParse("2025-Q4")!;
                        Report.RequireIdentities(
                            cases,
                            Report.FiguresOf(cases, period, ReportEngine.Languages.Language.English),
                            database
                        );
                        cases.ReadSnapshot();
                    }
                    catch (ReportException error)
                    {
                        Assert.NotEmpty(error.Problems);
                        Assert.NotEqual(ExitCode.Done, error.ExitCode);
                    }
                    finally
                    {
                        File.Delete(database);
                    }
                },
                iter: 120
            );

    private static string DigestOf(string file) => ReportEngine.Releases.Manifest.Sha256(File.ReadAllBytes(file));

    private static string Totals(CaseFile cases)
    {
        var set = Report.FiguresOf(cases, Period.TryParse("2025-Q4")!, ReportEngine.Languages.Language.English);
        return string.Join(
                ' ',
                set.Of("REF.01", Dimension.Platform)
                    .Concat(set.Of("OUT.02", Dimension.Platform))
                    .Select(figure => figure.Quantity)
            ) + cases.ReadSnapshot().Sha256;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
