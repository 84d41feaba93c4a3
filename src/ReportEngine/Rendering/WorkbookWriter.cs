using System.IO.Packaging;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ReportEngine.Cases;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace ReportEngine.Rendering;

/// <summary>A sheet: its tab, the title in A1, lines of column A above the table, and the table.</summary>
internal sealed record Sheet(string Name, string Title, IReadOnlyList<string> Lines, SheetTable? Table);

/// <summary>A cell of a table, counted from 0, that leads to the sheet with the table of that name.</summary>
internal sealed record SheetLink(int Row, int Column, string TableName);

internal sealed record SheetTable(string Name, FlatTable Flat)
{
    public IReadOnlyList<SheetLink> Links { get; init; } = [];

    /// <summary>Rows that are written as they come, after those of the table, which then has none.</summary>
    public RegisterRows? Streamed { get; init; }

    public long Rows => Streamed?.Count ?? Flat.Rows.Count;
}

/// <summary>
/// What the package says of itself; <paramref name="Instant"/> is the cut-off, never the clock, and
/// <paramref name="Marking"/> stands at the head of every printed page.
/// </summary>
internal sealed record WorkbookProperties(
    string Title,
    string Author,
    string Keywords,
    string Marking,
    string Language,
    bool RightToLeft,
    string Instant
);

/// <summary>
/// Writes a workbook with the Open XML SDK. Every id is fixed and the package is packed anew in a fixed order, so the
/// same sheets give the same bytes.
/// </summary>
internal static class WorkbookWriter
{
    public static byte[] Write(IReadOnlyList<Sheet> sheets, WorkbookProperties properties)
    {
        using var stream = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            package.CompressionOption = CompressionOption.SuperFast; // it is packed anew below
            var workbook = package.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = WorkbookStyles.Sheet(properties.RightToLeft);
            var tabs = new Sheets();
            for (var index = 0; index < sheets.Count; index++)
            {
                var id = FormattableString.Invariant($"sheet{index + 1}");
                SheetWriter.Write(
                    workbook.AddNewPart<WorksheetPart>(id),
                    sheets[index],
                    sheets,
                    (uint)index + 1,
                    properties
                );
                tabs.Append(
                    new S.Sheet
                    {
                        Name = sheets[index].Name,
                        SheetId = (uint)index + 1,
                        Id = id,
                    }
                );
            }
            workbook.Workbook = new Workbook(
                new BookViews(
                    new WorkbookView
                    {
                        ActiveTab = 0,
                        XWindow = 0,
                        YWindow = 0,
                        WindowWidth = 28800,
                        WindowHeight = 15000,
                    }
                ),
                tabs,
                new DefinedNames(sheets.Select(PrintTitles).OfType<DefinedName>())
            );
            WriteProperties(package.AddCoreFilePropertiesPart(), properties);
        }
        return ZipRepacker.Repack(stream.ToArray());
    }

    /// <summary>The heading row and the first column of a table stand on every page it is printed on.</summary>
    private static DefinedName? PrintTitles(Sheet sheet, int index)
    {
        if (sheet.Table is null)
        {
            return null;
        }
        var (name, row) = ("'" + sheet.Name.Replace("'", "''", StringComparison.Ordinal) + "'!", sheet.Lines.Count + 2);
        return new DefinedName(FormattableString.Invariant($"{name}$A:$A,{name}${row}:${row}"))
        {
            Name = "_xlnm.Print_Titles",
            LocalSheetId = (uint)index,
        };
    }

    private static void WriteProperties(CoreFilePropertiesPart part, WorkbookProperties properties)
    {
        const string core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        const string dublin = "http://purl.org/dc/elements/1.1/";
        const string terms = "http://purl.org/dc/terms/";
        using var stream = part.GetStream(FileMode.Create);
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        xml.WriteStartElement("cp", "coreProperties", core);
        xml.WriteElementString("dc", "title", dublin, properties.Title);
        xml.WriteElementString("dc", "creator", dublin, properties.Author);
        xml.WriteElementString("dc", "language", dublin, properties.Language);
        xml.WriteElementString("cp", "keywords", core, properties.Keywords);
        foreach (var name in new[] { "created", "modified" })
        {
            xml.WriteStartElement("dcterms", name, terms);
            xml.WriteAttributeString("xsi", "type", "http://www.w3.org/2001/XMLSchema-instance", "dcterms:W3CDTF");
            xml.WriteString(properties.Instant);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }
}
