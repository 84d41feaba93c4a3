using ReportEngine.Checking.Reading;

namespace ReportEngine.Checking;

/// <summary>How tables are marked up, so that a screen reader can find them and read a cell with its heading.</summary>
internal static class TableRules
{
    public static readonly IReadOnlyList<CheckRule> All =
    [
        new(
            "T01",
            Severity.Error,
            "every block of data marked up as a table with a header row",
            "Select the block and insert a table with headers.",
            OutsideTables
        ),
        new(
            "T02",
            Severity.Warning,
            "a name that says what the table holds",
            "Name the table, with underscores for spaces.",
            DefaultNames
        ),
        new(
            "T03",
            Severity.Error,
            "no merged cells",
            "Unmerge the cells and repeat their value where it applies.",
            book =>
                book.Sheets.SelectMany(sheet =>
                    sheet.Merges.Select(merge => new Fault(sheet.Name, merge.First, $"Cells {merge} are merged."))
                )
        ),
        new(
            "T04",
            Severity.Error,
            "no blank row or column inside a table",
            "Delete it, or end the table before it.",
            BlankLines
        ),
        new(
            "T05",
            Severity.Error,
            "one header row of text, with no blank and no repeated heading",
            "Give each column a heading of its own.",
            Headings
        ),
        new("T09", Severity.Warning, "nothing hidden", "Show it or delete it.", Hidden),
    ];

    /// <summary>Each table with its cells below the header row, blank ones left out, in reading order.</summary>
    public static IEnumerable<(ReadSheet Sheet, ReadTable Table, IReadOnlyList<ReadCell> Body)> BodiesOf(
        ReadWorkbook book
    )
    {
        foreach (var sheet in book.Sheets.Where(sheet => sheet.Tables.Count > 0))
        {
            var cells = sheet
                .Cells.Where(cell => cell.IsInBody && !cell.IsBlank)
                .ToLookup(cell => cell.Table, ReferenceEqualityComparer.Instance);
            foreach (var table in sheet.Tables)
            {
                yield return (sheet, table, [.. cells[table]]);
            }
        }
    }

    public static IEnumerable<(ReadSheet Sheet, ReadTable Table)> TablesOf(ReadWorkbook book) =>
        book.Sheets.SelectMany(sheet => sheet.Tables.Select(table => (sheet, table)));

    private static IEnumerable<Fault> OutsideTables(ReadWorkbook book)
    {
        foreach (var sheet in book.Sheets)
        {
            var lowest = sheet.Tables.Count == 0 ? int.MaxValue : sheet.Tables.Max(table => table.Range.Last.Row);
            var outside = sheet
                .Cells.Where(cell =>
                    !cell.IsBlank && cell.Address.Column > 1 && cell.Address.Row <= lowest && cell.Table is null
                )
                .ToList();
            if (outside.Count > 0)
            {
                yield return new Fault(
                    sheet.Name,
                    outside[0].Address,
                    FormattableString.Invariant($"Cells outside column A and any table: {outside.Count}.")
                );
            }
            foreach (var table in sheet.Tables.Where(table => !table.HasHeaderRow))
            {
                yield return new Fault(sheet.Name, table.Range.First, $"Table '{table.Name}' has no header row.");
            }
        }
    }

    private static IEnumerable<Fault> DefaultNames(ReadWorkbook book) =>
        TablesOf(book)
            .Where(one =>
                one.Table.Name.Length == 0
                || one.Table.Name.TrimEnd("0123456789".ToCharArray()) is "Table" or "Tabelle" or "Tableau" or "Tabla"
            )
            .Select(one => new Fault(
                one.Sheet.Name,
                one.Table.Range.First,
                $"A table has the name '{one.Table.Name}'."
            ));

    private static IEnumerable<Fault> BlankLines(ReadWorkbook book)
    {
        foreach (var (sheet, table, body) in BodiesOf(book))
        {
            var rows = body.Select(cell => cell.Address.Row).ToHashSet();
            var columns = body.Select(cell => cell.Address.Column).ToHashSet();
            var blankRow = Enumerable
                .Range(table.FirstBodyRow, Math.Max(0, table.Range.Last.Row - table.FirstBodyRow + 1))
                .FirstOrDefault(row => !rows.Contains(row));
            var blankColumn = Enumerable
                .Range(table.Range.First.Column, table.Range.Last.Column - table.Range.First.Column + 1)
                .FirstOrDefault(column => !columns.Contains(column));
            if (blankRow > 0)
            {
                yield return new Fault(
                    sheet.Name,
                    new CellAddress(blankRow, table.Range.First.Column),
                    $"A row inside table '{table.Name}' is blank."
                );
            }
            if (blankColumn > 0 && body.Count > 0)
            {
                yield return new Fault(
                    sheet.Name,
                    new CellAddress(table.Range.First.Row, blankColumn),
                    $"A column inside table '{table.Name}' is blank."
                );
            }
        }
    }

    private static IEnumerable<Fault> Headings(ReadWorkbook book)
    {
        foreach (var (sheet, table) in TablesOf(book).Where(one => one.Table.HasHeaderRow))
        {
            var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            for (var column = table.Range.First.Column; column <= table.Range.Last.Column; column++)
            {
                var cell = sheet.At(table.Range.First.Row, column);
                var name = table.Headings.ElementAtOrDefault(column - table.Range.First.Column) ?? "";
                var found =
                    cell is null || cell.IsBlank ? "A heading is blank."
                    : cell.Text is null ? "A heading is a number, not text."
                    : !known.Add(cell.Words) ? $"The heading '{cell.Words}' stands there twice."
                    : OneLine(cell.Words) != OneLine(name)
                        ? $"The heading '{cell.Words}' differs from the name '{name}' the table keeps."
                    : null;
                if (found is not null)
                {
                    yield return new Fault(sheet.Name, new CellAddress(table.Range.First.Row, column), found);
                }
            }
        }
    }

    private static IEnumerable<Fault> Hidden(ReadWorkbook book)
    {
        foreach (var sheet in book.Sheets)
        {
            if (sheet.IsHidden)
            {
                yield return new Fault(sheet.Name, null, "The sheet is hidden.");
            }
            foreach (var row in sheet.HiddenRows)
            {
                yield return new Fault(
                    sheet.Name,
                    new CellAddress(row, 1),
                    FormattableString.Invariant($"Row {row} is hidden.")
                );
            }
            foreach (var columns in sheet.Columns.Where(columns => columns.IsHidden))
            {
                yield return new Fault(sheet.Name, new CellAddress(1, columns.First), "A column is hidden.");
            }
        }
    }

    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
