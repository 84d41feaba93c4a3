using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace ReportEngine.Checking.Reading;

internal sealed record RichText(string Text, bool HasRaised);

/// <summary>The texts cells refer to by number, and how a text is read wherever it stands.</summary>
internal static partial class SharedStrings
{
    public static IReadOnlyList<RichText> Read(WorkbookPackage package, string part)
    {
        var all = new List<RichText>();
        using var reader = package.Open(part);
        while (reader.Read())
        {
            package.StopAtDepth(reader);
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                package.Budget.SpendItem();
                all.Add(Text(package, reader));
            }
        }
        return all;
    }

    /// <summary>
    /// The text within the element the reader stands on, without what only tells how to pronounce it.
    /// </summary>
    public static RichText Text(WorkbookPackage package, XmlReader reader)
    {
        var (text, raised, depth) = (new StringBuilder(), false, reader.Depth);
        if (reader.IsEmptyElement)
        {
            return new RichText("", false);
        }
        int? spoken = null;
        while (reader.Read() && reader.Depth > depth)
        {
            package.StopAtDepth(reader);
            if (spoken is { } within && reader.Depth > within)
            {
                continue;
            }
            spoken = reader is { NodeType: XmlNodeType.Element, LocalName: "rPh" } ? reader.Depth : null;
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "vertAlign" })
            {
                raised |= reader.GetAttribute("val") is "superscript" or "subscript";
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA)
            {
                Append(package, text, reader);
            }
        }
        return new RichText(Unescaped(text.ToString()), raised);
    }

    /// <summary>Characters that XML cannot hold are written as _x000A_.</summary>
    public static string Unescaped(string text) =>
        !text.Contains("_x", StringComparison.Ordinal)
            ? text
            : Escape()
                .Replace(
                    text,
                    found =>
                        (
                            (char)
                                int.Parse(
                                    found.Groups[1].ValueSpan,
                                    NumberStyles.HexNumber,
                                    CultureInfo.InvariantCulture
                                )
                        ).ToString()
                );

    private static void Append(WorkbookPackage package, StringBuilder text, XmlReader reader)
    {
        var buffer = new char[1024];
        for (
            var count = reader.ReadValueChunk(buffer, 0, buffer.Length);
            count > 0;
            count = reader.ReadValueChunk(buffer, 0, buffer.Length)
        )
        {
            text.Append(buffer, 0, count);
            package.Budget.Stop(
                text.Length > CheckLimits.CellCharacters,
                "A text of too many characters.",
                CheckLimits.CellCharacters
            );
        }
    }

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escape();
}
