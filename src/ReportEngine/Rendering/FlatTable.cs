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
/// "[u]". The last <paramref name="Totals"/> rows are totals.
/// </summary>
internal sealed record FlatTable(
    IReadOnlyList<FlatColumn> Columns,
    IReadOnlyList<IReadOnlyList<object>> Rows,
    int Totals = 0
)
{
    /// <summary>
    /// The markers in its cells, more than the table's figures have: an end of an interval may lack a value too.
    /// </summary>
    public IEnumerable<string> Markers =>
        new[] { "c", "low", "r", "u", "x", "z" }.Where(marker =>
            Rows.Any(row => row.Contains(NumberStyle.Marker(marker)))
        );

    public static FlatTable Of(Table table, Language language)
    {
        var fields = table
            .Columns.Select(
                (column, index) =>
                    column.Kind == ColumnKind.Figure ? SheetFields.Of(column.Metric, HasShares(table, index)) : []
            )
            .ToList();
        var revised = table.Columns.Select((_, index) => IsRevised(table, index)).ToList();
        var columns = table
            .Columns.SelectMany(
                (column, index) =>
                    Expand(column, fields[index], language)
                        .Concat(
                            revised[index]
                                ?
                                [
                                    new FlatColumn(
                                        language.Say("{0}: revised since the last release", column.Heading),
                                        FlatKind.Text
                                    ),
                                ]
                                : []
                        )
            )
            .ToList();
        var rows = table
            .Rows.Select(row =>
                (IReadOnlyList<object>)
                    [
                        .. row.Cells.SelectMany(
                            (cell, index) =>
                                Values(cell, fields[index])
                                    .Concat(
                                        revised[index]
                                            ?
                                            [
                                                cell is FigureCell { Figure.IsRevised: true }
                                                    ? NumberStyle.Marker("r")
                                                    : language.Say("no"),
                                            ]
                                            : []
                                    )
                        ),
                    ]
            )
            .ToList();
        return new FlatTable(
            [
                .. columns.Select(
                    (column, index) => IsWhole(column, index) ? column with { Kind = FlatKind.Whole } : column
                ),
            ],
            rows,
            table.Rows.Count(row => row.IsTotal)
        );

        bool IsWhole(FlatColumn column, int index) =>
            column.Kind == FlatKind.TwoDecimals
            && rows.All(row => row[index] is not double number || number == Math.Floor(number));
    }

    private static bool IsRevised(Table table, int column) =>
        table.Rows.Any(row => row.Cells[column] is FigureCell { Figure.IsRevised: true });

    private static bool HasShares(Table table, int column) =>
        table.Rows.Any(row => row.Cells[column] is FigureCell { Figure.Quantity: Share });

    private static IEnumerable<FlatColumn> Expand(Column column, IReadOnlyList<SheetField> fields, Language language) =>
        column.Kind switch
        {
            ColumnKind.Text => [new(column.Heading, FlatKind.Text)],
            ColumnKind.Number => [new(column.Heading, FlatKind.Whole)],
            ColumnKind.Date => [new(column.Heading, FlatKind.Date)],
            _ => fields.Select(field => new FlatColumn(
                HasUnit(column, field) ? column.Heading : language.Say(field.Heading, column.Heading),
                field.Kind
            )),
        };

    /// <summary>The heading of a column of days may name its unit itself.</summary>
    private static bool HasUnit(Column column, SheetField field) =>
        field.Heading == "{0}" || (column.Metric?.Unit == Unit.Days && column.Heading.EndsWith(')'));

    private static IEnumerable<object> Values(Cell cell, IReadOnlyList<SheetField> fields)
    {
        return cell switch
        {
            FigureCell { Figure: var figure } => fields.Select(field => field.Of(figure)),
            TextCell text => InEach(PlainText.Clean(text.Text)),
            NumberCell number => InEach(number.Number),
            DateCell date => InEach(date.Day),
            MarkerCell marker => InEach(NumberStyle.Marker(marker.Marker)),
            _ => throw new InvalidOperationException("Unknown cell."),
        };

        // What is no figure stands in every column of a value.
        IEnumerable<object> InEach(object value) => Enumerable.Repeat(value, Math.Max(1, fields.Count));
    }
}
