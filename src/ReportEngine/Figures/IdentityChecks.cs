using System.Globalization;
using ReportEngine.Cases;

namespace ReportEngine.Figures;

/// <summary>One identity that must hold before a report may be rendered, with what both sides came to.</summary>
/// <param name="Metrics">
/// Whose totals its sides are or add up to; an edition that withholds one prints no check of it.
/// </param>
public sealed record IdentityCheck(
    string Id,
    string Statement,
    IReadOnlyList<string> Metrics,
    long Left,
    long Right,
    bool MayBeLess = false
)
{
    public bool Holds => MayBeLess ? Left <= Right : Left == Right;

    public long Difference => Left - Right;

    public Problem AsProblem(string place) =>
        new(
            place,
            "RE401",
            string.Create(
                CultureInfo.InvariantCulture,
                $"Identity {Id} is broken: {Statement}. Left side {Left}, right side {Right}, difference {Difference}"
            ),
            MayBeLess ? "left side no greater than the right" : "both sides equal",
            "Nothing was written. Check the rows that changed last; the figures cannot be published until they add up."
        );
}

/// <summary>The identities: parts add up to their totals, counted two ways.</summary>
public static class IdentityChecks
{
    public static IReadOnlyList<IdentityCheck> Of(FigureSet set, RegisterTotals totals)
    {
        var referrals = Number(set, "REF.01");
        var outcomes = set.Of("OUT.01").Sum(figure => ((Share)figure.Quantity).Numerator);
        var byPlatform = set.Of("REF.01", Dimension.Platform).Sum(figure => ((Count)figure.Quantity).Number);
        var byOutcomeAndPlatform = set.Of("OUT.01", Dimension.Platform)
            .Sum(figure => ((Share)figure.Quantity).Numerator);
        var actioned = ((Share)set.One("OUT.02").Quantity).Numerator;
        return
        [
            new(
                "ID.1",
                "referrals in the register = referrals submitted (REF.01)",
                ["REF.01"],
                totals.Referrals,
                referrals
            ),
            new(
                "ID.2",
                "referrals submitted (REF.01) = sum of outcomes, waiting for an answer included (OUT.01)",
                ["REF.01", "OUT.01"],
                referrals,
                outcomes
            ),
            new(
                "ID.3",
                "waiting at the start + submitted = closed + waiting at the end",
                ["REF.01"],
                totals.OpeningPending + totals.Referrals,
                totals.Closed + totals.ClosingPending
            ),
            new("ID.4", "sum over platforms = total of referrals (REF.01)", ["REF.01"], byPlatform, referrals),
            new(
                "ID.5",
                "sum over platforms and outcomes = total of referrals (OUT.01)",
                ["OUT.01", "REF.01"],
                byOutcomeAndPlatform,
                referrals
            ),
            new(
                "ID.6",
                "unique accounts (ACC.01) are no more than referrals (REF.01)",
                ["ACC.01", "REF.01"],
                Number(set, "ACC.01"),
                referrals,
                MayBeLess: true
            ),
            new(
                "ID.7",
                "referrals acted on (OUT.02) are no more than referrals (REF.01)",
                ["OUT.02", "REF.01"],
                actioned,
                referrals,
                MayBeLess: true
            ),
            new(
                "ID.8",
                "blocked + accessible + rejected + excluded (PTA view) = referrals (REF.01)",
                ["REF.01"],
                totals.Blocked + totals.Accessible + totals.Rejected + totals.Excluded,
                referrals
            ),
            new(
                "ID.9",
                "requests (REF.02) are no more than referrals (REF.01)",
                ["REF.02", "REF.01"],
                Number(set, "REF.02"),
                referrals,
                MayBeLess: true
            ),
            new(
                "ID.10",
                "referrals whose action was undone (SAF.02) are no more than those acted on (OUT.02)",
                ["SAF.02", "OUT.02"],
                ((Share)set.One("SAF.02").Quantity).Numerator,
                actioned,
                MayBeLess: true
            ),
        ];
    }

    /// <summary>The checks an edition may print: one whose side it withholds stays inside.</summary>
    public static IReadOnlyList<IdentityCheck> Shown(IReadOnlyList<IdentityCheck> checks, FigureSet edition) =>
        [.. checks.Where(check => !check.Metrics.Any(id => edition.Of(id).Any(figure => figure.Quantity is Withheld)))];

    /// <summary>
    /// Totals that an edition withholds and a check would tell; none, of checks that are <see cref="Shown"/>. For the
    /// disclosure audit.
    /// </summary>
    internal static IEnumerable<CellKey> GivenAway(IEnumerable<IdentityCheck> checks, FigureSet edition) =>
        checks
            .SelectMany(check => check.Metrics)
            .Distinct(StringComparer.Ordinal)
            .SelectMany(id => edition.Unprotected(id, []))
            .Where(figure =>
                edition.Rules.LeastCount is not null
                && figure.Metric.Sensitivity == Sensitivity.PersonCount
                && !PersonCounts.IsShown(figure, edition.Protection)
            )
            .Select(CellKey.Of);

    private static long Number(FigureSet set, string id) => ((Count)set.One(id).Quantity).Number;
}
