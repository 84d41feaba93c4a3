namespace ReportEngine.Figures;

/// <summary>
/// What is said of a complete count against the period before. No test: nothing was sampled, and weekly counts vary by
/// more than chance would have it. From which size on a word is worth it is a judgement.
/// </summary>
internal static class CountChanges
{
    private const double LeastNumber = 20;

    /// <summary>Of what we do ourselves.</summary>
    private const double LeastPartOfActs = 0.05;

    /// <summary>Of what reaches us.</summary>
    private const double LeastPartOfEvents = 0.2;

    /// <summary>Counts that have a verdict, in the order of the catalogue.</summary>
    internal static readonly IReadOnlyList<string> Measures = ["REF.01", "ACC.01", "MIR.01", "SAF.01"];

    /// <summary>Whether this is a count of what we did, and not of what reached us.</summary>
    private static bool IsOurAct(string? metricId) => metricId is "REF.01" or "ACC.01";

    /// <summary>Both periods as known at the cut-off.</summary>
    internal static Verdict Of(FigureSet set, string metricId) =>
        (set.Previous.One(metricId).Quantity, set.One(metricId).Quantity) is (Count before, Count now)
        && set.HasPrevious
            ? Of(before.Number, now.Number, metricId)
            : Verdict.NoTest;

    /// <param name="metricId">Null: a sum of returns, which reach us.</param>
    internal static Verdict Of(double before, double now, string? metricId)
    {
        var part = IsOurAct(metricId) ? LeastPartOfActs : LeastPartOfEvents;
        var difference = Math.Abs(now - before);
        return difference < LeastNumber || difference < part * before ? Verdict.AboutAsMany
            : now > before ? Verdict.More
            : Verdict.Fewer;
    }
}
