using System.Text;
using System.Text.Json.Nodes;
using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;

namespace ReportEngine.Rendering;

/// <summary>
/// Writes the document as data for the page layout (templates/style/report.typ), which the typesetter turns into
/// PDF/UA-1, or PDF/A-3a with files attached. Values travel as JSON strings, so none can be read as layout code.
/// </summary>
internal static class PdfRenderer
{
    public static IReadOnlyList<OutputFile> Render(RenderRequest request)
    {
        var document = request.Document;
        var images = new JsonObject();
        foreach (var chart in document.Charts.DistinctBy(chart => chart.Id))
        {
            foreach (var (drawn, part) in request.Charts[chart.Id].Select((drawn, part) => (drawn, part)))
            {
                images[ImageOf(chart, part)] = drawn.Outlines;
            }
        }
        var layout = Isolated(Layout(request), document.Language);
        layout["attachments"] = new JsonArray([
            .. request.Attachments.Select(
                (file, index) =>
                    new JsonObject
                    {
                        ["name"] = file.Path,
                        ["file"] = FormattableString.Invariant($"attachment-{index}"),
                        ["type"] = file.Path.EndsWith(".csv", StringComparison.Ordinal)
                            ? "text/csv"
                            : "application/json",
                    }
            ),
        ]);
        var attached = new JsonObject(
            request.Attachments.Select(
                (file, index) =>
                    new KeyValuePair<string, JsonNode?>(
                        FormattableString.Invariant($"attachment-{index}"),
                        Encoding.UTF8.GetString(file.Content)
                    )
            )
        );
        var pdf = request.Typesetter.SetPages(
            document.ReportId,
            layout,
            images,
            attached,
            document.CutOff.Instant.ToUnixTimeSeconds()
        );
        return [new OutputFile(request.FileStem + ".pdf", pdf)];
    }

    private static string ImageOf(Chart chart, int part) =>
        part == 0 ? chart.Id + ".svg" : FormattableString.Invariant($"{chart.Id}-{part + 1}.svg");

    private static JsonObject Layout(RenderRequest request)
    {
        var (document, words) = (request.Document, request.Words);
        return new JsonObject
        {
            ["language"] = document.Language.Code,
            ["rightToLeft"] = document.Language.RightToLeft,
            ["title"] = document.Title,
            ["documentTitle"] = words.Titled(document.Title, document) + ", " + document.Edition.Name,
            ["subtitle"] = document.Subtitle,
            ["period"] = words.Numbers.PeriodName(document.Period),
            ["cutOff"] = words.CutOff(document),
            ["edition"] = document.Edition.Name,
            ["marking"] = string.Join(" · ", words.Restrictions(document)),
            ["sample"] = document.IsInvented ? words.InventedMark : null,
            ["author"] = words.Office(document),
            ["keywords"] = new JsonArray(document.ReportId, document.Period.Id, document.Edition.Id),
            ["date"] = new JsonArray(document.CutOff.Day.Year, document.CutOff.Day.Month, document.CutOff.Day.Day),
            ["words"] = new JsonObject
            {
                ["contents"] = words.Say("Contents"),
                ["page"] = words.Say("Page {page} of {pages}"),
                ["inThisReport"] = words.Say("In this report"),
                ["thisRelease"] = words.Say("This release"),
                ["figure"] = words.Say("Figure"),
                ["note"] = words.Say("Note"),
                ["source"] = words.Say("Source"),
            },
            ["cover"] = new JsonObject
            {
                ["blocks"] = Blocks([.. document.Opening], request),
                ["facts"] = new JsonArray([
                    .. words
                        .CoverFacts(document)
                        .Select(fact => new JsonObject { ["label"] = fact.Label, ["value"] = fact.Value }),
                ]),
            },
            ["blocks"] = Blocks([.. document.Blocks.Skip(document.Opening.Count)], request),
        };
    }

