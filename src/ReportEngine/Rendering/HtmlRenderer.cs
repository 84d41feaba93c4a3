using System.Text;
using ReportEngine.Documents;
using ReportEngine.Figures;

namespace ReportEngine.Rendering;

/// <summary>One self-contained page: no script, no address of its own, styles for screen and print inside.</summary>
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
            .Element("title", words.Titled(document.Title, document))
            .Raw("\n<style>\n")
            .Raw(FontOf(request))
            .Raw(request.Typesetter.StyleSheet)
            .Raw("</style>\n</head>\n<body>\n")
            .Element("a", words.Say("Skip to content"), " class=\"skip\" href=\"#content\"")
            .Raw("\n");
        Marks(html, request, atTop: true);
        html.Raw("<header class=\"cover\">\n")
            .Element("p", document.Edition.Name, " class=\"kicker\"")
            .Raw("\n")
            .Element("h1", document.Title)
            .Raw("\n")
            .Element("p", document.Subtitle, " class=\"subtitle\"")
            .Raw("\n")
            .Element(
                "p",
                words.Say("{0}. {1}.", words.Numbers.PeriodName(document.Period), words.CutOff(document)),
                " class=\"period\""
            )
            .Raw("\n</header>\n<main id=\"content\">\n");
        foreach (var block in document.Opening)
        {
            Write(html, block, request);
        }
        Contents(html, request);
        foreach (var block in document.Blocks.Skip(document.Opening.Count))
        {
            Write(html, block, request);
        }
        Release(html, request);
        html.Raw("</main>\n<footer>\n")
            .Element("p", words.Say("{0}. {1}.", words.CutOff(document), words.Status(document)))
            .Raw("\n");
        Marks(html, request, atTop: false);
        html.Raw("</footer>\n</body>\n</html>\n");
        return [new OutputFile(request.FileStem + ".html", Encoding.UTF8.GetBytes(html.ToString()))];
    }

    /// <summary>Urdu is set in Nastaliq, which few machines have: the page carries it.</summary>
    private static string FontOf(RenderRequest request) =>
        request.Document.Language.Code != "ur"
            ? ""
            : "@font-face { font-family: \"Noto Nastaliq Urdu\"; src: url(data:font/ttf;base64,"
                + Convert.ToBase64String(request.Typesetter.UrduFont())
                + ") format(\"truetype\"); }\n";

    /// <summary>What keeps a document from readers stands, in one line, on every page that is printed of it.</summary>
    private static void Marks(HtmlText html, RenderRequest request, bool atTop)
    {
        var (document, words) = (request.Document, request.Words);
        if (words.Restrictions(document) is { Count: > 0 } restrictions)
        {
            html.Element(
                    "p",
                    string.Join(" · ", restrictions),
                    atTop ? " class=\"mark restricted\"" : " class=\"mark\""
                )
                .Raw("\n");
        }
        if (document.IsInvented)
        {
            html.Element("p", words.InventedMark, " class=\"mark\"").Raw("\n");
        }
    }

    private static void Contents(HtmlText html, RenderRequest request)
    {
        html.Raw("<nav aria-labelledby=\"contents\">\n")
            .Element("h2", request.Words.Say("Contents"), " id=\"contents\"")
            .Raw("\n<ol>\n");
        foreach (var heading in request.Document.Blocks.OfType<Heading>().Where(heading => heading.Level == 1))
        {
            html.Raw("<li>")
                .Element("a", heading.PlainText, HtmlText.Attribute("href", "#" + heading.Id))
                .Raw("</li>\n");
        }
        html.Raw("</ol>\n</nav>\n");
    }

    /// <summary>What a reader looks up and does not read first.</summary>
    private static void Release(HtmlText html, RenderRequest request)
    {
        html.Raw("<section aria-labelledby=\"release\">\n")
            .Element("h2", request.Words.Say("This release"), " id=\"release\"")
            .Raw("\n<dl class=\"facts\">\n");
        foreach (var (label, value) in request.Words.CoverFacts(request.Document))
        {
            html.Raw("<div>").Element("dt", label).Element("dd", value).Raw("</div>\n");
        }
        html.Raw("</dl>\n</section>\n");
    }

    private static void Write(HtmlText html, Block block, RenderRequest request)
    {
        switch (block)
        {
            case Heading heading:
                var tag = FormattableString.Invariant($"h{Math.Min(6, heading.Level + 1)}");
                html.Raw("<" + tag + HtmlText.Attribute("id", heading.Id) + ">");
                Write(html, heading.Content, request.Words);
                html.Raw("</" + tag + ">\n");
                break;
            case Paragraph paragraph:
                html.Raw("<p>");
                Write(html, paragraph.Content, request.Words);
                html.Raw("</p>\n");
                break;
            case Headline headline:
                html.Raw("<p class=\"headline\">");
                Write(html, headline.Content, request.Words);
                html.Raw("</p>\n");
                break;
            case Finding finding:
                html.Raw("<div class=\"finding\">").Element("p", finding.Label, " class=\"label\"").Raw("<p>");
                Write(html, finding.Content, request.Words);
                html.Raw("</p></div>\n");
                break;
            case ListBlock list:
                html.Raw(list.Ordered ? "<ol>\n" : "<ul>\n");
                foreach (var item in list.Items)
                {
                    html.Raw("<li>");
                    Write(html, item, request.Words);
                    html.Raw("</li>\n");
                }
                html.Raw(list.Ordered ? "</ol>\n" : "</ul>\n");
                break;
            case Note note:
                html.Raw("<aside class=\"note\">\n").Element("p", note.Title, " class=\"note-title\"").Raw("\n");
                foreach (var inner in note.Content)
                {
                    Write(html, inner, request);
                }
                html.Raw("</aside>\n");
                break;
            case KeyFigures key:
                html.Raw("<ul class=\"key-figures\">\n");
                foreach (var figure in key.Figures)
                {
                    html.Raw("<li>")
                        .Element("span", request.Words.Numbers.Sentence(figure), " class=\"value\"")
                        .Raw(" ")
                        .Element(
                            "span",
                            string.Join(
                                request.Words.Say(", "),
                                figure
                                    .Dimensions.Select(value => PlainText.Clean(value.Label))
                                    .Prepend(figure.Metric.Name)
                            ),
                            " class=\"name\""
                        )
                        .Raw(" ")
                        .Raw("<span class=\"id\">")
                        .Linked(figure.Metric.Id)
                        .Raw("</span></li>\n");
                }
                html.Raw("</ul>\n");
                break;
            case TableBlock table:
                HtmlTable.Write(html, table.Table, request);
                break;
            case ChartBlock chart:
                Write(html, chart.Chart, request);
                break;
            case Definitions definitions:
                var opener = request.Words.Say("Definitions of the figures in this report");
                // Two steps from a number to its meaning, and not a third of the page: it opens where a link leads.
                html.Raw(definitions.IsPrinted ? "" : "<details>\n<summary>")
                    .Text(definitions.IsPrinted ? "" : opener)
                    .Raw(definitions.IsPrinted ? "" : "</summary>\n")
                    .Raw("<dl class=\"definitions\">\n");
                foreach (var metric in definitions.Metrics)
                {
                    Write(html, metric, request.Words);
                }
                html.Raw(definitions.IsPrinted ? "</dl>\n" : "</dl>\n</details>\n");
                break;
        }
    }

    private static void Write(HtmlText html, Chart chart, RenderRequest request)
    {
        html.Raw("<figure class=\"chart\">\n")
            .Element("figcaption", request.Words.TitleOf(chart))
            .Raw("\n")
            .Element("p", request.Words.SubtitleOf(chart, request.Document), " class=\"source\"")
            .Raw("\n");
        foreach (var (part, drawn) in ChartParts.Of(chart).Zip(request.Charts[chart.Id]))
        {
            html.Raw(
                    "<div class=\"drawing\" role=\"img\""
                        + HtmlText.Attribute("aria-label", request.Words.Alternative(part))
                        + ">"
                )
                .Raw(drawn.Svg)
                .Raw("</div>\n");
        }
        html.Element("p", chart.Key ?? chart.Explanation, " class=\"source\"")
            .Raw("\n")
            .Raw("<p class=\"source\">")
            .Linked(request.Words.Say("Source: {0}", request.Words.Source(request.Document, chart)))
            .Raw("</p>\n</figure>\n");
    }

    private static void Write(HtmlText html, Metric metric, DocumentWords words)
    {
        html.Raw("<div" + HtmlText.Attribute("id", metric.Id) + ">")
            .Raw("<dt><bdi>")
            .Text(metric.Id)
            .Raw("</bdi> ")
            .Text(metric.Name)
            .Raw("</dt><dd>");
        foreach (var (label, text) in words.Definition(metric))
        {
            html.Raw("<p>").Element("span", label + ":", " class=\"label\"").Raw(" ").Linked(text).Raw("</p>");
        }
        html.Raw("</dd></div>\n");
    }

    private static void Write(HtmlText html, IEnumerable<Inline> content, DocumentWords words)
    {
        foreach (var inline in content)
        {
            switch (inline)
            {
                case TextRun run:
                    html.Text(run.Text);
                    break;
                case FigureRun run:
                    html.Text(words.Numbers.Sentence(run.Figure, run.Form));
                    break;
                case Strong strong:
                    html.Raw("<strong>");
                    Write(html, strong.Content, words);
                    html.Raw("</strong>");
                    break;
                case Emphasis emphasis:
                    html.Raw("<em>");
                    Write(html, emphasis.Content, words);
                    html.Raw("</em>");
                    break;
                case Link link:
                    html.Raw("<a" + HtmlText.Attribute("href", link.Address) + ">");
                    Write(html, link.Content, words);
                    html.Raw("</a>");
                    break;
            }
        }
    }
}
