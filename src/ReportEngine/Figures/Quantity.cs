using System.Text.Json.Serialization;

namespace ReportEngine.Figures;

/// <summary>
/// What a figure came to. Missing, zero, too few and not applicable are different kinds, never one number.
/// </summary>
public abstract record Quantity
{
    private protected Quantity() { }

    /// <summary>The marker printed instead of the value, in square brackets, or null when there is a value.</summary>
    public virtual string? Marker => null;

    /// <summary>The number itself, before the scale of its metric; null where a marker stands.</summary>
    internal virtual double? Amount => null;

    /// <summary>What was counted, for shares and ratios; known cases, for sums; ended cases, for times.</summary>
    internal virtual long? Counted => null;

    /// <summary>Out of how many.</summary>
    internal virtual long? OutOf => null;

    /// <summary>Cases in neither count because what would place them is not recorded.</summary>
    internal virtual long NotPlaced => 0;

    /// <summary>Cases at risk just before the time of an estimate read off a curve.</summary>
    internal virtual long? Risk => null;

    /// <summary>The ends of the 95 % interval, on the scale of <see cref="Amount"/>.</summary>
    internal virtual (double? Low, double? High) Ends => (null, null);

    /// <summary>
    /// What its number is measured in where the metric does not say (<see cref="Unit.IsOfValue"/>); null where only the
    /// indicator says.
    /// </summary>
    internal virtual string? Measure => null;

    /// <summary>No value is given because nobody was followed that long, and not because there were too few.</summary>
    public virtual bool IsCutShort => false;
}

/// <summary>A whole number of things; 0 is a true zero.</summary>
public sealed record Count(long Number) : Quantity
{
    internal override double? Amount => Number;
}

/// <summary>
/// A sum over things of which some are unknown: <see cref="Total"/> over <see cref="Known"/> of <see cref="All"/>.
/// </summary>
public sealed record Sum(long Total, long Known, long All) : Quantity
{
    internal override double? Amount => Total;

    internal override long? Counted => Known;

    internal override long? OutOf => All;
}

/// <summary>
/// A nested set: <see cref="Numerator"/> of <see cref="Denominator"/>. The share and its Wilson 95 % interval are
/// fractions from 0 to 1. With a denominator under <see cref="LeastDenominator"/> no share is given ([u]);
/// with a denominator of 0 none exists ([z]).
/// </summary>
public sealed record Share(long Numerator, long Denominator) : Quantity
{
    /// <summary>The smallest denominator a rate is printed for (rule 5 of the statistical rules).</summary>
    public const long LeastDenominator = 10;

    /// <summary>
    /// Cases that belong in neither count because what would place them is not recorded; 0 where nothing is missing.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long LeftOut { get; init; }

    public double? Value => Denominator >= LeastDenominator ? (double)Numerator / Denominator : null;

    public Interval? Interval => Denominator >= LeastDenominator ? Statistics.Wilson(Numerator, Denominator) : null;

    internal override double? Amount => Value;

    internal override long? Counted => Numerator;

    internal override long? OutOf => Denominator;

    internal override long NotPlaced => LeftOut;

    internal override (double? Low, double? High) Ends => Interval is { } ends ? (ends.Low, ends.High) : (null, null);

    internal override string Measure => Unit.Proportion;

    public override string? Marker =>
        Denominator switch
        {
            0 => "z",
            < LeastDenominator => "u",
            _ => null,
        };
}

/// <summary>
/// A part of a whole that is no sample of a larger one: a fraction from 0 to 1 without an interval; [z] of nothing.
/// </summary>
public sealed record Portion(long Numerator, long Denominator) : Quantity
{
    public double? Value => Denominator == 0 ? null : (double)Numerator / Denominator;

    internal override double? Amount => Value;

    internal override long? Counted => Numerator;

    internal override long? OutOf => Denominator;

    internal override string Measure => Unit.Proportion;

    public override string? Marker => Denominator == 0 ? "z" : null;
}