    /// <summary>The blocks; a paragraph that leads to a table or chart stays on its page.</summary>
    private static JsonArray Blocks(IReadOnlyList<Block> blocks, RenderRequest request) =>
        new([
            .. blocks.SelectMany(
                (block, index) =>
                {
                    if (block is TableBlock { Table: var table, IsPrinted: var isPrinted })
                    {
                        return isPrinted ? WideTables.PartsOf(table).Select(part => Write(part, request)) : [];
                    }
                    if (block is Definitions { IsPrinted: false })
                    {
                        return [];
                    }
                    var written = Write(block, request);
                    if (block is Paragraph)
                    {
                        written["keep"] =
                            index + 1 < blocks.Count
                            && blocks[index + 1] is (TableBlock { IsPrinted: true } or ChartBlock or KeyFigures);
                    }
                    return [written];
                }
            ),
        ]);

    private static JsonObject Write(Block block, RenderRequest request) =>
        block switch
        {
            Heading heading => new JsonObject
            {
                ["kind"] = "heading",
                ["level"] = heading.Level,
                ["text"] = heading.PlainText,
                ["id"] = heading.Id,
                ["numbered"] = false,
            },
            Paragraph paragraph => new JsonObject
            {
                ["kind"] = "paragraph",
                ["inlines"] = Inlines(paragraph.Content, request.Words),
            },
            Headline headline => new JsonObject
            {
                ["kind"] = "headline",
                ["inlines"] = Inlines(headline.Content, request.Words),
            },
            Finding finding => new JsonObject
            {
                ["kind"] = "finding",
                ["label"] = finding.Label,
                ["inlines"] = Inlines(finding.Content, request.Words),
            },
            ListBlock list => new JsonObject
            {
                ["kind"] = "list",
                ["ordered"] = list.Ordered,
                ["items"] = new JsonArray([.. list.Items.Select(item => Inlines(item, request.Words))]),
            },
            Note note => new JsonObject
            {
                ["kind"] = "note",
                ["title"] = note.Title,
                ["blocks"] = Blocks(note.Content, request),
            },
            KeyFigures key => new JsonObject
            {
                ["kind"] = "figures",
                ["items"] = new JsonArray([.. key.Figures.Select(figure => KeyFigure(figure, request.Words))]),
            },
            ChartBlock chart => new JsonObject
            {
                ["kind"] = "chart",
                ["id"] = chart.Chart.Id,
                ["parts"] = new JsonArray([
                    .. ChartParts
                        .Of(chart.Chart)
                        .Select(
                            (part, index) =>
                                new JsonObject
                                {
                                    ["title"] = request.Words.PartTitle(
                                        request.Words.TitleOf(chart.Chart),
                                        index,
                                        request.Charts[chart.Chart.Id].Count
                                    ),
                                    ["image"] = ImageOf(chart.Chart, index),
                                    ["alt"] = request.Words.Alternative(part),
                                }
                        ),
                ]),
                ["subtitle"] = request.Words.SubtitleOf(chart.Chart, request.Document),
                ["reading"] = chart.Chart.Key ?? chart.Chart.Explanation,
                ["source"] = request.Words.Source(request.Document, chart.Chart),
            },
            Definitions definitions => new JsonObject
            {
                ["kind"] = "definitions",
                ["items"] = new JsonArray([
                    .. definitions.Metrics.Select(metric => new JsonObject
                    {
                        ["id"] = metric.Id,
                        ["name"] = metric.Name,
                        ["lines"] = new JsonArray([
                            .. request
                                .Words.Definition(metric)
                                .Select(line => new JsonObject { ["label"] = line.Label, ["text"] = line.Text }),
                        ]),
                    }),
                ]),
            },
            _ => new JsonObject { ["kind"] = "pagebreak" },
        };

    private static JsonObject KeyFigure(Figure figure, DocumentWords words) =>
        new()
        {
            ["id"] = figure.Metric.Id,
            ["name"] = figure.Metric.Name,
            ["value"] = words.Numbers.Sentence(figure),
            ["detail"] = string.Join(words.Say(", "), figure.Dimensions.Select(value => PlainText.Clean(value.Label))),
        };

