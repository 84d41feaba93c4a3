using ReportEngine.Cases;
using static ReportEngine.Figures.Dimension;

namespace ReportEngine.Figures;

/// <summary>How accounts came to notice, who decided, and what came of it.</summary>
internal static class DetectionMetrics
{
    internal static IReadOnlyList<Metric> All { get; } =
    [
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
            Computation = Computation.Parts(
                ReferralQueries.Detection,
                rows => OutcomeMetrics.Split(rows, row => row.Part, row => row.Number)
            ),
        },
        new()
        {
            Id = "DET.02",
            Name = "Automated flags confirmed",
            Unit = Unit.Share,
            Definition =
                "Accounts flagged by a detector and assessed by a person in the period, whose last assessment in "
                + "it was to refer them.",
            Numerator = "Flagged accounts put forward for referral",
            Denominator = "Flagged accounts assessed",
            Source = "EU Digital Services Act templates, accuracy of automated means",
            Cohort = Cohort.Activity,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, DetectorVersion],
            Computation = Computation.One(ReviewQueries.Flagged, OutcomeMetrics.Subset),
        },
        new()
        {
            Id = "DET.03",
            Name = "Referrals decided by a person",
            Unit = Unit.Share,
            Definition =
                "Referrals submitted in the period whose account a person had assessed, with the result to refer,"
                + " before the submission. Should be all of them.",
            Numerator = "Referrals after a person's assessment",
            Denominator = "Referrals submitted (REF.01)",
            Source = "EU Digital Services Act, statements of reasons, automated decision",
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, Agency],
            Computation = Computation.One(ReviewQueries.HumanReview, OutcomeMetrics.Subset),
        },
        new()
        {
            Id = "DET.04",
            Name = "What followed referrals",
            Unit = Unit.Count,
            Definition =
                "Inquiries, first information reports and prosecutions opened in the period after a referral, "
                + "whenever it was submitted. One referral can lead to several.",
            Source = "Security experts' letter of 2020 on government referrals",
            Cohort = Cohort.Activity,
            Sensitivity = Sensitivity.PersonCount,
            Breakdowns = [Agency],
            Part = FollowOn,
            Additive = [Agency],
            Computation = Computation.Parts(ReviewQueries.FollowOns, rows => CountEach(FollowOn, rows)),
        },
    ];

    /// <summary>Every code of a part with its count, those not found with 0.</summary>
    internal static IEnumerable<Part> CountEach(Dimension part, IReadOnlyList<PartRow> rows) =>
        Codes
            .Fixed[part]
            .Select(value => new Part(
                value.Code,
                new Count(rows.Where(row => row.Part == value.Code).Sum(row => row.Number))
            ));
}
