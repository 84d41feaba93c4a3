namespace ReportEngine.Figures;

/// <summary>
/// A count as an edition published it; null where it was withheld. The ledger keeps these and no withheld count.
/// </summary>
public sealed record PublishedCell(CellKey Key, long? Count)
{
    /// <summary>The cells of an edition, for the ledger of the next.</summary>
    public static IReadOnlyList<PublishedCell> Of(LinkedCounts counts, Protection protection) =>
        [
            .. counts
                .Cells.Where(cell => cell.Kind == CellKind.Protected)
                .Select(cell => new PublishedCell(
                    cell.Key,
                    protection.Withheld.Contains(cell.Key) ? null : cell.Count
                )),
        ];
}

/// <summary>A small count that two editions together would give away, and how.</summary>
public sealed record LedgerConflict(CellKey Cell, CellKey Earlier, LedgerReason Reason)
{
    public Problem AsProblem(string database) =>
        new(
            database,
            "RE405",
            "Beside an earlier release, this edition would give away a small count: "
                + Name(Cell)
                + (Cell == Earlier ? "" : " with " + Name(Earlier))
                + (
                    Reason switch
                    {
                        LedgerReason.Revision => ", whose revision is small.",
                        LedgerReason.NestedPeriod => ", one period less the other.",
                        LedgerReason.ShownBefore => ", shown then and withheld now.",
                        _ => ", withheld then and shown now.",
                    }
                ),
            "differences of none, or of at least the least count of the edition",
            "Nothing was written. Wait for more records, or let the one who answers for the release accept it "
                + "with --accept-differences 'who, and why'."
        );

    private static string Name(CellKey cell) =>
        cell.MetricId + " " + cell.Period + (cell.Codes.Length == 0 ? "" : " " + cell.Codes);
}

public enum LedgerReason
{
    /// <summary>The same cell was published with another count; the difference is small.</summary>
    Revision,

    /// <summary>One period lies in the other; what happened in the rest of it is a small count.</summary>
    NestedPeriod,

    /// <summary>A cell that hides it was published before.</summary>
    ShownBefore,

    /// <summary>A cell that hid it then is published now.</summary>
    ShownNow,
}
