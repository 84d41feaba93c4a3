using ReportEngine.Cases;
using static ReportEngine.Figures.Dimension;

namespace ReportEngine.Figures;

/// <summary>What platforms have done about what was asked of them.</summary>
internal static class CommitmentMetrics
{
    private static readonly (string Code, string Label)[] Statuses =
    [
        ("met", "Met"),
        ("partial", "Partly met"),
        ("promised", "Promised"),
        ("none", "No commitment"),
        ("withdrawn", "Withdrawn"),
        ("unknown", "No record"),
    ];

    internal static IReadOnlyList<Metric> All { get; } =
    [
        new()
        {
            Id = "COM.01",
            Name = "Commitment status",
            Unit = Unit.Status,
            Definition =
                "For each platform and each step asked, the last status known at the cut-off: no commitment, promised, "
                + "partly met, met or withdrawn; or no record, where the register holds no evidence.",
            Source = "Steps asked in July 2025 and the Rules of 2021",
            Cohort = Cohort.Stock,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, Ask],
            Natural = [Platform, Ask],
            Computation = Computation.One(
                OtherQueries.Commitments,
                rows => rows is [var row, ..] ? Of(row.Part) : new NotApplicable()
            ),
        },
        new()
        {
            Id = "COM.02",
            Name = "Steps met",
            Unit = Unit.Share,
            Definition =
                "Steps a platform had met at the cut-off, of those made of it. Partly met and promised steps are "
                + "not met.",
            Numerator = "Steps met",
            Denominator = "Steps asked",
            Source = "Rules of 2021; steps asked in July 2025",
            Cohort = Cohort.Stock,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, Ask],
            Computation = Computation.One(
                OtherQueries.Commitments,
                rows => new Share(
                    rows.Where(row => row.Part == "met").Sum(row => row.Number),
                    rows.Sum(row => row.Number)
                )
            ),
        },
        new()
        {
            Id = "COM.05",
            Name = "Steps without evidence held",
            Unit = Unit.Share,
            Definition =
                "Steps asked of which the register held no evidence at the cut-off, of those made of a platform. It "
                + "does not mean that the platform declined.",
            Numerator = "Steps without evidence held",
            Denominator = "Steps asked",
            Source = "derived from COM.01",
            Cohort = Cohort.Stock,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, Ask],
            Computation = Computation.One(
                OtherQueries.Commitments,
                rows => new Share(
                    rows.Where(row => row.Part == "unknown").Sum(row => row.Number),
                    rows.Sum(row => row.Number)
                )
            ),
        },
        new()
        {
            Id = "COM.03",
            Name = "Days since the step was asked",
            Unit = Unit.Days,
            Definition = "Whole days from the day something was asked of platforms to the day of the cut-off.",
            Source = "Briefing of 25 July 2025; Rules of 2021, rule 7(6)",
            Cohort = Cohort.Stock,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Ask],
            Natural = [Ask],
            Computation = Computation.One(
                OtherQueries.DaysSinceAsk,
                rows => rows is [var row, ..] ? new Count(row.Number) : new NotApplicable()
            ),
        },
        new()
        {
            Id = "COM.04",
            Name = "Platform's own report against the register",
            Unit = Unit.OwnReport,
            Definition =
                "What a platform reports about requests from Pakistan in the latest half-year that was over by "
                + "the end of the period and the cut-off, what the register holds for the same half-year, and the "
                + "difference (theirs less ours), which two shares of different wholes do not have. Requests are "
                + "held against REF.02, accounts against ACC.01, the removal rate against OUT.02.",
            Source = "Transparency reports of the platforms, each named in the data",
            Cohort = Cohort.Stock,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform],
            Part = Statistic,
            Statistics = [Codes.Theirs, Codes.Ours, Codes.Gap],
            Computation = Computation.From((set, metric, _) => SelfReports.Of(set, metric)),
        },
    ];

    /// <summary>The status of a code, with its words.</summary>
    internal static Status Of(string code)
    {
        foreach (var status in Statuses)
        {
            if (status.Code == code)
            {
                return new Status(status.Code, status.Label);
            }
        }
        throw new InvalidOperationException("Unknown status of a commitment: " + code);
    }
}
