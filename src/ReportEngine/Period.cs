using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace ReportEngine;

/// <summary>
/// A span of whole days in Asia/Karachi: a quarter (2025-Q3), a calendar year (2025) or a fiscal year
/// (FY2025-26, July to June). <see cref="Start"/> is the first day, <see cref="End"/> the day after the last.
/// </summary>
public sealed partial record Period(string Id, PeriodKind Kind, LocalDate Start, LocalDate End)
{
    /// <summary>The forms accepted, for help texts and errors alike.</summary>
    public const string ValidForms = "2025-Q3 (quarter), 2025 (calendar year) or FY2025-26 (July to June)";

    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Karachi"];

    public static Period Quarter(int year, int quarter)
    {
        var start = new LocalDate(year, (3 * (quarter - 1)) + 1, 1);
        return new Period(Invariant($"{year:0000}-Q{quarter}"), PeriodKind.Quarter, start, start.PlusMonths(3));
    }

    /// <summary>The quarter that contains an instant, by the calendar in Karachi.</summary>
    public static Period QuarterOf(Instant instant)
    {
        var day = instant.InZone(Zone).Date;
        return Quarter(day.Year, ((day.Month - 1) / 3) + 1);
    }

    /// <summary>Reads one of <see cref="ValidForms"/>; null for anything else, FY2025-27 included.</summary>
    public static Period? TryParse(string text)
    {
        var match = Form().Match(text);
        if (!match.Success)
        {
            return null;
        }
        if (match.Groups["quarter"].Success)
        {
            return Quarter(Number(match, "year"), Number(match, "quarter"));
        }
        if (match.Groups["fiscal"].Success)
        {
            var first = Number(match, "fiscal");
            return (first + 1) % 100 == Number(match, "next")
                ? new Period(text, PeriodKind.FiscalYear, new LocalDate(first, 7, 1), new LocalDate(first + 1, 7, 1))
                : null;
        }
        var year = Number(match, "calendar");
        return new Period(text, PeriodKind.CalendarYear, new LocalDate(year, 1, 1), new LocalDate(year + 1, 1, 1));
    }

    /// <summary>
    /// A half-year as platforms report it, 2025-H2; null for anything else. Not a period of our own reports.
    /// </summary>
    public static Period? TryParseHalfYear(string text)
    {
        if (
            text is not [_, _, _, _, '-', 'H', '1' or '2']
            || !int.TryParse(text.AsSpan(0, 4), CultureInfo.InvariantCulture, out var year)
            || year < 2000
        )
        {
            return null;
        }
        var start = new LocalDate(year, text[^1] == '1' ? 1 : 7, 1);
        return new Period(text, PeriodKind.HalfYear, start, start.PlusMonths(6));
    }

    /// <summary>First instant of the period, inclusive.</summary>
    public Instant StartInstant => Start.AtStartOfDayInZone(Zone).ToInstant();

    /// <summary>First instant after the period, exclusive.</summary>
    public Instant EndInstant => End.AtStartOfDayInZone(Zone).ToInstant();

    /// <summary>Days after the end of a period from which on its figures hardly change: a judgement.</summary>
    private const int SettlingDays = 180;

    /// <summary>Followed for so long that its figures count as final where nobody has said whether they are.</summary>
    public bool IsSettledAt(CutOff cutOff) => End.PlusDays(SettlingDays) <= cutOff.Day;

    public bool IsCompleteAt(CutOff cutOff) => EndInstant <= cutOff.Instant.Plus(Duration.FromSeconds(1));

    /// <summary>The same kind of period just before this one.</summary>
    public Period Previous =>
        Kind == PeriodKind.Quarter
            ? QuarterOf(StartInstant.Minus(Duration.FromHours(1)))
            : TryParse(
                Kind == PeriodKind.CalendarYear
                    ? Invariant($"{Start.Year - 1:0000}")
                    : Invariant($"FY{Start.Year - 1:0000}-{Start.Year % 100:00}")
            )!;

    /// <summary>The fiscal quarter or year a quarter belongs to, e.g. "first quarter of FY2025-26".</summary>
    public string FiscalYear
    {
        get
        {
            var first = Start.Month >= 7 ? Start.Year : Start.Year - 1;
            return Invariant($"FY{first:0000}-{(first + 1) % 100:00}");
        }
    }

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    [GeneratedRegex(
        @"^(?:(?<year>20\d\d)-Q(?<quarter>[1-4])|(?<calendar>20\d\d)|FY(?<fiscal>20\d\d)-(?<next>\d\d))\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Form();
}

public enum PeriodKind
{
    Quarter,
    HalfYear,
    CalendarYear,
    FiscalYear,
}
