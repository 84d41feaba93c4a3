using ReportEngine.Figures;

namespace ReportEngine.Documents;

/// <summary>
/// A chart as data: its title, the points with the figures they show, and what a reader who cannot see it is told.
/// How it is drawn is the renderer's business.
/// </summary>
/// <param name="Explanation">What is drawn, in words; the renderer adds the values to make the text alternative.</param>
public sealed record Chart(
    string Id,
    string Title,
    string Explanation,
    ChartKind Kind,
    IReadOnlyList<ChartPoint> Points);

/// <summary>One mark: the line it stands on, the series it belongs to, and the figure it shows.</summary>
public sealed record ChartPoint(string Line, string Series, Figure Figure);

public enum ChartKind
{
    /// <summary>A dot for each share with its 95 % interval, on an axis from 0 to 100 %.</summary>
    ShareDots,

    /// <summary>A dot for each time in hours; different series have different shapes.</summary>
    HourDots,

    /// <summary>A bar for each progress to target; the axis includes 0 and 100 %.</summary>
    ProgressBars,
}
