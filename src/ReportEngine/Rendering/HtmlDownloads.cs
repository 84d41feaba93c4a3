using ReportEngine.Documents;

namespace ReportEngine.Rendering;

/// <summary>Links from a page to the files beside it: to all of a report, and to those of one table or chart.</summary>
internal static class HtmlDownloads
{
    /// <summary>The report in other formats; nothing, where it was built in this one alone.</summary>
    public static void Of(HtmlText html, RenderRequest request)
    {
        var words = request.Words;
        Write(
            html,
            "downloads",
            [
                (request.Has("pdf"), words.Say("Report, PDF"), request.FileStem + ".pdf"),
                (request.Has("xlsx"), words.Say("Workbook, XLSX"), request.FileStem + ".xlsx"),
                (request.Has("csv"), words.Say("Data package, JSON"), "data/datapackage.json"),
                (request.HasFilesBeside, words.Say("List of tables and figures, CSV"), IndexFile.FileName),
            ]
        );
    }

    /// <summary>The data of a table, the workbook that holds it, and a link to itself.</summary>
    public static void Of(HtmlText html, Table table, RenderRequest request) =>
        Write(
            html,
            "get",
            [
                (request.Has("csv"), request.Words.Say("Data, CSV"), DataRenderer.FileOf(table)),
                (request.Has("xlsx"), request.Words.Say("Workbook, XLSX"), request.FileStem + ".xlsx"),
                (true, request.Words.Say("Link"), "#" + HtmlTable.AnchorOf(table)),
            ]
        );

    /// <summary>A chart to be passed on alone, and a link to it.</summary>
    public static void Of(HtmlText html, Chart chart, RenderRequest request)
    {
        var stem = PressCharts.StemOf(chart);
        Write(
            html,
            "get",
            [
                (request.HasFilesBeside, request.Words.Say("Picture, PNG"), stem + ".png"),
                (request.HasFilesBeside, request.Words.Say("Drawing, SVG"), stem + ".svg"),
                (true, request.Words.Say("Link"), "#" + HtmlBlocks.AnchorOf(chart)),
            ]
        );
    }

    private static void Write(
        HtmlText html,
        string name,
        IReadOnlyList<(bool IsThere, string Words, string Address)> links
    )
    {
        var there = links.Where(link => link.IsThere).ToList();
        if (there.Count == 0)
        {
            return;
        }
        html.Raw("<p class=\"" + name + "\">");
        foreach (var (index, (_, words, address)) in there.Index())
        {
            html.Raw(index == 0 ? "" : " ").Element("a", words, HtmlText.Attribute("href", address));
        }
        html.Raw("</p>\n");
    }
}
