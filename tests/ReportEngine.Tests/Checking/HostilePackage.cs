using System.IO.Compression;
using System.Text;

namespace ReportEngine.Tests.Checking;

/// <summary>A workbook of the fewest parts, written by hand so that each part can be made wrong.</summary>
internal static class HostilePackage
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public const string Workbook =
        $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relationships}\"><sheets><sheet name=\"One\" sheetId=\"1\" "
        + "r:id=\"r1\"/></sheets></workbook>";

    public static byte[] With(params (string Part, string? Content)[] changes)
    {
        var parts = new Dictionary<string, string?>
        {
            ["[Content_Types].xml"] = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
            ["_rels/.rels"] = Links(("a1", "officeDocument", "xl/workbook.xml")),
            ["xl/workbook.xml"] = Workbook,
            ["xl/_rels/workbook.xml.rels"] = Links(
                ("r1", "worksheet", "worksheets/sheet1.xml"),
                ("r2", "sharedStrings", "sharedStrings.xml")
            ),
            ["xl/sharedStrings.xml"] = $"<sst xmlns=\"{Main}\"><si><t>Title</t></si></sst>",
            ["xl/worksheets/sheet1.xml"] = Sheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>"),
        };
        foreach (var (part, content) in changes)
        {
            parts[part] = content;
        }
        return Zip([.. parts.Where(part => part.Value is not null).Select(part => (part.Key, part.Value!))]);
    }

    public static string Sheet(string rows, string before = "") =>
        $"<worksheet xmlns=\"{Main}\">{before}<sheetData>{rows}</sheetData></worksheet>";

    public static string Links(params (string Id, string Kind, string Target)[] links) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(
            links.Select(link =>
                $"<Relationship Id=\"{link.Id}\" Type=\"{Relationships}/{link.Kind}\" Target=\"{link.Target}\"/>"
            )
        )
        + "</Relationships>";

    /// <summary>An archive of these texts.</summary>
    public static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }
        return stream.ToArray();
    }

    /// <summary>The old container of .xls files, which also wraps packages with a password.</summary>
    public static byte[] CompoundFile(string stream) =>
        [
            0xD0,
            0xCF,
            0x11,
            0xE0,
            0xA1,
            0xB1,
            0x1A,
            0xE1,
            .. new byte[504],
            .. Encoding.Unicode.GetBytes(stream),
            .. new byte[512],
        ];
}
