using NodaTime;
using ReportEngine.Figures;
using ReportEngine.Languages;
using ReportEngine.Releases;
using ReportEngine.Rendering;

namespace ReportEngine.Web;

/// <summary>Figures, days and files in words, as the reports have them in the language of the site.</summary>
public sealed class Wording(Texts texts)
{
    public DocumentWords Words { get; } = new(texts.Language);

    public string Sentence(Figure figure) => Words.Numbers.Sentence(figure);

    public string NameOf(Period period) => Words.Numbers.PeriodName(period);

    /// <summary>The name of a period by its id; the id where it is none.</summary>
    public string NameOf(string period) => Period.TryParse(period) is { } one ? NameOf(one) : period;

    public string Day(Instant instant) => Words.Numbers.Date(instant.InZone(Period.Zone).Date);

    /// <summary>A day that something was announced for, and whether it is over without it.</summary>
    public (string Day, bool IsOverdue) Planned(string day, IClock clock) =>
        NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value is var planned
            ? (Words.Numbers.Date(planned), planned < clock.GetCurrentInstant().InZone(Period.Zone).Date)
            : default;

    /// <summary>Day and time to the second, on one line, as a list of what happened has them.</summary>
    public static string Second(string instant) =>
        InstantText.TryParse(instant) is { } at
            ? NodaTime
                .Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss")
                .Format(at.InZone(Period.Zone).LocalDateTime)
            : instant;

    /// <summary>A text of the site, with instants among its parts as day and time in Karachi.</summary>
    public string Of(string text, IEnumerable<object> parts) =>
        texts[text, [.. parts.Select(part => part is Instant at ? Time(InstantText.Of(at)) : part)]];

    /// <summary>
    /// What values of a metric are, above a column of them. Of an indicator they are shares of nothing that is counted
    /// here.
    /// </summary>
    public string ValuesOf(IReadOnlyList<Figure> figures) =>
        texts[
            figures[0].Metric.Unit is var unit && unit == Unit.Hours ? "words.values_hours"
            : unit == Unit.PerThousand ? "words.values_per_thousand"
            : (unit == Unit.Share || unit == Unit.Portion) && figures.Any(figure => figure.Quantity is Share or Portion)
                ? "words.values_share"
            : "figure.value"
        ];

    public string StatusOf(ReleaseEntry entry) => texts[entry.IsFinal ? "words.final" : "words.provisional"];

    /// <summary>Day and time in Karachi of an instant as it is kept; a dash where there is none.</summary>
    public string Time(string? instant) =>
        instant is null || InstantText.TryParse(instant) is not { } at
            ? "–"
            : texts[
                "words.time",
                Day(at),
                at.InZone(Period.Zone).TimeOfDay.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)
            ];

    /// <summary>The day at whose end a release's records were cut off.</summary>
    public string KnownOn(ReleaseEntry entry) =>
        Words.Numbers.Date(new CutOff(InstantText.TryParse(entry.CutOff)!.Value).Day);

    public static string? PartOf(Figure figure) =>
        figure.Metric.Part is { } part
            ? figure.Dimensions.Where(value => value.Dimension == part).Select(value => value.Label).FirstOrDefault()
            : null;

    /// <summary>The 95 % interval of a share or a time; of a time also one without an upper end.</summary>
    public string? IntervalOf(Figure figure) =>
        figure is { Quantity: Hours { Reached: true }, Low: { } from, High: null }
            ? texts["words.interval_open", Words.Numbers.Time(from)]
        : figure is not { Low: { } low, High: { } high } ? null
        : figure switch
        {
            { Quantity: Share } when figure.Metric.Unit == Unit.PerThousand => texts[
                "words.interval_per_thousand",
                NumberStyle.OneDecimal(low),
                NumberStyle.OneDecimal(high)
            ],
            { Quantity: Share or Estimate } => texts[
                "words.interval",
                Words.Numbers.Percent(low, figure.Denominator ?? 0),
                Words.Numbers.Percent(high, figure.Denominator ?? 0)
            ],
            { Quantity: Hours } => texts["words.interval", Words.Numbers.Time(low), Words.Numbers.Time(high)],
            _ => null,
        };

    /// <summary>"SubjectType": what readers call it.</summary>
    public string NameOf(Dimension dimension) => texts["dimension." + dimension];

    /// <summary>What readers call a chart, by the name of its file. The full title stands in the picture.</summary>
    public string TitleOf(string path) => texts["chart." + Path.GetFileNameWithoutExtension(path)];

    /// <summary>What readers call a kind of file.</summary>
    public string KindOf(string path) =>
        Path.GetExtension(path) switch
        {
            ".pdf" => "PDF",
            ".xlsx" => texts["words.workbook"],
            ".html" => texts["words.page"],
            ".csv" => "CSV",
            ".svg" => texts["words.svg"],
            ".png" => texts["words.png"],
            ".sig" => texts["words.signature"],
            ".zip" => "ZIP",
            _ => "JSON",
        };

    /// <summary>A length for readers: 340 kB, 1.2 MB (decimal).</summary>
    public static string SizeOf(long bytes) =>
        bytes < 1_000_000
            ? FormattableString.Invariant($"{Math.Max(1, (bytes + 500) / 1000)} kB")
            : FormattableString.Invariant($"{bytes / 1_000_000m:0.0} MB");

    /// <summary>The report itself, among the files of its release.</summary>
    public static bool IsReport(string path) =>
        !path.Contains('/', StringComparison.Ordinal) && Path.GetExtension(path) is ".pdf" or ".xlsx" or ".html";

    /// <summary>The report as a page, to be read in the browser.</summary>
    public static bool IsPage(string path) => IsReport(path) && Path.GetExtension(path) == ".html";

    public static string FileName(string path) => Path.GetFileName(path);
}
