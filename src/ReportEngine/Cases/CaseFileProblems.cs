using Microsoft.Data.Sqlite;
using static System.FormattableString;

namespace ReportEngine.Cases;

/// <summary>
/// The words of everything that can be wrong with a database that is read; each code RE31x is made here.
/// </summary>
internal static class CaseFileProblems
{
    private const int LockedCode = 5;
    private const int BusyRecoveryCode = 6;
    private const string ImportAgain = "Import the case data again.";

    public static ReportException Missing(string path) =>
        new(
            ExitCode.WrongUsage,
            new Problem(
                path,
                "RE310",
                "No such database.",
                "the path of a database made by 'report-engine import'",
                "Check the path, or leave out --database to use the sample data."
            )
        );

    public static ReportException TooLate(string path, CutOff asked, CutOff extraction) =>
        new(
            ExitCode.WrongUsage,
            new Problem(
                path,
                "RE323",
                "The cut-off "
                    + asked.DayText
                    + " is later than the extraction of the register, "
                    + extraction.Text
                    + ".",
                "a cut-off no later than " + extraction.DayText,
                "Nothing is known of the days in between. Choose an earlier cut-off, or import a later extract."
            )
        );

    public static ReportException Foreign(string path, long application, long version) =>
        new(
            ExitCode.DataFailed,
            new Problem(
                path,
                "RE311",
                Invariant($"Not a case database: application_id {application}, user_version {version}."),
                Invariant($"application_id {Schema.ApplicationId}, user_version {Schema.UserVersion}"),
                "Make the database with 'report-engine import FOLDER --database FILE'."
            )
        );

    public static Problem NotOneDataset(string path, long rows) =>
        new(
            path,
            "RE312",
            Invariant($"The table 'dataset' has {rows} rows."),
            "one row that names the data set",
            ImportAgain
        );

    public static Problem MissingTable(string path, string table, string columns) =>
        new(path, "RE315", "The table '" + table + "' is missing.", columns, ImportAgain);

    public static Problem OtherColumns(string path, string table, string found, string expected) =>
        new(path, "RE315", "The table '" + table + "' has the columns " + found + ".", expected, ImportAgain);

    public static Problem NotStrict(string path, string table) =>
        new(
            path,
            "RE315",
            "The table '" + table + "' is not STRICT: its columns may hold anything.",
            "a STRICT table",
            ImportAgain
        );

    public static Problem Extra(string path, string name) =>
        new(
            path,
            "RE316",
            "The database holds a view or trigger '" + name + "'.",
            "tables and indexes only",
            ImportAgain
        );

    public static Problem MissingOutcome(string path, string code) =>
        new(
            path,
            "RE317",
            "The table 'outcome_code' lacks the code '" + code + "'.",
            "pending and withdrawn among the codes",
            "Add it to outcome_code.csv and import again."
        );

    public static Problem WrongValue(string path, string table, ColumnSchema column, string value) =>
        new(
            path,
            "RE318",
            "The table '" + table + "' holds the " + column.Name + " '" + value + "'.",
            column.Codes.Count > 0 ? string.Join(", ", column.Codes) : ImportValues.FormOf(column),
            "Correct it in " + table + ".csv and import again."
        );

    public static Problem BrokenReference(string path, string table, string parent) =>
        new(
            path,
            "RE318",
            "The table '" + table + "' refers to rows that the table '" + parent + "' does not hold.",
            "a row for every reference",
            ImportAgain
        );

    /// <summary>SQLite's refusal: a lock and a disk pass, a broken file does not.</summary>
    public static ReportException Of(string path, SqliteException error) =>
        error.SqliteErrorCode switch
        {
            LockedCode or BusyRecoveryCode => new ReportException(
                ExitCode.EnvironmentFailed,
                new Problem(
                    path,
                    "RE313",
                    "The database is locked by another program.",
                    null,
                    "Try again when the other program has finished."
                )
            ),
            var code when Import.EnvironmentCodes.Contains(code) => new ReportException(
                ExitCode.EnvironmentFailed,
                new Problem(
                    path,
                    "RE319",
                    "The database cannot be read here: " + error.Message,
                    "a file that can be read, and room for temporary files",
                    "Check the permissions of the file, and make room."
                )
            ),
            _ => new ReportException(
                ExitCode.DataFailed,
                new Problem(
                    path,
                    "RE314",
                    "SQLite cannot read the file: " + error.Message,
                    "a case database",
                    "Restore it from a backup, or import the case data again."
                )
            ),
        };

    /// <summary>A value no import would have let in, met while reading.</summary>
    public static ReportException Of(string path, Exception error) =>
        new(
            ExitCode.DataFailed,
            new Problem(
                path,
                "RE314",
                "The database holds a value that cannot be used: " + error.Message,
                "a case database as it was imported",
                ImportAgain
            )
        );
}
