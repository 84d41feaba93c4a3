using NodaTime;
using ReportEngine.Cases;
using ReportEngine.Figures;
using ReportEngine.Languages;

namespace ReportEngine.Documents;

/// <summary>What a report says, before any format.</summary>
public sealed record Document(
    string ReportId,
    string Title,
    string Subtitle,
    Period Period,
    CutOff CutOff,
    Edition Edition,
    Language Language,
    Dataset Dataset,
    IReadOnlyList<Block> Blocks,
    IReadOnlyList<IdentityCheck> Checks
)
{
    /// <summary>Its place among releases; null for a build that was not made to be published.</summary>
    public ReleaseNote? Release { get; init; }

    /// <summary>
    /// Anything that nobody has approved to be published as it is, whether or not it is to follow on a release.
    /// </summary>
    public bool IsDraft => Release is null or { IsDraft: true };

    public bool IsInvented => Dataset.Invented == 1;

    /// <summary>The tables, each once.</summary>
    public IEnumerable<Table> Tables =>
        Flat(Blocks).OfType<TableBlock>().Select(block => block.Table).DistinctBy(table => table.Id);

    /// <summary>What stands on page one: all before the first heading.</summary>
    public IReadOnlyList<Block> Opening => [.. Blocks.TakeWhile(block => block is not Heading)];

    /// <summary>How many of its figures are withheld.</summary>
    public int Withheld => WithheldIn(Blocks);

    /// <summary>The metrics that it uses or defines, in catalogue order.</summary>
    public IReadOnlyList<Metric> Defined
    {
        get
        {
            var defined = MetricsOf(Blocks)
                .Concat(Flat(Blocks).OfType<Definitions>().SelectMany(block => block.Metrics))
                .DistinctBy(metric => metric.Id)
                .ToDictionary(metric => metric.Id, StringComparer.Ordinal);
            return
            [
                .. MetricCatalogue
                    .All.Where(metric => defined.ContainsKey(metric.Id))
                    .Select(metric => defined[metric.Id]),
            ];
        }
    }

    public IEnumerable<Chart> Charts => Flat(Blocks).OfType<ChartBlock>().Select(block => block.Chart);

    /// <summary>Every metric printed anywhere in the blocks, in catalogue order, in the words it has there.</summary>
    public static IReadOnlyList<Metric> MetricsOf(IEnumerable<Block> blocks)
    {
        var used = Flat(blocks)
            .SelectMany(block =>
                block is TableBlock table
                    ? table.Table.Metrics.Concat(table.Table.AlsoDefined)
                    : FiguresIn(block).Select(figure => figure.Metric)
            )
            .DistinctBy(metric => metric.Id)
            .ToDictionary(metric => metric.Id, StringComparer.Ordinal);
        return [.. MetricCatalogue.All.Where(metric => used.ContainsKey(metric.Id)).Select(metric => used[metric.Id])];
    }

    /// <summary>
    /// What stands in the blocks with two values under one key: nobody could say which of them is published. Never any,
    /// unless a table makes a figure of its own.
    /// </summary>
    public static IReadOnlyList<Problem> Ambiguities(IEnumerable<Block> blocks, string place) =>
        [
            .. FiguresOf(blocks)
                .GroupBy(CellKey.Of)
                .Select(figures => (figures.Key, Values: figures.Select(one => one.Quantity).Distinct().ToList()))
                .Where(one => one.Values.Count > 1)
                .Select(one => new Problem(
                    place,
                    "RE410",
                    "The figure "
                        + one.Key.MetricId
                        + " ("
                        + one.Key.Codes
                        + ") has two values: "
                        + string.Join(" and ", one.Values)
                        + ".",
                    "one value for each figure of a report",
                    "Nothing was written. This is a fault of the engine: tell its makers."
                )),
        ];

    /// <summary>Every figure printed anywhere in the blocks, as often as it is.</summary>
    public static IEnumerable<Figure> FiguresOf(IEnumerable<Block> blocks) => Flat(blocks).SelectMany(FiguresIn);

    /// <summary>How many figures of the blocks are withheld; one that stands in several places counts once.</summary>
    public static int WithheldIn(IEnumerable<Block> blocks) =>
        FiguresOf(blocks).Where(figure => figure.Quantity is Withheld).Select(CellKey.Of).Distinct().Count();

    /// <summary>
    /// What stands beside the values of tables and charts in words: titles, headings, notes and explanations. None
    /// holds a number of the register: a figure is a value with its key, so that the disclosure rules see it wherever
    /// it stands; what renderers say of tables and charts, alternative texts too, they say from these values.
    /// </summary>
    public static IEnumerable<string> WordsOf(IEnumerable<Block> blocks) =>
        Flat(blocks)
            .SelectMany(block =>
                block switch
                {
                    TableBlock { Table: var table } =>
                    [
                        table.Title,
                        .. table.Columns.Select(column => column.Heading),
                        .. table.Notes,
                    ],
                    ChartBlock { Chart: var chart } =>
                    [
                        chart.Title,
                        chart.Explanation,
                        chart.Key ?? "",
                        .. chart.Points.Select(point => point.Series),
                    ],
                    _ => Enumerable.Empty<string>(),
                }
            );

    private static IEnumerable<Figure> FiguresIn(Block block) =>
        block switch
        {
            TableBlock table => table.Table.Figures,
            ChartBlock { Chart: var chart } =>
            [
                .. chart.Points.SelectMany(point => point.Figures),
                .. chart.Finding?.Figures ?? [],
            ],
            KeyFigures key => key.Figures,
            Paragraph paragraph => FiguresIn(paragraph.Content),
            Headline headline => [.. FiguresIn(headline.Content), .. headline.Basis],
            Finding finding => [.. FiguresIn(finding.Content), .. finding.Basis],
            ListBlock list => list.Items.SelectMany(FiguresIn),
            _ => [],
        };

    private static IEnumerable<Block> Flat(IEnumerable<Block> blocks) =>
        blocks.SelectMany(block => block is Note note ? Flat(note.Content).Prepend(block) : [block]);

    private static IEnumerable<Figure> FiguresIn(IEnumerable<Inline> content) =>
        content.SelectMany(inline =>
            inline switch
            {
                FigureRun run => [run.Figure],
                Strong strong => FiguresIn(strong.Content),
                Emphasis emphasis => FiguresIn(emphasis.Content),
                Link link => FiguresIn(link.Content),
                _ => Enumerable.Empty<Figure>(),
            }
        );
}

/// <summary>What a cover says of a release.</summary>
/// <param name="Follows">The release it is held against; null for a first one.</param>
/// <param name="IsDraft">It has neither number nor time yet, and prints none.</param>
public sealed record ReleaseNote(
    int Version,
    bool IsFinal,
    Instant ReleaseAt,
    LocalDate? NextUpdate,
    string? Follows,
    bool IsDraft = false
);

/// <summary>Whom a build is for, with the marking every page and sheet carries (none for the public).</summary>
public sealed record Edition(string Id, string Name, string? Marking)
{
    /// <summary>Its PDF is for keeping, with its data inside, rather than for screen readers.</summary>
    public bool IsArchive => Id == Auditor;

    public const string Auditor = "auditor";
    public const string Official = "official";
    public const string Public = "public";

    public static IReadOnlyList<Edition> All { get; } =
    [
        new(Public, "Public edition", null),
        new(Official, "Official edition", "OFFICIAL – not for publication"),
        new(Auditor, "Auditor edition", "AUDITOR – restricted, not for publication"),
    ];
}
