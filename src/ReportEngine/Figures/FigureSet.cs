using NodaTime;
using ReportEngine.Cases;

namespace ReportEngine.Figures;

/// <summary>
/// The figures of one period at one cut-off. Each is worked out once, when first asked for, from rows of the
/// register; nothing here depends on the order in which figures are asked for. With disclosure rules, counts of
/// accounts and persons leave it only as <see cref="Protection"/> allows, also into figures worked out from them.
/// </summary>
public sealed class FigureSet(Period period, KnownRegister register, DisclosureRules? rules = null)
{
    private Dictionary<string, IReadOnlyList<Figure>> worked = new(StringComparer.Ordinal);

    private readonly Dictionary<string, IReadOnlyList<Figure>> shown = new(StringComparer.Ordinal);

    private readonly Dictionary<string, MeasuredCases> cases = new(StringComparer.Ordinal);

    private readonly DimensionValues values = new(register.Codes);
    private Protection? protection;
    private Comparison? comparison;

    /// <summary>
    /// The set of the period reported on, whose comparison the sets of other periods share; null in that set.
    /// </summary>
    private FigureSet? whole;
    private IReadOnlyList<Revision>? compared;
    private HashSet<CellKey>? revised;
    private bool isComparing;
    private bool isSameAge;

    public Period Period => period;

    public DisclosureRules Rules => rules ?? DisclosureRules.None;

    /// <summary>
    /// What these rules withhold of the period's counts, in all breakdowns of the catalogue together.
    /// </summary>
    public Protection Protection => protection ??= Protection.Of(PersonCounts, Rules);

    /// <summary>The period's counts of accounts and persons as they are, for disclosure control.</summary>
    internal LinkedCounts PersonCounts => field ??= Figures.PersonCounts.Of(this);

    public CutOff CutOff => register.CutOff;

    public ReferenceRows Reference => register.Reference;

    public NapRows Nap => register.Reference.Nap;

    /// <summary>
    /// The figures of the release these are held against that can be asked for today, each with its value now; none
    /// without a release.
    /// </summary>
    public IReadOnlyList<Revision> Compared
    {
        get
        {
            if (whole is not null)
            {
                return whole.Compared;
            }
            if (compared is null)
            {
                isComparing = true;
                compared = comparison?.Of(this) ?? [];
                isComparing = false;
            }
            return compared;
        }
    }

    /// <summary>Whether there is a release to hold these figures against.</summary>
    public EarlierRelease? Earlier => comparison?.Release;

    /// <summary>The same figures for the period before, at the same cut-off.</summary>
    public FigureSet Previous => field ??= For(period.Previous);

    /// <summary>The register holds a referral of the period before; else nothing can be compared.</summary>
    public bool HasPrevious => Previous.One("REF.01").Value > 0;

    /// <summary>The same figures for another period, at the same cut-off.</summary>
    public FigureSet For(Period other) =>
        new(other, register, rules) { comparison = comparison, whole = comparison is null ? null : whole ?? this };

    /// <summary>
    /// The period before as it was known at the same age: as long after its end as this period is known after its own.
    /// What happened to its cases later is in neither, so that the two can be compared. Never counts of accounts or
    /// persons: beside those of <see cref="Previous"/> they would give small differences away.
    /// </summary>
    public FigureSet SameAge =>
        field ??= new FigureSet(
            period.Previous,
            register.At(new CutOff(register.CutOff.Instant.Minus(period.EndInstant - period.Previous.EndInstant))),
            rules
        )
        {
            isSameAge = true,
        };

    /// <summary>
    /// The unprotected figures of a figure's period and cut-off from other sources of rows, one for each cut-off.
    /// </summary>
    public FigureSet Asking(Figure figure, Func<CutOff, RowSource> sources)
    {
        var answering = register.Answering(sources);
        return figure.IsSameAge
            ? new FigureSet(figure.Period, answering.At(figure.AsOf)) { isSameAge = true }
            : new FigureSet(figure.Period, answering);
    }

    /// <summary>The same figures under the disclosure rules of an edition.</summary>
    public FigureSet Protected(DisclosureRules edition) => new(period, register, edition);

    /// <summary>The same figures held against a release; what was worked out already is not worked out again.</summary>
    public FigureSet Comparing(Comparison with) =>
        new(period, register, rules)
        {
            comparison = with,
            worked = new(
                worked.Where(one => !one.Key.StartsWith("DQ.03|", StringComparison.Ordinal)),
                StringComparer.Ordinal
            ),
            protection = Protection,
        };

