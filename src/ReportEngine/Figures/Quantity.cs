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

    /// <summary>No value is given because nobody was followed that long, and not because there were too few.</summary>
    public virtual bool IsCutShort => false;
}

/// <summary>A whole number of things; 0 is a true zero.</summary>
public sealed record Count(long Number) : Quantity;

/// <summary>
/// A sum over things of which some are unknown: <see cref="Total"/> over <see cref="Known"/> of <see cref="All"/>.
/// </summary>
public sealed record Sum(long Total, long Known, long All) : Quantity;

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
    public override string? Marker => Value is null ? "u" : null;
}

/// <summary>A ratio of two counts that is no share; [z] when the denominator is 0.</summary>
public sealed record Ratio(long Numerator, long Denominator) : Quantity
{
    public double? Value => Denominator == 0 ? null : (double)Numerator / Denominator;

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
}

/// <summary>A plain number with a unit of its own (an indicator's value, its baseline, its target).</summary>
public sealed record Measured(double Value, bool IsShare) : Quantity;

/// <summary>A code from a closed list, with the words readers see.</summary>
public sealed record Status(string Code, string Label) : Quantity;

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
