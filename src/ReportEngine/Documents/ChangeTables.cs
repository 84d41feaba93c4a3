using ReportEngine.Figures;

namespace ReportEngine.Documents;

/// <summary>
/// What differs from the release before: revisions, which bring a figure up to date, apart from corrections of errors.
/// </summary>
internal static class ChangeTables
{
    private static readonly (RevisionReasons Reason, string Words)[] Reasons =
    [
        (RevisionReasons.Correction, "correction of a record"),
        (RevisionReasons.LateRecords, "late records"),
        (RevisionReasons.LaterEvents, "later events"),
        (RevisionReasons.Definition, "new definition [b]"),
        (RevisionReasons.Disclosure, "withheld then or now"),
        (RevisionReasons.Unexplained, "not explained by the register"),
    ];

    internal static Table Revisions(FigureSet set, string id) =>
        Build(set, id, "Revisions since the last release", corrections: false);

    internal static Table Corrections(FigureSet set, string id) =>
        Build(set, id, "Corrections since the last release", corrections: true);

    /// <summary>How many figures of each metric changed; metrics of which none did are in the total alone.</summary>
    internal static Table Counts(FigureSet set, string id)
    {
        var metric = MetricCatalogue.Find("DQ.03");
        var changed = set.Of(metric.Id, Dimension.Metric).Where(figure => figure.Numerator > 0);
        return new Table(
            id,
            metric.Name,
            [
                new Column("metric", "Figure", ColumnKind.Text),
                new Column(metric.Id, "Revised, of those compared", ColumnKind.Figure, metric),
            ],
            [
                .. changed.Select(figure => new Row([
                    new TextCell(figure.Dimensions[0].Label),
                    new FigureCell(figure),
                ])),
                new Row([new TextCell(Codes.Total), new FigureCell(set.One(metric.Id))], IsTotal: true),
            ],
            ["Figures of which none changed are in the total alone."]
        );
    }

    private static Table Build(FigureSet set, string id, string title, bool corrections)
    {
        var changed = set
            .Compared.Where(one => one.Reasons != RevisionReasons.None && one.IsCorrection == corrections)
            .ToList();
        return new Table(
            id,
            title,
            [
                new Column("figure", "Figure", ColumnKind.Text),
                new Column("name", "Name", ColumnKind.Text),
                new Column("of", "Of", ColumnKind.Text),
                new Column("period", "Period", ColumnKind.Text),
                new Column(Codes.Before, "Before", ColumnKind.Figure),
                new Column(Codes.Now, "Now", ColumnKind.Figure),
                new Column(Codes.Difference, "Difference", ColumnKind.Figure),
                new Column("reason", "Reason", ColumnKind.Text),
            ],
            [.. changed.Select(one => RowOf(set, one))],
            set.Earlier is null ? ["This is the first release of the report; nothing has changed."]
                : changed.Count == 0 ? ["There is none."]
                :
                [
                    "Before: as the last release has it. The difference of two shares is in percentage points. "
                        + "What was waiting at a cut-off is not compared.",
                ]
        );
    }

    private static Row RowOf(FigureSet set, Revision revision)
    {
        var figure = revision.Now;
        var words = string.Join(
            Codes.And,
            Reasons.Where(reason => revision.Reasons.HasFlag(reason.Reason)).Select(reason => reason.Words)
        );
        var code = string.Join(
            '+',
            Reasons.Where(reason => revision.Reasons.HasFlag(reason.Reason)).Select(reason => reason.Reason)
        );
        return new Row([
            new TextCell(figure.Metric.Id),
            new TextCell(figure.Metric.Name),
            new TextCell(
                figure.Dimensions.Count == 0
                    ? "all"
                    : string.Join(Codes.Within, figure.Dimensions.Select(value => value.Label))
            ),
            new TextCell(figure.Period.Id),
            Of(Codes.Before, revision.Before),
            Of(Codes.Now, figure.Quantity),
            Of(Codes.Difference, revision.Difference),
            new TextCell(words),
        ]);

        FigureCell Of(string part, Quantity quantity) =>
            new(
                figure with
                {
                    Quantity = quantity,
                    Dimensions =
                    [
                        .. figure.Dimensions,
                        set.Label(Dimension.RevisionSide, part),
                        new DimensionValue(Dimension.RevisionReason, code, words),
                    ],
                }
            );
    }
}
