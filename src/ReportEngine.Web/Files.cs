using System.IO.Compression;
using System.Security.Cryptography;
using ReportEngine.Releases;

namespace ReportEngine.Web;

/// <summary>Released files, and the files of the site's own look.</summary>
internal static class Files
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [".pdf"] = "application/pdf",
        [".html"] = "text/html; charset=utf-8",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".csv"] = "text/csv; charset=utf-8",
        [".json"] = "application/json",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
    };

    /// <summary>How a file may be asked for.</summary>
    internal static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapMethods(
                "/releases/{report}/{period}/{edition}/{version}/files/{**path}",
                Reading,
                (
                    string report,
                    string period,
                    string edition,
                    string version,
                    string path,
                    Shelf shelf,
                    HttpContext context
                ) =>
                {
                    var name = string.Join('/', report, period, edition, version);
                    if (
                        shelf.Archive().FirstOrDefault(release => release.Entry.Name == name) is not { } release
                        || shelf.FileOf(release, path) is not { } file
                    )
                    {
                        return Results.NotFound();
                    }
                    context.Response.OnStarting(() =>
                    {
                        // A released file never changes; a refusal of what was asked of it may.
                        context.Response.Headers.CacheControl =
                            context.Response.StatusCode < StatusCodes.Status400BadRequest
                                ? "public, max-age=31536000, immutable"
                                : "no-store";
                        return Task.CompletedTask;
                    });
                    var listed = release.Manifest.Files.FirstOrDefault(one => one.Path == path);
                    return Results.File(
                        file,
                        TypeOf(path),
                        IsShown(path) ? null : Path.GetFileName(path),
                        entityTag: listed is null
                            ? null
                            : new Microsoft.Net.Http.Headers.EntityTagHeaderValue("\"" + listed.Sha256 + "\""),
                        enableRangeProcessing: true
                    );
                }
            )
            .AllowAnonymous();
        site.MapMethods(
                "/releases/{report}/{period}/{edition}/{version}/all.zip",
                Reading,
                (string report, string period, string edition, string version, Shelf shelf, HttpContext context) =>
                {
                    var name = string.Join('/', report, period, edition, version);
                    if (shelf.Archive().FirstOrDefault(release => release.Entry.Name == name) is not { } release)
                    {
                        return Results.NotFound();
                    }
                    var file = name.Replace('/', '-') + ".zip";
                    if (HttpMethods.IsGet(context.Request.Method))
                    {
                        return Results.Stream(Zip(release, shelf), "application/zip", file);
                    }
                    // How long it is would have to be found out by making it.
                    (context.Response.ContentType, context.Response.Headers.ContentDisposition) = (
                        "application/zip",
                        "attachment; filename=" + file
                    );
                    return Results.Empty;
                }
            )
            .AllowAnonymous()
            .RequireRateLimiting(Limits.Packed);
        foreach (var asset in (string[])["site.css", "site.js", "icon.svg"])
        {
            var content = Asset(asset);
            var tag = new Microsoft.Net.Http.Headers.EntityTagHeaderValue(
                "\"" + Convert.ToHexStringLower(SHA256.HashData(content)) + "\""
            );
            site.MapMethods(
                    "/" + asset,
                    Reading,
                    () => Results.Bytes(content, Types[Path.GetExtension(asset)], entityTag: tag)
                )
                .AllowAnonymous();
        }
    }

    /// <summary>
    /// All files of a release in one, under a folder of its name; the same bytes each time. The file goes when it has
    /// been sent.
    /// </summary>
    private static FileStream Zip(ShelvedRelease release, Shelf shelf)
    {
        var name = release.Entry.Name.Replace('/', '-');
        var file = new FileStream(
            Path.GetTempFileName(),
            FileMode.Create,
            FileAccess.ReadWrite,
            FileShare.None,
            64 * 1024,
            FileOptions.DeleteOnClose
        );
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (
                var path in release
                    .Manifest.Files.Select(file => file.Path)
                    .Append(Manifest.FileName)
                    .Append(Signature.FileName)
            )
            {
                if (shelf.FileOf(release, path) is not { } from)
                {
                    continue;
                }
                var entry = zip.CreateEntry(name + "/" + path, CompressionLevel.Fastest);
                entry.LastWriteTime = release.ReleaseAt.ToDateTimeOffset();
                using var source = File.OpenRead(from);
                using var target = entry.Open();
                source.CopyTo(target);
            }
        }
        file.Position = 0;
        return file;
    }

    internal static string TypeOf(string path) =>
        Types.GetValueOrDefault(Path.GetExtension(path), "application/octet-stream");

    internal static bool IsShown(string path) =>
        Path.GetExtension(path) is ".html" or ".pdf" or ".svg" or ".png" or ".json";

    private static byte[] Asset(string name)
    {
        using var stream = typeof(Files).Assembly.GetManifestResourceStream(name)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
