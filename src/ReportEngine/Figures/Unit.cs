namespace ReportEngine.Figures;

/// <summary>What a value is measured in: its words for machines and for readers stand here and nowhere else.</summary>
/// <param name="Name">For machines. The value of a proportion runs from 0 to 1.</param>
/// <param name="Words">What a reader finds of it; English, a key of the language files.</param>
/// <param name="IsOfValue">Each value says what it is measured in: <see cref="NameOf"/>.</param>
public sealed record Unit(string Name, string Words, bool IsOfValue = false)
{
    internal const string Proportion = "proportion";

    public static Unit Count { get; } = new("count", "number");

    public static Unit Followers { get; } = new("followers", "followers");

    public static Unit Share { get; } = new(Proportion, "number, out of, and per cent");

    /// <summary>The part of a way that is gone: of nothing that is counted.</summary>
    public static Unit Progress { get; } = new(Proportion, "per cent");

    public static Unit PerThousand { get; } = new("per 1,000", "number, out of, and per 1,000");

    public static Unit Ratio { get; } = new("ratio", "ratio");

    public static Unit Hours { get; } = new("hours", "hours");

    public static Unit Days { get; } = new("days", "days");

    public static Unit Status { get; } = new("status", "status");

    public static Unit IndicatorUnit { get; } = new("indicator unit", "as the indicator says", IsOfValue: true);

    /// <summary>What a platform counts itself and what we count, or the share of it that was removed.</summary>
    public static Unit OwnReport { get; } =
        new("count", "number, or per cent where shares are compared", IsOfValue: true);

    /// <summary>A share or a median at the mix of two periods.</summary>
    public static Unit LikeForLike { get; } = new("proportion or hours", "per cent, or hours", IsOfValue: true);

    public static Unit Probability { get; } = new("probability", "a probability");

    /// <summary>How much of two wholes can be compared.</summary>
    public static Unit Weight { get; } = new(Proportion, "per cent");

    public static Unit Generations { get; } = new("generations", "generations");

    /// <summary>A part of a whole that is no sample: without an interval.</summary>
    public static Unit Portion { get; } = new(Proportion, "number, out of, and per cent, without an interval");

    /// <summary>A share read off a curve, with its interval and the cases at risk.</summary>
    public static Unit Estimate { get; } = new(Proportion, "per cent, with an interval and the number still waiting");

    /// <summary>A difference or a probability; which one, its part says.</summary>
    public static Unit Change { get; } =
        new(
            "difference of proportions, hours or probability",
            "percentage points, hours, or a probability",
            IsOfValue: true
        );

    /// <summary>The one unit of a figure's value, true of it.</summary>
    public static string NameOf(Figure figure) =>
        figure.Metric.Unit is { IsOfValue: true } unit ? figure.Quantity.Measure ?? unit.Name : figure.Metric.Unit.Name;
}
