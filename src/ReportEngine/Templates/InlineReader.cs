using System.Globalization;
using Markdig.Syntax.Inlines;
using ReportEngine.Documents;
using Inline = ReportEngine.Documents.Inline;

namespace ReportEngine.Templates;

/// <summary>What is put between the words of a line and ends them: a table, a chart, a note.</summary>
internal sealed record PendingRun(int Index) : Inline;

/// <summary>Turns the words of a line into runs, and placeholders into figures.</summary>
/// <param name="placed">By the index of their placeholders.</param>
/// <param name="placeOf">Where what stands at an offset of the Markdown was written.</param>
/// <param name="problems">Takes what no report prints.</param>
internal sealed class InlineReader(IReadOnlyList<Placed> placed, Func<int, string> placeOf, List<Problem> problems)
{
    private readonly List<int> figures = [];

    /// <summary>The indexes of the figures read so far, in their order.</summary>
    public IReadOnlyList<int> Figures => figures;

    public IReadOnlyList<Inline> Read(ContainerInline? container) =>
        container is null ? [] : Joined(container.SelectMany(Inlines));

    /// <summary>Neighbouring words as one run; Markdown cuts them at every escaped sign.</summary>
    private static List<Inline> Joined(IEnumerable<Inline> inlines)
    {
        var joined = new List<Inline>();
        foreach (var inline in inlines)
        {
            if (inline is TextRun run && joined.LastOrDefault() is TextRun last)
            {
                joined[^1] = new TextRun(last.Text + run.Text);
            }
            else
            {
                joined.Add(inline);
            }
        }
        return joined;
    }

    private IEnumerable<Inline> Inlines(Markdig.Syntax.Inlines.Inline inline) =>
        inline switch
        {
            LiteralInline literal => Literal(literal.Content.ToString()),
            LineBreakInline => [new TextRun(" ")],
            HtmlEntityInline entity => Entity(entity),
            EmphasisInline { DelimiterCount: 2 } strong => [new Strong(Read((ContainerInline)strong))],
            EmphasisInline emphasis => [new Emphasis(Read((ContainerInline)emphasis))],
            LinkInline { Url: { } url } link when MarkdownRules.IsSafe(url) =>
            [
                new Documents.Link(url, Read((ContainerInline)link)),
            ],
            AutolinkInline { IsEmail: false } auto when MarkdownRules.IsSafe(auto.Url) =>
            [
                new Documents.Link(auto.Url, [new TextRun(auto.Url)]),
            ],
            AutolinkInline auto => [new TextRun(auto.Url)],
            CodeInline code => [new TextRun(code.Content)],
            LinkInline link => Words(link),
            ContainerInline container => Read(container),
            _ => [],
        };

    private IEnumerable<Inline> Entity(HtmlEntityInline entity)
    {
        var words = entity.Transcoded.ToString();
        problems.AddRange(TemplateGuard.OfWords(placeOf(entity.Span.Start), words) is { } unseen ? [unseen] : []);
        return [new TextRun(words)];
    }

    /// <summary>A link that is not printed as one would keep its words and lose its address without a word.</summary>
    private IReadOnlyList<Inline> Words(LinkInline link)
    {
        problems.Add(MarkdownRules.Refusal(placeOf(link.Span.Start), link));
        return Read((ContainerInline)link);
    }

    private IEnumerable<Inline> Literal(string text)
    {
        var rest = text;
        for (var start = rest.IndexOf(Placeholder.Start); start >= 0; start = rest.IndexOf(Placeholder.Start))
        {
            var end = rest.IndexOf(Placeholder.End, start);
            if (start > 0)
            {
                yield return new TextRun(rest[..start]);
            }
            var index = int.Parse(rest.AsSpan(start + 1, end - start - 1), CultureInfo.InvariantCulture);
            if (placed[index] is PlacedFigure figure)
            {
                figures.Add(index);
                yield return new FigureRun(figure.Figure);
            }
            else
            {
                yield return new PendingRun(index);
            }
            rest = rest[(end + 1)..];
        }
        if (rest.Length > 0)
        {
            yield return new TextRun(rest);
        }
    }
}
