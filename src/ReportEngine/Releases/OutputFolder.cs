using ReportEngine.Documents;
using ReportEngine.Rendering;

namespace ReportEngine.Releases;

/// <summary>
/// Puts finished files in place, whole or not at all: everything is written beside the target first, then renamed
/// into it. What stood there before stays untouched until the new folder is complete.
/// </summary>
public static class OutputFolder
{
    private const string Unfinished = ".unfinished";
    private const string Previous = ".previous";

    /// <summary>
    /// Writes every folder of a build, or none, and returns when they are on the disk. Keys are the final folders.
    /// </summary>
    /// <exception cref="ReportException">
    /// A file stands in the way (usage), or the disk refuses (environment).
    /// </exception>
    public static void Publish(IReadOnlyDictionary<string, IReadOnlyList<OutputFile>> folders)
    {
        var created = folders
            .Keys.SelectMany(MissingParents)
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(folder => folder.Length)
            .ToList();
        var staged = folders.ToDictionary(folder => folder.Key, folder => folder.Key + Unfinished + DeadRun.Mark);
        try
        {
            foreach (var (target, files) in folders)
            {
                Sweep(target);
                foreach (var file in files)
                {
                    var path = Path.Combine(staged[target], file.Path);
                    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                    Durable.Write(path, file.Content);
                }
                foreach (
                    var folder in Directory
                        .EnumerateDirectories(staged[target], "*", SearchOption.AllDirectories)
                        .Prepend(staged[target])
                )
                {
                    Durable.FlushFolder(folder);
                }
            }
            foreach (var folder in created)
            {
                Durable.FlushFolder(Path.GetDirectoryName(folder)!);
            }
            Swap(staged);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ReportException(
                ExitCode.EnvironmentFailed,
                new Problem(
                    folders.Keys.First(),
                    "RE511",
                    "The output cannot be written: " + error.Message,
                    "a folder that can be written to, with room",
                    "Nothing was changed. Choose another folder with --output, or make room."
                )
            );
        }
        finally
        {
            foreach (var folder in staged.Values.Where(Directory.Exists))
            {
                Directory.Delete(folder, recursive: true);
            }
            foreach (
                var folder in created.Where(folder =>
                    Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any()
                )
            )
            {
                Directory.Delete(folder);
            }
        }
    }

    /// <summary>A problem if a file stands where a folder of the path should be.</summary>
    public static Problem? Obstacle(string folder) =>
        Upwards(folder).FirstOrDefault(File.Exists) is { } file
            ? new Problem(
                file,
                "RE510",
                "A file stands where the output folder should be.",
                "a folder, or nothing yet",
                "Choose another folder with --output."
            )
            : null;

    /// <summary>
    /// A problem if the folder is a store of releases or lies in one: a build would replace what must not change.
    /// </summary>
    public static Problem? Store(string folder) =>
        Upwards(folder).FirstOrDefault(path => File.Exists(Path.Combine(path, ReleaseStore.LedgerName))) is { } store
            ? new Problem(
                store,
                "RE513",
                "Releases are kept here, which nothing may change.",
                "a folder for builds; 'publish' puts them into the store",
                "Choose another folder with --output."
            )
            : null;

    /// <summary>
    /// A problem if rows for an auditor would come to lie where public releases do: in one or below one.
    /// </summary>
    public static Problem? PublicRelease(string folder)
    {
        if (Upwards(folder).FirstOrDefault(IsPublic) is { } above)
        {
            return new Problem(
                above,
                "RE513",
                "Public releases are kept here.",
                "a folder of its own for the auditor edition",
                "Choose another folder with --output."
            );
        }
        return
            Directory.Exists(folder)
            && Directory
                .EnumerateFiles(
                    folder,
                    Manifest.FileName,
                    new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 4 }
                )
                .Select(file => Path.GetDirectoryName(file)!)
                .FirstOrDefault(IsPublic)
                is { } release
            ? new Problem(
                release,
                "RE513",
                "A public release lies in this folder.",
                "a folder of its own for the auditor edition",
                "Choose another folder with --output."
            )
            : null;
    }

    /// <summary>The folder and those above it.</summary>
    private static IEnumerable<string> Upwards(string folder)
    {
        for (var path = Path.GetFullPath(folder); path is not null; path = Path.GetDirectoryName(path))
        {
            yield return path;
        }
    }

    private static bool IsPublic(string folder)
    {
        var content = ReleaseFolder.ReadSmall(folder, Manifest.FileName, Verification.LongestManifest);
        try
        {
            return content is not null && Manifest.Read(content) is { Publication: not null, Edition: Edition.Public };
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>The folders above a target that do not exist yet.</summary>
    private static IEnumerable<string> MissingParents(string target) =>
        Upwards(target).Skip(1).TakeWhile(folder => !Directory.Exists(folder));

    private static void Swap(Dictionary<string, string> staged)
    {
        var moved = new List<string>();
        try
        {
            foreach (var (target, unfinished) in staged)
            {
                if (Directory.Exists(target))
                {
                    Directory.Move(target, target + Previous + DeadRun.Mark);
                }
                moved.Add(target);
                Directory.Move(unfinished, target);
                Durable.FlushFolder(Path.GetDirectoryName(target)!);
            }
        }
        catch
        {
            foreach (var target in moved)
            {
                if (Directory.Exists(target))
                {
                    Directory.Delete(target, recursive: true);
                }
                if (Directory.Exists(target + Previous + DeadRun.Mark))
                {
                    Directory.Move(target + Previous + DeadRun.Mark, target);
                }
            }
            throw;
        }
        foreach (var target in moved.Where(target => Directory.Exists(target + Previous + DeadRun.Mark)))
        {
            Directory.Delete(target + Previous + DeadRun.Mark, recursive: true);
        }
    }

    /// <summary>
    /// Removes what a killed run left beside the target; puts back the old folder if it never got its new one.
    /// </summary>
    private static void Sweep(string target)
    {
        var parent = Path.GetDirectoryName(target)!;
        var name = Path.GetFileName(target);
        if (!Directory.Exists(parent))
        {
            return;
        }
        foreach (var leftover in Directory.GetDirectories(parent, name + Previous + "-*").Where(DeadRun.Left))
        {
            if (Directory.Exists(target))
            {
                Directory.Delete(leftover, recursive: true);
            }
            else
            {
                Directory.Move(leftover, target);
            }
        }
        foreach (var leftover in Directory.GetDirectories(parent, name + Unfinished + "-*").Where(DeadRun.Left))
        {
            Directory.Delete(leftover, recursive: true);
        }
    }
}
