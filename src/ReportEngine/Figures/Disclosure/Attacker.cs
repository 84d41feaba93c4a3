namespace ReportEngine.Figures;

/// <summary>
/// A reader who has every published cell and every relation, and works out what each withheld count can be. The bounds
/// are exact: some whole numbers that fit everything published reach each end. The reader also knows that zeros are
/// shown, so that a withheld count is at least 1.
/// </summary>
public static class Attacker
{
    /// <param name="least">What a withheld count is known to be at least; 0 where zeros are withheld, too.</param>
    /// <param name="only">The cells whose bounds are wanted; null means all withheld ones.</param>
    /// <exception cref="ArgumentException">A total is not the sum of its parts.</exception>
    public static IReadOnlyDictionary<CellKey, CellBounds> Bounds(
        LinkedCounts counts,
        IReadOnlySet<CellKey> withheld,
        long least = 1,
        IReadOnlySet<CellKey>? only = null
    )
    {
        var known = Known(counts, withheld);
        var floors = Floors(counts, withheld, least);
        var found = new Dictionary<CellKey, CellBounds>();
        foreach (var group in Groups(counts, known))
        {
            var cells = group.Cells.Where(cell => withheld.Contains(cell) && only?.Contains(cell) != false).ToList();
            if (cells.Count == 0)
            {
                continue;
            }
            var index = group
                .Cells.Select((cell, number) => (cell, number))
                .ToDictionary(pair => pair.cell, pair => pair.number);
            var rows = group.Relations.Select(relation => Row(relation, known, floors, index)).ToList();
            var ranges = new Equations(index.Count, rows).Ranges(cells.Select(cell => index[cell]));
            foreach (var (cell, (low, high)) in cells.Zip(ranges))
            {
                found[cell] = new CellBounds(low + floors[cell], high + floors[cell]);
            }
        }
        foreach (var cell in withheld.Where(cell => !found.ContainsKey(cell) && only?.Contains(cell) != false))
        {
            found[cell] = new CellBounds(floors[cell], null);
        }
        return found;
    }

    private static Dictionary<CellKey, long> Known(LinkedCounts counts, IReadOnlySet<CellKey> withheld) =>
        counts
            .Cells.Where(cell =>
                cell.Kind == CellKind.Exact || (cell.Kind == CellKind.Protected && !withheld.Contains(cell.Key))
            )
            .ToDictionary(cell => cell.Key, cell => cell.Count);

    /// <summary>A cell withheld only because it prints another may be 0.</summary>
    private static Dictionary<CellKey, long> Floors(LinkedCounts counts, IReadOnlySet<CellKey> withheld, long least)
    {
        var linked = counts.Links.Where(link => withheld.Contains(link.Of)).Select(link => link.Also).ToHashSet();
        return counts.Cells.ToDictionary(
            cell => cell.Key,
            cell => cell.Kind == CellKind.Protected && !linked.Contains(cell.Key) ? least : 0
        );
    }

    private static (IReadOnlyDictionary<int, long> Coefficients, long Right) Row(
        Relation relation,
        Dictionary<CellKey, long> known,
        Dictionary<CellKey, long> floors,
        Dictionary<CellKey, int> index
    )
    {
        var coefficients = new Dictionary<int, long>();
        long right = 0;
        foreach (var (cell, sign) in relation.Parts.Select(part => (part, 1L)).Prepend((relation.Total, -1L)))
        {
            if (known.TryGetValue(cell, out var count))
            {
                right -= sign * count;
            }
            else
            {
                coefficients[index[cell]] = sign;
                right -= sign * floors[cell];
            }
        }
        return (coefficients, right);
    }

    /// <summary>
    /// Unknown cells that hang together, with their relations; those between known cells only are checked and left out.
    /// </summary>
    private static IEnumerable<(IReadOnlyList<CellKey> Cells, IReadOnlyList<Relation> Relations)> Groups(
        LinkedCounts counts,
        Dictionary<CellKey, long> known
    )
    {
        var open = counts
            .Relations.Select(relation =>
                (
                    Relation: relation,
                    Cells: relation.Parts.Prepend(relation.Total).Where(cell => !known.ContainsKey(cell)).ToList()
                )
            )
            .ToList();
        if (
            open.Find(one =>
                one.Cells.Count == 0 && known[one.Relation.Total] != one.Relation.Parts.Sum(part => known[part])
            ) is
            { Relation: { } broken }
        )
        {
            throw new ArgumentException($"The parts of {broken.Total} do not add up to it.");
        }
        var at = open.SelectMany(one => one.Cells.Select(cell => (cell, one)))
            .ToLookup(pair => pair.cell, pair => pair.one);
        var seen = new HashSet<CellKey>();
        foreach (var start in open.SelectMany(one => one.Cells))
        {
            if (!seen.Add(start))
            {
                continue;
            }
            var cells = new List<CellKey> { start };
            var relations = new List<Relation>();
            for (var next = 0; next < cells.Count; next++)
            {
                foreach (var (relation, others) in at[cells[next]])
                {
                    if (!relations.Contains(relation))
                    {
                        relations.Add(relation);
                        cells.AddRange(others.Where(seen.Add));
                    }
                }
            }
            yield return (cells, relations);
        }
    }
}
