namespace ReportEngine.Figures;

/// <summary>
/// The Kaplan–Meier curve S(t) = Π over times up to and with t of (1 − d / r), with d cases ended at a time and r at
/// risk just before it. Cases still open are censored, neither left out nor counted as ended. E. L. Kaplan and
/// P. Meier, "Nonparametric estimation from incomplete observations", JASA 53 (1958) 457–481.
/// </summary>
public sealed record SurvivalCurve
{
    private SurvivalCurve(IReadOnlyList<SurvivalStep> steps) => Steps = steps;

    /// <summary>One step an observed time, ended or censored, by ascending time; empty when there is no case.</summary>
    public IReadOnlyList<SurvivalStep> Steps { get; }

    /// <summary>
    /// The curve of the timings, in any order and any grouping. A negative time, as of a closure before receipt, and
    /// a negative number of cases are refused.
    /// </summary>
    /// <exception cref="ArgumentException">A timing is impossible; the message says which.</exception>
    public static SurvivalCurve Of(IEnumerable<Timing> timings)
    {
        var byTime = timings
            .Select(Possible)
            .Where(timing => timing.Cases > 0)
            .GroupBy(timing => timing.Seconds)
            .OrderBy(group => group.Key)
            .ToList();
        var atRisk = byTime.Sum(group => group.Sum(timing => timing.Cases));
        var steps = new List<SurvivalStep>(byTime.Count);
        var (survival, greenwoodSum) = (1.0, 0.0);
        foreach (var group in byTime)
        {
            var ended = group.Where(timing => timing.Ended).Sum(timing => timing.Cases);
            var censored = group.Where(timing => !timing.Ended).Sum(timing => timing.Cases);
            survival *= (double)(atRisk - ended) / atRisk;
            greenwoodSum += Hazard(ended, atRisk);
            steps.Add(new SurvivalStep(group.Key, atRisk, ended, censored, survival, greenwoodSum));
            atRisk -= ended + censored;
        }
        return new SurvivalCurve(steps);
    }

    /// <summary>
    /// S at a time: the estimated share of cases open for longer than that. 1 before the first time. Null where the
    /// curve is unknown: after the last time unless S has reached 0, and everywhere when there is no case.
    /// </summary>
    public double? At(long seconds) => IsKnown(seconds) ? StepAt(seconds)?.Survival ?? 1 : null;

    /// <summary>The pointwise 95 % interval of S at a time; null where S is unknown, 0, or not yet below 1.</summary>
    public Interval? IntervalAt(long seconds, IntervalScale scale) =>
        IsKnown(seconds) ? StepAt(seconds)?.Interval(scale) : null;

    /// <summary>
    /// Cases not ended and not censored just before a time, so those with exactly this time are counted.
    /// </summary>
    public long AtRisk(long seconds) =>
        TimeLine.CountBefore(Steps, step => step.Seconds, seconds, inclusive: false) is var passed
        && passed < Steps.Count
            ? Steps[passed].AtRisk
            : 0;

    /// <summary>
    /// The smallest time by which the estimated share of ended cases reaches <paramref name="share"/>; where the curve
    /// is level at exactly that share, the middle of the level, which for the last level ends at the last time seen.
    /// The limits are those times at which the pointwise 95 % band crosses the same level, by the same rule.
    /// R. Brookmeyer and J. Crowley, "A confidence interval for the median survival time", Biometrics 38 (1982) 29–41;
    /// read as R's quantile.survfit does.
    /// </summary>
    public QuantileEstimate Quantile(double share, IntervalScale scale) =>
        new(
            TimeOf(share),
            RisingCurve.TimeOf([.. Steps.Select(step => (step.Seconds, 1 - step.Interval(scale)?.Low))], share),
            RisingCurve.TimeOf([.. Steps.Select(step => (step.Seconds, 1 - step.Interval(scale)?.High))], share)
        );

    /// <summary>The quantile of <see cref="Quantile"/> without its limits.</summary>
    public double? TimeOf(double share) =>
        RisingCurve.TimeOf([.. Steps.Select(step => (step.Seconds, (double?)(1 - step.Survival)))], share);

    /// <summary>
    /// The area under S from 0 to τ: the mean time when every time over τ is counted as τ. Its variance is
    /// Σ over times before τ of A² · d / (r·(r − d)), A being the area from that time to τ (J. P. Klein and
    /// M. L. Moeschberger, Survival Analysis, 2nd edition (2003), section 4.5). Null where S at τ is unknown.
    /// </summary>
    /// <param name="upToSeconds">τ, in seconds; to be printed beside the mean.</param>
    public RestrictedMean? MeanUpTo(long upToSeconds)
    {
        if (!IsKnown(upToSeconds))
        {
            return null;
        }
        var (area, variance, until) = (0.0, 0.0, upToSeconds);
        foreach (var step in Steps.Where(step => step.Seconds < upToSeconds).Reverse())
        {
            area += step.Survival * (until - step.Seconds);
            variance += area == 0 ? 0 : area * area * Hazard(step.Ended, step.AtRisk);
            until = step.Seconds;
        }
        return new RestrictedMean(area + until, Math.Sqrt(variance), upToSeconds);
    }

    /// <summary>The same curve with other variances of log S, one a step.</summary>
    internal SurvivalCurve With(IEnumerable<double> variances) =>
        new([.. Steps.Zip(variances, (step, variance) => step with { GreenwoodSum = variance })]);

    private static double Hazard(long ended, long atRisk) => ended == 0 ? 0 : (double)ended / atRisk / (atRisk - ended);

    private static Timing Possible(Timing timing) =>
        timing switch
        {
            { Seconds: < 0 } => throw new ArgumentException(
                $"A case cannot end before it was received: {timing.Seconds} seconds.",
                nameof(timing)
            ),
            { Cases: < 0 } => throw new ArgumentException($"A group cannot hold {timing.Cases} cases.", nameof(timing)),
            _ => timing,
        };

    private bool IsKnown(long seconds) => Steps is [.., var last] && (seconds <= last.Seconds || last.Survival == 0);

    private SurvivalStep? StepAt(long seconds) => TimeLine.At(Steps, step => step.Seconds, seconds);
}
