using System.Text.Json.Nodes;
using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;
using ReportEngine.Rendering.Typesetting;

namespace ReportEngine.Rendering;

/// <summary>
/// Puts a chart's points into the Vega-Lite specification of its kind (templates/style/charts). The title stands in
/// the document, not in the picture.
/// </summary>
internal static class ChartDrawing
{
    /// <summary>Room for one line of a chart with the labels above and below its marks, in pixels.</summary>
    private const int LineHeight = 34;
    private const int LineHeightWithTwoLabels = 56;
    private const int LineHeightOfBars = 27;
    private const int TrendHeight = 193;

    /// <summary>The pictures a chart takes, in the order of its lines; one, but for charts of many lines.</summary>
    public static IReadOnlyList<DrawnChart> Draw(Chart chart, Language language, Typesetter typesetter)
    {
        var parts = ChartParts.Of(chart);
        return
        [
            .. parts.Select(
                (part, index) =>
                {
                    var specification = Specification(
                        chart,
                        language,
                        typesetter.StyleFolder,
                        parts.Count == 1 ? null : part
                    );
                    specification["name"] =
                        index == 0 ? chart.Id : FormattableString.Invariant($"{chart.Id}-{index + 1}");
                    return typesetter.Draw(chart.Id, specification);
                }
            ),
        ];
    }

    /// <param name="part">The lines to draw, of a chart of many; null for all of them.</param>
    public static JsonNode Specification(Chart chart, Language language, string styleFolder, Chart? part = null)
    {
        var labels = chart.Kind == ChartKind.StackedShares ? StackedBars.Labels(chart) : ChartLabels.Of(chart);
        var drawn = part ?? chart;
        var specification = JsonNode
            .Parse(File.ReadAllText(Path.Combine(styleFolder, "charts", FileName(chart.Kind))))!
            .AsObject();
        Translate(specification, language);
        if (drawn.Curves is { Count: 0 } || drawn.Points.Count == 0)
        {
            return Empty(chart, language);
        }
        var lines = drawn.Lines.Select(line => labels[line]).ToList();
        var sort = new JsonArray([.. lines.Select(line => (JsonNode)line)]);
        specification["name"] = chart.Id;
        specification["data"] = new JsonObject
        {
            ["values"] = new JsonArray([.. Data(drawn, [.. chart.Series], labels, new NumberStyle(language))]),
        };
        if (part is not null)
        {
            ChartParts.Align(specification, chart);
        }
        if (chart.Kind != ChartKind.StatusGrid && lines.Exists(line => line.Contains('\n', StringComparison.Ordinal)))
        {
            ChartLabels.Break(specification, chart.Kind, language);
        }
        if (chart.Curves is not null)
        {
            specification["facet"]!["sort"] = sort;
            return specification;
        }
        if (chart.Kind != ChartKind.StatusGrid)
        {
            specification["encoding"]![chart.Kind == ChartKind.ShareTrend ? "x" : "y"]!["sort"] = sort;
        }
        specification["height"] = chart.Kind switch
        {
            ChartKind.ShareTrend => TrendHeight,
            ChartKind.HourDots => HeightOf(LineHeightWithTwoLabels),
            ChartKind.StackedShares => HeightOf(LineHeightOfBars),
            ChartKind.StatusGrid => RatingTiles.HeightOf(drawn, language),
            _ => HeightOf(LineHeight),
        };
        if (chart.Kind == ChartKind.StackedShares)
        {
            StackedBars.Paint(specification, chart);
        }
        if (chart.Kind == ChartKind.HourDots)
        {
            HourAxis.Set(specification, chart, language);
        }
        if (chart.Kind == ChartKind.StatusGrid && language.RightToLeft)
        {
            RatingTiles.Turn(specification);
        }
        return specification;

        int HeightOf(int line) => lines.Count * Math.Max(line, ChartLabels.HeightOf(lines, language));
    }

    /// <summary>The same with title, period, source and marks in the picture, because it is passed on alone.</summary>
    public static JsonNode ForPress(Chart chart, Document document, string styleFolder)
    {
        var words = new DocumentWords(document.Language);
        var specification = Specification(chart, document.Language, styleFolder).AsObject();
        specification["name"] = chart.Id + "-press";
        specification["title"] = new JsonObject
        {
            ["text"] = words.TitleOf(chart),
            ["subtitle"] = new JsonArray([
                words.SubtitleOf(chart, document),
                .. words
                    .Marks(document)
                    .Append(chart.Kind == ChartKind.StackedShares ? chart.Key : null)
                    .OfType<string>()
                    .Append(words.Say("Source: {0}", words.Source(document, chart)))
                    .Select(line => (JsonNode)line),
            ]),
            ["anchor"] = document.Language.RightToLeft ? "end" : "start",
            ["align"] = document.Language.RightToLeft ? "right" : "left",
            ["lineHeight"] = document.Language.RightToLeft ? 36 : 20,
            ["subtitleLineHeight"] = document.Language.RightToLeft ? 26 : 15,
            ["frame"] = "bounds",
            ["fontSize"] = 15,
            ["subtitleFontSize"] = 11,
            ["subtitleColor"] = "#595959",
            ["offset"] = 14,
        };
        if (document.Language.RightToLeft)
        {
            // Letters reach above and below their line.
            specification["title"]!["subtitlePadding"] = 14;
            specification["padding"]!["top"] = 24;
        }
        return specification;
    }

