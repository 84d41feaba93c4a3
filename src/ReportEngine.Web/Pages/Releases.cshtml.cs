using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime.Text;
using ReportEngine.Languages;

namespace ReportEngine.Web.Pages;

/// <summary>The calendar and the archive.</summary>
public sealed class ReleasesModel(Shelf shelf) : PageModel
{
    private static readonly NumberStyle Numbers = new(Language.English);

    public IReadOnlyList<ShelvedRelease> Archive { get; private set; } = [];

    /// <summary>When the newest release of each report said that the next one comes.</summary>
    public IReadOnlyList<(string Title, string Day)> Coming { get; private set; } = [];

    public void OnGet()
    {
        Archive = shelf.Open();
        Coming =
        [
            .. Archive.DistinctBy(release => release.Entry.Report).Where(release => release.Manifest.Publication?.NextUpdate is not null)
                .OrderBy(release => release.Manifest.Publication!.NextUpdate, StringComparer.Ordinal)
                .Select(release => (release.Manifest.Title, Numbers.Date(LocalDatePattern.Iso.Parse(release.Manifest.Publication!.NextUpdate!).Value))),
        ];
    }
}
