using NodaTime;
using ReportEngine.Figures;
using ReportEngine.Languages;
using ReportEngine.Rendering;

namespace ReportEngine.Web;

/// <summary>Figures, days and files in words, as the reports have them.</summary>
internal static class Wording
{
    public static DocumentWords Words { get; } = new(Language.English);

    public static string Sentence(Figure figure) => Words.Numbers.Sentence(figure);

    public static string NameOf(Period period) => Words.Numbers.PeriodName(period);

    public static string Day(Instant instant) => Words.Numbers.Date(instant.InZone(Period.Zone).Date);

    /// <summary>The day at whose end a release's records were cut off.</summary>
    public static string KnownOn(ShelvedRelease release) => Words.Numbers.Date(new CutOff(InstantText.TryParse(release.Entry.CutOff)!.Value).Day);

    public static string? PartOf(Figure figure) =>
        figure.Metric.Part is { } part ? figure.Dimensions.Where(value => value.Dimension == part).Select(value => value.Label).FirstOrDefault() : null;

    /// <summary>The 95 % interval of a share or a time that has both ends.</summary>
    public static string? IntervalOf(Figure figure) => figure is not { Low: { } low, High: { } high } ? null : figure switch
    {
        { Quantity: Share, Metric.Unit: Unit.PerThousand } => NumberStyle.OneDecimal(low) + " to " + NumberStyle.OneDecimal(high) + " per 1,000",
        { Quantity: Share } => Words.Numbers.Percent(low) + " to " + Words.Numbers.Percent(high),
        { Quantity: Hours } => NumberStyle.OneDecimal(low) + " to " + NumberStyle.OneDecimal(high) + " hours",
        _ => null,
    };

    /// <summary>"charts/action-rates.svg": "Action rates". The full title stands in the picture.</summary>
    public static string TitleOf(string path)
    {
        var words = Path.GetFileNameWithoutExtension(path).Replace('-', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>The report itself, among the files of its release.</summary>
    public static bool IsReport(string path) => !path.Contains('/', StringComparison.Ordinal) && Path.GetExtension(path) is ".pdf" or ".xlsx" or ".html";

    public static string FileName(string path) => Path.GetFileName(path);
}
