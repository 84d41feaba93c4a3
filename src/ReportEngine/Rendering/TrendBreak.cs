using System.Text.Json.Nodes;
using ReportEngine.Documents;

namespace ReportEngine.Rendering;

/// <summary>The line between two periods that are not counted alike, named by what changed.</summary>
internal static class TrendBreak
{
    private const int Letters = 40;
    private const int LettersOnPhones = 22;
    private const int MostLines = 2;

    /// <param name="periods">Each takes as much of the width as the others.</param>
    public static void Name(JsonObject specification, Chart chart, int periods, ChartWidth width)
    {
        if (chart.BreakReason is not { } reason)
        {
            return;
        }
        // The line, and its name on a white ground.
        foreach (var mark in specification["layer"]!.AsArray().Take(3).Select(layer => layer!["mark"]!.AsObject()))
        {
            // Half way to the period before.
            mark["xOffset"] = new JsonObject { ["expr"] = FormattableString.Invariant($"-width / {2 * periods}") };
            if (mark["type"]!.GetValue<string>() == "text")
            {
                mark["text"] = new JsonArray([
                    .. ChartLabels
                        .Lines(
                            PlainText.Clean(reason),
                            width == ChartWidth.Phone ? LettersOnPhones : Letters,
                            MostLines
                        )
                        .Select(line => (JsonNode)line),
                ]);
            }
        }
    }
}
