using System.Globalization;
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
                images[PdfBlocks.ImageOf(chart, part)] = drawn.Outlines;
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
        var set = request.Typesetter.SetPages(
            document.ReportId,
            layout,
            images,
            attached,
            document.CutOff.Instant.ToUnixTimeSeconds()
        );
        return
        [
            new OutputFile(request.FileStem + ".pdf", set.Pdf)
            {
                Places = set.Pages.ToDictionary(
                    place => place.Key,
                    place => place.Value.ToString(CultureInfo.InvariantCulture)
                ),
            },
        ];
    }

    private static JsonObject Layout(RenderRequest request)
    {
        var (document, words) = (request.Document, request.Words);
        var blocks = new PdfBlocks(request);
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
                ["blocks"] = blocks.Of([.. document.Opening]),
                ["facts"] = new JsonArray([
                    .. words
                        .CoverFacts(document)
                        .Select(fact => new JsonObject { ["label"] = fact.Label, ["value"] = fact.Value }),
                ]),
            },
            ["blocks"] = blocks.Of([.. document.Blocks.Skip(document.Opening.Count)]),
        };
    }

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
        "place",
        "id",
        "image",
        "url",
        "align",
        "language",
        "words",
        "keywords",
    ];
}
