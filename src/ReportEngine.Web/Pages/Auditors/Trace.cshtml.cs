using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ReportEngine.Figures;
using ReportEngine.Releases;
using ReportEngine.Web.State;
using ReportEngine.Web.Work;

namespace ReportEngine.Web.Pages.Auditors;

/// <summary>From the figures of one metric of a release to the rows of the register they were counted from.</summary>
[EnableRateLimiting(Limits.Expensive)]
public sealed class TraceModel(Office office, SiteOptions options, Wording wording, Texts texts)
    : OfficePage(office, options)
{
    private IReadOnlyDictionary<(Dimension Dimension, string Code), string> labels =
        new Dictionary<(Dimension, string), string>();

    public ReleaseEntry Entry { get; private set; } = null!;

    public Metric Metric { get; private set; } = null!;

    /// <summary>Those of the release's own period first, totals before breakdowns.</summary>
    public IReadOnlyList<TracedFigure> Figures { get; private set; } = [];

    /// <summary>The figure whose rows are shown; null until one is picked.</summary>
    public TracedFigure? Chosen { get; private set; }

    /// <summary>The rows of each question, as the register has them; null for a key of no register.</summary>
    public IReadOnlyList<(TracedSource Source, TracedRowTable? Rows)> Rows { get; private set; } = [];

    public IActionResult OnGet(string figure, string? release, string? codes, string? period)
    {
        if (
            MetricCatalogue.TryFind(figure) is not { } metric
            || Holdings.Find(Office, Options, release ?? "") is not var (store, entry)
        )
        {
            return NotFound();
        }
        (Metric, Entry) = (metric, entry);
        var folder = store.FolderOf(entry);
        labels = Shelf.LabelsOf(folder);
        Tried(() =>
            Web.Office.Reading(() =>
            {
                Figures =
                [
                    .. Tracing
                        .Of(folder, metric.Id, null, Office.Cases, Options.Installation)
                        .OrderByDescending(one => one.Key.Period == entry.Period)
                        .ThenByDescending(one => one.Key.Period, StringComparer.Ordinal)
                        .ThenBy(one => one.Key.Values.Count(value => value.Dimension != metric.Part)),
                ];
                Chosen =
                    codes is null && period is null
                        ? null
                        : Figures.FirstOrDefault(one => one.Key.Codes == (codes ?? "") && one.Key.Period == period);
                Rows = Chosen is null
                    ? []
                    : [.. Chosen.Sources.Zip(TracedRowTable.Of(Office.Cases, store.ManifestOf(entry), Chosen, labels))];
                return true;
            })
        );
        Log(
            Act.Traced,
            "figure "
                + metric.Id
                + (Chosen is null ? "" : " " + Chosen.Key.Codes + " " + Chosen.Key.PeriodText)
                + " of release "
                + entry.Name
        );
        return Page();
    }

    public string AddressOf(TracedFigure figure) =>
        "/audit/trace/"
        + Metric.Id
        + "?release="
        + Uri.EscapeDataString(Entry.Name)
        + "&codes="
        + Uri.EscapeDataString(figure.Key.Codes)
        + "&period="
        + Uri.EscapeDataString(figure.Key.Period)
        + "#rows";

    public string NameOf(TracedFigure figure) =>
        figure.Key.Codes.Length == 0
            ? texts["trace.all"]
            : string.Join(", ", figure.Key.Values.Select(value => labels.GetValueOrDefault(value, value.Code)));

    public string ValueOf(TracedFigure figure) =>
        figure.Released is { } quantity
            ? wording.Sentence(new Figure(figure.Metric, [], quantity, Period.QuarterOf(default), new CutOff(default)))
            : texts["trace.no_value"];
}
