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
    Date,
}

internal sealed record FlatColumn(string Heading, FlatKind Kind);

/// <summary>
/// A table with one number a column, as spreadsheets need it: a share becomes number, out of, per cent and the ends
/// of its interval. A value is a string, long, double or LocalDate; where there is none, a marker such as "[u]".
/// </summary>
internal sealed record FlatTable(IReadOnlyList<FlatColumn> Columns, IReadOnlyList<IReadOnlyList<object>> Rows)
{
    public static FlatTable Of(Table table, Language language)
    {
        var columns = table.Columns.SelectMany(column => Expand(column, language)).ToList();
        var rows = table.Rows.Select(row => (IReadOnlyList<object>)
            [.. row.Cells.SelectMany((cell, index) => Values(cell, table.Columns[index]))]).ToList();
        return new FlatTable(columns, rows);
    }

    private static IEnumerable<FlatColumn> Expand(Column column, Language language)
    {
        FlatColumn Said(string english, FlatKind kind) => new(language.Say(english, column.Heading), kind);
        IEnumerable<FlatColumn> Parts(FlatKind kind, string value, string low, string high) =>
            [Said("{0} (number)", FlatKind.Whole), Said("{0}: out of (number)", FlatKind.Whole), Said(value, kind), Said(low, kind), Said(high, kind)];
        return (column.Kind, column.Metric?.Unit, column.Metric?.Id) switch
        {
            (ColumnKind.Text, _, _) => [new(column.Heading, FlatKind.Text)],
            (ColumnKind.Date, _, _) => [new(column.Heading, FlatKind.Date)],
            (_, Unit.Share, "NAP.02") => [Said("{0} (%)", FlatKind.Percent)],
            (_, Unit.Share, _) => Parts(FlatKind.Percent, "{0} (%)", "{0}: 95 % interval, lower end (%)", "{0}: 95 % interval, upper end (%)"),
            (_, Unit.PerThousand, _) => Parts(FlatKind.OneDecimal,
                "{0} (per 1,000)", "{0}: 95 % interval, lower end (per 1,000)", "{0}: 95 % interval, upper end (per 1,000)"),
            (_, Unit.Followers, _) =>
            [
                Said("{0} (followers)", FlatKind.Whole),
                Said("{0}: accounts with a known number", FlatKind.Whole),
                Said("{0}: accounts in all", FlatKind.Whole),
            ],
            (_, Unit.Ratio, _) => [Said("{0} (ratio)", FlatKind.OneDecimal)],
            (_, Unit.Hours, _) => [new(column.Heading, FlatKind.OneDecimal)],
            (_, Unit.Status, _) => [new(column.Heading, FlatKind.Text)],
            (_, Unit.IndicatorUnit, _) => [new(column.Heading, FlatKind.TwoDecimals)],
            _ => [Said("{0} (number)", FlatKind.Whole)],
        };
    }

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
