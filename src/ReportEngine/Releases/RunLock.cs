using System.Security.Cryptography;
using System.Text;

namespace ReportEngine.Releases;

/// <summary>
/// Held by a run while it writes to a place, so that of two at once one works and the other is told at once. The lock is
/// a file of the system's temporary folder, not of the place, where a failed run must leave nothing; it goes with the
/// process, however that ends.
/// </summary>
internal static class RunLock
{
    /// <exception cref="ReportException">RE512: another run holds it.</exception>
    public static IDisposable Take(string place)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(place))))[..32];
        try
        {
            return new FileStream(Path.Combine(Path.GetTempPath(), "report-engine-" + name + ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ReportException(ExitCode.EnvironmentFailed, new Problem(
                place, "RE512", "Another run is writing here.", null, "Nothing was changed. Try again when it is done."));
        }
    }
}
