using DocumentFormat.OpenXml.Spreadsheet;

namespace ReportEngine.Rendering;

/// <summary>The few cell formats of our workbooks; Heading 1 is tagged with the built-in style screen readers know.</summary>
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

    private const uint DateFormatId = 164;
    private const uint OneDecimalFormatId = 165;
    private const uint PercentFormatId = 166;
    private const uint BuiltInHeading1 = 16;

    public static uint Of(FlatKind kind) => kind switch
    {
        FlatKind.Whole => Whole,
        FlatKind.Percent => Percent,
        FlatKind.OneDecimal => OneDecimal,
        FlatKind.TwoDecimals => TwoDecimals,
        FlatKind.Date => Date,
        _ => Wrapped,
    };

    public static Stylesheet Sheet() => new(
        new NumberingFormats(
            Format(DateFormatId, "d mmm yyyy"), Format(OneDecimalFormatId, "#,##0.0"), Format(PercentFormatId, "0.0%"))
        { Count = 3 },
        new Fonts(Font(12), Font(16, bold: true), Font(12, bold: true), Font(12, underline: true)) { Count = 4 },
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }))
        { Count = 2 },
        new Borders(
            new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
            new Border(new LeftBorder(), new RightBorder(), new TopBorder(),
                new BottomBorder { Style = BorderStyleValues.Thin }, new DiagonalBorder()))
        { Count = 2 },
        new CellStyleFormats(
            new CellFormat { FontId = 0, FillId = 0, BorderId = 0, NumberFormatId = 0 },
            new CellFormat { FontId = 1, FillId = 0, BorderId = 0, NumberFormatId = 0, ApplyFont = true })
        { Count = 2 },
        new CellFormats(
            Cell(0),
            Cell(1, style: 1),
            Cell(2, border: 1, alignment: new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }),
            Cell(2, border: 1, alignment: new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top, Horizontal = HorizontalAlignmentValues.Right }),
            Cell(0, alignment: new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }),
            Cell(0, format: 3),
            Cell(0, format: PercentFormatId),
            Cell(0, format: OneDecimalFormatId),
            Cell(0, format: 4),
            Cell(0, format: DateFormatId),
            Cell(0, alignment: new Alignment { Horizontal = HorizontalAlignmentValues.Right, Vertical = VerticalAlignmentValues.Top }),
            Cell(3))
        { Count = 12 },
        new CellStyles(
            new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 },
            new CellStyle { Name = "Heading 1", FormatId = 1, BuiltinId = BuiltInHeading1 })
        { Count = 2 });

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

    private static CellFormat Cell(uint font, uint format = 0, uint border = 0, uint style = 0, Alignment? alignment = null)
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
