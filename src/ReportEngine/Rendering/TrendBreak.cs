using System.Text.Json.Nodes;
using ReportEngine.Documents;

namespace ReportEngine.Rendering;

/// <summary>The line between two periods that are not counted alike, named by what changed.</summary>
internal static class TrendBreak
{
    private const int Letters = 40;
    private const int MostLines = 2;

    /// <param name="periods">Each takes as much of the width as the others.</param>
    public static void Name(JsonObject specification, Chart chart, int periods)
    {
        if (chart.BreakReason is not { } reason)
        {
            return;
        }
        foreach (var layer in specification["layer"]!.AsArray().Take(2))
        {
            // Half way to the period before.
            layer!["mark"]!["xOffset"] = new JsonObject
            {
                ["expr"] = FormattableString.Invariant($"-width / {2 * periods}"),
            };
        }
        specification["layer"]![1]!["mark"]!["text"] = new JsonArray([
            .. ChartLabels.Lines(PlainText.Clean(reason), Letters, MostLines).Select(line => (JsonNode)line),
        ]);
    }
}
