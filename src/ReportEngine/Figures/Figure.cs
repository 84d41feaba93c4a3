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

    /// <summary>
    /// Of the period before as it was known at the same age: at <see cref="AsOf"/>, before the report's cut-off.
    /// </summary>
    public bool IsSameAge { get; init; }

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
    public double? Value => Quantity.Amount * Metric.Scale;

    public long? Numerator => Quantity.Counted;

    public long? Denominator => Quantity.OutOf;

    /// <summary>
    /// Cases in neither count because what would place them is not recorded; 0 where nothing is missing.
    /// </summary>
    public long LeftOut => Quantity.NotPlaced;

    /// <summary>Cases at risk just before the time of an estimate read off a curve.</summary>
    public long? AtRisk => Quantity.Risk;

    /// <summary>
    /// Lower end of the 95 % interval, on the scale of <see cref="Value"/>; null where there is none.
    /// </summary>
    public double? Low => Quantity.Ends.Low * Metric.Scale;

    /// <summary>Upper end; null where there is none, and where the upper end of a time is not reached.</summary>
    public double? High => Quantity.Ends.High * Metric.Scale;
}
