namespace ReportEngine.Figures;

/// <summary>
/// A figure as a release holds it: which number it is, by which version of its definition, and what it came to.
/// </summary>
public sealed record ReleasedFigure(CellKey Key, int Version, Quantity Quantity)
{
    public static ReleasedFigure Of(Figure figure) => new(CellKey.Of(figure), figure.Metric.Version, figure.Quantity);

    /// <summary>The figure again; null where this engine knows no such metric or period.</summary>
    /// <param name="cutOff">Of the release.</param>
    public Figure? AsFigure(CutOff cutOff, Func<Dimension, string, DimensionValue> label) =>
        MetricCatalogue.TryFind(Key.MetricId) is { } metric
        && (Period.TryParse(Key.PeriodId) ?? Period.TryParseHalfYear(Key.PeriodId)) is { } period
            ? new Figure(
                metric,
                [.. Key.Values.Select(value => label(value.Dimension, value.Code))],
                Quantity,
                period,
                Key.KnownAt ?? cutOff
            )
            {
                IsSameAge = Key.KnownAt is not null,
            }
            : null;
}

/// <summary>The release a new one is held against.</summary>
/// <param name="Name">As readers know it: report, period and number.</param>
public sealed record EarlierRelease(string Name, CutOff CutOff, IReadOnlyList<ReleasedFigure> Figures);

/// <summary>Why a figure has another value than it was published with. Several may hold at once.</summary>
[Flags]
public enum RevisionReasons
{
    None = 0,

    /// <summary>
    /// What happened after the earlier cut-off: answers, checks, decisions. Expected, and no fault of anybody's.
    /// </summary>
    LaterEvents = 1,

    /// <summary>Rows about what had happened by the earlier cut-off and reached the register after it.</summary>
    LateRecords = 2,

    /// <summary>Rows that correct others.</summary>
    Correction = 4,

    /// <summary>The definition has another version: the series has a break.</summary>
    Definition = 8,

    /// <summary>The count is withheld now, or was.</summary>
    Disclosure = 16,

    /// <summary>The register does not give the published value again although nothing in it says why.</summary>
    Unexplained = 32,
}

/// <summary>A figure that differs from what a release said.</summary>
public sealed record Revision(Figure Now, Quantity Before, RevisionReasons Reasons)
{
    /// <summary>An error put right, rather than a series brought up to date.</summary>
    public bool IsCorrection => (Reasons & (RevisionReasons.Correction | RevisionReasons.Unexplained)) != 0;

    /// <summary>
    /// Now less before, in the same unit, for shares in percentage points; null where one of them has no number.
    /// </summary>
    public Quantity Difference =>
        (Now.Quantity, Before) switch
        {
            (Share { Value: { } now }, Share { Value: { } before }) when Now.Metric.Scale != 1 => new Measured(
                (now - before) * Now.Metric.Scale,
                IsShare: false
            ),
            (Ratio { Value: { } now }, Ratio { Value: { } before }) => new Measured(now - before, IsShare: false),
            (Count now, Count before) => new Measured(now.Number - before.Number, IsShare: false),
            (Sum now, Sum before) => new Measured(now.Total - before.Total, IsShare: false),
            (Hours { Value: { } now }, Hours { Value: { } before }) => new Change(now - before, ChangeUnit.Hours),
            (Share { Value: { } now }, Share { Value: { } before }) => new Change(now - before, ChangeUnit.Share),
            (Portion { Value: { } now }, Portion { Value: { } before }) => new Change(now - before, ChangeUnit.Share),
            (Estimate { Value: { } now }, Estimate { Value: { } before }) => new Change(now - before, ChangeUnit.Share),
            (Measured { IsShare: true } now, Measured before) => new Change(now.Value - before.Value, ChangeUnit.Share),
            (Measured now, Measured before) => new Measured(now.Value - before.Value, IsShare: false),
            _ => new NotApplicable(),
        };
}
