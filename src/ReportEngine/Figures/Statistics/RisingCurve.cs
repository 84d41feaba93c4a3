namespace ReportEngine.Figures;

/// <summary>Reads a time off a curve that starts at a share of 0 and steps up, as R's quantile.survfit does.</summary>
internal static class RisingCurve
{
    /// <summary>How near a level counts as on it: the square root of the machine's precision, as in R.</summary>
    private const double Tolerance = 1.490116119384766e-8;

    /// <summary>
    /// The time, in seconds, at which the curve first stands at the share or above. Where it is level at exactly the
    /// share, the middle between the start of that level and the next step; on the last level, the middle between its
    /// start and the last time, censored times included. Null where the curve stops short. A share of 0 gives 0.
    /// </summary>
    /// <remarks>
    /// A confidence limit need not rise all the way, and has gaps where no interval exists. R then takes the point
    /// with the lowest level that is high enough, not the earliest; so does this.
    /// </remarks>
    /// <param name="points">Times in seconds, ascending, with the level from each on; null where there is none.</param>
    /// <param name="share">A fraction from 0 to 1.</param>
    public static double? TimeOf(IReadOnlyList<(long Seconds, double? Level)> points, double share)
    {
        if (share is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "A quantile needs a share from 0 to 1.");
        }
        if (share == 0 || points.Count == 0)
        {
            return points.Count == 0 ? null : 0;
        }
        var levels = points
            .Prepend((Seconds: 0, Level: 0))
            .Where(point => point.Level is not null)
            .DistinctBy(point => point.Level)
            .ToList();
        var start = LowestAtOrAbove(levels, share - Tolerance);
        if (start is not null && points[^1].Level is { } last && Math.Abs(share - last) < Tolerance)
        {
            return (start.Value + points[^1].Seconds) / 2.0;
        }
        return start is null ? null : (start + LowestAtOrAbove(levels, share + Tolerance)) / 2.0;
    }

    private static long? LowestAtOrAbove(IEnumerable<(long Seconds, double? Level)> levels, double level)
    {
        var high = levels.Where(point => point.Level >= level).ToList();
        return high.Count == 0 ? null : high.MinBy(point => point.Level).Seconds;
    }
}
