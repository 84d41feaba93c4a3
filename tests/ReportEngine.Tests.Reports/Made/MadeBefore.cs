using System.IO.Compression;

namespace ReportEngine.Tests.Reports.Made;

/// <summary>What a version of the engine made, unpacked into a folder of its own.</summary>
internal static class MadeBefore
{
    private static readonly string Root = Path.GetFullPath(
        Path.Combine(Installation.Find().Templates, "..", "tests", "ReportEngine.Tests.Reports", "Made")
    );

    /// <summary>Every version there is something of, oldest first.</summary>
    public static IReadOnlyList<string> Versions { get; } =
    [.. Directory.EnumerateDirectories(Root).Select(folder => Path.GetFileName(folder)!).OrderBy(Version.Parse)];

    /// <param name="what">register, store or office.</param>
    /// <returns>The folder it was unpacked into.</returns>
    public static string Unpacked(string version, string what)
    {
        var folder = Sample.TemporaryFolder();
        ZipFile.ExtractToDirectory(Path.Combine(Root, version, what + ".zip"), folder);
        return folder;
    }
}
