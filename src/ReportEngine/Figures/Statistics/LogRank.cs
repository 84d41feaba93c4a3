using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace ReportEngine.Figures;

/// <summary>One group's ended cases, and how many would have ended were all groups alike.</summary>
public readonly record struct LogRankGroup(long Cases, long Observed, double Expected);

/// <summary>
/// What a log-rank test came to. <paramref name="Statistic"/> and <paramref name="Probability"/> (the p-value) are null
/// where nothing can be compared: fewer than two groups with a case at risk at an end, or no spread at any end.
/// </summary>
public sealed record LogRankResult(
    double? Statistic,
    int DegreesOfFreedom,
    double? Probability,
    IReadOnlyList<LogRankGroup> Groups
);

/// <summary>
/// The log-rank test of two or more groups: at each time with an end, the ends of each group against those expected
/// from its cases at risk, d·r_g / r, with their hypergeometric covariance. N. Mantel, "Evaluation of survival data
/// and two new rank order statistics arising in its consideration", Cancer Chemotherapy Reports 50 (1966) 163–170;
/// the form of R's survdiff.
/// </summary>
public static class LogRank
{
    /// <summary>
    /// The test. Under equal groups the statistic is chi-squared with one degree of freedom fewer than there are groups
    /// with expected ends; a group without any (all censored before the first end) takes no part.
    /// </summary>
    public static LogRankResult Test(IReadOnlyList<IReadOnlyCollection<Timing>> groups)
    {
        var curves = groups.Select(SurvivalCurve.Of).ToList();
        var expected = Vector<double>.Build.Dense(groups.Count);
        var covariance = Matrix<double>.Build.Dense(groups.Count, groups.Count);
        foreach (
            var time in curves
                .SelectMany(curve => curve.Steps)
                .Where(step => step.Ended > 0)
                .GroupBy(step => step.Seconds)
        )
        {
            var ended = (double)time.Sum(step => step.Ended);
            var atRisk = Vector<double>.Build.DenseOfEnumerable(curves.Select(curve => (double)curve.AtRisk(time.Key)));
            var all = atRisk.Sum();
            var shares = atRisk / all;
            expected += ended * shares;
            var spread = all > 1 ? ended * (all - ended) / (all - 1) : 0;
            covariance +=
                spread * (Matrix<double>.Build.DiagonalOfDiagonalVector(shares) - shares.OuterProduct(shares));
        }
        var observed = curves.Select(curve => curve.Steps.Sum(step => step.Ended)).ToList();
        var taking = Enumerable.Range(0, groups.Count).Where(group => expected[group] > 0).ToList();
        var statistic = Statistic(observed, expected, covariance, taking);
        return new LogRankResult(
            statistic,
            Math.Max(0, taking.Count - 1),
            statistic is { } value ? ChiSquaredTail(value, taking.Count - 1) : null,
            [
                .. groups.Select(
                    (group, index) =>
                        new LogRankGroup(group.Sum(timing => timing.Cases), observed[index], expected[index])
                ),
            ]
        );
    }

    /// <summary>
    /// The chance of a chi-squared value of at least <paramref name="value"/>: Γ(k/2, x/2) / Γ(k/2), the regularised
    /// upper incomplete gamma function (M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions (1964),
    /// 26.4.19).
    /// </summary>
    public static double ChiSquaredTail(double value, int degreesOfFreedom) =>
        value <= 0 ? 1 : SpecialFunctions.GammaUpperRegularized(degreesOfFreedom / 2.0, value / 2);

    private static double? Statistic(
        List<long> observed,
        Vector<double> expected,
        Matrix<double> covariance,
        List<int> taking
    )
    {
        if (taking.Count < 2 || covariance.Diagonal().Sum() == 0)
        {
            return null;
        }
        var free = taking.Skip(1).ToList();
        var difference = Vector<double>.Build.DenseOfEnumerable(
            free.Select(group => observed[group] - expected[group])
        );
        var spread = Matrix<double>.Build.Dense(
            free.Count,
            free.Count,
            (row, column) => covariance[free[row], free[column]]
        );
        return difference * spread.Solve(difference);
    }
}
