namespace ReportEngine.Figures;

/// <summary>
/// Whole numbers x of at least 0 with sums known: the coefficients of each row times x equal its right side. The ends
/// of what one of them can be are found by the simplex method in exact fractions; where a corner is no whole number, by
/// branch and bound on top of it.
/// </summary>
internal sealed record Equations(
    int Unknowns,
    IReadOnlyList<(IReadOnlyDictionary<int, long> Coefficients, long Right)> Rows
)
{
    /// <summary>The largest and smallest whole value of each unknown asked for; a null high end is unbounded.</summary>
    /// <exception cref="ArgumentException">No numbers, or no whole numbers, satisfy the equations.</exception>
    public IReadOnlyList<(long Low, long? High)> Ranges(IEnumerable<int> unknowns)
    {
        var tableau = Tableau.Of(this) ?? throw new ArgumentException("The counts contradict each other.");
        return
        [
            .. unknowns.Select(unknown =>
                (
                    Low(tableau, unknown) ?? throw NoWholeNumbers(),
                    tableau.Maximise(unknown) ? High(tableau, unknown) ?? throw NoWholeNumbers() : (long?)null
                )
            ),
        ];
    }

    /// <summary>The smallest whole value; null where no whole numbers fit, as in one branch of two.</summary>
    private long? Low(Tableau tableau, int unknown)
    {
        tableau.Minimise(unknown);
        return tableau.FirstPart is null
            ? tableau.ValueOf(unknown).Above
            : Branches(tableau).Min(branch => Tableau.Of(branch) is { } one ? branch.Low(one, unknown) : null);
    }

    /// <summary>
    /// The largest whole value from a corner where the unknown is largest; null where no whole numbers fit. A branch of
    /// what is bounded is bounded.
    /// </summary>
    private long? High(Tableau tableau, int unknown) =>
        tableau.FirstPart is null
            ? tableau.ValueOf(unknown).Above
            : Branches(tableau)
                .Max(branch =>
                    Tableau.Of(branch) is { } one && one.Maximise(unknown) ? branch.High(one, unknown) : null
                );

    private static ArgumentException NoWholeNumbers() => new("No whole numbers satisfy the equations.");

    /// <summary>
    /// Two systems without the corner: one unknown that is no whole number there, rounded down at most or up at least.
    /// </summary>
    private IReadOnlyList<Equations> Branches(Tableau tableau)
    {
        var unknown = tableau.FirstPart!.Value;
        var floor = tableau.ValueOf(unknown).Floor;
        return [With(unknown, 1, floor), With(unknown, -1, floor + 1)];
    }

    private Equations With(int unknown, long slack, long right) =>
        new(Unknowns + 1, [.. Rows, (new Dictionary<int, long> { [unknown] = 1, [Unknowns] = slack }, right)]);
}