    /// <summary>
    /// The figures of a metric, one for each combination of the dimensions asked for (at most two) and of its parts;
    /// without dimensions, the total. A metric that has no total over a dimension keeps it, asked for or not. The order
    /// is that of the code lists.
    /// </summary>
    public IReadOnlyList<Figure> Of(string metricId, params IReadOnlyList<Dimension> by)
    {
        var (figures, reported) = (Unmarked(metricId, by), whole ?? this);
        if (comparison is null || reported.isComparing)
        {
            return figures;
        }
        reported.revised ??=
        [
            .. reported
                .Compared.Where(revision => revision.Reasons != RevisionReasons.None)
                .Select(revision => CellKey.Of(revision.Now)),
        ];
        return reported.revised.Count == 0
            ? figures
            :
            [
                .. figures.Select(figure =>
                    reported.revised.Contains(CellKey.Of(figure)) ? figure with { IsRevised = true } : figure
                ),
            ];
    }

    /// <summary>
    /// The value that an indicator is rated by. Of the period before at the same age no count of accounts is ever
    /// shown, only the rating that it led to; where the edition would not show it, it led to none.
    /// </summary>
    internal Quantity RatedBy(string metricId)
    {
        if (!isSameAge || MetricCatalogue.Find(metricId).Sensitivity != Sensitivity.PersonCount)
        {
            return One(metricId).Quantity;
        }
        var quantity = Unprotected(metricId, [])[0].Quantity;
        return Rules.IsSmall(Figures.PersonCounts.CountOf(quantity) ?? 0) ? new Withheld() : quantity;
    }

    /// <summary>The figures as the edition shows them, without marks of revisions.</summary>
    internal IReadOnlyList<Figure> Unmarked(string metricId, IReadOnlyList<Dimension> by)
    {
        var metric = MetricCatalogue.Find(metricId);
        if (isSameAge && (metric.ShowsIndicators || metric.Sensitivity == Sensitivity.PersonCount))
        {
            throw new InvalidOperationException(metricId + " is no figure of the period before at the same age.");
        }
        if (Rules.LeastCount is null || metric.Sensitivity != Sensitivity.PersonCount)
        {
            return Unprotected(metricId, by);
        }
        var key = metricId + "|" + string.Join('|', by);
        if (!shown.TryGetValue(key, out var figures))
        {
            figures = [.. Unprotected(metricId, by).Select(figure => Figures.PersonCounts.Shown(figure, Protection))];
            shown[key] = figures;
        }
        return figures;
    }

    /// <summary>The figures as they are, for disclosure control and nothing else.</summary>
    internal IReadOnlyList<Figure> Unprotected(string metricId, IReadOnlyList<Dimension> by)
    {
        var key = metricId + "|" + string.Join('|', by);
        if (!worked.TryGetValue(key, out var figures))
        {
            var metric = MetricCatalogue.Find(metricId);
            figures = metric.Computation switch
            {
                GroupedComputation grouped =>
                [
                    .. Grouped(metric, grouped, by.All(metric.Natural.Contains) ? metric.Natural : by),
                ],
                DerivedComputation derived => [.. derived.Compute(this, metric, by)],
                _ => throw new InvalidOperationException("Unknown computation of " + metric.Id),
            };
            figures = isSameAge ? [.. figures.Select(figure => figure with { IsSameAge = true })] : figures;
            worked[key] = figures;
        }
        return figures;
    }

    /// <summary>The one figure of a metric for given dimension values; the total without any.</summary>
    public Figure One(string metricId, params IReadOnlyList<(Dimension Dimension, string Code)> values) =>
        Find(metricId, values) ?? throw new InvalidOperationException(metricId + " has no such figure.");

    /// <summary>The same; null where the metric has none for these values.</summary>
    public Figure? Find(string metricId, IReadOnlyList<(Dimension Dimension, string Code)> values)
    {
        var metric = MetricCatalogue.Find(metricId);
        var by = values.Where(value => value.Dimension != metric.Part).Select(value => value.Dimension).ToArray();
        return Of(metricId, by)
            .FirstOrDefault(figure => values.All(value => figure.CodeOf(value.Dimension) == value.Code));
    }

    /// <summary>The rows of a grouped question over the window of a cohort, for what no single figure holds.</summary>
    internal IReadOnlyList<TRow> Rows<TRow>(Query<TRow> query, Cohort cohort, IReadOnlyList<Dimension> by)
        where TRow : GroupRow => [.. Rows((Query)query, cohort, by).Cast<TRow>()];

