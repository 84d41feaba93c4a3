using System.Text.Json.Nodes;
using ReportEngine.Documents;

namespace ReportEngine.Rendering;

/// <summary>The axis of shares beside each other: from 0 to the first mark above all of them and their ends.</summary>
internal static class ShareAxis
{
    private const int Step = 20;
    private const int Whole = 100;

    public static void Set(JsonObject specification, Chart chart)
    {
        var highest = chart
            .Points.SelectMany(point => (double?[])[point.Figure.Value, point.High])
            .OfType<double>()
            .DefaultIfEmpty(1)
            .Max();
        var last = Math.Clamp((int)Math.Ceiling(highest * Whole / Step) * Step, Step, Whole);
        foreach (var layer in specification["layer"]!.AsArray())
        {
            if (layer!["encoding"]!["x"] is JsonObject x && x["scale"] is JsonObject scale)
            {
                scale["domain"] = new JsonArray(0, last);
                x["axis"]!["values"] = new JsonArray([
                    .. Enumerable.Range(0, (last / Step) + 1).Select(mark => (JsonNode)(mark * Step)),
                ]);
            }
        }
    }
}
