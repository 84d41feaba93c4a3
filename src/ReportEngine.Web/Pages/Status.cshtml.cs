using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace ReportEngine.Web.Pages;

/// <summary>
/// What a reader sees in place of a page that could not be given; other methods than GET, HEAD and POST are answered
/// without one.
/// </summary>
[DisableRateLimiting]
[IgnoreAntiforgeryToken]
public sealed class StatusModel : PageModel
{
    private static readonly int[] Known = [400, 401, 403, 404, 413, 429, 500, 503];

    /// <summary>
    /// The status, or one that stands for others of its kind. The address of a status, asked for by itself, is like any
    /// that is not there.
    /// </summary>
    public int Code
    {
        get
        {
            var status = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { } answer
                ? answer.OriginalStatusCode
                : StatusCodes.Status404NotFound;
            Response.StatusCode = status;
            return Known.Contains(status) ? status
                : status < 500 ? 400
                : 500;
        }
    }
}
