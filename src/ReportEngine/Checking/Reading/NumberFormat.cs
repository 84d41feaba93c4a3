using System.Buffers;
using System.Text.RegularExpressions;

namespace ReportEngine.Checking.Reading;

internal enum NumberKind
{
    General,
    Number,
    Percent,
    Date,
    Text,
}

/// <summary>What a format code does to a number, from its section for positive numbers.</summary>
internal sealed partial record NumberFormat(NumberKind Kind, int Decimals, bool HasThousands)
{
    private static readonly SearchValues<char> DateLetters = SearchValues.Create("ymdhsYMDHS");

    public static readonly NumberFormat General = new(NumberKind.General, 0, false);

    /// <summary>
    /// Excel keeps no longer code; what is beyond it is not looked at, as a style may be used by any number of cells.
    /// </summary>
    private const int LongestCode = 255;

    public static NumberFormat Of(string code)
    {
        var plain = Literals().Replace((code.Length <= LongestCode ? code : code[..LongestCode]).Split(';')[0], "");
        if (plain.Trim().Equals("General", StringComparison.OrdinalIgnoreCase) || plain.Length == 0)
        {
            return General;
        }
        var point = plain.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : plain[(point + 1)..].TakeWhile(letter => letter is '0' or '#' or '?').Count();
        var kind =
            plain.Contains('@', StringComparison.Ordinal) ? NumberKind.Text
            : plain.AsSpan().ContainsAny(DateLetters) ? NumberKind.Date
            : plain.Contains('%', StringComparison.Ordinal) ? NumberKind.Percent
            : NumberKind.Number;
        return new NumberFormat(
            kind,
            kind is NumberKind.Number or NumberKind.Percent ? decimals : 0,
            plain.Contains(",0", StringComparison.Ordinal) || plain.Contains(",#", StringComparison.Ordinal)
        );
    }

    /// <summary>
    /// The code of a format every spreadsheet program knows by its number; the rest are written in the file.
    /// </summary>
    public static string BuiltIn(int id) =>
        id switch
        {
            1 => "0",
            2 => "0.00",
            3 or 37 or 38 => "#,##0",
            4 or 39 or 40 => "#,##0.00",
            9 => "0%",
            10 => "0.00%",
            (>= 14 and <= 22) or (>= 45 and <= 47) => "d mmm yyyy",
            11 or 48 => "0.00E+00",
            49 => "@",
            _ => "General",
        };

    [GeneratedRegex(
        """
            "[^"]*"|\\.|_.|\*.|\[[^\]]*\]
            """
    )]
    private static partial Regex Literals();
}
