using System.Globalization;

namespace ReportEngine.Cases;

/// <summary>What a single value must be, by its column; text is kept as it stands.</summary>
internal static class ImportValues
{
    /// <summary>In UTF-16 units.</summary>
    public const int LongestText = 10_000;

    private const int FirstYear = 1900;
    private const int LastYear = 2099;

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
                if (text[0] == '+' || !long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
                {
                    return ImportFindings.NotWhole(column, text);
                }
                value = whole;
                return null;
            case ColumnForm.Real:
                if (text[0] == '+' || !double.TryParse(text, Decimal, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
                {
                    return ImportFindings.NotNumber(column, text);
                }
                value = number;
                return null;
            case ColumnForm.Instant when !IsInstant(text):
                return ImportFindings.NotInstant(column, text);
            case ColumnForm.Date when !IsDate(text):
                return ImportFindings.NotDate(column, text);
            default:
                value = text;
                return null;
        }
    }

    private const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>2025-07-24T18:59:59Z and nothing else, so that the order of texts is the order of time.</summary>
    private static bool IsInstant(ReadOnlySpan<char> text) =>
        text.Length == 20 && IsDate(text[..10]) && text[10] == 'T' && text[13] == ':' && text[16] == ':' && text[19] == 'Z'
        && Digits(text[11..13]) is >= 0 and < 24 && Digits(text[14..16]) is >= 0 and < 60 && Digits(text[17..19]) is >= 0 and < 60;

    private static bool IsDate(ReadOnlySpan<char> text) =>
        text.Length == 10 && text[4] == '-' && text[7] == '-'
        && Digits(text[..4]) is >= FirstYear and <= LastYear and var year
        && Digits(text[5..7]) is >= 1 and <= 12 and var month
        && Digits(text[8..10]) is >= 1 and var day && day <= DateTime.DaysInMonth(year, month);

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
