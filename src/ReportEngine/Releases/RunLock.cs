using System.Security.Cryptography;
using System.Text;

namespace ReportEngine.Releases;

/// <summary>
/// Held by a run while it writes to a place, so that of two at once one works and the other is told at once. The lock
/// of a build is a file of the system's temporary folder, not of the place, where a failed run must leave nothing; it
/// goes with the process, however that ends.
/// </summary>
internal static class RunLock
{
    /// <exception cref="ReportException">
    /// RE512: another run holds it, or the temporary folder cannot be written to.
    /// </exception>
    public static IDisposable Take(string place)
    {
        var name = Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(Environment.UserName + "\n" + Path.GetFullPath(place)))
        )[..32];
        return Held(Path.Combine(Path.GetTempPath(), "report-engine-" + name + ".lock"), place);
    }

    /// <summary>For a folder that is kept anyway: a lock in it, which others on a shared disk see too.</summary>
    /// <exception cref="ReportException">RE512: another run holds it.</exception>
    public static IDisposable In(string folder) => Held(Path.Combine(folder, "ledger.lock"), folder);

    private static FileStream Held(string file, string place)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (error is not (DirectoryNotFoundException or PathTooLongException))
        {
            throw new ReportException(
                ExitCode.EnvironmentFailed,
                new Problem(
                    place,
                    "RE512",
                    "Another run is writing here.",
                    null,
                    "Nothing was changed. Try again when it is done."
                )
            );
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ReportException(
                ExitCode.EnvironmentFailed,
                new Problem(
                    file,
                    "RE512",
                    "The lock cannot be made: " + error.Message,
                    "a folder that can be written to",
                    "Nothing was changed."
                )
            );
        }
    }
}
