using Scriban;
using Scriban.Parsing;
using Scriban.Syntax;

namespace ReportEngine.Templates;

/// <summary>What the parser says, with the place where it began rather than where it was noticed.</summary>
internal static class SyntaxProblems
{
    private const int Most = 20;
    private const string StrayEnd = "Found <end> statement without";

    public static IEnumerable<Problem> Of(Template parsed)
    {
        var open = parsed.Page is { } page ? Open(page.Body) : [];
        foreach (var block in open)
        {
            yield return new Problem(
                Places.Of(block),
                "RE207",
                "'" + Word(block) + "' is opened but not ended.",
                "{{ end }} after what belongs to it"
            );
        }
        foreach (var message in parsed.Messages.Where(one => one.Type == ParserMessageType.Error).Take(Most))
        {
            var isEnd = message.Message.Contains("<end> statement was not found", StringComparison.Ordinal);
            if (!isEnd)
            {
                var (found, expected) = WordsOf(message.Message);
                yield return new Problem(PlaceOf(message), "RE207", found, expected);
            }
            else if (open.Count == 0 && !message.Message.Contains("parsing else", StringComparison.Ordinal))
            {
                yield return new Problem(
                    Places.Of(message.Span),
                    "RE207",
                    "Something is opened but not ended.",
                    "{{ end }}"
                );
            }
        }
    }

    /// <summary>Of an end that ends nothing, the parser tells where its last letter is.</summary>
    private static string PlaceOf(LogMessage message)
    {
        var start = message.Span.Start;
        var isStray = message.Message.Contains(StrayEnd, StringComparison.Ordinal);
        return Places.Of(
            message.Span.FileName,
            start.Line,
            isStray ? Math.Max(0, start.Column - "end".Length + 1) : start.Column
        );
    }

    /// <summary>What the parser means, where it is a mistake that authors make.</summary>
    private static (string Found, string Expected) WordsOf(string message) =>
        message.Contains(StrayEnd, StringComparison.Ordinal)
            ? ("'end' ends nothing.", "one {{ end }} for each if, for and wrap")
        : message.Contains("must be preceded by another", StringComparison.Ordinal)
            ? ("'else' belongs to nothing.", "{{ if … }} or {{ for … }} before it")
        : message.Contains("assign expression", StringComparison.Ordinal)
            ? (
                "'=' cannot stand here.",
                "a colon after the name of an argument, as in platform: \"telegram\", or == to compare"
            )
        : ("This cannot be read: " + message, "what templates/README.md tells");

    /// <summary>The blocks that no end belongs to, the outermost first.</summary>
    private static List<ScriptStatement> Open(ScriptBlockStatement? block)
    {
        var open = new List<ScriptStatement>();
        while (block?.Statements is [.., var last] && Body(LastBlock(last)) is { } body)
        {
            if (!HasEnd(body))
            {
                open.Add(last);
            }
            block = body;
        }
        return open;
    }

    private static ScriptStatement? LastBlock(ScriptStatement? statement) =>
        statement switch
        {
            ScriptIfStatement { Else: { } other } => LastBlock(other),
            ScriptForStatement { Else: { } other } => other,
            _ => statement,
        };

    private static ScriptBlockStatement? Body(ScriptStatement? statement) =>
        statement switch
        {
            ScriptIfStatement one => one.Then,
            ScriptElseStatement one => one.Body,
            ScriptForStatement one => one.Body,
            ScriptWrapStatement one => one.Body,
            _ => null,
        };

    private static bool HasEnd(ScriptBlockStatement body) => body.Statements is [.., ScriptEndStatement];

    private static string Word(ScriptStatement block) =>
        block switch
        {
            ScriptForStatement => "for",
            ScriptWrapStatement => "wrap",
            _ => "if",
        };
}
