using System.Text.RegularExpressions;
using ReportEngine.Checking.Reading;

namespace ReportEngine.Checking;

/// <summary>What stands outside the cells, or does something when the workbook is opened.</summary>
internal static partial class ContentRules
{
    private const string PlainCells = "everything a reader needs in cells";

    public static readonly IReadOnlyList<CheckRule> All =
    [
        new(
            "F02",
            Severity.Error,
            PlainCells,
            "Move the words into column A, describe the picture, or delete it.",
            OutsideCells
        ),
        new(
            "F02",
            Severity.Warning,
            "no header or footer but a marking that stands in A2",
            "Keep it only where each printed page must carry what the cells say.",
            RepeatingHeaders
        ),
        new("F03", Severity.Warning, "values only", "Paste the values and remove what runs or fetches.", Active),
        new(
            "F04",
            Severity.Error,
            "an underlined text that says where the link leads",
            "Reword the link and give it the style of links.",
            Links
        ),
    ];

    private static IEnumerable<Fault> OutsideCells(ReadWorkbook book)
    {
        var said = WordsOf(book);
        foreach (var sheet in book.Sheets)
        {
            foreach (
                var line in sheet
                    .HeaderFooters.SelectMany(Said)
                    .Where(line => !said.Contains(line) && !Marks(sheet, line))
                    .Distinct(StringComparer.Ordinal)
            )
            {
                yield return new Fault(sheet.Name, null, $"A header or footer says what no cell says: '{line}'.");
            }
            foreach (var drawing in sheet.Drawings.Where(one => one.Kind != DrawingKind.Picture || !one.HasDescription))
            {
                yield return new Fault(
                    sheet.Name,
                    drawing.Cell,
                    drawing.Kind switch
                    {
                        DrawingKind.Comment => "A comment on a cell.",
                        DrawingKind.Shape => "A text box or shape.",
                        _ => "A picture or chart without alternative text.",
                    }
                );
            }
        }
    }

    /// <summary>Told once: such lines are made for every sheet alike.</summary>
    /// <summary>A header that carries the marking of A2 onto each printed page, and nothing else.</summary>
    private static bool IsMarking(ReadSheet sheet) =>
        sheet.HeaderFooters.All(one => !one.Contains("&P", StringComparison.Ordinal))
        && sheet.HeaderFooters.SelectMany(Said).All(line => Marks(sheet, line));

    private static bool Marks(ReadSheet sheet, string line) =>
        sheet.At(2, 1)?.Words.Contains(line, StringComparison.Ordinal) ?? false;

    private static IEnumerable<Fault> RepeatingHeaders(ReadWorkbook book)
    {
        var said = WordsOf(book);
        var sheets = book
            .Sheets.Where(sheet =>
                sheet.HeaderFooters.Count > 0
                && sheet.HeaderFooters.SelectMany(Said).All(line => said.Contains(line) || Marks(sheet, line))
                && !IsMarking(sheet)
            )
            .ToList();
        return sheets.Count == 0
            ? []
            :
            [
                new Fault(
                    sheets[0].Name,
                    null,
                    FormattableString.Invariant(
                        $"Headers or footers that repeat cells or count pages; sheets with them: {sheets.Count}."
                    )
                ),
            ];
    }

    private static IEnumerable<Fault> Active(ReadWorkbook book) =>
        book
            .ActiveContent.Select(found => new Fault(null, null, $"The workbook holds {found}."))
            .Concat(
                book.Sheets.SelectMany(sheet =>
                    sheet
                        .Cells.Where(cell => cell.HasFormula)
                        .Select(cell => new Fault(sheet.Name, cell.Address, "A formula."))
                )
            );

    private static IEnumerable<Fault> Links(ReadWorkbook book)
    {
        foreach (var sheet in book.Sheets)
        {
            foreach (var link in sheet.Links)
            {
                var cell = sheet.At(link.Cell.Row, link.Cell.Column);
                var found =
                    cell is null || cell.IsBlank ? "A link without a text."
                    : Address().IsMatch(cell.Words) ? $"The text of a link is its address: '{cell.Words}'."
                    : Vague().IsMatch(cell.Words) ? $"The text of a link does not say where it leads: '{cell.Words}'."
                    : !cell.Style.IsUnderlined ? $"The link '{cell.Words}' is not underlined."
                    : null;
                if (found is not null)
                {
                    yield return new Fault(sheet.Name, link.Cell, found);
                }
            }
        }
    }

    private static HashSet<string> WordsOf(ReadWorkbook book) =>
        book
            .Sheets.SelectMany(sheet => sheet.Cells)
            .Where(cell => cell.Text is not null)
            .Select(cell => cell.Words)
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>The words of a header or footer, without codes for place, type and page.</summary>
    private static IEnumerable<string> Said(string stored) =>
        Section()
            .Split(stored)
            .SelectMany(section =>
                Codes().Replace(section, "").Replace("&&", "&", StringComparison.Ordinal).Split(" · ")
            )
            .Select(words => words.Trim(' ', '/', '|', '-', '\n'))
            .Where(words => words.Any(char.IsLetter) && !PageWords().IsMatch(words));

    [GeneratedRegex("(?<!&)&[LCR]")]
    private static partial Regex Section();

    [GeneratedRegex(
        """
            (?<!&)&("[^"]*"|K[0-9A-Fa-f]{6}|[0-9]{1,3}|[PNDTFAZGBIUESXYOH])
            """
    )]
    private static partial Regex Codes();

    [GeneratedRegex("^(Page|of|Page  ?of)$", RegexOptions.IgnoreCase)]
    private static partial Regex PageWords();

    [GeneratedRegex(@"^(https?:|www\.|mailto:)", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(
        "^(click( here)?|here|this( page| link)?|link|read more|more|download)[.!]?$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Vague();
}
