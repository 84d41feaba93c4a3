using System.IO.Compression;
using ReportEngine.Releases;

namespace ReportEngine.Web.Work;

/// <summary>
/// Unpacks a release that was sent as a zip, which may be hostile: only plain names below the folder, no more files and
/// bytes than a release has, and never more than was announced.
/// </summary>
internal static class ReleaseZip
{
    private const int MostEntries = ManifestRules.MostFiles + 16;
    private const long MostBytes = 256L << 20;

    /// <returns>The folder in which its manifest is: the one given, or the one folder the zip holds.</returns>
    /// <exception cref="ReportException">RE570: it is no zip, too much, or names what no release has.</exception>
    public static string Unpack(string zipFile, string folder)
    {
        try
        {
            using var zip = ZipFile.OpenRead(zipFile);
            var problems = ProblemsOf(zip).ToList();
            if (problems.Count > 0)
            {
                throw new ReportException(ExitCode.DataFailed, problems);
            }
            Directory.CreateDirectory(folder);
            var left = MostBytes;
            foreach (var entry in zip.Entries.Where(entry => !entry.FullName.EndsWith('/')))
            {
                var path = Path.Combine(folder, entry.FullName);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                using var source = entry.Open();
                using var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
                left -= Copy(source, target, Math.Min(left, entry.Length), entry.FullName);
            }
        }
        catch (Exception error) when (error is InvalidDataException or NotSupportedException or EndOfStreamException)
        {
            throw new ReportException(
                ExitCode.DataFailed,
                Refused("release.zip", "It cannot be read: " + error.Message, "a zip, not encrypted")
            );
        }
        return
            File.Exists(Path.Combine(folder, Manifest.FileName))
            || Directory.GetFileSystemEntries(folder) is not [var one]
            || !Directory.Exists(one)
            ? folder
            : one;
    }

    private static IEnumerable<Problem> ProblemsOf(ZipArchive zip)
    {
        if (zip.Entries.Count > MostEntries)
        {
            yield return Refused(
                "release.zip",
                FormattableString.Invariant($"It holds {zip.Entries.Count} files."),
                FormattableString.Invariant($"at most {MostEntries}")
            );
            yield break;
        }
        var sum = 0L;
        foreach (var entry in zip.Entries)
        {
            sum = entry.Length is < 0 or > MostBytes ? MostBytes + 1 : Math.Min(sum + entry.Length, MostBytes + 1);
            if (!IsPlain(entry.FullName))
            {
                yield return Refused(
                    "release.zip",
                    "It names '" + entry.FullName + "'.",
                    "names of letters, digits, dots and dashes in folders, nothing above or outside"
                );
            }
        }
        if (sum > MostBytes)
        {
            yield return Refused(
                "release.zip",
                "It holds more than a release can.",
                FormattableString.Invariant($"at most {MostBytes} bytes when unpacked")
            );
        }
        var files = zip
            .Entries.Where(entry => !entry.FullName.EndsWith('/'))
            .Select(entry => entry.FullName)
            .ToHashSet(StringComparer.Ordinal);
        foreach (
            var folder in zip
                .Entries.SelectMany(entry => ReleaseFolder.Parents(entry.FullName))
                .Where(files.Contains)
                .Distinct()
        )
        {
            yield return Refused("release.zip", "It has '" + folder + "' as a file and as a folder.", "one of them");
        }
        foreach (
            var twice in zip
                .Entries.GroupBy(entry => entry.FullName, StringComparer.OrdinalIgnoreCase)
                .Where(group => group.Count() > 1)
        )
        {
            yield return Refused("release.zip", "It names '" + twice.Key + "' twice.", "each file once");
        }
    }

    private static bool IsPlain(string name) =>
        name.Length is > 0 and <= 250
        && name.TrimEnd('/')
            .Split('/')
            .All(part =>
                part.Length > 0
                && part[0] != '.'
                && part.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_')
            );

    private static long Copy(Stream source, FileStream target, long most, string name)
    {
        var (buffer, copied) = (new byte[64 * 1024], 0L);
        for (var read = source.Read(buffer); read > 0; read = source.Read(buffer))
        {
            copied += read;
            if (copied > most)
            {
                throw new ReportException(
                    ExitCode.DataFailed,
                    Refused("release.zip", "'" + name + "' is longer than the zip says.", "as many bytes as it says")
                );
            }
            target.Write(buffer, 0, read);
        }
        return copied;
    }

    private static Problem Refused(string place, string found, string expected) =>
        new(place, "RE570", found, expected, "Nothing was unpacked that is kept.");
}
