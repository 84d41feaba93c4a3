using Microsoft.AspNetCore.Mvc;
using ReportEngine.Web.State;
using ReportEngine.Web.Work;

namespace ReportEngine.Web.Pages.Officials;

/// <summary>A report of a build beside the release before it.</summary>
public sealed class CompareModel(Office office, SiteOptions options, Names names) : OfficePage(office, options)
{
    public long JobId { get; private set; }

    public string ReportName { get; private set; } = "";

    /// <summary>Null for a first release.</summary>
    public Changes? Changes { get; private set; }

    public IActionResult OnGet(long id, string report)
    {
        if (
            Jobs.FindBuild(Office.State, id) is not { Job.State: JobState.Done } build
            || OrderText.Read<BuildOrder>(build.Job.Asked) is var order && !order.Reports.Contains(report)
        )
        {
            return NotFound();
        }
        (JobId, ReportName) = (id, names.OfReport(report));
        Log(Act.Downloaded, Jobs.NameOf(id) + ", " + report + ", compared with the last release");
        Changes = Changes.Of(
            Doing.FoldersOf(order, Office.BuildOf(id))[order.Reports.ToList().IndexOf(report)],
            Office,
            Options
        );
        return Page();
    }
}
