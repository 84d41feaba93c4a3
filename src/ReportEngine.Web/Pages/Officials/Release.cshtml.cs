using Microsoft.AspNetCore.Mvc;
using ReportEngine.Releases;
using ReportEngine.Web.Work;

namespace ReportEngine.Web.Pages.Officials;

/// <summary>One release with its files.</summary>
public sealed class ReleaseModel(Office office, SiteOptions options) : OfficePage(office, options)
{
    public ReleaseEntry Entry { get; private set; } = null!;

    public Manifest Manifest { get; private set; } = null!;

    public IActionResult OnGet(string report, string period, string edition, string version)
    {
        var name = string.Join('/', report, period, edition, version);
        if (
            Holdings.ForOfficials(Office, Options).FirstOrDefault(one => one.Entry.Name == name)
            is not { Store: { } store, Entry: { } entry }
        )
        {
            return NotFound();
        }
        (Entry, Manifest) = (entry, store.ManifestOf(entry));
        return Page();
    }
}
