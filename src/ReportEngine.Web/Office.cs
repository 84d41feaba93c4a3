using NodaTime;
using ReportEngine.Documents;
using ReportEngine.Releases;
using ReportEngine.Web.State;

namespace ReportEngine.Web;

/// <summary>
/// The folder of the officials' side, which nobody else on the machine may read: office.db (who may sign in, jobs,
/// decisions, the log), cases.db (the register), the builds that were not published, uploads while they are needed, the
/// keys of sessions, and the store of releases for the auditor.
/// </summary>
public sealed class Office
{
    public const string StateFile = "office.db";

    private static readonly ReaderWriterLockSlim Register = new();

    private const UnixFileMode OwnersAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private Office(string folder, OfficeState state)
    {
        Folder = folder;
        State = state;
    }

    public string Folder { get; }

    public OfficeState State { get; }

    public string Cases => Path.Combine(Folder, "cases.db");

    public string AuditorReleases => Path.Combine(Folder, "auditor-releases");

    public string Keys => Path.Combine(Folder, "keys");

    public string Uploads => Path.Combine(Folder, "uploads");

    /// <exception cref="ReportException">RE560, RE561: the file of it cannot be used.</exception>
    public static Office Open(string folder, IClock clock)
    {
        folder = Path.GetFullPath(folder);
        foreach (
            var one in (string[])
                [folder, Path.Combine(folder, "keys"), Path.Combine(folder, "uploads"), Path.Combine(folder, "builds")]
        )
        {
            Create(one);
        }
        return new Office(folder, OfficeState.Open(Path.Combine(folder, StateFile), clock));
    }

    public string BuildOf(long jobId) =>
        Path.Combine(Folder, "builds", jobId.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Rows for the auditor are never kept with releases for others.</summary>
    public string StoreFor(string edition, string releases) => edition == Edition.Auditor ? AuditorReleases : releases;

    /// <summary>
    /// Reads the register as often as an answer needs it: meanwhile no import puts another in its place. Not within
    /// another.
    /// </summary>
    internal static T Reading<T>(Func<T> read)
    {
        Register.EnterReadLock();
        try
        {
            return read();
        }
        finally
        {
            Register.ExitReadLock();
        }
    }

    /// <summary>
    /// Puts a whole register, which is on the disk, in the place of the one that is there, as soon as nobody reads it.
    /// </summary>
    /// <exception cref="ReportException">RE150: the disk refuses; the register is as it was.</exception>
    internal void Replace(string register)
    {
        Register.EnterWriteLock();
        try
        {
            File.Move(register, Cases, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ReportException(
                ExitCode.EnvironmentFailed,
                new Problem(
                    Cases,
                    "RE150",
                    "The import stopped: " + error.Message,
                    "a folder that can be written to, with room",
                    "Nothing was written. Try again when there is room."
                )
            );
        }
        finally
        {
            Register.ExitWriteLock();
        }
        try
        {
            Durable.FlushFolder(Folder);
        }
        catch (IOException)
        {
            // Everybody sees it already; after a power cut the name stands for the old register or the new, each whole.
        }
    }

    /// <summary>A problem by names below our folders: where those are is nobody's concern on a page.</summary>
    /// <param name="upload">A folder of an upload, whose own name is nobody's concern either.</param>
    public Problem Told(Problem problem, SiteOptions options, string? upload = null)
    {
        return problem with { Place = Without(problem.Place), Found = Without(problem.Found) };

        string Without(string text) =>
            (
                (string[])
                    [
                        upload ?? Folder,
                        Folder,
                        Path.GetFullPath(Folder),
                        options.Releases,
                        Path.GetFullPath(options.Releases),
                    ]
            ).Aggregate(
                text,
                (told, folder) => told.Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)
            );
    }

    internal static void Create(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }
        Directory.CreateDirectory(folder, OwnersAlone);
        // One that was there before has the rights it was made with.
        if (File.GetUnixFileMode(folder) != OwnersAlone)
        {
            File.SetUnixFileMode(folder, OwnersAlone);
        }
    }
}
