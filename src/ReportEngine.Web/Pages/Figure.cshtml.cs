using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReportEngine.Figures;
using ReportEngine.Releases;

namespace ReportEngine.Web.Pages;

/// <summary>A figure by the dimensions it is broken down by; a row a combination of their values.</summary>
/// <param name="Values">What stands above its values.</param>
public sealed record Breakdown(
    string Name,
    IReadOnlyList<string> Headings,
    string Values,
    IReadOnlyList<(IReadOnlyList<string> Labels, string Value)> Rows
);

/// <summary>A figure of one period, of the newest release or, where the address names one, of that.</summary>
public sealed class FigureModel(
    Shelf shelf,
    IReadOnlyList<KeyValuePair<string, Quote>> quotes,
    SiteOptions options,
    Texts texts,
    Wording wording
) : PageModel
{
    /// <summary>The chart that draws a figure.</summary>
    private static readonly Dictionary<string, string> Charts = new(StringComparer.Ordinal)
    {
        ["OUT.02"] = "outcome-shares",
        ["RT.02"] = "response-times",
        ["RT.03"] = "action-incidence",
        ["RT.08"] = "limit-shares",
        ["RT.15"] = "answered-curves",
        ["MIR.02"] = "came-back",
        ["NAP.02"] = "nap-progress",
        ["NAP.03"] = "nap-ratings",
    };

    private ShelvedRelease release = null!;

    public Metric Metric { get; private set; } = null!;

    public string PeriodId => release.Entry.Period;

    public string PeriodName => wording.NameOf(release.Period);

    public string Report => release.Manifest.Title;

    public ReleaseEntry Entry => release.Entry;

    /// <summary>
    /// The release that knows more of this figure than the one that the address names, or a later version of that; null
    /// where there is none.
    /// </summary>
    public ShelvedRelease? Later { get; private set; }

    public string ReleasedOn => wording.Day(release.ReleaseAt);

    public string KnownOn => wording.KnownOn(release.Entry);

    public IReadOnlyList<Figure> Totals { get; private set; } = [];

    public Headline? Headline { get; private set; }

    public IReadOnlyList<Breakdown> Breakdowns { get; private set; } = [];

    public IReadOnlyList<PublishedFigure> History { get; private set; } = [];

    /// <summary>Other reports give the metric of other things: the value is of one report alone.</summary>
    public bool IsOfOneReport =>
        History
            .Where(said => said.Figure is not null)
            .GroupBy(said => said.Release.Entry.CutOff)
            .Any(day => day.Select(said => said.Figure!.Quantity).Distinct().Skip(1).Any());

    /// <summary>Of which value it is that a release changed.</summary>
    public string WhichOf(Figure figure) =>
        figure.Dimensions.Count == 0
            ? texts["figure.whole"]
            : string.Join(", ", figure.Dimensions.Select(value => value.Label));

    public IReadOnlyList<Period> Periods { get; private set; } = [];

    public Picture? Chart { get; private set; }

    public IEnumerable<(string Label, string Text)> Definition =>
        wording
            .Words.Definition(Metric)
            .Append((texts["figure.version"], FormattableString.Invariant($"{Metric.Version}")));

    public string Permanent => Addresses.Of(Metric.Id, PeriodId, release.Entry);

    /// <summary>With the site's own name in it, as the reader asked for it.</summary>
    public string PermanentWhole => Addresses.Root(Request) + Permanent;

    public string Citation
    {
        get
        {
            var citation = texts[
                "figure.citation",
                release.Manifest.Title,
                PeriodName,
                release.Entry.Version,
                wording.StatusOf(release.Entry).ToLowerInvariant(),
                ReleasedOn,
                Metric.Id,
                PermanentWhole
            ];
            return options.IsDemonstration ? texts["figure.citation_invented", citation] : citation;
        }
    }

    public IActionResult OnGet(string id, string? period, [FromQuery(Name = "release")] string? releaseName)
    {
        var open = shelf.Open();
        if (MetricCatalogue.TryFind(id) is not { } metric)
        {
            return NotFound();
        }
        Periods = Published.PeriodsOf(open, id);
        if (
            (period ?? Periods.Select(one => one.Id).FirstOrDefault()) is not { } wanted
            || Published.ReleaseOf(open, id, wanted, releaseName) is not { } found
        )
        {
            return NotFound();
        }
        (Metric, release) = (metric, found);
        Later =
            Published.ReleaseOf(open, id, wanted) is { } newest
            && (
                string.CompareOrdinal(newest.Entry.CutOff, found.Entry.CutOff) > 0
                || Published.IsLaterVersion(newest, found)
            )
                ? newest
                : null;
        var figures = Published.FiguresOf(found, id);
        Totals = [.. figures.Where(figure => Dimensions(figure).Count == 0)];
        if (Published.LeadOf(Totals) is { } lead)
        {
            Totals = [lead, .. Totals.Where(figure => figure != lead)];
        }
        Breakdowns =
        [
            .. figures
                .Where(figure => Dimensions(figure).Count > 0)
                .GroupBy(figure =>
                    string.Join(", ", Dimensions(figure).Select(value => wording.NameOf(value.Dimension)))
                )
                .Select(group => Of(group.Key, [.. group])),
        ];
        Headline = quotes
            .Where(quote => quote.Key == id)
            .Select(quote => IndexModel.HeadlineOf([found], id, quote.Value, wording))
            .FirstOrDefault();
        History = Published.HistoryOf(
            open,
            id,
            found.Period.Id,
            CellKey.Of(Headline?.Figure ?? Totals.Concat(figures).First())
        );
        Chart =
            Charts.TryGetValue(id, out var chart)
            && found.Manifest.Files.Any(file => file.Path == "charts/" + chart + ".svg")
                ? new Picture(
                    wording.TitleOf(chart),
                    Addresses.Of(found.Entry, "charts/" + chart + ".svg"),
                    Addresses.Of(found.Entry, "charts/" + chart + ".png")
                )
                : null;
        return Page();
    }

    public string Data(string format) => Addresses.DataOf(Metric.Id, PeriodId, format, release.Entry);

    private static List<DimensionValue> Dimensions(Figure figure) =>
        [.. figure.Dimensions.Where(value => value.Dimension != figure.Metric.Part)];

    private Breakdown Of(string name, IReadOnlyList<Figure> figures)
    {
        var isSplit = figures.Any(figure => Wording.PartOf(figure) is not null);
        return new Breakdown(
            name,
            [
                .. Dimensions(figures[0])
                    .Select(value => wording.NameOf(value.Dimension))
                    .Concat(isSplit ? [texts["figure.part"]] : Array.Empty<string>())
                    .Select(heading => char.ToUpperInvariant(heading[0]) + heading[1..]),
            ],
            wording.ValuesOf(figures),
            [
                .. figures.Select(figure =>
                    (
                        (IReadOnlyList<string>)
                            [
                                .. Dimensions(figure).Select(value => value.Label),
                                .. isSplit ? [Wording.PartOf(figure) ?? ""] : Array.Empty<string>(),
                            ],
                        wording.Words.Numbers.Text(figure)
                    )
                ),
            ]
        );
    }
}
