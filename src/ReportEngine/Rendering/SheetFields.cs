using ReportEngine.Figures;
using ReportEngine.Languages;

namespace ReportEngine.Rendering;

/// <summary>A column of a workbook that a figure fills: a field of it, with its heading and its format.</summary>
/// <param name="Heading">English, with the heading of the table's column for {0}.</param>
/// <param name="Of">
/// A string, long, double or <see cref="FlatNumber"/>; a marker such as "[u]" where there is no value.
/// </param>
internal sealed record SheetField(string Heading, FlatKind Kind, Func<Figure, object> Of)
{
    /// <summary>An end of an interval.</summary>
    public bool IsEnd { get; init; }

    /// <summary>What a share is out of.</summary>
    public bool IsOutOf { get; init; }
}

/// <summary>The columns a table's column of figures takes, by what its metric is measured in.</summary>
internal static class SheetFields
{
    /// <summary>The smallest number that does not show as 0 with three decimals, or as per cent with one.</summary>
    public const double LeastShown = 0.0005;
    private const double LeastOneDecimal = 0.05;

    private static readonly SheetField Number = Of("{0} (number)", FlatKind.Whole, FigureFields.Value);

    private static readonly IReadOnlyList<SheetField> NumberOrShare =
    [
        new("{0} (number)", FlatKind.TwoDecimals, IndicatorNumber),
        new("{0} (%)", FlatKind.Percent, IndicatorShare),
    ];

    private static readonly Dictionary<Unit, IReadOnlyList<SheetField>> ByUnit = new()
    {
        [Unit.Count] = [Number],
        [Unit.Followers] =
        [
            Of("{0} (followers)", FlatKind.Whole, FigureFields.Value),
            Of("{0}: accounts with a known number", FlatKind.Whole, FigureFields.Numerator),
            Of("{0}: accounts in all", FlatKind.Whole, FigureFields.Denominator),
        ],
        [Unit.Share] = Counted(
            FlatKind.Percent,
            "{0} (%)",
            "{0}: 95 % interval, lower end (%)",
            "{0}: 95 % interval, upper end (%)"
        ),
        [Unit.PerThousand] = Counted(
            FlatKind.OneDecimal,
            "{0} (per 1,000)",
            "{0}: 95 % interval, lower end (per 1,000)",
            "{0}: 95 % interval, upper end (per 1,000)"
        ),
        [Unit.Portion] =
        [
            Of("{0} (number)", FlatKind.Whole, FigureFields.Numerator),
            Of("{0}: out of (number)", FlatKind.Whole, FigureFields.Denominator),
            Of("{0} (%)", FlatKind.Percent, FigureFields.Value),
        ],
        [Unit.Estimate] =
        [
            Of("{0} (%)", FlatKind.Percent, FigureFields.Value),
            Of("{0}: 95 % interval, lower end (%)", FlatKind.Percent, FigureFields.Low),
            Of("{0}: 95 % interval, upper end (%)", FlatKind.Percent, FigureFields.High),
            Of("{0}: still waiting (number)", FlatKind.Whole, FigureFields.AtRisk),
        ],
        [Unit.Progress] = [Of("{0} (%)", FlatKind.Percent, FigureFields.Value)],
        [Unit.Ratio] = [Of("{0} (ratio)", FlatKind.OneDecimal, FigureFields.Value)],
        [Unit.Hours] =
        [
            Of("{0} (hours)", FlatKind.OneDecimal, FigureFields.Value),
            Of("{0} (hours): 95 % interval, lower end", FlatKind.OneDecimal, FigureFields.Low),
            Of("{0} (hours): 95 % interval, upper end", FlatKind.OneDecimal, FigureFields.High),
        ],
        [Unit.Days] = [Of("{0} (days)", FlatKind.Whole, FigureFields.Value)],
        [Unit.Change] = [new("{0}", FlatKind.OneDecimal, Difference)],
        [Unit.Status] = [new("{0}", FlatKind.Text, Label)],
        [Unit.Generations] = [Of("{0} (number)", FlatKind.TwoDecimals, FigureFields.Value)],
        [Unit.OwnReport] = NumberOrShare,
        [Unit.LikeForLike] =
        [
            new("{0} (hours)", FlatKind.OneDecimal, IndicatorNumber),
            new("{0} (%)", FlatKind.Percent, IndicatorShare),
        ],
        [Unit.Probability] = [new("{0} (probability)", FlatKind.ThreeDecimals, Difference)],
        [Unit.Weight] = [Of("{0} (%)", FlatKind.Percent, FigureFields.Value)],
        [Unit.IndicatorUnit] = NumberOrShare,
    };

