using ReportEngine.Figures;

namespace ReportEngine.Tests.Figures.Disclosure;

/// <summary>Tables of counts with row, column and grand totals, written as numbers.</summary>
internal static class CountTables
{
    public static LinkedCounts Table(string metric, params long[][] inner)
    {
        var (height, width) = (inner.Length, inner[0].Length);
        var cells = new List<CountCell>();
        var relations = new List<Relation>();
        for (var row = 0; row <= height; row++)
        {
            for (var column = 0; column <= width; column++)
            {
                var rows = row < height ? inner[row..(row + 1)] : inner;
                cells.Add(
                    new CountCell(
                        At(metric, row, column, height, width),
                        rows.Sum(one => column < width ? one[column] : one.Sum())
                    )
                );
            }
            relations.Add(
                new Relation(
                    At(metric, row, width, height, width),
                    [.. Enumerable.Range(0, width).Select(column => At(metric, row, column, height, width))]
                )
            );
        }
        for (var column = 0; column <= width; column++)
        {
            relations.Add(
                new Relation(
                    At(metric, height, column, height, width),
                    [.. Enumerable.Range(0, height).Select(row => At(metric, row, column, height, width))]
                )
            );
        }
        return new LinkedCounts(cells, relations, []);
    }

    /// <summary>Several one-way tables of one total, as platforms and organisations are of all accounts.</summary>
    public static LinkedCounts Star(string metric, params (string Name, long[] Parts)[] tables)
    {
        var total = Key(metric, "");
        var parts = tables
            .Select(table =>
                table
                    .Parts.Select((count, index) => new CountCell(Key(metric, $"{table.Name}={index + 1}"), count))
                    .ToList()
            )
            .ToList();
        return new LinkedCounts(
            [new CountCell(total, tables[0].Parts.Sum()), .. parts.SelectMany(one => one)],
            [.. parts.Select(one => new Relation(total, [.. one.Select(cell => cell.Key)]))],
            []
        );
    }

    public static CellKey Key(string metric, string codes) => new(metric, "2025-Q4", codes);

    /// <summary>
    /// Rows and columns counted from 1; "Row=1,Column=2", "Row=1", "Column=2" and "" for the grand total.
    /// </summary>
    public static CellKey At(string metric, int row, int column, int height, int width) =>
        Key(
            metric,
            string.Join(
                ',',
                new[] { row < height ? $"Row={row + 1}" : "", column < width ? $"Column={column + 1}" : "" }.Where(
                    part => part.Length > 0
                )
            )
        );

    public static LinkedCounts Together(params LinkedCounts[] all) =>
        new(
            [.. all.SelectMany(one => one.Cells)],
            [.. all.SelectMany(one => one.Relations)],
            [.. all.SelectMany(one => one.Links)]
        );

    public static long CountOf(this LinkedCounts counts, CellKey key) =>
        counts.Cells.Single(cell => cell.Key == key).Count;

    public static IEnumerable<string> Names(this IEnumerable<CellKey> keys) => keys.Order().Select(key => key.Codes);
}
