using ReportEngine.Figures;

namespace ReportEngine.Tests.Figures;

public sealed class LikeForLikeTests
{
    /// <summary>
    /// One cell, requests of one case: 3 of 10 before, 6 of 10 now, so that the rest is the test of Mantel and Haenszel
    /// by hand. Expected now 10 · 9/20 = 4.5, excess 1.5; variance of cases 10 · 10 · 9 · 11 / (20² · 19) = 1.302632;
    /// of requests Σ (x − ½)²(y − 0.45)² = ¼ (9 · 0.55² + 11 · 0.45²) = 1.2375.
    /// </summary>
    [Fact]
    public void Of_requests_of_one_case_it_is_the_test_of_Mantel_and_Haenszel()
    {
        var result = LikeForLikeComparison.OfShares(Single("a", 3, 10), Single("a", 6, 10));

        Assert.Equal(1.5, result.Excess, 12);
        Assert.Equal(1.302632, result.ErrorOfCases * result.ErrorOfCases, 6);
        Assert.Equal(1.2375, result.Error * result.Error, 12);
        Assert.Equal(1, result.Comparable, 12);
        Assert.Equal((0.3, 0.6), (result.Before.Value!.Value, result.Now.Value!.Value));
        Assert.Null(result.Test);
        Assert.Equal(4.5, result.Expected, 12);
    }

    /// <summary>Ten cases that are answered as one say no more than one does.</summary>
    [Fact]
    public void Cases_of_one_request_count_as_one()
    {
        var alone = LikeForLikeComparison.OfShares(Single("a", 8, 20), Single("a", 14, 20));
        var together = LikeForLikeComparison.OfShares(Ten(Single("a", 8, 20)), Ten(Single("a", 14, 20)));

        Assert.Equal(10 * alone.Excess, together.Excess, 9);
        Assert.Equal(10 * alone.Error, together.Error, 9);
        Assert.Equal(alone.Test!.Probability, together.Test!.Probability, 12);
        Assert.True(together.ErrorOfCases < together.Error / 3);
    }

    /// <summary>
    /// In each kind half and a tenth are so in both periods; the mix alone makes 22 of 100 into 38 of 100.
    /// </summary>
    [Fact]
    public void A_change_of_the_mix_is_no_change()
    {
        var result = LikeForLikeComparison.OfShares(
            [.. Single("fast", 15, 30), .. Single("slow", 7, 70)],
            [.. Single("fast", 35, 70), .. Single("slow", 3, 30)]
        );

        Assert.Equal(0, result.Excess, 12);
        Assert.Equal(1, result.Test!.Probability, 12);
        Assert.Equal(result.Before.Value!.Value, result.Now.Value!.Value, 12);
    }

    [Fact]
    public void A_kind_that_one_period_has_alone_drops_out()
    {
        var result = LikeForLikeComparison.OfShares(
            Single("a", 20, 40),
            [.. Single("a", 30, 40), .. Single("new", 0, 10)]
        );

        Assert.Equal(1, result.Cells);
        Assert.Equal(0.75, result.Now.Value);
        // 20 of the weight that 40 and 50 cases of one mix would have: 40 · 50 / 90.
        Assert.Equal(0.9, result.Comparable, 12);
        Assert.NotNull(result.Test);
    }

    [Theory]
    [InlineData(0, 0, 0, 40)]
    [InlineData(20, 40, 0, 0)]
    [InlineData(0, 40, 0, 40)]
    [InlineData(40, 40, 40, 40)]
    [InlineData(2, 40, 3, 40)]
    [InlineData(38, 40, 37, 40)]
    [InlineData(2, 4, 20, 40)]
    public void Too_little_is_not_tested(int before, int ofBefore, int now, int ofNow) =>
        Assert.Null(LikeForLikeComparison.OfShares(Single("a", before, ofBefore), Single("a", now, ofNow)).Test);

