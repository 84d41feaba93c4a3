using System.Text.RegularExpressions;
using ReportEngine.Checking.Reading;

namespace ReportEngine.Checking;

/// <summary>
/// What stands in place of a value: a few known marks in square brackets, each explained above the table.
/// </summary>
internal static partial class ShorthandRules
{
    private static readonly string[] Legacy =
    [
        "NA",
        "N/A",
        "n/a",
        "#N/A",
        "..",
        "...",
        ".",
        "*",
        "-",
        "–",
        "—",
        ":",
        "…",
    ];

    public static readonly IReadOnlyList<CheckRule> All =
    [
        new(
            "S01",
            Severity.Error,
            "known shorthand, each mark explained in column A above the table",
            "Use the standard marks and add a line that explains each.",
            Unexplained
        ),
        new("S01", Severity.Warning, "no explanation of a mark the sheet does not use", "Remove the line.", Unused),
        new(
            "S02",
            Severity.Error,
            "shorthand in square brackets, such as [x] or [z]",
            "Replace it by the mark that says why there is no value.",
            book =>
                Bodies(book)
                    .Where(one => Legacy.Contains(one.Cell.Words, StringComparer.Ordinal))
                    .Select(one => new Fault(
                        one.Sheet.Name,
                        one.Cell.Address,
                        $"'{one.Cell.Words}' in place of a value."
                    ))
        ),
        new(
            "S03",
            Severity.Error,
            "a number alone in its cell",
            "Move the mark to a column of notes.",
            book =>
                Bodies(book)
                    .Where(one => one.Cell.Address.Column > 1 && MarkedNumber().IsMatch(one.Cell.Words))
                    .Select(one => new Fault(
                        one.Sheet.Name,
                        one.Cell.Address,
                        $"A mark stands behind a number: '{one.Cell.Words}'."
                    ))
        ),
    ];

    private static IEnumerable<(ReadSheet Sheet, ReadCell Cell)> Bodies(ReadWorkbook book) =>
        book.Sheets.SelectMany(sheet =>
            sheet.Cells.Where(cell => cell.IsInBody && cell.Text is not null).Select(cell => (sheet, cell))
        );

    private static IEnumerable<Fault> Unexplained(ReadWorkbook book)
    {
        foreach (var sheet in book.Sheets)
        {
            var known = MarksIn(sheet.LinesAbove);
            foreach (var cell in UsingCells(sheet))
            {
                var marks = Known().Matches(cell.Words).Select(mark => mark.Value).ToList();
                if (marks.FirstOrDefault(mark => !known.Contains(mark)) is { } missing && known.Add(missing))
                {
                    yield return new Fault(sheet.Name, cell.Address, $"Nothing above the table explains {missing}.");
                }
                else if (
                    marks.Count == 0
                    && OnlyMarks().IsMatch(cell.Words)
                    && !NoteRules.Reference().IsMatch(cell.Words)
                    && known.Add(cell.Words)
                )
                {
                    yield return new Fault(sheet.Name, cell.Address, $"'{cell.Words}' is no known shorthand.");
                }
            }
        }
    }

    private static IEnumerable<Fault> Unused(ReadWorkbook book)
    {
        foreach (var sheet in book.Sheets.Where(sheet => sheet.Tables.Count > 0))
        {
            var used = MarksIn(UsingCells(sheet));
            foreach (var line in sheet.LinesAbove)
            {
                if (
                    Known()
                        .Matches(line.Words)
                        .Select(mark => mark.Value)
                        .FirstOrDefault(mark => !used.Contains(mark)) is
                    { } mark
                )
                {
                    yield return new Fault(sheet.Name, line.Address, $"The sheet explains {mark} but does not use it.");
                }
            }
        }
    }

    /// <summary>
    /// The title and the cells of tables, without tables that themselves list marks with their meaning.
    /// </summary>
    private static IReadOnlyList<ReadCell> UsingCells(ReadSheet sheet) =>
        [
            .. sheet.Cells.Where(cell =>
                cell.Text is not null
                && (
                    cell.Address is { Row: 1, Column: 1 }
                    || (
                        cell.Table is { } table
                        && !(cell.Address.Column == table.Range.First.Column && OnlyMarks().IsMatch(cell.Words))
                    )
                )
            ),
        ];

    private static HashSet<string> MarksIn(IEnumerable<ReadCell> cells) =>
        cells
            .SelectMany(cell => Known().Matches(cell.Words).Select(mark => mark.Value))
            .ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\[(b|c|e|er|f|low|ns|p|r|s{1,3}|u|w|x|z)[0-9]*\]")]
    private static partial Regex Known();

    [GeneratedRegex(@"^(\[[^\[\]]{1,8}\]\s?)+$")]
    private static partial Regex OnlyMarks();

    [GeneratedRegex(@"^[-+]?[0-9][0-9.,]*\s?%?\s?\[(note [0-9]+|[a-z]{1,3}[0-9]*)\]")]
    private static partial Regex MarkedNumber();
}
