using ReportEngine.Figures;

namespace ReportEngine.Documents;

/// <summary>
/// The key figures of a report: now, in the period before at the same age, and the one verdict of the release on what
/// changed. They open its workbook.
/// </summary>
internal static class KeyFigureTables
{
    /// <summary>A row: a figure of the catalogue in the words of readers.</summary>
    private sealed record KeyFigure(string MetricId, string Name, params (Dimension Dimension, string Code)[] Values);

    private static readonly IReadOnlyList<KeyFigure> OfTimes =
    [
        new("RT.08", "Directions without an answer within the limit"),
        new("RT.17", "Directions acted on within the limit"),
        new("RT.02", "Half of the referrals had an answer within", (Dimension.Statistic, Codes.Median)),
        new("RT.02", "Nine in ten had an answer within", (Dimension.Statistic, Codes.NinetiethPercentile)),
        new("RT.03", "Half of the referrals were acted on within", (Dimension.Statistic, Codes.Median)),
        new("RT.07", "Referrals acted on within 48 hours"),
        new("RT.01", "Half of the referrals were acknowledged within", (Dimension.Statistic, Codes.Median)),
        new("OUT.02", "Referrals acted on"),
        new("OUT.01", "Referrals waiting for an answer", (Dimension.Outcome, "pending")),
        new("OUT.07", "Of all periods' waiting referrals, over 30 days", (Dimension.Age, "days-over-30")),
        new("RT.10", "Half were referred, once found, within", (Dimension.Statistic, Codes.Median)),
    ];

    private static readonly IReadOnlyList<KeyFigure> OfTransparency =
    [
        new("REF.01", "Referrals sent"),
        new("ACC.01", "Different accounts referred"),
        new("OUT.02", "Referrals acted on"),
        new("OUT.06", "Referrals refused"),
        new("OUT.10", "Referrals answered otherwise"),
        new("OUT.01", "Referrals waiting for an answer", (Dimension.Outcome, "pending")),
        new("RT.02", "Half of the referrals had an answer within", (Dimension.Statistic, Codes.Median)),
        new("OUT.08", "Still accessible at our last check"),
        new("MIR.01", "Mirror accounts found"),
        new("MIR.02", "Accounts that came back within 30 days"),
        new("SAF.01", "Appeals and complaints lodged"),
        new("SAF.02", "Actions undone"),
        new("SAF.03", "Referrals found wrong"),
        new("SAF.04", "Audited referrals found correct"),
    ];

    private static readonly IReadOnlyList<KeyFigure> OfPlan =
    [
        new("NAP.10", "Indicators rated Red", (Dimension.Rating, "red")),
        new("NAP.10", "Indicators rated Amber-Red", (Dimension.Rating, "amber-red")),
        new("NAP.10", "Indicators rated Green-Amber", (Dimension.Rating, "green-amber")),
        new("NAP.10", "Indicators rated Green", (Dimension.Rating, "green")),
        new("NAP.10", "Indicators not rated", (Dimension.Rating, "unrated")),
        new("NAP.11", "Milestones of the period that are overdue"),
        new("COM.02", "Steps asked of platforms that are met"),
        new("COM.05", "Steps asked of platforms without evidence"),
    ];

    internal static Table Times(FigureSet set, string id) => Of(set, id, OfTimes);

    internal static Table Transparency(FigureSet set, string id) => Of(set, id, OfTransparency);

    internal static Table Plan(FigureSet set, string id) => Of(set, id, OfPlan);

    private static Table Of(FigureSet set, string id, IReadOnlyList<KeyFigure> rows)
    {
        var isFirst = !set.HasPrevious;
        var isTested = rows.Any(row => IsTested(row) || IsCounted(row));
        return new Table(
            id,
            "Key figures, this period and the one before",
            [
                new Column("measure", "Measure", ColumnKind.Text),
                new Column("before", "Period before", ColumnKind.Figure),
                new Column("now", "This period", ColumnKind.Figure),
                new Column("verdict", "Verdict", ColumnKind.Figure, MetricCatalogue.Find("CHG.03"))
                {
                    IsForData = !isTested,
                },
            ],
            [
                .. rows.Where(row => set.Find(row.MetricId, row.Values) is not null)
                    .Select(row => new Row([
                        new TextCell(row.Name),
                        isFirst ? new MarkerCell("x") : Before(set, row),
                        new FigureCell(set.One(row.MetricId, row.Values)),
                        VerdictOf(set, row),
                    ])),
            ],
            [
                LikeForLikeTables.SameAge + " Counts of accounts and events are as known now.",
                isTested
                    ? "Not tested: no verdict is given; the difference may be chance."
                    : "No verdict is given on these; a difference may be chance.",
            ]
        )
        {
            IsSummary = true,
            IsOfSeveralPeriods = true,
        };
    }

    private static Cell Before(FigureSet set, KeyFigure row)
    {
        // Never a count of accounts at the same age: beside today's it would give small differences away.
        var before = CountChanges.Measures.Contains(row.MetricId) ? set.Previous : set.SameAge;
        return before.Find(row.MetricId, row.Values) is { } figure ? new FigureCell(figure) : new MarkerCell("x");
    }

    private static Cell VerdictOf(FigureSet set, KeyFigure row) =>
        IsTested(row) || IsCounted(row)
            ? new FigureCell(ChangeTests.Said(set, "CHG.03", row.MetricId, platform: null))
            : new TextCell("Not tested");

    private static bool IsTested(KeyFigure row) =>
        ChangeTests.Measures.Contains(row.MetricId) && (row.Values.Length == 0 || row.Values is [(_, Codes.Median)]);

    private static bool IsCounted(KeyFigure row) => CountChanges.Measures.Contains(row.MetricId);
}
