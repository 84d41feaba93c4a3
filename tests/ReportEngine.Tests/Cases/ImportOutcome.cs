using Microsoft.Data.Sqlite;
using ReportEngine.Cases;

namespace ReportEngine.Tests.Cases;

/// <summary>What an import leaves behind: the whole database, or nothing.</summary>
public sealed class ImportOutcome : IDisposable
{
    private readonly CsvFolder folder = new();

    [Fact]
    public void Every_row_of_every_table_is_there_and_the_database_is_marked_as_ours()
    {
        folder.Referral("telegram", "2025-07-02T10:00:00Z", "removed_global", "2025-07-03T10:00:00Z");
        folder.Write();
        var summary = Import.Folder(folder.Folder, folder.DatabaseFile);
        Assert.Equal(Schema.Tables.Select(table => table.Name), summary.Tables.Select(table => table.Table));
        Assert.All(summary.Tables, table => Assert.Equal(table.Rows, Ask("SELECT count(*) FROM " + table.Table)));
        Assert.Equal(
            1L,
            Ask("SELECT count(*) FROM referral_event WHERE outcome_code = 'removed_global' AND platform_ground IS NULL")
        );
        Assert.Equal(Schema.ApplicationId, Ask("PRAGMA application_id"));
        Assert.Equal(Schema.UserVersion, Ask("PRAGMA user_version"));
        Assert.Equal("ok", Ask("PRAGMA integrity_check"));
    }

    [Fact]
    public void The_database_has_the_tables_and_indexes_of_the_schema()
    {
        folder.Import();
        using var expected = new SqliteConnection("Data Source=:memory:");
        expected.Open();
        using var command = expected.CreateCommand();
        command.CommandText = Schema.Sql;
        command.ExecuteNonQuery();
        const string shape = "SELECT group_concat(sql, ';' ORDER BY name) FROM sqlite_schema WHERE sql IS NOT NULL";
        command.CommandText = shape;
        Assert.Equal(command.ExecuteScalar(), Ask(shape));
    }

    [Fact]
    public void Text_is_stored_as_it_stands()
    {
        var name = " \"Test\",\r\nادارہ ہ\u0301 😀 ";
        folder.With("organisation", new { org_id = "org-2", name });
        folder.Import();
        Assert.Equal(name, Ask("SELECT name FROM organisation WHERE org_id = 'org-2'"));
    }

    [Fact]
    public void The_same_folder_gives_the_same_bytes()
    {
        folder.Referral("x", "2025-07-02T10:00:00Z", "partial", "2025-07-03T10:00:00Z");
        var first = File.ReadAllBytes(folder.Import());
        Assert.Equal(first, File.ReadAllBytes(folder.Import()));
    }

    [Fact]
    public void Line_ends_and_a_byte_order_mark_make_no_difference()
    {
        var unix = File.ReadAllBytes(folder.Import());
        folder.WithFile(
            "platform.csv",
            "\uFEFF" + folder.Text("platform").Replace("\n", "\r\n", StringComparison.Ordinal)
        );
        Assert.Equal(unix, File.ReadAllBytes(folder.Import()));
    }

    [Fact]
    public void A_refused_import_leaves_the_database_that_was_there_and_nothing_else()
    {
        var before = File.ReadAllBytes(folder.Import());
        folder.WithLines("organisation", "org-1,Again");
        Assert.Throws<ReportException>(folder.Import);
        Assert.Equal(before, File.ReadAllBytes(folder.DatabaseFile));
        Assert.Equal([folder.DatabaseFile], Directory.GetFiles(Path.GetDirectoryName(folder.DatabaseFile)!));
    }

