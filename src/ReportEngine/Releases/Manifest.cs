using System.Security.Cryptography;
using ReportEngine.Documents;
using ReportEngine.Rendering;

namespace ReportEngine.Releases;

/// <summary>A file of a release; the path is relative to its folder, with '/' between parts.</summary>
public sealed record ManifestFile(string Path, long Bytes, string Sha256);

/// <summary>The rules by which an edition leaves out or marks what it holds.</summary>
public sealed record EditionRules(string Name, int Version)
{
    /// <summary>
    /// An edition shows no count of accounts under its least count; the restricted ones carry their marking on every
    /// page.
    /// </summary>
    public static readonly EditionRules Current = new("least-count", 1);
}

/// <summary>
/// manifest.json: what a release holds, from which inputs, by which parameters. Written in the canonical form of
/// <see cref="CanonicalJson"/>, which is also the only form accepted back. Digests are SHA-256 in lower-case
/// hexadecimal.
/// </summary>
/// <param name="Version">Of this form; another version may have other members.</param>
/// <param name="Released">
/// What the release is, and the first 16 digits of the SHA-256 of this manifest with an empty release.
/// </param>
/// <param name="CutOff">As <see cref="ReportEngine.CutOff.Text"/>.</param>
/// <param name="PreviousRelease">
/// SHA-256 of the manifest.json of the release this one follows; null if it follows none.
/// </param>
/// <param name="Publication">Null for a draft.</param>
/// <param name="Files">In ordinal order of paths: every file of the release but the manifest and its signature.</param>
public sealed record Manifest(
    int Version,
    string Release,
    string? PreviousRelease,
    Publication? Publication,
    string Engine,
    string Report,
    string Title,
    bool Invented,
    string Period,
    string CutOff,
    string Edition,
    EditionRules EditionRules,
    string Language,
    IReadOnlyList<string> Formats,
    ManifestInputs Inputs,
    IReadOnlyList<ManifestFile> Files
)
{
    public const string FileName = "manifest.json";

    /// <summary>The version written and read.</summary>
    public const int CurrentVersion = 2;

    internal static Manifest Of(
        ReadDocument read,
        IReadOnlyList<ReportFormat> formats,
        IEnumerable<OutputFile> files
    ) => Of(read.Document, read, formats, files);

    private static Manifest Of(
        Document document,
        ReadDocument read,
        IReadOnlyList<ReportFormat> formats,
        IEnumerable<OutputFile> files
    ) =>
        new Manifest(
            CurrentVersion,
            "",
            read.PreviousRelease,
            read.Publication,
            typeof(Manifest).Assembly.GetName().Version!.ToString(3),
            document.ReportId,
            document.Title,
            document.IsInvented,
            document.Period.Id,
            document.CutOff.Text,
            document.Edition.Id,
            EditionRules.Current,
            document.Language.Code,
            [.. formats.Select(format => format.Id)],
            document.Edition.Id == Documents.Edition.Public ? read.Inputs.WithoutCounts() : read.Inputs,
            [
                .. files
                    .OrderBy(file => file.Path, StringComparer.Ordinal)
                    .Select(file => new ManifestFile(file.Path, file.Content.Length, Sha256(file.Content))),
            ]
        ).Named();

    public static string Sha256(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    public byte[] Write() => CanonicalForm.Write(this);

    /// <summary>Reads the form; what stands in it is for <see cref="ManifestRules"/> to judge.</summary>
    /// <exception cref="FormatException">Not canonical, a member missing, unknown or of the wrong type.</exception>
    public static Manifest Read(byte[] content) => CanonicalForm.Read<Manifest>(content);

    /// <summary>The same manifest with the release id its content gives it.</summary>
    public Manifest Named() =>
        this with
        {
            Release = string.Join(
                '-',
                Report,
                Period,
                Edition,
                Language,
                Sha256((this with { Release = "" }).Write())[..16]
            ),
        };
}
