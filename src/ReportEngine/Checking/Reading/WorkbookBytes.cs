using System.Text;

namespace ReportEngine.Checking.Reading;

/// <summary>Reads a file whole within the limit and tells by its first bytes whether it can be a package.</summary>
internal static class WorkbookBytes
{
    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static readonly byte[] ZipEntry = [0x50, 0x4B, 0x03, 0x04];
    private static readonly byte[] EncryptedStream = Encoding.Unicode.GetBytes("EncryptedPackage");

    public static byte[] Read(string file)
    {
        if (!File.Exists(file))
        {
            throw WorkbookProblems.NoSuchFile(file);
        }
        var bytes = Bounded(file);
        if (bytes.AsSpan().StartsWith(CompoundFile))
        {
            throw bytes.AsSpan().IndexOf(EncryptedStream) >= 0
                ? WorkbookProblems.Protected(file)
                : WorkbookProblems.OldFormat(file);
        }
        if (!bytes.AsSpan().StartsWith(ZipEntry))
        {
            throw WorkbookProblems.NotAPackage(
                file,
                bytes.Length == 0 ? "The file is empty." : "Not a workbook: its first bytes are those of no package."
            );
        }
        return bytes;
    }

    private static byte[] Bounded(string file)
    {
        using var source = File.OpenRead(file);
        using var all = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (var count = source.Read(buffer); count > 0; count = source.Read(buffer))
        {
            all.Write(buffer, 0, count);
            if (all.Length > CheckLimits.FileBytes)
            {
                throw WorkbookProblems.TooMuch(file, "The file has too many bytes.", CheckLimits.FileBytes);
            }
        }
        return all.ToArray();
    }
}
