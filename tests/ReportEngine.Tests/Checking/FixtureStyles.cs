using DocumentFormat.OpenXml.Spreadsheet;

namespace ReportEngine.Tests.Checking;

/// <summary>The cell formats of the fixtures: the first six are good, the rest each break one rule.</summary>
internal static class FixtureStyles
{
    public const uint Plain = 0;
    public const uint Heading = 1;
    public const uint Wrapped = 2;
    public const uint Whole = 3;
    public const uint Percent = 4;
    public const uint Link = 5;
    public const uint Italic = 6;
    public const uint Serif = 7;
    public const uint Small = 8;
    public const uint Coloured = 9;
    public const uint Filled = 10;
    public const uint Turned = 11;
    public const uint Raised = 12;
    public const uint TwoDecimals = 13;

    private const uint PercentFormat = 164;

    public static Stylesheet Sheet() =>
        new(
            new NumberingFormats(new NumberingFormat { NumberFormatId = PercentFormat, FormatCode = "0.0%" }),
            new Fonts(
                Letters(),
                new Font(new Bold(), new FontSize { Val = 16 }, new FontName { Val = "Arial" }),
                Letters(new Underline()),
                Letters(new Italic()),
                new Font(new FontSize { Val = 12 }, new FontName { Val = "Times New Roman" }),
                new Font(new FontSize { Val = 9 }, new FontName { Val = "Arial" }),
                new Font(new FontSize { Val = 12 }, new Color { Rgb = "FFFF0000" }, new FontName { Val = "Arial" }),
                Letters(new VerticalTextAlignment { Val = VerticalAlignmentRunValues.Superscript })
            ),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                new Fill(new PatternFill { PatternType = PatternValues.Solid })
            ),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat(), new CellFormat { FontId = 1 }),
            new CellFormats(
                Cell(0, wrap: false),
                new CellFormat { FontId = 1, FormatId = 1 },
                Cell(0),
                Cell(0, format: 3),
                Cell(0, format: PercentFormat),
                Cell(2),
                Cell(3),
                Cell(4),
                Cell(5),
                Cell(6),
                Cell(0, fill: 2),
                Cell(0, rotation: 90),
                Cell(7),
                Cell(0, format: 10)
            ),
            new CellStyles(
                new CellStyle
                {
                    Name = "Normal",
                    FormatId = 0,
                    BuiltinId = 0,
                },
                new CellStyle
                {
                    Name = "Heading 1",
                    FormatId = 1,
                    BuiltinId = 16,
                }
            )
        );

    private static Font Letters(params DocumentFormat.OpenXml.OpenXmlElement[] traits) =>
        new([
            .. traits.Where(trait => trait is not VerticalTextAlignment),
            .. traits.OfType<VerticalTextAlignment>(),
            new FontSize { Val = 12 },
            new FontName { Val = "Arial" },
        ]);

    private static CellFormat Cell(uint font, uint format = 0, uint fill = 0, uint rotation = 0, bool wrap = true) =>
        new(new Alignment { WrapText = wrap, TextRotation = rotation })
        {
            FontId = font,
            NumberFormatId = format,
            FillId = fill,
        };
}
