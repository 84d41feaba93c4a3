using ReportEngine.Cases;
using static ReportEngine.Figures.Dimension;

namespace ReportEngine.Figures;

/// <summary>On what ground, under which listing, found by whom, and what data was asked for.</summary>
internal static class LegalMetrics
{
    internal static IReadOnlyList<Metric> All { get; } =
    [
        new()
        {
            Id = "LEG.01",
            Name = "Referrals by legal ground",
            Unit = Unit.Share,
            Definition = "Referrals submitted in the period by their primary legal ground. Each referral has one primary ground.",
            Numerator = "Referrals on the ground",
            Denominator = "Referrals submitted (REF.01)",
            Source = "New America / OTI practices; Santa Clara Principles 2.0",
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, Basis, Agency],
            Part = Ground,
            Computation = Computation.Parts(ReferralQueries.Grounds, Split),
        },
        new()
        {
            Id = "LEG.02",
            Name = "Referrals by list coverage",
            Unit = Unit.Share,
            Definition = "Referrals submitted in the period by the jurisdictions that listed the organisation on the day of the referral. Each referral falls in exactly one combination. A listing without a source that has been seen is shown as not confirmed.",
            Numerator = "Referrals with that combination of listings",
            Denominator = "Referrals submitted (REF.01)",
            Source = "derived",
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Organisation],
            Part = Coverage,
            Computation = Computation.Parts(ReferralQueries.Coverage, Split),
        },
        new()
        {
            Id = "LEG.03",
            Name = "Referrals without listing or ground",
            Unit = Unit.Count,
            Definition = "Referrals submitted in the period with no documented legal ground and of an organisation that was on no list in Pakistan on that day. Must be 0.",
            Source = "derived; due process",
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, Agency],
            Computation = Computation.One(ReferralQueries.WithoutBasis, rows => new Count(rows.Sum(row => row.Number))),
        },
        new()
        {
            Id = "DET.01",
            Name = "Referrals by source of first detection",
            Unit = Unit.Share,
            Definition = "Referrals submitted in the period by what first brought the account to notice.",
            Numerator = "Referrals from that source",
            Denominator = "Referrals submitted (REF.01)",
            Source = "EU Digital Services Act templates, detection",
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, Organisation],
            Part = Detection,
            Computation = Computation.Parts(ReferralQueries.Detection, Split),
        },
        new()
        {
            Id = "UDR.01",
            Name = "Data requests and accounts named",
            Unit = Unit.Count,
            Definition = "Requests for user data sent to platforms in the period, and the accounts they named. An account named in two requests is counted twice.",
            Source = "UNODC request types; Meta and TikTok user data reports",
            Cohort = Cohort.Activity,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, RequestType, Agency],
            Part = Statistic,
            Computation = Computation.Parts(OtherQueries.DataRequests, rows =>
            [
                new Part(Codes.Requests, new Count(rows.Sum(row => row.Requests))),
                new Part(Codes.Accounts, new Count(rows.Sum(row => row.Accounts))),
            ]),
        },
        new()
        {
            Id = "UDR.02",
            Name = "Data requests with some data disclosed",
            Unit = Unit.Share,
            Definition = "Data requests sent in the period that were answered with all or some of the data, of those decided by the cut-off. Requests to preserve data are left out: nothing is disclosed on them.",
            Numerator = "Requests with full or partial disclosure",
            Denominator = "Requests for disclosure answered or refused, without pending and withdrawn ones",
            Source = "Meta and TikTok, some data disclosed",
            Cohort = Cohort.Activity,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, RequestType],
            Computation = Computation.One(OtherQueries.DataRequests, rows => new Share(
                rows.Where(row => row is { AsksForData: 1, Outcome: "full" or "partial" }).Sum(row => row.Requests),
                rows.Where(row => row is { AsksForData: 1, Outcome: not ("pending" or "withdrawn") }).Sum(row => row.Requests))),
        },
        new()
        {
            Id = "UDR.03",
            Name = "Data requests by outcome",
            Unit = Unit.Share,
            Definition = "Data requests sent in the period by their last outcome known at the cut-off, pending included.",
            Numerator = "Data requests with the outcome",
            Denominator = "Data requests sent (UDR.01)",
            Source = "X and Meta user data reports",
            Cohort = Cohort.Activity,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, RequestType],
            Part = Disclosure,
            Computation = Computation.Parts(OtherQueries.DataRequests,
                rows => OutcomeMetrics.Split(rows, row => row.Outcome, row => row.Requests)),
        },
    ];

    private static IEnumerable<Part> Split(IReadOnlyList<PartRow> rows) =>
        OutcomeMetrics.Split(rows, row => row.Part, row => row.Number);
}
