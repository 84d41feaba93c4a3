using ReportEngine.Figures;

namespace ReportEngine.Documents;

/// <summary>What was asked of platforms: a row an ask, a column a platform.</summary>
internal static class CommitmentTable
{
    internal static Table Build(FigureSet set, string id)
    {
        var metric = MetricCatalogue.Find("COM.01");
        var figures = set.Of(metric.Id, Dimension.Platform, Dimension.Ask);
        var platforms = set.ValuesOf(Dimension.Platform);
        var rows = set.ValuesOf(Dimension.Ask).Select(ask => new Row(
        [
            new TextCell(ask.Label),
            .. platforms.Select(platform => new FigureCell(figures.First(figure =>
                figure.CodeOf(Dimension.Ask) == ask.Code && figure.CodeOf(Dimension.Platform) == platform.Code))),
        ]));
        return new Table(id, "What was asked of platforms, and where it stands",
            [
                new Column("ask", "Ask", ColumnKind.Text),
                .. platforms.Select(platform => new Column("COM.01-" + platform.Code, platform.Label, ColumnKind.Figure, metric)),
            ],
            [.. rows], ["Status at the cut-off, by the last evidence recorded."]);
    }
}
