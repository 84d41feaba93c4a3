using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;
using Scriban.Syntax;

namespace ReportEngine.Templates;

/// <summary>
/// What the functions of a template do: each puts typed blocks or figures into the document, so that a number stays a
/// number up to the workbook. What they are given, the check has seen, but for codes that only the register knows.
/// </summary>
internal sealed class TemplateFunctions(
    FigureSet set,
    Language language,
    IReadOnlyDictionary<string, ScriptPage> partials,
    Edition edition,
    bool isFinal
)
{
    private readonly Dictionary<string, DimensionValue> narrowed = new(StringComparer.Ordinal);

    public IEnumerable<(string Name, TemplateFunction Function)> All =>
        [
            (TemplateLanguage.Table, new(call => Table(call, isPrinted: true))),
            (TemplateLanguage.DataTable, new(call => Table(call, isPrinted: false))),
            (TemplateLanguage.Chart, new(Chart)),
            (TemplateLanguage.Finding, new(Finding)),
            (TemplateLanguage.Figure, new(Figure)),
            (TemplateLanguage.Figures, new(KeyFigures)),
            (TemplateLanguage.Include, new(Include)),
            (TemplateLanguage.Note, new(Note)),
            (TemplateLanguage.Definitions, Placing(new Definitions([]))),
            (TemplateLanguage.DataDefinitions, Placing(new Definitions([], IsPrinted: false))),
            (TemplateLanguage.AllDefinitions, Placing(new Definitions(MetricCatalogue.All))),
            (TemplateLanguage.Evidence, new(Evidence)),
            (TemplateLanguage.PageBreak, Placing(new PageBreak())),
            (TemplateLanguage.IsWithheld, Question(quantity => quantity is Withheld)),
            (TemplateLanguage.IsReached, Question(quantity => quantity is Hours { Reached: true, Value: not null })),
            (TemplateLanguage.IsZero, Question(IsZero)),
            (TemplateLanguage.IsFew, Question(quantity => quantity.Marker == "u")),
        ];

    private static TemplateFunction Placing(Block block) => new(_ => new PlacedBlocks([block]));

    /// <summary>For auditors: it shows what the public is not shown.</summary>
    private PlacedBlocks? Evidence(TemplateCall call)
    {
        if (edition.Id == Edition.Auditor)
        {
            return new PlacedBlocks([new Evidence()]);
        }
        call.Run.Tell(
            new Problem(
                call.Place,
                "RE230",
                "The evidence is for auditors, and this edition is not.",
                "it in the edition for auditors alone",
                "Put it between {{ if edition.is_auditor }} and {{ end }}."
            )
        );
        return null;
    }

    private object? Table(TemplateCall call, bool isPrinted)
    {
        if (edition.Id == Edition.Public && TableCatalogue.HoldsCases(call.Words))
        {
            call.Run.Tell(
                new Problem(
                    call.Place,
                    "RE230",
                    $"Table {call.Words} holds keys of cases, and this edition is for the public.",
                    "the table in editions for officials or auditors alone",
                    "Put it between {{ if edition.is_official }} and {{ end }}."
                )
            );
            return null;
        }
        var number = NumberOf(call);
        var narrowing = call.Named.Where(one => one.Name != TemplateLanguage.Number).ToList();
        if (narrowing.Count == 0)
        {
            return call.Run.Budget.Outside(() => Blocks(TableCatalogue.Build(call.Words, set), number, isPrinted));
        }
        var (name, code, place) = narrowing[0];
        var dimension = DimensionNames.TryFind(name)!.Value;
        return ValueOf(set.ValuesOf(dimension), dimension, code, place, call.Run) is { } only
            ? call.Run.Budget.Outside(() =>
                Blocks(WithFreeId(TableCatalogue.Build(call.Words, set, only)), number, isPrinted)
            )
            : null;
    }

    private static string? NumberOf(TemplateCall call) =>
        call.Named.FirstOrDefault(one => one.Name == TemplateLanguage.Number).Code;

    /// <summary>Codes may differ in signs that no name of a table or a file has.</summary>
    private Table WithFreeId(Table table)
    {
        var id = table.Id;
        for (
            var number = 2;
            !narrowed.TryAdd(id, table.NarrowedTo!.Value) && narrowed[id] != table.NarrowedTo;
            number++
        )
        {
            id = FormattableString.Invariant($"{table.Id}_{number}");
        }
        return table with { Id = id };
    }

    /// <summary>
    /// The table; a sentence instead when it has no row, and on paper when it says one thing in every cell.
    /// </summary>
    private PlacedBlocks Blocks(Table table, string? number, bool isPrinted) =>
        table.Rows.Count == 0 ? new([Sentence("{0}: nothing in this period.", Translation.TitleOf(table, language))])
        : isPrinted && UniformTable.SentenceOf(table, language) is { } sentence
            ? new([sentence, new TableBlock(table with { Number = number }, IsPrinted: false)])
        : new([new TableBlock(table with { Number = number }, isPrinted)]);

    private object Chart(TemplateCall call) =>
        call.Run.Budget.Outside(() =>
            new PlacedBlocks([Drawn(ChartCatalogue.Build(call.Words, set) with { Number = NumberOf(call) })])
        );

    private object Finding(TemplateCall call) =>
        call.Run.Budget.Outside(() => new PlacedBlocks([FindingCatalogue.Build(call.Words, set, language, isFinal)]));

    /// <summary>The chart, or a sentence instead when none of its figures has a value to draw.</summary>
    private Block Drawn(Chart chart) =>
        chart is { Kind: ChartKind.ShareTrend, Points.Count: < 2 }
            ? Sentence("{0}: no chart, because the register holds only one such period.", language.Say(chart.Title))
        : chart.Points.Any(point => point.Figure.Value is not null || point.Figure.Quantity is Status)
            ? new ChartBlock(chart)
        : Sentence("{0}: no chart, because no figure in it has a value in this period.", language.Say(chart.Title));

    private Paragraph Sentence(string english, string title) => new([new TextRun(language.Say(english, title))]);

    private FigureValue Figure(TemplateCall call)
    {
        var values = new List<(Dimension, string)>();
        var asked = set;
        foreach (var (name, code, place) in call.Named)
        {
            if (name == TemplateLanguage.Period)
            {
                var periods = call.Run.Budget.Outside(() => TrendTable.Periods(set));
                if (periods.FirstOrDefault(one => one.Period.Id == code) is not { } other)
                {
                    var ids = periods.Select(one => one.Period.Id).ToList();
                    call.Run.Tell(ProblemList.UnknownAt(place, "RE206", TemplateLanguage.Period, code, ids));
                    return new FigureValue(null);
                }
                asked = other;
            }
            else
            {
                var dimension = DimensionNames.TryFind(name)!.Value;
                if (ValueOf(KnownOf(call, dimension), dimension, code, place, call.Run) is null)
                {
                    return new FigureValue(null);
                }
                values.Add((dimension, code));
            }
        }
        var found = call.Run.Budget.Outside(() => asked.Find(call.Words, values));
        if (found is null)
        {
            call.Run.Tell(
                new Problem(
                    call.Place,
                    "RE206",
                    $"Figure {call.Words} has no value for "
                        + string.Join(", ", call.Named.Select(one => one.Code))
                        + ".",
                    "codes that stand together in the register"
                )
            );
        }
        return new FigureValue(found);
    }

    private static object KeyFigures(TemplateCall call) =>
        new PlacedBlocks([new KeyFigures([.. call.Figures.Select(value => value.Figure).OfType<Figure>()])]);

    private object? Include(TemplateCall call)
    {
        call.Run.Evaluate(partials[call.Words]);
        return null;
    }

    private static object? Note(TemplateCall call)
    {
        call.Run.Place(new NoteStart(call.Words));
        call.Run.Evaluate(call.Body!);
        call.Run.Place(new NoteEnd());
        return null;
    }

    /// <summary>
    /// What a figure is, never what it comes to. Of a withheld one every answer but that it is withheld is no, whatever
    /// it comes to: the set that the template is given does not hold it.
    /// </summary>
    private static TemplateFunction Question(Func<Quantity, bool> ask) =>
        new(call => call.Figures.Single().Figure is { } figure && ask(figure.Quantity));

    private static bool IsZero(Quantity quantity) =>
        quantity switch
        {
            Count count => count.Number == 0,
            Sum sum => sum.Total == 0,
            Share share => share is { Numerator: 0, Denominator: > 0 },
            Portion portion => portion is { Numerator: 0, Denominator: > 0 },
            _ => false,
        };

    /// <summary>The values of a dimension; where no list fixes them, those that the figure has.</summary>
    private IReadOnlyList<DimensionValue> KnownOf(TemplateCall call, Dimension dimension) =>
        set.ValuesOf(dimension) is { Count: > 0 } values
            ? values
            : call.Run.Budget.Outside(() =>
                (IReadOnlyList<DimensionValue>)
                    [
                        .. set.Of(call.Words, dimension)
                            .SelectMany(figure => figure.Dimensions)
                            .Where(value => value.Dimension == dimension)
                            .Distinct(),
                    ]
            );

    private static DimensionValue? ValueOf(
        IReadOnlyList<DimensionValue> known,
        Dimension dimension,
        string code,
        string place,
        TemplateRun run
    )
    {
        foreach (var value in known)
        {
            if (value.Code == code)
            {
                return value;
            }
        }
        var codes = known.Select(value => value.Code).ToList();
        run.Tell(ProblemList.UnknownAt(place, "RE206", DimensionNames.Of(dimension), code, codes));
        return null;
    }
}
