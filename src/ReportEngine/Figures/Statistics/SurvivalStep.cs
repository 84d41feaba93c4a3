namespace ReportEngine.Figures;

/// <summary>
/// A survival curve from one observed time to the next. Cases censored at a time are still at risk at that time.
/// </summary>
/// <param name="Seconds">The time, in seconds; the step holds from it (inclusive) to the next (exclusive).</param>
/// <param name="AtRisk">Cases not ended and not censored just before the time.</param>
/// <param name="Ended">Cases ended at the time.</param>
/// <param name="Censored">Cases last seen open at the time.</param>
/// <param name="Survival">S: the estimated share still open after the time, from 0 to 1.</param>
/// <param name="GreenwoodSum">V = Σ d / (r·(r − d)) up to and with the time; infinite once S is 0.</param>
public sealed record SurvivalStep(
    long Seconds,
    long AtRisk,
    long Ended,
    long Censored,
    double Survival,
    double GreenwoodSum
)
{
    /// <summary>
    /// S·√V, or null at S = 0. M. Greenwood, "The natural duration of cancer", Reports on Public Health and Medical
    /// Subjects 33 (1926) 1–26.
    /// </summary>
    public double? StandardError => Survival > 0 ? Survival * Math.Sqrt(GreenwoodSum) : null;

    /// <summary>The pointwise 95 % interval of S; null where <see cref="PointwiseInterval.Of"/> gives none.</summary>
    public Interval? Interval(IntervalScale scale) => PointwiseInterval.Of(Survival, GreenwoodSum, scale);
}
