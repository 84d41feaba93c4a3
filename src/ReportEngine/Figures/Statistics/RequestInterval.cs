using MathNet.Numerics.Distributions;

namespace ReportEngine.Figures;

/// <summary>
/// 95 % intervals of a level in which requests, and not cases, vary by themselves: referrals of one request are often
/// answered together, and then tell no more than one. Never narrower than if cases varied by themselves; and as wide
/// as Student's t has it for so many requests (E. L. Korn and B. I. Graubard, "Confidence intervals for proportions
/// with small expected number of positive counts estimated from survey data", Survey Methodology 24 (1998) 193–201).
/// </summary>
public static class RequestInterval
{
    private const double UpperPoint = 0.975;

    /// <summary>
    /// Wilson's interval with as many cases as tell as much: all of them over the design effect. Of none or all, where
    /// that cannot be estimated, each request counts as one. Null with fewer than 5 requests or 10 cases.
    /// </summary>
    public static Interval? OfShare(IReadOnlyCollection<RequestShare> parts)
    {
        var requests = parts
            .GroupBy(part => part.Request, StringComparer.Ordinal)
            .Select(request => (Yes: request.Sum(part => part.Yes), Cases: request.Sum(part => part.Cases)))
            .ToList();
        var cases = requests.Sum(request => request.Cases);
        if (requests.Count < LikeForLike.LeastRequests || cases < Share.LeastDenominator)
        {
            return null;
        }
        var share = (double)requests.Sum(request => request.Yes) / cases;
        var spread = requests.Sum(request => Math.Pow(request.Yes - (share * request.Cases), 2));
        var effect = share is 0 or 1
            ? (double)cases / requests.Count
            : Math.Max(1, OfSample(requests.Count) * spread / (cases * share * (1 - share)));
        var widening = Widening(requests.Count);
        return Statistics.Wilson(share, cases / effect / (widening * widening));
    }

    /// <summary>
    /// The median of the Kaplan–Meier curve in seconds with its limits, as <see cref="SurvivalCurve.Quantile"/> has
    /// them; null with fewer than 5 requests or 10 answers.
    /// </summary>
    public static QuantileEstimate? OfMedian(IReadOnlyCollection<RequestTiming> parts)
    {
        var requests = parts.Select(part => part.Request).Distinct(StringComparer.Ordinal).Count();
        var answers = parts.Where(part => part.Timing.Ended).Sum(part => part.Timing.Cases);
        if (requests < LikeForLike.LeastRequests || answers < Statistics.LeastEvents)
        {
            return null;
        }
        var curve = SurvivalCurve.Of(parts.Select(part => part.Timing));
        var widening = Widening(requests);
        return curve
            .With(
                curve
                    .Steps.Zip(new ClusteredHazard(parts).VariancesAt(curve.Steps))
                    .Select(step =>
                        Math.Max(step.First.GreenwoodSum, OfSample(requests) * step.Second) * widening * widening
                    )
            )
            .Quantile(0.5, IntervalScale.LogLog);
    }

    /// <summary>The mean is estimated from the same requests.</summary>
    private static double OfSample(int requests) => (double)requests / (requests - 1);

    private static double Widening(int requests) => StudentT.InvCDF(0, 1, requests - 1, UpperPoint) / Statistics.Z;
}
