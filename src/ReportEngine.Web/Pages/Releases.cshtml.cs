using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using ReportEngine.Documents;
using ReportEngine.Web.State;

namespace ReportEngine.Web.Pages;

/// <summary>The calendar and the archive.</summary>
public sealed class ReleasesModel(Shelf shelf, Wording wording, Names names, SiteOptions options, IClock clock)
    : PageModel
{
    public IReadOnlyList<ShelvedRelease> Archive { get; private set; } = [];

    /// <summary>
    /// What is approved for an hour, of the public edition: readers are told when, so that all have it at once, and
    /// nothing else of it.
    /// </summary>
    public IReadOnlyList<(string Title, string Period, string Time)> Scheduled { get; private set; } = [];

    /// <summary>
    /// When the newest release of each report said that the next one comes, and whether that day is over.
    /// </summary>
    public IReadOnlyList<(string Title, string Day, bool IsOverdue)> Coming { get; private set; } = [];

    public void OnGet()
    {
        Archive = shelf.Archive();
        Coming =
        [
            .. shelf
                .Open()
                .DistinctBy(release => release.Entry.Report)
                .Where(release => release.Manifest.Publication?.NextUpdate is not null)
                .OrderBy(release => release.Manifest.Publication!.NextUpdate, StringComparer.Ordinal)
                .Select(release =>
                    (release.Manifest.Title, wording.Planned(release.Manifest.Publication!.NextUpdate!, clock))
                )
                .Select(one => (one.Title, one.Item2.Day, one.Item2.IsOverdue)),
        ];
        Scheduled = options.Office is not { } office
            ? []
            :
            [
                .. Jobs.Scheduled(office.State)
                    .Select(build => (Order: OrderText.Read<BuildOrder>(build.Job.Asked), build.Publication))
                    .Where(one => one.Order.Edition == Edition.Public)
                    .SelectMany(one =>
                        one.Order.Reports.Select(report =>
                            (
                                names.OfReport(report),
                                wording.NameOf(one.Order.Period),
                                wording.Time(one.Publication!.NotBefore)
                            )
                        )
                    ),
            ];
    }

    /// <summary>A later version of the same report, period and language is there.</summary>
    public bool IsSuperseded(ShelvedRelease one) =>
        Archive.Any(other =>
            (other.Entry.Report, other.Entry.Period, other.Entry.Language)
                == (one.Entry.Report, one.Entry.Period, one.Entry.Language)
            && other.Entry.Version > one.Entry.Version
        );
}
