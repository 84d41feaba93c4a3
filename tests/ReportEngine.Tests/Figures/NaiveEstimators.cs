namespace ReportEngine.Tests.Figures;

/// <summary>One case by itself: its time, and the cause that ended it or 0 while it is open.</summary>
internal readonly record struct Case(long Time, int Cause);

/// <summary>
/// The estimators a second time, from other definitions and over single cases, slow and plain: what the engine must
/// agree with.
/// </summary>
internal static class NaiveEstimators
{
    /// <summary>
    /// Kaplan–Meier by redistribution to the right: every case starts with the same mass, and a censored one hands its
    /// mass in equal parts to all that stand to its right; the mass of those ended so far is the share ended. B. Efron,
    /// "The two sample problem with censored data", 5th Berkeley Symposium 4 (1967) 831–853.
    /// </summary>
    public static double Survival(IReadOnlyList<Case> cases, long time)
    {
        var line = cases.OrderBy(one => one.Time).ThenBy(one => one.Cause == 0).ToList();
        var mass = Enumerable.Repeat(1.0 / line.Count, line.Count).ToArray();
        var ended = 0.0;
        for (var index = 0; index < line.Count && line[index].Time <= time; index++)
        {
            if (line[index].Cause > 0)
            {
                ended += mass[index];
                continue;
            }
            for (var right = index + 1; right < line.Count; right++)
            {
                mass[right] += mass[index] / (line.Count - index - 1);
            }
        }
        return 1 - ended;
    }

    /// <summary>The incidence of a cause as the sum over its own cases of S just before, over those at risk.</summary>
    public static double Incidence(IReadOnlyList<Case> cases, int cause, long time) =>
        cases
            .Where(one => one.Cause == cause && one.Time <= time)
            .Sum(one => Survival(cases, one.Time - 1) / AtRisk(cases, one.Time));

    /// <summary>
    /// The variance of an incidence as the three sums printed by E. Marubini and M. G. Valsecchi, Analysing Survival
    /// Data (1995), section 10.3.
    /// </summary>
    public static double Variance(IReadOnlyList<Case> cases, int cause, long time)
    {
        var total = 0.0;
        foreach (var at in cases.Where(one => one.Cause > 0 && one.Time <= time).Select(one => one.Time).Distinct())
        {
            double risk = AtRisk(cases, at);
            double all = cases.Count(one => one.Time == at && one.Cause > 0);
            double own = cases.Count(one => one.Time == at && one.Cause == cause);
            var before = Survival(cases, at - 1);
            var rest = Incidence(cases, cause, time) - Incidence(cases, cause, at);
            total += all == risk ? 0 : rest * rest * all / (risk * (risk - all));
            total += before * before * (risk - own) * own / (risk * risk * risk);
            total -= 2 * rest * before * own / (risk * risk);
        }
        return total;
    }

    /// <summary>The area under S up to a time, second by second.</summary>
    public static double Area(IReadOnlyList<Case> cases, long upTo)
    {
        var area = 0.0;
        for (var second = 0L; second < upTo; second++)
        {
            area += Survival(cases, second);
        }
        return area;
    }

    private static int AtRisk(IReadOnlyList<Case> cases, long time) => cases.Count(one => one.Time >= time);
}
