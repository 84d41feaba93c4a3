using NodaTime;
using NodaTime.Text;

namespace ReportEngine;

/// <summary>
/// What was known, and when: figures see only rows recorded at or before <see cref="Instant"/>.
/// A date stands for the end of that day in Asia/Karachi.
/// </summary>
public sealed record CutOff(Instant Instant)
{
    public const string ValidForm = "2025-10-15 (the end of that day in Asia/Karachi)";

    public static CutOff? TryParse(string text)
    {
        var parsed = LocalDatePattern.Iso.Parse(text);
        return parsed.Success && parsed.Value.Year is >= 2000 and < 2100 ? EndOf(parsed.Value) : null;
    }

    public static CutOff EndOf(LocalDate day) =>
        new(day.PlusDays(1).AtStartOfDayInZone(Period.Zone).ToInstant().Minus(Duration.FromSeconds(1)));

    /// <summary>A day stands for its end; an extraction may have been made at any moment of its day.</summary>
    public bool IsEndOfDay => this == EndOf(Day);

    /// <summary>The day of the cut-off in Karachi.</summary>
    public LocalDate Day => Instant.InZone(Period.Zone).Date;

    /// <summary>The instant as the case data writes it: 2025-10-15T18:59:59Z.</summary>
    public string Text => InstantText.Of(Instant);

    public string DayText => LocalDatePattern.Iso.Format(Day);
}

/// <summary>Instants as the case data writes them; whole seconds, UTC, so that text order is time order.</summary>
public static class InstantText
{
    public static string Of(Instant instant) => InstantPattern.General.Format(instant);

    /// <summary>Null for anything but what <see cref="Of"/> writes.</summary>
    public static Instant? TryParse(string text) =>
        InstantPattern.General.Parse(text) is { Success: true, Value: var instant } && Of(instant) == text
            ? instant
            : null;
}
