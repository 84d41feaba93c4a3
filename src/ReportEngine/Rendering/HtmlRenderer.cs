using System.Text;
using ReportEngine.Documents;

namespace ReportEngine.Rendering;

/// <summary>
/// One page without a script, styles and fonts inside: what was found first, contents at its side, the facts of the
/// release last. It leads to the files beside it.
/// </summary>
internal static class HtmlRenderer
{
    public static IReadOnlyList<OutputFile> Render(RenderRequest request)
    {
        var document = request.Document;
        var words = request.Words;
        var html = new HtmlText(
            document.Language,
            document
                .Blocks.OfType<Definitions>()
                .SelectMany(block => block.Metrics)
                .Select(metric => metric.Id)
                .ToHashSet(StringComparer.Ordinal)
        );
        var blocks = new HtmlBlocks(html, request);
        html.Raw(
                "<!DOCTYPE html>\n<html"
                    + HtmlText.Attribute("lang", document.Language.Code)
                    + HtmlText.Attribute("dir", document.Language.RightToLeft ? "rtl" : "ltr")
                    + ">\n<head>\n<meta charset=\"utf-8\">\n"
            )
            .Raw(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                    + "'unsafe-inline'; img-src data:; font-src data:\">\n"
            )
            .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Raw("<meta name=\"description\"" + HtmlText.Attribute("content", document.Subtitle) + ">\n")
            .Element("title", words.Titled(document.Title, document))
            .Raw("\n<style>\n")
            .Raw(request.Typesetter.FontFaces(document.Language.Code))
            .Raw(request.Typesetter.StyleSheet)
            .Raw("</style>\n</head>\n<body>\n")
            .Element("a", words.Say("Skip to content"), " class=\"skip\" href=\"#content\"")
            .Raw("\n");
        Bar(html, request);
        html.Raw("<main id=\"content\">\n");
        Opening(html, blocks, request);
        Contents(html, request);
        html.Raw("<div class=\"rest\">\n");
        foreach (var block in document.Blocks.Skip(document.Opening.Count))
        {
            blocks.Write(block);
        }
        Release(html, request);
        html.Raw("</div>\n</main>\n<footer>\n")
            .Element("p", words.Say("{0}. {1}.", words.CutOff(document), words.Status(document)))
            .Raw("\n")
            .Element("p", string.Join(" · ", words.Marks(document)))
            .Raw("\n</footer>\n</body>\n</html>\n");
        return
        [
            new OutputFile(request.FileStem + ".html", Encoding.UTF8.GetBytes(html.ToString()))
            {
                Places = document
                    .Tables.Select(table => (Key: Places.KeyOf(table), Anchor: HtmlTable.AnchorOf(table)))
                    .Concat(
                        document.Charts.Select(chart => (Key: Places.KeyOf(chart), Anchor: HtmlBlocks.AnchorOf(chart)))
                    )
                    .Where(one => one.Key is not null)
                    .DistinctBy(one => one.Key)
                    .ToDictionary(one => one.Key!, one => "#" + one.Anchor),
            },
        ];
    }

    /// <summary>What the page is marked with stays in sight, and stands on every page that is printed of it.</summary>
    private static void Bar(HtmlText html, RenderRequest request)
    {
        var (document, words) = (request.Document, request.Words);
        var isRestricted = words.Restrictions(document).Count > 0;
        html.Raw(isRestricted ? "<header class=\"bar restricted\">\n" : "<header class=\"bar\">\n");
        foreach (var mark in words.Marks(document))
        {
            html.Element("p", mark, " class=\"mark\"").Raw("\n");
        }
        html.Element("p", document.Edition.Name, " class=\"edition\"").Raw("\n</header>\n");
    }

    /// <summary>The headline, the period before below it, then findings beside what is drawn.</summary>
    private static void Opening(HtmlText html, HtmlBlocks blocks, RenderRequest request)
    {
        var (document, words) = (request.Document, request.Words);
        html.Raw("<section class=\"opening\">\n")
            .Element("h1", document.Title)
            .Raw("\n")
            .Element(
                "p",
                string.Join(" · ", words.Numbers.PeriodName(document.Period), words.CutOff(document)),
                " class=\"period\""
            )
            .Raw("\n");
        var findings = document.Opening.OfType<Finding>().ToList();
        foreach (var block in document.Opening.Where(block => block is Headline || block == findings.FirstOrDefault()))
        {
            blocks.Write(block);
        }
        Column("findings", findings.Skip(1));
        Column("drawn", document.Opening.Where(block => block is not (Headline or Finding)));
        HtmlDownloads.Of(html, request);
        html.Raw("</section>\n");

        void Column(string name, IEnumerable<Block> column)
        {
            if (!column.Any())
            {
                return;
            }
            html.Raw("<div class=\"" + name + "\">\n");
            foreach (var block in column)
            {
                blocks.Write(block);
            }
            html.Raw("</div>\n");
        }
    }

    private static void Contents(HtmlText html, RenderRequest request)
    {
        html.Raw("<nav aria-labelledby=\"contents\">\n")
            .Element("h2", request.Words.Say("On this page"), " id=\"contents\"")
            .Raw("\n<ol>\n");
        foreach (var heading in request.Document.Blocks.OfType<Heading>().Where(heading => heading.Level == 1))
        {
            html.Raw("<li>")
                .Element("a", heading.PlainText, HtmlText.Attribute("href", "#" + heading.Id))
                .Raw("</li>\n");
        }
        html.Raw("<li>")
            .Element("a", request.Words.Say("This release"), " href=\"#release\"")
            .Raw("</li>\n</ol>\n</nav>\n");
    }

    /// <summary>What a reader looks up and does not read first.</summary>
    private static void Release(HtmlText html, RenderRequest request)
    {
        html.Raw("<section aria-labelledby=\"release\">\n")
            .Element("h2", request.Words.Say("This release"), " id=\"release\"")
            .Raw("\n")
            .Element("p", request.Document.Subtitle + ".")
            .Raw("\n<dl class=\"facts\">\n");
        foreach (var (label, value) in request.Words.CoverFacts(request.Document))
        {
            html.Raw("<div>").Element("dt", label).Element("dd", value).Raw("</div>\n");
        }
        html.Raw("</dl>\n</section>\n");
    }
}
