using Dapper;
using Microsoft.Data.Sqlite;

namespace ReportEngine.Cases;

/// <summary>Rows imported into one table.</summary>
public sealed record TableCount(string Table, long Rows);

/// <param name="Warnings">What was taken but will not print as it stands, in the order of tables and lines.</param>
public sealed record ImportSummary(IReadOnlyList<TableCount> Tables, IReadOnlyList<Problem> Warnings);

/// <summary>How far an import has come; bytes are those of the CSV files.</summary>
public sealed record ImportProgress(string Table, long Rows, long BytesRead, long BytesTotal);

/// <summary>
/// Reads a folder of CSV files, one a table, into a new case database: every row is checked, and either all of them
/// are there in the end or no database is. Memory does not grow with the number of rows, but for the ids of tables
/// that others refer to.
/// </summary>
public static class Import
{
    /// <summary>Problems shown; beyond them only their number is.</summary>
    public const int MostProblems = 100;

    /// <summary>SQLite's words for a disk that is full, broken, read-only or out of reach, and for no memory.</summary>
    internal static readonly int[] EnvironmentCodes = [7, 8, 10, 13, 14];

    /// <exception cref="ReportException">With every problem found, in the order of tables and lines.</exception>
    public static ImportSummary Folder(
        string folder,
        string databaseFile,
        IProgress<ImportProgress>? progress = null,
        bool replace = false
    )
    {
        CheckPlaces(folder, databaseFile, replace);
        try
        {
            using var draft = new DatabaseDraft(databaseFile);
            var summary = Fill(new ImportRun(folder, draft.Connection), progress);
            draft.Publish(replace);
            return summary;
        }
        catch (Exception error)
            when (error is IOException or UnauthorizedAccessException
                || (error is SqliteException sqlite && EnvironmentCodes.Contains(sqlite.SqliteErrorCode))
            )
        {
            throw new ReportException(
                ExitCode.EnvironmentFailed,
                new Problem(
                    databaseFile,
                    "RE150",
                    "The import stopped: " + error.Message,
                    "files that can be read, and a folder that can be written to, with room",
                    "Nothing was written. Choose another place, or make room."
                )
            );
        }
    }

    private static ImportSummary Fill(ImportRun run, IProgress<ImportProgress>? progress)
    {
        using var transaction = run.Connection.BeginTransaction();
        foreach (var table in Schema.Tables)
        {
            run.Connection.Execute(table.Sql, transaction: transaction);
        }
        var counts = ReadTables(run, progress);
        // Indexes are built once, from sorted rows, not kept up row by row; the rules use them.
        foreach (var index in Schema.Tables.SelectMany(table => table.Indexes))
        {
            run.Connection.Execute(index, transaction: transaction);
        }
        ImportRules.Check(run);
        if (run.Problems.Any)
        {
            throw new ReportException(ExitCode.DataFailed, [.. run.Problems.List(), .. run.Warnings.List()]);
        }
        if (run.Connection.Query("PRAGMA foreign_key_check", transaction: transaction).Any())
        {
            throw new InvalidOperationException("A reference passed the import that SQLite calls broken.");
        }
        run.Connection.Execute(
            FormattableString.Invariant(
                $"PRAGMA application_id = {Schema.ApplicationId}; PRAGMA user_version = {Schema.UserVersion}"
            ),
            transaction: transaction
        );
        transaction.Commit();
        return new ImportSummary(counts, run.Warnings.List());
    }

    private static List<TableCount> ReadTables(ImportRun run, IProgress<ImportProgress>? progress)
    {
        CheckUnknownFiles(run);
        var sizes = Schema
            .Tables.Select(table => new FileInfo(run.PathOf(table)))
            .Select(file => file.Exists ? file.Length : 0)
            .ToList();
        var counts = new List<TableCount>();
        long before = 0;
        foreach (var (table, size) in Schema.Tables.Zip(sizes))
        {
            using var import = new TableImport(run, table);
            if (File.Exists(run.PathOf(table)))
            {
                var read = before;
                counts.Add(
                    new TableCount(
                        table.Name,
                        import.Run(
                            (rows, bytes) =>
                                progress?.Report(new ImportProgress(table.Name, rows, read + bytes, sizes.Sum()))
                        )
                    )
                );
            }
            else
            {
                run.Problems.AddFile(table.Name + ".csv", table, ImportFindings.MissingFile());
                import.Missed();
            }
            before += size;
        }
        return counts;
    }

    private static void CheckUnknownFiles(ImportRun run)
    {
        var names = Schema.Tables.Select(table => table.Name).ToList();
        foreach (var file in CsvFiles(run.Folder).Where(file => !names.Exists(name => name + ".csv" == file)))
        {
            run.Problems.AddFile(file, null, ImportFindings.UnknownFile(Path.GetFileNameWithoutExtension(file), names));
        }
    }

    private static void CheckPlaces(string folder, string databaseFile, bool replace)
    {
        if (!Directory.Exists(folder))
        {
            throw Usage(folder, "RE151", "No such folder.", "a folder with one CSV a table");
        }
        if (CsvFiles(folder).Count == 0)
        {
            throw Usage(folder, "RE152", "The folder holds no CSV file.", "one CSV a table");
        }
        if (Directory.Exists(databaseFile) || Path.EndsInDirectorySeparator(databaseFile))
        {
            throw Usage(databaseFile, "RE153", "A folder stands where the database should be.", "a file name");
        }
        if (File.Exists(databaseFile) && !replace)
        {
            throw Usage(
                databaseFile,
                "RE154",
                "The database exists already.",
                "a name that is free",
                "Choose another name, or say --replace."
            );
        }
    }

    private static List<string> CsvFiles(string folder) =>
        [
            .. Directory
                .EnumerateFiles(
                    folder,
                    "*.csv",
                    new EnumerationOptions { MatchCasing = MatchCasing.CaseInsensitive, AttributesToSkip = 0 }
                )
                .Select(file => Path.GetFileName(file))
                .Order(StringComparer.Ordinal),
        ];

    private static ReportException Usage(
        string place,
        string code,
        string found,
        string expected,
        string? remedy = null
    ) => new(ExitCode.WrongUsage, new Problem(place, code, found, expected, remedy));
}
