namespace ReportEngine.Releases;

/// <summary>
/// The folder of a release as it lies on the disk, which may be hostile: links are never followed, and a file whose
/// length is not the one expected is never opened, so that nothing endless is read and no pipe is waited for.
/// </summary>
internal static class ReleaseFolder
{
    private const int MostEntries = 2 * ManifestRules.MostFiles;

    /// <summary>Changed, missing and extra files against the list; RE523 to RE525.</summary>
    /// <param name="folder">The folder of the release; itself it may be a link.</param>
    /// <param name="listed">Every file the manifest names.</param>
    /// <param name="unsound">Paths among them that must not be opened.</param>
    public static IEnumerable<Problem> Differences(
        string folder,
        IReadOnlyList<ManifestFile> listed,
        IReadOnlySet<string> unsound
    )
    {
        var entries = Entries(new DirectoryInfo(folder)).Take(MostEntries + 1).ToList();
        if (entries.Count > MostEntries)
        {
            return
            [
                new Problem(
                    folder,
                    "RE525",
                    FormattableString.Invariant($"The folder holds more than {MostEntries} entries."),
                    "the files of one release"
                ),
            ];
        }
        var found = entries
            .Where(entry => IsFile(entry))
            .ToDictionary(entry => NameOf(folder, entry), entry => (FileInfo)entry, StringComparer.Ordinal);
        var names = listed.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var folders = names.SelectMany(Parents).ToHashSet(StringComparer.Ordinal);
        return listed
            .Where(file => !unsound.Contains(file.Path))
            .Select(file =>
                found.TryGetValue(file.Path, out var there) ? Change(folder, file, there) : Missing(folder, file.Path)
            )
            .OfType<Problem>()
            .Concat(
                entries
                    .Where(entry => !Belongs(NameOf(folder, entry), entry))
                    .OrderBy(entry => entry.FullName, StringComparer.Ordinal)
                    .Select(entry => Extra(folder, entry))
            );

        bool Belongs(string name, FileSystemInfo entry) =>
            !IsLink(entry)
            && (
                entry is DirectoryInfo
                    ? folders.Contains(name)
                    : names.Contains(name) || name is Manifest.FileName or Signature.FileName
            );
    }

    /// <summary>
    /// The bytes of a small file of the folder itself; null if it is missing, a link, empty or too long.
    /// </summary>
    public static byte[]? ReadSmall(string folder, string name, long longest)
    {
        var file = new FileInfo(Path.Combine(folder, name));
        if (!file.Exists || IsLink(file) || file.Length == 0 || file.Length > longest)
        {
            return null;
        }
        using var stream = file.OpenRead();
        var content = new byte[longest + 1];
        var read = stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
        return read <= longest ? content[..read] : null;
    }

    /// <summary>A plain file at a sound path, with no link on the way to it; null if there is none.</summary>
    public static FileInfo? Find(string folder, string path)
    {
        var linked = Parents(path).Any(parent => IsLink(new DirectoryInfo(Path.Combine(folder, parent))));
        return !linked && new FileInfo(Path.Combine(folder, path)) is { Exists: true } file && !IsLink(file)
            ? file
            : null;
    }

    private static Problem? Change(string folder, ManifestFile expected, FileInfo file)
    {
        if (file.Length != expected.Bytes)
        {
            return Changed(
                FormattableString.Invariant($"{file.Length} bytes"),
                FormattableString.Invariant($"{expected.Bytes} bytes, as the manifest says")
            );
        }
        var digest = DigestOf(file);
        return digest == expected.Sha256 ? null : Changed("SHA-256 " + digest, expected.Sha256);

        Problem Changed(string found, string wanted) =>
            new(Path.Combine(folder, expected.Path), "RE523", "The file has been changed: " + found + ".", wanted);
    }

    private static string DigestOf(FileInfo file)
    {
        using var stream = file.OpenRead();
        return Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(stream));
    }

    private static Problem Missing(string folder, string path) =>
        new(Path.Combine(folder, path), "RE524", "The file is missing.", "every file the manifest names");

    private static Problem Extra(string folder, FileSystemInfo entry) =>
        new(
            Path.Combine(folder, NameOf(folder, entry)),
            "RE525",
            IsLink(entry)
                ? "A link, which was not followed."
                : "The manifest does not name this " + (entry is DirectoryInfo ? "folder." : "file."),
            "only files the manifest names"
        );

    /// <summary>
    /// Everything below a folder, each folder before what is in it; what a link points to is not below it.
    /// </summary>
    private static IEnumerable<FileSystemInfo> Entries(DirectoryInfo root)
    {
        var waiting = new Stack<DirectoryInfo>([root]);
        while (waiting.TryPop(out var folder))
        {
            foreach (
                var entry in folder.EnumerateFileSystemInfos(
                    "*",
                    new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = false }
                )
            )
            {
                yield return entry;
                if (entry is DirectoryInfo below && !IsLink(entry))
                {
                    waiting.Push(below);
                }
            }
        }
    }

    private static bool IsFile(FileSystemInfo entry) => entry is FileInfo && !IsLink(entry);

    private static bool IsLink(FileSystemInfo entry) =>
        entry.LinkTarget is not null || (entry.Exists && entry.Attributes.HasFlag(FileAttributes.ReparsePoint));

    private static string NameOf(string folder, FileSystemInfo entry) =>
        Path.GetRelativePath(folder, entry.FullName).Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>The folders on the way to a path, the nearest first.</summary>
    internal static IEnumerable<string> Parents(string path)
    {
        for (var end = path.LastIndexOf('/'); end > 0; end = path.LastIndexOf('/', end - 1))
        {
            yield return path[..end];
        }
    }
}
