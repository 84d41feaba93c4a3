using System.Diagnostics;
using System.Text.Json;

namespace ReportEngine.Tests.Reports.Cli;

/// <summary>The commands as a person runs them: a process, its lines and its exit code.</summary>
public sealed class CommandTests
{
    [Theory]
    [InlineData(
        "build --period 2025-Q9",
        2,
        "--period: error RE002: Not a period: '2025-Q9' Expected: 2025-Q3 (quarter), 2025 (calendar year) or "
            + "FY2025-26 (July to June)."
    )]
    [InlineData(
        "build response-time",
        2,
        "REPORT: error RE002: Unknown report 'response-time'. Expected: methods, nap-progress, "
            + "quarterly-transparency, response-times. Did you mean 'response-times'?"
    )]
    [InlineData("build --edition secret", 2, "--edition: error RE002: Unknown edition 'secret'.")]
    [InlineData("build --format word", 2, "--format: error RE002: Unknown format 'word'.")]
    [InlineData("build --as-of yesterday", 2, "--as-of: error RE002: Not a date: 'yesterday'")]
    [InlineData("build --database nowhere.db", 2, "nowhere.db: error RE310: No such database.")]
    [InlineData("build --period 2019", 2, "error RE321: No referrals in the period 2019 were known")]
    [InlineData(
        "figure RT.92",
        2,
        "ID: error RE002: Unknown figure 'RT.92'. Expected: an id from 'report-engine list'. Did you mean 'RT.02'?"
    )]
    [InlineData("figure RT.02 --by forum", 2, "--by: error RE002: Figure RT.02 has no breakdown by 'forum'.")]
    [InlineData("import nowhere --database x.db", 2, "nowhere: error RE151: No such folder.")]
    [InlineData("build ../nap-progress", 2, "REPORT: error RE002: Unknown report '../nap-progress'.")]
    [InlineData("build nap-progress/../nap-progress", 2, "REPORT: error RE002: Unknown report")]
    [InlineData("build -rf", 2, "REPORT: error RE002: Unknown report '-rf'")]
    [InlineData("build \u202Egnirts", 2, "REPORT: error RE002: Unknown report")]
    [InlineData("build --language ../../etc", 2, "--language: error RE002: Unknown language '../../etc'.")]
    [InlineData("build --period ../2025-Q3", 2, "--period: error RE002: Not a period: '../2025-Q3'")]
    [InlineData("nonsense", 2, "command line: error RE001:")]
    public void Wrong_usage_is_told_and_nothing_is_written(string command, int exitCode, string line)
    {
        var folder = Sample.TemporaryFolder();

        var (code, _, errors) = CommandProcess.Run(folder, command);

        Assert.Equal(exitCode, code);
        Assert.Contains(line, errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    [Fact]
    public void A_file_in_place_of_the_output_folder_is_left_alone()
    {
        var folder = Sample.TemporaryFolder();
        File.WriteAllText(Path.Combine(folder, "out"), "mine");

        var (code, _, errors) = CommandProcess.Run(folder, "build");

        Assert.Equal(2, code);
        Assert.Contains(
            "error RE510: A file stands where the output folder should be.",
            errors,
            StringComparison.Ordinal
        );
        Assert.Equal("mine", File.ReadAllText(Path.Combine(folder, "out")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a database at all, but long enough to be looked at as one")]
    public void A_file_that_is_no_database_fails_as_data(string content)
    {
        var folder = Sample.TemporaryFolder();
        File.WriteAllText(Path.Combine(folder, "file.db"), content);

        var (code, _, errors) = CommandProcess.Run(folder, "build --database file.db");

        Assert.Equal(1, code);
        Assert.Contains("file.db: error RE31", errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder, "out")));
    }

    [Theory]
    [InlineData("DROP TABLE verification", "error RE315: The table 'verification' is missing.")]
    [InlineData(
        "ALTER TABLE appeal DROP COLUMN forum",
        "error RE315: The table 'appeal' has the columns appeal_id, referral_id, lodged_at, lodged_by, recorded_at."
    )]
    [InlineData("PRAGMA user_version = 1", "error RE31")]
    [InlineData("PRAGMA application_id = 7", "error RE31")]
    [InlineData("CREATE VIEW extra AS SELECT 1", "error RE316: The database holds a view or trigger 'extra'.")]
    public void A_database_with_another_schema_fails_as_data(string change, string line)
    {
        var folder = Sample.TemporaryFolder();
        File.Copy(Sample.Database, Path.Combine(folder, "cases.db"));
        using (
            var connection = new Microsoft.Data.Sqlite.SqliteConnection(
                "Pooling=false;Data Source=" + Path.Combine(folder, "cases.db")
            )
        )
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = change;
            command.ExecuteNonQuery();
        }

        var (code, _, errors) = CommandProcess.Run(folder, "build --database cases.db");

        Assert.Equal(1, code);
        Assert.Contains(line, errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder, "out")));
    }

