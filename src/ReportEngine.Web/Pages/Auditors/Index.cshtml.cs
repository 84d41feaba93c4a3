using ReportEngine.Releases;
using ReportEngine.Web.Work;

namespace ReportEngine.Web.Pages.Auditors;

/// <summary>Every release of every edition, and the ways to examine them.</summary>
public sealed class IndexModel(Office office, SiteOptions options, JobNames names) : OfficePage(office, options)
{
    public IReadOnlyList<ReleaseEntry> Releases { get; private set; } = [];

    public void OnGet() => Releases = [.. Holdings.All(Office, Options).Select(one => one.Entry)];

    public string NameOf(string report) => names.OfReport(report);
}
