using ReportEngine.Documents;
using ReportEngine.Languages;

namespace ReportEngine.Rendering;

/// <summary>What stands in a part of a column, which rules its place: digits stand below each other.</summary>
internal enum PartKind
{
    Words,
    Number,

    /// <summary>What goes with the number before it: an interval.</summary>
    Aside,
}

/// <param name="Heading">Below that of the column; empty where that says it all.</param>
internal sealed record ReaderPart(string Heading, PartKind Kind);

/// <summary>A heading with its unit, over one part or over several, as n and %.</summary>
internal sealed record ReaderColumn(string Heading, params IReadOnlyList<ReaderPart> Parts);

/// <param name="Span">How many parts of its column it takes: what is no number stands across all.</param>
internal sealed record ReaderCell(string Text, int Span = 1);

/// <param name="Cells">Of each column one, or one a part.</param>
internal sealed record ReaderRow(IReadOnlyList<IReadOnlyList<ReaderCell>> Cells, bool IsTotal);

/// <summary>
/// A table as readers of a page see it, in words and numbers. Of several shares each has n and % in parts of its own,
/// and what all are out of stands once; a time has its interval beside it. The total, where there is one, comes first.
/// </summary>
internal sealed record ReaderTable(IReadOnlyList<ReaderColumn> Columns, IReadOnlyList<ReaderRow> Rows)
{
    public IReadOnlyList<ReaderPart> Parts => [.. Columns.SelectMany(column => column.Parts)];

    /// <summary>Whether its headings stand on two levels.</summary>
    public bool HasPartHeadings => Parts.Any(part => part.Heading.Length > 0);

    public static ReaderTable Of(Table whole, NumberStyle numbers)
    {
        var table = whole.ForReaders;
        var columns = ReaderColumns.Of(table, numbers.Among(table.Figures));
        var rows = table.Rows.Count(row => row.IsTotal) == 1 ? table.Rows.OrderByDescending(row => row.IsTotal) : null;
        return new ReaderTable(
            [.. columns.Select(column => column.Column)],
            [
                .. (rows ?? table.Rows.AsEnumerable()).Select(row => new ReaderRow(
                    [.. columns.Select(column => column.Cells(row))],
                    row.IsTotal
                )),
            ]
        );
    }
}
