using System.Globalization;
using System.Text.RegularExpressions;
using ReportEngine.Checking.Reading;

namespace ReportEngine.Checking;

/// <summary>Footnotes as [note 1], each with its row in a table of notes.</summary>
internal static partial class NoteRules
{
    public static readonly IReadOnlyList<CheckRule> All =
    [
        new(
            "N01",
            Severity.Error,
            "each [note n] listed in a table of notes, each listed one used, numbered in the order of use",
            "Number the notes as they are met and list them on the sheet of notes.",
            Notes
        ),
        new(
            "N02",
            Severity.Error,
            "[note 1] in place of raised letters and symbols",
            "Write the note as [note 1].",
            Raised
        ),
    ];

    [GeneratedRegex(@"\[note ([0-9]{1,4})\]", RegexOptions.IgnoreCase)]
    public static partial Regex Reference();

    private static IEnumerable<Fault> Notes(ReadWorkbook book)
    {
        var listed = new Dictionary<int, Fault>();
        var used = new HashSet<int>();
        var faults = new List<Fault>();
        foreach (var sheet in book.Sheets)
        {
            foreach (var cell in sheet.Cells.Where(cell => cell.Text is not null && IsListed(cell)))
            {
                listed.TryAdd(
                    NumberOf(Reference().Match(cell.Words)),
                    new Fault(sheet.Name, cell.Address, $"No cell refers to {cell.Words}.")
                );
            }
        }
        foreach (var sheet in book.Sheets)
        {
            foreach (var cell in sheet.Cells.Where(cell => cell.Text is not null && !IsListed(cell)))
            {
                foreach (var match in Reference().Matches(cell.Words).Where(match => used.Add(NumberOf(match))))
                {
                    var found =
                        !listed.ContainsKey(NumberOf(match)) ? $"{match.Value} stands in no table of notes."
                        : NumberOf(match) != used.Count
                            ? $"{match.Value} is the note met as number "
                                + $"{used.Count.ToString(CultureInfo.InvariantCulture)}."
                        : null;
                    if (found is not null)
                    {
                        faults.Add(new Fault(sheet.Name, cell.Address, found));
                    }
                }
            }
        }
        return faults.Concat(listed.Where(one => !used.Contains(one.Key)).Select(one => one.Value));
    }

    /// <summary>A row of a table of notes: its first cell is the reference and nothing else.</summary>
    private static bool IsListed(ReadCell cell) =>
        cell.Words.Length < 12
        && Reference().Match(cell.Words) is { Success: true } match
        && match.Length == cell.Words.Length
        && cell.Table is { } table
        && table.Range.First.Column == cell.Address.Column
        && table.Range.Last.Column > cell.Address.Column;

    private static IEnumerable<Fault> Raised(ReadWorkbook book) =>
        book.Sheets.SelectMany(sheet =>
            sheet
                .Cells.Where(cell => !cell.IsBlank && (cell.HasRaisedText || Symbol().IsMatch(cell.Words)))
                .Select(cell => new Fault(
                    sheet.Name,
                    cell.Address,
                    cell.HasRaisedText ? "Raised or lowered text." : "A symbol for a footnote."
                ))
        );

    private static int NumberOf(Match match) =>
        int.Parse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>Raised digits after m are square and cubic metres.</summary>
    [GeneratedRegex(@"(?<=.)([*†‡§]|(?<![mM])[¹²³⁴⁵⁶⁷⁸⁹])$")]
    private static partial Regex Symbol();
}
