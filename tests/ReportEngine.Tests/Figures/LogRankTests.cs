using CsCheck;
using ReportEngine.Figures;
using static ReportEngine.Tests.Figures.PublishedTimings;

namespace ReportEngine.Tests.Figures;

public sealed class LogRankTests
{
    /// <summary>Untreated, radiated, radiated with BPA: J. P. Klein and M. L. Moeschberger, exercise 7.7.</summary>
    private static readonly string[] Glioma =
    [
        "20 21 23 24 24 26 26 27 28 30",
        "26 28 29 29 30 30 31 31 32 35+",
        "31 32 34 35 36 38 38 39 42+ 42+",
    ];

    /// <summary>
    /// R's survdiff: its own test output for aml (3.40, p 0.0653), a course's for the 6-MP trial (16.8, p 4.17e-05),
    /// and for lung by sex (10.3267, p 0.00131116), to the digits each prints.
    /// </summary>
    [Theory]
    [InlineData(AmlMaintained, AmlNonmaintained, 10.69, 7.31, 2, 3.40, 2, 0.0653, 4)]
    [InlineData(SixMercaptopurine, Placebo, 19.3, 10.7, 1, 16.8, 1, 0.0000417, 7)]
    [InlineData(LungMen, LungWomen, 91.5817, 73.4183, 4, 10.3267, 4, 0.00131116, 8)]
    public void Two_groups_come_to_what_R_prints(
        string one,
        string other,
        double expected,
        double expectedOther,
        int digits,
        double statistic,
        int statisticDigits,
        double probability,
        int probabilityDigits
    )
    {
        var result = LogRank.Test([Read(one), Read(other)]);

        Assert.Equal(1, result.DegreesOfFreedom);
        Assert.Equal(statistic, result.Statistic!.Value, statisticDigits);
        Assert.Equal(probability, result.Probability!.Value, probabilityDigits);
        Assert.Equal(expected, result.Groups[0].Expected, digits);
        Assert.Equal(expectedOther, result.Groups[1].Expected, digits);
    }

    /// <summary>R's survdiff on the two small samples of the tests of statsmodels.</summary>
    [Fact]
    public void Two_small_groups_with_ties_come_to_what_R_gives()
    {
        var result = LogRank.Test([Read("3+ 1 2 3 2+ 1+ 5 3+"), Read("1+ 1 2+ 3+ 7 1+ 5 3+ 9")]);

        Assert.Equal(2.14673, result.Statistic!.Value, 5);
        Assert.Equal(0.14287, result.Probability!.Value, 5);
    }

    /// <summary>R's survdiff for the glioma data: fit$exp, the statistic 33.38033 and p 5.64e-08.</summary>
    [Fact]
    public void Three_groups_come_to_what_R_gives()
    {
        var result = LogRank.Test([.. Glioma.Select(Read)]);

        Assert.Equal(2, result.DegreesOfFreedom);
        Assert.Equal([10L, 9, 8], result.Groups.Select(group => group.Observed));
        Assert.Equal(2.656485, result.Groups[0].Expected, 6);
        Assert.Equal(7.600097, result.Groups[1].Expected, 6);
        Assert.Equal(16.743418, result.Groups[2].Expected, 6);
        Assert.Equal(33.38033, result.Statistic!.Value, 5);
        Assert.Equal(5.64e-8, result.Probability!.Value, 10);
    }

    /// <summary>
    /// The test of R's survdiff with a third group censored before the first ending: the same as without.
    /// </summary>
    [Fact]
    public void Group_censored_before_the_first_ending_takes_no_part()
    {
        var result = LogRank.Test([Read("1+ 2+ 2+ 3+ 3+ 3+ 4+"), Read(AmlMaintained), Read(AmlNonmaintained)]);

        Assert.Equal(1, result.DegreesOfFreedom);
        Assert.Equal(
            LogRank.Test([Read(AmlMaintained), Read(AmlNonmaintained)]).Statistic!.Value,
            result.Statistic!.Value,
            12
        );
        Assert.Equal(new LogRankGroup(7, 0, 0), result.Groups[0]);
    }

