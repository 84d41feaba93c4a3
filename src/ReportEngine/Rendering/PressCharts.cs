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
        var stem = "charts/" + chart.Id.Replace('_', '-');
        return
        [
            new OutputFile(stem + ".svg", Encoding.UTF8.GetBytes(drawn.Outlines)),
            new OutputFile(stem + ".png", drawn.Png),
        ];
    }
}
