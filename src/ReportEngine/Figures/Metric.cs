using ReportEngine.Cases;

namespace ReportEngine.Figures;

/// <summary>
/// One entry of the catalogue: a published measure with its definition. The definition exists here once; every
/// method annex, data dictionary and web page prints it from here.
/// </summary>
public sealed record Metric
{
    /// <summary>
    /// Stable for ever: a changed definition is a new <see cref="Version"/>, never a new meaning of an old id.
    /// </summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required Unit Unit { get; init; }

    public required string Definition { get; init; }

    /// <summary>What is counted on top of a share or ratio; null for plain counts.</summary>
    public string? Numerator { get; init; }

    public string? Denominator { get; init; }

    /// <summary>Where the measure comes from: a law, a published scheme, or "derived".</summary>
    public required string Source { get; init; }

    public required Cohort Cohort { get; init; }

    public required Sensitivity Sensitivity { get; init; }

    /// <summary>What it may be broken down by, besides the total.</summary>
    public IReadOnlyList<Dimension> Breakdowns { get; init; } = [];

    /// <summary>The dimension its parts are named by, for metrics that are split by definition.</summary>
    public Dimension? Part { get; init; }

    /// <summary>The statistics its parts are, where they are some of all that there are.</summary>
    public IReadOnlyList<string> Statistics { get; init; } = [];

    /// <summary>The breakdown it always has: a status per platform and ask has no total.</summary>
    public IReadOnlyList<Dimension> Natural { get; init; } = [];

    /// <summary>
    /// The breakdowns whose counts add up to the total: each account or case has exactly one value of the dimension.
    /// Only for counts of accounts and persons, whose totals could give away what is withheld.
    /// </summary>
    public IReadOnlyList<Dimension> Additive { get; init; } = [];

    /// <summary>
    /// Pairs of additive breakdowns of which the first decides the second for any reader: which lists an organisation
    /// is on is public, so its accounts are part of those of its lists.
    /// </summary>
    public IReadOnlyList<(Dimension Part, Dimension Whole)> Nested { get; init; } = [];

    /// <summary>Metrics whose figure for the same dimension values is never smaller.</summary>
    public IReadOnlyList<string> AtMost { get; init; } = [];

    /// <summary>What a figure with values of these dimensions is asked for by: its parts come of themselves.</summary>
    internal IReadOnlyList<Dimension> AskedBy(IEnumerable<Dimension> dimensions) =>
        [.. dimensions.Where(dimension => dimension != Part && Breakdowns.Contains(dimension))];

    /// <summary>
    /// The metric whose count this one prints or is worked out from; where that count is withheld, this is, too.
    /// </summary>
    public string? WithheldWith { get; init; }

    /// <summary>
    /// It prints values of indicators, which may be counts of accounts: no figure of the period before at the same age.
    /// </summary>
    internal bool ShowsIndicators { get; init; }

    /// <summary>
    /// It holds the cases of one value of its dimensions against those of all: its rows are those of all.
    /// </summary>
    internal bool IsAgainstAll { get; init; }

    /// <summary>
    /// A value of a dimension whose cases the definition leaves out: its figure is not applicable, and not a share of
    /// nothing.
    /// </summary>
    internal (Dimension Dimension, string Code)? Excludes { get; init; }

    internal bool SaysNothingOf(IReadOnlyList<DimensionValue> values) =>
        Excludes is { } excluded
        && values.Any(value => value.Dimension == excluded.Dimension && value.Code == excluded.Code);

    /// <summary>
    /// What readers see where there was nothing to count, as in "none due"; null for the general words.
    /// </summary>
    public string? Nothing { get; init; }

    /// <summary>What changed in the definition since it was first published, oldest first.</summary>
    public IReadOnlyList<DefinitionChange> Changes { get; init; } = [];

    public int Version => Changes is [.., var last] ? last.Version : 1;

    /// <summary>
    /// The grouped question the database answers for it, and the pure function from its rows to quantities.
    /// </summary>
    public required Computation Computation { get; init; }

    /// <summary>Shares are fractions of 1; a share per 1,000 is scaled by 1,000.</summary>
    public double Scale => Unit == Unit.PerThousand ? 1000 : 1;
}

/// <summary>Which rows a figure of a period takes.</summary>
public enum Cohort
{
    /// <summary>Cases submitted in the period, followed to the cut-off.</summary>
    Submission,

    /// <summary>Things that happened in the period.</summary>
    Activity,

    /// <summary>
    /// Everything from the baseline date to the end of the period or the cut-off, whichever is first.
    /// </summary>
    Cumulative,

    /// <summary>What stood open at the cut-off, whenever it began.</summary>
    Stock,
}

/// <summary>Whether a small number could point at a person.</summary>
public enum Sensitivity
{
    /// <summary>An act of the state or a platform (requests, refusals, errors): published exactly.</summary>
    ActOfState,

    /// <summary>A count of accounts crossed with what identifies them: subject to disclosure control.</summary>
    PersonCount,
}

/// <summary>How the quantities of a metric come about.</summary>
public abstract record Computation
{
    /// <summary>From the rows of a grouped question, one quantity a group.</summary>
    internal static Computation One<TRow>(Query<TRow> query, Func<IReadOnlyList<TRow>, Quantity> compute)
        where TRow : GroupRow => new GroupedComputation<TRow>(query, rows => [new Part(null, compute(rows))]);

    /// <summary>From the rows of a grouped question, several parts a group.</summary>
    internal static Computation Parts<TRow>(Query<TRow> query, Func<IReadOnlyList<TRow>, IEnumerable<Part>> compute)
        where TRow : GroupRow => new GroupedComputation<TRow>(query, compute);

    /// <summary>From other figures and the plan's own rows.</summary>
    internal static Computation From(Func<FigureSet, Metric, IReadOnlyList<Dimension>, IEnumerable<Figure>> compute) =>
        new DerivedComputation(compute);
}

/// <summary>
/// One part of a figure: the code of its part dimension (null when there is none) and what it came to.
/// </summary>
public sealed record Part(string? Code, Quantity Quantity);

internal abstract record GroupedComputation(Query Query) : Computation
{
    public abstract IEnumerable<Part> Compute(IReadOnlyList<GroupRow> rows);
}

internal sealed record GroupedComputation<TRow>(
    Query<TRow> Typed,
    Func<IReadOnlyList<TRow>, IEnumerable<Part>> Function
) : GroupedComputation(Typed)
    where TRow : GroupRow
{
    public override IEnumerable<Part> Compute(IReadOnlyList<GroupRow> rows) => Function([.. rows.Cast<TRow>()]);
}

internal sealed record DerivedComputation(
    Func<FigureSet, Metric, IReadOnlyList<Dimension>, IEnumerable<Figure>> Compute
) : Computation;
