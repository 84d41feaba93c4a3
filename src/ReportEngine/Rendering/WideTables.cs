using ReportEngine.Documents;

namespace ReportEngine.Rendering;

/// <summary>Some columns of a table that is too wide for a page; the first stands in each part.</summary>
/// <param name="Index">From 0.</param>
internal sealed record PagePart(Table Table, Table Whole, int Index, int Count)
{
    public bool IsLast => Index == Count - 1;
}

/// <summary>A table in parts that each fit the width of a page.</summary>
internal static class WideTables
{
    /// <summary>Beside the first: of short headings, and of those that would take many lines.</summary>
    private const int MostColumns = 10;
    private const int MostLongColumns = 4;
    private const int LongHeading = 60;

    public static IReadOnlyList<PagePart> PartsOf(Table table)
    {
        var others = table.Columns.Count - 1;
        var isLong = table.Columns.Skip(1).Any(column => column.Heading.Length > LongHeading);
        var most = isLong ? MostLongColumns : MostColumns;
        if (others <= most)
        {
            return [new PagePart(table, table, 0, 1)];
        }
        var parts = EvenParts.Of([.. Enumerable.Range(1, others)], most);
        return
        [
            .. parts.Select((part, index) => new PagePart(Columns(table, [0, .. part]), table, index, parts.Count)),
        ];
    }

    private static Table Columns(Table table, IReadOnlyList<int> columns) =>
        table with
        {
            Columns = [.. columns.Select(index => table.Columns[index])],
            Rows = [.. table.Rows.Select(row => row with { Cells = [.. columns.Select(index => row.Cells[index])] })],
        };
}
