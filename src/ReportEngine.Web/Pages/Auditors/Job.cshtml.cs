using Microsoft.AspNetCore.Mvc;
using ReportEngine.Web.State;

namespace ReportEngine.Web.Pages.Auditors;

/// <summary>A release that is built again to be compared.</summary>
public sealed class JobModel(Office office, SiteOptions options, Names names) : OfficePage(office, options)
{
    public Job Job { get; private set; } = null!;

    public string Title => names.Of(Job);

    public IReadOnlyList<Problem> Failures => Job.Problems is { } text ? OrderText.Read<List<Problem>>(text) : [];

    public IActionResult OnGet(long id)
    {
        if (Jobs.Find(Office.State, id) is not { Kind: JobKind.Verify } job)
        {
            return NotFound();
        }
        Job = job;
        return Page();
    }
}
