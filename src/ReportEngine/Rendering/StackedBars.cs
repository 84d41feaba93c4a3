using System.Text.Json.Nodes;
using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;

namespace ReportEngine.Rendering;

/// <summary>
/// Bars of a hundred per cent: a kind of answer has its colour in all reports, and neighbours differ in lightness, so
/// that they hold in grey.
/// </summary>
internal static class StackedBars
{
    private const string Black = "#0B0C0C";
    private const string White = "#FFFFFF";

    /// <summary>Letters of a name that leaves its bars too short for a key on one line.</summary>
    private const int Long = 20;
    private const int KeysAcross = 2;

    /// <summary>By figure and part: the colour, and that of letters on it.</summary>
    private static readonly Dictionary<string, (string Fill, string Ink)> Colours = new(StringComparer.Ordinal)
    {
        ["OUT.02"] = ("#28A197", Black),
        ["OUT.10"] = ("#C5CBCE", Black),
        ["OUT.06"] = ("#801650", White),
        ["OUT.01 pending"] = ("#F46A25", Black),
        ["OUT.01 withdrawn"] = ("#3D3D3D", White),
        ["RT.20 " + Codes.ActedInTime] = ("#28A197", Black),
        ["RT.20 " + Codes.AnsweredInTime] = ("#C5CBCE", Black),
        ["RT.20 " + Codes.NoneInTime] = ("#F46A25", Black),
    };

    /// <param name="names">Of the lines, as they stand beside them.</param>
    public static void Paint(JsonObject specification, Chart chart, IReadOnlyList<string> names)
    {
        var colour = specification["layer"]![0]!["encoding"]!["color"]!.AsObject();
        colour["scale"] = new JsonObject
        {
            ["domain"] = new JsonArray([.. chart.Series.Select(name => (JsonNode)name)]),
            ["range"] = new JsonArray([
                .. chart.Points.DistinctBy(point => point.Series).Select(point => (JsonNode)ColourOf(point).Fill),
            ]),
        };
        // The key stands above the bars: beside long names they are short.
        var legend = specification["config"]!["legend"]!.AsObject();
        if (
            !legend.ContainsKey("columns") && names.SelectMany(name => name.Split('\n')).Any(line => line.Length > Long)
        )
        {
            legend["columns"] = KeysAcross;
        }
    }

    /// <summary>Where the language runs from right to left, bars do, and the names of their parts.</summary>
    public static void Turn(JsonObject specification, Chart chart, ChartWidth width)
    {
        // On a telephone the names stand below one another.
        if (width == ChartWidth.Page)
        {
            specification["layer"]![0]!["encoding"]!["color"]!["legend"]!["values"] = new JsonArray([
                .. chart.Series.Reverse().Select(name => (JsonNode)name),
            ]);
        }
        foreach (var layer in specification["layer"]!.AsArray())
        {
            var x = layer!["encoding"]!["x"]!.AsObject();
            x["scale"] = new JsonObject
            {
                ["domain"] = new JsonArray(0, 100),
                ["nice"] = false,
                ["reverse"] = true,
            };
        }
    }

    public static string InkOn(ChartPoint point) => ColourOf(point).Ink;

    private static (string Fill, string Ink) ColourOf(ChartPoint point)
    {
        var part = point.Figure.CodeOf(Dimension.Outcome) ?? point.Figure.CodeOf(Dimension.InTime);
        return Colours[point.Figure.Metric.Id + (part is null ? "" : " " + part)];
    }
}
