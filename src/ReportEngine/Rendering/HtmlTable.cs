using ReportEngine.Documents;

namespace ReportEngine.Rendering;

/// <summary>A table in HTML: caption, column and row headers with their scope, notes and source underneath.</summary>
internal static class HtmlTable
{
    public static void Write(HtmlText html, Table table, RenderRequest request)
    {
        var words = ReaderTable.Of(table, request.Words.Numbers);
        html.Raw(
                "<div class=\"table\" tabindex=\"0\" role=\"region\""
                    + HtmlText.Attribute("aria-labelledby", "table-" + table.Id)
                    + ">\n<table>\n"
            )
            .Element("caption", table.Title, HtmlText.Attribute("id", "table-" + table.Id))
            .Raw("\n<thead>\n<tr>");
        foreach (var (heading, column) in words.Headings.Zip(table.Columns))
        {
            html.Element("th", heading, " scope=\"col\"" + Class(column));
        }
        html.Raw("</tr>\n</thead>\n<tbody>\n");
        foreach (var (row, texts) in table.Rows.Zip(words.Rows))
        {
            html.Raw(row.IsTotal ? "<tr class=\"total\">" : "<tr>");
            foreach (var (index, text) in texts.Index())
            {
                if (index == 0)
                {
                    html.Element("th", text, " scope=\"row\"" + Breaking(text));
                }
                else
                {
                    html.Element(
                        "td",
                        text,
                        ReaderTable.IsNumber(table.Columns[index]) ? Class(table.Columns[index]) : Breaking(text)
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

    private static string Class(Column column) => ReaderTable.IsNumber(column) ? " class=\"number\"" : "";

    private static string Breaking(string text) => text.Length <= Short ? " class=\"short\"" : "";
}
