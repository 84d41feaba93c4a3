using System.Globalization;
using ReportEngine.Checking.Reading;

namespace ReportEngine.Checking;

/// <summary>What a reader meets in a table: cropped words, buttons and panes, cells without content.</summary>
internal static class TableCellRules
{
    /// <summary>
    /// Letters are narrower than the digits that widths are counted in; only what is surely cropped is told.
    /// </summary>
    private const double Slack = 1.2;

    public static readonly IReadOnlyList<CheckRule> All =
    [
        new(
            "T06",
            Severity.Error,
            "text that wraps, or a column wide enough for its longest cell",
            "Wrap the text of the column or widen it.",
            Cropped
        ),
        new(
            "T07",
            Severity.Warning,
            "no filter and no frozen pane, or a line above the table that says how to turn them off",
            "Turn it off, or say so in column A.",
            FiltersAndPanes
        ),
        new(
            "T08",
            Severity.Error,
            "no blank cell, or a line above the table that says why cells are blank",
            "Fill the cells with shorthand such as [x] or [z], or explain them in column A.",
            Blanks
        ),
    ];

    /// <summary>Whether a line of column A above the table, or the title, holds one of the words.</summary>
    public static bool Says(ReadSheet sheet, params string[] words) =>
        sheet.LinesAbove.Any(line => words.Any(word => line.Words.Contains(word, StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<Fault> Cropped(ReadWorkbook book)
    {
        foreach (var sheet in book.Sheets)
        {
            foreach (
                var column in sheet
                    .Cells.Where(cell => cell is { Table: not null, Text: not null, Style.IsWrapped: false })
                    .GroupBy(cell => (cell.Table!.Range.First, cell.Address.Column))
            )
            {
                var width = sheet.WidthOf(column.Key.Column);
                var longest = column.MaxBy(cell => Longest(cell.Words))!;
                if (Longest(longest.Words) > width * Slack)
                {
                    yield return new Fault(
                        sheet.Name,
                        longest.Address,
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{Longest(longest.Words)} characters do not fit a column of width {width:0.#} and do "
                                + $"not wrap."
                        )
                    );
                }
            }
        }
    }

    private static int Longest(string text) => text.Split('\n').Max(line => line.Length);

    private static IEnumerable<Fault> FiltersAndPanes(ReadWorkbook book)
    {
        foreach (var sheet in book.Sheets)
        {
            var filter = sheet.Filter ?? sheet.Tables.FirstOrDefault(table => table.HasFilter)?.Range.First;
            if (filter is { } place && !(book.IsEnglish && Says(sheet, "filter")))
            {
                yield return new Fault(sheet.Name, place, "The headings carry filter buttons.");
            }
            if (sheet.View.HasPane && !(book.IsEnglish && Says(sheet, "freeze", "frozen", "split")))
            {
                yield return new Fault(sheet.Name, null, "Panes are frozen or split.");
            }
        }
    }

    /// <summary>Blank rows and columns are told by a rule of their own.</summary>
    private static IEnumerable<Fault> Blanks(ReadWorkbook book)
    {
        foreach (var (sheet, table, body) in TableRules.BodiesOf(book).Where(_ => book.IsEnglish))
        {
            var columns = body.Select(cell => cell.Address.Column).ToHashSet();
            var gaps = body.GroupBy(cell => cell.Address.Row).Where(row => row.Count() < columns.Count).ToList();
            if (gaps.Count > 0 && !Says(sheet, "blank"))
            {
                var filled = gaps[0].Select(cell => cell.Address.Column).ToHashSet();
                yield return new Fault(
                    sheet.Name,
                    new CellAddress(gaps[0].Key, columns.Order().First(column => !filled.Contains(column))),
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Blank cells in table '{table.Name}' that nothing explains: "
                            + $"{gaps.Sum(row => columns.Count - row.Count())}."
                    )
                );
            }
        }
    }
}
