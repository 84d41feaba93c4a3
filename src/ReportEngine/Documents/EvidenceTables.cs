using ReportEngine.Figures;
using ReportEngine.Languages;

namespace ReportEngine.Documents;

/// <summary>
/// What an auditor holds a report against: the figures of each sentence of page one, both sides of every identity, and
/// what the edition for the public does not show, by which rule.
/// </summary>
internal static class EvidenceTables
{
    public const string IdentitiesId = "identities";

    /// <summary>The blocks with the tables in the place of each <see cref="Evidence"/>.</summary>
    /// <param name="set">As this edition shows it.</param>
    /// <param name="forPublic">The rules of the edition for the public.</param>
    public static IReadOnlyList<Block> Placed(
        IReadOnlyList<Block> blocks,
        IReadOnlyList<IdentityCheck> checks,
        FigureSet set,
        DisclosureRules forPublic,
        Language language
    ) =>
        blocks.Any(block => block is Evidence)
            ?
            [
                .. blocks.SelectMany(block =>
                    block is Evidence
                        ?
                        [
                            new TableBlock(Sentences(blocks)),
                            new TableBlock(Identities(checks, language)),
                            Withheld(blocks, set.Protected(forPublic), forPublic, language)
                                is { Rows.Count: > 0 } withheld
                                ? new TableBlock(withheld)
                                : new Paragraph([
                                    new TextRun(
                                        language.Say("Table E3 is empty: the edition for the public shows all of it.")
                                    ),
                                ]),
                        ]
                        : (Block[])[block]
                ),
            ]
            : blocks;

    private static Table Sentences(IReadOnlyList<Block> blocks) =>
        new(
            "sentences",
            "Sentences of page one, and the figures they lean on",
            [
                new Column("sentence", "Sentence", ColumnKind.Text),
                new Column("figure", "Figure", ColumnKind.Text),
                new Column("of", "Of", ColumnKind.Text),
                new Column("period", "Period", ColumnKind.Text),
                new Column("value", "Value", ColumnKind.Figure),
                // As the sheet Trace and trace.json have them.
                new Column("trace-of", "Of, in the trace", ColumnKind.Text) { IsForData = true },
                new Column("trace-period", "Period, in the trace", ColumnKind.Text) { IsForData = true },
            ],
            [
                .. blocks
                    .TakeWhile(block => block is not Heading)
                    .SelectMany(block =>
                        Document.FiguresOf([block]).DistinctBy(CellKey.Of).Select(figure => (NameOf(block), figure))
                    )
                    .Where(one => one.Item1 is not null)
                    .Select(one => new Row([
                        new TextCell(one.Item1!),
                        new TextCell(one.figure.Metric.Id),
                        Of(one.figure),
                        new TextCell(one.figure.Period.Id),
                        new FigureCell(one.figure),
                        CellKey.Of(one.figure).Codes is { Length: > 0 } codes
                            ? new TextCell(codes, IsVerbatim: true)
                            : new MarkerCell("z"),
                        new TextCell(CellKey.Of(one.figure).Period, IsVerbatim: true),
                    ])),
            ],
            [
                "A figure counted from cases has its question (SQL) and the keys of its rows on the sheet Trace of the "
                    + "workbook and in trace.json; the rows stand in the files of registers. Milestones, and what "
                    + "units returned, are in the database alone.",
            ]
        )
        {
            Number = "E1",
            IsOfSeveralPeriods = true,
        };

    private static string? NameOf(Block block) =>
        block switch
        {
            Headline => "Headline",
            Finding finding => finding.Label,
            _ => null,
        };

    private static Table Identities(IReadOnlyList<IdentityCheck> checks, Language language) =>
        new(
            IdentitiesId,
            "Identities, counted two ways",
            [
                new Column("check", "Check", ColumnKind.Text),
                new Column("statement", "Identity", ColumnKind.Text),
                new Column("left", "Left side", ColumnKind.Number),
                new Column("right", "Right side", ColumnKind.Number),
                new Column("result", "Result", ColumnKind.Text),
            ],
            [
                .. checks.Select(check => new Row([
                    new TextCell(check.Id),
                    new TextCell(language.Say(check.Statement), IsVerbatim: true),
                    new NumberCell(check.Left),
                    new NumberCell(check.Right),
                    new TextCell(check.Holds ? "Holds" : "Broken"),
                ])),
            ],
            ["A report with a broken identity is never written."]
        )
        {
            Number = "E2",
        };

    private static Table Withheld(
        IReadOnlyList<Block> blocks,
        FigureSet shown,
        DisclosureRules rules,
        Language language
    )
    {
        var withheld = Document
            .FiguresOf(blocks)
            .Where(figure => figure.Metric.Sensitivity == Sensitivity.PersonCount && figure.Period == shown.Period)
            .DistinctBy(CellKey.Of)
            .Where(figure => shown.Protection.Withheld.Contains(CellKey.Of(figure)))
            .ToList();
        return new Table(
            "withheld_in_public",
            "What the edition for the public does not show of this report",
            [
                new Column("figure", "Figure", ColumnKind.Text),
                new Column("of", "Of", ColumnKind.Text),
                new Column("value", "Value", ColumnKind.Figure),
                new Column("rule", "Rule", ColumnKind.Text),
            ],
            [
                .. withheld.Select(figure => new Row([
                    new TextCell(figure.Metric.Id),
                    Of(figure),
                    new FigureCell(figure),
                    rules.IsSmall(PersonCounts.CountOf(figure.Quantity) ?? 0)
                        ? new TextCell(language.Say("Fewer than {0}", rules.LeastCount!), IsVerbatim: true)
                        : new TextCell("A small one could be worked out from it"),
                ])),
            ],
            [
                "Figures of this period, of the tables and sentences of this report. DQ.04 counts those of all "
                    + "breakdowns.",
            ]
        )
        {
            Number = "E3",
        };
    }

    private static Cell Of(Figure figure) =>
        figure.Dimensions.Count == 0
            ? new TextCell(Codes.Total)
            : new TextCell(string.Join(Codes.Within, figure.Dimensions.Select(value => value.Label)));
}
