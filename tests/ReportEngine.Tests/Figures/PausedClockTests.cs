using CsCheck;
using NodaTime;
using ReportEngine.Figures;

namespace ReportEngine.Tests.Figures;

public sealed class PausedClockTests
{
    private static readonly Gen<(int Start, int? End)> AnyPause = Gen.Select(
        Gen.Int[0, 60],
        Gen.Int[0, 30],
        Gen.Bool,
        (start, length, open) => (start, open ? (int?)null : start + length)
    );

    [Theory]
    [InlineData("", 100)]
    [InlineData("110-130", 80)] // within
    [InlineData("110-130 150-160", 70)] // apart
    [InlineData("150-160 110-130", 70)] // in any order
    [InlineData("110-130 120-140", 70)] // overlapping: 110 to 140
    [InlineData("110-150 120-130", 60)] // one in the other
    [InlineData("110-120 120-130", 80)] // touching
    [InlineData("190-", 90)] // not over at the end
    [InlineData("190- 195-", 90)]
    [InlineData("50-120 180-500", 60)] // partly outside: 20 and 20
    [InlineData("0-100 200-300", 100)] // touching from outside
    [InlineData("0-50 300-", 100)] // wholly outside
    [InlineData("130-130", 100)] // no length
    [InlineData("0-", 0)] // all of it
    public void Net_leaves_out_every_paused_second_once(string pauses, long net) =>
        Assert.Equal(new ElapsedTime(100, net), PausedClock.Measure(At(100), At(200), Read(pauses)));

    [Fact]
    public void Case_that_ends_as_it_starts_took_no_time() =>
        Assert.Equal(new ElapsedTime(0, 0), PausedClock.Measure(At(100), At(100), Read("50- 100-100")));

    [Fact]
    public void End_before_start_is_refused() =>
        Assert.Contains(
            "1970-01-01T00:01:39Z is before 1970-01-01T00:01:40Z",
            Assert.Throws<ArgumentException>(() => PausedClock.Measure(At(100), At(99), [])).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Pause_that_ends_before_it_starts_is_refused() =>
        Assert.Throws<ArgumentException>(() => PausedClock.Measure(At(100), At(200), Read("130-120")));

    [Fact]
    public void Parts_of_a_second_are_dropped_from_the_sum_and_not_from_each_part()
    {
        var half = Duration.FromMilliseconds(1500);

        Assert.Equal(new ElapsedTime(3, 3), PausedClock.Measure(At(0), At(0) + half + half, []));
        Assert.Equal(
            new ElapsedTime(4, 3),
            PausedClock.Measure(At(0), At(0) + half + half + half, [new(At(1), At(2))])
        );
    }

    /// <summary>
    /// Berlin, 30 March 2025: clocks go from 2 to 3, so noon to noon is 23 hours; on 26 October they go back, and it is
    /// 25. A pause from 1 to 4 on the clock lasts 2 hours, and 4.
    /// </summary>
    [Theory]
    [InlineData(2025, 3, 29, 23, 21)]
    [InlineData(2025, 10, 25, 25, 21)]
    public void Change_of_clocks_neither_adds_nor_takes_an_hour(
        int year,
        int month,
        int day,
        int grossHours,
        int netHours
    )
    {
        var zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        var noon = new LocalDateTime(year, month, day, 12, 0);
        var night = noon.Date.PlusDays(1);
        Instant On(LocalDateTime local) => local.InZoneStrictly(zone).ToInstant();

        var elapsed = PausedClock.Measure(
            On(noon),
            On(noon.PlusDays(1)),
            [new(On(night.At(new LocalTime(1, 0))), On(night.At(new LocalTime(4, 0))))]
        );

        Assert.Equal(new ElapsedTime(grossHours * 3600L, netHours * 3600L), elapsed);
    }

    [Fact]
    public void Net_is_the_count_of_seconds_in_no_pause() =>
        Gen.Select(Gen.Int[0, 50], Gen.Int[0, 30], AnyPause.List[0, 6])
            .Sample(
                (start, length, pauses) =>
                {
                    var elapsed = PausedClock.Measure(
                        At(start),
                        At(start + length),
                        pauses.Select(pause => new Pause(At(pause.Start), pause.End is { } end ? At(end) : null))
                    );
                    var running = Enumerable
                        .Range(start, length)
                        .Count(second =>
                            pauses.All(pause => second < pause.Start || second >= (pause.End ?? int.MaxValue))
                        );
                    return elapsed == new ElapsedTime(length, running);
                }
            );

    private static Instant At(long seconds) => Instant.FromUnixTimeSeconds(seconds);

    private static IEnumerable<Pause> Read(string pauses) =>
        pauses
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(pause => pause.Split('-'))
            .Select(ends => new Pause(At(Number(ends[0])), ends[1].Length == 0 ? null : At(Number(ends[1]))));

    private static long Number(string text) => long.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
