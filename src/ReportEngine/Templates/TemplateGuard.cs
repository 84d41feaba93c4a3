using System.Globalization;
using System.Text;
using ReportEngine.Languages;
using Scriban.Parsing;

namespace ReportEngine.Templates;

/// <summary>
/// What must be refused before Scriban's parser reads a template, and for which it has no setting: numbers that keep it
/// busy for minutes, what it would end at or accept without a word, and signs that nobody sees. Its lexer alone, which
/// works nothing out, cuts the text up.
/// </summary>
internal static class TemplateGuard
{
    internal const int LongestTemplate = 200_000;
    private const StringComparison Ordinal = StringComparison.Ordinal;
    private const int LongestName = 60;
    private const int MostDigits = 9;
    private const int LongestQuoted = 20;
    private const string DoubleQuotes = "words in \"double quotes\"";

    /// <summary>Quotes as text processors write them.</summary>
    private const string Curly = "\u201c\u201d\u201e\u2018\u2019\u201a\u00ab\u00bb";

    /// <summary>
    /// What is refused, and the text with what was refused blanked out, for the parser to find the rest; null where
    /// blocks that begin or end were among it, so that the rest would be misread.
    /// </summary>
    public static (IReadOnlyList<Problem> Problems, string? Remaining) Check(string file, string text)
    {
        if (text.Length > LongestTemplate)
        {
            var tooLong = new Problem(
                file,
                "RE208",
                "The template is longer than 200,000 characters.",
                "a shorter template"
            );
            return ([tooLong], null);
        }
        var problems = text.Split('\n').Select((line, number) => Sign(file, line, number)).OfType<Problem>().ToList();
        var rest = text;
        var isWhole = true;
        while (Refused(file, rest) is { } refused)
        {
            problems.Add(refused.Problem);
            isWhole &= refused.IsCall && problems.Count < ProblemList.Most;
            if (problems.Count >= ProblemList.Most)
            {
                break;
            }
            rest = rest[..refused.Start] + new string(' ', refused.End - refused.Start) + rest[refused.End..];
        }
        return (problems, isWhole ? rest : null);
    }

    /// <summary>
    /// The first that is refused, with what stands around it from {{ to }}, or to the end of its line.
    /// </summary>
    private static (Problem Problem, int Start, int End, bool IsCall)? Refused(string file, string text)
    {
        if (First(text) is not { } first)
        {
            return null;
        }
        var start = first.Opened;
        var line = text.IndexOf('\n', first.At) is var next and >= 0 ? next : text.Length;
        var close = text.IndexOf("}}", first.At, line - first.At, Ordinal);
        var word = new string([
            .. text[Math.Min(start + 2, line)..line].TrimStart(' ', '~', '-').TakeWhile(char.IsAsciiLetter),
        ]);
        // What goes wrong after a function that is not closed is words.
        if (close < 0 && first.At > start && !text.AsSpan(start, first.At - start).Contains('\n'))
        {
            first = NotClosed(text, start, "{{ … }}");
        }
        return (
            new Problem(PlaceOf(file, text, first.At), first.Code, first.Found, first.Expected),
            start,
            close < 0 ? line : close + 2,
            word is not ("if" or "for" or "wrap" or "else" or "end")
        );
    }

    private static Problem? Sign(string file, string line, int number)
    {
        for (var column = 0; column < line.Length; column++)
        {
            if (!IsSeen(line[column]))
            {
                return new Problem(
                    Places.Of(file, number, column),
                    "RE217",
                    FormattableString.Invariant($"The sign U+{(int)line[column]:X4} cannot stand in a template."),
                    "letters and signs that are seen"
                );
            }
        }
        return FontCoverage.FirstMissing(line) is { } letter
            ? new Problem(
                Places.Of(file, number, line.IndexOf(letter.ToString(), StringComparison.Ordinal)),
                "RE215",
                FormattableString.Invariant($"No font of PDFs has the letter {letter} (U+{letter.Value:X4})."),
                "letters that are printed"
            )
            : null;
    }

    /// <summary>What is wrong with the signs of words that were read, whatever escape they were written with.</summary>
    public static Problem? OfWords(string place, string words) =>
        !words.All(IsSeen) || HasHalf(words)
            ? new Problem(place, "RE217", "A sign of these words is not seen.", "letters and signs that are seen")
        : FontCoverage.FirstMissing(words) is { } letter
            ? new Problem(
                place,
                "RE215",
                FormattableString.Invariant($"No font of PDFs has the letter {letter} (U+{letter.Value:X4})."),
                "letters that are printed"
            )
        : null;

