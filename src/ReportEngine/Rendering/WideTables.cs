namespace ReportEngine.Rendering;

/// <summary>Some columns of a table that is too wide for a page; the first stands in each part.</summary>
/// <param name="Index">From 0.</param>
internal sealed record PagePart(ReaderTable Table, int Index, int Count)
{
    public bool IsLast => Index == Count - 1;
}

/// <summary>A table in parts that each fit the width of a page.</summary>
internal static class WideTables
{
    /// <summary>Beside the first: of numbers below a short heading, and of those that would take many lines.</summary>
    private const int MostNumbers = 13;
    private const int MostColumns = 10;
    private const int MostLongColumns = 4;
    private const int LongHeading = 60;

    public static IReadOnlyList<PagePart> PartsOf(ReaderTable table)
    {
        var others = table.Columns.Skip(1).ToList();
        var most =
            others.Exists(column => column.Heading.Length > LongHeading * column.Parts.Count) ? MostLongColumns
            : table.HasPartHeadings ? MostNumbers
            : MostColumns;
        var numbers = others.Sum(column => column.Parts.Count);
        var count = Math.Max(1, (numbers + most - 1) / most);
        if (count == 1)
        {
            return [new PagePart(table, 0, 1)];
        }
        var parts = new List<List<int>> { new() };
        var taken = 0;
        foreach (var (index, column) in others.Index())
        {
            // Parts as equal as can be, and none wider than a page.
            if (taken > 0 && (taken >= Even(parts.Count - 1) || taken + column.Parts.Count > most))
            {
                parts.Add([]);
                taken = 0;
            }
            parts[^1].Add(index + 1);
            taken += column.Parts.Count;
        }
        return [.. parts.Select((part, index) => new PagePart(Columns(table, [0, .. part]), index, parts.Count))];

        int Even(int part) => (numbers / count) + (part < numbers % count ? 1 : 0);
    }

    private static ReaderTable Columns(ReaderTable table, IReadOnlyList<int> columns) =>
        new(
            [.. columns.Select(index => table.Columns[index])],
            [.. table.Rows.Select(row => row with { Cells = [.. columns.Select(index => row.Cells[index])] })]
        );
}
