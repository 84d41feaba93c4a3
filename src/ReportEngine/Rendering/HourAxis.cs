using System.Text.Json.Nodes;
using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;

namespace ReportEngine.Rendering;

/// <summary>The logarithmic axis of hours: how far it reaches, and its marks in words.</summary>
internal static class HourAxis
{
    /// <summary>Where the axis of hours begins, and the least it reaches.</summary>
    public const double First = 1;
    private const double LeastLast = 48;

    /// <summary>A time this near to the one before it on its line has its label below the mark.</summary>
    private const double Near = 2;
    private const double NearOnPhones = 3.2;

    /// <summary>Marks of the axis that have no room on a telephone.</summary>
    private static readonly int[] LeftOutOnPhones = [72, 2160, 43_800];

    /// <summary>Room for a label above and below a mark, for a script whose lines are taller than wide.</summary>
    private const int TallAbove = 17;
    private const int TallBelow = 20;
    private const int NameLetters = 18;
    private const int NameLettersOnPhones = 9;
    private const int NameLines = 3;

    private static readonly (int Hours, string Name)[] Ticks =
    [
        (1, "1 hour"),
        (6, "6 hours"),
        (24, "1 day"),
        (72, "3 days"),
        (168, "7 days"),
        (720, "30 days"),
        (2160, "90 days"),
        (8760, "1 year"),
        (43_800, "5 years"),
    ];

    public static void Set(JsonObject specification, Chart chart, Language language, ChartWidth width)
    {
        Name(specification, language, width);
        Span(specification, chart);
        Limits(specification, chart, language, width);
        if (language.RightToLeft)
        {
            specification["params"]![0]!["value"] = TallAbove;
            specification["params"]![1]!["value"] = TallBelow;
        }
    }

    /// <summary>Whether the labels of two marks of a line would stand over each other.</summary>
    public static bool IsClose(Figure one, Figure other, ChartWidth width) =>
        other.Value < (width == ChartWidth.Phone ? NearOnPhones : Near) * one.Value;

    /// <summary>The legal limits as lines across all others, each named in a row above them.</summary>
    private static void Limits(JsonObject specification, Chart chart, Language language, ChartWidth width)
    {
        var names = specification["encoding"]!["y"]!.AsObject();
        if (chart.Limits.Count == 0)
        {
            specification["layer"]!.AsArray().RemoveAt(0);
            specification["layer"]!.AsArray().RemoveAt(0);
            return;
        }
        names["scale"] = new JsonObject
        {
            ["domain"] = new JsonArray([" ", .. names["sort"]!.AsArray().Select(name => name!.DeepClone())]),
        };
        specification["datasets"] = new JsonObject
        {
            ["limits"] = new JsonArray([
                .. chart
                    .Limits.OrderBy(limit => limit.Hours)
                    .Index()
                    .Select(limit => new JsonObject
                    {
                        ["hours"] = limit.Item.Hours,
                        // Of two, the names stand on either side.
                        ["before"] = limit.Index == 0 && chart.Limits.Count > 1,
                        ["label"] = string.Join(
                            '\n',
                            ChartLabels.Lines(
                                language.Say("{0} hours:", limit.Item.Hours) + " " + ShortOf(limit.Item.Name),
                                width == ChartWidth.Phone ? NameLettersOnPhones : NameLetters,
                                NameLines
                            )
                        ),
                    }),
            ]),
        };
    }

    /// <summary>Without what stands in brackets, as whether it binds.</summary>
    private static string ShortOf(string name) => PlainText.Clean(name).Split(" (")[0];

    /// <summary>Ticks of the time axis in words.</summary>
    private static void Name(JsonObject specification, Language language, ChartWidth width)
    {
        var ticks = Ticks.Where(tick => width == ChartWidth.Page || !LeftOutOnPhones.Contains(tick.Hours)).ToList();
        var names = string.Join(
            ", ",
            ticks.Select(tick => FormattableString.Invariant($"'{tick.Hours}': '{language.Say(tick.Name)}'"))
        );
        foreach (var layer in specification["layer"]!.AsArray())
        {
            if (layer!["encoding"]!["x"]!["axis"] is JsonObject axis)
            {
                axis["labelExpr"] = "({" + names + "})[datum.value] || ''";
                axis["values"] = new JsonArray([.. ticks.Select(tick => (JsonNode)tick.Hours)]);
            }
        }
    }

    /// <summary>The axis reaches every value and end; of one value alone it would be a point.</summary>
    private static void Span(JsonObject specification, Chart chart)
    {
        var values = chart
            .Points.SelectMany(point => (double?[])[point.Figure.Value, point.Low, point.High])
            .OfType<double>()
            .Concat(chart.Limits.Select(limit => (double)limit.Hours))
            .ToList();
        var first = Ticks.LastOrDefault(tick => tick.Hours <= values.Append(LeastLast).Min()).Hours;
        foreach (var layer in specification["layer"]!.AsArray())
        {
            if (layer!["encoding"]!["x"]!["scale"] is JsonObject scale)
            {
                scale.Remove("domainMin");
                scale["domain"] = new JsonArray(Math.Max(First, first), values.Append(LeastLast).Max());
            }
        }
    }
}
