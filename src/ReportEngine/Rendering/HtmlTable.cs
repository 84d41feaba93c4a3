using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;

namespace ReportEngine.Rendering;

/// <summary>A table in HTML: caption, column and row headers with their scope, notes and source underneath.</summary>
internal static class HtmlTable
{
    public static void Write(HtmlText html, Table table, RenderRequest request)
    {
        html.Raw(
                "<div class=\"table\" tabindex=\"0\" role=\"region\""
                    + HtmlText.Attribute("aria-labelledby", "table-" + table.Id)
                    + ">\n<table>\n"
            )
            .Element("caption", table.Title, HtmlText.Attribute("id", "table-" + table.Id))
            .Raw("\n<thead>\n<tr>");
        foreach (var column in table.Columns)
        {
            html.Element("th", column.Heading, " scope=\"col\"" + Class(column));
        }
        html.Raw("</tr>\n</thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Raw(row.IsTotal ? "<tr class=\"total\">" : "<tr>");
            for (var index = 0; index < row.Cells.Count; index++)
            {
                var text = CellText.Of(row.Cells[index], request.Words.Numbers);
                if (index == 0)
                {
                    html.Element("th", text, " scope=\"row\"" + Breaking(text));
                }
                else
                {
                    html.Element(
                        "td",
                        text,
                        CellText.IsNumber(table.Columns[index]) ? Class(table.Columns[index]) : Breaking(text)
                    );
                }
            }
            html.Raw("</tr>\n");
        }
        html.Raw("</tbody>\n</table>\n</div>\n");
        foreach (
            var note in request
                .Words.Notes(table)
                .Append(request.Words.Say("Source: {0}", request.Words.Source(request.Document, table)))
        )
        {
            html.Raw("<p class=\"source\">").Linked(note).Raw("</p>\n");
        }
    }

    /// <summary>Letters of a word that is never broken, as "2025-Q1".</summary>
    private const int Short = 12;

    private static string Class(Column column) => CellText.IsNumber(column) ? " class=\"number\"" : "";

    private static string Breaking(string text) => text.Length <= Short ? " class=\"short\"" : "";
}

/// <summary>Cells as readers see them.</summary>
internal static class CellText
{
    public static string Of(Cell cell, NumberStyle numbers) =>
        cell switch
        {
            TextCell text => PlainText.Clean(text.Text),
            NumberCell number => NumberStyle.Whole(number.Number),
            DateCell date => numbers.Date(date.Day),
            MarkerCell marker => numbers.InWords(marker.Marker),
            FigureCell figure => numbers.Text(figure.Figure)
                + (figure.Figure.IsRevised ? "\u00a0" + NumberStyle.Marker("r") : ""),
            _ => throw new InvalidOperationException("Unknown cell."),
        };

    public static bool IsNumber(Column column) =>
        column.Kind == ColumnKind.Figure && column.Metric?.Unit != Unit.Status;
}
