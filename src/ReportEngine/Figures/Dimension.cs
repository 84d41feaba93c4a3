namespace ReportEngine.Figures;

/// <summary>
/// What a figure can be broken down by. The first group may be asked for with --by; the second names the parts
/// a metric is split into by definition (an outcome distribution by outcome), which share one denominator.
/// </summary>
public enum Dimension
{
    Platform,
    SubjectType,
    Organisation,
    Coverage,
    Basis,
    Ground,
    Agency,
    Detection,
    Point,
    RequestType,
    Forum,
    Ask,
    List,
    DetectorVersion,

    Outcome,
    Age,
    Disclosure,
    Preservation,
    Statistic,
    Indicator,
    PlatformGround,
    NetworkBlock,
    ListChange,
    AppealResult,
    ProtectedContext,
    FollowOn,
    Field,
    Clock,
    TimeSince,
    Change,
    Measure,
    Rating,

    /// <summary>What came within a legal limit.</summary>
    InTime,

    /// <summary>What came of a direction after its legal limit.</summary>
    AfterLimit,

    /// <summary>The figure that a figure is about, by its id.</summary>
    Metric,

    /// <summary>The row of the register a count comes from, by its key.</summary>
    Record,

    /// <summary>The request that a case was part of, by its key: what varies by itself. Never printed.</summary>
    Request,

    /// <summary>Before a revision, now, or the difference.</summary>
    RevisionSide,
    RevisionReason,
}

/// <summary>One value of one dimension: a stable code and the label readers see.</summary>
public readonly record struct DimensionValue(Dimension Dimension, string Code, string Label);
