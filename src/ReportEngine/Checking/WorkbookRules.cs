using System.Text.RegularExpressions;
using ReportEngine.Checking.Reading;

namespace ReportEngine.Checking;

/// <summary>The file as a whole: its name, its properties, its tabs and where it opens.</summary>
internal static partial class WorkbookRules
{
    private const int LongestTab = 31;
    private const int LongestFile = 60;

    public static readonly IReadOnlyList<CheckRule> All =
    [
        new(
            "W01",
            Severity.Error,
            "tabs with short names of their own and something on each",
            "Rename the tab, or delete the blank sheet.",
            Tabs
        ),
        new(
            "W04",
            Severity.Error,
            "title, language, author and keywords in the file's properties",
            "Fill them in under the file's properties.",
            Properties
        ),
        new(
            "W05",
            Severity.Error,
            "a workbook that opens at A1 of its first sheet, each sheet at A1 and 100 %",
            "Go to A1 on each sheet, set 100 %, end on the first sheet and save.",
            Opening
        ),
        new(
            "W06",
            Severity.Warning,
            "a file name of small letters, digits and dashes (and Q1 to Q4 or FY for a period), at most 60, "
                + "without words for a version",
            "Rename the file.",
            FileNames
        ),
    ];

    private static IEnumerable<Fault> Tabs(ReadWorkbook book)
    {
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var sheet in book.Sheets)
        {
            var found =
                sheet.Name.Trim() != sheet.Name ? "The name of the tab begins or ends with a space."
                : sheet.Name.Length is 0 or > LongestTab ? "The name of the tab is not of 1 to 31 characters."
                : !known.Add(sheet.Name.Trim()) ? "Two tabs have the same name."
                : sheet.Cells.All(cell => cell.IsBlank) ? "The sheet is blank."
                : null;
            if (found is not null)
            {
                yield return new Fault(sheet.Name, null, found);
            }
        }
    }

    private static IEnumerable<Fault> Properties(ReadWorkbook book)
    {
        var properties = book.Properties;
        (string Name, string Value)[] all =
        [
            ("title", properties.Title),
            ("language", properties.Language),
            ("author", properties.Creator),
            ("keywords", properties.Keywords),
        ];
        return all.Where(one => one.Value.Length == 0)
            .Select(one => new Fault(null, null, $"The file's properties give no {one.Name}."));
    }

    private static IEnumerable<Fault> Opening(ReadWorkbook book)
    {
        if (book.ActiveTab != 0)
        {
            yield return new Fault(
                null,
                null,
                FormattableString.Invariant($"The workbook opens on sheet {book.ActiveTab + 1L}.")
            );
        }
        foreach (var sheet in book.Sheets)
        {
            if (sheet.View.ActiveCell is not ("A1" or "$A$1"))
            {
                yield return new Fault(
                    sheet.Name,
                    CellAddress.TryParse(sheet.View.ActiveCell),
                    "The cursor is not in A1."
                );
            }
            if (sheet.View.Zoom != 100)
            {
                yield return new Fault(
                    sheet.Name,
                    null,
                    FormattableString.Invariant($"The sheet opens at {sheet.View.Zoom} %.")
                );
            }
        }
    }

    private static IEnumerable<Fault> FileNames(ReadWorkbook book)
    {
        var name = Path.GetFileNameWithoutExtension(book.FileName);
        if (!Plain().IsMatch(name) || name.Length > LongestFile || Version().IsMatch(name))
        {
            yield return new Fault(null, null, $"The file is named '{book.FileName}'.");
        }
    }

    [GeneratedRegex("^[a-z0-9]+(-([a-z0-9]+|Q[1-4]|FY[0-9]{4}))*$")]
    private static partial Regex Plain();

    [GeneratedRegex("(^|-)(v[0-9]+|version|final|draft|copy|new|old|latest)(-|$)")]
    private static partial Regex Version();
}
