namespace ReportEngine.Figures;

/// <summary>
/// Disclosure by difference between editions: what a reader who kept the earlier ones could work out from a new one.
/// Suppression in one edition does not protect against it. Compared are pairs of cells; a count left when several
/// quarters are taken off their year together is not found.
/// </summary>
public static class Ledger
{
    /// <param name="earlier">All cells published before, of any edition with the same or fewer readers.</param>
    /// <param name="counts">The counts of the edition to be published.</param>
    /// <param name="protection">What it withholds.</param>
    /// <returns>Nothing when it may be published; in the order of the cells.</returns>
    public static IReadOnlyList<LedgerConflict> Conflicts(
        IReadOnlyList<PublishedCell> earlier,
        LinkedCounts counts,
        Protection protection,
        DisclosureRules rules
    )
    {
        var now = PublishedCell.Of(counts, protection);
        // A count that an earlier edition gave already tells nothing new, whatever it gave away then and was accepted
        // for.
        var known = earlier.ToHashSet();
        var shown = now.Where(cell => cell.Count is not null).ToDictionary(cell => cell.Key, cell => cell.Count!.Value);
        return
        [
            .. now.Where(cell => !known.Contains(cell))
                .SelectMany(cell =>
                    earlier
                        .Where(before => IsDifference(cell, before, rules))
                        .Select(before => new LedgerConflict(
                            cell.Key,
                            before.Key,
                            cell.Key == before.Key ? LedgerReason.Revision : LedgerReason.NestedPeriod
                        ))
                )
                .Concat(ShownBefore(earlier, counts, protection, rules))
                .Concat(ShownNow(earlier, counts, shown, rules))
                .Distinct()
                .OrderBy(conflict => conflict.Cell)
                .ThenBy(conflict => conflict.Earlier)
                .ThenBy(conflict => conflict.Reason),
        ];
    }

    private static bool IsDifference(PublishedCell now, PublishedCell before, DisclosureRules rules) =>
        now.Count is { } count
        && before.Count is { } other
        && rules.IsSmall(Math.Abs(count - other))
        && now.Key.MetricId == before.Key.MetricId
        && now.Key.Codes == before.Key.Codes
        && (now.Key.Period == before.Key.Period || IsNested(now.Key, before.Key));

    /// <summary>
    /// Cumulative counts all begin at the baseline, so that one is always part of the other; stocks are never.
    /// </summary>
    private static bool IsNested(CellKey one, CellKey other) =>
        MetricCatalogue.TryFind(one.MetricId)?.Cohort switch
        {
            Cohort.Cumulative => true,
            Cohort.Stock => false,
            _ => PeriodOf(one) is { } first
                && PeriodOf(other) is { } second
                && (Holds(first, second) || Holds(second, first)),
        };

    private static bool Holds(Period outer, Period inner) => outer.Start <= inner.Start && inner.End <= outer.End;

    private static Period? PeriodOf(CellKey key) => Period.TryParse(key.Period) ?? Period.TryParseHalfYear(key.Period);

    /// <summary>
    /// A withheld count that stands unchanged in an earlier edition is known; what it was to hide may be, too.
    /// </summary>
    private static IEnumerable<LedgerConflict> ShownBefore(
        IReadOnlyList<PublishedCell> earlier,
        LinkedCounts counts,
        Protection protection,
        DisclosureRules rules
    )
    {
        var sizes = counts.Cells.ToDictionary(cell => cell.Key, cell => cell.Count);
        var known = earlier
            .Where(cell => protection.Withheld.Contains(cell.Key) && cell.Count == sizes[cell.Key])
            .Select(cell => cell.Key)
            .ToHashSet();
        return known.Count == 0
            ? []
            : new Exposure(counts, rules)
                .Of(protection.Withheld.Except(known).ToHashSet())
                .Select(cell => new LedgerConflict(cell, known.Min(), LedgerReason.ShownBefore));
    }

    /// <summary>A count withheld then, in a sum whose other cells were published then or are now.</summary>
    private static IEnumerable<LedgerConflict> ShownNow(
        IReadOnlyList<PublishedCell> earlier,
        LinkedCounts counts,
        Dictionary<CellKey, long> shown,
        DisclosureRules rules
    )
    {
        var then = earlier
            .GroupBy(cell => cell.Key)
            .ToDictionary(
                cells => cells.Key,
                cells => cells.Select(cell => cell.Count).FirstOrDefault(count => count is not null)
            );
        foreach (var relation in counts.Relations)
        {
            var cells = relation.Parts.Prepend(relation.Total).ToList();
            foreach (var cell in cells.Where(cell => then.TryGetValue(cell, out var count) && count is null))
            {
                var others = cells
                    .Where(other => other != cell)
                    .Select(other => (Key: other, Count: Known(other)))
                    .ToList();
                if (
                    others.TrueForAll(other => other.Count is not null)
                    && others.FirstOrDefault(other =>
                        then.GetValueOrDefault(other.Key) is null && shown.ContainsKey(other.Key)
                    )
                        is { Count: not null } opened
                )
                {
                    var sum = others.Where(other => other.Key != relation.Total).Sum(other => other.Count!.Value);
                    var was = cell == relation.Total ? sum : Known(relation.Total)!.Value - sum;
                    if (rules.IsSmall(was))
                    {
                        yield return new LedgerConflict(cell, opened.Key, LedgerReason.ShownNow);
                    }
                }
            }
        }

        long? Known(CellKey key) =>
            then.GetValueOrDefault(key) ?? (shown.TryGetValue(key, out var count) ? count : null);
    }
}
