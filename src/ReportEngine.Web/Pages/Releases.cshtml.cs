using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime.Text;
using ReportEngine.Languages;
using ReportEngine.Releases;

namespace ReportEngine.Web.Pages;

/// <summary>The calendar and the archive.</summary>
public sealed class ReleasesModel(Shelf shelf, Wording wording, SiteOptions options) : PageModel
{
    private readonly Lazy<IReadOnlyList<Language>> languages = new(() => LanguageFile.All(options.Installation.Templates));

    public IReadOnlyList<ShelvedRelease> Archive { get; private set; } = [];

    /// <summary>When the newest release of each report said that the next one comes.</summary>
    public IReadOnlyList<(string Title, string Day)> Coming { get; private set; } = [];

    public void OnGet()
    {
        Archive = shelf.Archive();
        Coming =
        [
            .. shelf.Open().DistinctBy(release => release.Entry.Report).Where(release => release.Manifest.Publication?.NextUpdate is not null)
                .OrderBy(release => release.Manifest.Publication!.NextUpdate, StringComparer.Ordinal)
                .Select(release => (release.Manifest.Title, wording.Words.Numbers.Date(LocalDatePattern.Iso.Parse(release.Manifest.Publication!.NextUpdate!).Value))),
        ];
    }

    public string LanguageOf(ReleaseEntry entry) => languages.Value.FirstOrDefault(language => language.Code == entry.Language)?.Name ?? entry.Language;
}
