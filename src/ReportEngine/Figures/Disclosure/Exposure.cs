namespace ReportEngine.Figures;

/// <summary>
/// When a withheld count is exposed: when no number that fits everything published is
/// <see cref="DisclosureRules.LeastCount"/> or more, so that the <see cref="Attacker"/> knows it is small; or when only
/// one number fits. This is the protection that the minimum frequency rule asks of cell suppression, judged by
/// feasibility intervals over all linked tables (Handbook on Statistical Disclosure Control, ESSnet SDC, the chapter on
/// magnitude tables). What the exact acts of the state tell alone, with all accounts withheld, cannot be undone by
/// withholding and counts as no exposure: nobody can be referred more often than once in one referral.
/// </summary>
public sealed class Exposure(LinkedCounts counts, DisclosureRules rules)
{
    private readonly Dictionary<CellKey, CellBounds> unavoidable = [];

    /// <summary>The exposed among the withheld cells, in the order of their keys.</summary>
    public IReadOnlyList<CellKey> Of(IReadOnlySet<CellKey> withheld)
    {
        var bounds = Attacker.Bounds(counts, withheld);
        var suspects = bounds
            .Where(one => one.Value.IsPinned || one.Value.High < rules.LeastCount)
            .Select(one => one.Key)
            .ToHashSet();
        var unknown = suspects.Where(cell => !unavoidable.ContainsKey(cell)).ToHashSet();
        if (unknown.Count > 0)
        {
            foreach (var (cell, all) in Attacker.Bounds(counts, Everything, only: unknown))
            {
                unavoidable[cell] = all;
            }
        }
        return [.. suspects.Where(cell => IsExposed(bounds[cell], unavoidable[cell])).Order()];
    }

    private bool IsExposed(CellBounds found, CellBounds alone) =>
        (found.High < rules.LeastCount && found.High != alone.High) || (found.IsPinned && !alone.IsPinned);

    private HashSet<CellKey> Everything =>
        field ??= counts.WithLinked(
            counts.Cells.Where(cell => cell is { Kind: CellKind.Protected, Count: > 0 }).Select(cell => cell.Key)
        );
}
