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
internal sealed class BlockReader(IReadOnlyList<(Placed What, string Place)> placed, string file)
{
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly HashSet<int> read = [];
    private readonly List<Problem> problems = [];

    /// <exception cref="ReportException">
    /// RE226: Markdown that no report prints, or something placed where it would be lost.
    /// </exception>
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
        problems.AddRange(Lost());
        if (problems.Count > 0)
        {
            throw new ReportException(ExitCode.WrongUsage, problems);
        }
        var metrics = Document.MetricsOf(root);
        return [.. root.Select(block => block is Definitions ? new Definitions(metrics) : block)];
    }

    private IEnumerable<Block> Blocks(MarkdownObject markdown) =>
        markdown switch
        {
            HeadingBlock heading => [HeadingOf(heading)],
            ParagraphBlock paragraph => Paragraphs(Inlines(paragraph.Inline)),
            Markdig.Syntax.ListBlock list =>
            [
                new Documents.ListBlock(list.IsOrdered, [.. list.OfType<ListItemBlock>().Select(ItemOf)]),
            ],
            _ => Refused(markdown),
        };

    private IEnumerable<Problem> Lost() =>
        placed
            .Where((one, index) => !read.Contains(index))
            .Select(one => new Problem(
                one.Place,
                "RE226",
                "What this puts there would not be printed.",
                "a line of its own, or for a figure a sentence"
            ));

    /// <summary>A figure is never in a heading: it would be in no list of figures, and no rule would see it.</summary>
    private Heading HeadingOf(HeadingBlock heading)
    {
        var before = read.ToHashSet();
        var words = Inlines(heading.Inline);
        problems.AddRange(
            read.Except(before)
                .Select(index => new Problem(
                    placed[index].Place,
                    "RE226",
                    "A figure cannot stand in a heading.",
                    "a sentence below it"
                ))
        );
        return new Heading(heading.Level, words, IdOf(words));
    }

    private IReadOnlyList<Inline> ItemOf(ListItemBlock item)
    {
        if (item is not [ParagraphBlock] and not [])
        {
            Refuse("lists within lists, or several paragraphs in one item");
        }
        return [.. item.OfType<ParagraphBlock>().SelectMany(paragraph => Inlines(paragraph.Inline))];
    }

    private void Refuse(string what) =>
        problems.Add(new Problem(file, "RE226", "No report prints " + what + ".", MarkdownRules.Printed));

    private IEnumerable<Block> Refused(MarkdownObject markdown)
    {
        Refuse(MarkdownRules.WordsOf(markdown));
        return [];
    }

    /// <summary>A paragraph, cut where a table, chart or note stands in it.</summary>
    private IEnumerable<Block> Paragraphs(IReadOnlyList<Inline> content)
    {
        var words = new List<Inline>();
        foreach (var inline in content)
        {
            if (inline is PendingRun { Index: var index })
            {
                read.Add(index);
                if (HasWords(words))
                {
                    yield return new Paragraph([.. words]);
                }
                words.Clear();
                yield return new Pending(placed[index].What);
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
            AutolinkInline { IsEmail: false } auto when IsSafe(auto.Url) =>
            [
                new Documents.Link(auto.Url, [new TextRun(auto.Url)]),
            ],
            AutolinkInline auto => [new TextRun(auto.Url)],
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
            var index = int.Parse(rest.AsSpan(start + 1, end - start - 1), CultureInfo.InvariantCulture);
            if (placed[index].What is PlacedFigure figure)
            {
                read.Add(index);
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

    private sealed record PendingRun(int Index) : Inline;
}
