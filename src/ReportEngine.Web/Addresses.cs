using ReportEngine.Releases;

namespace ReportEngine.Web;

/// <summary>The addresses of the site. They are promises: none is ever given another meaning.</summary>
internal static class Addresses
{
    private const string Files = "/files/";

    public static string Of(ReleaseEntry entry) => "/releases/" + entry.Name;

    /// <param name="path">As the manifest has it, with slashes.</param>
    public static string Of(ReleaseEntry entry, string path) =>
        Of(entry) + Files + string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    /// <summary>Today's value of a figure; with a release, what that release said for ever.</summary>
    public static string Of(string metricId, string period, ReleaseEntry? entry = null) =>
        "/figures/" + metricId + "?period=" + period + (entry is null ? "" : "&release=" + entry.Name);

    public static string DataOf(string metricId, string period, string format, ReleaseEntry entry) =>
        "/api/v1/figures/"
        + metricId
        + "?period="
        + period
        + "&release="
        + entry.Name
        + (format == "csv" ? "&format=csv" : "");

    /// <summary>
    /// What the site is called by who asks, before any address; of a scheme nothing but these two is believed.
    /// </summary>
    public static string Root(HttpRequest request) => (request.IsHttps ? "https://" : "http://") + request.Host;

    /// <summary>All files of a release in one.</summary>
    public static string ZipOf(ReleaseEntry entry) => Of(entry) + "/all.zip";

    public static string OfJob(long jobId) => FormattableString.Invariant($"/office/jobs/{jobId}");

    public static string OfJob(long jobId, string report, string path) =>
        OfJob(jobId) + Files + report + "/" + string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    /// <summary>The report of a build as a page, in the frame of the office.</summary>
    public static string PreviewOf(long jobId, string report) => OfJob(jobId) + "/preview/" + report;

    /// <summary>A release of the public or official edition, for officials, before its time too.</summary>
    public static string OfOffice(ReleaseEntry entry) => "/office" + Of(entry);

    public static string OfOffice(ReleaseEntry entry, string path) => "/office" + Of(entry, path);

    /// <summary>A release of any edition, for the auditor.</summary>
    public static string Audited(ReleaseEntry entry) => "/audit" + Of(entry);

    public static string Audited(ReleaseEntry entry, string path) => "/audit" + Of(entry, path);

    /// <summary>A made file, which may hold what pages of the site may not.</summary>
    public static bool IsFile(PathString path) =>
        path.Value is { } text
        && text.Contains(Files, StringComparison.Ordinal)
        && (
            text.StartsWith("/releases/", StringComparison.Ordinal)
            || text.StartsWith("/office/jobs/", StringComparison.Ordinal)
            || text.StartsWith("/office/releases/", StringComparison.Ordinal)
            || text.StartsWith("/audit/releases/", StringComparison.Ordinal)
        );

    /// <summary>A page of the office around a made file.</summary>
    public static bool IsPreview(PathString path) =>
        path.Value is { } text
        && text.StartsWith("/office/jobs/", StringComparison.Ordinal)
        && text.Contains("/preview/", StringComparison.Ordinal);

    /// <summary>What only those who are signed in are given, or what has to do with signing in.</summary>
    public static bool IsRestricted(PathString path) =>
        path.StartsWithSegments("/office", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/audit", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/sign-in", StringComparison.OrdinalIgnoreCase);
}
