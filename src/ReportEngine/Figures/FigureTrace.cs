using NodaTime;
using ReportEngine.Cases;

namespace ReportEngine.Figures;

/// <summary>The rows of the register that one question found for a figure.</summary>
/// <param name="Query">The question.</param>
/// <param name="By">The breakdown it was asked by.</param>
/// <param name="Known">The cut-off it was asked at: the figure's own, or an earlier one it is compared with.</param>
/// <param name="From">Start of its window, inclusive; <paramref name="To"/> is exclusive.</param>
/// <param name="Records">The keys, each once, numbers in their order and before other keys.</param>
public sealed record TracedRows(
    Query Query,
    IReadOnlyList<Dimension> By,
    CutOff Known,
    Instant From,
    Instant To,
    IReadOnlyList<string> Records
);

/// <summary>
/// A figure and the rows it is worked out from; several questions for one that is worked out from others.
/// </summary>
public sealed record FigureTrace(Figure Figure, IReadOnlyList<TracedRows> Sources);

/// <summary>
/// Works figures out once more from single rows of the register instead of groups, and writes down which rows each
/// question gave. What it comes to must be the same, as the functions from rows to quantities add rows up themselves.
/// </summary>
/// <param name="figures">
/// Makes the set of figures that a figure is of, which asks its questions of sources, one for each cut-off.
/// </param>
/// <param name="records">Answer with a row for each row of the register.</param>
public sealed class Tracer(Func<Figure, Func<CutOff, RowSource>, FigureSet> figures, Func<CutOff, RowSource> records)
{
    /// <summary>
    /// The last metric and breakdown asked for: single rows of many questions would not fit in memory.
    /// </summary>
    private (string MetricId, Period Period, CutOff AsOf, string By) last;
    private (IReadOnlyList<Figure> Figures, List<Answer> Answers)? held;

    /// <summary>
    /// The trace of a figure, with its value as the rows give it; null when these rows know no such figure. Figures of
    /// one metric and breakdown one after the other are traced with one reading.
    /// </summary>
    public FigureTrace? Of(Figure figure)
    {
        var metric = figure.Metric;
        var by = metric.AskedBy(figure.Dimensions.Select(value => value.Dimension));
        var key = (metric.Id, figure.Period, figure.AsOf, string.Join('|', by));
        if (held is not { } found || last != key)
        {
            var answers = new List<Answer>();
            var set = figures(
                figure,
                known =>
                    (query, dimensions, from, to) =>
                    {
                        var rows = records(known)(query, dimensions, from, to);
                        answers.Add(new Answer(query, dimensions, known, from, to, rows));
                        return rows;
                    }
            );
            found = ([.. set.Unprotected(metric.Id, by)], answers);
            (last, held) = (key, found);
        }
        // A rating that a table makes of others, such as a point's of its indicators', has their sources and no figure
        // of its own.
        var again =
            found.Figures.FirstOrDefault(one => CellKey.Of(one) == CellKey.Of(figure))
            ?? (metric.Computation is DerivedComputation ? figure : null);
        return again is null
            ? null
            : new FigureTrace(
                again,
                [
                    .. found
                        .Answers.Select(answer => answer.For(figure))
                        .DistinctBy(source =>
                            (source.Query, source.Known, source.From, source.To, string.Join('|', source.By))
                        ),
                ]
            );
    }

    private sealed record Answer(
        Query Query,
        IReadOnlyList<Dimension> By,
        CutOff Known,
        Instant From,
        Instant To,
        IReadOnlyList<GroupRow> Rows
    )
    {
        /// <summary>The rows that count for a figure: all where it is a total over what was asked by.</summary>
        public TracedRows For(Figure figure) =>
            new(
                Query,
                By,
                Known,
                From,
                To,
                [
                    .. Rows.Where(row => Matches(row.Key1, 0, figure) && Matches(row.Key2, 1, figure))
                        .Select(row => row.Record!)
                        .Distinct(StringComparer.Ordinal)
                        .OrderBy(record => long.TryParse(record, out var number) ? number : long.MaxValue)
                        .ThenBy(record => record, StringComparer.Ordinal),
                ]
            );

        private bool Matches(string? key, int index, Figure figure) =>
            figure.Metric.IsAgainstAll
            || index >= By.Count
            || figure.CodeOf(By[index]) is not { } code
            || (key ?? DimensionValues.NotRecorded) == code;
    }
}
