using Microsoft.Data.Sqlite;
using ReportEngine.Cases;

namespace ReportEngine.Tests.Cases;

/// <summary>What is said of a database that somebody has changed since its import.</summary>
public sealed class EditedDatabase : IDisposable
{
    private readonly CsvFolder folder = new();

    public EditedDatabase()
    {
        folder.Referral("x", CsvFolder.UsualTime, "partial", CsvFolder.UsualTime, followers: 5);
        folder.Referral("telegram", CsvFolder.UsualTime, followers: 7);
        folder.Import();
    }

    [Fact]
    public void Two_data_sets_are_refused()
    {
        Edit(
            "INSERT INTO dataset SELECT 'other', title, office, contact, baseline_on, extracted_at, invented "
                + "FROM dataset"
        );
        Assert.Equal(
            [
                "DATABASE: error RE312: The table 'dataset' has 2 rows. Expected: one row that names the data "
                    + "set. Import the case data again.",
            ],
            Problems()
        );
    }

    [Fact]
    public void All_differences_of_the_schema_are_told_together()
    {
        Edit(
            "DROP TABLE appeal_decision; DROP TABLE outcome_code; ALTER TABLE follow_on DROP COLUMN kind; CREATE "
                + "VIEW extra AS SELECT 1"
        );
        Assert.Equal(
            [
                "DATABASE: error RE315: The table 'outcome_code' is missing.",
                "DATABASE: error RE315: The table 'appeal_decision' is missing.",
                "DATABASE: error RE315: The table 'follow_on' has the columns follow_on_id, referral_id, at, "
                    + "recorded_at.",
                "DATABASE: error RE316: The database holds a view or trigger 'extra'.",
            ],
            Problems().Select(problem => problem[..problem.IndexOf(" Expected:", StringComparison.Ordinal)])
        );
    }

    [Fact]
    public void Other_types_and_tables_that_hold_anything_are_refused()
    {
        Edit(
            "DROP TABLE reinstatement; CREATE TABLE reinstatement (reinstatement_id INTEGER PRIMARY KEY, "
                + "referral_id INTEGER NOT NULL, at ANY NOT NULL, cause TEXT, appeal_id INTEGER, recorded_at TEXT NOT "
                + "NULL) STRICT;"
                + "DROP TABLE organisation_alias; CREATE TABLE organisation_alias (alias_id INTEGER PRIMARY KEY, "
                + "org_id TEXT NOT NULL, alias TEXT NOT NULL, lang TEXT NOT NULL, valid_from TEXT)"
        );
        Assert.Equal(
            [
                "DATABASE: error RE315: The table 'organisation_alias' is not STRICT: its columns may hold "
                    + "anything. Expected: a STRICT table. Import the case data again.",
                "DATABASE: error RE315: The table 'reinstatement' has the columns at ANY NOT NULL, cause TEXT. "
                    + "Expected: at TEXT NOT NULL, cause TEXT NOT NULL. Import the case data again.",
            ],
            Problems()
        );
    }

    [Fact]
    public void Outcomes_the_figures_cannot_do_without_are_named()
    {
        Edit("DELETE FROM outcome_code WHERE outcome_code = 'pending'");
        Assert.StartsWith(
            "DATABASE: error RE317: The table 'outcome_code' lacks the code 'pending'.",
            Assert.Single(Problems()),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(
        "UPDATE dataset SET extracted_at = '9999-12-31T23:59:59Z'",
        "'dataset' holds the extracted_at '9999-12-31T23:59:59Z'. Expected: an instant in UTC from 2000 to 2099"
    )]
    [InlineData(
        "UPDATE dataset SET extracted_at = '2025-07-24T24:00:00Z'",
        "'dataset' holds the extracted_at '2025-07-24T24:00:00Z'."
    )]
    [InlineData(
        "UPDATE dataset SET baseline_on = 'soon'",
        "'dataset' holds the baseline_on 'soon'. Expected: a day from 1900 to 2099"
    )]
    [InlineData(
        "UPDATE submission SET submitted_at = '2025-02-30T00:00:00Z'",
        "'submission' holds the submitted_at '2025-02-30T00:00:00Z'."
    )]
    [InlineData(
        "UPDATE submission SET submitted_at = '-9999-01-01T00:00:00Z'",
        "'submission' holds the submitted_at '-9999-01-01T00:00:00Z'."
    )]
    [InlineData(
        "UPDATE subject SET attribution_confidence = 'sure'",
        "'subject' holds the attribution_confidence 'sure'. Expected: possible, probable, confirmed."
    )]
    [InlineData("DELETE FROM nap_point", "'nap_indicator' refers to rows that the table 'nap_point' does not hold.")]
    [InlineData(
        "UPDATE subject SET followers_at_referral = 9223372036854775807",
        "'subject' holds the followers_at_referral '9223372036854775807'. Expected: a whole number from "
            + "-10000000000 to 10000000000."
    )]
    public void A_value_no_import_lets_in_is_told_with_its_column(string change, string expected)
    {
        Edit(change);
        Assert.StartsWith(
            "DATABASE: error RE318: The table " + expected,
            Assert.Single(Problems()),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_damaged_file_is_refused()
    {
        File.WriteAllBytes(
            folder.DatabaseFile,
            [.. File.ReadAllBytes(folder.DatabaseFile).Select((value, at) => at < 8192 ? value : (byte)0xFF)]
        );
        Assert.StartsWith(
            "DATABASE: error RE314: SQLite cannot read the file: ",
            Assert.Single(Problems()),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_file_cut_short_while_it_is_read_is_told_by_whichever_question_meets_it()
    {
        File.Copy(Sample.Database, folder.DatabaseFile, overwrite: true);
        using var cases = CaseFile.Open(folder.DatabaseFile, null);
        using (var file = new FileStream(folder.DatabaseFile, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            file.SetLength(4096);
        }
        Action[] questions = [() => cases.ReadNap(), () => cases.ReadCodeLists("en"), () => cases.ReadSnapshot()];
        Assert.All(
            questions,
            ask =>
                Assert.Contains("RE31", Assert.Throws<ReportException>(ask).Problems[0].Code, StringComparison.Ordinal)
        );
    }

    public void Dispose() => folder.Dispose();

    private void Edit(string sql)
    {
        using var connection = new SqliteConnection(
            "Pooling=False;Foreign Keys=False;Data Source=" + folder.DatabaseFile
        );
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA ignore_check_constraints = ON;" + sql;
        command.ExecuteNonQuery();
    }

    private string[] Problems()
    {
        var refused = Assert.Throws<ReportException>(() => CaseFile.Open(folder.DatabaseFile, null));
        Assert.Equal(ExitCode.DataFailed, refused.ExitCode);
        return
        [
            .. refused.Problems.Select(problem =>
                problem.ToString().Replace(folder.DatabaseFile, "DATABASE", StringComparison.Ordinal)
            ),
        ];
    }
}
