using System.Globalization;
using System.Text;

namespace ReportEngine;

/// <summary>
/// Text from outside, made safe to stand among our own: no control characters, no invisible direction marks that
/// reorder what follows, no pile of combining marks, never longer than <see cref="Longest"/>. What is stored stays
/// untouched; only what is printed passes here.
/// </summary>
public static class PlainText
{
    /// <summary>In UTF-16 units; longer text ends in an ellipsis.</summary>
    public const int Longest = 300;

    private const int MostCombiningMarks = 4;

    /// <param name="text">From the register, a file or a person.</param>
    /// <param name="longest">In UTF-16 units; only our own words may be longer than <see cref="Longest"/>.</param>
    public static string Clean(string text, int longest = Longest)
    {
        var clean = new StringBuilder(Math.Min(text.Length, longest));
        var marks = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length >= longest)
            {
                return clean.ToString().TrimEnd() + "\u2026";
            }
            if (Rune.IsWhiteSpace(rune) || IsLineBreaking(rune))
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                {
                    clean.Append(' ');
                }
                continue;
            }
            marks = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
                ? marks + 1
                : 0;
            if (marks <= MostCombiningMarks && !IsInvisible(rune))
            {
                clean.Append(rune.ToString());
            }
        }
        return clean.ToString().TrimEnd();
    }

    private static bool IsLineBreaking(Rune rune) => rune.Value is 0x09 or 0x0A or 0x0D or 0x2028 or 0x2029;

    /// <summary>
    /// Controls, direction marks and overrides, zero-width and tag characters, private use, replacement.
    /// </summary>
    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned
        || rune.Value
            is 0x061C
                or (>= 0x200B and <= 0x200F)
                or (>= 0x202A and <= 0x202E)
                or (>= 0x2060 and <= 0x2069)
                or 0xFEFF
                or 0xFFFD
                or (>= 0xFE00 and <= 0xFE0F)
                or (>= 0xE0000 and <= 0xE0FFF);
}
