using NodaTime;

namespace ReportEngine.Figures;

/// <summary>A change of a definition, printed wherever the figure is defined.</summary>
/// <param name="Version">The version that begins with it; the first definition is version 1.</param>
/// <param name="On">The day it was decided. Every period is counted by the definition of the day of the build.</param>
/// <param name="Reasons">What changed and why, a sentence each.</param>
public sealed record DefinitionChange(int Version, LocalDate On, IReadOnlyList<string> Reasons)
{
    private static readonly LocalDate SecondDay = new(2026, 11, 29);

    internal const string Ends =
        "A clock stops at whichever end came first, and what we took back before any decision is withdrawn, "
        + "whatever the platform did afterwards.";

    internal const string Effects =
        "An action without a recorded time of effect no longer counts as not acted on: the first check that found "
        + "the account or post down stands in, and without one the referral is left out.";

    internal const string Accounts =
        "Only accounts, pages, channels and groups count as having come back or gone elsewhere, not single posts.";

    internal const string Withdrawals = "Every withdrawal counts, also after an answer.";

    internal const string Open = "A referral that was withdrawn is not open.";

    internal const string EffectField = "The time of effect of an action is a field of its own.";

    /// <summary>Of the trend of an indicator.</summary>
    internal static DefinitionChange Verdicts { get; } =
        new(
            2,
            new LocalDate(2026, 11, 30),
            [
                "One verdict on a change in all reports: the mix of requests and referrals answered together no longer "
                    + "look like a change. A count over a break in the series has the verdict it has elsewhere; the "
                    + "break is named.",
            ]
        );

    /// <summary>The second definition of a figure.</summary>
    internal static IReadOnlyList<DefinitionChange> Second(params string[] reasons) => [new(2, SecondDay, reasons)];
}
