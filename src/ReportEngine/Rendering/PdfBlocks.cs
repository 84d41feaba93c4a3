using System.Text.Json.Nodes;
using ReportEngine.Documents;
using ReportEngine.Figures;

namespace ReportEngine.Rendering;

/// <summary>The blocks of a document as data for the page layout.</summary>
internal sealed class PdfBlocks(RenderRequest request)
{
    private readonly IReadOnlyDictionary<Block, Remarks> remarks = Remarks.Of(request, table => table.IsPrinted);

    public static string ImageOf(Chart chart, int part) =>
        part == 0 ? chart.Id + ".svg" : FormattableString.Invariant($"{chart.Id}-{part + 1}.svg");

    /// <summary>The blocks; a paragraph that leads to a table or chart stays on its page.</summary>
    public JsonArray Of(IReadOnlyList<Block> blocks) =>
        new([
            .. blocks.SelectMany(
                (block, index) =>
                {
                    if (block is TableBlock { Table: var table, IsPrinted: var isPrinted })
                    {
                        return isPrinted ? WriteTable(block, table) : [];
                    }
                    if (block is Definitions { IsPrinted: false })
                    {
                        return [];
                    }
                    var written = Write(block);
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

    private JsonObject Write(Block block) =>
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
                ["blocks"] = Of(note.Content),
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
                ["number"] = request.Words.NumberOf(chart.Chart),
                ["place"] = Places.KeyOf(chart.Chart),
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
                ["remarks"] = Written(remarks[chart]),
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

    private IEnumerable<JsonObject> WriteTable(Block block, Table table) =>
        WideTables
            .PartsOf(ReaderTable.Of(table, request.Words.Numbers))
            .Select(part => Write(table, part, remarks[block]));

    private JsonObject Write(Table table, PagePart part, Remarks below) =>
        new()
        {
            ["kind"] = "table",
            ["id"] = table.Id,
            ["number"] = request.Words.NumberOf(table),
            ["place"] = part.Index == 0 ? Places.KeyOf(table) : null,
            ["title"] = request.Words.PartTitle(table.Title, part.Index, part.Count),
            ["columns"] = new JsonArray([
                .. part.Table.Columns.Select(column => new JsonObject
                {
                    ["heading"] = column.Heading,
                    ["parts"] = new JsonArray([
                        .. column.Parts.Select(one => new JsonObject
                        {
                            ["heading"] = one.Heading,
                            ["kind"] = one.Kind.ToString().ToLowerInvariant(),
                        }),
                    ]),
                }),
            ]),
            ["rows"] = new JsonArray([
                .. part.Table.Rows.Select(row => new JsonObject
                {
                    ["total"] = row.IsTotal,
                    ["cells"] = new JsonArray([
                        .. row
                            .Cells.SelectMany(cells => cells)
                            .Select(cell => new JsonObject { ["text"] = cell.Text, ["span"] = cell.Span }),
                    ]),
                }),
            ]),
            ["remarks"] = part.IsLast ? Written(below) : new JsonArray(),
        };

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

    private static JsonArray Written(Remarks below) =>
        new([.. below.Notes.Append(below.Source).Where(text => text.Length > 0).Select(text => (JsonNode)text)]);
}
