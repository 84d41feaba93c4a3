using ReportEngine.Cases;
using static ReportEngine.Figures.Dimension;

namespace ReportEngine.Figures;

/// <summary>Appeals, reversals and our own errors: always published, also at 0.</summary>
internal static class SafeguardMetrics
{
    internal static IReadOnlyList<Metric> All { get; } =
    [
        new()
        {
            Id = "SAF.01",
            Name = "Appeals and complaints lodged",
            Unit = Unit.Count,
            Definition =
                "Appeals and complaints about a referral that were lodged in the period with a platform, PTA, a "
                + "tribunal or a court and had become known by the cut-off.",
            Source = "EU Regulation 2021/784, Article 8",
            Cohort = Cohort.Activity,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, Forum],
            Computation = Computation.One(OtherQueries.Appeals, rows => new Count(rows.Sum(row => row.Number))),
        },
        new()
        {
            Id = "SAF.02",
            Name = "Action undone, of referrals acted on",
            Unit = Unit.Share,
            Definition =
                "Referrals submitted in the period and acted on whose action was undone by the cut-off, by the "
                + "platform, on review or by a court.",
            Numerator = "Referrals acted on whose action was undone",
            Denominator = "Referrals acted on (numerator of OUT.02)",
            Source = "EU Regulation 2021/784 monitoring programme (SWD(2024) 36), KPI 11, 34 and 37",
            Changes = DefinitionChange.Second(DefinitionChange.Ends),
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, Organisation],
            Computation = Computation.One(ReferralQueries.Reinstated, OutcomeMetrics.Subset),
        },
        new()
        {
            Id = "SAF.03",
            Name = "Wrongful referrals",
            Unit = Unit.PerThousand,
            Definition =
                "Referrals submitted in the period that any internal review, audit or look into a complaint "
                + "found, by the cut-off, to have named the wrong account or the wrong ground, also if a later one "
                + "did not. Only part of all referrals is audited, so the true number may be higher.",
            Numerator = "Referrals found wrong",
            Denominator = "Referrals submitted (REF.01)",
            Source = "Security experts' letter of 2020 on government referrals",
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, Agency, Detection],
            Computation = Computation.One(ReferralQueries.Wrongful, OutcomeMetrics.Subset),
        },
        new()
        {
            Id = "SAF.04",
            Name = "Found correct in double-blind audits",
            Unit = Unit.Share,
            Definition =
                "Referrals submitted in the period that were drawn by chance for an audit by two reviewers who "
                + "did not know of each other, and that the last such audit found correct by the cut-off. Audits "
                + "after a complaint are left out, because they are not drawn by chance.",
            Numerator = "Referrals found correct",
            Denominator = "Referrals audited double-blind",
            Source = "EU Digital Services Act templates, accuracy",
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, Agency, Detection],
            Nothing = "none audited",
            Computation = Computation.One(ReviewQueries.DoubleBlind, OutcomeMetrics.Subset),
        },
        new()
        {
            Id = "SAF.05",
            Name = "Withdrawn by us",
            Unit = Unit.Share,
            Definition =
                "Referrals submitted in the period that we took back by the cut-off, before an answer or after "
                + "one. The register holds no reason.",
            Numerator = "Referrals withdrawn",
            Denominator = "Referrals submitted (REF.01)",
            Source = "EU Regulation 2021/784, Article 3(8)",
            Changes = DefinitionChange.Second(DefinitionChange.Withdrawals),
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, Agency],
            Computation = Computation.One(
                ReferralQueries.Outcomes,
                rows => new Share(rows.Sum(row => row.Withdrawn), rows.Sum(row => row.Referrals))
            ),
        },
        new()
        {
            Id = "SAF.06",
            Name = "Time to decide an appeal",
            Unit = Unit.Hours,
            Definition =
                "Hours from lodging an appeal or complaint in the period to its first decision, estimated by the "
                + "Kaplan–Meier method so that those still waiting count with the time they have waited.",
            Numerator = "Appeals decided",
            Denominator = "Appeals lodged (SAF.01)",
            Source = "EU Digital Services Act templates, complaints",
            Cohort = Cohort.Activity,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, Forum],
            Part = Statistic,
            Statistics = [Codes.Median],
            Computation = Computation.Parts(
                ReviewQueries.AppealTimes,
                rows => ResponseTimes.Quantiles(rows, Codes.Median)
            ),
        },
        new()
        {
            Id = "SAF.07",
            Name = "Protected contexts found",
            Unit = Unit.Count,
            Definition =
                "Accounts in whose assessment in the period a person found journalism, research, news or "
                + "counter-speech. They stand here whether or not they were referred.",
            Source = "EU Regulation 2021/784, recital 12",
            Cohort = Cohort.Activity,
            Sensitivity = Sensitivity.PersonCount,
            Breakdowns = [Platform],
            Part = ProtectedContext,
            Additive = [Platform],
            Computation = Computation.Parts(
                ReviewQueries.ProtectedContexts,
                rows => DetectionMetrics.CountEach(ProtectedContext, rows)
            ),
        },
        new()
        {
            Id = "SAF.08",
            Name = "Results of appeals",
            Unit = Unit.Share,
            Definition =
                "Appeals and complaints lodged in the period by their last result known at the cut-off, those "
                + "without one "
                + "included.",
            Numerator = "Appeals with the result",
            Denominator = "Appeals lodged (SAF.01)",
            Source = "EU Regulation 2021/784, Article 8; EU Digital Services Act templates, complaints",
            Cohort = Cohort.Activity,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, Forum],
            Part = AppealResult,
            Computation = Computation.Parts(
                ReviewQueries.AppealResults,
                rows => OutcomeMetrics.Split(rows, row => row.Part, row => row.Number)
            ),
        },
    ];
}
