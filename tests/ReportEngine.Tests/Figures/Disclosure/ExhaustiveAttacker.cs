using ReportEngine.Figures;

namespace ReportEngine.Tests.Figures.Disclosure;

/// <summary>
/// Tries every whole number for every withheld cell, one after the other, and keeps what fits. Shares nothing with the
/// attacker it is held against but the counts.
/// </summary>
internal sealed class ExhaustiveAttacker(LinkedCounts counts, IReadOnlySet<CellKey> withheld, long least, long most)
{
    private readonly Dictionary<CellKey, long> values = counts
        .Cells.Where(cell => !withheld.Contains(cell.Key))
        .ToDictionary(cell => cell.Key, cell => cell.Count);
    private readonly List<CellKey> unknown = [.. withheld.Order()];

    /// <summary>
    /// The least and the most each withheld cell was in any fit; ends at <paramref name="most"/> may go further.
    /// </summary>
    public Dictionary<CellKey, CellBounds> Bounds()
    {
        var found = new Dictionary<CellKey, CellBounds>();
        Try(0, found);
        return found;
    }

    private void Try(int next, Dictionary<CellKey, CellBounds> found)
    {
        if (!counts.Relations.All(CanHold))
        {
            return;
        }
        if (next == unknown.Count)
        {
            foreach (var cell in unknown)
            {
                var (low, high) = found.TryGetValue(cell, out var before)
                    ? (before.Low, before.High!.Value)
                    : (long.MaxValue, 0);
                found[cell] = new CellBounds(Math.Min(low, values[cell]), Math.Max(high, values[cell]));
            }
            return;
        }
        for (var value = least; value <= most; value++)
        {
            values[unknown[next]] = value;
            Try(next + 1, found);
        }
        values.Remove(unknown[next]);
    }

    private bool CanHold(Relation relation)
    {
        var (open, sum) = (false, 0L);
        foreach (var part in relation.Parts)
        {
            if (values.TryGetValue(part, out var value))
            {
                sum += value;
            }
            else
            {
                open = true;
            }
        }
        return !values.TryGetValue(relation.Total, out var total) || (open ? sum <= total : sum == total);
    }
}
