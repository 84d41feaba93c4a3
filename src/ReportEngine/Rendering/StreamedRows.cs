using System.Globalization;
using System.Security;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ReportEngine.Cases;

namespace ReportEngine.Rendering;

/// <summary>
/// Rows of a sheet written as text while they come. As objects of the Open XML SDK, a hundred thousand rows would take
/// gigabytes.
/// </summary>
internal static class StreamedRows
{
    private const double SecondsOfADay = 86_400;

    /// <summary>1 January 1970 in the days of spreadsheets.</summary>
    private const double Epoch = 25_569;

    /// <summary>Writes the sheet, with the rows at the end of its data.</summary>
    /// <param name="first">The number of the first row.</param>
    public static void Write(WorksheetPart part, Worksheet sheet, SheetTable table, uint first)
    {
        const string EndOfData = "</x:sheetData>";
        var frame = sheet.OuterXml;
        var end = frame.IndexOf(EndOfData, StringComparison.Ordinal);
        var styles = table
            .Flat.Columns.Select(column =>
                (column.Kind == FlatKind.Text ? WorkbookStyles.IndentedText : WorkbookStyles.Of(column.Kind)).ToString(
                    CultureInfo.InvariantCulture
                )
            )
            .ToList();
        var letters = Enumerable.Range(0, table.Flat.Columns.Count).Select(SheetWriter.Letters).ToList();
        using var text = new StreamWriter(part.GetStream(FileMode.Create), new UTF8Encoding(false), 1 << 16);
        text.Write("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
        text.Write(frame.AsSpan(0, end));
        var number = first;
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        var hours = new Dictionary<long, string>();
        foreach (var row in table.Streamed!.Rows)
        {
            var name = number.ToString(CultureInfo.InvariantCulture);
            text.Write("<x:row r=\"");
            text.Write(name);
            text.Write("\">");
            for (var index = 0; index < row.Length; index++)
            {
                text.Write("<x:c r=\"");
                text.Write(letters[index]);
                text.Write(name);
                text.Write("\" s=\"");
                text.Write(
                    row[index] is null && table.Flat.Columns[index].Kind != FlatKind.Text ? Marker : styles[index]
                );
                text.Write(row[index] is long ? "\"><x:v>" : "\" t=\"inlineStr\"><x:is><x:t>");
                text.Write(
                    row[index] switch
                    {
                        null => "[x]",
                        long seconds when table.Flat.Columns[index].Kind == FlatKind.Hour => Once(
                            hours,
                            seconds,
                            static one => ((one / SecondsOfADay) + Epoch).ToString("R", CultureInfo.InvariantCulture)
                        ),
                        long whole => whole.ToString(CultureInfo.InvariantCulture),
                        var code => Once(
                            codes,
                            (string)code,
                            static one => SecurityElement.Escape(SpreadsheetText.Escaped(PlainText.Clean(one)))
                        ),
                    }
                );
                text.Write(row[index] is long ? "</x:v></x:c>" : "</x:t></x:is></x:c>");
            }
            text.Write("</x:row>");
            number++;
        }
        text.Write(frame.AsSpan(end));
    }

    /// <summary>Codes and hours come again and again; each is written out once.</summary>
    private static string Once<T>(Dictionary<T, string> known, T value, Func<T, string> write)
        where T : notnull
    {
        if (!known.TryGetValue(value, out var text))
        {
            text = write(value);
            known[value] = text;
        }
        return text;
    }

    private static string Marker { get; } = WorkbookStyles.MarkerText.ToString(CultureInfo.InvariantCulture);
}
