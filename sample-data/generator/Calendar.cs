namespace ReportEngine.SampleData;

/// <summary>
/// A stretch of days in which referrals reach the register; the last one ends at the end of the day in Karachi.
/// </summary>
public sealed record Phase(string Name, DateTime From, DateTime End)
{
    public static readonly Phase BeforeBriefing = new(
        "to 24 July",
        Calendar.Day(2025, 1, 6),
        Calendar.EndOfDay(2025, 7, 24)
    );
    public static readonly Phase BeforeUpdate = new(
        "to 14 August",
        Calendar.Day(2025, 7, 25),
        Calendar.EndOfDay(2025, 8, 14)
    );
    public static readonly Phase RestOfYear = new(
        "to 31 December",
        Calendar.Day(2025, 8, 15),
        Calendar.EndOfDay(2025, 12, 31)
    );
    public static readonly Phase NewYear = new(
        "January 2026",
        Calendar.Day(2026, 1, 1),
        Calendar.EndOfDay(2026, 1, 14)
    );
}

/// <summary>Days, working hours and the ends of days.</summary>
public static class Calendar
{
    public static readonly DateTime ExtractedAt = EndOfDay(2026, 1, 15);

    private static readonly int[] WeekdayShare = [0, 90, 100, 95, 100, 60, 12]; // Sunday first

    public static DateTime Day(int year, int month, int day) => new(year, month, day, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>23:59:59 in Asia/Karachi, five hours ahead of UTC.</summary>
    public static DateTime EndOfDay(int year, int month, int day) =>
        new(year, month, day, 18, 59, 59, DateTimeKind.Utc);

    public static DateOnly DateInKarachi(DateTime instant) => DateOnly.FromDateTime(instant.AddHours(5));

    /// <summary>
    /// A moment of office hours, 04:00 to 13:00 UTC; some weeks are busier than others, and early weeks calmer.
    /// </summary>
    public static DateTime WorkingMoment(RandomSequence random, DateTime from, DateTime end, bool growing)
    {
        var days = (end.Date - from.Date).Days + 1;
        while (true)
        {
            var offset = random.Below(days);
            var day = from.Date.AddDays(offset);
            var share = WeekdayShare[(int)day.DayOfWeek] * WeekShare(day) / 100;
            share = growing ? share * (40 + (60 * offset / days)) / 100 : share;
            if (random.Below(140) < share)
            {
                return day.AddHours(4).AddSeconds(random.Below(9 * 3600));
            }
        }
    }

    private static int WeekShare(DateTime day) =>
        new RandomSequence((ulong)(day - Day(2024, 12, 30)).Days / 7).Between(55, 140);
}
