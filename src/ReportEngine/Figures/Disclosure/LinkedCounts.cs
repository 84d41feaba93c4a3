namespace ReportEngine.Figures;

/// <summary>
/// The counts of everything published together, and what any reader knows of how they hang together. The attacker and
/// the protection both work on this and on nothing else.
/// </summary>
/// <param name="Relations">Each a total that is the sum of its parts.</param>
/// <param name="Links">Cells that print the number of another cell and are therefore withheld with it.</param>
public sealed record LinkedCounts(
    IReadOnlyList<CountCell> Cells,
    IReadOnlyList<Relation> Relations,
    IReadOnlyList<CellLink> Links
)
{
    /// <summary>The cells with those withheld because a cell they print is.</summary>
    internal HashSet<CellKey> WithLinked(IEnumerable<CellKey> withheld)
    {
        var all = withheld.ToHashSet();
        while (Links.Any(link => all.Contains(link.Of) && all.Add(link.Also)))
        {
            // Until no link adds a cell; links may follow on links.
        }
        return all;
    }
}

/// <summary>One count of the release; a whole number, never under 0.</summary>
public sealed record CountCell(CellKey Key, long Count, CellKind Kind = CellKind.Protected);

public enum CellKind
{
    /// <summary>Accounts or persons: shown, or withheld.</summary>
    Protected,

    /// <summary>An act of the state: always shown.</summary>
    Exact,

    /// <summary>
    /// Never shown in any edition and no secret, such as the repeat referrals between accounts and referrals.
    /// </summary>
    Unpublished,
}

public sealed record Relation(CellKey Total, IReadOnlyList<CellKey> Parts);

/// <summary>Where <paramref name="Of"/> is withheld, <paramref name="Also"/> must be.</summary>
public sealed record CellLink(CellKey Of, CellKey Also);
