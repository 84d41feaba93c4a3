using System.Text;
using ReportEngine.Documents;

namespace ReportEngine.Rendering;

/// <summary>
/// Each chart on its own, for a newspaper's page: letters as outlines in SVG, and twice the size in PNG.
/// </summary>
internal static class PressCharts
{
    public static IReadOnlyList<OutputFile> Render(Chart chart, RenderRequest request)
    {
        var drawn = request.Typesetter.DrawForPress(
            chart.Id,
            ChartDrawing.ForPress(chart, request.Document, request.Typesetter.StyleFolder)
        );
        var stem = StemOf(chart);
        return
        [
            new OutputFile(stem + ".svg", Encoding.UTF8.GetBytes(drawn.Outlines)),
            new OutputFile(stem + ".png", drawn.Png)
            {
                Places = Places.KeyOf(chart) is { } key
                    ? new Dictionary<string, string> { [key] = stem + ".png" }
                    : new Dictionary<string, string>(),
            },
        ];
    }

    /// <summary>Its files without their ends, relative to the folder of the build.</summary>
    internal static string StemOf(Chart chart) => "charts/" + chart.Id.Replace('_', '-');
}
