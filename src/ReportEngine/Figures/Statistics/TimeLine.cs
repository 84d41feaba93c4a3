namespace ReportEngine.Figures;

/// <summary>Finds a step in a list of steps by ascending time.</summary>
internal static class TimeLine
{
    /// <summary>How many steps begin before a time, or with <paramref name="inclusive"/> at it or before.</summary>
    public static int CountBefore<TStep>(
        IReadOnlyList<TStep> steps,
        Func<TStep, long> timeOf,
        long seconds,
        bool inclusive
    )
    {
        var (from, to) = (0, steps.Count);
        while (from < to)
        {
            var middle = from + ((to - from) / 2);
            var time = timeOf(steps[middle]);
            (from, to) = time < seconds || (inclusive && time == seconds) ? (middle + 1, to) : (from, middle);
        }
        return from;
    }

    /// <summary>The last step that begins at a time or before; null before the first.</summary>
    public static TStep? At<TStep>(IReadOnlyList<TStep> steps, Func<TStep, long> timeOf, long seconds)
        where TStep : class =>
        CountBefore(steps, timeOf, seconds, inclusive: true) is > 0 and var count ? steps[count - 1] : null;
}
