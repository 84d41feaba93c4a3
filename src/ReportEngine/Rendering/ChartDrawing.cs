using System.Text.Json;
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
    private const int TallLineHeight = 46;
    private const int LineHeightOfBars = 27;
    private const int TrendHeight = 193;
    private const int TallTitlePadding = 20;

    /// <summary>Letters on a line of a title in the picture, and of what stands below it.</summary>
    private const int TitleLetters = 66;
    private const int SubtitleLetters = 104;
    private const int MostLines = 4;

    /// <summary>The pictures a chart takes, in the order of its lines; one, but for charts of many lines.</summary>
    /// <param name="forPhones">Whether a page is made of it that may be read on one.</param>
    public static IReadOnlyList<DrawnChart> Draw(Chart chart, Language language, Typesetter typesetter, bool forPhones)
    {
        var parts = ChartParts.Of(chart);
        return
        [
            .. parts.Select(
                (part, index) =>
                {
                    var name = index == 0 ? chart.Id : FormattableString.Invariant($"{chart.Id}-{index + 1}");
                    var drawn = typesetter.Draw(chart.Id, Named(name, ChartWidth.Page));
                    return forPhones
                        ? drawn with
                        {
                            Narrow = typesetter.Draw(chart.Id, Named(name + "-narrow", ChartWidth.Phone)).Svg,
                        }
                        : drawn;

                    JsonNode Named(string id, ChartWidth width)
                    {
                        var only = parts.Count == 1 ? null : part;
                        var specification = Specification(chart, language, typesetter.StyleFolder, only, width);
                        specification["name"] = id;
                        return specification;
                    }
                }
            ),
        ];
    }

    /// <param name="part">The lines to draw, of a chart of many; null for all of them.</param>
    public static JsonNode Specification(
        Chart chart,
        Language language,
        string styleFolder,
        Chart? part = null,
        ChartWidth width = ChartWidth.Page
    )
    {
        var labels = ChartLabels.Of(chart, width);
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
            ["values"] = new JsonArray([.. Data(drawn, [.. chart.Series], labels, new NumberStyle(language), width)]),
        };
        if (width == ChartWidth.Phone)
        {
            PhoneChart.Narrow(specification, chart.Kind, language);
        }
        if (language.RightToLeft)
        {
            ChartKeys.Turn(specification, chart.Series, width);
        }
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
        if (chart.Total is { } total && drawn.Lines.Contains(total))
        {
            specification["encoding"]!["y"]!["axis"]!["labelFontWeight"] = new JsonObject
            {
                ["condition"] = new JsonObject
                {
                    ["test"] = "datum.value === " + JsonSerializer.Serialize(labels[total]),
                    ["value"] = 600,
                },
                ["value"] = "normal",
            };
        }
        if (language.RightToLeft && specification["encoding"]!["y"]?["axis"] is JsonObject names)
        {
            // Names stand where a line begins; times and numbers run from left to right in every language.
            names["orient"] = "right";
        }
        if (language.RightToLeft)
        {
            // Letters reach far above and below their line.
            specification["config"]!["axis"]!["titlePadding"] = TallTitlePadding;
        }
        specification["height"] = chart.Kind switch
        {
            ChartKind.ShareTrend => TrendHeight,
            ChartKind.HourDots => HeightOf(
                language.RightToLeft ? TallLineHeight : LineHeight,
                chart.Limits.Count > 0 ? 1 : 0
            ),
            ChartKind.StackedShares => HeightOf(LineHeightOfBars),
            ChartKind.StatusGrid => RatingTiles.HeightOf(drawn, language, width),
            _ => HeightOf(LineHeight),
        };
        if (chart.Kind == ChartKind.StackedShares)
        {
            StackedBars.Paint(specification, chart, lines);
            if (language.RightToLeft)
            {
                StackedBars.Turn(specification, chart, width);
            }
        }
        if (chart.Kind == ChartKind.ShareDots)
        {
            ShareAxis.Set(specification, chart);
        }
        if (chart.Kind == ChartKind.ProgressBars && language.RightToLeft)
        {
            ProgressBars.Turn(specification);
        }
        if (chart.Kind == ChartKind.ShareTrend)
        {
            TrendBreak.Name(specification, chart, lines.Count, width);
        }
        if (chart.Kind == ChartKind.HourDots)
        {
            HourAxis.Set(specification, chart, language, width);
        }
        if (chart.Kind == ChartKind.StatusGrid && width == ChartWidth.Phone)
        {
            RatingTiles.Stack(specification);
        }
        if (chart.Kind == ChartKind.StatusGrid && language.RightToLeft)
        {
            RatingTiles.Turn(specification);
        }
        return specification;

        int HeightOf(int line, int more = 0) =>
            (lines.Count + more) * Math.Max(line, ChartLabels.HeightOf(lines, language));
    }

    /// <summary>The same with title, period, source and marks in the picture, because it is passed on alone.</summary>
    public static JsonNode ForPress(Chart chart, Document document, string styleFolder)
    {
        var words = new DocumentWords(document.Language);
        var specification = Specification(chart, document.Language, styleFolder).AsObject();
        specification["name"] = chart.Id + "-press";
        specification["title"] = new JsonObject
        {
            ["text"] = Broken(words.TitleOf(chart), TitleLetters),
            ["subtitle"] = Small(words.SubtitleOf(chart, document)),
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
        // Vega has no place for words below a picture: the worker writes them there.
        specification["usermeta"] = new JsonObject
        {
            ["below"] = Small(
                chart.Key,
                words.Say("Source: {0}", words.Source(document, chart)),
                string.Join(" · ", words.Marks(document))
            ),
            ["rightToLeft"] = document.Language.RightToLeft,
            ["lineHeight"] = document.Language.RightToLeft ? 26 : 15,
        };
        return specification;

        JsonArray Small(params IReadOnlyList<string?> texts) =>
            new([
                .. texts
                    .OfType<string>()
                    .Where(text => text.Length > 0)
                    .SelectMany(text => ChartLabels.Lines(text, SubtitleLetters, MostLines))
                    .Select(line => (JsonNode)document.Language.Isolated(line)),
            ]);
    }

    private static JsonArray Broken(string text, int letters) =>
        new([.. ChartLabels.Lines(text, letters, MostLines).Select(line => (JsonNode)line)]);

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
        NumberStyle numbers,
        ChartWidth width
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
            return RatingTiles.Data(chart, numbers, width);
        }
        numbers = numbers.Among(chart.Points.Select(point => point.Figure));
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
                        var order = series.IndexOf(point.Series);
                        var datum = Datum(chart.Kind, point, labels[point.Line], numbers, order, width);
                        datum["place"] = place + 1;
                        datum["total"] = point.Line == chart.Total;
                        if (line.Take(place).Any(before => before.Figure.Value is null))
                        {
                            // What is not reached by half is not by nine in ten: said once.
                            datum["note"] = null;
                        }
                        datum["below"] = place > 0 && HourAxis.IsClose(line.First().Figure, point.Figure, width);
                        datum["broken"] = point.IsBreak;
                        datum["segment"] = segment;
                        datum["middle"] = filled + (point.Figure.Value * 50 ?? 0);
                        filled += point.Figure.Value * 100 ?? 0;
                        return datum;
                    }
                );
            });
    }

    private static JsonObject Datum(
        ChartKind kind,
        ChartPoint point,
        string line,
        NumberStyle numbers,
        int order,
        ChartWidth width
    )
    {
        var scale = kind == ChartKind.HourDots ? 1 : 100;
        var text = (kind, width, point.Figure.Quantity) switch
        {
            (ChartKind.ProgressBars, ChartWidth.Phone, Measured way) => numbers.PartOf(way.Value),
            (ChartKind.HourDots, ChartWidth.Phone, Hours { Reached: false, Low: not null }) => numbers.Language.Say(
                "not yet"
            ),
            _ => Label(kind, point.Figure, numbers),
        };
        return new JsonObject
        {
            ["line"] = line,
            ["series"] = point.Series,
            ["order"] = order,
            ["value"] = Drawn(point.Figure.Value),
            ["low"] = Drawn(point.Low),
            ["high"] = Drawn(point.High),
            ["tick"] = Drawn(point.Tick?.Value),
            ["label"] = text,
            ["note"] = text,
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
            Missing when kind == ChartKind.ProgressBars => numbers.Language.Say("Not rated"),
            Share { Value: { } value } share => numbers.Percent(value, share.Denominator),
            Hours { Value: { } value } => numbers.ShortTime(value),
            Hours { Reached: false, Low: { } low } => numbers.Language.Say(
                "not yet: {0} or more",
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
                // A name alone is that of a set of data.
                if (
                    (key != "name" || part.Count > 1)
                    && part[key] is JsonValue title
                    && title.TryGetValue<string>(out var words)
                )
                {
                    part[key] = language.Say(words);
                }
            }
            foreach (var (_, inner) in part.Where(member => member.Key != "params"))
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
