using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ReportEngine.Web.Pages;

/// <summary>One release with its files.</summary>
public sealed class ReleaseModel(Shelf shelf) : PageModel
{
    public ShelvedRelease Release { get; private set; } = null!;

    /// <summary>The newest release of the same report, period and language, if this one is not it.</summary>
    public ShelvedRelease? Later { get; private set; }

    public IActionResult OnGet(string report, string period, string edition, string version)
    {
        var name = string.Join('/', report, period, edition, version);
        var open = shelf.Archive();
        if (open.FirstOrDefault(release => release.Entry.Name == name) is not { } found)
        {
            return NotFound();
        }
        Release = found;
        Later = open.Where(release => (release.Entry.Report, release.Entry.Period, release.Entry.Language) == (report, period, found.Entry.Language) && release.Entry.Version > found.Entry.Version).MaxBy(release => release.Entry.Version);
        return Page();
    }
}
