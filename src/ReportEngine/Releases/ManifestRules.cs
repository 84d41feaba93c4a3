using System.Globalization;
using System.Text.RegularExpressions;

namespace ReportEngine.Releases;

/// <summary>
/// What must be true of a manifest that came from outside before anything is opened by the names in it: it may have
/// been written to lead a reader out of its folder.
/// </summary>
internal static partial class ManifestRules
{
    /// <summary>Files one manifest may name; a report has some dozens.</summary>
    public const int MostFiles = 10_000;

    private const int LongestPath = 400;

    /// <summary>Everything wrong but paths; RE521.</summary>
    public static IEnumerable<Problem> Problems(Manifest manifest, string place)
    {
        if (manifest.Version != Manifest.CurrentVersion)
        {
            return
            [
                Malformed(
                    place,
                    FormattableString.Invariant($"It has the version {manifest.Version}."),
                    FormattableString.Invariant($"version {Manifest.CurrentVersion}")
                ),
            ];
        }
        if (
            manifest.Files.Any(file => file is null)
            || manifest.Formats.Any(format => format is null)
            || manifest.Inputs.EngineFiles.Any(file => file.Value is null)
        )
        {
            return [Malformed(place, "It holds null where a value should stand.")];
        }
        var digests = manifest
            .Files.Select(file => file.Sha256)
            .Concat(manifest.Inputs.EngineFiles.Select(file => file.Value))
            .Append(manifest.Inputs.Database.Sha256)
            .Concat(((string?[])[manifest.PreviousRelease, manifest.Publication?.LedgerHead]).OfType<string>());
        (bool Broken, string Found)[] rules =
        [
            (
                manifest.Release != manifest.Named().Release,
                "Its release '" + manifest.Release + "' is not what its content gives."
            ),
            (Period.TryParse(manifest.Period) is null, "Its period '" + manifest.Period + "' is none."),
            (CutOffOf(manifest) is null, "Its cut-off '" + manifest.CutOff + "' is none."),
            (manifest.Publication is { IsSound: false }, "What it says of its publication cannot be."),
            (manifest.Files.Count > MostFiles, FormattableString.Invariant($"It names more than {MostFiles} files.")),
            // No renderer makes an empty file, and a pipe looks like one.
            (manifest.Files.Any(file => file.Bytes < 1), "A file in it is empty."),
            (digests.Any(digest => !Digest().IsMatch(digest)), "A digest is not 64 digits of lower-case hexadecimal."),
            (
                !manifest
                    .Files.Select(file => file.Path)
                    .SequenceEqual(manifest.Files.Select(file => file.Path).Order(StringComparer.Ordinal)),
                "Its files are not in the order of their paths."
            ),
        ];
        return rules.Where(rule => rule.Broken).Select(rule => Malformed(place, rule.Found));
    }

    /// <summary>
    /// One problem a path that must not be opened; RE522. Paths that are sound and stand once are in no problem.
    /// </summary>
    public static IEnumerable<(string Path, Problem Problem)> PathProblems(Manifest manifest, string place)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in manifest.Files.Select(file => file.Path))
        {
            var fault = FaultOf(path) ?? (seen.Add(path) ? null : "stands twice, or twice but for capitals");
            if (fault is not null)
            {
                yield return (
                    path,
                    new Problem(
                        place,
                        "RE522",
                        "The path '" + path + "' " + fault + ".",
                        "a file below the folder of the release, once",
                        "It was not opened. Do not trust this release."
                    )
                );
            }
        }
    }

    /// <summary>Null for anything but an instant of this century in the form of <see cref="CutOff.Text"/>.</summary>
    public static CutOff? CutOffOf(Manifest manifest) =>
        InstantText.TryParse(manifest.CutOff) is { } instant
        && new CutOff(instant) is { Day.Year: >= 2000 and < 2100 } cutOff
            ? cutOff
            : null;

    public static Problem Malformed(
        string place,
        string found,
        string expected = "a manifest as 'report-engine build' writes it"
    ) =>
        new(
            place,
            "RE521",
            "The manifest cannot be used. " + found,
            expected,
            "Get the release again from where it was published."
        );

    private static string? FaultOf(string path)
    {
        var parts = path.Split('/');
        return path.Length is 0 or > LongestPath ? "is empty or too long"
            : path[0] == '/' || path.AsSpan().IndexOfAny('\\', ':') >= 0 ? "is absolute, or a path of another system"
            : parts.Any(part => part is ".." or ".") ? "leads out of its folder"
            : parts.Any(part => part.Length == 0 || part[^1] is '.' or ' ') ? "has a part without a proper name"
            : path.Any(unit =>
                char.GetUnicodeCategory(unit)
                    is UnicodeCategory.Control
                        or UnicodeCategory.Format
                        or UnicodeCategory.Surrogate
                        or UnicodeCategory.LineSeparator
                        or UnicodeCategory.ParagraphSeparator
            )
                ? "holds characters that cannot be seen"
            : string.Equals(path, Manifest.FileName, StringComparison.OrdinalIgnoreCase)
            || string.Equals(path, Signature.FileName, StringComparison.OrdinalIgnoreCase)
                ? "is the manifest's own"
            : null;
    }

    [GeneratedRegex(@"^[0-9a-f]{64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Digest();
}
