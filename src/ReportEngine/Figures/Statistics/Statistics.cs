namespace ReportEngine.Figures;

/// <summary>
/// One group of cases with the same time: how long, in seconds, and whether it ended or is still open.
/// </summary>
public readonly record struct Timing(long Seconds, bool Ended, long Cases);

/// <summary>The statistical methods, as formulas over plain numbers.</summary>
public static class Statistics
{
    /// <summary>97.5 % point of the standard normal distribution, for two-sided 95 % intervals.</summary>
    public const double Z = 1.959963984540054;

    /// <summary>Fewest events a median is given for; p95 needs <see cref="LeastEventsForTail"/>.</summary>
    public const long LeastEvents = 10;

    public const long LeastEventsForTail = 20;

    /// <summary>
    /// Wilson score interval for a share, 95 %. E. B. Wilson, "Probable inference, the law of succession, and
    /// statistical inference", JASA 22 (1927) 209–212.
    /// </summary>
    public static Interval Wilson(long numerator, long denominator) =>
        Wilson((double)numerator / denominator, denominator);

    /// <summary>The same of a share whose cases tell as much as so many that vary by themselves.</summary>
    internal static Interval Wilson(double share, double cases)
    {
        var centre = share + (Z * Z / (2 * cases));
        var half = Z * Math.Sqrt((share * (1 - share) / cases) + (Z * Z / (4 * cases * cases)));
        var scale = 1 + (Z * Z / cases);
        return new Interval(
            share == 0 ? 0 : Math.Max(0, (centre - half) / scale),
            share == 1 ? 1 : Math.Min(1, (centre + half) / scale)
        );
    }

    /// <summary>
    /// Quantile of a time to event in hours, from the Kaplan–Meier curve. Not printed with fewer than
    /// <see cref="LeastEvents"/> ended cases (<see cref="LeastEventsForTail"/> above the 90th percentile).
    /// </summary>
    public static Hours Quantile(IReadOnlyCollection<Timing> timings, double probability)
    {
        var events = timings.Where(timing => timing.Ended).Sum(timing => timing.Cases);
        var cases = timings.Sum(timing => timing.Cases);
        var seconds = KaplanMeierQuantile(timings, probability);
        var enough = events >= (probability > 0.9 ? LeastEventsForTail : LeastEvents);
        return new Hours(enough ? seconds / 3600 : null, seconds is not null, events, cases);
    }

    /// <summary>
    /// Quantile of a Kaplan–Meier curve in seconds, by the rule of <see cref="SurvivalCurve.Quantile"/>. Open cases
    /// count as still at risk at their own time. Null when the curve stops short.
    /// </summary>
    public static double? KaplanMeierQuantile(IEnumerable<Timing> timings, double probability) =>
        SurvivalCurve.Of(timings).TimeOf(probability);
}
