namespace ReportEngine.Figures;

/// <summary>
/// The variance of a cumulative hazard, Σ d / Y over times, when the cases of a request may end together: the sum over
/// requests of what each adds to it, Σ (d_g − Y_g · d / Y) / Y, squared. Z. Ying and L. J. Wei, "The Kaplan–Meier
/// estimate for dependent failure time observations", Journal of Multivariate Analysis 50 (1994) 17–29.
/// </summary>
internal sealed class ClusteredHazard(IEnumerable<RequestTiming> timings)
{
    private readonly List<Request> requests =
    [
        .. timings
            .GroupBy(one => one.Request, StringComparer.Ordinal)
            .OrderBy(request => request.Key, StringComparer.Ordinal)
            .Select(request => new Request([.. request.Select(one => one.Timing)])),
    ];

    /// <summary>
    /// One for each step of their curve, time with the step. Each request is brought up to date only when cases of it
    /// leave; between, the sums over all of them are: work grows with the cases, not with times × requests.
    /// </summary>
    public IEnumerable<double> VariancesAt(IReadOnlyList<SurvivalStep> steps)
    {
        var leaving = requests
            .SelectMany(request => request.Timings.Select(timing => (Request: request, Timing: timing)))
            .ToLookup(one => one.Timing.Seconds);
        var total = 0.0; // Σ d / Y², by which a case at risk takes off.
        var (squares, mixed, atRisk) = (0.0, 0.0, requests.Sum(request => (double)request.AtRisk * request.AtRisk));
        foreach (var step in steps)
        {
            var added = (double)step.Ended / step.AtRisk / step.AtRisk;
            squares += (added * added * atRisk) - (2 * added * mixed);
            mixed -= added * atRisk;
            total += added;
            foreach (var (request, timing) in leaving[step.Seconds])
            {
                request.BringTo(total);
                squares -= request.Part * request.Part;
                mixed -= request.Part * request.AtRisk;
                atRisk -= (double)request.AtRisk * request.AtRisk;
                request.Leave(timing, timing.Ended ? (double)timing.Cases / step.AtRisk : 0);
                squares += request.Part * request.Part;
                mixed += request.Part * request.AtRisk;
                atRisk += (double)request.AtRisk * request.AtRisk;
            }
            yield return Math.Max(0, squares);
        }
    }

    private sealed class Request(IReadOnlyList<Timing> timings)
    {
        private double seen;

        public IReadOnlyList<Timing> Timings => timings;

        public long AtRisk { get; private set; } = timings.Sum(timing => timing.Cases);

        /// <summary>What it adds to the hazard beyond what was expected of its cases.</summary>
        public double Part { get; private set; }

        public void BringTo(double total)
        {
            Part -= AtRisk * (total - seen);
            seen = total;
        }

        public void Leave(Timing timing, double answered)
        {
            Part += answered;
            AtRisk -= timing.Cases;
        }
    }
}
