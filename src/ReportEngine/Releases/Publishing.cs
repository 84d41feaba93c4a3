using ReportEngine.Documents;
using ReportEngine.Rendering;

namespace ReportEngine.Releases;

/// <summary>Puts built reports into a store as releases, which nothing changes from then on.</summary>
public static class Publishing
{
    /// <summary>All of them, in the order given, or none.</summary>
    /// <exception cref="ReportException">
    /// A folder is not as it was built (RE52x); RE541 it was not built to be published, or against another state of the
    /// store; RE512 another run is publishing.
    /// </exception>
    public static IReadOnlyList<ReleaseEntry> Publish(
        IReadOnlyList<string> folders,
        string storeFolder,
        Installation installation
    )
    {
        var manifests = folders
            .Select(folder =>
            {
                Verification.Run(new VerificationRequest(folder), installation);
                return (Folder: folder, Content: File.ReadAllBytes(Path.Combine(folder, Manifest.FileName)));
            })
            .ToList();
        Directory.CreateDirectory(storeFolder);
        using var held = RunLock.In(storeFolder);
        var store = ReleaseStore.Open(storeFolder);
        var entries = new List<ReleaseEntry>();
        var head = store.Head;
        foreach (var (folder, content) in manifests)
        {
            var entry = EntryOf(folder, Manifest.Read(content), Manifest.Sha256(content), store, entries, head, DataOf);
            entries.Add(entry);
            head = Manifest.Sha256(ReleaseStore.Line(entry));
        }
        OutputFolder.Publish(
            entries
                .Zip(manifests)
                .ToDictionary(
                    pair => store.FolderOf(pair.First),
                    pair => FilesOf(pair.Second.Folder, Manifest.Read(pair.Second.Content))
                )
        );
        var path = Path.Combine(storeFolder, ReleaseStore.LedgerName);
        var before = File.Exists(path) ? File.ReadAllBytes(path) : [];
        var after = path + DeadRun.Mark;
        try
        {
            File.Delete(after);
            Durable.Write(after, [.. before, .. entries.SelectMany(ReleaseStore.Line)]);
            File.Move(after, path, overwrite: true);
            Durable.FlushFolder(storeFolder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            File.Delete(after);
            throw new ReportException(
                ExitCode.EnvironmentFailed,
                new Problem(
                    path,
                    "RE511",
                    "The ledger cannot be written: " + error.Message,
                    "a disk with room",
                    "Nothing was published; a folder the ledger does not name is no release. Make room and "
                        + "publish again."
                )
            );
        }
        return entries;

        string DataOf(ReleaseEntry entry) =>
            entries.IndexOf(entry) is >= 0 and var index
                ? Manifest.Read(manifests[index].Content).Inputs.Database.Sha256
                : store.ManifestOf(entry).Inputs.Database.Sha256;
    }

    private static ReleaseEntry EntryOf(
        string folder,
        Manifest manifest,
        string digest,
        ReleaseStore store,
        IReadOnlyList<ReleaseEntry> before,
        string head,
        Func<ReleaseEntry, string> data
    )
    {
        if (manifest.Publication is not { } publication)
        {
            throw Refusal(
                folder,
                "It was built without --releases, as a draft.",
                "a build that was made to be published"
            );
        }
        FigureFile.Require(folder, manifest);
        var entry = new ReleaseEntry(
            manifest.Report,
            manifest.Period,
            manifest.Edition,
            manifest.Language,
            publication.Version,
            manifest.CutOff,
            publication.IsFinal,
            publication.ReleaseAt,
            digest,
            head
        );
        if (store.At(publication.LedgerHead) is not { } then)
        {
            throw Refusal(folder, "It was built for another store.", "the ledger's last line " + store.Head);
        }
        if (
            !ReleaseStore.IsSound(entry)
            || entry.Version != store.NextVersion(entry.Report, entry.Period, entry.Edition, entry.Language)
        )
        {
            throw Refusal(
                folder,
                "It cannot be '" + entry.Name + "'.",
                "names of letters, digits and dashes, and the next version of its period"
            );
        }
        if (
            store
                .Entries.Concat(before)
                .Any(other => (other.Edition == Edition.Auditor) != (entry.Edition == Edition.Auditor))
        )
        {
            throw Refusal(
                folder,
                "Rows for the auditor and releases for others are not kept together.",
                "a store of its own for the auditor edition"
            );
        }
        // Reports of one build follow on the same line; what readers of this edition have seen since must be of the
        // same build.
        var since = store
            .Entries.Skip(then.Entries.Count)
            .Concat(before)
            .Where(other => other.Edition == entry.Edition || other.Edition == Edition.Public)
            .ToList();
        if (
            since.Find(other =>
                other.Edition != entry.Edition
                || (other.CutOff, other.Period) != (entry.CutOff, entry.Period)
                || data(other) != manifest.Inputs.Database.Sha256
                || (other.Report, other.Language) == (entry.Report, entry.Language)
            ) is
            { } newer
        )
        {
            throw Refusal(
                folder,
                "The release " + newer.Name + " was published after it was built.",
                "a build against the store as it is now"
            );
        }
        return entry;
    }

    private static IReadOnlyList<OutputFile> FilesOf(string folder, Manifest manifest) =>
        [
            .. manifest.Files.Select(file => new OutputFile(file.Path, Unchanged(folder, file))),
            .. new[] { Manifest.FileName, Signature.FileName }
                .Where(name => File.Exists(Path.Combine(folder, name)))
                .Select(name => new OutputFile(name, File.ReadAllBytes(Path.Combine(folder, name)))),
        ];

    private static byte[] Unchanged(string folder, ManifestFile file)
    {
        var content = File.ReadAllBytes(Path.Combine(folder, file.Path));
        return Manifest.Sha256(content) == file.Sha256
            ? content
            : throw Refusal(folder, "'" + file.Path + "' was changed meanwhile.", "a build that nobody writes to");
    }

    private static ReportException Refusal(string folder, string found, string expected) =>
        new(
            ExitCode.DataFailed,
            new Problem(folder, "RE541", found, expected, "Nothing was published. Build it again with --releases.")
        );
}
