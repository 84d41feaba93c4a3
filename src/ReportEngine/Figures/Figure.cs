namespace ReportEngine.Figures;

/// <summary>
/// One number of a report: which metric, for which dimension values, in which period, known at which cut-off.
/// </summary>
public sealed record Figure(
    Metric Metric,
    IReadOnlyList<DimensionValue> Dimensions,
    Quantity Quantity,
    Period Period,
    CutOff AsOf)
{
    /// <summary>The code of this figure's value of a dimension; null where the figure is a total over it.</summary>
    public string? CodeOf(Dimension dimension)
    {
        foreach (var value in Dimensions)
        {
            if (value.Dimension == dimension)
            {
                return value.Code;
            }
        }
        return null;
    }

    /// <summary>The number itself: a count, a fraction from 0 to 1, a ratio, hours; null where a marker stands.</summary>
    public double? Value => Quantity switch
    {
        Count count => count.Number,
        Sum sum => sum.Total,
        Share share => share.Value * Metric.Scale,
        Ratio ratio => ratio.Value,
        Hours hours => hours.Value,
        Measured measured => measured.Value,
        _ => null,
    };

    public long? Numerator => Quantity switch
    {
        Share share => share.Numerator,
        Ratio ratio => ratio.Numerator,
        Sum sum => sum.Known,
        Hours hours => hours.Events,
        _ => null,
    };

    public long? Denominator => Quantity switch
    {
        Share share => share.Denominator,
        Ratio ratio => ratio.Denominator,
        Sum sum => sum.All,
        Hours hours => hours.Cases,
        _ => null,
    };

    public Interval? Interval => Quantity is Share { Interval: { } of }
        ? new Interval(of.Low * Metric.Scale, of.High * Metric.Scale)
        : null;
}
