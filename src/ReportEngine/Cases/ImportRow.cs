using ReportEngine.Languages;

namespace ReportEngine.Cases;

/// <summary>One row under check, used again for the next: its values, and whether any rule is broken.</summary>
/// <param name="fields">For each column of the table its field in the file.</param>
/// <param name="pending">Takes references to rows of the same table that have not been read yet.</param>
internal sealed class ImportRow(
    ImportRun run,
    TableSchema table,
    int[] fields,
    List<(int Line, int Field, ColumnSchema Column, object Key)> pending
)
{
    private readonly ColumnSchema[] columns = [.. table.Columns];
    private readonly TableIds?[] parents = [.. table.Columns.Select(column => run.Ids.Of(column.References))];
    private readonly ColumnSchema[] happenings = [.. table.Happenings];
    private readonly (ColumnSchema From, ColumnSchema To)[] spans = [.. table.Spans];
    private readonly ColumnSchema? recordedAt = table.Column("recorded_at");
    private readonly ColumnSchema? at = table.Column("at");
    private readonly int key = table.Key.Index;
    private int line;

    /// <summary>By column of the table; DBNull where nothing is given or the value is wrong.</summary>
    public object[] Values { get; } = new object[table.Columns.Count];

    public bool Sound { get; private set; }

    /// <summary>Null when the row cannot be identified.</summary>
    public object? Key => Values[key] is DBNull ? null : Values[key];

    public void Read(int physicalLine, string[] record)
    {
        line = physicalLine;
        Sound = true;
        foreach (var column in columns)
        {
            if (ImportValues.Read(column, record[fields[column.Index]], out Values[column.Index]) is { } finding)
            {
                Fault(column, finding);
            }
            else if (
                parents[column.Index] is { } parent
                && Values[column.Index] is not DBNull
                && !parent.Holds(Values[column.Index])
            )
            {
                Refer(column, parent, Values[column.Index]);
            }
            else if (
                column.Form == ColumnForm.Text
                && FontCoverage.FirstMissing(record[fields[column.Index]]) is { } letter
            )
            {
                run.Warnings.Add(
                    table,
                    line,
                    fields[column.Index] + 1,
                    ImportFindings.NoGlyph(column, record[fields[column.Index]], letter)
                );
            }
        }
        CheckTimes();
        CheckSpans();
    }

    public void Fault(ColumnSchema? column, Finding finding)
    {
        Sound = false;
        run.Problems.Add(table, line, column is null ? 1 : fields[column.Index] + 1, finding);
    }

    public static Finding Broken(ColumnSchema column, object key, TableIds parent) =>
        column.Form == ColumnForm.Text
            ? ImportFindings.UnknownCode(column, TableIds.TextOf(key), parent.Codes)
            : ImportFindings.BrokenReference(column, TableIds.TextOf(key));

    private void Refer(ColumnSchema column, TableIds parent, object value)
    {
        if (column.References == table.Name)
        {
            pending.Add((line, fields[column.Index] + 1, column, value));
        }
        else
        {
            Fault(column, Broken(column, value, parent));
        }
    }

    private void CheckTimes()
    {
        if (recordedAt is null)
        {
            return;
        }
        CheckFuture(recordedAt);
        if (at is not null)
        {
            CheckFuture(at);
        }
        if (Values[recordedAt.Index] is string recorded)
        {
            foreach (var happening in happenings)
            {
                if (Values[happening.Index] is string happened && string.CompareOrdinal(recorded, happened) < 0)
                {
                    Fault(recordedAt, ImportFindings.RecordedEarly(happening, happened, recorded));
                }
            }
        }
    }

    private void CheckFuture(ColumnSchema column)
    {
        if (
            run.ExtractedAt is { } last
            && Values[column.Index] is string value
            && string.CompareOrdinal(value, last) > 0
        )
        {
            Fault(column, ImportFindings.Future(column, value, last));
        }
    }

    private void CheckSpans()
    {
        foreach (var (from, to) in spans)
        {
            if (
                Values[from.Index] is string start
                && Values[to.Index] is string end
                && string.CompareOrdinal(end, start) <= 0
            )
            {
                Fault(to, ImportFindings.EndsEarly(from, start, to, end));
            }
        }
    }
}
