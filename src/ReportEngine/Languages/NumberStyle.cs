using System.Globalization;
using NodaTime;
using NodaTime.Text;
using ReportEngine.Figures;

namespace ReportEngine.Languages;

/// <summary>
/// How numbers, dates and periods are written for readers of a language. Rounding happens here and nowhere before:
/// half away from zero, as spreadsheets round for display: shares in whole per cent, from
/// 1,000 cases with one decimal; ratios with one; times by <see cref="TimeScale"/>. A no-break space stands between a
/// number and its sign.
/// </summary>
public sealed record NumberStyle(Language Language)
{
    /// <summary>Fewer do not bear a decimal of a per cent.</summary>
    private const long ManyCases = 1000;

    /// <summary>Values that are held against each other have one precision, that of the fewest cases.</summary>
    private bool SharesAreWhole { get; init; }

    /// <summary>As values are written that stand in one table or picture.</summary>
    public NumberStyle Among(IEnumerable<Figure> figures) =>
        this with
        {
            SharesAreWhole = figures.Any(figure =>
                figure.Quantity is Share or Portion or Estimate && figure.Quantity.OutOf < ManyCases
            ),
        };

    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    private static readonly TimeScale InHours = new(IsDays: false);

    private static readonly string[] Months =
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];

    public static string Whole(long number) =>
        number < 0 ? "\u2212" + (-number).ToString("#,##0", Culture) : number.ToString("#,##0", Culture);

    /// <summary>
    /// One decimal, half away from zero; the decimal that the shortest form of the number shows is rounded.
    /// </summary>
    public static string OneDecimal(double number)
    {
        var rounded = Rounded(number);
        return (rounded < 0 ? "\u2212" : "") + Math.Abs(rounded).ToString("#,##0.0", Culture);
    }

    /// <summary>The number that <see cref="OneDecimal"/> writes.</summary>
    public static decimal Rounded(double number, int decimals = 1) =>
        Math.Round((decimal)number, decimals, MidpointRounding.AwayFromZero);

    public static string Marker(string marker) => "[" + marker + "]";

    /// <summary>
    /// A marker as readers of a page see it: in words, except where a sign of its own has to stand out.
    /// </summary>
    public string InWords(string marker) =>
        marker switch
        {
            "u" => Language.Say("too few"),
            "x" => Language.Say("not available"),
            "z" => Language.Say("not applicable"),
            _ => Marker(marker),
        };

    /// <summary>
    /// A share with as many digits as its cases bear: whole per cent, from 1,000 cases with one decimal unless
    /// <see cref="SharesAreWhole"/>, and so too what would round to none. What would read as none or all without being
    /// it says so.
    /// </summary>
    public string Percent(double share, long outOf) =>
        Rounded(share, outOf, number => Language.Say("{0}\u00a0%", number));

    /// <summary>The number of <see cref="Percent"/>, below a heading that says "%".</summary>
    public string PercentNumber(double share, long outOf) => Rounded(share, outOf, number => number);

    private string Rounded(double share, long outOf, Func<string, string> signed)
    {
        // What would read as none has a decimal too: it is of 200 cases or more.
        var isSmall = share > 0 && Rounded(share * 100, 0) == 0;
        var decimals = isSmall || (outOf >= ManyCases && !SharesAreWhole) ? 1 : 0;
        var rounded = Rounded(share * 100, decimals);
        var step = decimals == 0 ? 1m : 0.1m;
        return rounded == 0 && share > 0 ? Language.Say("under {0}", PerCent(step))
            : rounded == 100 && share < 1 ? Language.Say("over {0}", PerCent(100 - step))
            : PerCent(rounded);

        string PerCent(decimal number) => signed(number.ToString(decimals == 0 ? "#,##0" : "#,##0.0", Culture));
    }

    /// <summary>A part of a way, or a share that nothing was counted for: whole, and under 10 with a decimal.</summary>
    public string PartOf(double share)
    {
        var isWhole = Math.Abs(share) >= 0.1 || Rounded(share * 100) == Rounded(share * 100, 0);
        var rounded = Rounded(share * 100, isWhole ? 0 : 1);
        var number = Math.Abs(rounded).ToString(isWhole ? "#,##0" : "#,##0.0", Culture);
        return Language.Say("{0}\u00a0%", (rounded < 0 ? "\u2212" : "") + number);
    }

    /// <summary>"the end of 15 January 2026", or the moment of an extraction within its day; Pakistan time.</summary>
    public string Moment(CutOff cutOff) =>
        cutOff.IsEndOfDay
            ? Language.Say("the end of {0}", Date(cutOff.Day))
            : Language.Say("{0} on {1}", Clock(cutOff), Date(cutOff.Day));

    /// <summary>The second of the cut-off in Pakistan: 23:59:59 for the end of a day.</summary>
    public static string Clock(CutOff cutOff) =>
        LocalTimePattern.CreateWithInvariantCulture("HH:mm:ss").Format(cutOff.Instant.InZone(Period.Zone).TimeOfDay);

    public string Date(LocalDate day) => Language.Say("{0} {1} {2}", day.Day, Month(day), day.Year);

    /// <summary>
    /// What a period is called: "July to September 2025", "January to December 2025", "July 2025 to June 2026".
    /// </summary>
    public string PeriodName(Period period)
    {
        var last = period.End.PlusDays(-1);
        return period.Start.Year == last.Year
            ? Language.Say("{0} to {1} {2}", Month(period.Start), Month(last), last.Year)
            : Language.Say("{0} {1} to {2} {3}", Month(period.Start), period.Start.Year, Month(last), last.Year);
    }

    /// <summary>A quantity in words and numbers, as it stands in a table or a sentence.</summary>
    /// <param name="scale">Of the times it stands among; null: in hours.</param>
    public string Text(Figure figure, TimeScale? scale = null)
    {
        var time = scale ?? InHours;
        return figure.Quantity switch
        {
            Count count => Whole(count.Number),
            Sum sum => Language.Say("{0} ({1} of {2} accounts)", Whole(sum.Total), Whole(sum.Known), Whole(sum.All)),
            Share { Denominator: 0 } or Ratio { Denominator: 0 } or Portion { Denominator: 0 } => Language.Say(
                figure.Metric.Nothing ?? "no cases"
            ),
            Hours { Cases: 0 } or Estimate { Cases: 0 } => Language.Say("no cases"),
            { } quantity when quantity.IsCutShort => Language.Say("not followed so long"),
            NotApplicable
                when figure.Metric.Nothing is { } nothing && !figure.Metric.SaysNothingOf(figure.Dimensions) =>
                Language.Say(nothing),
            Share share when share.Value is null || figure.Metric.Unit == Unit.PerThousand => Language.Say(
                "{0}\u00a0of\u00a0{1}",
                Whole(share.Numerator),
                Whole(share.Denominator)
            ),
            Share share => Language.Say(
                "{0}\u00a0of\u00a0{1}\u00a0({2})",
                Whole(share.Numerator),
                Whole(share.Denominator),
                Percent(share.Value!.Value, share.Denominator)
            ),
            Ratio { Value: { } value } => OneDecimal(value),
            Hours { Value: { } value } hours => hours.Low is null && hours.High is null
                ? time.Number(value)
                : time.Number(value) + " (" + Interval(hours, time) + ")",
            Hours { Reached: false, Cases: > 0 } hours => hours.Low is { } low
                ? Language.Say("not\u00a0reached ({0})", Language.Say("{0}\u00a0or\u00a0more", time.Number(low)))
                : Language.Say("not reached"),
            Measured { IsShare: true } measured => PartOf(measured.Value),
            Measured measured => Plain(measured.Value),
            Portion { Value: { } value } portion => Language.Say(
                "{0}\u00a0of\u00a0{1}\u00a0({2})",
                Whole(portion.Numerator),
                Whole(portion.Denominator),
                Percent(value, portion.Denominator)
            ),
            Estimate { Value: { } value } estimate => Language.Say(
                "{0} ({1}\u00a0still\u00a0waiting)",
                Percent(value, estimate.Cases),
                Whole(estimate.AtRisk)
            ),
            Change { Value: { } value } change => change.Unit switch
            {
                ChangeUnit.Share => Signed(value * 100),
                ChangeUnit.Hours => Signed(value),
                _ => value < 0.001
                    ? Language.Say("under {0}", "0.001")
                    : Math.Round((decimal)value, 3).ToString("0.000", Culture),
            },
            Status status => Language.Say(status.Label),
            var other => InWords(other.Marker ?? "x"),
        };
    }

    /// <summary>"42 hours", "20 days".</summary>
    public string Time(double hours) =>
        TimeScale.Of(hours) is var scale && scale.IsDays
            ? Language.Say("{0}\u00a0days", scale.Number(hours))
            : Language.Say("{0}\u00a0hours", scale.Number(hours));

    /// <summary>The same beside a mark of a chart: "42 h".</summary>
    public string ShortTime(double hours) =>
        TimeScale.Of(hours) is { IsDays: false } scale ? Language.Say("{0} h", scale.Number(hours)) : Time(hours);

    /// <summary>A quantity as it stands in a sentence: with its unit, which a table has in its heading.</summary>
    public string Sentence(Figure figure) =>
        figure.Quantity switch
        {
            Hours { Value: { } value } => Time(value),
            Change { Value: not null, Unit: ChangeUnit.Share } => Language.Say("{0} points", Text(figure)),
            Change { Value: not null, Unit: ChangeUnit.Hours } => Language.Say("{0}\u00a0hours", Text(figure)),
            Count when figure.Metric.Unit == Unit.Days => Language.Say("{0}\u00a0days", Text(figure)),
            _ => Text(figure),
        };

    /// <summary>A part of that, beside words that say the rest; shares in whole per cent, as they are read.</summary>
    public string Sentence(Figure figure, FigureForm form)
    {
        if (!SharesAreWhole)
        {
            return InText().Sentence(figure, form);
        }
        var isShare = figure.Quantity is Share or Portion;
        var hasPercent = isShare && figure.Value is not null && figure.Metric.Unit != Unit.PerThousand;
        return form switch
        {
            FigureForm.Number when isShare => Whole(figure.Numerator!.Value),
            FigureForm.OutOf when figure.Denominator is { } all => Whole(all),
            FigureForm.Counts when isShare => Language.Say(
                "{0}\u00a0of\u00a0{1}",
                Whole(figure.Numerator!.Value),
                Whole(figure.Denominator!.Value)
            ),
            FigureForm.Bracket => hasPercent
                ? "\u00a0(" + Percent(figure.Value!.Value, figure.Denominator!.Value) + ")"
                : "",
            FigureForm.Percent when figure.Quantity is Estimate { Value: { } level } estimate => Percent(
                level,
                estimate.Cases
            ),
            FigureForm.Percent when hasPercent => Percent(figure.Value!.Value, figure.Denominator!.Value),
            FigureForm.Interval => figure.Quantity is Hours { Value: { } value, Low: { } low, High: { } high }
                ? " " + Between(low, high, TimeScale.Of(value))
                : "",
            _ => Sentence(figure),
        };
    }

    private NumberStyle InText() => this with { SharesAreWhole = true };

    private string Between(double low, double high, TimeScale time) =>
        Language.Say("(95\u00a0% interval {0}\u00a0to\u00a0{1})", time.Number(low), time.Number(high));

    /// <summary>The interval of a time, on one line; an upper end that is not reached has no number.</summary>
    public string Interval(Hours hours, TimeScale time) =>
        (hours.Low, hours.High) switch
        {
            ({ } low, { } high) => Language.Say("{0}\u00a0to\u00a0{1}", time.Number(low), time.Number(high)),
            ({ } low, null) => Language.Say("{0}\u00a0or\u00a0more", time.Number(low)),
            (null, { } high) => Language.Say("up\u00a0to\u00a0{0}", time.Number(high)),
            _ => Language.Say("no interval"),
        };

    private static string Signed(double number) =>
        (number > 0 && OneDecimal(number) != "0.0" ? "+" : "") + OneDecimal(number);

    private string Month(LocalDate day) => Language.Say(Months[day.Month - 1]);

    private static string Plain(double value) => value == Math.Floor(value) ? Whole((long)value) : OneDecimal(value);
}
