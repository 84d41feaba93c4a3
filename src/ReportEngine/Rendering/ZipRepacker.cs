using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace ReportEngine.Rendering;

/// <summary>
/// Packs an Office package anew so that the same parts give the same bytes: entries in ordinal order with the content
/// types first, times at 1 January 1980 as Excel writes them, and relationship ids of the package numbered.
/// </summary>
internal static partial class ZipRepacker
{
    private const string ContentTypes = "[Content_Types].xml";

    /// <summary>From so many bytes on, a register row by row, time matters more than a few megabytes.</summary>
    private const long LargePart = 8 * 1024 * 1024;
    private const string PackageRelationships = "_rels/.rels";

    public static byte[] Repack(byte[] package)
    {
        using var source = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read);
        using var stream = new MemoryStream();
        using (var target = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (
                var entry in source
                    .Entries.OrderBy(entry => entry.FullName != ContentTypes)
                    .ThenBy(entry => entry.FullName, StringComparer.Ordinal)
            )
            {
                var copy = target.CreateEntry(
                    entry.FullName,
                    entry.Length > LargePart ? CompressionLevel.Fastest : CompressionLevel.Optimal
                );
                copy.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var from = entry.Open();
                using var to = copy.Open();
                if (entry.FullName == PackageRelationships)
                {
                    to.Write(Numbered(new StreamReader(from).ReadToEnd()));
                }
                else
                {
                    from.CopyTo(to);
                }
            }
        }
        return stream.ToArray();
    }

    /// <summary>The relationships of the package itself, sorted by target, with ids counted from 1.</summary>
    private static byte[] Numbered(string xml)
    {
        var number = 0;
        var relationships = Relationship()
            .Matches(xml)
            .Select(match => match.Value)
            .OrderBy(relationship => Target().Match(relationship).Value, StringComparer.Ordinal)
            .Select(relationship => Id().Replace(relationship, FormattableString.Invariant($" Id=\"rId{++number}\"")));
        var first = xml.IndexOf("<Relationship ", StringComparison.Ordinal);
        var end = xml.LastIndexOf("</", StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(xml[..first] + string.Concat(relationships) + xml[end..]);
    }

    [GeneratedRegex("<Relationship [^>]*/>", RegexOptions.CultureInvariant)]
    private static partial Regex Relationship();

    [GeneratedRegex("Target=\"[^\"]*\"", RegexOptions.CultureInvariant)]
    private static partial Regex Target();

    [GeneratedRegex(" Id=\"[^\"]*\"", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
