using ReportEngine.Cases;
using static ReportEngine.Figures.Dimension;

namespace ReportEngine.Figures;

/// <summary>What platforms answered and how soon.</summary>
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
            Definition = "Referrals submitted in the period by their last outcome known at the cut-off, pending included. Each referral has exactly one outcome.",
            Numerator = "Referrals with the outcome",
            Denominator = "Referrals submitted (REF.01)",
            Source = "PTA tables (processed = blocked + accessible + rejected), Google and TikTok outcome splits",
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, SubjectType, Organisation, Basis],
            Part = Outcome,
            Computation = Computation.Parts(ReferralQueries.Outcomes,
                rows => Split(rows, row => row.Outcome, row => row.Referrals)),
        },
        new()
        {
            Id = "OUT.02",
            Name = "Actioned, of all referrals",
            Unit = Unit.Share,
            Definition = "Referrals submitted in the period that the platform acted on by the cut-off: removed everywhere, restricted in Pakistan, or limited in part. Pending referrals stay in the denominator.",
            Numerator = "Referrals actioned",
            Denominator = "Referrals submitted (REF.01)",
            Source = "EU Internet Referral Unit, success rate",
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = ReferralMetrics.ReferralDimensions,
            Computation = Computation.One(ReferralQueries.Outcomes, rows => new Share(Actioned(rows), Referrals(rows))),
        },
        new()
        {
            Id = "OUT.03",
            Name = "Actioned, of decided referrals",
            Unit = Unit.Share,
            Definition = "Referrals submitted in the period that the platform acted on by the cut-off, of those it had decided: pending, withdrawn, duplicate and not-found referrals are left out of the denominator.",
            Numerator = "Referrals actioned",
            Denominator = "Referrals decided",
            Source = "X and TikTok compliance rates",
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform],
            Computation = Computation.One(ReferralQueries.Outcomes, rows => new Share(
                Actioned(rows), rows.Where(row => !Undecided.Contains(row.Outcome)).Sum(row => row.Referrals))),
        },
        new()
        {
            Id = "OUT.06",
            Name = "Refused",
            Unit = Unit.Share,
            Definition = "Referrals submitted in the period that the platform refused by the cut-off, under its own policy or under law.",
            Numerator = "Referrals refused",
            Denominator = "Referrals submitted (REF.01)",
            Source = "PTA tables, rejected",
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform],
            Computation = Computation.One(ReferralQueries.Outcomes, rows => new Share(
                rows.Where(row => Refused.Contains(row.Outcome)).Sum(row => row.Referrals), Referrals(rows))),
        },
        new()
        {
            Id = "OUT.07",
            Name = "Pending referrals by age",
            Unit = Unit.Share,
            Definition = "Referrals without a final response at the cut-off, whenever submitted, by days since submission.",
            Numerator = "Pending referrals of that age",
            Denominator = "Pending referrals",
            Source = "derived",
            Cohort = Cohort.Stock,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, Organisation],
            Part = Age,
            Computation = Computation.Parts(ReferralQueries.Pending, rows => Split(rows, row => row.Part, row => row.Number)),
        },
        new()
        {
            Id = "OUT.08",
            Name = "Still accessible at the last check",
            Unit = Unit.Share,
            Definition = "Referrals submitted in the period whose account was seen live at the last check made by the cut-off. Accounts never checked count as not seen live.",
            Numerator = "Referrals with the account seen live",
            Denominator = "Referrals submitted (REF.01)",
            Source = "PTA tables, still accessible; Terrorist Content Analytics Platform",
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform],
            Computation = Computation.One(ReferralQueries.StillAccessible, Subset),
        },
        new()
        {
            Id = "RT.02",
            Name = "Time to final response",
            Unit = Unit.Hours,
            Definition = "Hours from submission to the platform's first final response, estimated by the Kaplan–Meier method so that open referrals count with the time they have been open so far. Withdrawn referrals count until withdrawal. The median is the time by which half of all referrals had an answer; 'not reached' means that the estimated share with an answer stays below that level up to the cut-off. Clock time, without deducting pauses for clarification.",
            Numerator = "Referrals answered",
            Denominator = "Referrals submitted (REF.01)",
            Source = "EU Digital Services Act templates, median times; Kaplan and Meier (1958)",
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, Basis, SubjectType],
            Part = Statistic,
            Computation = Computation.Parts(ReferralQueries.TimeToResponse, rows => Quantiles(rows)),
        },
        new()
        {
            Id = "RT.07",
            Name = "Actioned within 48 hours",
            Unit = Unit.Share,
            Definition = "Of the referrals submitted in the period and at least 48 hours before the cut-off, those on which the platform's action took effect within 48 hours of submission. 48 hours is the limit for ordinary directions under the Rules of 2021; it does not bind voluntary referrals, which are shown apart.",
            Numerator = "Referrals actioned within 48 hours",
            Denominator = "Referrals submitted at least 48 hours before the cut-off",
            Source = "Removal and Blocking of Unlawful Online Content Rules 2021, as reported by WION and Business Recorder",
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, Basis],
            Computation = Computation.One(ReferralQueries.ActionedWithin48Hours, Subset),
        },
    ];

    /// <summary>Rows of a group as exclusive parts of their own total.</summary>
    internal static IEnumerable<Part> Split<TRow>(IReadOnlyList<TRow> rows, Func<TRow, string> part, Func<TRow, long> number)
    {
        var total = rows.Sum(number);
        return rows.GroupBy(part, StringComparer.Ordinal).Select(group => new Part(group.Key, new Share(group.Sum(number), total)));
    }

    internal static Quantity Subset(IReadOnlyList<SubsetRow> rows) =>
        new Share(rows.Sum(row => row.Subset), rows.Sum(row => row.Number));

    private static long Actioned(IReadOnlyList<OutcomeRow> rows) => rows.Where(row => row.IsActioned == 1).Sum(row => row.Referrals);

    private static long Referrals(IReadOnlyList<OutcomeRow> rows) => rows.Sum(row => row.Referrals);

    private static IEnumerable<Part> Quantiles(IReadOnlyList<TimingRow> rows)
    {
        var timings = rows.Select(row => new Timing(row.Seconds, row.Ended == 1, row.Cases)).ToList();
        return
        [
            new Part(Codes.Median, Statistics.Quantile(timings, 0.5)),
            new Part(Codes.NinetiethPercentile, Statistics.Quantile(timings, 0.9)),
            new Part(Codes.NinetyFifthPercentile, Statistics.Quantile(timings, 0.95)),
        ];
    }
}
