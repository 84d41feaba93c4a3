using System.Text.Json;

namespace ReportEngine.Web;

/// <summary>A data file of a release, and what it holds in words.</summary>
/// <param name="Path">In the release's folder, with slashes.</param>
public sealed record DataFile(string Path, string Title);

/// <summary>The data files of a release as its own description (Data Package) names them.</summary>
internal static class DataFiles
{
    private const string Description = "data/datapackage.json";

    /// <summary>
    /// In the order of the report; none where a release has no description, as one of pictures alone.
    /// </summary>
    public static IReadOnlyList<DataFile> Of(string folder)
    {
        var path = System.IO.Path.Combine(folder, Description);
        if (!File.Exists(path))
        {
            return [];
        }
        using var package = JsonDocument.Parse(File.ReadAllBytes(path));
        return
        [
            .. package
                .RootElement.GetProperty("resources")
                .EnumerateArray()
                .Select(resource => new DataFile(
                    "data/" + resource.GetProperty("path").GetString(),
                    resource.GetProperty("title").GetString()!
                )),
        ];
    }
}
