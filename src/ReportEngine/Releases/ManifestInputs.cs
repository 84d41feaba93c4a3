using ReportEngine.Cases;
using ReportEngine.Languages;
using ReportEngine.Rendering.Typesetting;
using ReportEngine.Templates;

namespace ReportEngine.Releases;

/// <summary>
/// What a release was made from: the case data as <see cref="Snapshot"/> hashes it, and the SHA-256 of each file of the
/// engine that had a part in it, by its path in the installation. Style, typesetting and fonts are empty when no format
/// asked for needs them.
/// </summary>
/// <param name="Templates">The report, its partials, the editions, and the engine's words in another language.</param>
/// <param name="Packages">The lock files: they name every package by version and hash.</param>
public sealed record ManifestInputs(
    Snapshot Database,
    IReadOnlyDictionary<string, string> Templates,
    IReadOnlyDictionary<string, string> Style,
    IReadOnlyDictionary<string, string> Typesetting,
    IReadOnlyDictionary<string, string> Fonts,
    IReadOnlyDictionary<string, string> Packages
)
{
    /// <summary>For the public: how many rows a table has can be a count that its edition withholds.</summary>
    internal ManifestInputs WithoutCounts() =>
        this with
        {
            Database = Database with { Rows = new Dictionary<string, long>() },
        };

    private const string NuGetLock = "packages.lock.json";

    /// <summary>The inputs of each report of a build; files are read once for all of them.</summary>
    internal static IReadOnlyDictionary<string, ManifestInputs> Of(
        BuildRequest request,
        Installation installation,
        Snapshot snapshot
    )
    {
        var drawn = request.Formats.Any(format => format.NeedsCharts);
        var style = drawn
            ? Hashes(installation.Templates, "templates/", Below(installation.Templates, "style", "*"))
            : Nothing;
        var typesetting = drawn
            ? Hashes(
                installation.Typesetting,
                "typesetting/",
                Below(installation.Typesetting, "", "*.mjs", SearchOption.TopDirectoryOnly)
                    .Append("coverage.json")
                    .Append("fonts.json")
            )
            : Nothing;
        var fonts = drawn
            ? Hashes(installation.Typesetting, "typesetting/", Typesetter.FontFiles(installation))
            : Nothing;
        var packages = new SortedDictionary<string, string>(
            drawn ? Hashes(installation.Typesetting, "typesetting/", ["package-lock.json"]) : Nothing,
            StringComparer.Ordinal
        )
        {
            [NuGetLock] = Manifest.Sha256(EmbeddedLock()),
        };
        return request.Templates.ToDictionary(
            template => template.ReportId,
            template => new ManifestInputs(
                snapshot,
                HashesOf(template, request.Language, installation),
                style,
                typesetting,
                fonts,
                packages
            ),
            StringComparer.Ordinal
        );
    }

    /// <summary>Every file with its digest, under the name of its group.</summary>
    internal IEnumerable<KeyValuePair<string, string>> EngineFiles =>
        Templates.Concat(Style).Concat(Typesetting).Concat(Fonts).Concat(Packages);

    private static SortedDictionary<string, string> Nothing => new(StringComparer.Ordinal);

    private static SortedDictionary<string, string> HashesOf(
        ReportTemplate template,
        Language language,
        Installation installation
    )
    {
        var hashes = Hashes(
            installation.Templates,
            "templates/",
            [
                "editions.yaml",
                .. language == Language.English ? Enumerable.Empty<string>() : ["strings/" + language.Code + ".yaml"],
            ]
        );
        foreach (var file in template.Files)
        {
            hashes[file.Name] = Manifest.Sha256(file.Content);
        }
        return hashes;
    }

    private static IEnumerable<string> Below(
        string root,
        string folder,
        string pattern,
        SearchOption depth = SearchOption.AllDirectories
    ) =>
        Directory
            .EnumerateFiles(Path.Combine(root, folder), pattern, depth)
            .Select(file => Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/'));

    private static SortedDictionary<string, string> Hashes(string root, string prefix, IEnumerable<string> files) =>
        new(
            files.ToDictionary(
                file => prefix + file,
                file => Manifest.Sha256(File.ReadAllBytes(Path.Combine(root, file)))
            ),
            StringComparer.Ordinal
        );

    private static byte[] EmbeddedLock()
    {
        using var stream =
            typeof(ManifestInputs).Assembly.GetManifestResourceStream(NuGetLock)
            ?? throw new InvalidOperationException(NuGetLock + " is not in the assembly.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
