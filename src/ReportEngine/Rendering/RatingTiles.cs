using System.Text.Json.Nodes;
using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;

namespace ReportEngine.Rendering;

/// <summary>A tile an indicator, three across, the worst first: its rating, its name, and its point.</summary>
internal static class RatingTiles
{
    private const int Across = 3;
    private const int Height = 88;

    /// <summary>Letters on a line of a tile, and lines of a name.</summary>
    private const int Letters = 33;
    private const int NameLines = 2;

    /// <summary>For a script whose lines are taller than wide.</summary>
    private const int TallHeight = 126;
    private const int TallLine = 26;
    private static readonly int[] TallPlaces = [-36, -14, 38];

    private static readonly string[] WorstFirst = ["red", "amber-red", "green-amber", "green", "unrated"];

    public static int HeightOf(Chart chart, Language language) =>
        (chart.Points.Count + Across - 1) / Across * (language.RightToLeft ? TallHeight : Height);

    public static IEnumerable<JsonObject> Data(Chart chart, NumberStyle numbers) =>
        chart
            .Points.OrderBy(point => Array.IndexOf(WorstFirst, CodeOf(point)))
            .Select(
                (point, index) =>
                    new JsonObject
                    {
                        ["line"] = (index / Across).ToString("00", System.Globalization.CultureInfo.InvariantCulture),
                        ["place"] = numbers.Language.RightToLeft ? Across - (index % Across) : (index % Across) + 1,
                        ["label"] = numbers.Text(point.Figure),
                        ["code"] = CodeOf(point),
                        ["name"] = new JsonArray([
                            .. ChartLabels
                                .Lines(PlainText.Clean(point.Series), Letters, NameLines)
                                .Select(line => (JsonNode)line),
                        ]),
                        ["foot"] = ChartLabels.Lines(PlainText.Clean(point.Line), Letters, 1)[0],
                    }
            );

    /// <summary>Letters start where the language starts, and lines stand as far apart as the script needs.</summary>
    public static void Turn(JsonObject specification)
    {
        foreach (
            var (mark, place) in specification["layer"]!
                .AsArray()
                .Select(layer => layer!["mark"]!.AsObject())
                .Where(mark => mark["type"]!.GetValue<string>() == "text")
                .Zip(TallPlaces)
        )
        {
            mark["align"] = "right";
            mark["dx"] = -mark["dx"]!.GetValue<int>();
            mark["dy"] = place;
            if (mark.ContainsKey("lineHeight"))
            {
                mark["lineHeight"] = TallLine;
            }
        }
    }

    private static string CodeOf(ChartPoint point) => point.Figure.Quantity is Status status ? status.Code : "";
}
