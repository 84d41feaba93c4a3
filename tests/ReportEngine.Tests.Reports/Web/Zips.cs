using System.IO.Compression;
using ReportEngine.Tests.Checking;

namespace ReportEngine.Tests.Reports.Web;

/// <summary>ZIP files as auditors upload them, sound and hostile.</summary>
internal static class Zips
{
    /// <summary>What the page of a release offers as one file, with the bytes of some entries changed.</summary>
    public static byte[] OfRelease(string release, Func<string, Action<byte[]>?>? change = null)
    {
        using var site = new TestSite();
        using var source = new ZipArchive(new MemoryStream(site.Bytes(release + "/all.zip")));
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries)
            {
                var content = new byte[entry.Length];
                using (var stream = entry.Open())
                {
                    stream.ReadExactly(content);
                }
                change?.Invoke(entry.FullName)?.Invoke(content);
                using var to = zip.CreateEntry(entry.FullName).Open();
                to.Write(content);
            }
        }
        return target.ToArray();
    }

    /// <summary>300 MB of zeros.</summary>
    public static byte[] Bomb()
    {
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var to = zip.CreateEntry("manifest.json", CompressionLevel.Fastest).Open();
            var zeros = new byte[1 << 20];
            for (var megabyte = 0; megabyte < 300; megabyte++)
            {
                to.Write(zeros);
            }
        }
        return target.ToArray();
    }

    /// <summary>A file that is longer than both of its headers say.</summary>
    public static byte[] Lies()
    {
        var zip = HostilePackage.Zip(("manifest.json", new string('x', 5000)));
        foreach (
            var place in Enumerable
                .Range(0, zip.Length - 4)
                .Where(place => BitConverter.ToInt32(zip, place) == 5000)
                .ToList()
        )
        {
            BitConverter.GetBytes(10).CopyTo(zip, place);
        }
        return zip;
    }
}
