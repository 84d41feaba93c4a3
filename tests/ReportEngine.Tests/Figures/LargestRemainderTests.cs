using CsCheck;
using ReportEngine.Figures;

namespace ReportEngine.Tests.Figures;

public sealed class LargestRemainderTests
{
    private static readonly Gen<List<long>> Counts = Gen.Long[0, 10_000].List[1, 12];

    /// <summary>
    /// The states of 1790 and 60 seats, as the article "Hamilton method" of Electowiki works it out: Virginia,
    /// Massachusetts, Pennsylvania, North Carolina, New York, Maryland, Connecticut, South Carolina, New Jersey,
    /// New Hampshire, Vermont, Georgia, Kentucky, Rhode Island, Delaware.
    /// </summary>
    [Fact]
    public void Seats_of_1790_are_those_published() =>
        Assert.Equal(
            [11L, 8, 7, 6, 6, 5, 4, 3, 3, 2, 1, 1, 1, 1, 1],
            LargestRemainder.Apportion(
                [
                    630560,
                    475327,
                    432879,
                    353523,
                    331589,
                    278514,
                    236841,
                    206236,
                    179570,
                    141822,
                    85533,
                    70835,
                    68705,
                    68446,
                    55540,
                ],
                60
            )
        );

    [Fact]
    public void Five_counties_share_42_seats_as_published() =>
        Assert.Equal([6L, 5, 11, 10, 10], LargestRemainder.Apportion([247000, 185000, 459000, 400000, 413000], 42));

    /// <summary>Each third is 33.3…, together 99.9: the unit left over goes to the first of equals.</summary>
    [Fact]
    public void Thirds_come_to_exactly_100_with_the_rest_on_the_first() =>
        Assert.Equal([33.4m, 33.3m, 33.3m], LargestRemainder.Percentages([5, 5, 5], 1));

    /// <summary>
    /// By hand, sevenths in tenths of a percent: 142.857, 285.714, 571.428; the two rests go to .857 and .714.
    /// </summary>
    [Fact]
    public void Sevenths_are_those_computed_by_hand() =>
        Assert.Equal([14.3m, 28.6m, 57.1m], LargestRemainder.Percentages([1, 2, 4], 1));

    [Fact]
    public void Decimals_may_be_none_or_six()
    {
        Assert.Equal([67m, 33m], LargestRemainder.Percentages([2, 1], 0));
        Assert.Equal([66.666667m, 33.333333m], LargestRemainder.Percentages([2, 1], 6));
        Assert.Throws<ArgumentOutOfRangeException>(() => LargestRemainder.Percentages([2, 1], 7));
        Assert.Throws<ArgumentOutOfRangeException>(() => LargestRemainder.Percentages([2, 1], -1));
    }

    [Fact]
    public void Counts_of_nothing_have_no_shares()
    {
        Assert.Null(LargestRemainder.Percentages([], 1));
        Assert.Null(LargestRemainder.Percentages([0, 0], 1));
    }

    [Fact]
    public void True_zero_stays_0_and_the_whole_stays_100() =>
        Assert.Equal([0m, 100m, 0m], LargestRemainder.Percentages([0, 7, 0], 1));

    [Fact]
    public void Negative_count_is_refused() =>
        Assert.Contains(
            "-1",
            Assert.Throws<ArgumentException>(() => LargestRemainder.Percentages([3, -1], 1)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Very_large_counts_do_not_overflow() =>
        Assert.Equal([50m, 50m], LargestRemainder.Percentages([long.MaxValue, long.MaxValue], 6));

    [Fact]
    public void Percentages_add_up_to_100_and_none_is_a_whole_unit_off() =>
        Gen.Select(Counts, Gen.Int[0, 3])
            .Sample(
                (counts, decimals) =>
                    LargestRemainder.Percentages(counts, decimals) is not { } shares
                        ? counts.Sum() == 0
                        : shares.Sum() == 100
                            && shares
                                .Zip(counts)
                                .All(pair =>
                                    Math.Abs((double)pair.First - (100.0 * pair.Second / counts.Sum()))
                                        < Math.Pow(10, -decimals)
                                    && (pair.Second > 0 || pair.First == 0)
                                )
            );

    [Fact]
    public void Larger_count_never_gets_the_smaller_share() =>
        Counts.Sample(counts =>
            LargestRemainder.Percentages(counts, 1) is not { } shares
            || counts.Zip(shares).OrderBy(pair => pair.First).ThenBy(pair => pair.Second).ToList() is var ordered
                && ordered.Zip(ordered.Skip(1)).All(pair => pair.First.Second <= pair.Second.Second)
        );
}