    /// <summary>Words where axes without a mark would leave the reader to wonder.</summary>
    private static JsonObject Empty(Chart chart, Language language) =>
        new()
        {
            ["name"] = chart.Id,
            ["width"] = 520,
            ["height"] = 60,
            ["padding"] = new JsonObject
            {
                ["top"] = 6,
                ["left"] = 6,
                ["right"] = 6,
                ["bottom"] = 6,
            },
            ["config"] = new JsonObject
            {
                ["font"] = "Noto Sans",
                ["background"] = "white",
                ["view"] = new JsonObject { ["stroke"] = "#BFC5C1" },
            },
            ["data"] = new JsonObject { ["values"] = new JsonArray(new JsonObject()) },
            ["mark"] = new JsonObject
            {
                ["type"] = "text",
                ["text"] = language.Say("Nothing to draw: no value, or too few cases for one"),
                ["fontSize"] = 12,
                ["color"] = "#595959",
            },
        };

    private static IEnumerable<JsonObject> Data(
        Chart chart,
        List<string> series,
        IReadOnlyDictionary<string, string> labels,
        NumberStyle numbers
    )
    {
        if (chart.Curves is { } curves)
        {
            return curves.Select(point => new JsonObject
            {
                ["line"] = labels[point.Line],
                ["series"] = point.Series,
                ["days"] = point.Hours / 24,
                ["value"] = point.Share * 100,
                ["low"] = (point.Low ?? point.Share) * 100,
                ["high"] = (point.High ?? point.Share) * 100,
            });
        }
        if (chart.Kind == ChartKind.StatusGrid)
        {
            return RatingTiles.Data(chart, numbers);
        }
        var segment = 0;
        return chart
            .Points.GroupBy(point => point.Line, StringComparer.Ordinal)
            .SelectMany(line =>
            {
                segment += line.Any(point => point.IsBreak) ? 1 : 0;
                var filled = 0.0;
                return line.Select(
                    (point, place) =>
                    {
                        var datum = Datum(chart.Kind, point, labels[point.Line], numbers, series.IndexOf(point.Series));
                        datum["place"] = place + 1;
                        datum["broken"] = point.IsBreak;
                        datum["segment"] = segment;
                        datum["middle"] = filled + (point.Figure.Value * 50 ?? 0);
                        filled += point.Figure.Value * 100 ?? 0;
                        return datum;
                    }
                );
            });
    }

    private static JsonObject Datum(ChartKind kind, ChartPoint point, string line, NumberStyle numbers, int order)
    {
        var scale = kind == ChartKind.HourDots ? 1 : 100;
        var text = Label(kind, point.Figure, numbers);
        return new JsonObject
        {
            ["line"] = line,
            ["series"] = point.Series,
            ["order"] = order,
            ["value"] = Drawn(point.Figure.Value),
            ["low"] = Drawn(point.Figure.Low),
            ["high"] = Drawn(point.Figure.High),
            ["label"] = text,
            ["note"] = point.Series + ": " + text,
            ["ink"] = kind == ChartKind.StackedShares ? StackedBars.InkOn(point) : null,
        };

        // A logarithm has no 0: what took less than an hour stands at the start of the axis, with its value beside it.
        double? Drawn(double? value) => kind == ChartKind.HourDots ? Max(value, HourAxis.First) : value * scale;
    }

    private static double? Max(double? value, double least) => value is { } number ? Math.Max(number, least) : null;

    private static string Label(ChartKind kind, Figure figure, NumberStyle numbers) =>
        figure.Quantity switch
        {
            Measured { Value: var way } when kind == ChartKind.ProgressBars => numbers.Language.Say(
                "{0} of the way",
                numbers.PartOf(way)
            ),
            Missing when kind == ChartKind.ProgressBars => numbers.Language.Say("Unrated"),
            Share { Value: { } value } share => numbers.Percent(value, share.Denominator),
            Hours { Value: { } value } => numbers.ShortTime(value),
            Hours { Reached: false, Low: { } low } => numbers.Language.Say(
                "not reached ({0} or more)",
                numbers.ShortTime(low)
            ),
            Hours { Cases: 0 } => numbers.Language.Say("no value"),
            Share { Value: null } => numbers.Language.Say("too few cases"),
            Missing or NotApplicable or Share { Denominator: 0 } => numbers.Language.Say("no value"),
            _ => numbers.Text(figure),
        };

    /// <summary>Titles of axes and names of rules stand in the specification in English.</summary>
    private static void Translate(JsonNode? node, Language language)
    {
        if (node is JsonObject part)
        {
            foreach (var key in (string[])["title", "name", "text"])
            {
                if (part[key] is JsonValue title && title.TryGetValue<string>(out var words))
                {
                    part[key] = language.Say(words);
                }
            }
            foreach (var (_, inner) in part)
            {
                Translate(inner, language);
            }
        }
        else if (node is JsonArray list)
        {
            foreach (var inner in list)
            {
                Translate(inner, language);
            }
        }
    }

    private static string FileName(ChartKind kind) =>
        kind switch
        {
            ChartKind.ShareDots => "share-dots.json",
            ChartKind.HourDots => "hour-dots.json",
            ChartKind.StackedShares => "stacked-shares.json",
            ChartKind.Curves => "curves.json",
            ChartKind.Incidence => "incidence.json",
            ChartKind.ShareTrend => "share-trend.json",
            ChartKind.StatusGrid => "status-grid.json",
            _ => "progress-bars.json",
        };
}
