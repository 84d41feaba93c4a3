using Scriban;
using Scriban.Parsing;
using Scriban.Syntax;

namespace ReportEngine.Templates;

/// <summary>What the parser says, with the place where it began rather than where it was noticed.</summary>
internal static class SyntaxProblems
{
    private const int Most = 20;

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
            if (!isEnd || open.Count == 0)
            {
                yield return new Problem(
                    Places.Of(message.Span),
                    "RE207",
                    "This cannot be read: " + message.Message,
                    "what templates/README.md tells"
                );
            }
        }
    }

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
