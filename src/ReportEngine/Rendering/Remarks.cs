using ReportEngine.Documents;

namespace ReportEngine.Rendering;

/// <summary>
/// What stands in small print below a table or chart. A note, and where the figures come from, stand once in a chapter;
/// the ids of its figures stand below each.
/// </summary>
internal sealed record Remarks(IReadOnlyList<string> Notes, string Source)
{
    /// <summary>Of each table and chart of some blocks, which are told apart by reference.</summary>
    /// <param name="isShown">Whether a table is in this format at all: what is not shown has said nothing.</param>
    public static IReadOnlyDictionary<Block, Remarks> Of(RenderRequest request, Func<TableBlock, bool> isShown)
    {
        var found = new Dictionary<Block, Remarks>(ReferenceEqualityComparer.Instance);
        var said = new HashSet<string>(StringComparer.Ordinal);
        Walk(request.Document.Blocks);
        return found;

        void Walk(IEnumerable<Block> blocks)
        {
            foreach (var block in blocks)
            {
                switch (block)
                {
                    case Heading { Level: 1 }:
                        said.Clear();
                        break;
                    case Note note:
                        Walk(note.Content);
                        break;
                    case TableBlock { Table: var table } shown when isShown(shown):
                        var printed = table.ForReaders;
                        found[block] = Once(request.Words.Notes(printed), request.Words.IdsOf(printed));
                        break;
                    case ChartBlock { Chart: var chart }:
                        found[block] = Once([chart.Key ?? chart.Explanation], request.Words.IdsOf(chart));
                        break;
                }
            }
        }

        Remarks Once(IReadOnlyList<string> notes, string? ids)
        {
            var words = request.Words;
            var register = words.Source(request.Document);
            string?[] source = [said.Add(register) ? words.Say("Source: {0}", register) : null, ids];
            return new Remarks(
                [.. notes.Where(said.Add).Select(note => Ended(note, words))],
                string.Join(' ', source.OfType<string>())
            );
        }
    }

    /// <summary>Notes stand one after the other, each with its full stop.</summary>
    private static string Ended(string note, DocumentWords words) =>
        note.EndsWith('.') || note.EndsWith('\u06d4') ? note : note + words.Say(".");
}
