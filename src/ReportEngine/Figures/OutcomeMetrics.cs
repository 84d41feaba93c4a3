using ReportEngine.Cases;
using static ReportEngine.Figures.Dimension;

namespace ReportEngine.Figures;

/// <summary>What platforms answered, and what the regulator did itself.</summary>
internal static class OutcomeMetrics
{
    /// <summary>Outcomes that say nothing about a platform's decision; left out of the decided rate.</summary>
    private static readonly HashSet<string> Undecided = ["pending", "withdrawn", "duplicate", "not_found"];

    private static readonly HashSet<string> Refused = ["refused_policy", "refused_legal"];

    internal static IReadOnlyList<Metric> All { get; } =
    [
        new()
        {
            Id = "OUT.01",
            Name = "Referrals by outcome",
            Unit = Unit.Share,
            Definition =
                "Referrals submitted in the period by their outcome known at the cut-off, those waiting for an "
                + "answer included: the "
                + "platform's last decision, or withdrawn where we took the referral back before any decision. "
                + "Each referral has exactly one outcome.",
            Numerator = "Referrals with the outcome",
            Denominator = "Referrals submitted (REF.01)",
            Source = "PTA tables (processed = blocked + accessible + rejected), Google and TikTok outcome splits",
            Changes = DefinitionChange.Second(DefinitionChange.Ends),
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, SubjectType, Organisation, Basis],
            Part = Outcome,
            Computation = Computation.Parts(
                ReferralQueries.Outcomes,
                rows => Split(rows, row => row.Outcome, row => row.Referrals)
            ),
        },
        new()
        {
            Id = "OUT.02",
            Name = "Acted on, of all referrals",
            Unit = Unit.Share,
            Definition =
                "Referrals submitted in the period that the platform acted on by the cut-off: removed "
                + "everywhere, restricted in Pakistan, or limited in part. Referrals waiting for an answer stay in the "
                + "denominator, and so do those we took back; what we took back before any decision does not count "
                + "as acted on.",
            Numerator = "Referrals acted on",
            Denominator = "Referrals submitted (REF.01)",
            Source = "EU Internet Referral Unit, success rate",
            Changes = DefinitionChange.Second(DefinitionChange.Ends),
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = ReferralMetrics.ReferralDimensions,
            Computation = Computation.One(ReferralQueries.Outcomes, rows => new Share(Actioned(rows), Referrals(rows))),
        },
        new()
        {
            Id = "OUT.03",
            Name = "Acted on, of decided referrals",
            Unit = Unit.Share,
            Definition =
                "Referrals submitted in the period that the platform acted on by the cut-off, of those it had "
                + "decided: referrals waiting for an answer, withdrawn, duplicate or not found are left out of the "
                + "denominator.",
            Numerator = "Referrals acted on",
            Denominator = "Referrals decided",
            Source = "X and TikTok compliance rates",
            Changes = DefinitionChange.Second(DefinitionChange.Ends),
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform],
            Computation = Computation.One(
                ReferralQueries.Outcomes,
                rows => new Share(
                    Actioned(rows),
                    rows.Where(row => !Undecided.Contains(row.Outcome)).Sum(row => row.Referrals)
                )
            ),
        },
        new()
        {
            Id = "OUT.04",
            Name = "Removed everywhere, of those acted on",
            Unit = Unit.Share,
            Definition =
                "Referrals submitted in the period that the platform removed everywhere, of those it acted on by "
                + "the cut-off; the others were restricted in Pakistan or limited in part.",
            Numerator = "Referrals removed everywhere",
            Denominator = "Referrals acted on (numerator of OUT.02)",
            Source = "Meta content restriction cases, order of review",
            Changes = DefinitionChange.Second(DefinitionChange.Ends),
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform],
            Computation = Computation.One(
                ReferralQueries.Outcomes,
                rows => new Share(
                    rows.Where(row => row.Outcome == "removed_global").Sum(row => row.Referrals),
                    Actioned(rows)
                )
            ),
        },
        new()
        {
            Id = "OUT.05",
            Name = "Ground the platform gave for acting",
            Unit = Unit.Share,
            Definition =
                "Referrals submitted in the period that the platform acted on by the cut-off, by what it said it "
                + "acted on: its own rules, law, or nothing stated.",
            Numerator = "Referrals acted on, with that ground",
            Denominator = "Referrals acted on (numerator of OUT.02)",
            Source = "EU Digital Services Act templates, own initiative and orders; TikTok",
            Changes = DefinitionChange.Second(DefinitionChange.Ends),
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform],
            Part = PlatformGround,
            Computation = Computation.Parts(
                LegalQueries.PlatformGrounds,
                rows => Split(rows, row => row.Part, row => row.Number)
            ),
        },
        new()
        {
            Id = "OUT.06",
            Name = "Refused",
            Unit = Unit.Share,
            Definition =
                "Referrals submitted in the period that the platform refused by the cut-off, under its own "
                + "policy or under law.",
            Numerator = "Referrals refused",
            Denominator = "Referrals submitted (REF.01)",
            Source = "PTA tables, rejected",
            Changes = DefinitionChange.Second(DefinitionChange.Ends),
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform],
            Computation = Computation.One(
                ReferralQueries.Outcomes,
                rows => new Share(
                    rows.Where(row => Refused.Contains(row.Outcome)).Sum(row => row.Referrals),
                    Referrals(rows)
                )
            ),
        },
        new()
        {
            Id = "OUT.07",
            Name = "Referrals waiting for an answer, by age",
            Unit = Unit.Share,
            Definition = "Referrals without an answer at the cut-off, whenever submitted, by days since submission.",
            Numerator = "Referrals of that age waiting for an answer",
            Denominator = "Referrals waiting for an answer",
            Source = "derived",
            Cohort = Cohort.Stock,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, Organisation],
            Part = Age,
            Nothing = "none waiting",
            Computation = Computation.Parts(
                ReferralQueries.Pending,
                rows => Split(rows, row => row.Part, row => row.Number)
            ),
        },
        new()
        {
            Id = "OUT.08",
            Name = "Still accessible at the last check",
            Unit = Unit.Share,
            Definition =
                "Referrals submitted in the period whose account or post was seen live at the last check made at "
                + "or after the submission and by the cut-off, of those with such a check. Checks without a clear "
                + "result are left out. What is restricted in Pakistan may be seen live from elsewhere.",
            Numerator = "Referrals with the account seen live",
            Denominator = "Referrals whose account was checked",
            Source = "PTA tables, still accessible; Terrorist Content Analytics Platform",
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform],
            Computation = Computation.One(ReferralQueries.StillAccessible, Subset),
        },
        new()
        {
            Id = "OUT.10",
            Name = "Answered otherwise",
            Unit = Unit.Share,
            Definition =
                "Referrals submitted in the period that had a final answer by the cut-off which was neither an "
                + "action nor a refusal: no action and no reason given, not enough information, not found, already "
                + "unavailable, sent before.",
            Numerator = "Referrals answered otherwise",
            Denominator = "Referrals submitted (REF.01)",
            Source = "PTA tables; Google and Meta outcome splits",
            Changes = DefinitionChange.Second(DefinitionChange.Ends),
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform],
            Computation = Computation.One(
                ReferralQueries.Outcomes,
                rows => new Share(
                    rows.Where(row =>
                            row is { IsFinal: 1, IsActioned: 0 }
                            && row.Outcome != "withdrawn"
                            && !Refused.Contains(row.Outcome)
                        )
                        .Sum(row => row.Referrals),
                    Referrals(rows)
                )
            ),
        },
        new()
        {
            Id = "OUT.09",
            Name = "Blocks in the network",
            Unit = Unit.Count,
            Definition =
                "Orders in the period to block an address in Pakistan's network, blocks that took effect, and "
                + "blocks lifted. A block in the network is an act of the regulator, not of a platform, and is in "
                + "no figure of referrals acted on.",
            Source = "PTA tables",
            Cohort = Cohort.Activity,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Ground],
            Part = NetworkBlock,
            Computation = Computation.Parts(
                LegalQueries.NetworkBlocks,
                rows => DetectionMetrics.CountEach(NetworkBlock, rows)
            ),
        },
    ];

    /// <summary>Rows of a group as exclusive parts of their own total.</summary>
    internal static IEnumerable<Part> Split<TRow>(
        IReadOnlyList<TRow> rows,
        Func<TRow, string> part,
        Func<TRow, long> number
    )
    {
        var total = rows.Sum(number);
        return rows.GroupBy(part, StringComparer.Ordinal)
            .Select(group => new Part(group.Key, new Share(group.Sum(number), total)));
    }

    internal static Quantity Subset(IReadOnlyList<SubsetRow> rows) =>
        new Share(rows.Sum(row => row.Subset), rows.Sum(row => row.Number));

    private static long Actioned(IReadOnlyList<OutcomeRow> rows) =>
        rows.Where(row => row.IsActioned == 1).Sum(row => row.Referrals);

    private static long Referrals(IReadOnlyList<OutcomeRow> rows) => rows.Sum(row => row.Referrals);
}
