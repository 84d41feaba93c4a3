using System.Security.Cryptography;

namespace ReportEngine.Web;

/// <summary>Released files, and the two files of the site's own look.</summary>
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

    /// <summary>What readers call a kind of file.</summary>
    public static string KindOf(string path) => Path.GetExtension(path) switch
    {
        ".pdf" => "PDF",
        ".xlsx" => "Excel workbook",
        ".html" => "Web page",
        ".csv" => "CSV",
        ".svg" => "SVG picture",
        ".png" => "PNG picture",
        ".sig" => "Signature",
        _ => "JSON",
    };

    /// <summary>A length for readers: 340 kB, 1.2 MB (decimal).</summary>
    public static string SizeOf(long bytes) => bytes < 1_000_000
        ? FormattableString.Invariant($"{Math.Max(1, (bytes + 500) / 1000)} kB") : FormattableString.Invariant($"{bytes / 1_000_000m:0.0} MB");

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/releases/{report}/{period}/{edition}/{version}/files/{**path}", (string report, string period, string edition, string version, string path, Shelf shelf, HttpContext context) =>
        {
            var name = string.Join('/', report, period, edition, version);
            if (shelf.Open().FirstOrDefault(release => release.Entry.Name == name) is not { } release || shelf.FileOf(release, path) is not { } file)
            {
                return Results.NotFound();
            }
            // A released file never changes.
            context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            var listed = release.Manifest.Files.FirstOrDefault(one => one.Path == path);
            return Results.File(file, Types.GetValueOrDefault(Path.GetExtension(path), "application/octet-stream"), IsShown(path) ? null : Path.GetFileName(path),
                entityTag: listed is null ? null : new Microsoft.Net.Http.Headers.EntityTagHeaderValue("\"" + listed.Sha256 + "\""), enableRangeProcessing: true);
        });
        foreach (var asset in (string[])["site.css", "site.js"])
        {
            var content = Asset(asset);
            var tag = new Microsoft.Net.Http.Headers.EntityTagHeaderValue("\"" + Convert.ToHexStringLower(SHA256.HashData(content)) + "\"");
            site.MapGet("/" + asset, () => Results.Bytes(content, Types[Path.GetExtension(asset)], entityTag: tag));
        }
    }

    private static bool IsShown(string path) => Path.GetExtension(path) is ".html" or ".pdf" or ".svg" or ".png" or ".json";

    private static byte[] Asset(string name)
    {
        using var stream = typeof(Files).Assembly.GetManifestResourceStream(name)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
