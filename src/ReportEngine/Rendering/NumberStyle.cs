using System.Globalization;
using NodaTime;
using NodaTime.Text;
using ReportEngine.Figures;

namespace ReportEngine.Rendering;

/// <summary>
/// How numbers and dates are written for readers of English. Rounding happens here and nowhere before: half to even,
/// one decimal for shares, ratios and hours. A no-break space stands between a number and its sign.
/// </summary>
public static class NumberStyle
{
    private const string Space = "\u00a0";

    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("d MMMM yyyy");

    public static string Whole(long number) => number < 0
        ? "\u2212" + (-number).ToString("#,##0", Culture)
        : number.ToString("#,##0", Culture);

    /// <summary>One decimal, half to even.</summary>
    public static string OneDecimal(double number)
    {
        var rounded = Math.Round((decimal)number, 1, MidpointRounding.ToEven);
        return (rounded < 0 ? "\u2212" : "") + Math.Abs(rounded).ToString("#,##0.0", Culture);
    }

    public static string Percent(double share) => OneDecimal(share * 100) + Space + "%";

    public static string Marker(string marker) => "[" + marker + "]";

    public static string Date(LocalDate day) => Day.Format(day);

    /// <summary>What a period is called: "July to September 2025", "2025", "July 2025 to June 2026".</summary>
    public static string PeriodName(Period period)
    {
        string Month(LocalDate day) => day.ToString("MMMM", Culture);
        var last = period.End.PlusDays(-1);
        return period.Kind switch
        {
            PeriodKind.Quarter => string.Create(Culture, $"{Month(period.Start)} to {Month(last)} {last.Year}"),
            PeriodKind.CalendarYear => string.Create(Culture, $"January to December {last.Year}"),
            _ => string.Create(Culture, $"{Month(period.Start)} {period.Start.Year} to {Month(last)} {last.Year}"),
        };
    }

    /// <summary>A quantity in words and numbers, as it stands in a table or a sentence.</summary>
    public static string Text(Figure figure) => figure.Quantity switch
    {
        Count count => Whole(count.Number),
        Sum sum => string.Create(Culture, $"{Whole(sum.Total)} ({Whole(sum.Known)} of {Whole(sum.All)} accounts)"),
        Share { Denominator: 0 } => Marker("z"),
        Share { Value: null } share => string.Create(Culture, $"{Whole(share.Numerator)} of {Whole(share.Denominator)} {Marker("u")}"),
        Share share => string.Create(Culture, $"{Whole(share.Numerator)} of {Whole(share.Denominator)} ({Rate(figure, share.Value.Value)})"),
        Ratio ratio => ratio.Value is { } value ? OneDecimal(value) : Marker("z"),
        Hours hours => hours.Value is { } value ? OneDecimal(value)
            : hours is { Reached: false, Cases: > 0 } ? "not reached" : Marker(hours.Marker!),
        Measured { IsShare: true } measured => Percent(measured.Value),
        Measured measured => Plain(measured.Value),
        Status status => status.Label,
        var other => Marker(other.Marker ?? "x"),
    };

    /// <summary>A quantity as it stands in a sentence: with its unit, which a table has in its heading.</summary>
    public static string Sentence(Figure figure) => figure.Quantity switch
    {
        Hours { Value: not null } => Text(figure) + Space + "hours",
        _ => Text(figure),
    };

    /// <summary>What each marker means; printed beside every table that uses it.</summary>
    public static string MarkerMeaning(string marker) => marker switch
    {
        "u" => "[u] no rate is given: fewer than 10 cases, or too few answers for a quantile",
        "x" => "[x] not available",
        "z" => "[z] not applicable",
        "c" => "[c] withheld to protect individuals",
        _ => throw new ArgumentOutOfRangeException(nameof(marker), marker, "Unknown marker"),
    };

    private static string Rate(Figure figure, double share) => figure.Metric.Unit == Unit.PerThousand
        ? OneDecimal(share * 1000) + " per" + Space + "1,000"
        : Percent(share);

    private static string Plain(double value) => value == Math.Floor(value) ? Whole((long)value) : OneDecimal(value);
}
