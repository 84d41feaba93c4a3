using ReportEngine.Cases;
using static ReportEngine.Figures.Dimension;

namespace ReportEngine.Figures;

/// <summary>How much was referred.</summary>
internal static class ReferralMetrics
{
    internal static readonly Dimension[] ReferralDimensions =
    [
        Platform,
        SubjectType,
        Organisation,
        Coverage,
        Basis,
        Ground,
        Agency,
        Detection,
    ];

    internal static IReadOnlyList<Metric> All { get; } =
    [
        new()
        {
            Id = "REF.01",
            Name = "Referrals submitted",
            Unit = Unit.Count,
            Definition =
                "Referrals submitted to a platform in the period. One referral is one account, channel, group, "
                + "page or post sent once in one submission; a reminder is not a new referral.",
            Source =
                "EU Digital Services Act templates (Implementing Regulation 2024/2835), orders; New America / "
                + "OTI practices",
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = ReferralDimensions,
            Computation = Computation.One(ReferralQueries.Outcomes, rows => new Count(rows.Sum(row => row.Referrals))),
        },
        new()
        {
            Id = "REF.02",
            Name = "Requests submitted",
            Unit = Unit.Count,
            Definition =
                "Submissions (a letter or a portal ticket) made in the period, each holding one or more referrals.",
            Source = "Google and TikTok government request reports",
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, Basis, Agency],
            Computation = Computation.One(ReferralQueries.Requests, rows => new Count(rows.Sum(row => row.Subset))),
        },
        new()
        {
            Id = "REF.03",
            Name = "Referrals per request",
            Unit = Unit.Ratio,
            Definition = "Referrals submitted in the period divided by the requests that carried them.",
            Numerator = "Referrals submitted (REF.01)",
            Denominator = "Requests submitted (REF.02)",
            Source = "EU Digital Services Act templates, specific items in orders",
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform],
            Computation = Computation.One(
                ReferralQueries.Requests,
                rows => new Ratio(rows.Sum(row => row.Number), rows.Sum(row => row.Subset))
            ),
        },
        new()
        {
            Id = "REF.04",
            Name = "Repeat referrals",
            Unit = Unit.Share,
            Definition =
                "Referrals submitted in the period of an account whose earlier referral had no final outcome yet.",
            Numerator = "Repeat referrals",
            Denominator = "Referrals submitted (REF.01)",
            Source = "Meta content restriction cases, duplicates",
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, Organisation],
            Computation = Computation.One(
                ReferralQueries.Outcomes,
                rows => new Share(rows.Sum(row => row.Repeats), rows.Sum(row => row.Referrals))
            ),
        },
        new()
        {
            Id = "REF.05",
            Name = "Identified, not yet referred",
            Unit = Unit.Count,
            Definition =
                "Accounts whose last assessment was to refer them and that had not been referred at the cut-off.",
            Source = "EU Internet Referral Unit, assessed against referred",
            Cohort = Cohort.Stock,
            Sensitivity = Sensitivity.PersonCount,
            Breakdowns = [Platform, Organisation],
            Additive = [Platform, Organisation],
            Computation = Computation.One(OtherQueries.NotYetReferred, rows => new Count(rows.Sum(row => row.Number))),
        },
        new()
        {
            Id = "REF.06",
            Name = "Put forward for referral, of assessed",
            Unit = Unit.Share,
            Definition =
                "Accounts, pages, channels and groups that a person assessed in the period and whose last "
                + "assessment in it was to refer them. The others were not to be referred or needed more "
                + "information.",
            Numerator = "Accounts put forward for referral",
            Denominator = "Accounts assessed",
            Source = "EU Internet Referral Unit, assessed against referred",
            Cohort = Cohort.Activity,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, Organisation, Detection],
            Computation = Computation.One(ReviewQueries.Assessed, OutcomeMetrics.Subset),
        },
    ];
}
