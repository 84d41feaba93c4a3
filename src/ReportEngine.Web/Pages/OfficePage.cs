using Microsoft.AspNetCore.Mvc.RazorPages;
using ReportEngine.Releases;
using ReportEngine.Web.Access;
using ReportEngine.Web.State;

namespace ReportEngine.Web.Pages;

/// <summary>A release in a list, with the address of its page for whoever looks at the list.</summary>
public sealed record HeldRelease(ReleaseEntry Entry, string Address);

/// <summary>A page for somebody signed in.</summary>
public abstract class OfficePage(Office office, SiteOptions options) : PageModel
{
    protected Office Office { get; } = office;

    protected SiteOptions Options { get; } = options;

    public User Person => SignedIn.Of(HttpContext)!;

    /// <summary>What stands in the way of what was asked.</summary>
    public IReadOnlyList<Problem> Problems { get; protected set; } = [];

    protected void Log(Act act, string what) => ActivityLog.Write(Office.State, Person.AsActor, act, what);

    /// <summary>Does what may fail for reasons the person can put right, and shows those.</summary>
    /// <param name="upload">The folder of an upload that is looked at, of which a page does not tell.</param>
    protected bool Tried(Action act, string? upload = null)
    {
        try
        {
            act();
            return true;
        }
        catch (ReportException error)
        {
            Problems = [.. error.Problems.Select(problem => Office.Told(problem, Options, upload))];
            Response.StatusCode =
                error.ExitCode == ExitCode.EnvironmentFailed
                    ? StatusCodes.Status503ServiceUnavailable
                    : StatusCodes.Status422UnprocessableEntity;
            return false;
        }
    }
}
