using ReportEngine.Cases;

namespace ReportEngine.Figures;

/// <summary>One period against the one before it.</summary>
internal static class PeriodChange
{
    internal static IEnumerable<Figure> Of(FigureSet set, Metric metric, IReadOnlyList<Dimension> by)
    {
        foreach (var now in set.Of("OUT.02", by))
        {
            var values = now.Dimensions;
            var before = Same(set.Previous.Of("OUT.02", by), values);
            var median = Same(set.Of("RT.02", by).Where(IsMedian), values);
            var medianBefore = Same(set.Previous.Of("RT.02", by).Where(IsMedian), values);
            yield return Figure(Codes.ActionRate, Difference(now.Value, before?.Value));
            yield return Figure(Codes.MedianTime, Difference(median?.Value, medianBefore?.Value));
            yield return Figure(Codes.PValue, LogRankProbability(set, by, values));

            Figure Figure(string part, double? value) => new(
                metric, [.. values, set.Label(Dimension.Change, part)], new Change(value, part switch
                {
                    Codes.ActionRate => ChangeUnit.Share,
                    Codes.MedianTime => ChangeUnit.Hours,
                    _ => ChangeUnit.Probability,
                }), set.Period, set.CutOff);
        }
    }

    private static bool IsMedian(Figure figure) => figure.CodeOf(Dimension.Statistic) == Codes.Median;

    private static double? Difference(double? now, double? before) => now - before;

    private static Figure? Same(IEnumerable<Figure> figures, IReadOnlyList<DimensionValue> values) =>
        figures.FirstOrDefault(figure => values.All(value => figure.CodeOf(value.Dimension) == value.Code));

    /// <summary>Null with fewer than ten answers in either period.</summary>
    private static double? LogRankProbability(FigureSet set, IReadOnlyList<Dimension> by, IReadOnlyList<DimensionValue> values)
    {
        var groups = ((FigureSet[])[set.Previous, set]).Select(one => one.Rows(ReferralQueries.TimeToResponse, Cohort.Submission, by)
            .Where(row => values.Count == 0 || row.Key1 == values[0].Code)
            .Select(row => new Timing(row.Seconds, row.Ended == 1, row.Cases)).ToList()).ToList();
        return groups.TrueForAll(group => group.Where(timing => timing.Ended).Sum(timing => timing.Cases) >= Statistics.LeastEvents)
            ? LogRank.Test([.. groups]).Probability
            : null;
    }
}
