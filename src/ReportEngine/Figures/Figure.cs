namespace ReportEngine.Figures;

/// <summary>
/// One number of a report: which metric, for which dimension values, in which period, known at which cut-off.
/// </summary>
public sealed record Figure(
    Metric Metric,
    IReadOnlyList<DimensionValue> Dimensions,
    Quantity Quantity,
    Period Period,
    CutOff AsOf
)
{
    /// <summary>The release that this one is held against says something else of it.</summary>
    public bool IsRevised { get; init; }

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

    /// <summary>
    /// The number itself: a count, a fraction from 0 to 1, a ratio, hours; null where a marker stands.
    /// </summary>
    public double? Value =>
        Quantity switch
        {
            Count count => count.Number,
            Sum sum => sum.Total,
            Share share => share.Value * Metric.Scale,
            Ratio ratio => ratio.Value,
            Hours hours => hours.Value,
            Measured measured => measured.Value,
            Portion portion => portion.Value,
            Estimate estimate => estimate.Value,
            Change change => change.Value,
            _ => null,
        };

    public long? Numerator =>
        Quantity switch
        {
            Share share => share.Numerator,
            Ratio ratio => ratio.Numerator,
            Sum sum => sum.Known,
            Hours hours => hours.Events,
            Portion portion => portion.Numerator,
            _ => null,
        };

    public long? Denominator =>
        Quantity switch
        {
            Share share => share.Denominator,
            Ratio ratio => ratio.Denominator,
            Sum sum => sum.All,
            Hours hours => hours.Cases,
            Portion portion => portion.Denominator,
            Estimate estimate => estimate.Cases,
            _ => null,
        };

    /// <summary>
    /// Cases in neither count because what would place them is not recorded; 0 where nothing is missing.
    /// </summary>
    public long LeftOut =>
        Quantity switch
        {
            Share share => share.LeftOut,
            Hours hours => hours.LeftOut,
            _ => 0,
        };

    /// <summary>Cases at risk just before the time of an estimate read off a curve.</summary>
    public long? AtRisk => Quantity is Estimate estimate ? estimate.AtRisk : null;

    /// <summary>
    /// Lower end of the 95 % interval, on the scale of <see cref="Value"/>; null where there is none.
    /// </summary>
    public double? Low => Ends.Low;

    /// <summary>Upper end; null where there is none, and where the upper end of a time is not reached.</summary>
    public double? High => Ends.High;

    private (double? Low, double? High) Ends =>
        Quantity switch
        {
            Share { Interval: { } of } => (of.Low * Metric.Scale, of.High * Metric.Scale),
            Estimate { Interval: { } of } => (of.Low, of.High),
            Hours hours => (hours.Low, hours.High),
            _ => (null, null),
        };
}
