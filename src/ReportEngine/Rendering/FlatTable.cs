using NodaTime;
using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;

namespace ReportEngine.Rendering;

/// <summary>How a flat column's values are to be formatted.</summary>
internal enum FlatKind
{
    Text,
    Whole,
    Percent,
    OneDecimal,
    TwoDecimals,
    ThreeDecimals,
    Date,

    /// <summary>A whole number that names a row: without separators.</summary>
    Key,

    /// <summary>A day and the hour.</summary>
    Hour,
}

internal sealed record FlatColumn(string Heading, FlatKind Kind);

/// <summary>A number with a format of its own, where those of a column differ.</summary>
internal readonly record struct FlatNumber(double Value, FlatKind Kind);

/// <summary>
/// A table with one number a column, as spreadsheets need it: a share becomes number, out of, per cent and the ends
/// of its interval. A value is a string, long, double, FlatNumber or LocalDate; where there is none, a marker such as
/// "[u]". The last <paramref name="Totals"/> rows are totals.
/// </summary>
internal sealed record FlatTable(
    IReadOnlyList<FlatColumn> Columns,
    IReadOnlyList<IReadOnlyList<object>> Rows,
    int Totals = 0
)
{
    /// <summary>
    /// The markers in its cells, more than the table's figures have: an end of an interval may lack a value too.
    /// </summary>
    public IEnumerable<string> Markers =>
        new[] { "c", "low", "r", "u", "x", "z" }.Where(marker =>
            Rows.Any(row => row.Contains(NumberStyle.Marker(marker)))
        );

    /// <summary>The smallest number that does not show as 0 with three decimals, or as per cent with one.</summary>
    private const double LeastShown = 0.0005;
    private const double LeastPerThousand = 0.05;

    public static FlatTable Of(Table table, Language language)
    {
        var columns = table
            .Columns.SelectMany(
                (column, index) =>
                    Expand(column, HasShares(table, index), language)
                        .Concat(
                            IsRevised(table, index)
                                ?
                                [
                                    new FlatColumn(
                                        language.Say("{0}: revised since the last release", column.Heading),
                                        FlatKind.Text
                                    ),
                                ]
                                : []
                        )
            )
            .ToList();
        var rows = table
            .Rows.Select(row =>
                (IReadOnlyList<object>)
                    [
                        .. row.Cells.SelectMany(
                            (cell, index) =>
                                Padded(
                                        Values(cell, table.Columns[index], HasShares(table, index)),
                                        table.Columns[index],
                                        HasShares(table, index),
                                        language
                                    )
                                    .Concat(
                                        IsRevised(table, index)
                                            ?
                                            [
                                                cell is FigureCell { Figure.IsRevised: true }
                                                    ? NumberStyle.Marker("r")
                                                    : language.Say("no"),
                                            ]
                                            : []
                                    )
                        ),
                    ]
            )
            .ToList();
        return new FlatTable(
            [
                .. columns.Select(
                    (column, index) => IsWhole(column, index) ? column with { Kind = FlatKind.Whole } : column
                ),
            ],
            rows,
            table.Rows.Count(row => row.IsTotal)
        );

        bool IsWhole(FlatColumn column, int index) =>
            column.Kind == FlatKind.TwoDecimals
            && rows.All(row => row[index] is not double number || number == Math.Floor(number));
    }

    /// <summary>A marker stands in every column of a value that is missing whole.</summary>
    private static IEnumerable<object> Padded(
        IEnumerable<object> values,
        Column column,
        bool hasShares,
        Language language
    )
    {
        var given = values.ToList();
        return given.Concat(
            Enumerable.Repeat(given[^1], Math.Max(0, Expand(column, hasShares, language).Count() - given.Count))
        );
    }

    private static bool IsRevised(Table table, int column) =>
        table.Rows.Any(row => row.Cells[column] is FigureCell { Figure.IsRevised: true });

    private static bool HasShares(Table table, int column) =>
        table.Rows.Any(row => row.Cells[column] is FigureCell { Figure.Quantity: Share });

    private static IEnumerable<FlatColumn> Expand(Column column, bool hasShares, Language language)
    {
        FlatColumn Said(string english, FlatKind kind) => new(language.Say(english, column.Heading), kind);
        IEnumerable<FlatColumn> Parts(FlatKind kind, string value, string low, string high) =>
            [
                Said("{0} (number)", FlatKind.Whole),
                Said("{0}: out of (number)", FlatKind.Whole),
                Said(value, kind),
                Said(low, kind),
                Said(high, kind),
            ];
        return (column.Kind, column.Metric?.Unit, column.Metric?.Id) switch
        {
            (ColumnKind.Text, _, _) => [new(column.Heading, FlatKind.Text)],
            (ColumnKind.Number, _, _) => [new(column.Heading, FlatKind.Whole)],
            (ColumnKind.Date, _, _) => [new(column.Heading, FlatKind.Date)],
            (_, Unit.Share, "NAP.02") => [Said("{0} (%)", FlatKind.Percent)],
            (_, Unit.Share, _) => Parts(
                FlatKind.Percent,
                "{0} (%)",
                "{0}: 95 % interval, lower end (%)",
                "{0}: 95 % interval, upper end (%)"
            ),
            (_, Unit.PerThousand, _) => Parts(
                FlatKind.OneDecimal,
                "{0} (per 1,000)",
                "{0}: 95 % interval, lower end (per 1,000)",
                "{0}: 95 % interval, upper end (per 1,000)"
            ),
            (_, Unit.Followers, _) =>
            [
                Said("{0} (followers)", FlatKind.Whole),
                Said("{0}: accounts with a known number", FlatKind.Whole),
                Said("{0}: accounts in all", FlatKind.Whole),
            ],
            (_, Unit.Ratio, _) => [Said("{0} (ratio)", FlatKind.OneDecimal)],
            (_, Unit.Hours, _) =>
            [
                new(column.Heading, FlatKind.OneDecimal),
                Said("{0}: 95 % interval, lower end", FlatKind.OneDecimal),
                Said("{0}: 95 % interval, upper end", FlatKind.OneDecimal),
            ],
            (_, Unit.Portion, _) =>
            [
                Said("{0} (number)", FlatKind.Whole),
                Said("{0}: out of (number)", FlatKind.Whole),
                Said("{0} (%)", FlatKind.Percent),
            ],
            (_, Unit.Estimate, _) =>
            [
                Said("{0} (%)", FlatKind.Percent),
                Said("{0}: 95 % interval, lower end (%)", FlatKind.Percent),
                Said("{0}: 95 % interval, upper end (%)", FlatKind.Percent),
                Said("{0}: at risk (number)", FlatKind.Whole),
            ],
            (_, Unit.Days, _) =>
            [
                column.Heading.EndsWith(')') ? new(column.Heading, FlatKind.Whole) : Said("{0} (days)", FlatKind.Whole),
            ],
            (_, Unit.Change, _) => [new(column.Heading, FlatKind.OneDecimal)],
            (_, Unit.Status, _) => [new(column.Heading, FlatKind.Text)],
            (_, Unit.IndicatorUnit or null, _) =>
            [
                Said("{0} (number)", FlatKind.TwoDecimals),
                Said("{0} (%)", FlatKind.Percent),
                .. hasShares
                    ? (FlatColumn[])
                        [Said("{0}: counted (number)", FlatKind.Whole), Said("{0}: out of (number)", FlatKind.Whole)]
                    : [],
            ],
            _ => [Said("{0} (number)", FlatKind.Whole)],
        };
    }

    private static IEnumerable<object> Values(Cell cell, Column column, bool hasShares) =>
        cell switch
        {
            TextCell text => [PlainText.Clean(text.Text)],
            NumberCell number => [number.Number],
            DateCell date => [date.Day],
            MarkerCell marker => [NumberStyle.Marker(marker.Marker)],
            FigureCell { Figure: var figure } when column.Metric?.Unit is Unit.IndicatorUnit or null =>
            [
                .. OfIndicator(figure),
                .. hasShares ? (object[])[OrCount(figure.Numerator, figure), OrCount(figure.Denominator, figure)] : [],
            ],
            FigureCell { Figure: var figure } => figure.Quantity switch
            {
                Count count => [count.Number],
                Sum sum => [sum.Total, sum.Known, sum.All],
                Share share when column.Metric?.Unit is Unit.Share or Unit.PerThousand =>
                [
                    share.Numerator,
                    share.Denominator,
                    Or(figure.Value, figure),
                    Or(figure.Low, figure),
                    Or(figure.High, figure),
                ],
                Hours hours =>
                [
                    Or(figure.Value, figure),
                    OrNotReached(figure.Low, hours),
                    OrNotReached(figure.High, hours),
                ],
                Portion portion => [portion.Numerator, portion.Denominator, Or(figure.Value, figure)],
                Estimate estimate =>
                [
                    Or(figure.Value, figure),
                    Or(figure.Low, figure),
                    Or(figure.High, figure),
                    estimate.AtRisk,
                ],
                Change { Unit: ChangeUnit.Probability, Value: < LeastShown } => [NumberStyle.Marker("low")],
                Change { Value: { } value } change =>
                [
                    change.Unit == ChangeUnit.Probability
                        ? new FlatNumber(value, FlatKind.ThreeDecimals)
                        : new FlatNumber(change.Unit == ChangeUnit.Share ? value * 100 : value, FlatKind.OneDecimal),
                ],
                Status status => [PlainText.Clean(status.Label)],
                Withheld { Marker: var marker } => Enumerable.Repeat<object>(
                    NumberStyle.Marker(marker),
                    column.Metric?.Unit is Unit.Followers or Unit.Portion ? 3 : 1
                ),
                _ => [Or(figure.Value, figure)],
            },
            _ => throw new InvalidOperationException("Unknown cell."),
        };

    /// <summary>
    /// A value whose unit changes from row to row, in one of two columns: numbers, and fractions shown as per cent.
    /// </summary>
    private static object[] OfIndicator(Figure figure)
    {
        var other = NumberStyle.Marker("z");
        return figure switch
        {
            { Quantity: Status status } => [PlainText.Clean(status.Label), other],
            { Value: null, Quantity: Share or Portion or Estimate } => [other, Or(null, figure)],
            { Value: null } => [Or(null, figure), figure.Quantity is NotApplicable ? other : Or(null, figure)],
            { Quantity: Share { Value: { } share } } => [other, OrLow(share, LeastShown)],
            {
                Value: { } value,
                Quantity: Portion or Estimate or Measured { IsShare: true } or Change { Unit: ChangeUnit.Share }
            } => [other, OrLow(value, LeastShown)],
            { Value: { } value } => [OrLow(value, 10 * LeastShown), other],
        };
    }

    /// <summary>An end of an interval of a time that has a value is not reached where it is missing.</summary>
    private static object OrNotReached(double? end, Hours hours) =>
        end is { } number ? number : NumberStyle.Marker(hours.Value is null ? hours.Marker ?? "x" : "x");

    private static object OrCount(long? count, Figure figure) =>
        count is { } number ? number : NumberStyle.Marker(figure.Quantity is Withheld ? "c" : "z");

    private static object Or(double? value, Figure figure) =>
        value is not { } number ? NumberStyle.Marker(figure.Quantity.Marker ?? "x")
        : figure.Quantity is Share or Portion or Estimate
            ? OrLow(number, figure.Metric.Unit == Unit.PerThousand ? LeastPerThousand : LeastShown)
        : number;

    /// <summary>What would show as 0 without being 0 says so.</summary>
    private static object OrLow(double value, double least) =>
        value != 0 && Math.Abs(value) < least ? NumberStyle.Marker("low") : value;
}
