using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;
using ReportEngine.Rendering;
using ReportEngine.Rendering.Typesetting;

namespace ReportEngine.Tests.Reports.Rendering;

/// <summary>No chart fails for what the data is.</summary>
public sealed class ChartShapeTests(ChartShapeTests.Worker worker) : IClassFixture<ChartShapeTests.Worker>
{
    /// <summary>Curves are drawn up to 30 days.</summary>
    private const double LastHour = 720;

    private static readonly Dictionary<string, Func<ChartKind, IEnumerable<Quantity>>> Shapes = new()
    {
        ["none"] = _ => [],
        ["one"] = kind => [Some(kind, 40)],
        ["all equal"] = kind => [Some(kind, 40), Some(kind, 40), Some(kind, 40)],
        ["zero"] = kind => [Some(kind, 0), Some(kind, 0)],
        ["huge"] = kind => [Some(kind, 1_000_000_000), Some(kind, 1)],
        ["not reached"] = _ => [new Hours(null, false, 12, 40, 12, null), new Hours(null, false, 12, 40, 700, null)],
        ["no upper end"] = _ => [new Hours(100, true, 20, 40, 50, null), new Hours(30, true, 20, 40, 20, null)],
        ["too few"] = _ => [new Share(1, 3), new Hours(null, true, 2, 3), new Share(0, 0)],
        ["missing"] = _ => [new Missing(), new NotApplicable()],
        ["withheld"] = _ => [new Withheld(), new Withheld()],
    };

    public static TheoryData<ChartKind, string, string> All()
    {
        var data = new TheoryData<ChartKind, string, string>();
        foreach (var kind in Enum.GetValues<ChartKind>())
        {
            foreach (var shape in Shapes.Keys)
            {
                foreach (var language in Sample.Languages)
                {
                    data.Add(kind, shape, language.Code);
                }
            }
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Any_data_can_be_drawn(ChartKind kind, string shape, string code)
    {
        var language = Sample.Languages.Single(one => one.Code == code);
        var chart = ChartOf(kind, [.. Shapes[shape](kind)]);

        var drawn = worker.Typesetter.Draw(
            chart.Id,
            ChartDrawing.Specification(chart, language, worker.Typesetter.StyleFolder)
        );

        Assert.DoesNotContain("NaN", drawn.Svg, StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", drawn.Svg, StringComparison.Ordinal);
        Assert.Contains("<text", drawn.Svg, StringComparison.Ordinal);
    }

    /// <summary>With its title, period and source in the picture.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void Any_data_can_be_drawn_for_the_press(ChartKind kind, string shape, string code)
    {
        var document = SmallDocument.Of(Sample.Languages.Single(one => one.Code == code));
        var chart = ChartOf(kind, [.. Shapes[shape](kind)]);

        var drawn = worker.Typesetter.DrawForPress(
            chart.Id,
            ChartDrawing.ForPress(chart, document, worker.Typesetter.StyleFolder)
        );

        Assert.DoesNotContain("NaN", drawn.Outlines, StringComparison.Ordinal);
        Assert.NotEmpty(drawn.Png);
    }

    /// <summary>What took two years stands right of a mark that says so.</summary>
    [Fact]
    public void The_axis_of_hours_has_marks_as_far_as_it_reaches()
    {
        var chart = ChartOf(ChartKind.HourDots, [Some(ChartKind.HourDots, 2 * 8760), Some(ChartKind.HourDots, 5)]);

        var svg = ChartDrawing.Draw(chart, Language.English, worker.Typesetter, forPhones: true)[0].Svg;

        Assert.Contains(">1 year<", svg, StringComparison.Ordinal);
        Assert.DoesNotContain(">5 years<", svg, StringComparison.Ordinal);
    }

    private static Quantity Some(ChartKind kind, long value) =>
        kind switch
        {
            ChartKind.HourDots or ChartKind.Curves or ChartKind.Incidence => new Hours(
                value,
                true,
                20,
                40,
                value,
                value
            ),
            ChartKind.ProgressBars => new Measured(value / 100.0, IsShare: true),
            ChartKind.StatusGrid => new Status("green", "Green"),
            _ => new Share(Math.Min(value, 100), 100),
        };

    private static Chart ChartOf(ChartKind kind, IReadOnlyList<Quantity> quantities)
    {
        var metric = MetricCatalogue.Find("OUT.02");
        var points = quantities.Select(
            (quantity, place) =>
                new ChartPoint(
                    FormattableString.Invariant($"Line {place / 2}"),
                    place % 2 == 0 ? "median" : "nine in ten within",
                    new Figure(metric, [], quantity, Period.TryParse("2025-Q4")!, CutOff.TryParse("2026-01-15")!)
                )
        );
        var curves = quantities
            .Where(quantity => quantity is Hours { Value: not null })
            .Select(
                (quantity, place) =>
                    new CurvePoint("Line", "Acted on", Math.Min(((Hours)quantity).Value!.Value, LastHour), 0.5, null, 1)
            );
        return new Chart(
            "shape",
            "A chart",
            "What is drawn.",
            kind,
            [.. points],
            kind is ChartKind.Curves or ChartKind.Incidence ? [.. curves] : null
        );
    }

    /// <summary>One worker for all of them.</summary>
    public sealed class Worker : IDisposable
    {
        internal Typesetter Typesetter { get; } = new(Installation.Find());

        public void Dispose() => Typesetter.Dispose();
    }
}
