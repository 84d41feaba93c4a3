namespace ReportEngine.Figures;

/// <summary>A curve of many: each Kaplan–Meier curve with its weight, which add up to 1.</summary>
internal static class MixedCurve
{
    /// <summary>Of sums of weights, which are no exact numbers.</summary>
    private const double Tolerance = 1e-9;

    /// <summary>
    /// The seconds by which half have ended, by the rule of <see cref="SurvivalCurve.Quantile"/>; where a curve ends
    /// before, it stays at its last height. Null where half are never reached.
    /// </summary>
    public static double? Median(IReadOnlyList<SurvivalCurve> curves, IReadOnlyList<double> weights)
    {
        var heights = Enumerable.Repeat(1.0, curves.Count).ToArray();
        var drops = curves
            .SelectMany((curve, index) => curve.Steps.Where(step => step.Ended > 0).Select(step => (step, index)))
            .GroupBy(one => one.step.Seconds)
            .OrderBy(group => group.Key);
        long? half = null;
        foreach (var time in drops)
        {
            if (half is { } level)
            {
                return (level + time.Key) / 2.0;
            }
            foreach (var (step, index) in time)
            {
                heights[index] = step.Survival;
            }
            var height = heights.Zip(weights, (one, weight) => one * weight).Sum();
            if (height < 0.5 - Tolerance)
            {
                return time.Key;
            }
            half = height < 0.5 + Tolerance ? time.Key : null;
        }
        return half;
    }
}
