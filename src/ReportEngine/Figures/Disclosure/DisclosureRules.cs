namespace ReportEngine.Figures;

/// <summary>
/// The minimum frequency rule of an edition: a count of accounts or persons from 1 to <see cref="LeastCount"/> − 1 is
/// withheld; 0 and <see cref="LeastCount"/> itself are shown. Without a least count nothing is withheld.
/// </summary>
public sealed record DisclosureRules(long? LeastCount)
{
    /// <summary>The lowest least count a public edition may have: the usual rule of official statistics.</summary>
    public const long LowestPublic = 3;

    public static DisclosureRules None { get; } = new((long?)null);

    public bool IsSmall(long count) => count > 0 && count < LeastCount;
}
