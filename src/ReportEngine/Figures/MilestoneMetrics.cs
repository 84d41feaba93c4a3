using NodaTime;
using NodaTime.Text;
using ReportEngine.Cases;
using static ReportEngine.Figures.Dimension;

namespace ReportEngine.Figures;

/// <summary>Milestones of the plan: due, done, cancelled and overdue.</summary>
internal static class MilestoneMetrics
{
    private const string Decision = "Apex Committee decision of 9 September 2021";

    internal static IReadOnlyList<Metric> All { get; } =
    [
        new()
        {
            Id = "NAP.05",
            Name = "Milestones due, done, cancelled and overdue",
            Unit = Unit.Count,
            Definition =
                "Milestones due by the end of the period or the cut-off, whichever is first; those done by the "
                + "cut-off, those cancelled, and those overdue: neither done nor cancelled.",
            Source = Decision,
            Cohort = Cohort.Cumulative,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Point],
            Part = Statistic,
            Statistics = [Codes.Due, Codes.Done, Codes.Late, Codes.Cancelled],
            Computation = Computation.From(
                (set, metric, by) => NapMetrics.Points(set, by).SelectMany(points => Parts(set, metric, points))
            ),
        },
        new()
        {
            Id = "NAP.11",
            Name = "Milestones of the period that are overdue",
            Unit = Unit.Share,
            Definition =
                "Milestones that fell due in the period and by the cut-off, and those of them that were neither done "
                + "nor cancelled at the cut-off.",
            Numerator = "Milestones overdue",
            Denominator = "Milestones due in the period",
            Source = Decision,
            Cohort = Cohort.Activity,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Point],
            Nothing = "none due",
            Computation = Computation.From(
                (set, metric, by) =>
                    NapMetrics
                        .Points(set, by)
                        .Select(points =>
                        {
                            var due = DueInPeriod(set, points);
                            return new Figure(
                                metric,
                                points.Named,
                                new Share(due.Count(IsOpen), due.Count),
                                set.Period,
                                set.CutOff
                            );
                        })
            ),
        },
    ];

    /// <summary>Those that NAP.11 counts for all points together, the longest overdue first.</summary>
    internal static IReadOnlyList<NapMilestone> OverdueInPeriod(FigureSet set) =>
        [
            .. NapMetrics
                .Points(set, [])
                .SelectMany(points => DueInPeriod(set, points))
                .Where(IsOpen)
                .OrderBy(milestone => milestone.DueOn, StringComparer.Ordinal),
        ];

    private static List<NapMilestone> DueInPeriod(FigureSet set, NapMetrics.SomePoints points)
    {
        var first = LocalDatePattern.Iso.Format(set.Period.Start);
        return Due(set, points).FindAll(one => string.CompareOrdinal(one.DueOn, first) >= 0);
    }

    private static bool IsOpen(NapMilestone milestone) => milestone.Status is not ("done" or "cancelled");

    /// <summary>By the end of the period or the cut-off, whichever is first.</summary>
    private static List<NapMilestone> Due(FigureSet set, NapMetrics.SomePoints points)
    {
        var lastDay = LocalDate.Min(set.Period.End.PlusDays(-1), set.CutOff.Day);
        var end = LocalDatePattern.Iso.Format(lastDay);
        return
        [
            .. set.Nap.Milestones.Where(milestone =>
                points.Ids.Contains(milestone.PointId) && string.CompareOrdinal(milestone.DueOn, end) <= 0
            ),
        ];
    }

    private static IEnumerable<Figure> Parts(FigureSet set, Metric metric, NapMetrics.SomePoints points)
    {
        var due = Due(set, points);
        yield return Number(Codes.Due, due.Count);
        yield return Number(Codes.Done, due.Count(milestone => milestone.Status == "done"));
        yield return Number(Codes.Cancelled, due.Count(milestone => milestone.Status == "cancelled"));
        yield return Number(Codes.Late, due.Count(IsOpen));

        Figure Number(string part, long number) =>
            new(metric, [.. points.Named, set.Label(Statistic, part)], new Count(number), set.Period, set.CutOff);
    }
}
