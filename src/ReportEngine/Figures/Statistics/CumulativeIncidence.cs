namespace ReportEngine.Figures;

/// <summary>
/// One group of cases with the same time: how long, in seconds, and how it ended. <paramref name="Cause"/> 0 is still
/// open; 1, 2, … are the ends that exclude one another.
/// </summary>
public readonly record struct CauseTiming(long Seconds, int Cause, long Cases);

/// <summary>
/// The cumulative incidence of ends that exclude one another: F_k(t) = Σ over times up to and with t of
/// S(before) · d_k / r, with S the Kaplan–Meier survivor of any end. At every time Σ F_k + S = 1, which the
/// complements of one Kaplan–Meier curve a cause do not keep. O. O. Aalen and S. Johansen, "An empirical transition
/// matrix for non-homogeneous Markov chains based on censored observations", Scandinavian Journal of Statistics 5
/// (1978) 141–150.
/// </summary>
/// <remarks>
/// The variance is Greenwood's, by the delta method with the ends at a time multinomial among the cases at risk:
/// E. Marubini and M. G. Valsecchi, Analysing Survival Data (1995), section 10.3; P. K. Andersen and others,
/// Statistical Models Based on Counting Processes (1993), IV.4. It is that of Stata's stcompet and R's mstate, not
/// Aalen's (1978) of R's cmprsk. With one cause it is Greenwood's for the Kaplan–Meier curve, with no case open the
/// binomial F·(1 − F) / n.
/// </remarks>
public sealed record CumulativeIncidence
{
    private CumulativeIncidence(int causes, IReadOnlyList<IncidenceStep> steps) => (Causes, Steps) = (causes, steps);

    /// <summary>How many causes there are; they are numbered from 1 to this.</summary>
    public int Causes { get; }

    /// <summary>One step an observed time, ended or censored, by ascending time; empty when there is no case.</summary>
    public IReadOnlyList<IncidenceStep> Steps { get; }

    /// <summary>The incidences of the timings, in any order and any grouping.</summary>
    /// <param name="timings">A negative time, number of cases or cause, or one over the last, is refused.</param>
    /// <param name="causes">The number of causes, those without a case included; at least 1.</param>
    /// <exception cref="ArgumentException">A timing is impossible; the message says which.</exception>
    public static CumulativeIncidence Of(IEnumerable<CauseTiming> timings, int causes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(causes, 1);
        var byTime = timings
            .Select(timing => Possible(timing, causes))
            .Where(timing => timing.Cases > 0)
            .GroupBy(timing => timing.Seconds)
            .OrderBy(group => group.Key)
            .ToList();
        var atRisk = byTime.Sum(group => group.Sum(timing => timing.Cases));
        var state = IncidenceState.Start(causes);
        var steps = new List<IncidenceStep>(byTime.Count);
        foreach (var group in byTime)
        {
            var ended = new long[causes];
            foreach (var timing in group.Where(timing => timing.Cause > 0))
            {
                ended[timing.Cause - 1] += timing.Cases;
            }
            var censored = group.Where(timing => timing.Cause == 0).Sum(timing => timing.Cases);
            state = state.After(ended, atRisk);
            steps.Add(
                new IncidenceStep(group.Key, atRisk, ended, censored, state.Survival, state.Incidences, state.Variances)
            );
            atRisk -= ended.Sum() + censored;
        }
        return new CumulativeIncidence(causes, steps);
    }

    /// <summary>
    /// F_k at a time: the estimated share of cases ended by that cause by then. 0 before the first time. Null where it
    /// is unknown: after the last time unless no case is left open, and everywhere when there is no case.
    /// </summary>
    public double? At(int cause, long seconds) => IsKnown(seconds) ? StepAt(seconds)?.Incidence(cause) ?? 0 : null;

    /// <summary>The share of cases not ended by any cause for longer than a time; null where unknown.</summary>
    public double? SurvivalAt(long seconds) => IsKnown(seconds) ? StepAt(seconds)?.Survival ?? 1 : null;

    /// <summary>The pointwise 95 % interval of F_k at a time; null where F_k is unknown or 0.</summary>
    public Interval? IntervalAt(int cause, long seconds) => IsKnown(seconds) ? StepAt(seconds)?.Interval(cause) : null;

    /// <summary>
    /// The smallest time, in seconds, by which the incidence of a cause reaches a share of all cases, by the rule of
    /// <see cref="SurvivalCurve.Quantile"/>; null is "not reached", as it is for good where other causes took too many.
    /// </summary>
    public double? TimeOf(int cause, double share) =>
        RisingCurve.TimeOf([.. Steps.Select(step => (step.Seconds, (double?)step.Incidence(cause)))], share);

    /// <summary>
    /// The quantile with the times at which the pointwise 95 % band of the incidence crosses the same level; null ends
    /// are not reached.
    /// </summary>
    public QuantileEstimate Quantile(int cause, double share) =>
        new(
            TimeOf(cause, share),
            RisingCurve.TimeOf([.. Steps.Select(step => (step.Seconds, step.Interval(cause)?.High))], share),
            RisingCurve.TimeOf([.. Steps.Select(step => (step.Seconds, step.Interval(cause)?.Low))], share)
        );

    private static CauseTiming Possible(CauseTiming timing, int causes) =>
        timing switch
        {
            { Seconds: < 0 } => throw new ArgumentException(
                $"A case cannot end before it was received: {timing.Seconds} seconds.",
                nameof(timing)
            ),
            { Cases: < 0 } => throw new ArgumentException($"A group cannot hold {timing.Cases} cases.", nameof(timing)),
            _ when timing.Cause < 0 || timing.Cause > causes => throw new ArgumentException(
                $"There is no cause {timing.Cause} of {causes}.",
                nameof(timing)
            ),
            _ => timing,
        };

    private bool IsKnown(long seconds) => Steps is [.., var last] && (seconds <= last.Seconds || last.Survival == 0);

    private IncidenceStep? StepAt(long seconds) => TimeLine.At(Steps, step => step.Seconds, seconds);
}
