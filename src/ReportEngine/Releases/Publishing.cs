using ReportEngine.Documents;
using ReportEngine.Rendering;

namespace ReportEngine.Releases;

/// <summary>Puts built reports into a store as releases, which nothing changes from then on.</summary>
public static class Publishing
{
    private const string LockName = "ledger.lock";

    /// <summary>All of them, in the order given, or none.</summary>
    /// <exception cref="ReportException">
    /// A folder is not as it was built (RE52x); RE541 it was not built to be published, or against another state of the
    /// store; RE544 another run is publishing.
    /// </exception>
    public static IReadOnlyList<ReleaseEntry> Publish(IReadOnlyList<string> folders, string storeFolder, Installation installation)
    {
        var manifests = folders.Select(folder =>
        {
            Verification.Run(new VerificationRequest(folder), installation);
            return (Folder: folder, Content: File.ReadAllBytes(Path.Combine(folder, Manifest.FileName)));
        }).ToList();
        Directory.CreateDirectory(storeFolder);
        using var held = Hold(storeFolder);
        var store = ReleaseStore.Open(storeFolder);
        var entries = new List<ReleaseEntry>();
        var head = store.Head;
        foreach (var (folder, content) in manifests)
        {
            var entry = EntryOf(folder, Manifest.Read(content), Manifest.Sha256(content), store, entries, head);
            entries.Add(entry);
            head = Manifest.Sha256(ReleaseStore.Line(entry));
        }
        OutputFolder.Publish(entries.Zip(manifests).ToDictionary(
            pair => store.FolderOf(pair.First), pair => FilesOf(pair.Second.Folder, Manifest.Read(pair.Second.Content))));
        var path = Path.Combine(storeFolder, ReleaseStore.LedgerName);
        var before = File.Exists(path) ? File.ReadAllBytes(path) : [];
        var after = path + DeadRun.Mark;
        File.WriteAllBytes(after, [.. before, .. entries.SelectMany(ReleaseStore.Line)]);
        File.Move(after, path, overwrite: true);
        return entries;
    }

    private static ReleaseEntry EntryOf(string folder, Manifest manifest, string digest, ReleaseStore store, IReadOnlyList<ReleaseEntry> before, string head)
    {
        if (manifest.Publication is not { } publication)
        {
            throw Refusal(folder, "It was built without --releases, as a draft.", "a build that was made to be published");
        }
        var entry = new ReleaseEntry(manifest.Report, manifest.Period, manifest.Edition, manifest.Language, publication.Version, manifest.CutOff, publication.IsFinal, publication.ReleaseAt, digest, head);
        if (store.At(publication.LedgerHead) is not { } then)
        {
            throw Refusal(folder, "It was built for another store.", "the ledger's last line " + store.Head);
        }
        // Reports of one build follow on the same line; what readers of this edition have seen since must be of the same build.
        var since = store.Entries.Skip(then.Entries.Count).Concat(before).Where(other => other.Edition == entry.Edition || other.Edition == Edition.Public).ToList();
        if (since.Find(other => other.Edition != entry.Edition || (other.CutOff, other.Period) != (entry.CutOff, entry.Period) || (other.Report, other.Language) == (entry.Report, entry.Language)) is { } newer)
        {
            throw Refusal(folder, "The release " + newer.Name + " was published after it was built.", "a build against the store as it is now");
        }
        return entry;
    }

    private static IReadOnlyList<OutputFile> FilesOf(string folder, Manifest manifest) =>
    [
        .. manifest.Files.Select(file => file.Path).Append(Manifest.FileName)
            .Concat(File.Exists(Path.Combine(folder, Signature.FileName)) ? [Signature.FileName] : [])
            .Select(path => new OutputFile(path, File.ReadAllBytes(Path.Combine(folder, path)))),
    ];

    private static FileStream Hold(string storeFolder)
    {
        try
        {
            return new FileStream(Path.Combine(storeFolder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (error is not DirectoryNotFoundException)
        {
            throw new ReportException(ExitCode.EnvironmentFailed, new Problem(storeFolder, "RE544", "Another run is publishing into this store.", null, "Nothing was written. Try again when it is done."));
        }
    }

    private static ReportException Refusal(string folder, string found, string expected) => new(ExitCode.DataFailed, new Problem(
        folder, "RE541", found, expected, "Nothing was published. Build it again with --releases."));
}
