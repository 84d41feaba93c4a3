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
        var html = new HtmlText();
        html.Raw("<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n")
            .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Element("title", document.Title + ", " + NumberStyle.PeriodName(document.Period)).Raw("\n<style>\n")
            .Raw(request.Typesetter.StyleSheet).Raw("</style>\n</head>\n<body>\n")
            .Raw("<a class=\"skip\" href=\"#content\">Skip to content</a>\n");
        Marks(html, document);
        html.Raw("<header class=\"cover\">\n").Element("p", document.Edition.Name, " class=\"kicker\"").Raw("\n")
            .Element("h1", document.Title).Raw("\n").Element("p", document.Subtitle, " class=\"subtitle\"").Raw("\n")
            .Element("p", NumberStyle.PeriodName(document.Period), " class=\"period\"").Raw("\n<dl class=\"facts\">\n");
        foreach (var (label, value) in DocumentWords.CoverFacts(document))
        {
            html.Raw("<div>").Element("dt", label).Element("dd", value).Raw("</div>\n");
        }
        html.Raw("</dl>\n</header>\n");
        Contents(html, document);
        html.Raw("<main id=\"content\">\n");
        foreach (var block in document.Blocks)
        {
            Write(html, block, request);
        }
        html.Raw("</main>\n<footer>\n").Element("p", DocumentWords.CutOff(document) + ". " + DocumentWords.Status(document) + ".").Raw("\n");
        Marks(html, document);
        html.Raw("</footer>\n</body>\n</html>\n");
        return [new OutputFile(request.FileStem + ".html", Encoding.UTF8.GetBytes(html.ToString()))];
    }

    private static void Marks(HtmlText html, Document document)
    {
        foreach (var mark in new[] { document.Edition.Marking, document.IsInvented ? DocumentWords.InventedMark : null }.OfType<string>())
        {
            html.Element("p", mark, " class=\"mark\"").Raw("\n");
        }
    }

    private static void Contents(HtmlText html, Document document)
    {
        html.Raw("<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">Contents</h2>\n<ol>\n");
        foreach (var heading in document.Blocks.OfType<Heading>().Where(heading => heading.Level == 1))
        {
            html.Raw("<li>").Element("a", heading.PlainText, HtmlText.Attribute("href", "#" + heading.Id)).Raw("</li>\n");
        }
        html.Raw("</ol>\n</nav>\n");
    }

    private static void Write(HtmlText html, Block block, RenderRequest request)
    {
        switch (block)
        {
            case Heading heading:
                var tag = FormattableString.Invariant($"h{Math.Min(6, heading.Level + 1)}");
                html.Raw("<" + tag + HtmlText.Attribute("id", heading.Id) + ">");
                Write(html, heading.Content);
                html.Raw("</" + tag + ">\n");
                break;
            case Paragraph paragraph:
                html.Raw("<p>");
                Write(html, paragraph.Content);
                html.Raw("</p>\n");
                break;
            case ListBlock list:
                html.Raw(list.Ordered ? "<ol>\n" : "<ul>\n");
                foreach (var item in list.Items)
                {
                    html.Raw("<li>");
                    Write(html, item);
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
                    html.Raw("<li>").Element("span", NumberStyle.Sentence(figure), " class=\"value\"").Raw(" ")
                        .Element("span", figure.Metric.Name, " class=\"name\"").Raw(" ")
                        .Element("span", figure.Metric.Id, " class=\"id\"").Raw("</li>\n");
                }
                html.Raw("</ul>\n");
                break;
            case TableBlock table:
                HtmlTable.Write(html, table.Table, request.Document);
                break;
            case ChartBlock chart:
                Write(html, chart.Chart, request);
                break;
            case Definitions definitions:
                html.Raw("<dl class=\"definitions\">\n");
                foreach (var metric in definitions.Metrics)
                {
                    Write(html, metric);
                }
                html.Raw("</dl>\n");
                break;
        }
    }

    private static void Write(HtmlText html, Chart chart, RenderRequest request) =>
        html.Raw("<figure class=\"chart\">\n").Element("figcaption", chart.Title).Raw("\n")
            .Raw("<div role=\"img\"" + HtmlText.Attribute("aria-label", DocumentWords.Alternative(chart)) + ">")
            .Raw(request.Charts[chart.Id].Svg).Raw("</div>\n")
            .Element("p", "Source: " + DocumentWords.Source(request.Document, chart), " class=\"source\"").Raw("\n</figure>\n");

    private static void Write(HtmlText html, Metric metric)
    {
        html.Raw("<div" + HtmlText.Attribute("id", metric.Id) + ">").Element("dt", metric.Id + " " + metric.Name).Raw("<dd>");
        foreach (var (label, text) in DocumentWords.Definition(metric))
        {
            html.Raw("<p>").Element("span", label + ":", " class=\"label\"").Raw(" ").Text(text).Raw("</p>");
        }
        html.Raw("</dd></div>\n");
    }

    private static void Write(HtmlText html, IEnumerable<Inline> content)
    {
        foreach (var inline in content)
        {
            switch (inline)
            {
                case TextRun run:
                    html.Text(run.Text);
                    break;
                case FigureRun run:
                    html.Text(NumberStyle.Sentence(run.Figure));
                    break;
                case Strong strong:
                    html.Raw("<strong>");
                    Write(html, strong.Content);
                    html.Raw("</strong>");
                    break;
                case Emphasis emphasis:
                    html.Raw("<em>");
                    Write(html, emphasis.Content);
                    html.Raw("</em>");
                    break;
                case Link link:
                    html.Raw("<a" + HtmlText.Attribute("href", link.Address) + ">");
                    Write(html, link.Content);
                    html.Raw("</a>");
                    break;
            }
        }
    }
}
