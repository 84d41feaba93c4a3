using System.Text.Json.Nodes;
using ReportEngine.Documents;

namespace ReportEngine.Rendering;

/// <summary>
/// A chart of many lines in parts that each stand on a page, with the same axes and colours: a picture of forty lines
/// made to fit one page cannot be read.
/// </summary>
internal static class ChartParts
{
    /// <summary>The chart itself where it fits; else parts of lines as equal as can be, in their order.</summary>
    public static IReadOnlyList<Chart> Of(Chart chart)
    {
        var lines = chart.Lines.ToList();
        var most = MostLines(chart.Kind);
        return lines.Count <= most
            ? [chart]
            :
            [
                .. EvenParts
                    .Of(lines, most)
                    .Select(part => part.ToHashSet(StringComparer.Ordinal))
                    .Select(part =>
                        chart with
                        {
                            Points = [.. chart.Points.Where(point => part.Contains(point.Line))],
                            Curves = chart.Curves?.Where(point => part.Contains(point.Line)).ToList(),
                        }
                    ),
            ];
    }

    /// <summary>What a part would work out from its own data alone is that of the whole chart.</summary>
    public static void Align(JsonNode specification, Chart whole)
    {
        foreach (var encoding in Encodings(specification))
        {
            foreach (var channel in (string[])["color", "shape"])
            {
                if (encoding[channel] is JsonObject marks && marks["field"]?.GetValue<string>() == "series")
                {
                    marks["scale"]!["domain"] = new JsonArray([.. whole.Series.Select(name => (JsonNode)name)]);
                }
            }
            if (
                whole.Kind == ChartKind.ProgressBars
                && encoding["x"] is JsonObject { } x
                && x["scale"] is JsonObject scale
            )
            {
                var values = whole
                    .Points.SelectMany(point => point.Figures)
                    .Select(figure => figure.Value * 100 ?? 0)
                    .ToList();
                scale["domain"] = new JsonArray(values.Append(0).Min(), values.Append(100).Max());
            }
        }
    }

    /// <summary>Lines that take three fifths of a page at the width of one.</summary>
    private static int MostLines(ChartKind kind) =>
        kind switch
        {
            ChartKind.HourDots => 11,
            ChartKind.StatusGrid => 8,
            ChartKind.Curves or ChartKind.Incidence => 12,
            ChartKind.ShareTrend => int.MaxValue, // its lines are the places of one axis
            _ => 18,
        };

    private static IEnumerable<JsonObject> Encodings(JsonNode specification) =>
        (specification["layer"] ?? specification["spec"]!["layer"])!
            .AsArray()
            .Select(layer => layer!["encoding"])
            .OfType<JsonObject>();
}
