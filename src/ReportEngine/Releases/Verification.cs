using System.Security.Cryptography;

namespace ReportEngine.Releases;

/// <summary>What to hold a release against, beyond its own manifest.</summary>
public sealed record VerificationRequest(
    string Folder,
    string? Database = null,
    string? PublicKey = null,
    string? Releases = null
);

/// <summary>A release in which nothing wrong was found.</summary>
/// <param name="Bytes">Of all files the manifest names.</param>
/// <param name="KeyFingerprint">Of the key that signed it; null if no key was given.</param>
/// <param name="CarriesSignature">There is a signature, checked or not.</param>
public sealed record VerifiedRelease(
    string Release,
    int Files,
    long Bytes,
    string? KeyFingerprint,
    bool CarriesSignature,
    bool Rebuilt
);

/// <summary>
/// Checks a release that may have been changed by anybody: its manifest, its files, its signature and, with the
/// database, whether the same build gives the same bytes.
/// </summary>
public static class Verification
{
    /// <summary>A manifest of a release with the most files is about half of this.</summary>
    internal const int LongestManifest = 4 * 1024 * 1024;

    /// <exception cref="ReportException">
    /// With everything that is wrong: RE520 no folder, RE521 manifest, RE522 path in it, RE523 changed, RE524 missing,
    /// RE525 extra, RE526 signature, RE527 key, RE528 data, RE529 rebuild, RE548 its place in the chain of the store.
    /// </exception>
    public static VerifiedRelease Run(VerificationRequest request, Installation installation)
    {
        if (!Directory.Exists(request.Folder))
        {
            throw new ReportException(
                ExitCode.WrongUsage,
                new Problem(
                    request.Folder,
                    "RE520",
                    "No such folder.",
                    "the folder of a release, with its manifest.json"
                )
            );
        }
        using var key = request.PublicKey is { } path ? SigningKey.ReadPublic(path) : null;
        var place = Path.Combine(request.Folder, Manifest.FileName);
        var content =
            ReleaseFolder.ReadSmall(request.Folder, Manifest.FileName, LongestManifest)
            ?? throw new ReportException(
                ExitCode.DataFailed,
                ManifestRules.Malformed(
                    place,
                    "There is no such file, or it is a link, empty or longer than any manifest."
                )
            );

        var signature = ReleaseFolder.ReadSmall(request.Folder, Signature.FileName, Signature.Longest);
        var problems = new List<Problem>(SignatureProblems(request, content, signature, key));
        var manifest = ReadManifest(content, place, problems);
        if (manifest is not null)
        {
            var paths = ManifestRules.PathProblems(manifest, place).ToList();
            problems.AddRange(paths.Select(one => one.Problem));
            var unsound = paths.Select(one => one.Path).ToHashSet(StringComparer.Ordinal);
            problems.AddRange(ReleaseFolder.Differences(request.Folder, manifest.Files, unsound));
            problems.AddRange(ChainProblems(request, manifest, content));
            if (request.Database is { } database && unsound.Count == 0)
            {
                problems.AddRange(RebuildProblems(request, manifest, database, installation, problems.Count == 0));
            }
        }
        return problems.Count == 0
            ? new VerifiedRelease(
                manifest!.Release,
                manifest.Files.Count,
                manifest.Files.Sum(file => file.Bytes),
                key is null ? null : SigningKey.Fingerprint(key),
                signature is not null,
                request.Database is not null
            )
            : throw new ReportException(ExitCode.DataFailed, problems);
    }

    /// <summary>
    /// Whether the ledger of a store names this manifest, after the line and the release it says it follows.
    /// </summary>
    /// <exception cref="ReportException">RE540: the ledger itself has been changed.</exception>
    private static IEnumerable<Problem> ChainProblems(VerificationRequest request, Manifest manifest, byte[] content)
    {
        if (request.Releases is not { } folder)
        {
            return [];
        }
        var store = ReleaseStore.Open(folder);
        var place = Path.Combine(folder, ReleaseStore.LedgerName);
        return manifest.Publication is not { } publication ? [Broken("The release was not built to be published.")]
            : !store.Entries.Any(entry => entry.Manifest == Manifest.Sha256(content))
                ? [Broken("No line names this release: SHA-256 of its manifest " + Manifest.Sha256(content) + ".")]
            : store.At(publication.LedgerHead) is not { } before
                ?
                [
                    Broken(
                        "There is no line with the digest " + publication.LedgerHead + ", on which the release follows."
                    ),
                ]
            : before.Last(manifest.Report, manifest.Period, manifest.Edition, manifest.Language)?.Manifest
            != manifest.PreviousRelease
                ? [Broken("The release before it is not the one it says.")]
            : [];

        Problem Broken(string found) =>
            new(
                place,
                "RE548",
                found,
                "the chain of releases as 'report-engine publish' made it",
                "Do not trust this release."
            );
    }

    /// <summary>Null when nothing in it can be relied on; the problems then say why.</summary>
    private static Manifest? ReadManifest(byte[] content, string place, List<Problem> problems)
    {
        try
        {
            var manifest = Manifest.Read(content);
            var broken = ManifestRules.Problems(manifest, place).ToList();
            problems.AddRange(broken);
            return broken.Count == 0 ? manifest : null;
        }
        catch (FormatException error)
        {
            problems.Add(ManifestRules.Malformed(place, error.Message));
            return null;
        }
    }

    private static IEnumerable<Problem> SignatureProblems(
        VerificationRequest request,
        byte[] manifest,
        byte[]? signature,
        ECDsa? key
    )
    {
        var place = Path.Combine(request.Folder, Signature.FileName);
        return key is null ? []
            : signature is null
                ?
                [
                    new Problem(
                        place,
                        "RE526",
                        "There is no signature, or it is too long to be one.",
                        "a signature by the key given"
                    ),
                ]
            : !Signature.Holds(signature, manifest, key)
                ?
                [
                    new Problem(
                        place,
                        "RE526",
                        "The signature does not hold for this manifest and this key.",
                        "a signature by the key " + SigningKey.Fingerprint(key),
                        "The manifest was changed after it was signed, or another key signed it."
                    ),
                ]
            : [];
    }

    /// <summary>
    /// A build that cannot be made is a finding beside others; alone, it ends the command as it would end a build.
    /// </summary>
    private static IReadOnlyList<Problem> RebuildProblems(
        VerificationRequest request,
        Manifest manifest,
        string database,
        Installation installation,
        bool soundSoFar
    )
    {
        try
        {
            return Rebuild.Differences(request.Folder, manifest, database, request.Releases, installation);
        }
        catch (ReportException error)
            when (!soundSoFar || (error.ExitCode == ExitCode.WrongUsage && File.Exists(database)))
        {
            return error.Problems;
        }
    }
}
