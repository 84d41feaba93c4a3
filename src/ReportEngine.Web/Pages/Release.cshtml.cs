using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReportEngine.Releases;

namespace ReportEngine.Web.Pages;

/// <summary>One release with its files.</summary>
public sealed class ReleaseModel(Shelf shelf) : PageModel
{
    public ShelvedRelease Release { get; private set; } = null!;

    /// <summary>The newest release of the same report, period and language, if this one is not it.</summary>
    public ShelvedRelease? Later { get; private set; }

    public IReadOnlyList<ManifestFile> Charts =>
        [.. Release.Manifest.Files.Where(file => file.Path.StartsWith("charts/", StringComparison.Ordinal))];

    /// <summary>Data files with their titles, in the order of the report; then those without one.</summary>
    public IReadOnlyList<(ManifestFile File, string? Title)> Data
    {
        get
        {
            var files = Release
                .Manifest.Files.Where(file => file.Path.StartsWith("data/", StringComparison.Ordinal))
                .ToDictionary(file => file.Path, StringComparer.Ordinal);
            return
            [
                .. Release
                    .Data.Where(one => files.ContainsKey(one.Path))
                    .Select(one => (files[one.Path], (string?)one.Title)),
                .. files
                    .Values.ExceptBy(Release.Data.Select(one => one.Path), file => file.Path)
                    .Select(file => (file, (string?)null)),
            ];
        }
    }

    public IActionResult OnGet(string report, string period, string edition, string version)
    {
        var name = string.Join('/', report, period, edition, version);
        var open = shelf.Archive();
        if (open.FirstOrDefault(release => release.Entry.Name == name) is not { } found)
        {
            return NotFound();
        }
        Release = found;
        Later = open.Where(release => Published.IsLaterVersion(release, found)).MaxBy(release => release.Entry.Version);
        return Page();
    }
}
