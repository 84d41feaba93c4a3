using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ReportEngine.Rendering;

/// <summary>
/// The few cell formats of our workbooks; Heading 1 is tagged with the built-in style screen readers know.
/// </summary>
internal static class WorkbookStyles
{
    public const uint Text = 0;
    public const uint Heading1 = 1;
    public const uint Header = 2;
    public const uint NumberHeader = 3;
    public const uint Wrapped = 4;
    public const uint Whole = 5;
    public const uint Percent = 6;
    public const uint OneDecimal = 7;
    public const uint TwoDecimals = 8;
    public const uint Date = 9;
    public const uint MarkerText = 10;
    public const uint Link = 11;
    public const uint IndentedText = 19;
    public const uint IndentedHeader = 20;
    public const uint ThreeDecimals = 21;
    public const uint Key = 22;
    public const uint Hour = 23;

    private const uint FirstTotal = 12;

    private const uint DateFormatId = 164;
    private const uint OneDecimalFormatId = 165;
    private const uint PercentFormatId = 166;
    private const uint ThreeDecimalsFormatId = 167;
    private const uint HourFormatId = 168;
    private const uint BuiltInHeading1 = 16;

    public static uint Of(FlatKind kind) =>
        kind switch
        {
            FlatKind.Whole => Whole,
            FlatKind.Percent => Percent,
            FlatKind.OneDecimal => OneDecimal,
            FlatKind.TwoDecimals => TwoDecimals,
            FlatKind.ThreeDecimals => ThreeDecimals,
            FlatKind.Date => Date,
            FlatKind.Key => Key,
            FlatKind.Hour => Hour,
            _ => Wrapped,
        };

    /// <summary>The bold twin of a style, for rows of totals.</summary>
    public static uint Total(uint style) =>
        style is >= Wrapped and <= MarkerText ? style - Wrapped + FirstTotal : style;

    public static Stylesheet Sheet(bool rightToLeft) =>
        new(
            new NumberingFormats(
                Format(DateFormatId, rightToLeft ? "[$-420]d mmmm yyyy" : "d mmm yyyy"),
                Format(OneDecimalFormatId, "#,##0.0"),
                Format(PercentFormatId, "0.0%"),
                Format(ThreeDecimalsFormatId, "#,##0.000"),
                Format(HourFormatId, "yyyy-mm-dd hh:mm")
            )
            {
                Count = 5,
            },
            new Fonts(Font(12), Font(16, bold: true), Font(12, bold: true), Font(12, underline: true)) { Count = 4 },
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 })
            )
            {
                Count = 2,
            },
            new Borders(
                new Border(
                    new LeftBorder(),
                    new RightBorder(),
                    new TopBorder(),
                    new BottomBorder(),
                    new DiagonalBorder()
                ),
                new Border(
                    new LeftBorder(),
                    new RightBorder(),
                    new TopBorder(),
                    new BottomBorder { Style = BorderStyleValues.Thin },
                    new DiagonalBorder()
                )
            )
            {
                Count = 2,
            },
            new CellStyleFormats(
                new CellFormat
                {
                    FontId = 0,
                    FillId = 0,
                    BorderId = 0,
                    NumberFormatId = 0,
                },
                new CellFormat
                {
                    FontId = 1,
                    FillId = 0,
                    BorderId = 0,
                    NumberFormatId = 0,
                    ApplyFont = true,
                }
            )
            {
                Count = 2,
            },
            new CellFormats([
                Cell(0, alignment: Words(rightToLeft, VerticalAlignmentValues.Top, wrap: false)),
                Cell(1, style: 1, alignment: Words(rightToLeft, VerticalAlignmentValues.Top, wrap: false)),
                Cell(2, border: 1, alignment: Words(rightToLeft, VerticalAlignmentValues.Bottom)),
                Cell(
                    2,
                    border: 1,
                    alignment: new Alignment
                    {
                        WrapText = true,
                        Vertical = VerticalAlignmentValues.Bottom,
                        Horizontal = HorizontalAlignmentValues.Right,
                        ReadingOrder = Order(rightToLeft),
                    }
                ),
                .. Values(0, rightToLeft),
                Cell(3, alignment: Words(rightToLeft, VerticalAlignmentValues.Top, wrap: false)),
                .. Values(2, rightToLeft),
                Cell(0, alignment: Indented(rightToLeft, VerticalAlignmentValues.Top)),
                Cell(2, border: 1, alignment: Indented(rightToLeft, VerticalAlignmentValues.Bottom)),
                Cell(0, format: ThreeDecimalsFormatId),
                Cell(0, format: 1),
                Cell(0, format: HourFormatId),
            ])
            {
                Count = 24,
            },
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
                    BuiltinId = BuiltInHeading1,
                }
            )
            {
                Count = 2,
            }
        );

    /// <summary>The formats of values, from <see cref="Wrapped"/> to <see cref="MarkerText"/>, in a font.</summary>
    private static CellFormat[] Values(uint font, bool rightToLeft) =>
        [
            Cell(font, alignment: Words(rightToLeft, VerticalAlignmentValues.Top)),
            Cell(font, format: 3),
            Cell(font, format: PercentFormatId),
            Cell(font, format: OneDecimalFormatId),
            Cell(font, format: 4),
            Cell(font, format: DateFormatId, alignment: Indented(rightToLeft, VerticalAlignmentValues.Top)),
            Cell(
                font,
                alignment: new Alignment
                {
                    Horizontal = HorizontalAlignmentValues.Right,
                    Vertical = VerticalAlignmentValues.Top,
                }
            ),
        ];

    /// <summary>Set off from the column before; an indent counts from the side the text is aligned to.</summary>
    private static Alignment Indented(bool rightToLeft, VerticalAlignmentValues vertical) =>
        new()
        {
            WrapText = true,
            Vertical = vertical,
            Horizontal = rightToLeft ? HorizontalAlignmentValues.Right : HorizontalAlignmentValues.Left,
            ReadingOrder = Order(rightToLeft),
            Indent = 1,
        };

    private static Alignment Words(bool rightToLeft, VerticalAlignmentValues vertical, bool wrap = true) =>
        new()
        {
            WrapText = wrap ? true : null,
            Vertical = vertical,
            Horizontal = rightToLeft ? HorizontalAlignmentValues.Right : null,
            ReadingOrder = Order(rightToLeft),
        };

    /// <summary>A cell that begins with Latin letters would else run from left to right; 2 is right to left.</summary>
    private static UInt32Value? Order(bool rightToLeft) => rightToLeft ? 2u : null;

    private static NumberingFormat Format(uint id, string code) => new() { NumberFormatId = id, FormatCode = code };

    private static Font Font(double size, bool bold = false, bool underline = false)
    {
        var font = new Font();
        if (bold)
        {
            font.Append(new Bold());
        }
        if (underline)
        {
            font.Append(new Underline());
        }
        font.Append(new FontSize { Val = size }, new FontName { Val = "Arial" }, new FontFamilyNumbering { Val = 2 });
        return font;
    }

    private static CellFormat Cell(
        uint font,
        uint format = 0,
        uint border = 0,
        uint style = 0,
        Alignment? alignment = null
    )
    {
        var cell = new CellFormat
        {
            FontId = font,
            FillId = 0,
            BorderId = border,
            NumberFormatId = format,
            FormatId = style,
            ApplyFont = true,
            ApplyNumberFormat = true,
            ApplyBorder = true,
        };
        cell.Alignment = alignment ?? new Alignment { Vertical = VerticalAlignmentValues.Top };
        cell.ApplyAlignment = true;
        return cell;
    }
}
