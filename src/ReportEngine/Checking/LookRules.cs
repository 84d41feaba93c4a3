using System.Globalization;
using ReportEngine.Checking.Reading;

namespace ReportEngine.Checking;

/// <summary>Type that can be read, and that follows the reader's own colours.</summary>
internal static class LookRules
{
    private const double SmallestSize = 10;
    private const double AdvisedSize = 12;
    private const int FirstSerifFamily = 1;
    private const int SansSerifFamily = 2;

    private static readonly string[] SerifFonts =
    [
        "Times",
        "Cambria",
        "Georgia",
        "Garamond",
        "Century",
        "Book Antiqua",
        "Bookman",
        "Palatino",
        "Constantia",
        "Courier",
        "Liberation Serif",
        "Noto Serif",
    ];

    private static readonly IReadOnlyList<Func<ReadCell, string?>> Traits =
    [
        cell => !cell.IsBlank && IsSerif(cell.Style) ? $"The font {cell.Style.Font} has serifs." : null,
        cell =>
            cell.IsBlank || cell.Style.Size >= AdvisedSize
                ? null
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"Letters of {cell.Style.Size} "
                        + $"points{(cell.Style.Size < SmallestSize ? ", too small to read" : "")}."
                ),
        cell => !cell.IsBlank && cell.Style.IsItalic ? "Italic letters." : null,
        cell => !cell.IsBlank && cell.Style.IsColoured ? "Letters in a colour of their own." : null,
        cell => cell.Style.IsFilled ? "A filled background." : null,
        cell => !cell.IsBlank && cell.Style.IsTurned ? "Text that is not horizontal." : null,
    ];

    public static readonly IReadOnlyList<CheckRule> All =
    [
        new(
            "F01",
            Severity.Warning,
            "sans serif of 12 points or more, upright, horizontal, automatic colour, no fill, no underline but "
                + "for links",
            "Set the plain style for these cells.",
            Looks
        ),
    ];

    /// <summary>Each trait once a sheet, at the first cell that has it.</summary>
    private static IEnumerable<Fault> Looks(ReadWorkbook book)
    {
        foreach (var sheet in book.Sheets)
        {
            foreach (var trait in Traits)
            {
                if (sheet.Cells.FirstOrDefault(cell => trait(cell) is not null) is { } cell)
                {
                    yield return new Fault(sheet.Name, cell.Address, trait(cell)!);
                }
            }
            var links = sheet.Links.Select(link => link.Cell).ToHashSet();
            if (
                sheet.Cells.FirstOrDefault(cell =>
                    !cell.IsBlank && cell.Style.IsUnderlined && !cell.HasFormula && !links.Contains(cell.Address)
                ) is
                { } underlined
            )
            {
                yield return new Fault(sheet.Name, underlined.Address, "Underlined words that are no link.");
            }
        }
    }

    private static bool IsSerif(ReadStyle style) =>
        style.FontFamily == FirstSerifFamily
        || (
            style.FontFamily != SansSerifFamily
            && SerifFonts.Any(font => style.Font.StartsWith(font, StringComparison.OrdinalIgnoreCase))
        );
}
