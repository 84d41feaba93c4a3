using ReportEngine.Figures;

namespace ReportEngine.Documents;

/// <summary>
/// What platforms report about themselves beside the register: theirs, ours, the gap, and why there is one.
/// </summary>
internal static class SelfReportTable
{
    internal static Table Build(FigureSet set, string id)
    {
        var metric = MetricCatalogue.Find("COM.04");
        var rows = set.Of(metric.Id)
            .GroupBy(figure => (Platform: figure.CodeOf(Dimension.Platform), Measure: figure.CodeOf(Dimension.Measure)))
            .Select(group => new Row([
                new TextCell(Label(group.First(), Dimension.Platform)),
                new TextCell(group.First().Period.Id),
                new TextCell(Label(group.First(), Dimension.Measure)),
                Of(group, Codes.Theirs),
                Of(group, Codes.Ours),
                Of(group, Codes.Gap),
                new TextCell(
                    set.Reference.SelfReports.First(report =>
                        report.PlatformId == group.Key.Platform
                        && report.Metric == group.Key.Measure
                        && report.Period == group.First().Period.Id
                    ).SourceUrl
                ),
            ]))
            .ToList();
        return new Table(
            id,
            "Platforms' own reports and the register",
            [
                new Column("platform", "Platform", ColumnKind.Text),
                new Column("half-year", "Half-year", ColumnKind.Text),
                new Column("measure", "Measure", ColumnKind.Text),
                new Column("COM.04-theirs", "Theirs", ColumnKind.Figure, metric),
                new Column("COM.04-ours", "Ours", ColumnKind.Figure, metric),
                // Of what is counted differently a difference means nothing to readers.
                new Column("COM.04-gap", "Difference", ColumnKind.Figure, metric) { IsForData = true },
                new Column("source", "Source", ColumnKind.Text),
            ],
            rows,
            [
                "Why they differ: theirs counts all authorities and grounds, ours only proscribed organisations, "
                    + "and accounts limited in part as acted on.",
                "Platforms' figures are copied from what they published, also after that day. The register "
                    + "holds none for platforms that are not named here.",
            ]
        );
    }

    private static string Label(Figure figure, Dimension dimension) =>
        figure.Dimensions.First(value => value.Dimension == dimension).Label;

    private static FigureCell Of(IEnumerable<Figure> figures, string part) =>
        new(figures.First(figure => figure.CodeOf(Dimension.Statistic) == part));
}
