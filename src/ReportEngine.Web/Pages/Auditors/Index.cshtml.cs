using ReportEngine.Web.Work;

namespace ReportEngine.Web.Pages.Auditors;

/// <summary>Every release of every edition, and the ways to examine them.</summary>
public sealed class IndexModel(Office office, SiteOptions options) : OfficePage(office, options)
{
    /// <summary>With its address.</summary>
    public IReadOnlyList<HeldRelease> Releases { get; private set; } = [];

    public void OnGet() =>
        Releases = [
            .. Holdings.All(Office, Options).Select(one => new HeldRelease(one.Entry, Addresses.Audited(one.Entry))),
        ];
}
