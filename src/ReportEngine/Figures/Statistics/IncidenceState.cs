namespace ReportEngine.Figures;

/// <summary>
/// Where cumulative incidences stand after a time, with what the next time needs of their covariance matrix: the
/// variance of S, of each F, and the covariance of S with each F.
/// </summary>
internal sealed record IncidenceState(
    double Survival,
    IReadOnlyList<double> Incidences,
    double SurvivalVariance,
    IReadOnlyList<double> Covariances,
    IReadOnlyList<double> Variances
)
{
    public static IncidenceState Start(int causes) =>
        new(1, new double[causes], 0, new double[causes], new double[causes]);

    /// <summary>
    /// The state after a time at which <paramref name="ended"/> of <paramref name="atRisk"/> cases ended. With hazards
    /// h_k = d_k / r and h = Σ h_k, S becomes S·(1 − h) and F_k becomes F_k + S·h_k; the delta method carries the
    /// covariances over, the ends being multinomial: Var h_k = d_k·(r − d_k) / r³, Cov(h, h_k) = d_k·(r − d) / r³.
    /// </summary>
    public IncidenceState After(IReadOnlyList<long> ended, long atRisk)
    {
        var all = ended.Sum();
        var open = (double)(atRisk - all) / atRisk;
        var cubed = (double)atRisk * atRisk * atRisk;
        var squared = Survival * Survival;
        var causes = Enumerable.Range(0, ended.Count).ToList();
        double Hazard(int cause) => (double)ended[cause] / atRisk;
        var incidences = causes.Select(cause => Math.Min(1, Incidences[cause] + (Survival * Hazard(cause)))).ToArray();
        if (all == atRisk)
        {
            // Nobody is left: Σ F is 1 exactly, and F of the only cause there was is, which sums of fractions miss.
            var last = causes.MaxBy(cause => ended[cause]);
            incidences[last] = 1 - incidences.Where((_, cause) => cause != last).Sum();
        }
        return new IncidenceState(
            Survival * open,
            incidences,
            (open * open * SurvivalVariance) + (squared * all * (atRisk - all) / cubed),
            [
                .. causes.Select(cause =>
                    (open * (Covariances[cause] + (Hazard(cause) * SurvivalVariance)))
                    - (squared * ended[cause] * (atRisk - all) / cubed)
                ),
            ],
            [
                .. causes.Select(cause =>
                    Math.Max(
                        0,
                        Variances[cause]
                            + (2 * Hazard(cause) * Covariances[cause])
                            + (Hazard(cause) * Hazard(cause) * SurvivalVariance)
                            + (squared * ended[cause] * (atRisk - ended[cause]) / cubed)
                    )
                ),
            ]
        );
    }
}