    /// <summary>The same for a question whose rows a metric reads itself.</summary>
    internal IReadOnlyList<GroupRow> Rows(Query query, Cohort cohort, IReadOnlyList<Dimension> by)
    {
        var (from, to) = Window(cohort);
        return register.Rows(query, by, from, to);
    }

    /// <summary>The cases of a measure that periods and platforms are compared by.</summary>
    internal MeasuredCases CasesOf(string metricId)
    {
        if (!cases.TryGetValue(metricId, out var found))
        {
            found = MeasuredCases.Of(this, metricId);
            cases[metricId] = found;
        }
        return found;
    }

    /// <summary>This period against the one before, like for like.</summary>
    internal IReadOnlyList<ChangeTest> Changes => field ??= ChangeTests.Of(this);

    /// <summary>Platforms of this period against all together.</summary>
    internal IReadOnlyList<StandingOf> Standings => field ??= PlatformStandings.Of(this);

    /// <inheritdoc cref="DimensionValues.Of"/>
    public IReadOnlyList<DimensionValue> ValuesOf(Dimension dimension) => values.Of(dimension);

    /// <inheritdoc cref="DimensionValues.Label"/>
    public DimensionValue Label(Dimension dimension, string code) => values.Label(dimension, code);

    /// <inheritdoc cref="DimensionValues.InOrder"/>
    internal IEnumerable<DimensionValue> InOrder(Dimension dimension, IEnumerable<string?> found) =>
        values.InOrder(dimension, found);

    /// <summary>First and last instant (exclusive) of the rows a cohort takes, cut at the cut-off.</summary>
    public (Instant From, Instant To) Window(Cohort cohort)
    {
        var known = CutOff.Instant.Plus(Duration.FromSeconds(1));
        var end = Instant.Min(period.EndInstant, known);
        return cohort switch
        {
            Cohort.Cumulative => (register.Baseline, Instant.Max(register.Baseline, end)),
            Cohort.Stock => (Instant.MinValue.Plus(Duration.FromDays(4_000_000)), known),
            _ => (period.StartInstant, Instant.Max(period.StartInstant, end)),
        };
    }

    private IEnumerable<Figure> Grouped(Metric metric, GroupedComputation computation, IReadOnlyList<Dimension> by)
    {
        var (from, to) = Window(metric.Cohort);
        var groups = register
            .Rows(computation.Query, by, from, to)
            .GroupBy(row => (Code(row.Key1, 0), Code(row.Key2, 1)))
            .ToDictionary(group => group.Key, group => (IReadOnlyList<GroupRow>)[.. group]);
        foreach (var combination in values.Combinations(by, groups.Keys))
        {
            var key = (combination.ElementAtOrDefault(0).Code, combination.ElementAtOrDefault(1).Code);
            var group = groups.TryGetValue(key, out var found) ? found : [];
            foreach (var part in InOrder(metric, Computed(metric, computation, group)))
            {
                var dimensions =
                    part.Code is { } code && metric.Part is { } dimension
                        ? [.. combination, Label(dimension, code)]
                        : combination;
                var quantity = metric.SaysNothingOf(combination) ? new NotApplicable() : part.Quantity;
                yield return new Figure(metric, dimensions, quantity, period, CutOff);
            }
        }

        // A row without a code has one: it is counted under a name of its own, and the parts add up.
        string? Code(string? key, int place) => place < by.Count ? key ?? DimensionValues.NotRecorded : null;
    }

    /// <exception cref="ReportException">The rows hold what cannot be, such as an end before a start.</exception>
    private static List<Part> Computed(Metric metric, GroupedComputation computation, IReadOnlyList<GroupRow> rows)
    {
        try
        {
            return [.. computation.Compute(rows)];
        }
        catch (ArgumentException error)
        {
            throw new ReportException(
                ExitCode.DataFailed,
                new Problem(
                    "figure " + metric.Id,
                    "RE402",
                    "The register holds something impossible: " + error.Message,
                    "times in their order, as the import checks",
                    "Import the data again from CSV; the import tells the row."
                )
            );
        }
    }

    /// <summary>
    /// Parts in the order of the code list, those with nothing in them filled in as 0 of the same total.
    /// </summary>
    private IEnumerable<Part> InOrder(Metric metric, IEnumerable<Part> computed)
    {
        var parts = computed.ToList();
        if (metric.Part is not { } dimension || metric.Unit != Unit.Share)
        {
            return parts;
        }
        var total = parts.Sum(part => part.Quantity is Share share ? share.Numerator : 0);
        return values
            .InOrder(dimension, parts.Select(part => part.Code))
            .Select(value => parts.Find(part => part.Code == value.Code) ?? new Part(value.Code, new Share(0, total)));
    }
}
