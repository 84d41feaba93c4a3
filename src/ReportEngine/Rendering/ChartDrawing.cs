using System.Text.Json.Nodes;
using ReportEngine.Documents;
using ReportEngine.Figures;

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

    public static JsonNode Specification(Chart chart, string styleFolder)
    {
        var specification = JsonNode.Parse(File.ReadAllText(Path.Combine(styleFolder, "charts", FileName(chart.Kind))))!.AsObject();
        var lines = chart.Points.Select(point => point.Line).Distinct(StringComparer.Ordinal).ToList();
        specification["name"] = chart.Id;
        specification["height"] = Math.Max(1, lines.Count) * (chart.Kind == ChartKind.HourDots ? LineHeightWithTwoLabels : LineHeight);
        specification["data"] = new JsonObject { ["values"] = new JsonArray([.. chart.Points.Select(point => Datum(chart.Kind, point))]) };
        specification["encoding"]!["y"]!["sort"] = new JsonArray([.. lines.Select(line => (JsonNode)PlainText.Clean(line))]);
        return specification;
    }

    private static string FileName(ChartKind kind) => kind switch
    {
        ChartKind.ShareDots => "share-dots.json",
        ChartKind.HourDots => "hour-dots.json",
        _ => "progress-bars.json",
    };

    private static JsonObject Datum(ChartKind kind, ChartPoint point)
    {
        var scale = kind == ChartKind.HourDots ? 1 : 100;
        return new JsonObject
        {
            ["line"] = PlainText.Clean(point.Line),
            ["series"] = point.Series,
            ["value"] = point.Figure.Value * scale,
            ["low"] = point.Figure.Interval?.Low * scale,
            ["high"] = point.Figure.Interval?.High * scale,
            ["label"] = Label(point.Figure),
        };
    }

    private static string Label(Figure figure) => figure.Quantity switch
    {
        Share { Value: { } value } => NumberStyle.Percent(value),
        _ => NumberStyle.Text(figure),
    };
}
