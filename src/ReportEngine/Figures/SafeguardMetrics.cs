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
            Definition = "Appeals and complaints about a referral that were lodged in the period with a platform, PTA, a tribunal or a court and had become known by the cut-off.",
            Source = "EU Regulation 2021/784, Article 8",
            Cohort = Cohort.Activity,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, Forum],
            Computation = Computation.One(OtherQueries.Appeals, rows => new Count(rows.Sum(row => row.Number))),
        },
        new()
        {
            Id = "SAF.02",
            Name = "Reinstated, of actioned referrals",
            Unit = Unit.Share,
            Definition = "Actioned referrals submitted in the period whose action was undone by the cut-off, by the platform, on review or by a court.",
            Numerator = "Actioned referrals reinstated",
            Denominator = "Referrals actioned (numerator of OUT.02)",
            Source = "EU Regulation 2021/784 monitoring programme (SWD(2024) 36), KPI 11, 34 and 37",
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
            Definition = "Referrals submitted in the period that an internal review or audit found, by the cut-off, to have named the wrong account or the wrong ground. Only part of all referrals is audited, so the true number may be higher.",
            Numerator = "Referrals found wrong",
            Denominator = "Referrals submitted (REF.01)",
            Source = "Security experts' letter of 2020 on government referrals",
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, Agency, Detection],
            Computation = Computation.One(ReferralQueries.Wrongful, OutcomeMetrics.Subset),
        },
    ];
}
