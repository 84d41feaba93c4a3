using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ReportEngine.Checking.Reading;

namespace ReportEngine.Tests.Checking;

/// <summary>
/// A workbook without a fault: four sheets, three tables. A test changes one thing before it is written.
/// </summary>
internal sealed class WorkbookFixture
{
    private readonly SortedDictionary<(int Row, int Column), (object Value, uint Style)>[] _cells =
    [
        [],
        [],
        [],
        [],
    ];

    public WorkbookFixture()
    {
        Set(0, "A1", "Referrals by platform, Pakistan, January to March 2025", FixtureStyles.Heading);
        Lines(
            0,
            "Published: 15 April 2025",
            "Next update: 15 July 2025",
            "Status: provisional",
            "Source: case register",
            "Contact: press@example.invalid"
        );
        Set(1, "A1", "Contents", FixtureStyles.Heading);
        Lines(1, "This worksheet contains one table.");
        Row(1, 3, "Sheet", "What it holds");
        Row(1, 4, "Notes", "What the table leaves out");
        Row(1, 5, "Referrals", "Referrals by platform");
        Set(1, "A4", "Notes", FixtureStyles.Link);
        Set(1, "A5", "Referrals", FixtureStyles.Link);
        Set(2, "A1", "Notes", FixtureStyles.Heading);
        Lines(2, "This worksheet contains one table.");
        Row(2, 3, "Note", "Meaning");
        Row(2, 4, "[note 1]", "An account referred twice is counted once.");
        Set(3, "A1", "Referrals by platform, January to March 2025", FixtureStyles.Heading);
        Lines(3, "This worksheet contains one table.", "[x] not available", "The sheet Notes explains each note.");
        Row(3, 5, "Platform", "Referrals (number) [note 1]", "Answered (%)", "Remark");
        Row(3, 6, "Alpha", 1234.0, 0.5, "Answered late");
        Row(3, 7, "Beta", 20.0, "[x]", "Sent no return");
        Row(3, 8, "Gamma", 310.0, 0.25, "As usual");
    }

    public string[] Tabs { get; } = ["Cover", "Contents", "Notes", "Referrals"];

    public (string Name, string Range)[] Tables { get; } =
    [("", ""), ("contents", "A3:B5"), ("notes", "A3:B4"), ("referrals", "A5:D8")];

    public WorkbookFixture Set(int sheet, string cell, object value, uint style = FixtureStyles.Wrapped)
    {
        var address = CellAddress.TryParse(cell)!.Value;
        _cells[sheet][(address.Row, address.Column)] = (value, style);
        return this;
    }

    public WorkbookFixture Remove(int sheet, params string[] cells)
    {
        foreach (var address in cells.Select(cell => CellAddress.TryParse(cell)!.Value))
        {
            _cells[sheet].Remove((address.Row, address.Column));
        }
        return this;
    }

    public byte[] Write(Action<WorkbookPart>? finish = null)
    {
        using var stream = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = package.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = FixtureStyles.Sheet();
            for (var index = 0; index < Tabs.Length; index++)
            {
                Sheet(workbook.AddNewPart<WorksheetPart>("sheet" + index), index);
            }
            workbook.Workbook = new Workbook(
                new BookViews(new WorkbookView { ActiveTab = 0 }),
                new Sheets(
                    Tabs.Select(
                        (name, index) =>
                            new Sheet
                            {
                                Name = name,
                                SheetId = (uint)index + 1,
                                Id = "sheet" + index,
                            }
                    )
                )
            );
            var properties = package.PackageProperties;
            (properties.Title, properties.Language, properties.Creator, properties.Keywords) = (
                "Referrals",
                "en-GB",
                "Office",
                "referrals"
            );
            finish?.Invoke(workbook);
        }
        return stream.ToArray();
    }

    public static void AddTable(WorksheetPart part, string name, string range, IEnumerable<string> headings, uint id)
    {
        var columns = headings
            .Select((heading, index) => new TableColumn { Id = (uint)index + 1, Name = heading })
            .ToList();
        part.AddNewPart<TableDefinitionPart>("table" + id).Table = new Table(
            new TableColumns(columns) { Count = (uint)columns.Count }
        )
        {
            Id = id,
            Name = name,
            DisplayName = name,
            Reference = range,
        };
        var parts = part.Worksheet!.GetFirstChild<TableParts>() ?? part.Worksheet.AppendChild(new TableParts());
        parts.Append(new TablePart { Id = "table" + id });
    }

    private void Lines(int sheet, params string[] lines)
    {
        for (var index = 0; index < lines.Length; index++)
        {
            Set(sheet, FormattableString.Invariant($"A{index + 2}"), lines[index]);
        }
    }

    private void Row(int sheet, int row, params object[] values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            Set(
                sheet,
                FormattableString.Invariant($"{(char)('A' + index)}{row}"),
                values[index],
                values[index] is not double number ? FixtureStyles.Wrapped
                    : number < 1 ? FixtureStyles.Percent
                    : FixtureStyles.Whole
            );
        }
    }

    private void Sheet(WorksheetPart part, int sheet)
    {
        part.Worksheet = new Worksheet(
            new SheetViews(new SheetView(new Selection { ActiveCell = "A1" }) { WorkbookViewId = 0, ZoomScale = 100 }),
            new Columns(
                new Column
                {
                    Min = 1,
                    Max = 4,
                    Width = 30,
                    CustomWidth = true,
                }
            ),
            new SheetData(
                _cells[sheet]
                    .GroupBy(cell => cell.Key.Row)
                    .Select(row => new Row(
                        row.Select(cell =>
                            Written(new CellAddress(cell.Key.Row, cell.Key.Column), cell.Value.Value, cell.Value.Style)
                        )
                    )
                    {
                        RowIndex = (uint)row.Key,
                    })
            )
        );
        if (sheet == 1)
        {
            part.Worksheet.Append(
                new Hyperlinks(
                    new Hyperlink { Reference = "A4", Location = "'Notes'!A1" },
                    new Hyperlink { Reference = "A5", Location = "'Referrals'!A1" }
                )
            );
        }
        if (Tables[sheet].Name.Length > 0)
        {
            var range = CellRange.TryParse(Tables[sheet].Range)!;
            AddTable(
                part,
                Tables[sheet].Name,
                Tables[sheet].Range,
                _cells[sheet]
                    .Where(cell =>
                        cell.Key.Row == range.First.Row && range.Holds(new CellAddress(cell.Key.Row, cell.Key.Column))
                    )
                    .Select(cell => (string)cell.Value.Value),
                (uint)sheet
            );
        }
    }

    private static Cell Written(CellAddress address, object value, uint style) =>
        value is double number
            ? new Cell(new CellValue(number.ToString("R", CultureInfo.InvariantCulture)))
            {
                CellReference = address.ToString(),
                StyleIndex = style,
            }
            : new Cell(new InlineString(new Text((string)value)))
            {
                CellReference = address.ToString(),
                StyleIndex = style,
                DataType = CellValues.InlineString,
            };
}
