using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime.Text;

namespace ReportEngine.Web.Pages;

/// <summary>The calendar and the archive.</summary>
public sealed class ReleasesModel(Shelf shelf, Wording wording) : PageModel
{
    public IReadOnlyList<ShelvedRelease> Archive { get; private set; } = [];

    /// <summary>When the newest release of each report said that the next one comes.</summary>
    public IReadOnlyList<(string Title, string Day)> Coming { get; private set; } = [];

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
                    (
                        release.Manifest.Title,
                        wording.Words.Numbers.Date(
                            LocalDatePattern.Iso.Parse(release.Manifest.Publication!.NextUpdate!).Value
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
