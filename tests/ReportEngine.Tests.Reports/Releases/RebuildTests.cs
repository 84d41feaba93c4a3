using Microsoft.Data.Sqlite;
using ReportEngine.Documents;
using ReportEngine.Languages;
using ReportEngine.Releases;
using ReportEngine.Rendering;
using ReportEngine.Templates;

namespace ReportEngine.Tests.Reports.Releases;

/// <summary>
/// A release against the database it was made from, and against one or an engine that has been changed.
/// </summary>
public sealed class RebuildTests
{
    private readonly string root = Sample.TemporaryFolder();
    private readonly string folder;
    private readonly string database;

    public RebuildTests()
    {
        database = Path.Combine(root, "cases.db");
        File.Copy(Sample.Database, database);
        folder = Build();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("PRAGMA page_size = 1024; VACUUM")]
    [InlineData("UPDATE dataset SET extracted_at = '2026-06-30T00:00:00Z'")]
    [InlineData(
        "INSERT INTO follow_on SELECT max(follow_on_id) + 1, min(referral_id), 'fir', '2026-02-01T00:00:00Z', "
            + "'2026-02-01T00:00:00Z' FROM follow_on"
    )]
    public void What_was_known_then_gives_the_same_bytes(string? change)
    {
        Edit(change);

        Assert.True(Verify().Rebuilt);
    }

    [Fact]
    public void An_edited_cell_is_told_with_the_file_and_line_it_changes()
    {
        Edit("UPDATE platform SET name = 'Telegraph' WHERE platform_id = 'telegram'");

        var problems = Problems();

        Assert.Equal(["RE528", "RE529"], problems.Select(problem => problem.Code).Distinct());
        Assert.Equal(database, problems[0].Place);
        var changed = problems.Single(problem =>
            problem.Place.EndsWith("data/response-times-by-platform.csv", StringComparison.Ordinal)
        );
        Assert.Matches(
            "^Not what the rebuild gives: [0-9]+ bytes here, [0-9]+ rebuilt, the first difference at byte [0-9]+,"
                + " line [0-9]+: '.*Telegram.*'$",
            changed.Found
        );
        Assert.Matches("Telegraph", changed.Expected!);
        Assert.DoesNotContain(
            problems,
            problem => problem.Place.EndsWith("breaches-by-basis.csv", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Rows_that_are_gone_are_told_by_table()
    {
        Edit("DELETE FROM quality_audit WHERE audit_id IN (SELECT min(audit_id) FROM quality_audit)");

        var table = Problems()[0];

        Assert.Matches("^The table 'quality_audit' has [0-9]+ rows known at the cut-off\\.$", table.Found);
        Assert.Matches("^[0-9]+, as the manifest says$", table.Expected!);
    }

    [Fact]
    public void An_edited_template_is_told_with_what_it_changes()
    {
        var installation = Installation.Find() with { Templates = Path.Combine(root, "templates") };
        Copy(Installation.Find().Templates, installation.Templates);
        var template = Path.Combine(installation.Templates, "response-times.sbn-md");
        File.WriteAllText(
            template,
            File.ReadAllText(template).Replace("title: ", "title: New ", StringComparison.Ordinal)
        );

        var problems = Problems(installation);

        Assert.Equal(
            ["templates/response-times.sbn-md", Path.Combine(folder, "data/datapackage.json")],
            problems.Select(problem => problem.Place)
        );
        Assert.Contains("line 4: ", problems[1].Found, StringComparison.Ordinal);
    }

    /// <summary>As releases of version 0.1.0 were: their templates end otherwise.</summary>
    [Fact]
    public void Templates_of_another_engine_are_told_as_such_and_not_file_by_file()
    {
        Reseal(manifest =>
            manifest with
            {
                Inputs = manifest.Inputs with
                {
                    Templates = manifest.Inputs.Templates.ToDictionary(
                        file => file.Key.Replace(TemplateFile.Ending, ".other", StringComparison.Ordinal),
                        file => file.Value
                    ),
                },
            }
        );

        var problem = Problems().Single(problem => problem.Place.StartsWith("templates", StringComparison.Ordinal));

        Assert.Equal("RE529", problem.Code);
        Assert.Equal(
            "The release was made by another template engine, from files such as templates/_changes.other.",
            problem.Found
        );
    }

    [Fact]
    public void A_forged_release_with_a_manifest_that_fits_it_is_told_by_its_rebuild()
    {
        var file = Path.Combine(folder, "data/response-times-by-platform.csv");
        File.WriteAllText(file, File.ReadAllText(file).Replace("Telegram", "Telegraf", StringComparison.Ordinal));
        Reseal(manifest =>
            manifest with
            {
                Title = "Forged",
                Files =
                [
                    .. manifest.Files.Select(one =>
                        one with
                        {
                            Sha256 = Manifest.Sha256(File.ReadAllBytes(Path.Combine(folder, one.Path))),
                        }
                    ),
                ],
            }
        );
        Assert.False(Verification.Run(new VerificationRequest(folder), Installation.Find()).Rebuilt);

        Assert.Equal([file], Problems().Select(problem => problem.Place));
    }

    [Fact]
    public void A_manifest_that_says_something_else_is_told_though_every_file_is_right()
    {
        Reseal(manifest => manifest with { Invented = !manifest.Invented });

        Assert.Equal(["manifest.json"], Problems().Select(problem => Path.GetFileName(problem.Place)));
    }

    [Theory]
    [InlineData("report")]
    [InlineData("edition")]
    [InlineData("language")]
    [InlineData("format")]
    public void What_this_engine_does_not_know_is_told(string what)
    {
        Reseal(manifest =>
            what switch
            {
                "report" => manifest with { Report = "../../etc" },
                "edition" => manifest with { Edition = "secret" },
                "language" => manifest with { Language = "../en" },
                _ => manifest with { Formats = ["csv", "exe"] },
            }
        );

        Assert.StartsWith("This engine has not the report", Assert.Single(Problems()).Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_period_the_database_does_not_hold_fails_as_data()
    {
        Reseal(manifest => manifest with { Period = "2031-Q1" });

        Assert.Equal("RE321", Assert.Single(Problems()).Code);
    }

    private string Build()
    {
        var template = ReportTemplate
            .All(Installation.Find(), Language.English)
            .Where(one => one.ReportId == "response-times");
        var request = new BuildRequest(
            [.. template],
            database,
            "cases.db",
            null,
            null,
            Edition.All[1],
            Language.English,
            [.. ReportFormat.All.Where(format => format.Id is "csv")],
            Path.Combine(root, "out")
        );
        return Path.GetDirectoryName(Report.Build(request, Installation.Find())[^1].Path)!;
    }

    private VerifiedRelease Verify(Installation? installation = null) =>
        Verification.Run(new VerificationRequest(folder, database), installation ?? Installation.Find());

    private IReadOnlyList<Problem> Problems(Installation? installation = null)
    {
        var failed = Assert.Throws<ReportException>(() => Verify(installation));
        Assert.Equal(ExitCode.DataFailed, failed.ExitCode);
        return failed.Problems;
    }

    private void Reseal(Func<Manifest, Manifest> change)
    {
        var file = Path.Combine(folder, "manifest.json");
        File.WriteAllBytes(file, change(Manifest.Read(File.ReadAllBytes(file))).Named().Write());
    }

    private void Edit(string? sql)
    {
        using var connection = new SqliteConnection("Pooling=False;Foreign Keys=False;Data Source=" + database);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql ?? "SELECT 1";
        command.ExecuteNonQuery();
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
