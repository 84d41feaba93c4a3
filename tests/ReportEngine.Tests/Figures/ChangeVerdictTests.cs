using ReportEngine.Figures;

namespace ReportEngine.Tests.Figures;

/// <summary>When a verb is used, and when none is.</summary>
public sealed class ChangeVerdictTests
{
    [Theory]
    // Likely to be chance, or not large: no verb.
    [InlineData(0.60, 0.65, 0.051, "no-clear-change")]
    [InlineData(0.60, 0.62, 0.001, "no-clear-change")]
    [InlineData(0.60, 0.63, 0.05, "rose")]
    [InlineData(0.63, 0.60, 0.05, "fell")]
    // Both under a tenth: one point.
    [InlineData(0.050, 0.060, 0.01, "rose")]
    [InlineData(0.050, 0.059, 0.01, "no-clear-change")]
    [InlineData(0.095, 0.105, 0.01, "no-clear-change")]
    public void A_share_changed_if_it_is_no_chance_and_worth_a_word(double before, double now, double p, string code) =>
        Assert.Equal(code, Code(isTime: false, before, now, p, z: now - before, before, now));

    [Theory]
    [InlineData(40d, 48d, "longer")]
    [InlineData(40d, 47.9, "no-clear-change")]
    [InlineData(5d, 6.9, "no-clear-change")]
    [InlineData(5d, 7d, "longer")]
    [InlineData(48d, 38.4, "shorter")]
    [InlineData(40d, null, "longer")]
    [InlineData(null, 40d, "shorter")]
    [InlineData(null, null, "no-clear-change")]
    public void A_time_changed_by_a_fifth_and_two_hours(double? before, double? now, string code)
    {
        var isLonger = (now ?? double.MaxValue) > (before ?? double.MaxValue);
        Assert.Equal(code, Code(isTime: true, before, now, 0.01, z: isLonger ? -3 : 3, before, now));
    }

    /// <summary>More answers sooner, and yet a longer median: the curves cross.</summary>
    [Fact]
    public void A_test_and_medians_that_disagree_say_nothing() =>
        Assert.Equal("no-clear-change", Code(isTime: true, 40, 60, 0.01, z: 3, 40, 60));

    [Fact]
    public void Where_the_values_as_they_are_moved_the_other_way_it_is_like_for_like_only() =>
        Assert.Equal(
            "rose-like-for-like-only",
            Code(isTime: false, 0.5, 0.6, 0.01, z: 3, crudeBefore: 0.6, crudeNow: 0.5)
        );

    [Fact]
    public void Without_a_test_nothing_is_said() =>
        Assert.Equal("no-test", Of(Result(isTime: false, 0.5, 0.9, null), 0.5, 0.9).Single().Code);

    [Fact]
    public void Of_many_tests_only_what_stands_out_among_them_is_clear() =>
        Assert.Equal(
            ["no-clear-change", "no-clear-change"],
            ChangeVerdicts
                .Family(
                    [
                        Compared(Result(false, 0.5, 0.6, 0.03), 0.5, 0.6),
                        Compared(Result(false, 0.5, 0.6, 0.04), 0.5, 0.6),
                    ],
                    0.05
                )
                .Select(test => test.Code)
        );

    /// <summary>
    /// A verdict beside a withheld count could give it away; of these measures none is ever withheld.
    /// </summary>
    [Fact]
    public void Measures_of_page_one_are_never_withheld() =>
        Assert.All(
            ChangeTests.Measures.Select(MetricCatalogue.Find),
            metric =>
            {
                Assert.Equal(Sensitivity.ActOfState, metric.Sensitivity);
                Assert.Null(metric.WithheldWith);
            }
        );

    private static string Code(
        bool isTime,
        double? before,
        double? now,
        double probability,
        double z,
        double? crudeBefore,
        double? crudeNow
    ) => Of(Result(isTime, before, now, probability, z), crudeBefore, crudeNow).Single().Code;

    private static IEnumerable<ChangeTest> Of(LikeForLike result, double? before, double? now) =>
        ChangeVerdicts.Family([Compared(result, before, now)], 0.05);

    private static ComparedMeasure Compared(LikeForLike result, double? before, double? now) =>
        new(MetricCatalogue.Find("OUT.02"), null, result, before, now);

    private static LikeForLike Result(bool isTime, double? before, double? now, double? probability, double z = 1) =>
        new(
            isTime,
            new LikeForLikeSide(100, 50, 20, before),
            new LikeForLikeSide(100, 50, 20, now),
            4,
            1,
            50,
            1,
            1,
            1,
            probability is { } p ? new LikeForLikeTest(40, z, z, p) : null
        );
}
