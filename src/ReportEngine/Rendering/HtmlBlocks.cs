using ReportEngine.Documents;
using ReportEngine.Figures;

namespace ReportEngine.Rendering;

/// <summary>The blocks of a document in HTML.</summary>
internal sealed class HtmlBlocks(HtmlText html, RenderRequest request)
{
    private readonly IReadOnlyDictionary<Block, Remarks> remarks = Remarks.Of(request, _ => true);

    public void Write(Block block)
    {
        switch (block)
        {
            case Heading heading:
                var tag = FormattableString.Invariant($"h{Math.Min(6, heading.Level + 1)}");
                html.Raw("<" + tag + HtmlText.Attribute("id", heading.Id) + ">");
                Write(heading.Content);
                html.Raw("</" + tag + ">\n");
                break;
            case Paragraph paragraph:
                html.Raw("<p>");
                Write(paragraph.Content);
                html.Raw("</p>\n");
                break;
            case Headline headline:
                html.Raw("<p class=\"headline\">");
                Write(headline.Content);
                html.Raw("</p>\n");
                break;
            case Finding finding:
                html.Raw("<div class=\"finding\">").Element("p", finding.Label, " class=\"label\"").Raw("<p>");
                Write(finding.Content);
                html.Raw("</p></div>\n");
                break;
            case ListBlock list:
                html.Raw(list.Ordered ? "<ol>\n" : "<ul>\n");
                foreach (var item in list.Items)
                {
                    html.Raw("<li>");
                    Write(item);
                    html.Raw("</li>\n");
                }
                html.Raw(list.Ordered ? "</ol>\n" : "</ul>\n");
                break;
            case Note note:
                html.Raw("<aside class=\"note\">\n").Element("p", note.Title, " class=\"note-title\"").Raw("\n");
                foreach (var inner in note.Content)
                {
                    Write(inner);
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
            case TableBlock { IsPrinted: true } table:
                HtmlTable.Write(html, table.Table, remarks[table], request);
                break;
            case TableBlock table:
                // What is not on paper is one step away on the page, which would else be as long as fifty screens.
                html.Raw("<details class=\"more\">\n<summary>")
                    .Number(request.Words.NumberOf(table.Table))
                    .Text(table.Table.Title)
                    .Raw("</summary>\n");
                HtmlTable.Write(html, table.Table, remarks[table], request);
                html.Raw("</details>\n");
                break;
            case ChartBlock chart:
                Write(chart.Chart, remarks[chart]);
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
                    Write(metric);
                }
                html.Raw(definitions.IsPrinted ? "</dl>\n" : "</dl>\n</details>\n");
                break;
        }
    }

    private void Write(Chart chart, Remarks below)
    {
        html.Raw("<figure class=\"chart\"" + HtmlText.Attribute("id", AnchorOf(chart)) + ">\n<figcaption>")
            .Number(request.Words.NumberOf(chart))
            .Text(request.Words.TitleOf(chart))
            .Raw("</figcaption>\n")
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
                .Raw(drawn.Narrow ?? "")
                .Raw("</div>\n");
        }
        html.Small(below);
        HtmlDownloads.Of(html, chart, request);
        html.Raw("</figure>\n");
    }

    /// <summary>Where a link to a chart leads.</summary>
    public static string AnchorOf(Chart chart) => Places.KeyOf(chart) ?? "figure-" + chart.Id;

    private void Write(Metric metric)
    {
        html.Raw("<div" + HtmlText.Attribute("id", metric.Id) + ">")
            .Raw("<dt><bdi>")
            .Text(metric.Id)
            .Raw("</bdi> ")
            .Text(metric.Name)
            .Raw("</dt><dd>");
        foreach (var (label, text) in request.Words.Definition(metric))
        {
            html.Raw("<p>").Element("span", label + ":", " class=\"label\"").Raw(" ").Linked(text).Raw("</p>");
        }
        html.Raw("</dd></div>\n");
    }

    private void Write(IEnumerable<Inline> content)
    {
        foreach (var inline in content)
        {
            switch (inline)
            {
                case TextRun run:
                    html.Text(run.Text);
                    break;
                case FigureRun run:
                    html.Text(request.Words.Numbers.Sentence(run.Figure, run.Form));
                    break;
                case Strong strong:
                    html.Raw("<strong>");
                    Write(strong.Content);
                    html.Raw("</strong>");
                    break;
                case Emphasis emphasis:
                    html.Raw("<em>");
                    Write(emphasis.Content);
                    html.Raw("</em>");
                    break;
                case Link link:
                    html.Raw("<a" + HtmlText.Attribute("href", link.Address) + ">");
                    Write(link.Content);
                    html.Raw("</a>");
                    break;
            }
        }
    }
}