    [Fact]
    public void None_against_some_is_tested() =>
        Assert.NotNull(LikeForLikeComparison.OfShares(Single("a", 0, 40), Single("a", 20, 40)).Test);

    [Fact]
    public void Too_much_that_is_new_is_not_tested()
    {
        var before = Single("a", 20, 40);
        LikeForLikeTest? Against(int ofNew) =>
            LikeForLikeComparison.OfShares(before, [.. Single("a", 30, 40), .. Single("new", ofNew, ofNew)]).Test;

        // 20 of 40 · (40 + 60) / 140 is 70 %; with one more it is less.
        Assert.NotNull(Against(60));
        Assert.Null(Against(61));
    }

    [Fact]
    public void One_request_a_period_is_not_tested() =>
        Assert.Null(
            LikeForLikeComparison
                .OfShares([new RequestShare("a", "1", 20, 40)], [new RequestShare("a", "2", 30, 40)])
                .Test
        );

    [Fact]
    public void Times_of_which_none_ended_or_all_at_one_moment_are_not_tested()
    {
        Assert.Null(LikeForLikeComparison.OfTimes(Times("a", 20, _ => 5, false), Times("a", 20, _ => 5, false)).Test);
        Assert.Null(LikeForLikeComparison.OfTimes(Times("a", 20, _ => 5, true), Times("a", 20, _ => 5, true)).Test);
    }

    /// <summary>Twice the time of every answer: the median doubles, and the test says later.</summary>
    [Fact]
    public void Answers_that_come_later_have_fewer_so_far_than_expected()
    {
        var result = LikeForLikeComparison.OfTimes(
            Times("a", 40, number => 3600 * (number + 1), true),
            Times("a", 40, number => 7200 * (number + 1), true)
        );

        Assert.Equal((20.5, 41), (result.Before.Value!.Value, result.Now.Value!.Value));
        Assert.True(result.Test is { Z: < -2, Probability: < 0.05 });
    }

    /// <summary>
    /// Half of the weight ends at 1 hour and the other half at 3: the curve is level at one half from 1 to 3 hours.
    /// </summary>
    [Fact]
    public void The_median_of_a_mix_is_the_middle_of_a_level()
    {
        IReadOnlyList<RequestTiming> mix = [.. Times("a", 20, _ => 3600, true), .. Times("b", 20, _ => 10800, true)];

        Assert.Equal(2, LikeForLikeComparison.OfTimes(mix, mix).Now.Value);
    }

    [Fact]
    public void A_median_that_is_not_reached_has_no_value()
    {
        var open = Times("a", 20, number => 3600 * (number + 1), false);
        var result = LikeForLikeComparison.OfTimes(Times("a", 20, number => 3600 * (number + 1), true), open);

        Assert.NotNull(result.Before.Value);
        Assert.Null(result.Now.Value);
    }

    /// <summary>S. Holm's own order: 0.01 · 3, 0.02 · 2, 0.03 · 1, and none below the one before it.</summary>
    [Fact]
    public void Each_test_of_a_family_is_held_against_those_that_are_left() =>
        Assert.Equal([0.04, null, 0.03, 0.04], Holm.Adjusted([0.02, null, 0.01, 0.035]));

    private static IReadOnlyList<RequestShare> Single(string cell, int yes, int cases) =>
        [
            .. Enumerable
                .Range(0, cases)
                .Select(number => new RequestShare(cell, cell + number, number < yes ? 1 : 0, 1)),
        ];

    private static IReadOnlyList<RequestShare> Ten(IEnumerable<RequestShare> requests) =>
        [.. requests.Select(one => one with { Yes = 10 * one.Yes, Cases = 10 })];

    private static IReadOnlyList<RequestTiming> Times(string cell, int cases, Func<int, long> seconds, bool isEnded) =>
        [
            .. Enumerable
                .Range(0, cases)
                .Select(number => new RequestTiming(cell, cell + number, new Timing(seconds(number), isEnded, 1))),
        ];
}
