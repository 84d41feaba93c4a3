using ReportEngine.Figures;
using ReportEngine.Languages;

namespace ReportEngine.Documents;

/// <summary>
/// What an auditor holds a report against: the figures of each sentence of page one, both sides of every identity, and
/// what the edition for the public does not show, by which rule.
/// </summary>
internal static class EvidenceTables
{
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
                            new TableBlock(Identities(checks)),
                            Withheld(blocks, set.Protected(forPublic), forPublic) is { Rows.Count: > 0 } withheld
                                ? new TableBlock(withheld)
                                : new Paragraph([
                                    new TextRun(language.Say("The edition for the public withholds nothing of it.")),
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
                    ])),
            ],
            [
                "Each of these figures has its question (SQL) and the keys of its rows on the sheet Trace of the "
                    + "workbook and in trace.json; the rows stand in the files of registers.",
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

    private static Table Identities(IReadOnlyList<IdentityCheck> checks) =>
        new(
            "identities",
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
                    // A sentence, and no list of codes joined by a plus.
                    new TextCell(check.Statement.Replace(" + ", "\u00a0+ ", StringComparison.Ordinal)),
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

    private static Table Withheld(IReadOnlyList<Block> blocks, FigureSet shown, DisclosureRules rules)
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
                    new TextCell(
                        rules.IsSmall(PersonCounts.CountOf(figure.Quantity) ?? 0)
                            ? "Small"
                            : "A small one could be worked out from it"
                    ),
                ])),
            ],
            ["Figures of this period; a small count is one under the least count of that edition."]
        )
        {
            Number = "E3",
        };
    }

    private static Cell Of(Figure figure) =>
        figure.Dimensions.Count == 0
            ? new TextCell("Total")
            : new TextCell(string.Join(Codes.Within, figure.Dimensions.Select(value => value.Label)));
}
