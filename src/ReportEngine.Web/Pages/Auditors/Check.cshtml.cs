using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ReportEngine.Checking;
using ReportEngine.Web.State;
using ReportEngine.Web.Work;

namespace ReportEngine.Web.Pages.Auditors;

/// <summary>Holding a workbook, ours or anyone's, against the guidance on spreadsheets.</summary>
[EnableRateLimiting(Limits.Expensive)]
[RequestSizeLimit(Limits.LongestWorkbook)]
[RequestFormLimits(MultipartBodyLengthLimit = Limits.LongestWorkbook)]
public sealed class CheckModel(Office office, SiteOptions options) : OfficePage(office, options)
{
    private const int LongestName = 100;

    public WorkbookCheck? Check { get; private set; }

    /// <summary>As the sender calls it, to be printed and nothing else.</summary>
    public string FileName { get; private set; } = "";

    public async Task<IActionResult> OnPostAsync(IFormFile? workbook)
    {
        if (workbook is null)
        {
            Problems = [new Problem("upload", "RE568", "No file was sent.", "a workbook (.xlsx)")];
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        FileName = PlainText.Clean(workbook.FileName.Length <= LongestName ? workbook.FileName : "workbook.xlsx");
        var upload = Uploads.New(Office);
        try
        {
            var file = Path.Combine(Office.Uploads, upload, "workbook.xlsx");
            await Uploads.Save(workbook, file);
            Tried(() => Check = WorkbookCheck.Of(file));
            Problems = [.. Problems.Select(problem => problem with { Place = FileName })];
            Log(
                Act.Checked,
                "an uploaded workbook"
                    + (
                        Check is { } check
                            ? FormattableString.Invariant($", {check.Errors} errors, {check.Warnings} warnings")
                            : ", not readable"
                    )
            );
        }
        finally
        {
            Uploads.Delete(Office, upload);
        }
        return Page();
    }
}
