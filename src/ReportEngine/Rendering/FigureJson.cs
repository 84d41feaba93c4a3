using System.Text.Json.Nodes;
using ReportEngine.Figures;

namespace ReportEngine.Rendering;

/// <summary>
/// A figure as 'report-engine figure --json' and the data interface give it: its fields, its definition, and its
/// dimensions by the register's names, in words and by their codes. The value of a status is its code.
/// </summary>
public static class FigureJson
{
    /// <summary>What a definition adds to the fields: key, description and getter.</summary>
    public static IReadOnlyList<(string Key, string Description, Func<Metric, string?> Of)> Definition { get; } =
    [
        ("name", "What it is called", metric => metric.Name),
        ("definition", "What it counts", metric => metric.Definition),
        ("counted", "What the numerator counts", metric => metric.Numerator),
        ("outOf", "What the denominator counts", metric => metric.Denominator),
        ("cohort", "Which rows of the register a period takes", metric => metric.Cohort.ToString().ToLowerInvariant()),
    ];

    public static JsonObject Of(Figure figure)
    {
        var json = new JsonObject();
        foreach (var field in FigureFields.Identity.Concat(FigureFields.Values))
        {
            json[field.Key] = Node(field.Of(figure));
        }
        foreach (var (key, _, of) in Definition)
        {
            json[key] = Node(of(figure.Metric));
        }
        if (figure.Quantity is Status status)
        {
            json["value"] = status.Code;
        }
        json["dimensions"] = Named(figure, value => PlainText.Clean(value.Label));
        json["codes"] = Named(figure, value => value.Code);
        return json;
    }

    private static JsonObject Named(Figure figure, Func<DimensionValue, string> of) =>
        new(
            figure.Dimensions.Select(value => KeyValuePair.Create(DimensionNames.Of(value.Dimension), Node(of(value))))
        );

    private static JsonNode? Node(object? value) =>
        value switch
        {
            null => null,
            long number => JsonValue.Create(number),
            double number => JsonValue.Create(number),
            _ => JsonValue.Create((string)value),
        };
}
