namespace ReportEngine.Figures;

/// <summary>What is said of a change, by rule.</summary>
public enum Verdict
{
    /// <summary>Too little can be compared.</summary>
    NoTest,

    NoClearChange,
    Rose,
    Fell,
    Longer,
    Shorter,

    /// <summary>Of a complete count, which is not tested.</summary>
    AboutAsMany,
    More,
    Fewer,
}

/// <summary>A measure of two periods before anything is said of it.</summary>
/// <param name="Before">The value as it is, of the period before at the same age; null: a median not reached.</param>
/// <param name="Now">The value as it is; null: a median not reached.</param>
internal sealed record ComparedMeasure(
    Metric Metric,
    string? Platform,
    LikeForLike Result,
    double? Before,
    double? Now
);

/// <summary>One measure of this period against the one before, like for like.</summary>
/// <param name="Platform">The code of the platform; null for all together.</param>
/// <param name="Adjusted">The probability of its test with all tests of its family; null without a test.</param>
/// <param name="IsLikeForLikeOnly">The values as they are moved the other way, or not at all.</param>
public sealed record ChangeTest(
    Metric Metric,
    string? Platform,
    LikeForLike Result,
    double? Adjusted,
    Verdict Verdict,
    bool IsLikeForLikeOnly
)
{
    /// <summary>The code of the verdict in files.</summary>
    public string Code => ChangeVerdicts.CodeOf(Verdict, IsLikeForLikeOnly);
}
