using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace ReportEngine.Checking.Reading;

internal sealed record Relationship(string Id, string Kind, string Target, bool IsExternal);

/// <summary>
/// The zip archive of a workbook, its parts by name. Nothing outside it is ever fetched: no document type, no resolver,
/// no relationship to another place is followed.
/// </summary>
internal sealed class WorkbookPackage : IDisposable
{
    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);

    public WorkbookPackage(string file, byte[] bytes, ReadBudget budget)
    {
        (File, Budget) = (file, budget);
        _archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        budget.Stop(_archive.Entries.Count > CheckLimits.Parts, "The archive holds too many parts.", CheckLimits.Parts);
        foreach (var entry in _archive.Entries)
        {
            if (entry.IsEncrypted)
            {
                throw WorkbookProblems.Protected(file);
            }
            budget.Stop(
                entry.Length > CheckLimits.RatioMatters
                    && entry.Length / Math.Max(1, entry.CompressedLength) > CheckLimits.Ratio,
                $"Part {entry.FullName} unpacks to many times its size.",
                CheckLimits.Ratio
            );
            if (!_parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry))
            {
                throw WorkbookProblems.BrokenArchive(file, $"Part {entry.FullName} stands in the archive twice.");
            }
        }
    }

    public string File { get; }

    public ReadBudget Budget { get; }

    /// <summary>The part opened last: where broken XML was met.</summary>
    public string Part { get; private set; } = "";

    public IEnumerable<string> Parts => _parts.Keys;

    public bool Has(string part) => _parts.ContainsKey(part);

    /// <summary>A part as a stream of nodes, for sheets and shared strings.</summary>
    public XmlReader Open(string part) => XmlReader.Create(StreamOf(part, int.MaxValue), Settings());

    /// <summary>A small part as a tree.</summary>
    public XElement Load(string part)
    {
        using var copy = new MemoryStream();
        using (var stream = StreamOf(part, CheckLimits.SmallPartBytes))
        {
            stream.CopyTo(copy);
        }
        copy.Position = 0;
        using (var first = XmlReader.Create(copy, Settings(closeInput: false)))
        {
            while (first.Read())
            {
                StopAtDepth(first);
            }
        }
        copy.Position = 0;
        using var second = XmlReader.Create(copy, Settings());
        return XElement.Load(second);
    }

    public void StopAtDepth(XmlReader reader) =>
        Budget.Stop(reader.Depth > CheckLimits.Depth, $"Part {Part} nests its elements too deeply.", CheckLimits.Depth);

    /// <summary>
    /// What a part refers to, by the last word of the relationship's type, the same in both dialects of the format.
    /// </summary>
    public IReadOnlyList<Relationship> RelationshipsOf(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var name = part[..slash] + "_rels/" + part[slash..] + ".rels";
        return !Has(name)
            ? []
            :
            [
                .. Load(name)
                    .Elements()
                    .Select(one => new Relationship(
                        (string?)one.Attribute("Id") ?? "",
                        ((string?)one.Attribute("Type") ?? "").Split('/')[^1],
                        (string?)one.Attribute("TargetMode") == "External"
                            ? (string?)one.Attribute("Target") ?? ""
                            : Resolved(part[..slash], (string?)one.Attribute("Target") ?? ""),
                        (string?)one.Attribute("TargetMode") == "External"
                    )),
            ];
    }

    public void Dispose() => _archive.Dispose();

    private static XmlReaderSettings Settings(bool closeInput = true) =>
        new()
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = CheckLimits.UnpackedBytes,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = closeInput,
        };

    private BudgetedStream StreamOf(string part, int most)
    {
        Part = part;
        return _parts.TryGetValue(part, out var entry)
            ? new BudgetedStream(entry.Open(), Budget, most)
            : throw WorkbookProblems.MissingPart(File, part);
    }

    private static string Resolved(string folder, string target)
    {
        var steps = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/'))
        {
            if (step == ".." && steps.Count > 0)
            {
                steps.RemoveAt(steps.Count - 1);
            }
            else if (step is not ("" or "." or ".."))
            {
                steps.Add(step);
            }
        }
        return string.Join('/', steps);
    }
}
