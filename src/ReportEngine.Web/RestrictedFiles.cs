using ReportEngine.Releases;
using ReportEngine.Web.Access;
using ReportEngine.Web.State;
using ReportEngine.Web.Work;

namespace ReportEngine.Web;

/// <summary>
/// Files for those who are signed in. Each is in the log before its first byte is sent; what cannot be logged is not
/// given.
/// </summary>
internal static class RestrictedFiles
{
    public static void Map(IEndpointRouteBuilder site)
    {
        var office = site.MapGroup("/office").RequireAuthorization(Policies.Office);
        office.MapGet(
            "/jobs/{id:long}/files/{report}/{**path}",
            (long id, string report, string path, Office place, HttpContext context) =>
                Jobs.FindBuild(place.State, id) is { Job.State: JobState.Done } build
                && OrderText.Read<BuildOrder>(build.Job.Asked) is var order
                && order.Reports.Contains(report)
                    ? Give(
                        Path.Combine(place.BuildOf(id), report, order.Period, order.Edition + "-" + order.Language),
                        path,
                        Jobs.NameOf(id) + ", " + report,
                        place,
                        context
                    )
                    : Results.NotFound()
        );
        office.MapGet("/jobs/{id:long}/progress", Progress);
        office.MapGet(
            "/releases/{report}/{period}/{edition}/{version}/files/{**path}",
            (
                string report,
                string period,
                string edition,
                string version,
                string path,
                Office place,
                SiteOptions options,
                HttpContext context
            ) =>
                GiveReleased(
                    Holdings.ForOfficials(place, options),
                    string.Join('/', report, period, edition, version),
                    path,
                    place,
                    context
                )
        );
        var audit = site.MapGroup("/audit").RequireAuthorization(Policies.Audit);
        audit.MapGet(
            "/releases/{report}/{period}/{edition}/{version}/files/{**path}",
            (
                string report,
                string period,
                string edition,
                string version,
                string path,
                Office place,
                SiteOptions options,
                HttpContext context
            ) =>
                GiveReleased(
                    Holdings.All(place, options),
                    string.Join('/', report, period, edition, version),
                    path,
                    place,
                    context
                )
        );
        audit.MapGet("/jobs/{id:long}/progress", Progress);
        audit.MapGet(
            "/log.jsonl",
            (Office place, HttpContext context) =>
            {
                ActivityLog.Write(place.State, SignedIn.Of(context)!.AsActor, Act.LogRead, "all of it, as lines");
                return Results.Text(ActivityLog.Text(place.State), "application/jsonl", System.Text.Encoding.UTF8);
            }
        );
    }

    private static IResult Progress(long id, Office place, Workshop workshop) =>
        Jobs.Find(place.State, id) is not { } job
            ? Results.NotFound()
            : Results.Json(
                new
                {
                    state = job.State.ToString().ToLowerInvariant(),
                    step = workshop.StepOf(id)?.Name,
                    number = workshop.StepOf(id)?.Number,
                    of = workshop.StepOf(id)?.Of,
                }
            );

    private static IResult GiveReleased(
        IReadOnlyList<(ReleaseStore Store, ReleaseEntry Entry)> held,
        string name,
        string path,
        Office office,
        HttpContext context
    ) =>
        held.FirstOrDefault(one => one.Entry.Name == name) is { Store: { } store, Entry: { } entry }
            ? Give(store.FolderOf(entry), path, "release " + name, office, context)
            : Results.NotFound();

    private static IResult Give(string folder, string path, string what, Office office, HttpContext context)
    {
        var manifest = ReleaseFolder.ReadSmall(folder, Manifest.FileName, Verification.LongestManifest);
        if (
            manifest is null
            || !(
                path is Manifest.FileName or Signature.FileName
                || Manifest.Read(manifest).Files.Any(file => file.Path == path)
            )
            || ReleaseFolder.Find(folder, path) is not { } file
        )
        {
            return Results.NotFound();
        }
        ActivityLog.Write(office.State, SignedIn.Of(context)!.AsActor, Act.Downloaded, what + ", file " + path);
        return Results.File(file.FullName, Files.TypeOf(path), Files.IsShown(path) ? null : Path.GetFileName(path));
    }
}
