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
            Definition =
                "Referrals submitted in the period by their primary legal ground. Each referral has one primary "
                + "ground.",
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
            Definition =
                "Referrals submitted in the period by the jurisdictions that listed the organisation on the day "
                + "of the referral. Each referral falls in exactly one combination. A listing without a source "
                + "that has been seen is shown as not confirmed.",
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
            Definition =
                "Referrals submitted in the period with no documented legal ground and of an organisation that "
                + "was on no list in Pakistan on that day. Must be 0.",
            Source = "derived; due process",
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, Agency],
            Computation = Computation.One(ReferralQueries.WithoutBasis, rows => new Count(rows.Sum(row => row.Number))),
        },
        new()
        {
            Id = "LEG.04",
            Name = "Changes of the lists",
            Unit = Unit.Count,
            Definition =
                "Organisations of the register that were put on a list or taken off one in the period, list by "
                + "list. A change is counted on the day it took effect, whether or not a source for it has been "
                + "seen.",
            Source = "Anti-Terrorism Act 1997, sections 11B and 11U",
            Cohort = Cohort.Activity,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [List, Organisation],
            Part = ListChange,
            Computation = Computation.Parts(
                LegalQueries.ProscriptionChanges,
                rows => DetectionMetrics.CountEach(ListChange, rows)
            ),
        },
    ];

    private static IEnumerable<Part> Split(IReadOnlyList<PartRow> rows) =>
        OutcomeMetrics.Split(rows, row => row.Part, row => row.Number);
}
