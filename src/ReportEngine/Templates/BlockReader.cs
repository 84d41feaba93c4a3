using System.Text;
using Markdig.Syntax;
using ReportEngine.Documents;
using ReportEngine.Figures;
using Block = ReportEngine.Documents.Block;
using Inline = ReportEngine.Documents.Inline;

namespace ReportEngine.Templates;

/// <summary>
/// Turns parsed Markdown into blocks, and placeholders into the tables, charts and figures they stand for.
/// </summary>
internal sealed class BlockReader
{
    private readonly IReadOnlyList<(Placed What, string Place)> placed;
    private readonly Func<int, string> placeOf;
    private readonly InlineReader inlines;
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly List<int> read = [];
    private readonly List<Problem> problems = [];

    /// <param name="placeOf">Where what stands at an offset of the Markdown was written.</param>
    public BlockReader(IReadOnlyList<(Placed What, string Place)> placed, Func<int, string> placeOf)
    {
        this.placed = placed;
        this.placeOf = placeOf;
        inlines = new InlineReader([.. placed.Select(one => one.What)], placeOf, problems);
    }

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
                    current.AddRange(blocks.Blocks.Select(WithFreeId));
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
        return [.. root.Select(block => Defining(block, metrics))];
    }

    private static Block Defining(Block block, IReadOnlyList<Metric> metrics) =>
        block switch
        {
            Definitions { Metrics: [] } definitions => definitions with { Metrics = metrics },
            Note note => note with { Content = [.. note.Content.Select(inner => Defining(inner, metrics))] },
            _ => block,
        };

    /// <summary>A section that is placed twice keeps its address the first time.</summary>
    private Block WithFreeId(Block block) =>
        block is Heading heading ? heading with { Id = FreeId(heading.Id) } : block;

    private IEnumerable<Block> Blocks(MarkdownObject markdown) =>
        markdown switch
        {
            HeadingBlock heading => [HeadingOf(heading)],
            ParagraphBlock paragraph => Paragraphs(inlines.Read(paragraph.Inline)),
            Markdig.Syntax.ListBlock list =>
            [
                new Documents.ListBlock(list.IsOrdered, [.. list.OfType<ListItemBlock>().Select(ItemOf)]),
            ],
            _ => Refused(markdown),
        };

    private IEnumerable<Problem> Lost()
    {
        var isRead = read.Concat(inlines.Figures).ToHashSet();
        return placed
            .Where((one, index) => !isRead.Contains(index))
            .Select(one => new Problem(
                one.Place,
                "RE226",
                "What this puts there would not be printed.",
                "a line of its own, or for a figure a sentence"
            ));
    }

    /// <summary>A figure is never in a heading: it would be in no list of figures, and no rule would see it.</summary>
    private Heading HeadingOf(HeadingBlock heading)
    {
        var before = inlines.Figures.Count;
        var words = inlines.Read(heading.Inline);
        problems.AddRange(
            inlines
                .Figures.Skip(before)
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
            Refuse(item);
        }
        return [.. item.OfType<ParagraphBlock>().SelectMany(paragraph => inlines.Read(paragraph.Inline))];
    }

    private void Refuse(MarkdownObject markdown) =>
        problems.Add(MarkdownRules.Refusal(placeOf(StartOf(markdown)), markdown));

    /// <summary>Blanks before what is set in belong to what stands before.</summary>
    private static int StartOf(MarkdownObject markdown) =>
        markdown is CodeBlock { Lines.Count: > 0 } code ? code.Lines.Lines[0].Position : markdown.Span.Start;

    private IEnumerable<Block> Refused(MarkdownObject markdown)
    {
        Refuse(markdown);
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
        return FreeId(slug.ToString().Trim('-') is { Length: > 0 } stem ? stem : "section");
    }

    private string FreeId(string stem)
    {
        var id = stem;
        for (var number = 2; !ids.Add(id); number++)
        {
            id = FormattableString.Invariant($"{stem}-{number}");
        }
        return id;
    }

    /// <summary>Blocks on the way out of the paragraph that their placeholder stands in.</summary>
    private sealed record Pending(Placed Placed) : Block;
}
