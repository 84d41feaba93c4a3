using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Scriban.Syntax;

namespace ReportEngine.Templates;

/// <summary>What of Markdown a report prints, and where a template has something else.</summary>
internal static class MarkdownRules
{
    public const string Printed = "headings, paragraphs, lists, bold, italics and links";

    private static MarkdownPipeline Pipeline { get; } = new MarkdownPipelineBuilder().DisableHtml().Build();

    public static string WordsOf(MarkdownObject markdown) =>
        markdown switch
        {
            QuoteBlock => "quotations",
            CodeBlock => "blocks of code, such as lines that begin with four blanks",
            ThematicBreakBlock => "rules across the page",
            _ => "this kind of Markdown",
        };

    /// <summary>
    /// The problems of the words between functions. What begins within a line is part of what stands before it, and
    /// what is set in may belong to a list: both are seen when the template is read.
    /// </summary>
    public static IEnumerable<Problem> Check(ScriptRawStatement words)
    {
        var text = words.Text.ToString();
        var span = words.Span;
        foreach (var block in Blocks(text).Where(block => block.Line > 0 || span.Start.Column == 0))
        {
            yield return new Problem(
                Places.Of(span.FileName, span.Start.Line + block.Line, 0),
                "RE226",
                "No report prints " + block.Words + ".",
                Printed
            );
        }
    }

    private static IEnumerable<(int Line, string Words)> Blocks(string text)
    {
        foreach (var (line, number) in text.Split('\n').Select((line, number) => (line, number)))
        {
            if (line.StartsWith('|'))
            {
                yield return (number, "tables of Markdown; {{ table }} makes them");
                break;
            }
        }
        if (Read(text) is not { } markdown)
        {
            yield return (0, "lists and quotations of so many levels");
            yield break;
        }
        foreach (var block in markdown.Where(block => block is QuoteBlock or FencedCodeBlock or ThematicBreakBlock))
        {
            yield return (block.Line, WordsOf(block));
        }
        foreach (var image in markdown.Descendants<LinkInline>().Where(link => link.IsImage))
        {
            yield return (image.Line, "pictures from elsewhere");
        }
    }

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
}
