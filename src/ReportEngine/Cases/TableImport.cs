using Microsoft.Data.Sqlite;

namespace ReportEngine.Cases;

/// <summary>What the tables of one import share.</summary>
internal sealed class ImportRun(string folder, SqliteConnection connection)
{
    public string Folder { get; } = folder;

    public SqliteConnection Connection { get; } = connection;

    public ImportProblems Problems { get; } = new(folder, Severity.Error);

    /// <summary>What stops nothing, but is to be known.</summary>
    public ImportProblems Warnings { get; } = new(folder, Severity.Warning);

    public ImportedIds Ids { get; } = new();

    /// <summary>Nothing may be recorded later; null while the data set has not said when it was extracted.</summary>
    public string? ExtractedAt { get; set; }

    public string PathOf(TableSchema table) => Path.Combine(Folder, table.Name + ".csv");
}

/// <summary>Reads one CSV into its table and says what is wrong with each row that is not taken.</summary>
internal sealed class TableImport(ImportRun run, TableSchema table) : IDisposable
{
    private const int RowsBetweenReports = 20_000;

    private readonly TableIds? ids = run.Ids.Of(table.Name);
    private readonly ImportedNames names = new(table);
    private readonly TableInsert insert = new(run.Connection, table);
    private readonly List<(int Line, int Field, ColumnSchema Column, object Key)> pending = [];

    /// <summary>Rows taken; a file with faults in itself is not read further.</summary>
    public long Run(Action<long, long> report)
    {
        using var stream = new FileStream(
            run.PathOf(table),
            FileMode.Open,
            FileAccess.Read,
            FileShare.Read,
            64 * 1024,
            FileOptions.SequentialScan
        );
        report(0, 0);
        var faults = CsvScan.Of(stream);
        foreach (var (line, column, finding) in faults)
        {
            run.Problems.Add(table, line, column, finding);
        }
        using var csv = new CsvTable(stream);
        if (faults.Count > 0 || ImportHeader.Read(table, csv, run.Problems) is not { } fields)
        {
            Missed();
            return 0;
        }
        var row = new ImportRow(run, table, fields, pending);
        long read = 0;
        long taken = 0;
        while (csv.Read())
        {
            taken += Take(csv, row) ? 1 : 0;
            if (++read % RowsBetweenReports == 0)
            {
                report(taken, csv.BytesRead);
            }
        }
        CheckPending();
        if (table.Name == "dataset" && read != 1)
        {
            run.Problems.Add(table, 1, 1, ImportFindings.NotOneDataset(read));
        }
        report(taken, stream.Length);
        return taken;
    }

    /// <summary>The file cannot be read: nothing that points to its rows can be called broken.</summary>
    public void Missed()
    {
        if (ids is not null)
        {
            ids.Incomplete = true;
        }
    }

    public void Dispose() => insert.Dispose();

    private bool Take(CsvTable csv, ImportRow row)
    {
        if (csv.Fields.Length != table.Columns.Count)
        {
            run.Problems.Add(
                table,
                csv.Line,
                Math.Min(csv.Fields.Length, table.Columns.Count) + 1,
                ImportFindings.FieldCount(csv.Fields.Length, table.Columns.Count)
            );
            Missed();
            return false;
        }
        row.Read(csv.Line, csv.Fields);
        if (row.Key is not { } key)
        {
            Missed();
            return false;
        }
        if (ids?.Add(key) == false)
        {
            row.Fault(table.Key, ImportFindings.DuplicateId(table.Key, TableIds.TextOf(key)));
        }
        foreach (var (column, finding) in names.Add(csv.Line, row.Values))
        {
            row.Fault(column, finding);
        }
        if (row.Sound && insert.Write(row.Values) is { } broken)
        {
            row.Fault(broken.Column, broken.Finding);
        }
        if (row.Sound && table.Name == "dataset")
        {
            run.ExtractedAt = (string)row.Values[table.Column("extracted_at")!.Index];
        }
        return row.Sound;
    }

    /// <summary>References within the table may point forward: they are judged when all of it is read.</summary>
    private void CheckPending()
    {
        foreach (var (line, field, column, key) in pending)
        {
            if (!ids!.Holds(key))
            {
                run.Problems.Add(table, line, field, ImportRow.Broken(column, key, ids));
            }
        }
    }
}
