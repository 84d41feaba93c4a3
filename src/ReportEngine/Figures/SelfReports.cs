using ReportEngine.Cases;

namespace ReportEngine.Figures;

/// <summary>What platforms report about themselves, held against the register for the same half-year.</summary>
internal static class SelfReports
{
    /// <summary>Their measure, and the metric of ours that comes nearest to it.</summary>
    private static readonly (string Measure, string MetricId)[] Compared =
    [
        ("requests", "REF.02"),
        ("accounts_received", "ACC.01"),
        ("removal_rate", "OUT.02"),
    ];

    internal static IEnumerable<Figure> Of(FigureSet set, Metric metric)
    {
        foreach (
            var reports in set
                .Reference.SelfReports.Where(report => report.Country == "PK")
                .GroupBy(report => report.PlatformId, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
        )
        {
            if (Latest(set, reports) is not { } half)
            {
                continue;
            }
            var register = set.For(half);
            foreach (var (measure, metricId) in Compared)
            {
                if (
                    reports.FirstOrDefault(report => report.Period == half.Id && report.Metric == measure)
                    is not { } theirs
                )
                {
                    continue;
                }
                var counted = register.One(metricId, (Dimension.Platform, reports.Key));
                var ours = counted.Value;
                var isShare = metricId == "OUT.02";
                yield return Figure(Codes.Theirs, theirs.Value);
                yield return counted.Quantity is Withheld
                    ? Figure(Codes.Ours, null) with
                    {
                        Quantity = counted.Quantity,
                    }
                    : Figure(Codes.Ours, ours);
                yield return isShare ? Figure(Codes.Gap, null) with { Quantity = new NotApplicable() }
                : counted.Quantity is Withheld ? Figure(Codes.Gap, null) with { Quantity = counted.Quantity }
                : Figure(Codes.Gap, theirs.Value - ours);

                Figure Figure(string part, double? value) =>
                    new(
                        metric,
                        [
                            set.Label(Dimension.Platform, reports.Key),
                            set.Label(Dimension.Measure, measure),
                            set.Label(Dimension.Statistic, part),
                        ],
                        value is { } number ? new Measured(number, isShare) : new Missing(),
                        half,
                        set.CutOff
                    );
            }
        }
    }

    /// <summary>The latest half-year reported that was over by the end of the period and by the cut-off.</summary>
    private static Period? Latest(FigureSet set, IEnumerable<SelfReport> reports) =>
        reports
            .Select(report => Period.TryParseHalfYear(report.Period))
            .OfType<Period>()
            .Where(half => half.End <= set.Period.End && half.IsCompleteAt(set.CutOff))
            .MaxBy(half => half.Start);
}
