using ReportEngine.Cases;
using ReportEngine.Web.State;

namespace ReportEngine.Web.Pages.Officials;

/// <summary>What there is to do, and what was done last.</summary>
public sealed class IndexModel(Office office, SiteOptions options, Names names) : OfficePage(office, options)
{
    private const int Most = 30;

    /// <summary>Null while there is none.</summary>
    public Dataset? Register { get; private set; }

    /// <summary>Builds that were handed over, oldest first.</summary>
    public IReadOnlyList<DecidedBuild> Waiting { get; private set; } = [];

    /// <summary>With how far each has come.</summary>
    public IReadOnlyList<(Job Job, string Stage)> Jobs { get; private set; } = [];

    public void OnGet()
    {
        Tried(() =>
        {
            if (System.IO.File.Exists(Office.Cases))
            {
                using var cases = CaseFile.Open(Office.Cases, null);
                Register = cases.Dataset;
            }
        });
        var jobs = State.Jobs.Latest(Office.State, Most, JobKind.Build, JobKind.Import);
        var builds = jobs.Where(job => job.Kind == JobKind.Build)
            .ToDictionary(job => job.JobId, job => State.Jobs.FindBuild(Office.State, job.JobId)!);
        Waiting = State.Jobs.HandedOver(Office.State);
        Jobs = [.. jobs.Select(job => (job, names.OfStage(job, builds.GetValueOrDefault(job.JobId))))];
    }

    public string NameOf(Job job) => names.Of(job);
}
