namespace ReportEngine.Figures;

/// <summary>
/// Which counts an edition withholds: the small ones, those that print a small one, and as many others as are needed so
/// that the small ones cannot be worked out (cell suppression, primary and complementary).
/// </summary>
/// <param name="Withheld">All of them. Which is small is nobody's business, so nothing here tells.</param>
/// <param name="Exposed">
/// Cells that stay exposed whatever is withheld; an edition with any may not be published.
/// </param>
public sealed record Protection(IReadOnlySet<CellKey> Withheld, IReadOnlyList<CellKey> Exposed)
{
    /// <summary>
    /// The same counts give the same pattern, in whatever order they come. Beside an exposed cell goes a part rather
    /// than a total, one that leaves no other withheld cell alone rather than one that does, then the smallest; ties by
    /// key. At the end each cell that can be shown after all is, the largest first.
    /// </summary>
    public static Protection Of(LinkedCounts counts, DisclosureRules rules)
    {
        if (rules.LeastCount is null)
        {
            return new Protection(new HashSet<CellKey>(), []);
        }
        var sizes = counts
            .Cells.Where(cell => cell.Kind == CellKind.Protected)
            .ToDictionary(cell => cell.Key, cell => cell.Count);
        var exposure = new Exposure(counts, rules);
        var small = counts.WithLinked(sizes.Where(cell => rules.IsSmall(cell.Value)).Select(cell => cell.Key));
        var withheld = small;
        var exposed = exposure.Of(withheld);
        while (exposed.Count > 0 && Complement(counts, sizes, withheld, exposed) is { } added)
        {
            withheld = counts.WithLinked(withheld.Append(added));
            exposed = exposure.Of(withheld);
        }
        if (exposed.Count > 0)
        {
            return new Protection(withheld, exposed);
        }
        foreach (
            var cell in withheld.Except(small).OrderByDescending(cell => sizes[cell]).ThenBy(cell => cell).ToList()
        )
        {
            var without = withheld.Where(other => other != cell).ToHashSet();
            if (counts.WithLinked(without).SetEquals(without) && exposure.Of(without).Count == 0)
            {
                withheld = without;
            }
        }
        return new Protection(withheld, []);
    }

    /// <summary>
    /// The next cell to withhold: of the relation of an exposed cell that holds the fewest withheld ones, because there
    /// the cell is seen most clearly. Null when none is left.
    /// </summary>
    private static CellKey? Complement(
        LinkedCounts counts,
        Dictionary<CellKey, long> sizes,
        HashSet<CellKey> withheld,
        IReadOnlyList<CellKey> exposed
    )
    {
        var relations = counts
            .Relations.Select(relation => (relation.Total, Cells: relation.Parts.Append(relation.Total).ToList()))
            .ToList();
        var near = relations
            .Where(relation => relation.Cells.Exists(exposed.Contains))
            .OrderBy(relation => relation.Cells.Count(withheld.Contains))
            .ThenBy(relation => relation.Cells.Where(exposed.Contains).Min(cell => (sizes[cell], cell)))
            .ThenBy(relation => relation.Total)
            .Select(relation => First(relation.Cells, relation.Total))
            .FirstOrDefault(found => found is not null);
        return near ?? First(sizes.Keys, null);

        CellKey? First(IEnumerable<CellKey> cells, CellKey? total) =>
            cells
                .Where(cell => sizes.GetValueOrDefault(cell) > 0 && !withheld.Contains(cell))
                .OrderBy(cell => cell == total)
                .ThenBy(cell =>
                    relations.Count(relation =>
                        relation.Cells.Contains(cell) && !relation.Cells.Exists(withheld.Contains)
                    )
                )
                .ThenBy(cell => sizes[cell])
                .ThenBy(cell => cell)
                .Select(cell => (CellKey?)cell)
                .FirstOrDefault();
    }
}
