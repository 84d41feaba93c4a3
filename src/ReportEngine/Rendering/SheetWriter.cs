using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using NodaTime;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace ReportEngine.Rendering;

/// <summary>One worksheet and its table part.</summary>
internal static class SheetWriter
{
    private const double WidestColumn = 40;
    private const double WidestText = 80;
    private const double NarrowestText = 18;

    /// <summary>The longest day as it is written, the name of a month in full.</summary>
    private const double DateColumn = 19;
    private const double NarrowestColumn = 11;
    private const double NarrowestFirst = 26;

    /// <summary>Rows that are yet to come may hold a code of some length.</summary>
    private const double StreamedColumn = 18;
    private const double LineHeight = 16.5;
    private const uint A4 = 9;

    /// <summary>
    /// How wide a character of 12 points is in units of column width; bold headings also lose room at line ends.
    /// </summary>
    private const double TextStretch = 0.97;
    private const double HeadingStretch = 1.12;

    /// <summary>Columns that fit on a landscape page printed at about half of its size.</summary>
    private const double PageWidth = 240;

    public static void Write(
        WorksheetPart part,
        Sheet sheet,
        IReadOnlyList<Sheet> sheets,
        uint tableId,
        WorkbookProperties properties
    )
    {
        var data = new SheetData();
        uint row = 1;
        data.Append(
            new S.Row(TextCell("A", row, sheet.Title, WorkbookStyles.Heading1))
            {
                RowIndex = row,
                Height = 27,
                CustomHeight = true,
            }
        );
        foreach (var line in sheet.Lines)
        {
            row++;
            data.Append(new S.Row(TextCell("A", row, line, WorkbookStyles.Text)) { RowIndex = row });
        }
        var worksheet = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(
                new SheetView(
                    new Selection
                    {
                        ActiveCell = "A1",
                        SequenceOfReferences = new ListValue<StringValue> { InnerText = "A1" },
                    }
                )
                {
                    RightToLeft = properties.RightToLeft ? true : null,
                    WorkbookViewId = 0,
                    TabSelected = tableId == 1,
                    ZoomScale = 100,
                    ZoomScaleNormal = 100,
                }
            )
        );
        worksheet.Append(new Columns(WidthsOf(sheet).Select((width, index) => Width(index, width))));
        worksheet.Append(data);
        if (sheet.Table is { } table)
        {
            var first = row + 1;
            WriteTable(data, table, first, WidthsOf(sheet));
            if (table.Links.Count > 0)
            {
                worksheet.Append(new Hyperlinks(table.Links.Select(link => Hyperlink(link, first + 1, table, sheets))));
            }
            WritePart(part.AddNewPart<TableDefinitionPart>("table"), table, first, tableId);
            Page(worksheet, sheet, properties);
            worksheet.Append(new TableParts(new TablePart { Id = "table" }) { Count = 1 });
        }
        else
        {
            Page(worksheet, sheet, properties);
        }
        if (sheet.Table is { Streamed: not null } streamed)
        {
            StreamedRows.Write(part, worksheet, streamed, row + 2);
            return;
        }
        part.Worksheet = worksheet;
    }

    private static Hyperlink Hyperlink(SheetLink link, uint firstRow, SheetTable table, IReadOnlyList<Sheet> sheets) =>
        new()
        {
            Reference = FormattableString.Invariant($"{Letters(link.Column)}{firstRow + link.Row}"),
            Location =
                "'"
                + sheets
                    .First(other => other.Table?.Name == link.TableName)
                    .Name.Replace("'", "''", StringComparison.Ordinal)
                + "'!A1",
            Display = (string)table.Flat.Rows[link.Row][link.Column],
        };

    /// <summary>
    /// Landscape A4, one page wide while that stays legible, with the marking on each and nothing else that no cell
    /// says.
    /// </summary>
    private static void Page(Worksheet worksheet, Sheet sheet, WorkbookProperties properties)
    {
        worksheet.Append(
            new PageSetup
            {
                PaperSize = A4,
                Orientation = OrientationValues.Landscape,
                // One page wide; a table of half as much again could not be read, and goes on on a second.
                FitToWidth = (uint)Math.Max(1, Math.Round(WidthsOf(sheet).Sum() / PageWidth)),
                FitToHeight = 0,
            }
        );
        if (properties.Marking.Length > 0)
        {
            worksheet.Append(
                new HeaderFooter(new OddHeader("&L" + properties.Marking.Replace("&", "&&", StringComparison.Ordinal)))
            );
        }
    }

    private static void WriteTable(SheetData data, SheetTable table, uint first, IReadOnlyList<double> widths)
    {
        data.Append(
            new S.Row(
                table.Flat.Columns.Select(
                    (column, index) => TextCell(Letters(index), first, column.Heading, HeaderStyle(column, index))
                )
            )
            {
                RowIndex = first,
                Height = Height(table.Flat.Columns.Select(column => (object)column.Heading), widths, HeadingStretch),
                CustomHeight = true,
            }
        );
        for (var index = 0; index < table.Flat.Rows.Count; index++)
        {
            var row = first + 1 + (uint)index;
            data.Append(
                new S.Row(
                    table
                        .Flat.Rows[index]
                        .Select((value, column) => ValueCell(Letters(column), row, value, Style(table, index, column)))
                )
                {
                    RowIndex = row,
                    Height = Height(table.Flat.Rows[index], widths, TextStretch),
                    CustomHeight = true,
                }
            );
        }
    }

    private static void WritePart(TableDefinitionPart part, SheetTable table, uint first, uint tableId)
    {
        var last = Letters(table.Flat.Columns.Count - 1);
        part.Table = new Table(
            new TableColumns(
                table.Flat.Columns.Select(
                    (column, index) =>
                        new TableColumn { Id = (uint)index + 1, Name = SpreadsheetText.Escaped(column.Heading) }
                )
            )
            {
                Count = (uint)table.Flat.Columns.Count,
            },
            new TableStyleInfo
            {
                ShowFirstColumn = false,
                ShowLastColumn = false,
                ShowRowStripes = false,
                ShowColumnStripes = false,
            }
        )
        {
            Id = tableId,
            Name = table.Name,
            DisplayName = table.Name,
            Reference = FormattableString.Invariant($"A{first}:{last}{first + (uint)Math.Max(1, table.Rows)}"),
            TotalsRowShown = false,
        };
    }

    private static uint HeaderStyle(FlatColumn column, int index) =>
        column.Kind switch
        {
            FlatKind.Text when index == 0 => WorkbookStyles.Header,
            FlatKind.Text or FlatKind.Date => WorkbookStyles.IndentedHeader,
            _ => WorkbookStyles.NumberHeader,
        };

    private static uint Style(SheetTable table, int row, int column)
    {
        var (value, kind) = (table.Flat.Rows[row][column], table.Flat.Columns[column].Kind);
        var style = value switch
        {
            FlatNumber number => WorkbookStyles.Of(number.Kind),
            string when table.Links.Any(link => (link.Row, link.Column) == (row, column)) => WorkbookStyles.Link,
            string when kind != FlatKind.Text => kind == FlatKind.Date
                ? WorkbookStyles.IndentedText
                : WorkbookStyles.MarkerText,
            string when column > 0 => WorkbookStyles.IndentedText,
            _ => WorkbookStyles.Of(kind),
        };
        return table.Flat.Totals?.Contains(row) == true ? WorkbookStyles.Total(style) : style;
    }

    private static S.Cell ValueCell(string column, uint row, object value, uint style) =>
        value switch
        {
            long number => Number(column, row, number.ToString(CultureInfo.InvariantCulture), style),
            FlatNumber number => Number(column, row, number.Value.ToString("R", CultureInfo.InvariantCulture), style),
            double number => Number(column, row, number.ToString("R", CultureInfo.InvariantCulture), style),
            LocalDate day => Number(column, row, Serial(day).ToString(CultureInfo.InvariantCulture), style),
            string text => TextCell(column, row, text, style),
            _ => throw new InvalidOperationException("Unknown value of a cell."),
        };

    private static S.Cell Number(string column, uint row, string value, uint style) =>
        new(new CellValue(value)) { CellReference = FormattableString.Invariant($"{column}{row}"), StyleIndex = style };

    private static S.Cell TextCell(string column, uint row, string text, uint style) =>
        new(new InlineString(new Text(SpreadsheetText.Escaped(text)) { Space = SpaceProcessingModeValues.Preserve }))
        {
            CellReference = FormattableString.Invariant($"{column}{row}"),
            DataType = CellValues.InlineString,
            StyleIndex = style,
        };

    /// <summary>
    /// Wide enough for the longest value up to a limit, beyond which text wraps; headings wrap between words. What a
    /// page has left goes to the columns of long texts.
    /// </summary>
    private static IReadOnlyList<double> WidthsOf(Sheet sheet)
    {
        if (sheet.Table is not { } table)
        {
            return [90];
        }
        var wanted = table.Flat.Columns.Select((_, index) => Wanted(table, index)).ToList();
        var widths = wanted.Select(width => Math.Min(width, WidestColumn)).ToList();
        var left = PageWidth - widths.Sum();
        // Long texts take what is left; where all together are a little too wide, they give way.
        var shares = wanted.Select(width => width > WidestColumn ? Math.Sqrt(width) : 0).ToList();
        var room = left + (WidestColumn * shares.Count(share => share > 0));
        return
        [
            .. wanted.Select(
                (wish, index) =>
                    Math.Round(
                        shares[index] == 0
                            ? widths[index]
                            : Math.Clamp(
                                room * shares[index] / shares.Sum(),
                                NarrowestText,
                                Math.Min(wish, WidestText)
                            ),
                        1
                    )
            ),
        ];
    }

    /// <summary>What a column would take if the page had room.</summary>
    private static double Wanted(SheetTable table, int index)
    {
        var column = table.Flat.Columns[index];
        var isStreamed = table.Streamed is not null;
        return table
                .Flat.Rows.Select(row => row[index] is string text ? text.Length * 1.02 : NarrowestColumn - 2)
                .Append(column.Heading.Split(' ').Max(word => word.Length) * 1.3)
                .Append(index == 0 && !isStreamed ? NarrowestFirst : NarrowestColumn - 2)
                .Append(column.Kind == FlatKind.Date ? DateColumn : 0)
                .Append(isStreamed && column.Kind is FlatKind.Text or FlatKind.Hour ? StreamedColumn : 0)
                .Max() + 2;
    }

    /// <summary>Room for the cell that wraps into the most lines.</summary>
    private static double Height(IEnumerable<object> values, IReadOnlyList<double> widths, double stretch) =>
        (
            LineHeight
            * values
                .Select((value, index) => value is string text ? Lines(text, (widths[index] - 2) / stretch) : 1)
                .Max()
        ) + 2;

    private static int Lines(string text, double width)
    {
        var (lines, used) = (1, 0.0);
        foreach (var word in text.Split(' '))
        {
            if (used > 0 && used + 1 + word.Length > width)
            {
                (lines, used) = (lines + 1, 0);
            }
            lines += (int)(word.Length / width);
            used += (used > 0 ? 1 : 0) + (word.Length % width);
        }
        return lines;
    }

    private static S.Column Width(int index, double width) =>
        new()
        {
            Min = (uint)index + 1,
            Max = (uint)index + 1,
            Width = width,
            CustomWidth = true,
        };

    /// <summary>Days since 30 December 1899, as spreadsheets count.</summary>
    private static int Serial(LocalDate day) => NodaTime.Period.DaysBetween(new LocalDate(1899, 12, 30), day);

    internal static string Letters(int index) =>
        index < 26 ? ((char)('A' + index)).ToString() : Letters((index / 26) - 1) + (char)('A' + (index % 26));
}
