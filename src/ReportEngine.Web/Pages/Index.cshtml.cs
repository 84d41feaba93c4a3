using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using ReportEngine.Figures;

namespace ReportEngine.Web.Pages;

/// <summary>A figure said in a sentence, with what it leaves out and how not to say it.</summary>
public sealed record Headline(string Before, string Value, string After, Quote Quote, Figure Figure, string Address)
{
    public string Sentence => Before + Value + After;
}

/// <summary>A released picture of a chart.</summary>
public sealed record Picture(string Title, string Svg, string Png);

/// <summary>The newest release of each report, for its latest period.</summary>
public sealed class IndexModel(
    Shelf shelf,
    IReadOnlyList<KeyValuePair<string, Quote>> quotes,
    Wording wording,
    IClock clock
) : PageModel
{
    /// <summary>The report for the press, which comes first.</summary>
    private const string Summary = "quarterly-transparency";

    private const int MostHeadlines = 6;
    private const int MostCharts = 3;

    public IReadOnlyList<ShelvedRelease> Latest { get; private set; } = [];

    public IReadOnlyList<Headline> Headlines { get; private set; } = [];

    public IReadOnlyList<Picture> Charts { get; private set; } = [];

    /// <summary>The day of the next release, where one is planned; it may have gone by.</summary>
    public (string Day, bool IsOverdue)? Next =>
        Latest.Select(release => release.Manifest.Publication?.NextUpdate).OfType<string>().Min(StringComparer.Ordinal)
            is { } day
            ? wording.Planned(day, clock)
            : null;

    public void OnGet()
    {
        var open = shelf.Open();
        var last = open.OrderByDescending(release => release.Period.Start).FirstOrDefault()?.Period;
        Latest =
        [
            .. open.Where(release => release.Period.Id == last?.Id)
                .DistinctBy(release => release.Entry.Report)
                .OrderByDescending(release => release.Entry.Report == Summary),
        ];
        Headlines =
        [
            .. quotes
                .Select(quote => HeadlineOf(Latest, quote.Key, quote.Value, wording))
                .OfType<Headline>()
                .Take(MostHeadlines),
        ];
        Charts =
        [
            .. Latest
                .SelectMany(release =>
                    release
                        .Manifest.Files.Where(file =>
                            file.Path.StartsWith("charts/", StringComparison.Ordinal)
                            && file.Path.EndsWith(".svg", StringComparison.Ordinal)
                        )
                        .Take(MostCharts)
                        .Select(file => new Picture(
                            wording.TitleOf(file.Path),
                            Addresses.Of(release.Entry, file.Path),
                            Addresses.Of(release.Entry, Path.ChangeExtension(file.Path, ".png"))
                        ))
                )
                .Take(MostCharts),
        ];
    }

    /// <summary>
    /// Null where no release has the figure, or it has no value: a sentence with a marker in it would say something
    /// else.
    /// </summary>
    internal static Headline? HeadlineOf(
        IReadOnlyList<ShelvedRelease> releases,
        string id,
        Quote quote,
        Wording wording
    )
    {
        foreach (var release in releases)
        {
            if (
                Published
                    .FiguresOf(release, id)
                    .FirstOrDefault(figure =>
                        figure.Dimensions.All(value => value.Dimension == figure.Metric.Part)
                        && (quote.Part is null || figure.Dimensions.Any(value => value.Code == quote.Part))
                    ) is
                { Value: not null } figure
            )
            {
                var (before, after) = quote.Around(wording.NameOf(release.Period));
                return new Headline(
                    before,
                    wording.Sentence(figure),
                    after,
                    quote,
                    figure,
                    Addresses.Of(id, release.Period.Id)
                );
            }
        }
        return null;
    }
}
