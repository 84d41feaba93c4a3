using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;

namespace ReportEngine.Rendering;

/// <summary>
/// The key figures as the first sheet of a workbook: a value a row with its unit, since measures differ, and a link to
/// the table that holds more of it.
/// </summary>
internal static class SummarySheet
{
    private const int TableColumn = 9;

    public static SheetTable Of(Table summary, Document document, DocumentWords words)
    {
        var rows = summary
            .Rows.Select(row =>
            {
                var now = ((FigureCell)row.Cells[2]).Figure;
                return (Cells: RowOf(row, now, words), Table: TableOf(now, document), now.Metric.Id);
            })
            .ToList();
        return new SheetTable(
            summary.Id,
            new FlatTable(
                [
                    new(words.Say("Measure"), FlatKind.Text),
                    new(words.Say("Number"), FlatKind.Whole),
                    new(words.Say("Out of (number)"), FlatKind.Whole),
                    new(words.Say("Value"), FlatKind.OneDecimal),
                    new(words.Say("Unit"), FlatKind.Text),
                    new(words.Say("Number before"), FlatKind.Whole),
                    new(words.Say("Out of before (number)"), FlatKind.Whole),
                    new(words.Say("Value before"), FlatKind.OneDecimal),
                    new(words.Say("Verdict"), FlatKind.Text),
                    new(words.Say("Table"), FlatKind.Text),
                    new(words.Say("Figure"), FlatKind.Text),
                ],
                [
                    .. rows.Select(row =>
                        (IReadOnlyList<object>)[.. row.Cells, row.Table?.Number ?? NumberStyle.Marker("z"), row.Id]
                    ),
                ]
            )
        )
        {
            Links =
            [
                .. rows.Index()
                    .Where(row => row.Item.Table is not null)
                    .Select(row => new SheetLink(row.Index, TableColumn, row.Item.Table!.Id)),
            ],
        };
    }

    private static IReadOnlyList<object> RowOf(Row row, Figure now, DocumentWords words) =>
        [
            ((TextCell)row.Cells[0]).Text,
            .. NumbersOf(now),
            words.Say(UnitOf(now)),
            .. row.Cells[1] is FigureCell { Figure: var before }
                ? NumbersOf(before)
                : Enumerable.Repeat<object>(NumberStyle.Marker("x"), 3),
            row.Cells[3] switch
            {
                FigureCell { Figure.Quantity: Status status } => status.Label,
                TextCell text => text.Text,
                _ => NumberStyle.Marker("z"),
            },
        ];

    /// <summary>The table that holds the figure: of this period before others, "R2" before "R2a".</summary>
    private static Table? TableOf(Figure figure, Document document)
    {
        var key = CellKey.Of(figure);
        return document
            .Tables.Where(table =>
                table is { IsSummary: false, Number: not null } && table.Figures.Any(one => CellKey.Of(one) == key)
            )
            .OrderBy(table => table.IsOfSeveralPeriods)
            .ThenBy(table => char.IsAsciiLetterLower(table.Number![^1]))
            .FirstOrDefault();
    }

    /// <summary>
    /// What was counted, out of how many, and the value; a count is a number without a value, and a time is of all of
    /// them: beside it those that had an answer would be read as what it was counted from.
    /// </summary>
    private static IEnumerable<object> NumbersOf(Figure figure) =>
        figure.Quantity is Count { Number: var number } ? [number, NumberStyle.Marker("z"), NumberStyle.Marker("z")]
        : figure.Metric.Unit == Unit.Hours ? [NumberStyle.Marker("z"), NumberStyle.Marker("z"), ValueOf(figure)]
        : [CountOf(figure, figure.Numerator), CountOf(figure, figure.Denominator), ValueOf(figure)];

    private static object CountOf(Figure figure, long? count) =>
        count is { } number ? number : NumberStyle.Marker(figure.Quantity is Withheld ? "c" : "z");

    /// <summary>Shares in per cent, so that all rows of a column are read alike.</summary>
    private static object ValueOf(Figure figure) =>
        figure switch
        {
            { Value: null } => NumberStyle.Marker(figure.Quantity.Marker ?? "x"),
            { Quantity: Share or Portion, Value: { } share } when figure.Metric.Unit != Unit.PerThousand =>
                SheetFields.OrLow(share * 100, 100 * SheetFields.LeastShown),
            { Value: { } value } => value,
        };

    private static string UnitOf(Figure figure) =>
        figure.Metric.Unit == Unit.PerThousand ? "per 1,000"
        : figure.Quantity is Share or Portion ? "per cent"
        : figure.Metric.Unit == Unit.Hours ? "hours"
        : figure.Metric.Unit == Unit.Days ? "days"
        : "number";
}
