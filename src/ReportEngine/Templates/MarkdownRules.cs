using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Scriban.Syntax;

namespace ReportEngine.Templates;

/// <summary>What of Markdown a report prints, and where a template has something else.</summary>
internal static partial class MarkdownRules
{
    private const string Printed = "headings, paragraphs, lists, bold, italics and links";

    private static MarkdownPipeline Pipeline { get; } =
        new MarkdownPipelineBuilder().DisableHtml().UsePreciseSourceLocation().Build();

    /// <summary>Why a part of a text is not printed.</summary>
    public static Problem Refusal(string place, MarkdownObject markdown) =>
        markdown switch
        {
            QuoteBlock => Refusal(place, "quotations"),
            CodeBlock => Refusal(place, "blocks of code, such as lines that begin with four blanks"),
            ThematicBreakBlock => Refusal(place, "rules across the page"),
            LinkInline { IsImage: true } => Refusal(place, "pictures from elsewhere"),
            LinkInline link => new Problem(
                place,
                "RE226",
                "No report prints a link to '" + link.Url + "'.",
                "an address that begins with https:, http: or mailto:"
            ),
            CodeInline => Refusal(place, "words set as code"),
            ListItemBlock => Refusal(place, "lists within lists, or several paragraphs in one item"),
            _ => Refusal(place, "this kind of Markdown"),
        };

    /// <summary>
    /// The problems of the words between functions. What begins within a line is part of what stands before it, and
    /// what is set in may belong to a list: both are seen when the template is read.
    /// </summary>
    public static IEnumerable<Problem> Check(ScriptRawStatement words)
    {
        var text = words.Text.ToString();
        if (Brackets().Match(text) is { Success: true } bracket)
        {
            yield return new Problem(
                PlaceOf(bracket.Index),
                "RE207",
                $"'{bracket.Value}' would be printed as it stands.",
                "functions between {{ and }}, each opened and closed once"
            );
        }
        if (Table().Match(text) is { Success: true } table && IsBlock(table.Index))
        {
            yield return Refusal(PlaceOf(table.Index), "tables of Markdown; {{ table }} makes them");
        }
        if (Read(text) is not { } markdown)
        {
            yield return Refusal(PlaceOf(0), "lists and quotations of so many levels");
            yield break;
        }
        foreach (var block in markdown.Where(block => block is QuoteBlock or FencedCodeBlock or ThematicBreakBlock))
        {
            if (IsBlock(block.Span.Start))
            {
                yield return Refusal(PlaceOf(block.Span.Start), block);
            }
        }
        foreach (var link in markdown.Descendants<LinkInline>().Where(link => link.IsImage || !IsSafe(link.Url ?? "")))
        {
            yield return Refusal(PlaceOf(link.Span.Start), link);
        }
        foreach (var code in markdown.Descendants<CodeInline>())
        {
            yield return Refusal(PlaceOf(code.Span.Start), code);
        }
        foreach (var entity in markdown.Descendants<HtmlEntityInline>())
        {
            if (TemplateGuard.OfWords(PlaceOf(entity.Span.Start), entity.Transcoded.ToString()) is { } unseen)
            {
                yield return unseen;
            }
        }

        string PlaceOf(int offset) => Places.Of(words.Span, text, offset);
        bool IsBlock(int offset) => words.Span.Start.Column == 0 || text.AsSpan(0, offset).Contains('\n');
    }

    public static bool IsSafe(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https" or "mailto");

    /// <summary>Null where it is nested too deeply to be read.</summary>
    public static MarkdownDocument? Read(string text)
    {
        try
        {
            return Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static Problem Refusal(string place, string what) =>
        new(place, "RE226", "No report prints " + what + ".", Printed);

    /// <summary>What closes nothing, or a function between brackets that are not doubled.</summary>
    [GeneratedRegex("""\}\}|\{ *(table|chart|figures?|include|wrap|if|for|end|points|definitions|page_break)\b""")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"^\|", RegexOptions.Multiline)]
    private static partial Regex Table();
}
