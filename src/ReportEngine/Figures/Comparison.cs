namespace ReportEngine.Figures;

/// <summary>
/// An earlier release, and what its cut-off would show today: the register at the new cut-off without corrections that
/// came after the earlier one, without rows that came late, and without both; and as it was known at the earlier
/// cut-off, which must give the release again. What differs between them says why a figure was revised.
/// </summary>
public sealed record Comparison(
    EarlierRelease Release,
    FigureSet WithoutCorrections,
    FigureSet WithoutLateRecords,
    FigureSet WithoutBoth,
    FigureSet AtRelease
)
{
    /// <summary>
    /// The figures of the release that have an answer today, each with its value now. A stock has none: another day is
    /// another stock, not a revision.
    /// </summary>
    internal IReadOnlyList<Revision> Of(FigureSet set)
    {
        var periods = new Dictionary<string, Sources?>(StringComparer.Ordinal);
        return
        [
            .. Release.Figures.Select(released => Sources(released.Key.Period)?.Compared(released)).OfType<Revision>(),
        ];

        Sources? Sources(string period)
        {
            if (!periods.TryGetValue(period, out var sources))
            {
                sources =
                    period == set.Period.Id ? new Sources(this, set.Period, set)
                    : Period.TryParse(period) is { } other ? new Sources(this, other, set.For(other))
                    : null;
                periods[period] = sources;
            }
            return sources;
        }
    }
}

/// <summary>The figures of one period from all sides of a comparison.</summary>
internal sealed record Sources(Comparison Comparison, Period Period, FigureSet Now)
{
    private readonly Dictionary<(FigureSet Set, string Question), Dictionary<CellKey, Figure>> answers = [];
    private readonly FigureSet withoutCorrections = Comparison.WithoutCorrections.For(Period);
    private readonly FigureSet withoutLateRecords = Comparison.WithoutLateRecords.For(Period);
    private readonly FigureSet withoutBoth = Comparison.WithoutBoth.For(Period);
    private readonly FigureSet atRelease = Comparison.AtRelease.For(Period);

    /// <summary>Null when the figure cannot be asked for today, or is a stock.</summary>
    public Revision? Compared(ReleasedFigure released)
    {
        if (
            MetricCatalogue.TryFind(released.Key.MetricId) is not { Cohort: not Cohort.Stock }
            || Find(Now, released.Key, shown: true) is not { } now
        )
        {
            return null;
        }
        return new Revision(
            now,
            released.Quantity,
            now.Quantity == released.Quantity ? RevisionReasons.None : Reasons(released, now)
        );
    }

    private RevisionReasons Reasons(ReleasedFigure released, Figure shown)
    {
        if (shown.Metric.Version != released.Version)
        {
            return RevisionReasons.Definition;
        }
        if (shown.Quantity is Withheld || released.Quantity is Withheld)
        {
            return RevisionReasons.Disclosure;
        }
        var now = Find(Now, released.Key, shown: false)?.Quantity;
        var corrected = Find(withoutCorrections, released.Key, shown: false)?.Quantity != now;
        var late = Find(withoutLateRecords, released.Key, shown: false)?.Quantity != now;
        var later = Find(withoutBoth, released.Key, shown: false)?.Quantity != released.Quantity;
        var same = Find(atRelease, released.Key, shown: false)?.Quantity == released.Quantity;
        var found =
            (corrected ? RevisionReasons.Correction : RevisionReasons.None)
            | (late ? RevisionReasons.LateRecords : RevisionReasons.None)
            | (
                !same ? RevisionReasons.Unexplained
                : later ? RevisionReasons.LaterEvents
                : RevisionReasons.None
            );
        // A late row and its correction may each hide the other.
        return found == RevisionReasons.None ? RevisionReasons.Correction | RevisionReasons.LateRecords : found;
    }

    private Figure? Find(FigureSet set, CellKey key, bool shown)
    {
        var metric = MetricCatalogue.Find(key.MetricId);
        var by = metric.AskedBy(key.Dimensions);
        var question = key.MetricId + "|" + string.Join('|', by) + (shown ? "" : "|unprotected");
        if (!answers.TryGetValue((set, question), out var found))
        {
            found = [];
            foreach (var figure in shown ? set.Unmarked(key.MetricId, by) : set.Unprotected(key.MetricId, by))
            {
                found.TryAdd(CellKey.Of(figure), figure);
            }
            answers[(set, question)] = found;
        }
        return found.GetValueOrDefault(key);
    }
}
