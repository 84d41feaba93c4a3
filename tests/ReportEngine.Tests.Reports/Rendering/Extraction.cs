using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace ReportEngine.Tests.Reports.Rendering;

/// <summary>Reads finished files as text that can be compared and reviewed.</summary>
internal static class Extraction
{
    /// <summary>
    /// The workbook sheet by sheet: name, then each cell as reference, type, value and number format.
    /// </summary>
    public static string Workbook(byte[] content)
    {
        var text = new StringBuilder();
        using var package = SpreadsheetDocument.Open(new MemoryStream(content), false);
        var workbook = package.WorkbookPart!;
        var styles = workbook.WorkbookStylesPart!.Stylesheet!;
        var formats = styles.CellFormats!.Elements<CellFormat>().ToList();
        var custom = styles
            .NumberingFormats!.Elements<NumberingFormat>()
            .ToDictionary(format => format.NumberFormatId!.Value, format => format.FormatCode!.Value!);
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"title: {package.PackageProperties.Title}; language: {package.PackageProperties.Language}"
        );
        foreach (var sheet in workbook.Workbook!.Sheets!.Elements<Sheet>())
        {
            var part = (WorksheetPart)workbook.GetPartById(sheet.Id!.Value!);
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"sheet {sheet.Name}");
            foreach (var table in part.TableDefinitionParts)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"table {table.Table!.Name} {table.Table.Reference}");
            }
            foreach (var cell in part.Worksheet!.Descendants<Cell>())
            {
                var format = formats[(int)(cell.StyleIndex?.Value ?? 0)];
                var id = format.NumberFormatId?.Value ?? 0;
                var number = cell.DataType is null
                    ? " [" + custom.GetValueOrDefault(id, id.ToString(CultureInfo.InvariantCulture)) + "]"
                    : "";
                text.AppendLine(CultureInfo.InvariantCulture, $"{cell.CellReference}{number} {cell.InnerText}");
            }
        }
        return text.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>The PDF page by page in content order, then its tag structure.</summary>
    public static string Pdf(byte[] content)
    {
        using var pdf = PdfDocument.Open(content);
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"title: {pdf.Information.Title}; pages: {pdf.NumberOfPages}");
        foreach (var page in pdf.GetPages())
        {
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"page {page.Number}");
            text.AppendLine(ContentOrderTextExtractor.GetText(page).Trim());
        }
        text.AppendLine().AppendLine("structure").Append(PdfStructure.Of(pdf));
        return text.ToString().ReplaceLineEndings("\n");
    }
}
