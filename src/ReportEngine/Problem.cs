using System.Globalization;
using System.Text;

namespace ReportEngine;

/// <summary>One thing that is wrong: where, which rule, what was found, what was expected, what to do.</summary>
public sealed record Problem(
    string Place,
    string Code,
    string Found,
    string? Expected = null,
    string? Remedy = null,
    Severity Severity = Severity.Error
)
{
    private const int LongestPart = 200;

    /// <summary>One line; nothing in it can move the cursor, colour the screen or reorder what follows.</summary>
    public override string ToString() =>
        Part(Place)
        + ": "
        + (Severity == Severity.Error ? "error " : "warning ")
        + Code
        + ": "
        + Part(Found)
        + (Expected is null ? "" : " Expected: " + Part(Expected) + ".")
        + (Remedy is null ? "" : " " + Part(Remedy));

    private static string Part(string text)
    {
        var part = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (part.Length >= LongestPart)
            {
                return part.Append('\u2026').ToString();
            }
            if (
                Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.Control
                    or UnicodeCategory.Format
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
            )
            {
                part.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:X4}}}");
            }
            else
            {
                part.Append(rune.ToString());
            }
        }
        return part.ToString();
    }
}

public enum Severity
{
    Warning,
    Error,
}
