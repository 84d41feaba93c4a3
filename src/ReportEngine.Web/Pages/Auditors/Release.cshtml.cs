using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ReportEngine.Figures;
using ReportEngine.Releases;
using ReportEngine.Web.State;
using ReportEngine.Web.Work;

namespace ReportEngine.Web.Pages.Auditors;

/// <summary>One release of any edition: to be verified, traced and read.</summary>
[EnableRateLimiting(Limits.Expensive)]
public sealed class ReleaseModel(Office office, SiteOptions options, Workshop workshop) : OfficePage(office, options)
{
    private ReleaseStore store = null!;

    public ReleaseEntry Entry { get; private set; } = null!;

    public Manifest Manifest { get; private set; } = null!;

    /// <summary>The build it was published from; null where that was not done on this site.</summary>
    public DecidedBuild? Build { get; private set; }

    /// <summary>The metrics whose figures lead back to the register.</summary>
    public IReadOnlyList<Metric> Traced { get; private set; } = [];

    /// <summary>Null until it was asked for, and where something is wrong.</summary>
    public VerifiedRelease? Verified { get; private set; }

    public IActionResult OnGet(string report, string period, string edition, string version) =>
        Find(report, period, edition, version) ? Page() : NotFound();

    public IActionResult OnPostVerify(string report, string period, string edition, string version)
    {
        if (!Find(report, period, edition, version))
        {
            return NotFound();
        }
        var isSound = Tried(() =>
            Verified = Verification.Run(
                new VerificationRequest(store.FolderOf(Entry), Releases: store.Folder),
                Options.Installation
            )
        );
        Log(Act.Verified, "release " + Entry.Name + (isSound ? ", sound" : ", not sound"));
        return Page();
    }

    public IActionResult OnPostRebuild(string report, string period, string edition, string version)
    {
        if (!Find(report, period, edition, version))
        {
            return NotFound();
        }
        long job = 0;
        if (!Tried(() => job = Jobs.Add(Office.State, Person, JobKind.Verify, new VerificationOrder(Entry.Name))))
        {
            return Page();
        }
        workshop.Wake();
        return LocalRedirect(FormattableString.Invariant($"/audit/jobs/{job}"));
    }

    public string TraceOf(Metric metric) =>
        "/audit/trace/" + metric.Id + "?release=" + Uri.EscapeDataString(Entry.Name);

    private bool Find(string report, string period, string edition, string version)
    {
        if (
            Holdings.Find(Office, Options, string.Join('/', report, period, edition, version)) is not var (found, entry)
        )
        {
            return false;
        }
        (store, Entry) = (found, entry);
        Manifest = store.ManifestOf(entry);
        Build = Jobs.PublishedAs(Office.State, entry.Name);
        var trace = Path.Combine(store.FolderOf(entry), TraceFile.FileName);
        Traced = System.IO.File.Exists(trace)
            ?
            [
                .. TraceFile
                    .Read(System.IO.File.ReadAllBytes(trace))
                    .Figures.Select(figure => figure.Figure.MetricId)
                    .Distinct()
                    .Select(MetricCatalogue.TryFind)
                    .OfType<Metric>(),
            ]
            : [];
        return true;
    }
}
