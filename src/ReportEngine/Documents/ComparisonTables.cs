using ReportEngine.Figures;

namespace ReportEngine.Documents;

/// <summary>What the sentences of page one lean on: the mix of requests, and platforms against all together.</summary>
internal static class ComparisonTables
{
    /// <summary>A row a measure and kind of request, in both periods.</summary>
    internal static Table Mix(FigureSet set, string id)
    {
        var metric = MetricCatalogue.Find("CHG.05");
        return new Table(
            id,
            "Mix of kinds of request, in the period before and in this one",
            [
                new Column("measure", "Measure", ColumnKind.Text),
                new Column(TableBuilder.ColumnId(Dimension.Basis), "Kind of request", ColumnKind.Text),
                new Column("CHG.05-" + Codes.Before, "Period before", ColumnKind.Figure, metric),
                new Column("CHG.05-" + Codes.Now, "This period", ColumnKind.Figure, metric),
            ],
            [
                .. set.Of(metric.Id)
                    .Chunk(2)
                    .Select(sides => new Row([
                        new TextCell(sides[0].Dimensions[0].Label),
                        new TextCell(sides[0].Dimensions[1].Label),
                        new FigureCell(sides[0]),
                        new FigureCell(sides[1]),
                    ])),
            ],
            [LikeForLikeTables.SameAge]
        )
        {
            IsOfSeveralPeriods = true,
        };
    }

    /// <summary>Referrals of each kind at each platform, in both periods at the same age.</summary>
    internal static Table Kinds(FigureSet set, string id)
    {
        var metric = MetricCatalogue.Find("REF.01");
        var kinds = set.ValuesOf(Dimension.Basis);
        (FigureSet Set, string Id, string Heading)[] sides =
        [
            (set.SameAge, Codes.Before, "Period before"),
            (set, Codes.Now, "This period"),
        ];
        return new Table(
            id,
            "Kinds of request at each platform, in the period before and in this one",
            [
                new Column(TableBuilder.ColumnId(Dimension.Platform), "Platform", ColumnKind.Text),
                .. kinds.SelectMany(kind =>
                    sides.Select(side => new Column(
                        metric.Id + "-" + kind.Code + "-" + side.Id,
                        side.Heading,
                        ColumnKind.Figure,
                        metric,
                        kind.Label
                    ))
                ),
            ],
            [
                .. set.ValuesOf(Dimension.Platform)
                    .Select(platform => new Row([
                        new TextCell(platform.Label),
                        .. Referrals(Dimension.Platform, platform.Code),
                    ])),
                new Row([new TextCell(Codes.Total), .. Referrals()], IsTotal: true),
            ],
            [LikeForLikeTables.SameAge]
        )
        {
            IsOfSeveralPeriods = true,
        };

        IEnumerable<Cell> Referrals(Dimension? by = null, string? code = null) =>
            kinds.SelectMany(kind =>
                sides.Select(side =>
                    side.Set.Find(
                        metric.Id,
                        by is { } dimension
                            ? [(dimension, code!), (Dimension.Basis, kind.Code)]
                            : [(Dimension.Basis, kind.Code)]
                    )
                        is { } figure
                        ? (Cell)new FigureCell(figure)
                        : new MarkerCell("z")
                )
            );
    }

    /// <summary>A row a measure and platform, all together last.</summary>
    internal static Table Standings(FigureSet set, string id)
    {
        var ends = MetricCatalogue.Find("CHG.06");
        return new Table(
            id,
            "Platforms against all together, with requests as what varies",
            [
                new Column("measure", "Measure", ColumnKind.Text),
                new Column(TableBuilder.ColumnId(Dimension.Platform), "Platform", ColumnKind.Text),
                new Column("CHG.06-" + Codes.Low, "Lower end", ColumnKind.Figure, ends),
                new Column("CHG.06-" + Codes.High, "Upper end", ColumnKind.Figure, ends),
                new Column("CHG.07", "Against all together", ColumnKind.Figure, MetricCatalogue.Find("CHG.07")),
            ],
            [
                .. set.Standings.Select(one =>
                {
                    return new Row(
                        [
                            new TextCell(one.Metric.Name),
                            new TextCell(
                                one.Platform is { } code ? set.Label(Dimension.Platform, code).Label : Codes.Total
                            ),
                            Said(ends.Id, Codes.Low),
                            Said(ends.Id, Codes.High),
                            one.Platform is null ? new MarkerCell("z") : Said("CHG.07"),
                        ],
                        IsTotal: one.Platform is null
                    );

                    FigureCell Said(string metricId, string? part = null) =>
                        new(ChangeTests.Said(set, metricId, one.Metric.Id, one.Platform, part));
                }),
            ],
            ["Where the two intervals do not overlap, a platform stands above or below; of times, longer or shorter."]
        );
    }
}
