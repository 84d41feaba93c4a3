using ReportEngine.Cases;
using static ReportEngine.Figures.Dimension;

namespace ReportEngine.Figures;

/// <summary>How complete and how well checked the register is.</summary>
internal static class QualityMetrics
{
    internal static IReadOnlyList<Metric> All { get; } =
    [
        new()
        {
            Id = "DQ.01",
            Name = "Referrals with a field missing",
            Unit = Unit.Share,
            Definition = "Referrals submitted in the period for which the register does not hold a field it should: the legal ground, the platform's acknowledgement, the account's followers when referred, its language, its country.",
            Numerator = "Referrals without the field",
            Denominator = "Referrals submitted (REF.01)",
            Source = "derived",
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, Agency],
            Part = Field,
            Computation = Computation.Parts(ReviewQueries.MissingFields, rows => rows.GroupBy(row => row.Part, StringComparer.Ordinal)
                .Select(field => new Part(field.Key, new Share(field.Sum(row => row.Subset), field.Sum(row => row.Number))))),
        },
        new()
        {
            Id = "DQ.02",
            Name = "Actions checked by us within 72 hours",
            Unit = Unit.Share,
            Definition = "Referrals submitted in the period on which action took effect at least 72 hours before the cut-off, whose account we looked at within 72 hours after the effect.",
            Numerator = "Referrals checked in that time",
            Denominator = "Referrals with an action in effect for at least 72 hours",
            Source = "Terrorist Content Analytics Platform",
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform],
            Computation = Computation.One(ReviewQueries.Verified, OutcomeMetrics.Subset),
        },
    ];
}
