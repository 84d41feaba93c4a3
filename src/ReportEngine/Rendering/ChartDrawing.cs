using System.Text.Json.Nodes;
using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;

namespace ReportEngine.Rendering;

/// <summary>
/// Puts a chart's points into the Vega-Lite specification of its kind (templates/style/charts). The title stands in
/// the document, not in the picture.
/// </summary>
internal static class ChartDrawing
{
    /// <summary>Room for one line of a chart with the labels above and below its marks, in pixels.</summary>
    private const int LineHeight = 34;
    private const int LineHeightWithTwoLabels = 46;

    public static JsonNode Specification(Chart chart, Language language, string styleFolder)
    {
        var numbers = new NumberStyle(language);
        var specification = JsonNode.Parse(File.ReadAllText(Path.Combine(styleFolder, "charts", FileName(chart.Kind))))!.AsObject();
        var lines = chart.Points.Select(point => point.Line).Distinct(StringComparer.Ordinal).ToList();
        specification["name"] = chart.Id;
        specification["height"] = Math.Max(1, lines.Count) * (chart.Kind == ChartKind.HourDots ? LineHeightWithTwoLabels : LineHeight);
        specification["data"] = new JsonObject { ["values"] = new JsonArray([.. chart.Points.Select(point => Datum(chart.Kind, point, numbers))]) };
        specification["encoding"]!["y"]!["sort"] = new JsonArray([.. lines.Select(line => (JsonNode)PlainText.Clean(line))]);
        Translate(specification, language);
        return specification;
    }

    /// <summary>Titles of axes stand in the specification in English.</summary>
    private static void Translate(JsonNode? node, Language language)
    {
        if (node is JsonObject part)
        {
            if (part["title"] is JsonValue title && title.TryGetValue<string>(out var words))
            {
                part["title"] = language.Say(words);
            }
            foreach (var (_, inner) in part)
            {
                Translate(inner, language);
            }
        }
        else if (node is JsonArray list)
        {
            foreach (var inner in list)
            {
                Translate(inner, language);
            }
        }
    }

    private static string FileName(ChartKind kind) => kind switch
    {
        ChartKind.ShareDots => "share-dots.json",
        ChartKind.HourDots => "hour-dots.json",
        _ => "progress-bars.json",
    };

    private static JsonObject Datum(ChartKind kind, ChartPoint point, NumberStyle numbers)
    {
        var scale = kind == ChartKind.HourDots ? 1 : 100;
        return new JsonObject
        {
            ["line"] = PlainText.Clean(point.Line),
            ["series"] = point.Series,
            ["value"] = point.Figure.Value * scale,
            ["low"] = point.Figure.Low * scale,
            ["high"] = point.Figure.High * scale,
            ["label"] = Label(point.Figure, numbers),
        };
    }

    private static string Label(Figure figure, NumberStyle numbers) => figure.Quantity switch
    {
        Share { Value: { } value } => numbers.Percent(value),
        _ => numbers.Text(figure),
    };
}
