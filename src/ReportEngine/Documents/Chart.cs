using ReportEngine.Figures;

namespace ReportEngine.Documents;

/// <summary>
/// A chart as data: its title, the points with the figures they show, and what a reader who cannot see it is told. How
/// it is drawn is the renderer's business.
/// </summary>
/// <param name="Explanation">
/// What is drawn, in words; the renderer adds the values to make the text alternative.
/// </param>
/// <param name="Curves">The steps of curves, where it shows curves; its points are then named values of them.</param>
public sealed record Chart(
    string Id,
    string Title,
    string Explanation,
    ChartKind Kind,
    IReadOnlyList<ChartPoint> Points,
    IReadOnlyList<CurvePoint>? Curves = null
)
{
    /// <summary>As of <see cref="Table.Number"/>: "Figure R1" and "Table R1" are two things.</summary>
    public string? Number { get; init; }

    /// <summary>What it shows, by rule; null where nothing can be said, and its title stands alone.</summary>
    public ChartFinding? Finding { get; init; }

    /// <summary>What a reader needs to read it beside its legend, in a line; null: all of the explanation.</summary>
    public string? Key { get; init; }

    /// <summary>Times that are drawn as lines across all others; none where it shows no times.</summary>
    public IReadOnlyList<ChartLimit> Limits { get; init; } = [];

    /// <summary>What is counted differently from the break on, in the register's words; null without a break.</summary>
    public string? BreakReason { get; init; }

    /// <summary>The line of all together: first, and a mark of its own; null where there is none.</summary>
    public string? Total { get; init; }

    /// <summary>What the ticks of its points stand for; null where it has none.</summary>
    public string? TickName { get; init; }

    /// <summary>The names of its lines, each once, in the order they are drawn.</summary>
    public IEnumerable<string> Lines =>
        (Curves?.Select(point => point.Line) ?? Points.Select(point => point.Line)).Distinct(StringComparer.Ordinal);

    /// <summary>The names of its series, each once, in the order of their colours.</summary>
    public IEnumerable<string> Series =>
        (Curves?.Select(point => point.Series) ?? Points.Select(point => point.Series)).Distinct(
            StringComparer.Ordinal
        );
}

/// <summary>
/// A sentence of the engine: {0}, {1} are rows of names, which the register has or codes have, then figures.
/// </summary>
public sealed record ChartFinding(string English, params IReadOnlyList<IReadOnlyList<string>> Names)
{
    /// <summary>Values that the sentence says, in whole per cents.</summary>
    public IReadOnlyList<Figure> Figures { get; init; } = [];
}

/// <summary>A legal limit.</summary>
/// <param name="Name">Of the kind of direction it holds for, as the register has it.</param>
public sealed record ChartLimit(long Hours, string Name);

/// <summary>One mark: the line it stands on, the series it belongs to, and the figure it shows.</summary>
/// <param name="IsBreak">In a trend: from here on, something else is counted than before.</param>
public sealed record ChartPoint(string Line, string Series, Figure Figure, bool IsBreak = false)
{
    /// <summary>A second value on the same line, drawn as a tick that the chart's key names.</summary>
    public Figure? Tick { get; init; }

    /// <summary>The interval to draw where it is not the figure's own.</summary>
    public ChartEnds? Ends { get; init; }

    /// <summary>The lower end that is drawn, in the figure's unit; null where there is none.</summary>
    public double? Low => Ends is { } ends ? ends.Low.Value : Figure.Low;

    public double? High => Ends is { } ends ? ends.High.Value : Figure.High;

    public IEnumerable<Figure> Figures => new[] { Figure, Tick, Ends?.Low, Ends?.High }.OfType<Figure>();
}

/// <summary>The ends of an interval, each a figure; without a value where none can be given.</summary>
public sealed record ChartEnds(Figure Low, Figure High);

/// <summary>
/// One step of a curve: from so many hours on, its share (a fraction from 0 to 1) and the ends of its 95 % interval.
/// </summary>
public sealed record CurvePoint(string Line, string Series, double Hours, double Share, double? Low, double? High);

public enum ChartKind
{
    /// <summary>A dot for each share with its 95 % interval, on an axis from 0.</summary>
    ShareDots,

    /// <summary>A dot for each time in hours; different series have different shapes.</summary>
    HourDots,

    /// <summary>A bar for each progress to target; the axis includes 0 and 100 %.</summary>
    ProgressBars,

    /// <summary>A bar for each line, cut into the shares of its series, which add up to 100 %.</summary>
    StackedShares,

    /// <summary>A small picture a line: a rising step curve with its band.</summary>
    Curves,

    /// <summary>A small picture a line: step areas of the series on top of each other.</summary>
    Incidence,

    /// <summary>A dot for each period with its interval, joined in time order.</summary>
    ShareTrend,

    /// <summary>A tile for each line and number, with a status in words.</summary>
    StatusGrid,
}
