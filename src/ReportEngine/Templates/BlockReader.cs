using System.Globalization;
using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using ReportEngine.Documents;
using Block = ReportEngine.Documents.Block;
using Inline = ReportEngine.Documents.Inline;

namespace ReportEngine.Templates;

/// <summary>
/// Turns parsed Markdown into blocks, and placeholders into the tables, charts and figures they stand for.
/// </summary>
internal sealed class BlockReader(IReadOnlyList<Placed> placed)
{
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);

    public IReadOnlyList<Block> Read(MarkdownDocument markdown)
    {
        var root = new List<Block>();
        var open = new Stack<(NoteStart Note, List<Block> Content)>();
        var current = root;
        foreach (var block in markdown.SelectMany(Blocks))
        {
            switch (block)
            {
                case Pending { Placed: NoteStart note }:
                    open.Push((note, current));
                    current = [];
                    break;
                case Pending { Placed: NoteEnd } when open.Count > 0:
                    var (opened, outer) = open.Pop();
                    outer.Add(new Note(opened.Title, current));
                    current = outer;
                    break;
                case Pending { Placed: PlacedBlocks blocks }:
                    current.AddRange(blocks.Blocks);
                    break;
                default:
                    current.Add(block);
                    break;
            }
        }
        var metrics = Document.MetricsOf(root);
        return [.. root.Select(block => block is Definitions ? new Definitions(metrics) : block)];
    }

    private IEnumerable<Block> Blocks(MarkdownObject markdown) =>
        markdown switch
        {
            HeadingBlock heading =>
            [
                new Heading(heading.Level, Inlines(heading.Inline), IdOf(Inlines(heading.Inline))),
            ],
            ParagraphBlock paragraph => Paragraphs(Inlines(paragraph.Inline)),
            Markdig.Syntax.ListBlock list =>
            [
                new Documents.ListBlock(
                    list.IsOrdered,
                    [
                        .. list.OfType<ListItemBlock>()
                            .Select(item =>
                                (IReadOnlyList<Inline>)
                                    [
                                        .. item.OfType<ParagraphBlock>()
                                            .SelectMany(paragraph => Inlines(paragraph.Inline)),
                                    ]
                            ),
                    ]
                ),
            ],
            _ => [new Paragraph([new TextRun(PlainText.Clean(markdown.ToString() ?? ""))])],
        };

    /// <summary>A paragraph, cut where a table, chart or note stands in it.</summary>
    private static IEnumerable<Block> Paragraphs(IReadOnlyList<Inline> content)
    {
        var words = new List<Inline>();
        foreach (var inline in content)
        {
            if (inline is PendingRun { Placed: var one })
            {
                if (HasWords(words))
                {
                    yield return new Paragraph([.. words]);
                }
                words.Clear();
                yield return new Pending(one);
            }
            else
            {
                words.Add(words.Count == 0 && inline is TextRun first ? new TextRun(first.Text.TrimStart()) : inline);
            }
        }
        if (HasWords(words))
        {
            yield return new Paragraph([.. words]);
        }
    }

    private static bool HasWords(List<Inline> content) =>
        content.Exists(inline => inline is not TextRun run || !string.IsNullOrWhiteSpace(run.Text));

    private IReadOnlyList<Inline> Inlines(ContainerInline? container) =>
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
            HtmlEntityInline entity => [new TextRun(entity.Transcoded.ToString())],
            EmphasisInline { DelimiterCount: 2 } strong => [new Strong(Inlines((ContainerInline)strong))],
            EmphasisInline emphasis => [new Emphasis(Inlines((ContainerInline)emphasis))],
            LinkInline { Url: { } url } link when IsSafe(url) =>
            [
                new Documents.Link(url, Inlines((ContainerInline)link)),
            ],
            CodeInline code => [new TextRun(code.Content)],
            ContainerInline container => Inlines(container),
            _ => [],
        };

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
            var one = placed[int.Parse(rest.AsSpan(start + 1, end - start - 1), CultureInfo.InvariantCulture)];
            yield return one is PlacedFigure figure ? new FigureRun(figure.Figure) : new PendingRun(one);
            rest = rest[(end + 1)..];
        }
        if (rest.Length > 0)
        {
            yield return new TextRun(rest);
        }
    }

    private string IdOf(IReadOnlyList<Inline> content)
    {
        var slug = new StringBuilder();
        foreach (var character in string.Concat(content.OfType<TextRun>().Select(run => run.Text)).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                slug.Append(character);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }
        var stem = slug.ToString().Trim('-');
        var id = stem.Length == 0 ? "section" : stem;
        for (var number = 2; !ids.Add(id); number++)
        {
            id = FormattableString.Invariant($"{stem}-{number}");
        }
        return id;
    }

    private static bool IsSafe(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https" or "mailto");

    /// <summary>Blocks on the way out of the paragraph that their placeholder stands in.</summary>
    private sealed record Pending(Placed Placed) : Block;

    private sealed record PendingRun(Placed Placed) : Inline;
}
