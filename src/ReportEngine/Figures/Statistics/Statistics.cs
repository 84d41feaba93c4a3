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
    public static Interval Wilson(long numerator, long denominator)
    {
        var n = (double)denominator;
        var share = numerator / n;
        var centre = share + (Z * Z / (2 * n));
        var half = Z * Math.Sqrt((share * (1 - share) / n) + (Z * Z / (4 * n * n)));
        var scale = 1 + (Z * Z / n);
        return new Interval(
            numerator == 0 ? 0 : Math.Max(0, (centre - half) / scale),
            numerator == denominator ? 1 : Math.Min(1, (centre + half) / scale)
        );
    }

    /// <summary>
    /// 95 % interval of the difference of two shares of different cases, the first less the second, from their Wilson
    /// intervals. R. G. Newcombe, "Interval estimation for the difference between independent proportions", Statistics
    /// in Medicine 17 (1998) 873–890, method 10.
    /// </summary>
    public static Interval Difference(Share first, Share second)
    {
        var (one, other) = (Wilson(first.Numerator, first.Denominator), Wilson(second.Numerator, second.Denominator));
        var (share, otherShare) = (
            (double)first.Numerator / first.Denominator,
            (double)second.Numerator / second.Denominator
        );
        return new Interval(
            share - otherShare - double.Hypot(share - one.Low, other.High - otherShare),
            share - otherShare + double.Hypot(one.High - share, otherShare - other.Low)
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
