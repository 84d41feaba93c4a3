namespace ReportEngine.Figures;

/// <summary>
/// The incidences of all causes from one observed time to the next. Lists hold one value a cause, cause 1 first.
/// </summary>
/// <param name="Seconds">The time, in seconds; the step holds from it (inclusive) to the next (exclusive).</param>
/// <param name="AtRisk">Cases not ended and not censored just before the time.</param>
/// <param name="Ended">Cases ended at the time, by cause.</param>
/// <param name="Censored">Cases last seen open at the time.</param>
/// <param name="Survival">S: the estimated share not ended by any cause, from 0 to 1.</param>
/// <param name="Incidences">F: the estimated share ended by each cause, from 0 to 1.</param>
/// <param name="Variances">The variance of each F; see <see cref="CumulativeIncidence"/>.</param>
public sealed record IncidenceStep(
    long Seconds,
    long AtRisk,
    IReadOnlyList<long> Ended,
    long Censored,
    double Survival,
    IReadOnlyList<double> Incidences,
    IReadOnlyList<double> Variances
)
{
    /// <summary>F of a cause, numbered from 1.</summary>
    public double Incidence(int cause) => Incidences[cause - 1];

    /// <summary>The standard error of F of a cause, numbered from 1.</summary>
    public double StandardError(int cause) => Math.Sqrt(Variances[cause - 1]);

    /// <summary>
    /// The 95 % interval of F of a cause on the log-log scale, F^exp(±z·SE / (F·ln F)); null while F is 0 and once it
    /// is 1. M. Pintilie, Competing Risks: A Practical Perspective (2006), section 4.1.
    /// </summary>
    public Interval? Interval(int cause)
    {
        var incidence = Incidence(cause);
        return PointwiseInterval.Of(incidence, Variances[cause - 1] / (incidence * incidence), IntervalScale.LogLog);
    }
}
