using ReportEngine.Cases;
using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;

namespace ReportEngine.Tests.Reports.Rendering;

/// <summary>
/// A document of two pages with every kind of block and every kind of quantity, with and without a value: what a
/// renderer does shows here, and a new figure of the catalogue changes nothing in it.
/// </summary>
internal static class SmallDocument
{
    private static readonly Period Quarter = Period.TryParse("2025-Q4")!;
    private static readonly CutOff CutOff = CutOff.TryParse("2026-01-15")!;

    /// <summary>A column each: the metric, then what stands in the rows "some", "none" and "withheld".</summary>
    private static readonly (string Metric, string Heading, Quantity Some, Quantity None)[] Columns =
    [
        ("REF.01", "Count", new Count(1234567), new Count(0)),
        ("ACC.03", "Sum", new Sum(2000000, 480, 481), new Sum(0, 0, 0)),
        ("OUT.02", "Share", new Share(533, 850), new Share(2, 9)),
        ("SAF.03", "Per 1,000", new Share(7, 923), new Share(0, 0)),
        ("DQ.04", "Portion", new Portion(3, 130), new Portion(0, 0)),
        ("REF.03", "Ratio", new Ratio(923, 180), new Ratio(0, 0)),
        ("RT.02", "Hours", new Hours(41.88, true, 770, 923, 38.1, null), new Hours(null, false, 12, 40, 512, null)),
        (
            "RT.15",
            "Estimate",
            new Estimate(0.664, new Interval(0.633, 0.694), 310, 923),
            new Estimate(null, null, 0, 58)
        ),
        ("RT.16", "Days", new Count(104), new NotApplicable()),
        ("RT.11", "Change", new Change(-0.0886, ChangeUnit.Share), new Change(null, ChangeUnit.Share)),
        ("NAP.03", "Status", new Status("amber-red", "Amber-Red"), new Status("unrated", "Unrated")),
        ("NAP.01", "Indicator", new Measured(12.5, IsShare: false), new Missing()),
    ];

    public static Document Of(Language language)
    {
        var share = Figure("OUT.02", new Share(533, 850));
        return new Document(
            "small",
            "A small document",
            "Every kind of block and of value",
            Quarter,
            CutOff,
            Translation.Of(Edition.All[1], language),
            language,
            new Dataset
            {
                Title = "Test data",
                Office = "Test office",
                Contact = "desk@example.invalid",
                BaselineOn = "2025-01-01",
                ExtractedAt = "2026-01-15T18:59:59Z",
                Invented = 1,
            },
            Translation.Of(Blocks(share), language),
            Translation.Of(
                [new IdentityCheck("ID.1", "referrals in the register = referrals submitted (REF.01)", [], 850, 850)],
                language
            )
        );
    }

    private static IReadOnlyList<Block> Blocks(Figure share) =>
        [
            new Heading(1, [new TextRun("Summary")], "summary"),
            new Paragraph([
                new TextRun("Platforms acted on "),
                new Strong([new FigureRun(share)]),
                new TextRun(" of all referrals, "),
                new Emphasis([new TextRun("and <no> & more")]),
                new TextRun(": "),
                new Link("https://example.invalid/", [new TextRun("the rules")]),
                new TextRun("."),
            ]),
            new ListBlock(
                Ordered: true,
                [
                    [new TextRun("First")],
                    [new FigureRun(share with { IsRevised = true })],
                ]
            ),
            new KeyFigures([share, Figure("REF.01", new Count(0)), Figure("ACC.01", new Withheld())]),
            new Note("How to read this", [new Paragraph([new TextRun("A note.")])]),
            new PageBreak(),
            new Heading(2, [new TextRun("Values")], "values"),
            new TableBlock(Values()),
            new TableBlock(
                new Table(
                    "words",
                    "Words and days",
                    [
                        new Column("word", "Word", ColumnKind.Text),
                        new Column("number", "Number", ColumnKind.Number),
                        new Column("day", "Day", ColumnKind.Date),
                    ],
                    [
                        new Row([
                            new TextCell("=1+1"),
                            new NumberCell(7),
                            new DateCell(new NodaTime.LocalDate(2025, 7, 24)),
                        ]),
                        new Row([new TextCell("none"), new MarkerCell("z"), new MarkerCell("x")], IsTotal: true),
                    ],
                    ["A note under a table."]
                )
            ),
            new ChartBlock(
                new Chart(
                    "shares",
                    "Shares",
                    "A dot each.",
                    ChartKind.ShareDots,
                    [new ChartPoint("One", "", share), new ChartPoint("Other", "", Figure("OUT.02", new Share(1, 3)))]
                )
            ),
            new Definitions([MetricCatalogue.Find("RT.18")]),
        ];

    private static Table Values() =>
        new(
            "values",
            "Every kind of value",
            [
                new Column("platform", "Row", ColumnKind.Text),
                .. Columns.Select(column => new Column(
                    column.Metric,
                    column.Heading,
                    ColumnKind.Figure,
                    MetricCatalogue.Find(column.Metric)
                )),
            ],
            [
                Line("some", column => column.Some),
                Line("none", column => column.None),
                Line("withheld", _ => new Withheld()),
            ],
            []
        );

    private static Row Line(
        string name,
        Func<(string Metric, string Heading, Quantity Some, Quantity None), Quantity> of
    ) =>
        new([
            new TextCell(name),
            .. Columns.Select(column => new FigureCell(
                Figure(column.Metric, of(column), new DimensionValue(Dimension.Platform, name, name))
            )),
        ]);

    private static Figure Figure(string metric, Quantity quantity, params DimensionValue[] dimensions) =>
        new(MetricCatalogue.Find(metric), dimensions, quantity, Quarter, CutOff);
}
