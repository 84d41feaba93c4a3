using System.Globalization;
using System.Text;
using static System.FormattableString;

namespace ReportEngine.Cases;

/// <summary>What a single value must be, by its column; text is kept as it stands.</summary>
internal static class ImportValues
{
    /// <summary>In UTF-16 units.</summary>
    public const int LongestText = 10_000;

    /// <summary>
    /// More followers than an account can have; nine hundred million such accounts do not overflow a sum.
    /// </summary>
    public const long MostWhole = 10_000_000_000;

    /// <summary>Up to here a number's units are exact.</summary>
    public const double MostReal = 1e15;

    public const string InstantForm = "an instant in UTC from 2000 to 2099, written 2025-07-24T18:59:59Z";
    public const string DateForm = "a day from 1900 to 2099, written 2025-07-24";

    private const int FirstYearOfDates = 1900;
    private const int FirstYearOfInstants = 2000;
    private const int LastYear = 2099;

    /// <summary>What a value of the column may be, in words; null for text.</summary>
    public static string? FormOf(ColumnSchema column) =>
        column.Form switch
        {
            ColumnForm.Integer => Invariant($"a whole number from -{MostWhole} to {MostWhole}"),
            ColumnForm.Real => Invariant($"a number from -{MostReal} to {MostReal}"),
            ColumnForm.Instant => InstantForm,
            ColumnForm.Date => DateForm,
            _ => null,
        };

    /// <summary>Numbers of things, not of rows: keys and what points to them are never added up.</summary>
    public static bool IsQuantity(ColumnSchema column) =>
        column.Form == ColumnForm.Real || column is { Form: ColumnForm.Integer, IsKey: false, References: null };

    /// <summary>The value to store, or what is wrong with it. Empty text is a missing value.</summary>
    public static Finding? Read(ColumnSchema column, string text, out object value)
    {
        value = DBNull.Value;
        if (text.Length == 0)
        {
            return column.Required ? ImportFindings.Empty(column) : null;
        }
        if (text.Length > LongestText)
        {
            return ImportFindings.TooLong(column, text.Length, LongestText);
        }
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            return ImportFindings.Nul(column);
        }
        var finding = ReadForm(column, text, ref value);
        return finding is null && column.Codes.Count > 0 && !column.Codes.Contains(text, StringComparer.Ordinal)
            ? ImportFindings.UnknownCode(column, text, column.Codes)
            : finding;
    }

    private static Finding? ReadForm(ColumnSchema column, string text, ref object value)
    {
        switch (column.Form)
        {
            case ColumnForm.Integer:
                if (
                    text[0] == '+'
                    || !long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
                )
                {
                    return ImportFindings.NotWhole(column, text);
                }
                value = whole;
                // A key names a row: what would be another text when it is read again names nothing.
                if (!IsQuantity(column) && text != whole.ToString(CultureInfo.InvariantCulture))
                {
                    return ImportFindings.KeyForm(column, text, whole);
                }
                return IsQuantity(column) && whole is > MostWhole or < -MostWhole
                    ? ImportFindings.TooLarge(column, text)
                    : null;
            case ColumnForm.Real:
                if (
                    text[0] == '+'
                    || !double.TryParse(text, Decimal, CultureInfo.InvariantCulture, out var number)
                    || !double.IsFinite(number)
                )
                {
                    return ImportFindings.NotNumber(column, text);
                }
                value = number;
                return Math.Abs(number) > MostReal ? ImportFindings.TooLarge(column, text) : null;
            case ColumnForm.Instant when !IsInstant(text):
                return ImportFindings.NotInstant(column, text);
            case ColumnForm.Date when !IsDate(text):
                return ImportFindings.NotDate(column, text);
            case ColumnForm.Text when IsBlank(text):
                return ImportFindings.Blank(column);
            default:
                value = text;
                return null;
        }
    }

    private const NumberStyles Decimal =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>2025-07-24T18:59:59Z and nothing else, so that the order of texts is the order of time.</summary>
    private static bool IsInstant(ReadOnlySpan<char> text) =>
        text.Length == 20
        && IsDate(text[..10], FirstYearOfInstants)
        && text[10] == 'T'
        && text[13] == ':'
        && text[16] == ':'
        && text[19] == 'Z'
        && Digits(text[11..13]) is >= 0 and < 24
        && Digits(text[14..16]) is >= 0 and < 60
        && Digits(text[17..19]) is >= 0 and < 60;

    private static bool IsDate(ReadOnlySpan<char> text, int firstYear = FirstYearOfDates) =>
        text.Length == 10
        && text[4] == '-'
        && text[7] == '-'
        && Digits(text[..4]) is var year
        && year >= firstYear
        && year <= LastYear
        && Digits(text[5..7]) is >= 1 and <= 12 and var month
        && Digits(text[8..10]) is >= 1 and var day
        && day <= DateTime.DaysInMonth(year, month);

    /// <summary>Nothing in it leaves a mark on paper: blanks, joiners, marks of direction.</summary>
    private static bool IsBlank(string text) =>
        !char.IsAsciiLetterOrDigit(text[0])
        && text.EnumerateRunes()
            .All(rune =>
                Rune.IsWhiteSpace(rune)
                || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control
            );

    /// <summary>-1 when anything but 0 to 9 stands there.</summary>
    private static int Digits(ReadOnlySpan<char> text)
    {
        var number = 0;
        foreach (var character in text)
        {
            if (!char.IsAsciiDigit(character))
            {
                return -1;
            }
            number = (10 * number) + (character - '0');
        }
        return number;
    }
}
