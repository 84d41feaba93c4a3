using System.Text.Json.Nodes;
using ReportEngine.Documents;
using ReportEngine.Languages;

namespace ReportEngine.Rendering;

/// <summary>For what width a chart is drawn; letters have the same size in both.</summary>
internal enum ChartWidth
{
    /// <summary>A page of paper, or a screen.</summary>
    Page,

    /// <summary>A telephone held upright, 390 pixels with its margins.</summary>
    Phone,
}

/// <summary>
/// A chart made narrow: fewer pictures beside each other, fewer marks on an axis, the key on several lines.
/// </summary>
internal static class PhoneChart
{
    /// <summary>In pixels, between the margins of the page.</summary>
    public const int Width = 350;

    private const int PictureWidth = 118;
    private const int PicturesAcross = 2;
    private const int ValueWidth = 44;

    /// <summary>Between the lines of the key; the second for a script whose lines are taller than wide.</summary>
    private const int KeyGap = 2;
    private const int TallKeyGap = 14;

    /// <summary>Of a bar; a narrower part has no room for its per cent.</summary>
    private const string HasRoom = "datum.value >= 14";

    private static readonly int[] Days = [0, 15, 30];

    public static void Narrow(JsonObject specification, ChartKind kind, Language language)
    {
        specification["config"]!["legend"]!["columns"] = 1;
        specification["config"]!["legend"]!["rowPadding"] = language.RightToLeft ? TallKeyGap : KeyGap;
        if (kind is ChartKind.Curves or ChartKind.Incidence)
        {
            specification["columns"] = PicturesAcross;
            specification["spec"]!["width"] = PictureWidth;
            foreach (var layer in specification["spec"]!["layer"]!.AsArray())
            {
                layer!["encoding"]!["x"]!["axis"]!["values"] = new JsonArray([.. Days.Select(day => (JsonNode)day)]);
            }
        }
        else if (kind != ChartKind.StatusGrid)
        {
            specification["width"] = Width;
        }
        if (kind == ChartKind.ProgressBars)
        {
            specification["padding"]!["right"] = ValueWidth;
        }
        if (kind == ChartKind.StackedShares)
        {
            specification["layer"]![1]!["encoding"]!["text"]!["condition"]!["test"] = HasRoom;
        }
    }
}