/// <summary>
/// A share read off a curve at one time: a fraction from 0 to 1 with its 95 % interval, the cases at risk just before
/// it and all cases. Null when there are too few cases ([u]) or none ([z]), or when nobody was followed so long ([x]).
/// </summary>
public sealed record Estimate(double? Value, Interval? Interval, long AtRisk, long Cases) : Quantity
{
    public override string? Marker =>
        Value is not null ? null
        : Cases == 0 ? "z"
        : IsCutShort ? "x"
        : "u";

    public override bool IsCutShort => Value is null && Cases >= Share.LeastDenominator;

    internal override double? Amount => Value;

    internal override long? OutOf => Cases;

    internal override long? Risk => AtRisk;

    internal override (double? Low, double? High) Ends => Interval is { } ends ? (ends.Low, ends.High) : (null, null);

    internal override string Measure => Figures.Unit.Proportion;
}

/// <summary>What a <see cref="Change"/> is measured in.</summary>
public enum ChangeUnit
{
    /// <summary>A difference of two fractions; printed in percentage points.</summary>
    Share,

    Hours,

    /// <summary>From 0 to 1.</summary>
    Probability,
}

/// <summary>
/// A difference between two periods, or the probability of one as large by chance; [u] where either side has too
/// little.
/// </summary>
public sealed record Change(double? Value, ChangeUnit Unit) : Quantity
{
    internal override double? Amount => Value;

    internal override string Measure =>
        Unit switch
        {
            ChangeUnit.Share => "difference of proportions",
            ChangeUnit.Hours => Figures.Unit.Hours.Name,
            _ => "probability",
        };

    public override string? Marker => Value is null ? "u" : null;
}

/// <summary>A ratio of two counts that is no share; [z] when the denominator is 0.</summary>
public sealed record Ratio(long Numerator, long Denominator) : Quantity
{
    public double? Value => Denominator == 0 ? null : (double)Numerator / Denominator;

    internal override double? Amount => Value;

    internal override long? Counted => Numerator;

    internal override long? OutOf => Denominator;

    public override string? Marker => Denominator == 0 ? "z" : null;
}

/// <summary>
/// A quantile of a time to event, in hours. Null with <see cref="Reached"/> false: the curve stops short of the
/// quantile at the cut-off, which is a finding, not a gap; null otherwise: too few events ([u]) or none at risk ([z]).
/// <see cref="Low"/> and <see cref="High"/> are the ends of its 95 % interval; a null end is not reached.
/// </summary>
public sealed record Hours(
    double? Value,
    bool Reached,
    long Events,
    long Cases,
    double? Low = null,
    double? High = null
) : Quantity
{
    /// <summary>Cases that are not among <see cref="Cases"/> because the time they ended at is not recorded.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long LeftOut { get; init; }

    /// <summary>Answers a time is given for at most: the least for a 95th percentile.</summary>
    private const long MostNeeded = 20;

    public override string? Marker =>
        Cases == 0 ? "z"
        : !Reached || IsCutShort ? "x"
        : Value is null ? "u"
        : null;

    public override bool IsCutShort => Value is null && Reached && Events >= MostNeeded;

    internal override double? Amount => Value;

    internal override long? Counted => Events;

    internal override long? OutOf => Cases;

    internal override long NotPlaced => LeftOut;

    internal override (double? Low, double? High) Ends => (Low, High);

    internal override string Measure => Unit.Hours.Name;
}

/// <summary>A plain number with a unit of its own (an indicator's value, its baseline, its target).</summary>
public sealed record Measured(double Value, bool IsShare) : Quantity
{
    internal override double? Amount => Value;

    internal override string? Measure => IsShare ? Unit.Proportion : null;
}

/// <summary>A code from a closed list, with the words readers see.</summary>
public sealed record Status(string Code, string Label) : Quantity
{
    internal override string Measure => Unit.Status.Name;
}

/// <summary>Not in the register ([x]).</summary>
public sealed record Missing : Quantity
{
    public override string Marker => "x";
}

/// <summary>Cannot exist ([z]).</summary>
public sealed record NotApplicable : Quantity
{
    public override string Marker => "z";
}

/// <summary>
/// A count of accounts or persons that is not shown to protect them, or a figure that would give one away ([c]).
/// </summary>
public sealed record Withheld : Quantity
{
    public override string Marker => "c";
}

/// <summary>A confidence interval, both ends included.</summary>
public readonly record struct Interval(double Low, double High);
