namespace ReportEngine.Figures;

/// <summary>
/// The simplex tableau of <see cref="Equations"/>, always at a corner: one unknown a row is what the row says, the
/// others are 0. Entering and leaving unknowns are chosen by Bland's rule (the first), so it cannot go round in
/// circles.
/// </summary>
internal sealed class Tableau
{
    private readonly List<Fraction[]> rows;
    private readonly List<int> basis;
    private readonly int unknowns;

    private Tableau(List<Fraction[]> rows, List<int> basis, int unknowns) =>
        (this.rows, this.basis, this.unknowns) = (rows, basis, unknowns);

    /// <summary>The first unknown that is no whole number here; null when all are.</summary>
    public int? FirstPart =>
        basis.Where((_, row) => !Right(row).IsWhole).Order().Select(unknown => (int?)unknown).FirstOrDefault();

    /// <summary>A corner; null when the equations contradict each other.</summary>
    public static Tableau? Of(Equations equations)
    {
        var (unknowns, count) = (equations.Unknowns, equations.Rows.Count);
        var width = unknowns + count + 2;
        var lines = new List<Fraction[]>();
        foreach (var (coefficients, right) in equations.Rows)
        {
            var line = new Fraction[width];
            Array.Fill(line, Fraction.Zero);
            foreach (var (unknown, coefficient) in coefficients)
            {
                line[unknown] = Fraction.Of(right < 0 ? -coefficient : coefficient);
            }
            line[unknowns + lines.Count] = Fraction.One;
            line[^1] = Fraction.Of(Math.Abs(right));
            lines.Add(line);
        }
        // The row below makes one unknown of the sum of what each equation lacks; it must come down to 0.
        var lacking = new Fraction[width];
        Array.Fill(lacking, Fraction.Zero);
        lacking[width - 2] = Fraction.One;
        foreach (var line in lines)
        {
            foreach (var column in Enumerable.Range(0, unknowns).Append(width - 1))
            {
                lacking[column] = lacking[column] + line[column];
            }
        }
        lines.Add(lacking);
        var start = new Tableau(lines, [.. Enumerable.Range(unknowns, count + 1)], width - 1);
        start.Minimise(width - 2, limit: unknowns);
        return start.ValueOf(width - 2).IsZero ? start.WithoutHelp(unknowns) : null;
    }

    public Fraction ValueOf(int unknown) => basis.IndexOf(unknown) is >= 0 and var row ? Right(row) : Fraction.Zero;

    public void Minimise(int unknown) => Minimise(unknown, unknowns);

    /// <summary>False when the unknown can grow without end.</summary>
    public bool Maximise(int unknown)
    {
        if (!basis.Contains(unknown) && !Enter(unknown))
        {
            return false;
        }
        while (true)
        {
            var row = rows[basis.IndexOf(unknown)];
            var entering = Array.FindIndex(row, 0, unknowns, value => value.Sign < 0);
            if (entering < 0)
            {
                return true;
            }
            if (!Enter(entering))
            {
                return false;
            }
        }
    }

    private void Minimise(int unknown, int limit)
    {
        for (var at = basis.IndexOf(unknown); at >= 0; at = basis.IndexOf(unknown))
        {
            var row = rows[at];
            var entering = Enumerable
                .Range(0, limit)
                .Where(column => column != unknown && row[column].Sign > 0)
                .Append(-1)
                .First();
            if (entering < 0)
            {
                return;
            }
            Enter(entering, unknown);
        }
    }

    /// <summary>Lets an unknown grow from 0 until another becomes 0; false when none ever does.</summary>
    private bool Enter(int entering, int? last = null)
    {
        var leaving = -1;
        for (var row = 0; row < rows.Count; row++)
        {
            if (rows[row][entering].Sign > 0)
            {
                var ratio = Right(row) / rows[row][entering];
                var best = leaving < 0 ? ratio : Right(leaving) / rows[leaving][entering];
                if (leaving < 0 || ratio < best || (ratio == best && Comes(basis[row], basis[leaving], last)))
                {
                    leaving = row;
                }
            }
        }
        if (leaving < 0)
        {
            return false;
        }
        Pivot(leaving, entering);
        return true;
    }

    /// <summary>
    /// Whether the first leaves before the second; the unknown to be made small leaves as soon as it can.
    /// </summary>
    private static bool Comes(int first, int second, int? wanted) =>
        first == wanted || (second != wanted && first < second);

    private void Pivot(int at, int entering)
    {
        var line = rows[at];
        var divisor = line[entering];
        var columns = new List<int>();
        for (var column = 0; column < line.Length; column++)
        {
            if (!line[column].IsZero)
            {
                line[column] = line[column] / divisor;
                columns.Add(column);
            }
        }
        foreach (var other in rows)
        {
            var factor = other[entering];
            if (other != line && !factor.IsZero)
            {
                foreach (var column in columns)
                {
                    other[column] = other[column] - (factor * line[column]);
                }
            }
        }
        basis[at] = entering;
    }

    /// <summary>The tableau of the equations' own unknowns; a row that only repeats others goes.</summary>
    private Tableau WithoutHelp(int own)
    {
        for (var row = rows.Count - 1; row >= 0; row--)
        {
            if (basis[row] >= own && Array.FindIndex(rows[row], 0, own, value => !value.IsZero) is >= 0 and var column)
            {
                Pivot(row, column);
            }
        }
        var kept = Enumerable.Range(0, rows.Count).Where(row => basis[row] < own).ToList();
        return new Tableau(
            [.. kept.Select(row => (Fraction[])[.. rows[row][..own], rows[row][^1]])],
            [.. kept.Select(row => basis[row])],
            own
        );
    }

    private Fraction Right(int row) => rows[row][^1];
}
