using System.Text.Json.Nodes;
using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;

namespace ReportEngine.Rendering;

/// <summary>
/// A tile an indicator, three across, the worst first: its rating, and its name after the number of its point.
/// </summary>
internal static class RatingTiles
{
    private const int Width = 208;
    private const int Height = 82;

    /// <summary>Letters on a line of a tile, and lines of a name.</summary>
    private const int Letters = 30;
    private const int NameLines = 3;

    /// <summary>Of a script whose letters join, more fit.</summary>
    private const int TallLetters = 35;
    private const int TallNameLines = 2;

    /// <summary>For a script whose lines are taller than wide.</summary>
    private const int TallHeight = 94;
    private const int TallLine = 26;
    private static readonly int[] TallPlaces = [-28, -30, -12];

    private static readonly string[] WorstFirst = ["red", "amber-red", "green-amber", "green", "unrated"];

    /// <summary>On a telephone one stands below the other.</summary>
    private static int Across(ChartWidth width) => width == ChartWidth.Phone ? 1 : 3;

    public static int HeightOf(Chart chart, Language language, ChartWidth width) =>
        (chart.Points.Count + Across(width) - 1) / Across(width) * (language.RightToLeft ? TallHeight : Height);

    public static IEnumerable<JsonObject> Data(Chart chart, NumberStyle numbers, ChartWidth width) =>
        chart
            .Points.OrderBy(point => Array.IndexOf(WorstFirst, CodeOf(point)))
            .Select(
                (point, index) =>
                    new JsonObject
                    {
                        ["line"] = (index / Across(width)).ToString(
                            "00",
                            System.Globalization.CultureInfo.InvariantCulture
                        ),
                        ["place"] = numbers.Language.RightToLeft
                            ? Across(width) - (index % Across(width))
                            : (index % Across(width)) + 1,
                        ["label"] = numbers.Text(point.Figure),
                        ["code"] = CodeOf(point),
                        ["gauge"] = Gauge(CodeOf(point), numbers.Language),
                        ["name"] = new JsonArray([
                            .. ChartLabels
                                .Lines(
                                    NameOf(point, numbers.Language),
                                    numbers.Language.RightToLeft ? TallLetters : Letters,
                                    numbers.Language.RightToLeft ? TallNameLines : NameLines
                                )
                                .Select(line => (JsonNode)line),
                        ]),
                    }
            );

    /// <summary>One below the other, each as wide as the screen.</summary>
    public static void Stack(JsonObject specification)
    {
        const int tile = PhoneChart.Width - 12;
        specification["width"]!["step"] = tile;
        specification["encoding"]!["x"]!["scale"]!["domain"] = new JsonArray(1);
        // Words stand as far from the edges as in a smaller tile.
        foreach (var mark in specification["layer"]!.AsArray().Select(layer => layer!["mark"]!.AsObject()))
        {
            if (mark["dx"]?.GetValue<int>() is { } place)
            {
                mark["dx"] = place + (Math.Sign(place) * (tile - Width) / 2);
            }
        }
    }

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
            mark["align"] = mark["align"]!.GetValue<string>() == "left" ? "right" : "left";
            mark["dx"] = -mark["dx"]!.GetValue<int>();
            mark["dy"] = place;
            if (mark.ContainsKey("lineHeight"))
            {
                mark["lineHeight"] = TallLine;
            }
        }
    }

    /// <summary>
    /// After the number of its point, which the name of a line begins with; alone it would read as a count.
    /// </summary>
    private static string NameOf(ChartPoint point, Language language) =>
        point.Line.Split(Codes.Within) is [var number, _, ..]
            ? language.Say("Point {0}: {1}", PlainText.Clean(number), PlainText.Clean(point.Series))
            : PlainText.Clean(point.Series);

    /// <summary>As many of four squares as the rating is good: a second sign beside colour and word.</summary>
    private static string Gauge(string code, Language language)
    {
        var filled = code == "unrated" ? 0 : Array.IndexOf(WorstFirst, code) + 1;
        var (full, empty) = (new string('\u25a0', filled), new string('\u25a1', WorstFirst.Length - 1 - filled));
        return language.RightToLeft ? empty + full : full + empty;
    }

    private static string CodeOf(ChartPoint point) => point.Figure.Quantity is Status status ? status.Code : "";
}
