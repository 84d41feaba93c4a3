using ReportEngine.Figures;

namespace ReportEngine.Documents;

/// <summary>The last periods side by side, all at the same cut-off.</summary>
internal static class TrendTable
{
    /// <summary>With this one; a year of quarters and the one before.</summary>
    private const int MostPeriods = 5;

    private static readonly MetricColumn[] Columns =
    [
        new("REF.01"),
        new("ACC.01"),
        new("OUT.02", "Acted on"),
        new("RT.02", "Half had an answer within", Codes.Median),
        new("RT.07"),
    ];

    private static readonly MetricColumn[] MirrorColumns = [new("MIR.01"), new("MIR.02"), new("MIR.05"), new("MIR.06")];

    internal static Table Build(FigureSet set, string id) => Of(set, id, "The last periods, oldest first", Columns);

    internal static Table Mirrors(FigureSet set, string id) =>
        Of(set, id, "Mirror and related accounts in the last periods, oldest first", MirrorColumns);

    private static Table Of(FigureSet set, string id, string title, IReadOnlyList<MetricColumn> columns)
    {
        var metrics = columns.Select(column => MetricCatalogue.Find(column.MetricId)).ToList();
        return new Table(
            id,
            title,
            [
                new Column("period", "Period", ColumnKind.Text),
                .. columns.Select(
                    (column, index) =>
                        new Column(
                            column.MetricId,
                            column.Heading ?? metrics[index].Name,
                            ColumnKind.Figure,
                            metrics[index]
                        )
                ),
            ],
            [
                .. Periods(set)
                    .Select(one => new Row([
                        new TextCell(
                            one.Period.Id + (columns.Any(column => HasBreak(one, column.MetricId)) ? "\u00a0[b]" : "")
                        ),
                        .. columns.Select(column => new FigureCell(
                            one.Of(column.MetricId)
                                .First(figure =>
                                    column.Part is null || figure.CodeOf(Dimension.Statistic) == column.Part
                                )
                        )),
                    ])),
            ],
            [
                "All periods are shown as known on the same day. Later periods have been followed "
                    + "for less time, so their shares may still rise.",
                .. Breaks(set, id).Rows.Count == 0
                    ? Array.Empty<string>()
                    : ["[b] break in the series: from this period on, something else is counted than before."],
            ]
        )
        {
            IsOfSeveralPeriods = true,
        };
    }

    /// <summary>The breaks within the periods shown.</summary>
    internal static Table Breaks(FigureSet set, string id)
    {
        var (first, last) = (Periods(set)[0].Period.Start, set.Period.End);
        var breaks = set.Reference.Breaks.Where(one => first <= one.Start && one.Start < last).ToList();
        return new Table(
            id,
            "Breaks in the series",
            [
                new Column("from", "From", ColumnKind.Date),
                new Column("figures", "Figures", ColumnKind.Text),
                new Column("reason", "What changed", ColumnKind.Text),
                new Column("source", "Source", ColumnKind.Text),
            ],
            [
                .. breaks.Select(one => new Row([
                    new DateCell(one.Start),
                    new TextCell(one.MetricId ?? "all figures of referrals"),
                    new TextCell(one.Reason),
                    one.SourceUrl is { } source ? new TextCell(source) : new MarkerCell("x"),
                ])),
            ],
            breaks.Count == 0 ? ["There is none."] : []
        )
        {
            IsOfSeveralPeriods = true,
        };
    }

    /// <summary>Whether what a figure counts changed within the period.</summary>
    internal static bool HasBreak(FigureSet set, string metricId) =>
        set.Reference.Breaks.Any(one => one.IsIn(set.Period, metricId));

    /// <summary>The periods up to this one that hold a referral, oldest first.</summary>
    internal static IReadOnlyList<FigureSet> Periods(FigureSet set)
    {
        var periods = new List<FigureSet> { set };
        for (
            var before = set.Previous;
            periods.Count < MostPeriods && before.One("REF.01").Value > 0;
            before = before.Previous
        )
        {
            periods.Add(before);
        }
        periods.Reverse();
        return periods;
    }
}