    /// <summary>Beside values whose unit changes from row to row, where some are shares of what was counted.</summary>
    private static readonly IReadOnlyList<SheetField> Parts =
    [
        new("{0}: counted (number)", FlatKind.Whole, figure => Part(figure.Numerator, figure)),
        new("{0}: out of (number)", FlatKind.Whole, figure => Part(figure.Denominator, figure)) { IsOutOf = true },
    ];

    /// <param name="metric">Null for a column of several metrics, each with its own unit.</param>
    /// <param name="hasShares">The column holds a share.</param>
    public static IReadOnlyList<SheetField> Of(Metric? metric, bool hasShares)
    {
        var unit = metric?.Unit ?? Unit.IndicatorUnit;
        return unit == Unit.IndicatorUnit && hasShares ? [.. ByUnit[unit], .. Parts] : ByUnit[unit];
    }

    private static IReadOnlyList<SheetField> Counted(FlatKind kind, string value, string low, string high) =>
        [
            Of("{0} (number)", FlatKind.Whole, FigureFields.Numerator),
            Of("{0}: out of (number)", FlatKind.Whole, FigureFields.Denominator),
            Of(value, kind, FigureFields.Value),
            Of(low, kind, FigureFields.Low),
            Of(high, kind, FigureFields.High),
        ];

    private static SheetField Of(string heading, FlatKind kind, FigureField field) =>
        new(heading, kind, figure => Printed(field.Of(figure), kind, figure))
        {
            IsEnd = field == FigureFields.Low || field == FigureFields.High,
            IsOutOf = field == FigureFields.Denominator,
        };

    private static object Printed(object? value, FlatKind kind, Figure figure) =>
        value switch
        {
            null => Marker(figure),
            double number when kind == FlatKind.Whole => (long)number,
            double number when figure.Quantity is Share or Portion or Estimate => OrLow(
                number,
                kind == FlatKind.OneDecimal ? LeastOneDecimal : LeastShown
            ),
            _ => value,
        };

    /// <summary>Points for shares; a probability has more decimals than the hours beside it.</summary>
    private static object Difference(Figure figure) =>
        figure.Quantity switch
        {
            Change { Unit: ChangeUnit.Probability, Value: < LeastShown } => NumberStyle.Marker("low"),
            Change { Unit: ChangeUnit.Probability, Value: { } value } => new FlatNumber(value, FlatKind.ThreeDecimals),
            Change { Unit: ChangeUnit.Share, Value: { } value } => new FlatNumber(value * 100, FlatKind.OneDecimal),
            Change { Value: { } value } => new FlatNumber(value, FlatKind.OneDecimal),
            _ => Marker(figure),
        };

    private static object Label(Figure figure) =>
        figure.Quantity is Status status ? PlainText.Clean(status.Label) : Marker(figure);

    /// <summary>A value that is no share; it stands beside the column for shares.</summary>
    private static object IndicatorNumber(Figure figure) =>
        figure.Quantity is Status ? Label(figure)
        : IsShare(figure) ? NumberStyle.Marker("z")
        : figure.Value is { } value ? OrLow(value, 10 * LeastShown)
        : Marker(figure);

    private static object IndicatorShare(Figure figure) =>
        figure.Quantity is Status or NotApplicable ? NumberStyle.Marker("z")
        : figure.Value is not { } value ? Marker(figure)
        : IsShare(figure) ? OrLow(value, LeastShown)
        : NumberStyle.Marker("z");

    private static bool IsShare(Figure figure) =>
        figure.Quantity is Share or Portion or Estimate or Measured { IsShare: true }
        || figure.Quantity is Change { Unit: ChangeUnit.Share, Value: not null };

    private static object Part(long? count, Figure figure) =>
        count is { } number ? number : NumberStyle.Marker(figure.Quantity is Withheld ? "c" : "z");

    private static string Marker(Figure figure) => NumberStyle.Marker(figure.Quantity.Marker ?? "x");

    /// <summary>What would show as 0 without being 0 says so.</summary>
    public static object OrLow(double value, double least) =>
        value != 0 && Math.Abs(value) < least ? NumberStyle.Marker("low") : value;
}
