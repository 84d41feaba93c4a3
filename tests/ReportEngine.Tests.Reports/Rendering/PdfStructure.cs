using System.Globalization;
using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace ReportEngine.Tests.Reports.Rendering;

/// <summary>
/// The structure tree of a tagged PDF: each block on a line, with how many elements of each kind it holds.
/// </summary>
internal static class PdfStructure
{
    private static readonly HashSet<string> Containers = ["Document", "Part", "Sect", "Div", "NonStruct"];

    public static string Of(PdfDocument pdf)
    {
        var text = new StringBuilder();
        if (pdf.Structure.Catalog.CatalogDictionary.TryGet(NameToken.Create("StructTreeRoot"), out var root))
        {
            foreach (var child in Children(pdf, root))
            {
                Write(pdf, child, text);
            }
        }
        return text.ToString();
    }

    private static void Write(PdfDocument pdf, DictionaryToken element, StringBuilder text)
    {
        var kind = Kind(element);
        if (Containers.Contains(kind))
        {
            foreach (var child in Children(pdf, element))
            {
                Write(pdf, child, text);
            }
            return;
        }
        var inside = Descendants(pdf, element)
            .Select(Kind)
            .GroupBy(name => name, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Key} {group.Count()}"));
        var alternative = element.TryGet(NameToken.Create("Alt"), out _) ? " with alternative" : "";
        text.AppendLine((kind + alternative + ": " + string.Join(", ", inside)).TrimEnd(':', ' '));
    }

    private static IEnumerable<DictionaryToken> Descendants(PdfDocument pdf, DictionaryToken element) =>
        Children(pdf, element).SelectMany(child => Descendants(pdf, child).Prepend(child));

    private static IEnumerable<DictionaryToken> Children(PdfDocument pdf, IToken token) =>
        Resolve(pdf, token) is DictionaryToken parent && parent.TryGet(NameToken.Create("K"), out var kids)
            ? Resolve(pdf, kids) switch
            {
                ArrayToken array => array
                    .Data.Select(kid => Resolve(pdf, kid))
                    .OfType<DictionaryToken>()
                    .Where(IsElement),
                DictionaryToken single when IsElement(single) => [single],
                _ => [],
            }
            : [];

    private static bool IsElement(DictionaryToken token) => token.TryGet(NameToken.Create("S"), out _);

    private static string Kind(DictionaryToken element) =>
        element.TryGet(NameToken.Create("S"), out var name) && name is NameToken kind ? kind.Data : "?";

    private static IToken Resolve(PdfDocument pdf, IToken token) =>
        token is IndirectReferenceToken reference ? pdf.Structure.GetObject(reference.Data).Data : token;
}