    [Fact]
    public void A_cancelled_import_leaves_nothing()
    {
        folder.Write();
        Assert.Throws<OperationCanceledException>(() =>
            Import.Folder(folder.Folder, folder.DatabaseFile, new Cancelling())
        );
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(folder.DatabaseFile)!));
    }

    [Fact]
    public void What_a_killed_import_left_is_swept_and_a_living_ones_draft_is_not()
    {
        folder.Write();
        var draft = Path.Combine(Path.GetDirectoryName(folder.DatabaseFile)!, ".cases.db.tmp-");
        using var living = System.Diagnostics.Process.Start("sleep", "60");
        string[] kept =
        [
            draft + living.Id,
            draft + "notes",
            Path.Combine(Path.GetDirectoryName(draft)!, ".other.db.tmp-999999999"),
            folder.DatabaseFile,
        ];
        foreach (var file in kept.Take(3).Append(draft + "999999999").Append(draft + Environment.ProcessId))
        {
            File.WriteAllText(file, "half a database");
        }
        Import.Folder(folder.Folder, folder.DatabaseFile);
        Assert.Equal(
            kept.Order(StringComparer.Ordinal),
            Directory.GetFiles(Path.GetDirectoryName(draft)!).Order(StringComparer.Ordinal)
        );
        living.Kill();
    }

    [Fact]
    public void Progress_ends_with_all_bytes_read()
    {
        folder.Write();
        var steps = new Recording();
        Import.Folder(folder.Folder, folder.DatabaseFile, steps);
        var total = Directory.GetFiles(folder.Folder).Sum(file => new FileInfo(file).Length);
        Assert.Equal(
            new ImportProgress("platform_selfreport", 0, total, total),
            steps.All[^1] with
            {
                Table = "platform_selfreport",
            }
        );
        Assert.Equal(steps.All.Select(step => step.BytesRead).Order(), steps.All.Select(step => step.BytesRead));
    }

    [Fact]
    public void Wrong_places_are_wrong_usage()
    {
        var empty = Directory
            .CreateDirectory(Path.Combine(Path.GetDirectoryName(folder.DatabaseFile)!, "empty"))
            .FullName;
        folder.Import();
        AssertRefused(
            ExitCode.WrongUsage,
            "/no/such: error RE151: No such folder. Expected: a folder with one CSV a table.",
            "/no/such",
            "x.db"
        );
        AssertRefused(
            ExitCode.WrongUsage,
            empty + ": error RE152: The folder holds no CSV file. Expected: one CSV a table.",
            empty,
            "x.db"
        );
        AssertRefused(
            ExitCode.WrongUsage,
            empty + ": error RE153: A folder stands where the database should be. Expected: a file name.",
            folder.Folder,
            empty
        );
        AssertRefused(
            ExitCode.WrongUsage,
            "nowhere/: error RE153: A folder stands where the database should be. Expected: a file name.",
            folder.Folder,
            "nowhere/"
        );
        AssertRefused(
            ExitCode.WrongUsage,
            folder.DatabaseFile
                + ": error RE154: The database exists already. Expected: a name that is free. Choose another name, "
                + "or say --replace.",
            folder.Folder,
            folder.DatabaseFile
        );
    }

    [Theory]
    [InlineData("/no/such/cases.db")]
    [InlineData("/proc/cases.db")]
    public void A_place_that_cannot_be_written_to_is_a_failure_of_the_environment(string database)
    {
        folder.Write();
        var refused = Assert.Throws<ReportException>(() => Import.Folder(folder.Folder, database));
        Assert.Equal(ExitCode.EnvironmentFailed, refused.ExitCode);
        Assert.StartsWith(
            database + ": error RE150: The import stopped: ",
            Assert.Single(refused.Problems).ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_rules_come_from_the_schema()
    {
        var subject = Schema.Tables.Single(table => table.Name == "subject");
        Assert.Equal("subject_id", subject.Key.Name);
        Assert.Equal(["possible", "probable", "confirmed"], subject.Column("attribution_confidence")!.Codes);
        Assert.Equal("organisation", subject.Column("org_id")!.References);
        Assert.Equal(ColumnForm.Date, subject.Column("followers_as_of")!.Form);
        Assert.Equal(ColumnForm.Instant, subject.Column("first_seen_at")!.Form);
        Assert.False(subject.Column("language")!.Required);
        Assert.All(
            Schema.Tables,
            table =>
                Assert.All(
                    table
                        .Columns.Select(column => column.References)
                        .OfType<string>()
                        .Where(parent => parent != table.Name),
                    parent => Assert.Contains(Schema.Tables.TakeWhile(one => one != table), one => one.Name == parent)
                )
        );
    }

    public void Dispose() => folder.Dispose();

    private static void AssertRefused(ExitCode exitCode, string line, string csv, string database)
    {
        var refused = Assert.Throws<ReportException>(() => Import.Folder(csv, database));
        Assert.Equal(exitCode, refused.ExitCode);
        Assert.Equal(line, Assert.Single(refused.Problems).ToString());
    }

    private object Ask(string sql)
    {
        using var connection = new SqliteConnection(
            "Data Source=" + folder.DatabaseFile + ";Mode=ReadOnly;Pooling=False"
        );
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()!;
    }

    private sealed class Cancelling : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Table == "referral")
            {
                throw new OperationCanceledException();
            }
        }
    }

    private sealed class Recording : IProgress<ImportProgress>
    {
        public List<ImportProgress> All { get; } = [];

        public void Report(ImportProgress value) => All.Add(value);
    }
}
