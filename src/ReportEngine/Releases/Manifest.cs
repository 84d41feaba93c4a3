using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReportEngine.Documents;
using ReportEngine.Rendering;

namespace ReportEngine.Releases;

/// <summary>manifest.json: what a build holds, from which parameters, with the SHA-256 of every file.</summary>
public static class Manifest
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static OutputFile Of(Document document, IEnumerable<OutputFile> files)
    {
        var manifest = new Dictionary<string, object>
        {
            ["report"] = document.ReportId,
            ["title"] = document.Title,
            ["period"] = document.Period.Id,
            ["asOf"] = document.CutOff.Text,
            ["edition"] = document.Edition.Id,
            ["language"] = "en",
            ["engine"] = typeof(Manifest).Assembly.GetName().Version!.ToString(3),
            ["invented"] = document.IsInvented,
            ["files"] = files.OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => new
            {
                path = file.Path,
                bytes = file.Content.Length,
                sha256 = Convert.ToHexStringLower(SHA256.HashData(file.Content)),
            }),
        };
        return new OutputFile("manifest.json", JsonSerializer.SerializeToUtf8Bytes(manifest, Json));
    }
}
