using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace ReportEngine.Tests.Checking;

/// <summary>The workbook without a fault with one thing changed, and the finding that must come of it.</summary>
internal sealed record BadWorkbook(
    string Name,
    string Rule,
    Severity Severity,
    string? Sheet,
    string? Cell,
    byte[] Content,
    string FileName = "referrals.xlsx"
);

internal static class BadWorkbooks
{
    private const int Referrals = 3;

    public static readonly IReadOnlyList<BadWorkbook> All =
    [
        Error("beside the table", "T01", "Referrals", "F6", book => book.Set(Referrals, "F6", "Stray")),
        Error("no header row", "T01", "Contents", "A3", finish: book => Table(book, 1).HeaderRowCount = 0),
        Warning(
            "default name of a table",
            "T02",
            "Referrals",
            "A5",
            finish: book => Table(book, Referrals).DisplayName = "Table1"
        ),
        Error(
            "merged cells",
            "T03",
            "Cover",
            "A2",
            finish: book =>
                Page(book, 0)
                    .InsertAfter(
                        new MergeCells(new MergeCell { Reference = "A2:B2" }),
                        Page(book, 0).GetFirstChild<SheetData>()
                    )
        ),
        Error("blank row", "T04", "Referrals", "A8", book => book.Remove(Referrals, "A8", "B8", "C8", "D8")),
        Error("blank column", "T04", "Referrals", "D5", book => book.Remove(Referrals, "D6", "D7", "D8")),
        Error("heading twice", "T05", "Referrals", "D5", book => book.Set(Referrals, "D5", "platform ")),
        Error(
            "heading and table differ",
            "T05",
            "Referrals",
            "D5",
            finish: book => Table(book, Referrals).TableColumns!.Elements<TableColumn>().Last().Name = "Else"
        ),
        Error(
            "cropped",
            "T06",
            "Referrals",
            "D6",
            book => book.Set(Referrals, "D6", new string('m', 60), FixtureStyles.Plain)
        ),
        Warning(
            "filter",
            "T07",
            "Referrals",
            "A5",
            finish: book => Table(book, Referrals).PrependChild(new AutoFilter { Reference = "A5:D8" })
        ),
        Warning(
            "frozen pane",
            "T07",
            "Referrals",
            null,
            finish: book =>
                View(book, Referrals).PrependChild(new Pane { VerticalSplit = 5, State = PaneStateValues.Frozen })
        ),
        Error("blank cell", "T08", "Referrals", "D7", book => book.Remove(Referrals, "D7")),
        Warning(
            "hidden sheet",
            "T09",
            "Notes",
            null,
            finish: book => book.Workbook!.Sheets!.Elements<Sheet>().ElementAt(2).State = SheetStateValues.Hidden
        ),
        Warning(
            "hidden row",
            "T09",
            "Cover",
            "A6",
            finish: book => Page(book, 0).Descendants<Row>().Last().Hidden = true
        ),
        Warning(
            "hidden column",
            "T09",
            "Cover",
            "A1",
            finish: book => Page(book, 0).Descendants<Column>().First().Hidden = true
        ),
        Warning(
            "two types in a column",
            "T10",
            "Referrals",
            "C8",
            book => book.Set(Referrals, "C8", 5.0, FixtureStyles.Whole)
        ),
        Warning("number as text", "T10", "Referrals", "B8", book => book.Set(Referrals, "B8", "310")),
        Warning(
            "decimals differ",
            "T11",
            "Referrals",
            "C8",
            book => book.Set(Referrals, "C8", 0.25, FixtureStyles.TwoDecimals)
        ),
        Warning("no commas", "T11", "Referrals", "B6", book => book.Set(Referrals, "B6", 1234.0)),
        Error("unexplained mark", "S01", "Referrals", "D6", book => book.Set(Referrals, "D6", "[z]")),
        Error("unknown mark", "S01", "Referrals", "D6", book => book.Set(Referrals, "D6", "[q]")),
        Warning(
            "unused mark",
            "S01",
            "Referrals",
            "A4",
            book => book.Set(Referrals, "A4", "[c] withheld. The sheet Notes explains each note.")
        ),
        Error(
            "old mark",
            "S02",
            "Referrals",
            "C7",
            book => book.Set(Referrals, "C7", "N/A").Set(Referrals, "D7", "[x]")
        ),
        Error("mark behind a number", "S03", "Referrals", "B8", book => book.Set(Referrals, "B8", "310 [x]")),
        Warning(
            "shown as zero",
            "S04",
            "Referrals",
            "C8",
            book => book.Set(Referrals, "C8", 0.0001, FixtureStyles.Percent)
        ),
        Error("note not listed", "N01", "Referrals", "D6", book => book.Set(Referrals, "D6", "Late [note 2]")),
        Error("note not used", "N01", "Notes", "A4", book => book.Set(Referrals, "B5", "Referrals (number)")),
        Error("symbol of a footnote", "N02", "Referrals", "D6", book => book.Set(Referrals, "D6", "Late†")),
        Error(
            "raised letters",
            "N02",
            "Referrals",
            "D6",
            book => book.Set(Referrals, "D6", "Late", FixtureStyles.Raised)
        ),
        .. new[]
        {
            FixtureStyles.Italic,
            FixtureStyles.Serif,
            FixtureStyles.Small,
            FixtureStyles.Coloured,
            FixtureStyles.Filled,
            FixtureStyles.Turned,
            FixtureStyles.Link,
        }.Select(style =>
            Warning("look " + style, "F01", "Referrals", "D6", book => book.Set(Referrals, "D6", "Late", style))
        ),
        Error(
            "header with words of its own",
            "F02",
            "Referrals",
            null,
            finish: book =>
                Page(book, Referrals)
                    .InsertBefore(
                        new HeaderFooter(new OddHeader("&LFor &\"Arial,Bold\"three &12offices")),
                        Page(book, Referrals).GetFirstChild<TableParts>()
                    )
        ),
        Error(
            "comment",
            "F02",
            "Referrals",
            "B6",
            finish: book =>
                Part(book, Referrals).AddNewPart<WorksheetCommentsPart>().Comments = new Comments(
                    new Authors(),
                    new CommentList(new Comment { Reference = "B6" })
                )
        ),
        Error(
            "picture without words",
            "F02",
            "Referrals",
            "B3",
            finish: book => BadDrawings.AddPicture(Part(book, Referrals), "")
        ),
        Error("text box", "F02", "Referrals", "B3", finish: book => BadDrawings.AddTextBox(Part(book, Referrals))),
        Warning(
            "page numbers",
            "F02",
            "Cover",
            null,
            finish: book =>
                Page(book, 0)
                    .Append(
                        new HeaderFooter(
                            new OddFooter("&LReferrals by platform, Pakistan, January to March 2025&RPage &P of &N")
                        )
                    )
        ),
        Warning(
            "formula",
            "F03",
            "Referrals",
            "B8",
            finish: book => Cell(book, Referrals, "B8").PrependChild(new CellFormula("300+10"))
        ),
        Warning(
            "macros",
            "F03",
            null,
            null,
            finish: book => book.AddNewPart<VbaProjectPart>().FeedData(new MemoryStream([1]))
        ),
        Error("link not underlined", "F04", "Contents", "A4", book => book.Set(1, "A4", "Notes")),
        Error(
            "link that says nothing",
            "F04",
            "Contents",
            "A4",
            book => book.Set(1, "A4", "Click here", FixtureStyles.Link)
        ),
        Error("title without its style", "C01", "Notes", "A1", book => book.Set(2, "A1", "Notes")),
        Error("no title", "C01", "Notes", "A1", book => book.Remove(2, "A1")),
        Error(
            "wrong count of tables",
            "C02",
            "Referrals",
            "A2",
            book => book.Set(Referrals, "A2", "This worksheet contains two tables.")
        ),
        Error(
            "no count of tables",
            "C02",
            "Referrals",
            "A2",
            book => book.Set(Referrals, "A2", "Counts of referrals.")
        ),
        Warning(
            "count of tables comes late",
            "C02",
            "Referrals",
            "A4",
            book =>
                book.Set(Referrals, "A2", "Counts of referrals.")
                    .Set(Referrals, "A4", "This worksheet contains one table. The sheet Notes explains each note.")
        ),
        Error("below the table", "C03", "Referrals", "A10", book => book.Set(Referrals, "A10", "A late word")),
        Warning(
            "two tables",
            "C03",
            "Referrals",
            "F5",
            book =>
                book.Set(Referrals, "A2", "This worksheet contains two tables.")
                    .Set(Referrals, "F5", "Law")
                    .Set(Referrals, "F6", "PECA"),
            book => WorkbookFixture.AddTable(Part(book, Referrals), "laws", "F5:F6", ["Law"], 9)
        ),
        Error(
            "long tab",
            "W01",
            LongTab,
            null,
            book => book.Set(1, "A5", LongTab, FixtureStyles.Link).Tabs[Referrals] = LongTab
        ),
        Warning("contents lack a sheet", "W02", "Contents", null, book => book.Tabs[Referrals] = "Numbers"),
        Warning("no cover", "W02", null, null, book => book.Tabs[0] = "Start"),
        Warning("no next update", "W03", "Cover", null, book => book.Set(0, "A3", "Made by hand")),
        Error("no keywords", "W04", null, null, finish: book => book.OpenXmlPackage.PackageProperties.Keywords = null),
        Error(
            "cursor elsewhere",
            "W05",
            "Notes",
            "B7",
            finish: book => View(book, 2).GetFirstChild<Selection>()!.ActiveCell = "B7"
        ),
        Error("opens at another size", "W05", "Notes", null, finish: book => View(book, 2).ZoomScale = 85),
        Error(
            "opens on another sheet",
            "W05",
            null,
            null,
            finish: book => book.Workbook!.BookViews!.GetFirstChild<WorkbookView>()!.ActiveTab = 2
        ),
        Warning("file name", "W06", null, null) with
        {
            FileName = "Referrals_v2 FINAL.xlsx",
        },
    ];

