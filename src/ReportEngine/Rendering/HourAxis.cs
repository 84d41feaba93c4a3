using System.Text.Json.Nodes;
using ReportEngine.Documents;
using ReportEngine.Languages;

namespace ReportEngine.Rendering;

/// <summary>The logarithmic axis of hours: how far it reaches, and its marks in words.</summary>
internal static class HourAxis
{
    /// <summary>Where the axis of hours begins, and the least it reaches.</summary>
    public const double First = 1;
    private const double LeastLast = 24;

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

    public static void Set(JsonObject specification, Chart chart, Language language)
    {
        Name(specification, language);
        Span(specification, chart);
    }

    /// <summary>Ticks of the time axis in words.</summary>
    private static void Name(JsonObject specification, Language language)
    {
        var names = string.Join(
            ", ",
            Ticks.Select(tick => FormattableString.Invariant($"'{tick.Hours}': '{language.Say(tick.Name)}'"))
        );
        foreach (var layer in specification["layer"]!.AsArray())
        {
            if (layer!["encoding"]!["x"]!["axis"] is JsonObject axis)
            {
                axis["labelExpr"] = "({" + names + "})[datum.value] || ''";
                axis["values"] = new JsonArray([.. Ticks.Select(tick => (JsonNode)tick.Hours)]);
            }
        }
    }

    /// <summary>The axis reaches every value and end; of one value alone it would be a point.</summary>
    private static void Span(JsonObject specification, Chart chart)
    {
        var last = chart
            .Points.SelectMany(point => (double?[])[point.Figure.Value, point.Figure.Low, point.Figure.High])
            .Append(LeastLast)
            .Max();
        foreach (var layer in specification["layer"]!.AsArray())
        {
            if (layer!["encoding"]!["x"]!["scale"] is JsonObject scale)
            {
                scale.Remove("domainMin");
                scale["domain"] = new JsonArray(First, last);
            }
        }
    }
}
