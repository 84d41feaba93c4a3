using ReportEngine.Documents;

namespace ReportEngine.Rendering;

/// <summary>A table in HTML: caption, column and row headers with their scope, notes and source underneath.</summary>
internal static class HtmlTable
{
    public static void Write(HtmlText html, Table table, Remarks below, RenderRequest request)
    {
        var read = ReaderTable.Of(table, request.Words.Numbers);
        var anchor = AnchorOf(table);
        html.Raw(
                "<div class=\""
                    + (read.Parts.Count > MostOnPhones ? "table wide" : "table")
                    + "\" tabindex=\"0\" role=\"region\""
                    + HtmlText.Attribute("aria-labelledby", anchor)
                    + ">\n<table role=\"table\">\n<caption"
                    + HtmlText.Attribute("id", anchor)
                    + ">"
            )
            .Number(request.Words.NumberOf(table))
            .Text(table.Title)
            .Raw("</caption>\n<thead>\n");
        Headings(html, read);
        html.Raw("</thead>\n<tbody>\n");
        foreach (var row in read.Rows)
        {
            html.Raw(row.IsTotal ? "<tr role=\"row\" class=\"total\">" : "<tr role=\"row\">");
            foreach (var (index, cells) in row.Cells.Index())
            {
                Cells(html, cells, read.Columns[index], isName: index == 0);
            }
            html.Raw("</tr>\n");
        }
        html.Raw("</tbody>\n</table>\n</div>\n");
        HtmlDownloads.Of(html, table, request);
        html.Small(below);
    }

    /// <summary>More columns do not stand beside each other on a telephone: there each row is a list.</summary>
    private const int MostOnPhones = 3;

    /// <summary>Where a link to a table leads.</summary>
    public static string AnchorOf(Table table) => Places.KeyOf(table) ?? "table-" + table.Id;

    /// <summary>On one level, or the columns above their parts.</summary>
    private static void Headings(HtmlText html, ReaderTable read)
    {
        html.Raw("<tr role=\"row\">");
        foreach (var column in read.Columns)
        {
            var isGroup = column.Parts[0].Heading.Length > 0;
            var span = column.Parts.Count > 1 ? FormattableString.Invariant($" colspan=\"{column.Parts.Count}\"") : "";
            var down = read.HasPartHeadings && !isGroup ? " rowspan=\"2\"" : "";
            var scope = isGroup ? " role=\"columnheader\" scope=\"colgroup\"" : " role=\"columnheader\" scope=\"col\"";
            html.Element("th", column.Heading, scope + span + down + Class(column.Parts[0]));
        }
        html.Raw("</tr>\n");
        if (!read.HasPartHeadings)
        {
            return;
        }
        html.Raw("<tr role=\"row\">");
        foreach (var part in read.Parts.Where(part => part.Heading.Length > 0))
        {
            html.Element("th", part.Heading, " role=\"columnheader\" scope=\"col\"" + Class(part));
        }
        html.Raw("</tr>\n");
    }

    private static void Cells(HtmlText html, IReadOnlyList<ReaderCell> cells, ReaderColumn column, bool isName)
    {
        foreach (var (cell, part) in cells.Zip(column.Parts))
        {
            var span = cell.Span > 1 ? FormattableString.Invariant($" colspan=\"{cell.Span}\"") : "";
            var look =
                part.Kind != PartKind.Words ? Class(part)
                : isName && cell.Text.All(char.IsAsciiDigit) ? " class=\"key\""
                : Breaking(cell.Text);
            // On a telephone a cell stands under its name, and lays its heading beside itself.
            var named =
                cell.Span > 1 || part.Heading.Length == 0 ? column.Heading : column.Heading + ": " + part.Heading;
            var label = part.Kind == PartKind.Aside ? "" : HtmlText.Attribute("data-label", named);
            html.Element(
                isName ? "th" : "td",
                cell.Text,
                (isName ? " role=\"rowheader\" scope=\"row\"" : " role=\"cell\"" + label) + span + look
            );
        }
    }

    /// <summary>Letters of a word that is never broken, as "2025-Q1".</summary>
    private const int Short = 12;

    private static string Class(ReaderPart part) =>
        part.Kind switch
        {
            PartKind.Number => " class=\"number\"",
            PartKind.Aside => " class=\"number aside\"",
            _ => "",
        };

    /// <summary>Letters of a word that may break anywhere, as an address.</summary>
    private const int Long = 24;

    private static string Breaking(string text) =>
        text.Length <= Short ? " class=\"short\""
        : text.Split(' ').Any(word => word.Length >= Long) ? " class=\"long\""
        : "";
}