    /// <summary>Half of a letter that is written as two.</summary>
    private static bool HasHalf(string words) =>
        words.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar) && !words.Contains('\ufffd');

    /// <summary>
    /// Neither a control, nor for private use, where our own placeholders stand, nor turning the direction of what
    /// follows.
    /// </summary>
    private static bool IsSeen(char sign) =>
        sign == '\t'
        || (
            char.GetUnicodeCategory(sign) is not (UnicodeCategory.Control or UnicodeCategory.PrivateUse)
            && sign is not (>= '\u202a' and <= '\u202e')
        );

    private static (int Opened, int At, string Code, string Found, string Expected)? First(string text)
    {
        Token? open = null;
        Token last = default;
        var dotted = new List<Token>();
        foreach (var token in new Lexer(text))
        {
            var read = last.End.Offset + 1;
            var opened = open?.Start.Offset ?? token.Start.Offset;
            if (token.Type is TokenType.Invalid or TokenType.String && Unclosed(text, token, read) is { } quote)
            {
                return (opened, quote, "RE207", "A quote is opened but not closed on its line.", DoubleQuotes);
            }
            if (last.Type == TokenType.String && token.Start.Offset == read && token.Type == TokenType.Identifier)
            {
                return (
                    opened,
                    last.Start.Offset,
                    "RE207",
                    "A quote is not closed, or another stands within it.",
                    DoubleQuotes
                );
            }
            if (token.Type == TokenType.Integer && dotted is [.., { Type: TokenType.Identifier } name, _])
            {
                var id = text[name.Start.Offset..(token.End.Offset + 1)];
                return (opened, name.Start.Offset, "RE216", $"'{id}' stands without quotes.", $"\"{id}\"");
            }
            dotted = token.Type is TokenType.Identifier or TokenType.Dot ? [.. dotted.TakeLast(1), token] : [];
            if (Refusal(text, token) is { } found)
            {
                return (opened, token.Start.Offset, "RE207", found, "names, and words in \"quotes\"");
            }
            open = token.Type switch
            {
                TokenType.CodeEnter or TokenType.EscapeEnter => token,
                TokenType.CodeExit or TokenType.EscapeExit => null,
                _ => open,
            };
            last = token;
        }
        if (open is not { } start)
        {
            return null;
        }
        var begun = start.Start.Offset;
        // A quote that is not closed takes the end of its function with it.
        var quoted = text.AsSpan(begun).IndexOfAny('"', '\'') is var place and >= 0 ? begun + place : text.Length;
        return text.AsSpan(quoted).Contains("}}", Ordinal)
            ? (begun, quoted, "RE207", "A quote is opened but not closed on its line.", DoubleQuotes)
            : NotClosed(text, begun, start.Type == TokenType.CodeEnter ? "{{ … }}" : "{%{ … }%}");
    }

    private static (int Opened, int At, string Code, string Found, string Expected) NotClosed(
        string text,
        int start,
        string expected
    ) =>
        (
            start,
            start,
            "RE207",
            "'" + text[start..Math.Min(text.Length, start + expected.IndexOf(' '))] + "' is opened but not closed.",
            expected
        );

    private static string? Refusal(string text, Token token) =>
        token.Type switch
        {
            TokenType.Float or TokenType.HexaInteger or TokenType.BinaryInteger => "'"
                + Words(text, token)
                + "' is no number that a template may hold.",
            TokenType.Integer when Words(text, token) is var digits && !IsPlain(digits) => "'"
                + digits
                + "' is no number that a template may hold.",
            TokenType.Identifier or TokenType.IdentifierSpecial when Length(token) > LongestName => "'"
                + Words(text, token)
                + "…' is longer than any name.",
            TokenType.BeginInterpolatedString or TokenType.InterpolatedString or TokenType.VerbatimString =>
                "Words stand in plain quotes.",
            TokenType.Invalid when token.Start.Offset < text.Length && Curly.Contains(text[token.Start.Offset]) =>
                "Quotes are straight in a template.",
            TokenType.Comma => "Between what follows a function stand blanks and no commas.",
            _ => null,
        };

    private static bool IsPlain(string digits) => digits.Length <= MostDigits && digits.All(char.IsAsciiDigit);

    /// <summary>
    /// Where the quote begins that the end of the function, the line or the file cuts off; null for none.
    /// </summary>
    private static int? Unclosed(string text, Token token, int read)
    {
        if (token.Type == TokenType.String)
        {
            var words = text.AsSpan(token.Start.Offset, Length(token));
            return words.Contains('\n') || (words.Contains("}}", Ordinal) && !words.Contains("{{", Ordinal))
                ? token.Start.Offset
                : null;
        }
        if (token.Start.Offset < text.Length)
        {
            return null;
        }
        var quote = text.AsSpan(Math.Min(read, text.Length)).IndexOfAny('"', '\'');
        return quote < 0 ? null : read + quote;
    }

    private static int Length(Token token) => token.End.Offset - token.Start.Offset + 1;

    private static string Words(string text, Token token) =>
        text.Substring(token.Start.Offset, Math.Min(LongestQuoted, Length(token)));

    private static string PlaceOf(string file, string text, int offset)
    {
        var before = text.AsSpan(0, offset);
        return Places.Of(file, before.Count('\n'), offset - 1 - before.LastIndexOf('\n'));
    }
}
