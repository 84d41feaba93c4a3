using Microsoft.AspNetCore.Mvc;
using ReportEngine.Web.State;
using ReportEngine.Web.Work;

namespace ReportEngine.Web.Pages.Officials;

/// <summary>
/// A report of a build, in a frame in which it can do nothing, under what it is: the file itself stays as it was made.
/// </summary>
public sealed class PreviewModel(Office office, SiteOptions options, Names names) : OfficePage(office, options)
{
    public long JobId { get; private set; }

    public string JobName { get; private set; } = "";

    public string Stage { get; private set; } = "";

    public string ReportName { get; private set; } = "";

    public string Address { get; private set; } = "";

    public IActionResult OnGet(long id, string report)
    {
        if (
            Jobs.FindBuild(Office.State, id) is not { Job: { State: JobState.Done } job } build
            || OrderText.Read<BuildOrder>(job.Asked) is var order && !order.Reports.Contains(report)
        )
        {
            return NotFound();
        }
        (JobId, JobName, Stage, ReportName) = (id, names.Of(job), names.OfStage(job, build), names.OfReport(report));
        Address = Addresses.OfJob(
            id,
            report,
            Doing.FoldersOf(order, Office.BuildOf(id)) is var folders
                ? Path.GetFileName(
                    Directory.EnumerateFiles(folders[order.Reports.ToList().IndexOf(report)], "*.html").First()
                )
                : ""
        );
        return Page();
    }
}
