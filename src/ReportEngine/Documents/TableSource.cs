using ReportEngine.Figures;

namespace ReportEngine.Documents;

/// <summary>How a table of the catalogue is made, whole or narrowed to one value of a dimension.</summary>
/// <param name="Dimensions">What it can be narrowed by; none for a table that is whole or not at all.</param>
/// <param name="Build">From the figures, the id, and the value it is narrowed to, null for the whole.</param>
internal sealed record TableSource(
    IReadOnlyList<Dimension> Dimensions,
    Func<FigureSet, string, DimensionValue?, Table> Build
)
{
    /// <summary>A table that is what it is.</summary>
    public static TableSource Whole(Func<FigureSet, string, Table> build) => new([], (set, id, _) => build(set, id));

    public static TableSource ByPlatform(string title, params MetricColumn[] columns) =>
        By(Dimension.Platform, "Platform", title, columns);

    /// <summary>A row for each value of a dimension; narrowed by that dimension, one row.</summary>
    public static TableSource By(Dimension dimension, string heading, string title, params MetricColumn[] columns) =>
        new(
            Common(columns.Select(column => column.MetricId)),
            (set, id, only) => TableBuilder.ByDimension(set, id, title, dimension, heading, only, columns)
        );

    /// <summary>A row for each part of one figure.</summary>
    public static TableSource Split(string title, string metricId, string rowHeading, string heading) =>
        new(
            Common([metricId]),
            (set, id, only) => TableBuilder.Split(set, id, title, metricId, rowHeading, heading, only)
        );

    /// <summary>What all of its metrics can be broken down by.</summary>
    private static IReadOnlyList<Dimension> Common(IEnumerable<string> metricIds) =>
        [
            .. metricIds
                .Select(id => (IEnumerable<Dimension>)MetricCatalogue.Find(id).Breakdowns)
                .Aggregate((common, next) => common.Intersect(next)),
        ];
}
