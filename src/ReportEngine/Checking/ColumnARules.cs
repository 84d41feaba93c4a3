using System.Globalization;
using System.Text.RegularExpressions;
using ReportEngine.Checking.Reading;

namespace ReportEngine.Checking;

/// <summary>A sheet read from A1 downwards tells what it is before its table begins.</summary>
internal static partial class ColumnARules
{
    private static readonly string[] Numerals =
    [
        "no",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
    ];

    public static readonly IReadOnlyList<CheckRule> All =
    [
        new(
            "C01",
            Severity.Error,
            "the sheet's title in A1, in the cell style Heading 1",
            "Write the title in A1 and give it the style Heading 1.",
            Titles
        ),
        new(
            "C02",
            Severity.Error,
            "a line above the table that says how many tables the sheet holds, and one on notes where there are any",
            "Write in A2: This worksheet contains one table.",
            Statements
        ),
        new(
            "C02",
            Severity.Warning,
            "the number of tables in A2, or below a marking in A2",
            "Move the line up to A2.",
            LateStatements
        ),
        new(
            "C03",
            Severity.Error,
            "tables that start in column A, and nothing below them",
            "Move the table to column A and what stands below it above it.",
            Places
        ),
        new(
            "C03",
            Severity.Warning,
            "one table a sheet",
            "Give each table a sheet of its own.",
            book =>
                book.Sheets.Where(sheet => sheet.Tables.Count > 1)
                    .Select(sheet => new Fault(
                        sheet.Name,
                        sheet.Tables[1].Range.First,
                        FormattableString.Invariant($"Tables on the sheet: {sheet.Tables.Count}.")
                    ))
        ),
    ];

    private static IEnumerable<Fault> Titles(ReadWorkbook book)
    {
        foreach (var sheet in book.Sheets.Where(sheet => sheet.Cells.Any(cell => !cell.IsBlank)))
        {
            var title = sheet.At(1, 1);
            if (title is null || title.IsBlank)
            {
                yield return new Fault(sheet.Name, new CellAddress(1, 1), "A1 is blank.");
            }
            else if (!title.Style.IsHeading1)
            {
                yield return new Fault(sheet.Name, new CellAddress(1, 1), "A1 is not in the cell style Heading 1.");
            }
        }
    }

    private static IEnumerable<Fault> Statements(ReadWorkbook book)
    {
        foreach (var sheet in book.Sheets.Where(sheet => sheet.Tables.Count > 0))
        {
            var line = sheet.LinesAbove.FirstOrDefault(IsStatement);
            if (book.IsEnglish ? line is null : sheet.LinesAbove.Count == 0)
            {
                yield return new Fault(
                    sheet.Name,
                    new CellAddress(2, 1),
                    "No line above the table says how many tables there are."
                );
            }
            else if (line is not null && CountIn(line.Words) != sheet.Tables.Count)
            {
                yield return new Fault(
                    sheet.Name,
                    line.Address,
                    FormattableString.Invariant(
                        $"'{line.Words}', but the tables on the sheet are {sheet.Tables.Count}."
                    )
                );
            }
            if (
                book.IsEnglish
                && !TableCellRules.Says(sheet, "note")
                && sheet.Cells.FirstOrDefault(cell =>
                    cell.Text is not null && cell.Address.Column > 1 && NoteRules.Reference().IsMatch(cell.Words)
                )
                    is { } note
            )
            {
                yield return new Fault(
                    sheet.Name,
                    note.Address,
                    "The table refers to notes, but no line above it says where they are."
                );
            }
        }
    }

    /// <summary>Told once: markings stand above the line on every sheet alike.</summary>
    private static IEnumerable<Fault> LateStatements(ReadWorkbook book)
    {
        var late = book
            .Sheets.Where(sheet => book.IsEnglish && sheet.Tables.Count > 0)
            .Select(sheet => (sheet.Name, Line: sheet.LinesAbove.FirstOrDefault(IsStatement)))
            .Where(one => one.Line is { Address.Row: > 3 })
            .ToList();
        return late.Count == 0
            ? []
            :
            [
                new Fault(
                    late[0].Name,
                    late[0].Line!.Address,
                    FormattableString.Invariant(
                        $"The number of tables is told after other lines; sheets like this: {late.Count}."
                    )
                ),
            ];
    }

    private static IEnumerable<Fault> Places(ReadWorkbook book)
    {
        foreach (var sheet in book.Sheets.Where(sheet => sheet.Tables.Count > 0))
        {
            if (sheet.Tables.All(table => table.Range.First.Column > 1))
            {
                yield return new Fault(
                    sheet.Name,
                    sheet.Tables[0].Range.First,
                    "The table does not start in column A."
                );
            }
            var last = sheet.Tables.Max(table => table.Range.Last.Row);
            if (sheet.Cells.FirstOrDefault(cell => !cell.IsBlank && cell.Address.Row > last) is { } below)
            {
                yield return new Fault(sheet.Name, below.Address, "Something stands below the table.");
            }
        }
    }

    private static bool IsStatement(ReadCell line) => Statement().IsMatch(line.Words);

    private static int CountIn(string line)
    {
        var said = Statement().Match(line).Groups[1].Value;
        return int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : Array.FindIndex(Numerals, one => one.Equals(said, StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex(
        @"\b(one|two|three|four|five|six|seven|eight|nine|ten|[1-9][0-9]?) tables?\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Statement();
}
