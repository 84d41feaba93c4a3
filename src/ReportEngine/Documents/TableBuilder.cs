using ReportEngine.Figures;

namespace ReportEngine.Documents;

/// <summary>
/// A column of a table by dimension: a metric, its heading, the part of it that is shown, and whether for the period
/// before.
/// </summary>
/// <param name="SameAge">
/// The period before as it was known at the same age; left out where the register holds no referral of it.
/// </param>
/// <param name="ForData">As <see cref="Column.IsForData"/>.</param>
internal sealed record MetricColumn(
    string MetricId,
    string? Heading = null,
    string? Part = null,
    bool Before = false,
    bool SameAge = false,
    bool ForData = false
);

/// <summary>The two shapes most tables have: a row a dimension value, or a row a part of one split.</summary>
internal static class TableBuilder
{
    private const string AsKnownNow =
        "Both periods are shown as known on the same day, with the mix of requests that each had: the "
        + "later one has been followed for less time. What can be said of a change stands in the comparison at the "
        + "same age.";

    private const string NotAlike =
        "A break in the series lies between the two periods or within one of them: they are not counted alike, "
        + "and a change may come from that.";

    internal static Table ByDimension(
        FigureSet set,
        string id,
        string title,
        Dimension dimension,
        string rowHeading,
        DimensionValue? only,
        params MetricColumn[] all
    )
    {
        var columns = all.Where(column => !column.SameAge || set.HasPrevious).ToList();
        var metrics = columns.Select(column => MetricCatalogue.Find(column.MetricId)).ToList();
        var isOneRow = only?.Dimension == dimension;
        Dimension[] also = only is null || isOneRow ? [] : [only.Value.Dimension];
        var values = set.Of(columns[0].MetricId, dimension)
            .Select(figure => figure.Dimensions.First(value => value.Dimension == dimension))
            .DistinctBy(value => value.Code)
            .Where(value => !isOneRow || value.Code == only?.Code);
        var rows = values
            .Select(value => new Row([
                new TextCell(value.Label),
                .. columns.Select(
                    (column, index) =>
                        Cell(
                            Set(column)
                                .Of(column.MetricId, [dimension, .. also])
                                .FirstOrDefault(figure =>
                                    figure.CodeOf(dimension) == value.Code
                                    && IsOf(figure, only)
                                    && IsPart(figure, metrics[index], column.Part)
                                )
                        )
                ),
            ]))
            .ToList();
        if (!isOneRow && metrics.All(metric => metric.Natural.Count == 0))
        {
            rows.Add(
                new Row(
                    [
                        new TextCell(Codes.Total),
                        .. columns.Select(
                            (column, index) =>
                                Cell(
                                    Set(column)
                                        .Of(column.MetricId, also)
                                        .First(figure =>
                                            IsOf(figure, only) && IsPart(figure, metrics[index], column.Part)
                                        )
                                )
                        ),
                    ],
                    IsTotal: true
                )
            );
        }
        return new Table(
            id,
            title,
            [
                new Column(ColumnId(dimension), rowHeading, ColumnKind.Text),
                .. columns.Select(
                    (column, index) =>
                        new Column(
                            column.MetricId
                                + (column.Part is null ? "" : "-" + column.Part)
                                + (column.Before || column.SameAge ? "-before" : ""),
                            column.Heading ?? metrics[index].Name,
                            ColumnKind.Figure,
                            metrics[index]
                        )
                        {
                            IsForData = column.ForData,
                        }
                ),
            ],
            rows,
            [
                .. Notes(metrics),
                .. columns.Any(column => column.Before)
                && columns.Any(column =>
                    set.Reference.Breaks.Any(one => one.Parts(set.Previous.Period, set.Period, column.MetricId))
                )
                    ? [AsKnownNow, NotAlike]
                : columns.Any(column => column.Before) ? [AsKnownNow]
                : columns.Any(column => column.SameAge) ? [LikeForLikeTables.SameAge]
                : Array.Empty<string>(),
            ]
        )
        {
            IsOfSeveralPeriods = columns.Any(column => column.SameAge),
        };

        FigureSet Set(MetricColumn column) =>
            column.Before ? set.Previous
            : column.SameAge ? set.SameAge
            : set;
    }

    private static Cell Cell(Figure? figure) => figure is null ? new MarkerCell("z") : new FigureCell(figure);

    internal static Table Split(
        FigureSet set,
        string id,
        string title,
        string metricId,
        string rowHeading,
        string heading,
        DimensionValue? only
    )
    {
        var metric = MetricCatalogue.Find(metricId);
        var part = metric.Part ?? throw new ArgumentException("The metric has no parts.", nameof(metricId));
        Dimension[] also = only is null ? [] : [only.Value.Dimension];
        var rows = set.Of(metricId, also)
            .Where(figure => IsOf(figure, only))
            .Select(figure => new Row([new TextCell(figure.Dimensions[^1].Label), new FigureCell(figure)]))
            .ToList();
        return new Table(
            id,
            title,
            [
                new Column(ColumnId(part), rowHeading, ColumnKind.Text),
                new Column(metricId, heading, ColumnKind.Figure, metric),
            ],
            rows,
            Notes([metric])
        );
    }

    internal static IReadOnlyList<string> Notes(IEnumerable<Metric> metrics)
    {
        var cohorts = metrics.Select(metric => metric.Cohort).Distinct().ToList();
        return
        [
            .. cohorts.Select(cohort =>
                cohort switch
                {
                    Cohort.Submission => "Referrals are counted in the period in which they were submitted.",
                    Cohort.Activity => "Events are counted in the period in which they happened.",
                    Cohort.Cumulative =>
                        "Cumulative figures run from the baseline date to the end of the period or of the data.",
                    _ => "As it stood on the day of the figures, whatever the period.",
                }
            ),
        ];
    }

    internal static string ColumnId(Dimension dimension) => DimensionNames.Of(dimension);

    private static bool IsOf(Figure figure, DimensionValue? only) =>
        only is not { } value || figure.CodeOf(value.Dimension) == value.Code;

    private static bool IsPart(Figure figure, Metric metric, string? part) =>
        part is null || metric.Part is not { } dimension || figure.CodeOf(dimension) == part;
}
