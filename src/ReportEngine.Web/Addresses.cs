using ReportEngine.Releases;

namespace ReportEngine.Web;

/// <summary>The addresses of the site. They are promises: none is ever given another meaning.</summary>
internal static class Addresses
{
    private const string Files = "/files/";

    public static string Of(ReleaseEntry entry) => "/releases/" + entry.Name;

    /// <param name="path">As the manifest has it, with slashes.</param>
    public static string Of(ReleaseEntry entry, string path) => Of(entry) + Files + string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    /// <summary>Today's value of a figure; with a release, what that release said for ever.</summary>
    public static string Of(string metricId, string period, ReleaseEntry? entry = null) =>
        "/figures/" + metricId + "?period=" + period + (entry is null ? "" : "&release=" + entry.Name);

    public static string DataOf(string metricId, string period, string format, ReleaseEntry entry) =>
        "/api/v1/figures/" + metricId + "?period=" + period + "&release=" + entry.Name + (format == "csv" ? "&format=csv" : "");

    public static bool IsFile(PathString path) => path.Value is { } text && text.StartsWith("/releases/", StringComparison.Ordinal) && text.Contains(Files, StringComparison.Ordinal);
}
