using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ReportEngine.Cases;
using ReportEngine.Web.State;
using ReportEngine.Web.Work;

namespace ReportEngine.Web.Pages.Officials;

/// <summary>Taking CSV files for an import, which the background does.</summary>
[EnableRateLimiting(Limits.Expensive)]
[RequestSizeLimit(Limits.LongestImport)]
[RequestFormLimits(MultipartBodyLengthLimit = Limits.LongestImport, ValueCountLimit = 128)]
public sealed partial class ImportModel(Office office, SiteOptions options, Workshop workshop)
    : OfficePage(office, options)
{
    private const int MostFiles = 100;

    internal static IEnumerable<TableSchema> Tables =>
        Schema.Tables.OrderBy(table => table.Name, StringComparer.Ordinal);

    public async Task<IActionResult> OnPostAsync(List<IFormFile> files)
    {
        Problems = [.. ProblemsOf(files)];
        if (Problems.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        var upload = Uploads.New(Office);
        long job = 0;
        var isTaken = false;
        try
        {
            foreach (var file in files)
            {
                await Uploads.Save(file, Path.Combine(Office.Uploads, upload, file.FileName));
            }
            isTaken = Tried(() =>
                job = Jobs.Add(
                    Office.State,
                    Person,
                    JobKind.Import,
                    new ImportOrder(upload, files.Count, files.Sum(file => file.Length))
                )
            );
        }
        finally
        {
            if (!isTaken)
            {
                Uploads.Delete(Office, upload);
            }
        }
        if (!isTaken)
        {
            return Page();
        }
        workshop.Wake();
        return LocalRedirect(Addresses.OfJob(job));
    }

    /// <summary>A name is used as it is only if it could be that of a table: letters, underscores and .csv.</summary>
    private static IEnumerable<Problem> ProblemsOf(List<IFormFile> files)
    {
        if (files.Count is 0 or > MostFiles)
        {
            yield return new Problem(
                "upload",
                "RE152",
                FormattableString.Invariant($"{files.Count} files were sent."),
                "one CSV a table"
            );
        }
        foreach (var file in files.Where(file => file.FileName.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)))
        {
            yield return new Problem("upload", "RE571", "'" + file.FileName + "'", "the CSV files in it");
        }
        foreach (
            var file in files.Where(file =>
                !Form().IsMatch(file.FileName) && !file.FileName.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)
            )
        )
        {
            yield return new Problem(
                "upload",
                "RE568",
                "Not a name of a table: '" + file.FileName + "'.",
                "names as in the list below"
            );
        }
        foreach (
            var name in files.GroupBy(file => file.FileName, StringComparer.Ordinal).Where(group => group.Count() > 1)
        )
        {
            yield return new Problem("upload", "RE568", "Sent twice: '" + name.Key + "'.", "each file once");
        }
    }

    [GeneratedRegex(@"^[a-z_]{1,64}\.csv\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
