namespace ReportEngine.Figures;

/// <summary>What a report leads with on page one.</summary>
public abstract record Lead(Figure Figure);

/// <summary>A duty of ours was broken: referrals without any ground (LEG.03).</summary>
public sealed record DutyBroken(Figure Figure) : Lead(Figure);

/// <summary>A measure of the report changed clearly, like for like.</summary>
/// <param name="Figure">Its value now, as it is.</param>
public sealed record ChangedClearly(Figure Figure, ChangeTest Test) : Lead(Figure);

/// <summary>The level of what the report is about.</summary>
public sealed record Level(Figure Figure) : Lead(Figure);

/// <summary>
/// Which finding stands first: a duty broken; else the measure of the report that changed most clearly, one with a
/// legal limit or a target before others; else the level of its lead measure, or of the next where that has no value.
/// Never a single platform.
/// </summary>
internal static class HeadlineRule
{
    private const string Limit = "RT.08";
    private const string Duty = "LEG.03";

    /// <summary>The measures a report is about, and those whose level it gives, the first that has a value.</summary>
    internal static Lead OfTimes(FigureSet set) =>
        Of(set, [Limit, ChangeTests.Time], [Limit, "RT.17", ChangeTests.Time]);

    /// <inheritdoc cref="OfTimes"/>
    internal static Lead OfTransparency(FigureSet set) =>
        Of(set, ["OUT.02", "OUT.06", "OUT.08", "MIR.02", "SAF.02"], ["OUT.02"]);

    private static Lead Of(FigureSet set, IReadOnlyList<string> measures, IReadOnlyList<string> levels)
    {
        if (set.One(Duty) is { Value: > 0 } broken)
        {
            return new DutyBroken(broken);
        }
        var clear = set
            .Changes.Where(test => test.Platform is null && measures.Contains(test.Metric.Id) && IsClear(test.Verdict))
            .OrderByDescending(test => HasLimitOrTarget(set, test.Metric.Id))
            .ThenByDescending(test => Math.Abs(test.Result.Test?.Z ?? 0))
            .FirstOrDefault();
        if (clear is not null)
        {
            return new ChangedClearly(ChangeTests.FigureOf(set, clear.Metric.Id, null)!, clear);
        }
        return new Level(
            levels.Select(id => ChangeTests.FigureOf(set, id, null)).OfType<Figure>().FirstOrDefault(SaysSomething)
                ?? set.One("REF.01")
        );
    }

    internal static bool IsClear(Verdict verdict) =>
        verdict is Verdict.Rose or Verdict.Fell or Verdict.Longer or Verdict.Shorter;

    /// <summary>That fewer than half had an answer is a finding.</summary>
    private static bool SaysSomething(Figure figure) =>
        figure.Quantity.Marker is null || figure.Quantity is Hours { Reached: false, Cases: > 0 };

    private static bool HasLimitOrTarget(FigureSet set, string metricId) =>
        metricId == Limit || set.Nap.Indicators.Any(one => one.MetricId == metricId && one.TargetValue is not null);
}

/// <summary>A kind of request whose part of the cases changed.</summary>
internal sealed record MixChange(Figure Before, Figure Now)
{
    /// <summary>From here on a change of the mix is told: five points.</summary>
    private const double LeastPoints = 0.05;

    /// <summary>The largest change of the mix of a measure's cases; null where none is worth a word.</summary>
    internal static MixChange? Largest(FigureSet set, string metricId) =>
        set.Of("CHG.05")
            .Where(figure => figure.CodeOf(Dimension.Metric) == metricId)
            .GroupBy(figure => figure.CodeOf(Dimension.Basis))
            .Select(kind => new MixChange(Side(kind, Codes.Before), Side(kind, Codes.Now)))
            .Where(change => change.Points >= LeastPoints)
            .MaxBy(change => change.Points);

    private double Points => Math.Abs(Now.Value - Before.Value ?? 0);

    private static Figure Side(IEnumerable<Figure> kind, string code) =>
        kind.First(figure => figure.CodeOf(Dimension.Statistic) == code);
}
