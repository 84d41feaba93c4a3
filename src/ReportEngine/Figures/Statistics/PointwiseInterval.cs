namespace ReportEngine.Figures;

/// <summary>
/// 95 % intervals of a curve at one time, from the share and the variance of its logarithm. J. D. Kalbfleisch and
/// R. L. Prentice, The Statistical Analysis of Failure Time Data, 2nd edition (2002), section 1.4; Ø. Borgan and
/// K. Liestøl, Scandinavian Journal of Statistics 17 (1990) 35–41.
/// </summary>
public static class PointwiseInterval
{
    /// <summary>
    /// The interval of a share on a scale, both ends included and capped to 0 and 1. None at a share of 0, where the
    /// variance of the logarithm does not exist. At a share of 1, where nothing has ended yet, the plain and the log
    /// scale give 1 to 1 and the log-log scale none (as R's survfit).
    /// </summary>
    /// <param name="share">A fraction from 0 to 1: S of a survival curve, or the incidence of a cause.</param>
    /// <param name="logVariance">The variance of its logarithm: the Greenwood sum V, or Var(F) / F².</param>
    /// <param name="scale">The scale the interval is symmetric on.</param>
    public static Interval? Of(double share, double logVariance, IntervalScale scale)
    {
        if (share <= 0 || (share >= 1 && scale == IntervalScale.LogLog))
        {
            return null;
        }
        var half = Statistics.Z * Math.Sqrt(logVariance);
        var (low, high) = scale switch
        {
            IntervalScale.Plain => (share - (share * half), share + (share * half)),
            IntervalScale.Log => (share * Math.Exp(-half), share * Math.Exp(half)),
            IntervalScale.LogLog => DoubleLog(share, half),
            _ => throw new ArgumentOutOfRangeException(nameof(scale), scale, "No such scale."),
        };
        return new Interval(Math.Clamp(low, 0, 1), Math.Clamp(high, 0, 1));
    }

    private static (double Low, double High) DoubleLog(double share, double half)
    {
        var theta = half / -Math.Log(share);
        return (Math.Pow(share, Math.Exp(theta)), Math.Pow(share, Math.Exp(-theta)));
    }
}
