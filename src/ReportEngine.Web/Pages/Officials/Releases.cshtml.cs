using ReportEngine.Web.Work;

namespace ReportEngine.Web.Pages.Officials;

/// <summary>Every release of the public and the official edition, those whose time has not come too.</summary>
public sealed class ReleasesModel(Office office, SiteOptions options) : OfficePage(office, options)
{
    /// <summary>With its address.</summary>
    public IReadOnlyList<HeldRelease> Releases { get; private set; } = [];

    public void OnGet() =>
        Releases = [
            .. Holdings
                .ForOfficials(Office, Options)
                .Select(one => new HeldRelease(one.Entry, Addresses.OfOffice(one.Entry))),
        ];
}
