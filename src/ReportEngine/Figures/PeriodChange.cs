using ReportEngine.Cases;

namespace ReportEngine.Figures;

/// <summary>One period against the one before it.</summary>
internal static class PeriodChange
{
    internal static IEnumerable<Figure> Of(FigureSet set, Metric metric, IReadOnlyList<Dimension> by)
    {
        var times = ((FigureSet[])[set.Previous, set])
            .Select(one =>
                one.Rows(ResponseQueries.TimeToResponse, Cohort.Submission, by)
                    .ToLookup(row => row.Key1, StringComparer.Ordinal)
            )
            .ToList();
        foreach (var now in set.Of("OUT.02", by))
        {
            var values = now.Dimensions;
            var before = Same(set.Previous.Of("OUT.02", by), values);
            var median = Same(set.Of("RT.02", by).Where(IsMedian), values);
            var medianBefore = Same(set.Previous.Of("RT.02", by).Where(IsMedian), values);
            yield return Figure(Codes.ActionRate, now.Value - before?.Value);
            yield return Figure(Codes.MedianTime, median?.Value - medianBefore?.Value);
            yield return Figure(
                Codes.PValue,
                LogRankProbability(
                    times.Select(period => ResponseTimes.Timings(period[values.Count == 0 ? null : values[0].Code]))
                )
            );

            Figure Figure(string part, double? value) =>
                new(
                    metric,
                    [.. values, set.Label(Dimension.Change, part)],
                    new Change(
                        value,
                        part switch
                        {
                            Codes.ActionRate => ChangeUnit.Share,
                            Codes.MedianTime => ChangeUnit.Hours,
                            _ => ChangeUnit.Probability,
                        }
                    ),
                    set.Period,
                    set.CutOff
                );
        }
    }

    private static bool IsMedian(Figure figure) => figure.CodeOf(Dimension.Statistic) == Codes.Median;

    private static Figure? Same(IEnumerable<Figure> figures, IReadOnlyList<DimensionValue> values) =>
        figures.FirstOrDefault(figure => values.All(value => figure.CodeOf(value.Dimension) == value.Code));

    /// <summary>Null with fewer than ten answers in either period.</summary>
    private static double? LogRankProbability(IEnumerable<IReadOnlyList<Timing>> periods)
    {
        var groups = periods.ToList();
        return groups.TrueForAll(group =>
            group.Where(timing => timing.Ended).Sum(timing => timing.Cases) >= Statistics.LeastEvents
        )
            ? LogRank.Test(groups).Probability
            : null;
    }
}
