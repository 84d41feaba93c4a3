using NodaTime;
using ReportEngine.Documents;
using ReportEngine.Figures;

namespace ReportEngine.Rendering;

/// <summary>How a flat column's values are to be formatted.</summary>
internal enum FlatKind
{
    Text,
    Whole,
    Percent,
    OneDecimal,
    TwoDecimals,
    Date,
}

internal sealed record FlatColumn(string Heading, FlatKind Kind);

/// <summary>
/// A table with one number a column, as spreadsheets need it: a share becomes number, out of, per cent and the ends
/// of its interval. A value is a string, long, double or LocalDate; where there is none, a marker such as "[u]".
/// </summary>
internal sealed record FlatTable(IReadOnlyList<FlatColumn> Columns, IReadOnlyList<IReadOnlyList<object>> Rows)
{
    public static FlatTable Of(Table table)
    {
        var columns = table.Columns.SelectMany(Expand).ToList();
        var rows = table.Rows.Select(row => (IReadOnlyList<object>)
            [.. row.Cells.SelectMany((cell, index) => Values(cell, table.Columns[index]))]).ToList();
        return new FlatTable(columns, rows);
    }

    private static IEnumerable<FlatColumn> Expand(Column column) => (column.Kind, column.Metric?.Unit, column.Metric?.Id) switch
    {
        (ColumnKind.Text, _, _) => [new FlatColumn(column.Heading, FlatKind.Text)],
        (ColumnKind.Date, _, _) => [new FlatColumn(column.Heading, FlatKind.Date)],
        (_, Unit.Share, "NAP.02") => [new FlatColumn(column.Heading + " (%)", FlatKind.Percent)],
        (_, Unit.Share, _) => Shares(column.Heading, "(%)", FlatKind.Percent),
        (_, Unit.PerThousand, _) => Shares(column.Heading, "(per 1,000)", FlatKind.OneDecimal),
        (_, Unit.Followers, _) =>
        [
            new FlatColumn(column.Heading + " (followers)", FlatKind.Whole),
            new FlatColumn(column.Heading + ": accounts with a known number", FlatKind.Whole),
            new FlatColumn(column.Heading + ": accounts in all", FlatKind.Whole),
        ],
        (_, Unit.Ratio, _) => [new FlatColumn(column.Heading + " (ratio)", FlatKind.OneDecimal)],
        (_, Unit.Hours, _) => [new FlatColumn(column.Heading, FlatKind.OneDecimal)],
        (_, Unit.Status, _) => [new FlatColumn(column.Heading, FlatKind.Text)],
        (_, Unit.IndicatorUnit, _) => [new FlatColumn(column.Heading, FlatKind.TwoDecimals)],
        _ => [new FlatColumn(column.Heading + " (number)", FlatKind.Whole)],
    };

    private static IEnumerable<FlatColumn> Shares(string heading, string unit, FlatKind kind) =>
    [
        new FlatColumn(heading + " (number)", FlatKind.Whole),
        new FlatColumn(heading + ": out of (number)", FlatKind.Whole),
        new FlatColumn(heading + " " + unit, kind),
        new FlatColumn(heading + ": 95 % interval, lower end " + unit, kind),
        new FlatColumn(heading + ": 95 % interval, upper end " + unit, kind),
    ];

    private static IEnumerable<object> Values(Cell cell, Column column) => cell switch
    {
        TextCell text => [PlainText.Clean(text.Text)],
        DateCell date => [date.Day],
        MarkerCell marker => [NumberStyle.Marker(marker.Marker)],
        FigureCell { Figure: var figure } => figure.Quantity switch
        {
            Count count => [count.Number],
            Sum sum => [sum.Total, sum.Known, sum.All],
            Share share when column.Metric?.Unit is Unit.Share or Unit.PerThousand =>
            [
                share.Numerator,
                share.Denominator,
                Or(figure.Value, figure),
                Or(figure.Interval?.Low, figure),
                Or(figure.Interval?.High, figure),
            ],
            Status status => [PlainText.Clean(status.Label)],
            _ => [Or(figure.Value, figure)],
        },
        _ => throw new InvalidOperationException("Unknown cell."),
    };

    private static object Or(double? value, Figure figure) => value is { } number ? number : NumberStyle.Marker(figure.Quantity.Marker ?? "x");
}
