using Dapper;
using Microsoft.Data.Sqlite;

namespace ReportEngine.Cases;

/// <summary>Rows imported into one table.</summary>
public sealed record TableCount(string Table, long Rows);

public sealed record ImportSummary(IReadOnlyList<TableCount> Tables);

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

    /// <exception cref="ReportException">With every problem found, in the order of tables and lines.</exception>
    public static ImportSummary Folder(
        string folder, string databaseFile, IProgress<ImportProgress>? progress = null, bool replace = false)
    {
        CheckPlaces(folder, databaseFile, replace);
        var problems = new ImportProblems();
        CheckFiles(folder, problems);
        var target = Path.GetFullPath(databaseFile);
        var temporary = Path.Combine(Path.GetDirectoryName(target)!,
            FormattableString.Invariant($".{Path.GetFileName(target)}.importing-{Environment.ProcessId}"));
        try
        {
            File.Delete(temporary);
            var summary = Fill(folder, temporary, problems, progress);
            File.Move(temporary, target, overwrite: replace);
            return summary;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or SqliteException { SqliteErrorCode: 10 or 13 or 14 })
        {
            throw new ReportException(ExitCode.EnvironmentFailed, new Problem(
                databaseFile, "RE150", "The database cannot be written: " + error.Message, "a folder that can be written to, with room",
                "No database was left behind. Choose another place, or make room."));
        }
        finally
        {
            File.Delete(temporary);
            File.Delete(temporary + "-journal");
        }
    }

    private static ImportSummary Fill(string folder, string file, ImportProblems problems, IProgress<ImportProgress>? progress)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        connection.Execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF");
        connection.Execute(Schema.Sql);
        using var transaction = connection.BeginTransaction();
        var files = TableSchema.All.Select(table => new FileInfo(Path.Combine(folder, table.Name + ".csv"))).Where(one => one.Exists);
        var total = files.Sum(one => one.Length);
        var known = new KnownRows();
        var counts = new List<TableCount>();
        long before = 0;
        foreach (var table in TableSchema.All)
        {
            var path = Path.Combine(folder, table.Name + ".csv");
            if (!File.Exists(path))
            {
                continue;
            }
            var read = new TableImport(table, path, connection, transaction, known, problems);
            counts.Add(new TableCount(table.Name, read.Run(
                (rows, bytes) => progress?.Report(new ImportProgress(table.Name, rows, before + bytes, total)))));
            before += new FileInfo(path).Length;
        }
        ImportRules.Check(folder, connection, transaction, problems);
        problems.ThrowIfAny();
        transaction.Commit();
        return new ImportSummary(counts);
    }

    private static void CheckPlaces(string folder, string databaseFile, bool replace)
    {
        if (!Directory.Exists(folder))
        {
            throw new ReportException(ExitCode.WrongUsage, new Problem(folder, "RE151", "No such folder.", "a folder with one CSV a table"));
        }
        if (Directory.EnumerateFiles(folder, "*.csv").FirstOrDefault() is null)
        {
            throw new ReportException(ExitCode.WrongUsage, new Problem(folder, "RE152", "The folder holds no CSV file.", "one CSV a table"));
        }
        if (Directory.Exists(databaseFile))
        {
            throw new ReportException(ExitCode.WrongUsage, new Problem(databaseFile, "RE153", "A folder stands where the database should be.", "a file name"));
        }
        if (File.Exists(databaseFile) && !replace)
        {
            throw new ReportException(ExitCode.WrongUsage, new Problem(
                databaseFile, "RE154", "The database exists already.", "a name that is free", "Choose another name, or say --replace."));
        }
    }

    private static void CheckFiles(string folder, ImportProblems problems)
    {
        var names = TableSchema.All.Select(table => table.Name).ToList();
        foreach (var name in names.Where(name => !File.Exists(Path.Combine(folder, name + ".csv"))))
        {
            problems.Add(new Problem(name + ".csv", "RE101", "The file is missing.", "one CSV a table, with at least its header"));
        }
        foreach (var file in Directory.EnumerateFiles(folder, "*.csv").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            if (!names.Contains(name, StringComparer.Ordinal))
            {
                problems.Add(new Problem(Path.GetFileName(file), "RE102", "No table has this name.", null, Nearest.Suggestion(name, names)));
            }
        }
    }
}

/// <summary>Problems in the order found: the first hundred whole, the rest as a number.</summary>
internal sealed class ImportProblems
{
    private readonly List<Problem> kept = [];
    private long more;

    public void Add(Problem problem)
    {
        if (kept.Count < Import.MostProblems)
        {
            kept.Add(problem);
        }
        else
        {
            more++;
        }
    }

    public void ThrowIfAny()
    {
        if (kept.Count == 0)
        {
            return;
        }
        if (more > 0)
        {
            kept.Add(new Problem("import", "RE199", FormattableString.Invariant($"{more} more problems are not shown."), null, "Mend these first, then import again."));
        }
        throw new ReportException(ExitCode.DataFailed, kept);
    }
}

/// <summary>The keys of rows read so far, of tables that others refer to; rejected rows too, so that one mistake is told once.</summary>
internal sealed class KnownRows
{
    private static readonly HashSet<string> Referred =
        [.. TableSchema.All.SelectMany(table => table.Columns).Select(column => column.References).OfType<string>()];

    private readonly Dictionary<string, HashSet<long>> numbers = [];
    private readonly Dictionary<string, HashSet<string>> texts = [];

    /// <summary>The last instant anything may be recorded: when the data set was extracted.</summary>
    public string? ExtractedAt { get; set; }

    /// <summary>Notes a key; false when the table has a row with it already.</summary>
    public bool Add(TableSchema table, string key) => table.Key.Form == ColumnForm.Integer
        ? !Referred.Contains(table.Name) || !long.TryParse(key, out var number) || Of(numbers, table.Name).Add(number)
        : Of(texts, table.Name).Add(key);

    public bool Contains(string table, string key) =>
        (numbers.TryGetValue(table, out var ids) && long.TryParse(key, out var number) && ids.Contains(number))
        || (texts.TryGetValue(table, out var codes) && codes.Contains(key));

    /// <summary>The codes of a table keyed by text; empty for one keyed by numbers.</summary>
    public IReadOnlyCollection<string> CodesOf(string table) => texts.GetValueOrDefault(table, []);

    private static HashSet<T> Of<T>(Dictionary<string, HashSet<T>> sets, string table)
    {
        if (!sets.TryGetValue(table, out var set))
        {
            sets[table] = set = [];
        }
        return set;
    }
}
