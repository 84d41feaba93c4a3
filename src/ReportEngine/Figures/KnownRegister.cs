using NodaTime;
using ReportEngine.Cases;

namespace ReportEngine.Figures;

/// <summary>Answers a grouped question over [from, to).</summary>
public delegate IReadOnlyList<GroupRow> RowSource(Query query, IReadOnlyList<Dimension> by, Instant from, Instant to);

/// <summary>What figures are worked out from: the register as it was known at a cut-off.</summary>
/// <param name="Baseline">First instant cumulative figures count from, inclusive.</param>
/// <param name="At">The same register as it was known at another cut-off, no later than this one.</param>
public sealed record KnownRegister(
    CutOff CutOff,
    Instant Baseline,
    CodeLists Codes,
    ReferenceRows Reference,
    RowSource Rows,
    Func<CutOff, KnownRegister> At
)
{
    /// <summary>The same, with its questions answered by others, at this cut-off and at every other.</summary>
    public KnownRegister Answering(Func<CutOff, RowSource> sources) =>
        this with
        {
            Rows = sources(CutOff),
            At = cutOff => At(cutOff).Answering(sources),
        };
}
