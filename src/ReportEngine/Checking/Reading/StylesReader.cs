using System.Globalization;
using System.Xml.Linq;

namespace ReportEngine.Checking.Reading;

/// <summary>The looks of cells from the part for styles, in the order cells refer to them.</summary>
internal static class StylesReader
{
    private const int Heading1 = 16;
    private const int TextColour = 1;
    private const int LinkColour = 10;
    private const int SystemTextColour = 64;

    public static readonly ReadStyle Plain = new(
        "",
        0,
        11,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        NumberFormat.General
    );

    public static IReadOnlyList<ReadStyle> Read(XElement styles)
    {
        var fonts = Items(styles, "fonts");
        var fills = Items(styles, "fills").Select(IsFill).ToList();
        var formats = Items(styles, "numFmts")
            .GroupBy(format => Number(format, "numFmtId"))
            .ToDictionary(group => group.Key, group => (string?)group.First().Attribute("formatCode") ?? "");
        var named = Items(styles, "cellStyles")
            .Where(style => Number(style, "builtinId", -1) == Heading1)
            .Select(style => Number(style, "xfId"))
            .ToHashSet();
        var parents = Items(styles, "cellStyleXfs");
        return [.. Items(styles, "cellXfs").Select(cell => Style(cell, fonts, fills, formats, named, parents))];
    }

    public static XElement? Child(XElement? element, string name) =>
        element?.Elements().FirstOrDefault(one => one.Name.LocalName == name);

    public static int Number(XElement? element, string name, int other = 0) =>
        int.TryParse(
            (string?)element?.Attribute(name),
            NumberStyles.Integer,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : other;

    public static bool IsOn(XElement? element, string name, bool other = false) =>
        (string?)element?.Attribute(name) switch
        {
            null => other,
            "1" or "true" or "on" => true,
            _ => false,
        };

    private static ReadStyle Style(
        XElement cell,
        IReadOnlyList<XElement> fonts,
        IReadOnlyList<bool> fills,
        Dictionary<int, string> formats,
        HashSet<int> headings,
        IReadOnlyList<XElement> parents
    )
    {
        var parent = Number(cell, "xfId");
        var font = fonts.ElementAtOrDefault(Number(cell, "fontId"));
        var format = Number(cell, "numFmtId");
        var alignment = Child(cell, "alignment") ?? Child(parents.ElementAtOrDefault(parent), "alignment");
        return new ReadStyle(
            (string?)Child(font, "name")?.Attribute("val") ?? "",
            Number(Child(font, "family"), "val"),
            double.TryParse(
                (string?)Child(font, "sz")?.Attribute("val"),
                NumberStyles.Float,
                CultureInfo.InvariantCulture,
                out var size
            )
                ? size
                : Plain.Size,
            IsMarked(font, "i"),
            IsMarked(font, "u"),
            (string?)Child(font, "vertAlign")?.Attribute("val") is "superscript" or "subscript",
            Child(font, "color") is { } colour && !IsAutomatic(colour),
            fills.ElementAtOrDefault(Number(cell, "fillId")),
            Number(alignment, "textRotation") != 0,
            IsOn(alignment, "wrapText"),
            headings.Contains(parent),
            NumberFormat.Of(formats.GetValueOrDefault(format) ?? NumberFormat.BuiltIn(format))
        );
    }

    private static IReadOnlyList<XElement> Items(XElement styles, string name) =>
        [.. Child(styles, name)?.Elements() ?? []];

    /// <summary>An empty element turns a trait on; its value may turn it off.</summary>
    private static bool IsMarked(XElement? font, string name) =>
        Child(font, name) is { } mark && (string?)mark.Attribute("val") is not ("0" or "false" or "none");

    private static bool IsAutomatic(XElement colour) =>
        IsOn(colour, "auto")
        || Number(colour, "indexed", -1) == SystemTextColour
        || (Number(colour, "theme", -1) is TextColour or LinkColour && colour.Attribute("tint") is null);

    private static bool IsFill(XElement fill) =>
        Child(fill, "gradientFill") is not null
        || (string?)Child(fill, "patternFill")?.Attribute("patternType") is not (null or "none" or "gray125");
}
