using System.Globalization;
using System.Text.RegularExpressions;
using ReportEngine.Figures;
using ReportEngine.Languages;

namespace ReportEngine.Documents;

/// <summary>
/// A sentence of the engine with figures in it: its pattern is put in the language, and each {0} in that is an inline,
/// in the order that the language has them.
/// </summary>
internal static partial class Phrase
{
    /// <param name="english">With {0}, {1} …; a key of the language files.</param>
    public static IReadOnlyList<Inline> Of(Language language, string english, params IReadOnlyList<PhrasePart> parts)
    {
        var content = new List<Inline>();
        foreach (var piece in Places().Split(language.Say(english)))
        {
            content.AddRange(
                Places().IsMatch(piece) ? parts[int.Parse(piece[1..^1], CultureInfo.InvariantCulture)].Content
                : piece.Length > 0 ? [new TextRun(piece)]
                : []
            );
        }
        return content;
    }

    /// <summary>Sentences after each other; those that are null or empty are left out.</summary>
    public static IReadOnlyList<Inline> Sentences(params IEnumerable<IReadOnlyList<Inline>?> sentences)
    {
        var content = new List<Inline>();
        foreach (var sentence in sentences.OfType<IReadOnlyList<Inline>>().Where(sentence => sentence.Count > 0))
        {
            content.AddRange(content.Count == 0 ? sentence : [new TextRun(" "), .. sentence]);
        }
        return content;
    }

    /// <summary>Things in a row: "a, b, c".</summary>
    public static PhrasePart List(
        Language language,
        IEnumerable<IReadOnlyList<Inline>> items,
        string separator = ", "
    ) =>
        new([
            .. items.SelectMany((item, index) => index == 0 ? item : [new TextRun(language.Say(separator)), .. item]),
        ]);

    /// <summary>What this period's figure is: it stands out.</summary>
    public static PhrasePart Bold(Figure figure, FigureForm form = FigureForm.Whole) =>
        new([new Strong([new FigureRun(figure, form)])]);

    public static PhrasePart Plain(Figure figure, FigureForm form = FigureForm.Whole) =>
        new([new FigureRun(figure, form)]);

    /// <summary>A name of the register or of a code, in the language.</summary>
    public static PhrasePart Name(Language language, string label) => PlainText.Clean(language.Say(label));

    [GeneratedRegex(@"(\{[0-9]\})", RegexOptions.CultureInvariant)]
    private static partial Regex Places();
}

/// <summary>What stands in a place of a <see cref="Phrase"/>.</summary>
internal readonly record struct PhrasePart(IReadOnlyList<Inline> Content)
{
    public static implicit operator PhrasePart(string words) => new([new TextRun(words)]);
}