    [Fact]
    public void A_locked_database_fails_as_environment()
    {
        var folder = Sample.TemporaryFolder();
        File.Copy(Sample.Database, Path.Combine(folder, "cases.db"));
        using var holder = new Microsoft.Data.Sqlite.SqliteConnection(
            "Pooling=false;Data Source=" + Path.Combine(folder, "cases.db")
        );
        holder.Open();
        using var command = holder.CreateCommand();
        command.CommandText = "BEGIN EXCLUSIVE";
        command.ExecuteNonQuery();

        var (code, _, errors) = CommandProcess.Run(folder, "build --database cases.db");

        Assert.Equal(3, code);
        Assert.Contains("error RE313: The database is locked by another program.", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_build_leaves_the_previous_one_as_it_was()
    {
        var folder = Sample.TemporaryFolder();
        Assert.Equal(0, CommandProcess.Run(folder, "build response-times --format csv").Code);
        var before = Files(folder);

        Assert.Equal(2, CommandProcess.Run(folder, "build response-times --format csv --period 2019").Code);

        Assert.Equal(before, Files(folder));
    }

    [Fact]
    public void Figure_prints_an_array_of_objects_with_the_promised_names()
    {
        var (code, output, _) = CommandProcess.Run(Sample.TemporaryFolder(), "figure ACC.02 --as-of 2025-07-24 --json");

        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(output);
        var figure = Assert.Single(json.RootElement.EnumerateArray());
        Assert.Subset(
            figure.EnumerateObject().Select(property => property.Name).ToHashSet(),
            new HashSet<string>
            {
                "id",
                "name",
                "unit",
                "definition",
                "dimensions",
                "value",
                "numerator",
                "denominator",
                "low",
                "high",
                "marker",
                "period",
                "asOf",
                "counted",
                "outOf",
                "atRisk",
                "cohort",
            }
        );
        Assert.Equal(481, figure.GetProperty("value").GetInt32());
        Assert.Equal("2025-07-24", figure.GetProperty("asOf").GetString());
    }

    [Fact]
    public void Figure_by_platform_names_each_platform()
    {
        var (_, output, _) = CommandProcess.Run(
            Sample.TemporaryFolder(),
            "figure OUT.02 --period 2025 --as-of 2025-08-14 --by platform --json"
        );

        using var json = JsonDocument.Parse(output);
        Assert.Equal(
            ["Facebook", "Instagram", "Telegram", "TikTok", "WhatsApp", "X"],
            json.RootElement.EnumerateArray()
                .Select(figure => figure.GetProperty("dimensions").GetProperty("platform").GetString())
        );
        Assert.Equal(533, json.RootElement.EnumerateArray().Sum(figure => figure.GetProperty("numerator").GetInt32()));
    }

    [Fact]
    public void Sample_data_a_killed_command_left_is_swept_and_a_living_ones_is_not()
    {
        var temporary = Sample.TemporaryFolder();
        var (left, kept) = (
            Path.Combine(temporary, "report-engine-sample-999999999-abcdef"),
            Path.Combine(temporary, $"report-engine-sample-{Environment.ProcessId}-abcdef")
        );
        foreach (var folder in new[] { left, kept })
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, "sample.db"), "half a database");
        }

        Assert.Equal(0, CommandProcess.Run(Sample.TemporaryFolder(), "list", ("TMPDIR", temporary)).Code);

        Assert.Equal([kept], Directory.GetDirectories(temporary));
    }

    [Fact]
    public void List_names_reports_periods_and_figures()
    {
        var (code, output, _) = CommandProcess.Run(Sample.TemporaryFolder(), "list");

        Assert.Equal(0, code);
        Assert.Contains("quarterly-transparency", output, StringComparison.Ordinal);
        Assert.Contains("2025-Q4", output, StringComparison.Ordinal);
        Assert.Contains("RT.02", output, StringComparison.Ordinal);
    }

    private static List<string> Files(string folder) =>
        [
            .. Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(file =>
                    file + Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))
                ),
        ];
}