    [Theory]
    [InlineData(3.84146, 1, 0.05)]
    [InlineData(6.63490, 1, 0.01)]
    [InlineData(0.00393, 1, 0.95)]
    [InlineData(5.99146, 2, 0.05)]
    [InlineData(7.81473, 3, 0.05)]
    [InlineData(14.86026, 4, 0.005)]
    [InlineData(4.35146, 5, 0.5)]
    [InlineData(18.30704, 10, 0.05)]
    [InlineData(23.20925, 10, 0.01)]
    [InlineData(28.2952, 12, 0.005)] // all of them critical values of common printed tables, to 5 decimals
    public void Tail_of_chi_squared_is_that_of_the_tables(double value, int degreesOfFreedom, double tail) =>
        Assert.Equal(tail, LogRank.ChiSquaredTail(value, degreesOfFreedom), 4);

    [Fact]
    public void Nothing_to_compare_gives_no_statistic()
    {
        Assert.Null(LogRank.Test([]).Statistic);
        Assert.Null(LogRank.Test([Read("1 2 3")]).Statistic);
        Assert.Null(LogRank.Test([Read("1+ 2+"), Read("3+")]).Probability);
        Assert.Null(
            LogRank
                .Test([
                    [],
                    Read("1 2 3"),
                ])
                .Statistic
        );
        Assert.Null(
            LogRank
                .Test([
                    [new(4, true, 2)],
                    [new(4, true, 3)],
                ])
                .Statistic
        );
    }

    [Fact]
    public void Equal_groups_differ_by_nothing()
    {
        var result = LogRank.Test([Read(Placebo), Read(Placebo), Read(Placebo)]);

        Assert.Equal(0, result.Statistic!.Value, 12);
        Assert.Equal(1, result.Probability!.Value, 12);
    }

    /// <summary>
    /// Two groups again, by the sum over single endings of (O − E) and of the hypergeometric variance, as N. Mantel
    /// wrote it for one table a time.
    /// </summary>
    [Fact]
    public void Two_groups_agree_with_the_sum_over_tables_on_a_thousand_data_sets() =>
        Gen.Select(RandomCases.Some, RandomCases.Some)
            .Sample(
                (one, other) =>
                {
                    var (difference, variance) = (0.0, 0.0);
                    foreach (
                        var time in one.Concat(other)
                            .Where(single => single.Cause > 0)
                            .Select(single => single.Time)
                            .Distinct()
                    )
                    {
                        double first = one.Count(single => single.Time >= time);
                        var all = first + other.Count(single => single.Time >= time);
                        double ended = one.Concat(other).Count(single => single.Time == time && single.Cause > 0);
                        difference +=
                            one.Count(single => single.Time == time && single.Cause > 0) - (ended * first / all);
                        variance +=
                            all > 1 ? ended * (first / all) * (1 - (first / all)) * (all - ended) / (all - 1) : 0;
                    }
                    var statistic = LogRank.Test([RandomCases.Timings(one), RandomCases.Timings(other)]).Statistic;
                    return variance == 0
                        ? statistic is null
                        : RandomCases.Near(statistic!.Value, difference * difference / variance);
                },
                iter: 1000
            );

    [Fact]
    public void Order_of_groups_does_not_matter_and_observed_equals_expected_in_all() =>
        Gen.Select(RandomCases.Some, RandomCases.Some, RandomCases.Some)
            .Sample(
                (one, other, third) =>
                {
                    IReadOnlyCollection<Timing>[] groups =
                    [
                        RandomCases.Timings(one),
                        RandomCases.Timings(other),
                        RandomCases.Timings(third),
                    ];
                    var (result, turned) = (LogRank.Test(groups), LogRank.Test([groups[2], groups[0], groups[1]]));
                    return Math.Abs((result.Statistic ?? -1) - (turned.Statistic ?? -1)) < 1e-6
                        && RandomCases.Near(
                            result.Groups.Sum(group => group.Observed),
                            result.Groups.Sum(group => group.Expected)
                        );
                }
            );
}
