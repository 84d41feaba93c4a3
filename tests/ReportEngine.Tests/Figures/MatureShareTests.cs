using CsCheck;
using ReportEngine.Figures;

namespace ReportEngine.Tests.Figures;

public sealed class MatureShareTests
{
    private static readonly Gen<FollowedTiming> Any = Gen.Select(
        Gen.Long[0, 20],
        Gen.Long[0, 20],
        Gen.Long[0, 3],
        (followUp, end, cases) => new FollowedTiming(followUp, end <= followUp ? end : null, cases)
    );

    /// <summary>
    /// By hand, within 10: followed for 9 is too young though ended; for 10 is old enough; an end at 10 counts, at 11
    /// not, open not: (2 + 1) of (2 + 1 + 4 + 5).
    /// </summary>
    [Fact]
    public void Both_limits_are_inclusive() =>
        Assert.Equal(
            new Share(3, 12),
            MatureShare.Within([new(9, 1, 100), new(10, 3, 2), new(30, 10, 1), new(30, 11, 4), new(30, null, 5)], 10)
        );

    [Fact]
    public void Without_a_mature_case_there_is_no_share()
    {
        Assert.Equal(new Share(0, 0), MatureShare.Within([], 10));
        Assert.Equal("z", MatureShare.Within([new(9, 1, 50)], 10).Marker);
    }

    [Fact]
    public void All_ended_at_once_are_within_no_time() =>
        Assert.Equal(new Share(4, 4), MatureShare.Within([new(0, 0, 4)], 0));

    [Theory]
    [InlineData(-1, null, 1, "-1 seconds of follow-up")]
    [InlineData(5, -2L, 1, "-2 seconds")]
    [InlineData(5, 6L, 1, "6 seconds of 5")]
    [InlineData(5, null, -3, "-3 cases")]
    public void Impossible_timings_are_refused(long followUp, long? end, long cases, string message) =>
        Assert.Contains(
            message,
            Assert.Throws<ArgumentException>(() => MatureShare.Within([new(followUp, end, cases)], 0)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Negative_time_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MatureShare.Within([], -1));

    [Fact]
    public void Share_is_the_curve_when_every_case_is_followed_long_enough() =>
        Gen.Select(Any.List[1, 30], Gen.Long[0, 20])
            .Sample(
                (timings, within) =>
                {
                    var mature = timings.Where(timing => timing.FollowUpSeconds >= within && timing.Cases > 0).ToList();
                    var curve = SurvivalCurve.Of(
                        mature.Select(timing => new Timing(
                            timing.EndSeconds ?? timing.FollowUpSeconds,
                            timing.EndSeconds is not null,
                            timing.Cases
                        ))
                    );
                    var share = MatureShare.Within(timings, within);
                    return share.Denominator == 0
                        || RandomCases.Near((double)share.Numerator / share.Denominator, 1 - curve.At(within)!.Value);
                }
            );
}
