using ReportEngine.Cases;
using static ReportEngine.Figures.Dimension;

namespace ReportEngine.Figures;

/// <summary>What platforms have done about what was asked of them.</summary>
internal static class CommitmentMetrics
{
    private static readonly (string Code, string Label)[] Statuses =
        [("met", "Met"), ("partial", "Partly met"), ("promised", "Promised"), ("none", "No commitment"), ("withdrawn", "Withdrawn")];

    internal static IReadOnlyList<Metric> All { get; } =
    [
        new()
        {
            Id = "COM.01",
            Name = "Commitment status",
            Unit = Unit.Status,
            Definition = "For each platform and each ask, the last status known at the cut-off: no commitment, promised, partly met, met or withdrawn.",
            Source = "Asks of July 2025 and the Rules of 2021",
            Cohort = Cohort.Stock,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, Ask],
            Natural = [Platform, Ask],
            Computation = Computation.One(OtherQueries.Commitments, rows => rows is [var row, ..] ? Of(row.Part) : new NotApplicable()),
        },
        new()
        {
            Id = "COM.02",
            Name = "Asks met",
            Unit = Unit.Share,
            Definition = "Asks a platform had met at the cut-off, of those made of it. Partly met and promised asks are not met.",
            Numerator = "Asks met",
            Denominator = "Asks made",
            Source = "Rules of 2021; asks of July 2025",
            Cohort = Cohort.Stock,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, Ask],
            Computation = Computation.One(OtherQueries.Commitments, rows => new Share(
                rows.Where(row => row.Part == "met").Sum(row => row.Number), rows.Sum(row => row.Number))),
        },
    ];

    private static Status Of(string code)
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
