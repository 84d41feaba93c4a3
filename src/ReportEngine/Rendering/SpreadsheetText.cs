using System.Text;
using System.Text.RegularExpressions;

namespace ReportEngine.Rendering;

/// <summary>Text as spreadsheets may read it: cleaned, and never the beginning of a formula.</summary>
internal static partial class SpreadsheetText
{
    private const string Triggers = "=+-@";

    /// <summary>For CSV: text that a spreadsheet would take for a formula gets an apostrophe in front.</summary>
    public static string Safe(string text)
    {
        var clean = PlainText.Clean(text);
        var first = clean.Normalize(NormalizationForm.FormKC).TrimStart();
        return first.Length > 0 && Triggers.Contains(first[0], StringComparison.Ordinal) ? "'" + clean : clean;
    }

    /// <summary>
    /// For SpreadsheetML strings, where _x0041_ means the character U+0041: the underscore is escaped.
    /// </summary>
    public static string Escaped(string text) => Escape().Replace(PlainText.Clean(text, int.MaxValue), "_x005F_$1");

    [GeneratedRegex("_([xX][0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
