using System.Text.Json;
using System.Text.Json.Nodes;

namespace ReportEngine.Rendering;

/// <summary>The key of a chart's colours and shapes, where the language runs from right to left.</summary>
internal static class ChartKeys
{
    /// <summary>Sets each mark to the right of its words, and the key at the right of the picture.</summary>
    /// <param name="names">What the key names, as it is written there.</param>
    public static void Turn(JsonObject specification, IEnumerable<string> names, ChartWidth width)
    {
        // The worker measures words. Entries below one another end where the longest does.
        var end =
            width == ChartWidth.Phone
                ? $"max({string.Join(", ", names.Select(name => $"widthOf({JsonSerializer.Serialize(name)})"))})"
                : "widthOf(datum.label)";
        TurnEntries(specification, end);
        specification["config"]!["legend"]!["layout"] = new JsonObject
        {
            ["top"] = new JsonObject { ["anchor"] = "end" },
        };
    }

    private static void TurnEntries(JsonNode? node, string end)
    {
        switch (node)
        {
            case JsonArray list:
                foreach (var inner in list)
                {
                    TurnEntries(inner, end);
                }
                break;
            case JsonObject part:
                foreach (var (name, inner) in part)
                {
                    if (name == "legend" && inner is JsonObject legend && part.ContainsKey("field"))
                    {
                        legend["encoding"] = Turned(end);
                    }
                    else if (name != "data")
                    {
                        TurnEntries(inner, end);
                    }
                }
                break;
        }
    }

    private static JsonObject Turned(string end) =>
        new()
        {
            ["labels"] = new JsonObject
            {
                ["x"] = At(end),
                ["align"] = new JsonObject { ["value"] = "right" },
            },
            ["symbols"] = new JsonObject { ["x"] = At(end + " + 12") },
        };

    private static JsonObject At(string expression) => new() { ["value"] = new JsonObject { ["signal"] = expression } };
}
