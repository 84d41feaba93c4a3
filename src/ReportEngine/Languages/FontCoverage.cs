using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ReportEngine.Languages;

/// <summary>
/// The letters that the fonts of PDFs and pictures have, read from coverage.json, which is made from the fonts
/// themselves: so that whoever brings a letter in is told, before anything is set.
/// </summary>
public static class FontCoverage
{
    private static readonly Lazy<List<(int First, int Last)>> Ranges = new(Read);

    /// <summary>
    /// The first letter of a text that no font has, as printed after <see cref="PlainText.Clean"/>; null when each
    /// has one.
    /// </summary>
    public static Rune? FirstMissing(string text)
    {
        if (Ascii.IsValid(text))
        {
            return null;
        }
        foreach (var rune in PlainText.Clean(text, int.MaxValue).EnumerateRunes())
        {
            if (!rune.IsAscii && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format && !Has(rune.Value))
            {
                return rune;
            }
        }
        return null;
    }

    private static bool Has(int code)
    {
        var place = Ranges.Value.BinarySearch((code, int.MaxValue));
        return place >= 0 || (~place > 0 && Ranges.Value[~place - 1].Last >= code);
    }

    private static List<(int First, int Last)> Read()
    {
        using var stream = typeof(FontCoverage).Assembly.GetManifestResourceStream("coverage.json")!;
        return
        [
            .. JsonSerializer
                .Deserialize<Dictionary<string, string>>(stream)!
                .Values.SelectMany(ranges => ranges.Split(' '))
                .Select(range => range.Split('-'))
                .Select(ends => (First: Code(ends[0]), Last: Code(ends[^1])))
                .OrderBy(range => range.First),
        ];
    }

    private static int Code(string hex) => int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
