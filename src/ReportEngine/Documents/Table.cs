using NodaTime;
using ReportEngine.Figures;

namespace ReportEngine.Documents;

/// <summary>One value of a table; typed until a renderer prints it.</summary>
public abstract record Cell;

/// <param name="IsVerbatim">A code, or words that are in the language already: no word of the engine to
/// translate.</param>
public sealed record TextCell(string Text, bool IsVerbatim = false) : Cell;

/// <summary>A number that counts nothing: the number of a point.</summary>
public sealed record NumberCell(long Number) : Cell;

public sealed record DateCell(LocalDate Day) : Cell;

public sealed record FigureCell(Figure Figure) : Cell;

/// <summary>No value exists here; <see cref="Marker"/> (x: not available, z: not applicable) says why.</summary>
public sealed record MarkerCell(string Marker) : Cell;

/// <summary>
/// A column: words, days, or figures of one metric. The id is unique in the table and names the column in data files.
/// </summary>
/// <param name="Group">
/// What it stands under with the columns beside it of the same group, which have the same heading in other groups.
/// </param>
public sealed record Column(string Id, string Heading, ColumnKind Kind, Metric? Metric = null, string? Group = null)
{
    /// <summary>In workbooks and data files alone: one more than a page can hold.</summary>
    public bool IsForData { get; init; }
}

public enum ColumnKind
{
    Text,
    Number,
    Date,
    Figure,
}

public sealed record Row(IReadOnlyList<Cell> Cells, bool IsTotal = false)
{
    /// <summary>As of <see cref="Column.IsForData"/>.</summary>
    public bool IsForData { get; init; }
}

/// <summary>
/// A table of a report. Each format shows it its own way: "n of N (p %)" in one cell for readers, a column a number in
/// spreadsheets and data files.
/// </summary>
public sealed record Table(
    string Id,
    string Title,
    IReadOnlyList<Column> Columns,
    IReadOnlyList<Row> Rows,
    IReadOnlyList<string> Notes
)
{
    /// <summary>What it is cited by in all formats and releases, as "R2" or "R2a"; null where none was given.</summary>
    public string? Number { get; init; }

    /// <summary>The key figures of the report, which open its workbook.</summary>
    public bool IsSummary { get; init; }

    /// <summary>Its rows are of other periods or days than the report's; the title says which.</summary>
    public bool IsOfSeveralPeriods { get; init; }

    /// <summary>The one value of a dimension its rows are of; the title says it. Null for the whole table.</summary>
    public DimensionValue? NarrowedTo { get; init; }

    /// <summary>
    /// Metrics whose values stand in the table under another name, and whose definitions belong in the annex.
    /// </summary>
    public IReadOnlyList<Metric> AlsoDefined { get; init; } = [];

    /// <summary>Without the columns and rows that workbooks and data files alone have.</summary>
    public Table ForReaders
    {
        get
        {
            var shown = Enumerable.Range(0, Columns.Count).Where(index => !Columns[index].IsForData).ToList();
            return this with
            {
                Columns = [.. shown.Select(index => Columns[index])],
                Rows =
                [
                    .. Rows.Where(row => !row.IsForData)
                        .Select(row => row with { Cells = [.. shown.Select(index => row.Cells[index])] }),
                ],
            };
        }
    }

    public IEnumerable<Figure> Figures =>
        Rows.SelectMany(row => row.Cells).OfType<FigureCell>().Select(cell => cell.Figure);

    public IEnumerable<Metric> Metrics =>
        Columns
            .Select(column => column.Metric)
            .OfType<Metric>()
            .Concat(Figures.Select(figure => figure.Metric))
            .DistinctBy(metric => metric.Id);
}
