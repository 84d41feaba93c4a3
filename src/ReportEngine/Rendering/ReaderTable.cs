using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;

namespace ReportEngine.Rendering;

/// <summary>A table as readers of a page see it: headings with their units, and cells in words and numbers.</summary>
internal sealed record ReaderTable(IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    public static ReaderTable Of(Table table, NumberStyle numbers)
    {
        var scales = table.Columns.Select((column, index) => ScaleOf(table, column, index)).ToList();
        return new ReaderTable(
            [.. table.Columns.Select((column, index) => HeadingOf(column, scales[index], numbers.Language))],
            [
                .. table.Rows.Select(row =>
                    (IReadOnlyList<string>)[.. row.Cells.Select((cell, index) => TextOf(cell, scales[index], numbers))]
                ),
            ]
        );
    }

    public static bool IsNumber(Column column) =>
        column.Kind == ColumnKind.Figure && column.Metric?.Unit != Unit.Status;

    /// <summary>One unit for a column of times; null where it holds none, or other things beside them.</summary>
    private static TimeScale? ScaleOf(Table table, Column column, int index) =>
        column.Metric?.Unit == Unit.Hours
            ? TimeScale.Of(table.Rows.Select(row => row.Cells[index]).OfType<FigureCell>().Select(cell => cell.Figure))
            : null;

    private static string HeadingOf(Column column, TimeScale? scale, Language language) =>
        column.Metric?.Unit != Unit.Hours ? column.Heading
        : scale is { IsDays: true } ? language.Say("{0} (days)", column.Heading)
        : language.Say("{0} (hours)", column.Heading);

    private static string TextOf(Cell cell, TimeScale? scale, NumberStyle numbers) =>
        cell switch
        {
            TextCell text => PlainText.Clean(text.Text),
            NumberCell number => NumberStyle.Whole(number.Number),
            DateCell date => numbers.Date(date.Day),
            MarkerCell marker => numbers.InWords(marker.Marker),
            FigureCell figure => numbers.Text(figure.Figure, scale)
                + (figure.Figure.IsRevised ? "\u00a0" + NumberStyle.Marker("r") : ""),
            _ => throw new InvalidOperationException("Unknown cell."),
        };
}
