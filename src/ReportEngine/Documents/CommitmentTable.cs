using NodaTime.Text;
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
        var rows = set.ValuesOf(Dimension.Ask)
            .Select(ask => new Row([
                new TextCell(ask.Label),
                AskedOn(set, ask.Code),
                .. platforms.Select(platform => new FigureCell(
                    figures.First(figure =>
                        figure.CodeOf(Dimension.Ask) == ask.Code && figure.CodeOf(Dimension.Platform) == platform.Code
                    )
                )),
            ]));
        return new Table(
            id,
            "What was asked of platforms, and where it stands",
            [
                new Column("ask", "Step asked", ColumnKind.Text),
                new Column("asked_on", "Asked on", ColumnKind.Date),
                .. platforms.Select(platform => new Column(
                    "COM.01-" + platform.Code,
                    platform.Label,
                    ColumnKind.Figure,
                    metric
                )),
            ],
            [.. rows],
            ["Status by the last evidence recorded."]
        );
    }

    private static Cell AskedOn(FigureSet set, string ask) =>
        set.Reference.Asks.FirstOrDefault(row => row.AskId == ask) is { } found
            ? new DateCell(LocalDatePattern.Iso.Parse(found.AskedOn).Value)
            : new MarkerCell("z");

    /// <summary>The last evidence about each ask and platform, where there is any.</summary>
    internal static Table Evidence(FigureSet set, string id)
    {
        var asks = set.ValuesOf(Dimension.Ask);
        var rows = asks.SelectMany(ask =>
            set.ValuesOf(Dimension.Platform)
                .SelectMany(platform =>
                    set.Reference.Commitments.Where(row => row.AskId == ask.Code && row.PlatformId == platform.Code)
                        .Select(row => new Row([
                            new TextCell(ask.Label),
                            new TextCell(platform.Label),
                            new TextCell(CommitmentMetrics.Of(row.Status).Label),
                            new DateCell(LocalDatePattern.Iso.Parse(row.EvidenceOn).Value),
                            new TextCell(row.Verified == 1 ? "Yes" : "No"),
                        ]))
                )
        );
        return new Table(
            id,
            "The last evidence about each step asked",
            [
                new Column("ask", "Step asked", ColumnKind.Text),
                new Column("platform", "Platform", ColumnKind.Text),
                new Column("status", "Status", ColumnKind.Text),
                new Column("evidence", "Evidence of", ColumnKind.Date),
                new Column("verified", "Checked by us", ColumnKind.Text),
            ],
            [.. rows],
            ["Where a step and a platform are not in this table, the register holds no evidence."]
        );
    }
}