    private static JsonObject Write(PagePart part, RenderRequest request)
    {
        var table = part.Table;
        var words = ReaderTable.Of(table, request.Words.Numbers);
        var texts = table.Rows.Zip(words.Rows, (row, cells) => row.Cells.Zip(cells, Unbroken).ToList()).ToList();
        return new JsonObject
        {
            ["kind"] = "table",
            ["id"] = table.Id,
            ["title"] = request.Words.PartTitle(table.Title, part.Index, part.Count),
            ["columns"] = new JsonArray([
                .. table.Columns.Select(
                    (column, index) =>
                        new JsonObject
                        {
                            ["heading"] = words.Headings[index],
                            ["unit"] = null,
                            ["align"] = ReaderTable.IsNumber(column) ? "end" : "start",
                            ["weight"] = Weight(column, texts.Select(row => row[index])),
                        }
                ),
            ]),
            ["rows"] = new JsonArray([
                .. table.Rows.Select(
                    (row, index) =>
                        new JsonObject
                        {
                            ["total"] = row.IsTotal,
                            ["cells"] = new JsonArray([.. texts[index].Select(text => (JsonNode)text)]),
                        }
                ),
            ]),
            ["notes"] = part.IsLast
                ? new JsonArray([.. request.Words.Notes(part.Whole).Select(note => (JsonNode)note)])
                : new JsonArray(),
            ["source"] = part.IsLast ? request.Words.Source(request.Document, part.Whole) : null,
        };
    }

    /// <summary>A day stays on one line, and so does "n of N"; its per cent may go to the next.</summary>
    private static string Unbroken(Cell cell, string text)
    {
        var end =
            cell is FigureCell { Figure.Quantity: Share or Portion }
            && text.IndexOf(" (", StringComparison.Ordinal) is > 0 and var bracket
                ? bracket
                : text.Length;
        return cell is DateCell or FigureCell { Figure.Quantity: Share or Portion }
            ? text[..end].Replace(' ', '\u00a0') + text[end..]
            : text;
    }

    /// <summary>How many lines a heading may well take.</summary>
    private const int HeadingLines = 3;

    /// <summary>
    /// Width by the longest cell, within bounds, so that neither a code nor a long sentence rules the page.
    /// </summary>
    private static int Weight(Column column, IEnumerable<string> texts) =>
        Math.Clamp(
            Math.Max(
                texts.Append(LongestWord(column.Heading)).Max(text => text.Length),
                column.Heading.Length / HeadingLines
            ),
            7,
            38
        );

    private static string LongestWord(string heading) => heading.Split(' ').MaxBy(word => word.Length)!;

    private static JsonArray Inlines(IReadOnlyList<Inline> content, DocumentWords words) =>
        new([
            .. content.Select(inline =>
                inline switch
                {
                    Strong strong => new JsonObject
                    {
                        ["kind"] = "strong",
                        ["inlines"] = Inlines(strong.Content, words),
                    },
                    Emphasis emphasis => new JsonObject
                    {
                        ["kind"] = "emphasis",
                        ["inlines"] = Inlines(emphasis.Content, words),
                    },
                    Link link => new JsonObject
                    {
                        ["kind"] = "link",
                        ["url"] = link.Address,
                        ["inlines"] = Inlines(link.Content, words),
                    },
                    FigureRun run => new JsonObject
                    {
                        ["kind"] = "text",
                        ["text"] = words.Numbers.Sentence(run.Figure, run.Form),
                    },
                    TextRun run => new JsonObject { ["kind"] = "text", ["text"] = run.Text },
                    _ => throw new InvalidOperationException("Unknown inline."),
                }
            ),
        ]);

    /// <summary>
    /// The layout with every text isolated; names that the page layout reads have no Latin run in a sentence.
    /// </summary>
    private static JsonNode Isolated(JsonNode node, Language language)
    {
        if (!language.RightToLeft)
        {
            return node;
        }
        return node switch
        {
            JsonObject part => new JsonObject(
                part.Select(pair => new KeyValuePair<string, JsonNode?>(
                    pair.Key,
                    pair.Value is { } value && !LayoutNames.Contains(pair.Key)
                        ? Isolated(value, language)
                        : pair.Value?.DeepClone()
                ))
            ),
            JsonArray list => new JsonArray([.. list.Select(item => item is null ? null : Isolated(item, language))]),
            JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(language.Isolated(text)),
            _ => node.DeepClone(),
        };
    }

    /// <summary>What the page layout reads as a name, not as text.</summary>
    private static readonly HashSet<string> LayoutNames =
    [
        "kind",
        "id",
        "image",
        "url",
        "align",
        "language",
        "words",
        "keywords",
    ];
}
