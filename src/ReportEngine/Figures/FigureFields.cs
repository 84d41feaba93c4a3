namespace ReportEngine.Figures;

/// <summary>How a machine reads a field.</summary>
public enum FieldType
{
    Text,
    Whole,
    Number,

    /// <summary>2026-01-15.</summary>
    Date,
}

/// <summary>A field of a figure for machines.</summary>
/// <param name="Name">In data files and their columns.</param>
/// <param name="Key">The same in JSON.</param>
/// <param name="Description">English; a key of the language files.</param>
/// <param name="Of">A string, long, double or null of the field's type; null where there is no value.</param>
public sealed record FigureField(string Name, string Key, FieldType Type, string Description, Func<Figure, object?> Of)
{
    /// <summary>The word of Table Schema for its type, which is JSON Schema's but for a date.</summary>
    public string TypeName =>
        Type switch
        {
            FieldType.Text => "string",
            FieldType.Whole => "integer",
            FieldType.Number => "number",
            _ => "date",
        };
}

/// <summary>
/// What machines read of a figure, declared here and nowhere else: data files and their description, the command line
/// and the data interface walk these lists. Numbers are not rounded; dimensions stand between the two lists, a column
/// each.
/// </summary>
public static class FigureFields
{
    /// <summary>Which figure it is, but for its dimensions.</summary>
    public static IReadOnlyList<FigureField> Identity { get; } =
    [
        new(
            "figure_id",
            "id",
            FieldType.Text,
            "Id of the metric; its definition is in the method annex of the report",
            figure => figure.Metric.Id
        ),
        new(
            "metric_version",
            "version",
            FieldType.Whole,
            "Version of the definition",
            figure => (long)figure.Metric.Version
        ),
        new("period", "period", FieldType.Text, "Period of the report", figure => figure.Period.Id),
        new(
            "as_of",
            "asOf",
            FieldType.Date,
            "Cut-off: what was known at the end of this day, Asia/Karachi",
            figure => figure.AsOf.DayText
        ),
    ];

    internal static FigureField Value { get; } =
        new("value", "value", FieldType.Number, "The figure, not rounded", figure => figure.Value);

    internal static FigureField Numerator { get; } =
        new(
            "numerator",
            "numerator",
            FieldType.Whole,
            "What was counted, for shares and ratios; known cases, for sums; ended cases, for times",
            figure => figure.Numerator
        );

    internal static FigureField Denominator { get; } =
        new("denominator", "denominator", FieldType.Whole, "Out of how many", figure => figure.Denominator);

    internal static FigureField AtRisk { get; } =
        new(
            "at_risk",
            "atRisk",
            FieldType.Whole,
            "Cases still waiting, and followed, just before the time, for an estimate read off a curve",
            figure => figure.AtRisk
        );

    internal static FigureField Low { get; } =
        new("low", "low", FieldType.Number, "Lower end of the 95 % interval", figure => figure.Low);

    internal static FigureField High { get; } =
        new(
            "high",
            "high",
            FieldType.Number,
            "Upper end of the 95 % interval; empty beside a value also where the upper end of a time is not reached",
            figure => figure.High
        );

    internal static FigureField Marker { get; } =
        new(
            "status",
            "marker",
            FieldType.Text,
            "Why value is empty: u too few cases for a rate, x not available or not reached, z not "
                + "applicable, c withheld",
            figure => figure.Quantity.Marker
        );

    /// <summary>What it came to.</summary>
    public static IReadOnlyList<FigureField> Values { get; } =
    [
        new(
            "unit",
            "unit",
            FieldType.Text,
            "What value is measured in; a proportion runs from 0 to 1",
            figure => Unit.NameOf(figure)
        ),
        Value,
        new(
            "status_code",
            "statusCode",
            FieldType.Text,
            "The figure where it is a status",
            figure => (figure.Quantity as Status)?.Code
        ),
        Numerator,
        Denominator,
        AtRisk,
        new(
            "left_out",
            "leftOut",
            FieldType.Whole,
            "Cases in neither count because what would place them is not recorded",
            figure => figure.LeftOut == 0 ? null : figure.LeftOut
        ),
        Low,
        High,
        Marker,
        new(
            "revision",
            "revision",
            FieldType.Text,
            "r where the last release has another value; empty otherwise",
            figure => figure.IsRevised ? "r" : null
        ),
    ];
}