    private const string LongTab = "Referrals by platform and quarter";

    private static BadWorkbook Error(
        string name,
        string rule,
        string? sheet,
        string? cell,
        Action<WorkbookFixture>? change = null,
        Action<WorkbookPart>? finish = null
    ) => new(name, rule, Severity.Error, sheet, cell, Written(change, finish));

    private static BadWorkbook Warning(
        string name,
        string rule,
        string? sheet,
        string? cell,
        Action<WorkbookFixture>? change = null,
        Action<WorkbookPart>? finish = null
    ) => new(name, rule, Severity.Warning, sheet, cell, Written(change, finish));

    private static byte[] Written(Action<WorkbookFixture>? change, Action<WorkbookPart>? finish)
    {
        var book = new WorkbookFixture();
        change?.Invoke(book);
        return book.Write(finish);
    }

    private static WorksheetPart Part(WorkbookPart book, int sheet) => (WorksheetPart)book.GetPartById("sheet" + sheet);

    private static Worksheet Page(WorkbookPart book, int sheet) => Part(book, sheet).Worksheet!;

    private static SheetView View(WorkbookPart book, int sheet) => Page(book, sheet).Descendants<SheetView>().First();

    private static X.Table Table(WorkbookPart book, int sheet) => Part(book, sheet).TableDefinitionParts.First().Table!;

    private static X.Cell Cell(WorkbookPart book, int sheet, string cell) =>
        Page(book, sheet).Descendants<X.Cell>().First(one => one.CellReference == cell);
}
