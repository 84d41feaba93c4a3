using NodaTime;
using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;

namespace ReportEngine.Rendering;

/// <summary>How a flat column's values are to be formatted.</summary>
internal enum FlatKind
{
    Text,
    Whole,
    Percent,
    OneDecimal,
    TwoDecimals,
    ThreeDecimals,
    Date,

    /// <summary>A whole number that names a row: without separators.</summary>
    Key,

    /// <summary>A day and the hour.</summary>
    Hour,
}

internal sealed record FlatColumn(string Heading, FlatKind Kind);

/// <summary>A number with a format of its own, where those of a column differ.</summary>
internal readonly record struct FlatNumber(double Value, FlatKind Kind);

/// <summary>
/// A table with one number a column, as spreadsheets need it: a share becomes number, out of, per cent and the ends
/// of its interval. A value is a string, long, double, FlatNumber or LocalDate; where there is none, a marker such as
/// "[u]".
/// </summary>
/// <param name="Totals">Which rows are totals, from 0.</param>
internal sealed record FlatTable(
    IReadOnlyList<FlatColumn> Columns,
    IReadOnlyList<IReadOnlyList<object>> Rows,
    IReadOnlyList<int>? Totals = null
)
{
    /// <summary>
    /// The markers in its cells, more than the table's figures have: an end of an interval may lack a value too.
    /// </summary>
    public IEnumerable<string> Markers =>
        Signs.Where(marker => Rows.Any(row => row.Contains(NumberStyle.Marker(marker))));

    /// <summary>Those that can stand in a cell instead of a value.</summary>
    public static IReadOnlyList<string> Signs { get; } = ["c", "low", "r", "u", "x", "z"];

    /// <summary>The values; ends of intervals stand on a sheet of their own.</summary>
    public static FlatTable Of(Table table, Language language) =>
        Of(table, [.. WithOneOutOf(Expanded(table, language).Where(one => !one.IsEnd).ToList(), table, language)]);

    /// <summary>The names of the rows with the ends of the intervals; null for a table that has none.</summary>
    public static FlatTable? IntervalsOf(Table table, Language language)
    {
        var columns = Expanded(table, language);
        // A sheet of nothing but signs would say no more than its table.
        var hasEnds = columns.Exists(one => one.IsEnd && table.Rows.Any(row => one.Of(row) is double or long));
        return hasEnds ? Of(table, [.. columns.Where(one => one.IsEnd || one.IsName)]) : null;
    }

    private static FlatTable Of(Table table, IReadOnlyList<ExpandedColumn> columns)
    {
        var rows = table
            .Rows.Select(row => (IReadOnlyList<object>)[.. columns.Select(column => column.Of(row))])
            .ToList();
        return new FlatTable(
            [.. columns.Select((column, index) => new FlatColumn(column.Heading, KindOf(column, index)))],
            rows,
            [.. table.Rows.Index().Where(row => row.Item.IsTotal).Select(row => row.Index)]
        );

        FlatKind KindOf(ExpandedColumn column, int index) =>
            column.Kind == FlatKind.TwoDecimals
            && rows.All(row => row[index] is not double number || number == Math.Floor(number))
                ? FlatKind.Whole
                : column.Kind;
    }

    /// <summary>A column of a sheet: its heading, and what stands in it in each row of the table.</summary>
    private sealed record ExpandedColumn(string Heading, FlatKind Kind, Func<Row, object> Of)
    {
        public bool IsName { get; init; }
        public bool IsEnd { get; init; }
        public bool IsOutOf { get; init; }

        /// <summary>A count of things, which a share may be out of.</summary>
        public bool IsCount { get; init; }
    }

    private static List<ExpandedColumn> Expanded(Table table, Language language) =>
        [.. table.Columns.SelectMany((column, index) => Expanded(table, column, index, language))];

    private static IEnumerable<ExpandedColumn> Expanded(Table table, Column column, int index, Language language)
    {
        var heading = column.Group is { } group ? language.Say("{0}: {1}", group, column.Heading) : column.Heading;
        if (column.Kind != ColumnKind.Figure)
        {
            var kind = column.Kind switch
            {
                ColumnKind.Number => FlatKind.Whole,
                ColumnKind.Date => FlatKind.Date,
                _ => FlatKind.Text,
            };
            yield return new(heading, kind, row => PlainOf(row.Cells[index])) { IsName = true };
            yield break;
        }
        foreach (var field in SheetFields.Of(column.Metric, HasShares(table, index)))
        {
            yield return new(
                HasUnit(column, field) ? heading : language.Say(field.Heading, heading),
                field.Kind,
                row =>
                    row.Cells[index] is FigureCell { Figure: var figure } ? field.Of(figure) : PlainOf(row.Cells[index])
            )
            {
                IsEnd = field.IsEnd,
                IsOutOf = field.IsOutOf,
                IsCount = column.Metric?.Unit == Unit.Count,
            };
        }
        if (IsRevised(table, index))
        {
            yield return new(
                language.Say("{0}: revised since the last release", heading),
                FlatKind.Text,
                row =>
                    row.Cells[index] is FigureCell { Figure.IsRevised: true }
                        ? NumberStyle.Marker("r")
                        : language.Say("no")
            );
        }
    }

    /// <summary>
    /// What several columns are out of stands once, where it is the same in every row; nowhere, where a count says it.
    /// </summary>
    private static IEnumerable<ExpandedColumn> WithOneOutOf(
        IReadOnlyList<ExpandedColumn> columns,
        Table table,
        Language language
    )
    {
        var wholes = columns.Where(column => column.IsOutOf).ToList();
        var counts = columns.Where(column => column.IsCount).ToList();
        var left = new HashSet<ExpandedColumn>(ReferenceEqualityComparer.Instance);
        var shared = new HashSet<ExpandedColumn>(ReferenceEqualityComparer.Instance);
        foreach (var (index, whole) in wholes.Index())
        {
            if (counts.Exists(count => AreAlike(count, whole)))
            {
                left.Add(whole);
            }
            else if (wholes.Take(index).FirstOrDefault(first => AreAlike(first, whole)) is { } first)
            {
                left.Add(whole);
                shared.Add(first);
            }
        }
        return columns
            .Where(column => !left.Contains(column))
            .Select(column =>
                shared.Contains(column) ? column with { Heading = language.Say("Out of (number)") } : column
            );

        bool AreAlike(ExpandedColumn one, ExpandedColumn other) =>
            table.Rows.All(row => one.Of(row).Equals(other.Of(row)));
    }

    private static bool IsRevised(Table table, int column) =>
        table.Rows.Any(row => row.Cells[column] is FigureCell { Figure.IsRevised: true });

    private static bool HasShares(Table table, int column) =>
        table.Rows.Any(row => row.Cells[column] is FigureCell { Figure.Quantity: Share });

    /// <summary>The heading of a column of days may name its unit itself.</summary>
    private static bool HasUnit(Column column, SheetField field) =>
        field.Heading == "{0}" || (column.Metric?.Unit == Unit.Days && column.Heading.EndsWith(')'));

    /// <summary>What is no figure.</summary>
    private static object PlainOf(Cell cell) =>
        cell switch
        {
            TextCell text => PlainText.Clean(text.Text),
            NumberCell number => number.Number,
            DateCell date => date.Day,
            MarkerCell marker => NumberStyle.Marker(marker.Marker),
            _ => throw new InvalidOperationException("Unknown cell."),
        };
}
