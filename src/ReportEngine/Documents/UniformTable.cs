using ReportEngine.Figures;
using ReportEngine.Languages;

namespace ReportEngine.Documents;

/// <summary>
/// A table that says one thing in every cell is a sentence on paper: none, all or not reached in every row; or one row
/// alone. It stays whole in workbooks, data files and on the page of a report.
/// </summary>
internal static class UniformTable
{
    /// <summary>More than these make no sentence.</summary>
    private const int MostColumns = 3;

    /// <summary>What each figure of such a table is, and how that is said.</summary>
    private static readonly IReadOnlyList<(Func<Quantity, bool> Is, string Words)> Kinds =
    [
        (quantity => quantity is Count { Number: 0 } or Share { Numerator: 0, Denominator: > 0 }, "none in any row"),
        (
            quantity => quantity is Share { Denominator: > 0 } share && share.Numerator == share.Denominator,
            "all in every row"
        ),
        (quantity => quantity is Hours { Reached: false, Cases: > 0 }, "reached in no row"),
    ];

    /// <summary>The sentence; null for a table that has to be seen.</summary>
    public static Paragraph? SentenceOf(Table table, Language language)
    {
        var figures = table.Columns.Skip(1).ToList();
        if (
            table.Rows.Count == 0
            || figures.Count is 0 or > MostColumns
            || !figures.TrueForAll(column => column.Kind == ColumnKind.Figure)
            || table.Rows.Any(row => row.Cells.Skip(1).Any(cell => cell is not FigureCell))
        )
        {
            return null;
        }
        var isAlone = table.NarrowedTo is null && table.Rows.Count(row => !row.IsTotal) == 1;
        var kind = Kinds.FirstOrDefault(one => table.Figures.All(figure => one.Is(figure.Quantity))).Words;
        if (!isAlone && (kind is null || table.Rows.Count < 2))
        {
            return null;
        }
        // The total says it for all; a row alone says its name.
        var row = isAlone ? table.Rows[0] : table.Rows.FirstOrDefault(one => one.IsTotal) ?? table.Rows[0];
        var content = new List<Inline> { new TextRun(Translation.TitleOf(table, language) + ": ") };
        if (isAlone && row.Cells[0] is TextCell name)
        {
            content.Add(new TextRun(PlainText.Clean(language.Say(name.Text)) + ": "));
        }
        foreach (var (index, column) in figures.Index())
        {
            // Of one column, the title says what it is.
            var heading = figures.Count == 1 ? "" : language.Say(column.Heading) + " ";
            content.Add(new TextRun((index == 0 ? "" : language.Say(", ")) + heading));
            content.Add(new Strong([new FigureRun(((FigureCell)row.Cells[index + 1]).Figure)]));
        }
        content.Add(new TextRun((isAlone ? "" : language.Say("; ") + language.Say(kind!)) + language.Say(".")));
        return new Paragraph(content);
    }
}
