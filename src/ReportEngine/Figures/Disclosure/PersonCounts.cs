namespace ReportEngine.Figures;

/// <summary>
/// The counts of accounts and persons of a period, as an edition may print them: totals and every breakdown of the
/// catalogue, with what a reader knows of how they hang together. Breakdowns by two dimensions at once are in no
/// edition.
/// </summary>
public static class PersonCounts
{
    public static LinkedCounts Of(FigureSet set)
    {
        var metrics = MetricCatalogue
            .All.Where(metric => metric is { Sensitivity: Sensitivity.PersonCount, Additive.Count: > 0 })
            .ToList();
        var figures = metrics
            .SelectMany(metric =>
                metric
                    .Breakdowns.Select(by => (Dimension[])[by])
                    .Prepend([])
                    .SelectMany(by => set.Unprotected(metric.Id, by))
            )
            .ToList();
        var cells = figures.ToDictionary(
            CellKey.Of,
            figure => new CountCell(CellKey.Of(figure), CountOf(figure.Quantity) ?? 0)
        );
        var relations = figures
            .Where(IsPart)
            .GroupBy(figure => (CellKey.Of(Total(figure)), DimensionOf(figure)))
            .Select(parts => new Relation(parts.Key.Item1, [.. parts.Select(CellKey.Of)]))
            .Concat(
                metrics.SelectMany(metric =>
                    metric.Nested.SelectMany(pair => Nested(set, metric, pair.Part, pair.Whole))
                )
            )
            .ToList();
        if (
            relations.Find(relation => cells[relation.Total].Count != relation.Parts.Sum(part => cells[part].Count)) is
            { } broken
        )
        {
            throw new ReportException(
                ExitCode.DataFailed,
                new Problem(
                    "figure " + broken.Total.MetricId,
                    "RE404",
                    "Its counts by " + broken.Parts[0].Codes.Split('=')[0] + " do not add up to the total.",
                    "one value of the dimension for each account",
                    "Nothing was written. Check the rows that changed last; small counts cannot be protected "
                        + "until they add up."
                )
            );
        }
        foreach (
            var (figure, limit) in figures.SelectMany(figure => figure.Metric.AtMost.Select(limit => (figure, limit)))
        )
        {
            var (cell, above) = (CellKey.Of(figure), CellKey.Of(limit, figure));
            if (Limit(set, figure, limit) is { } most && most.Count >= cells[cell].Count)
            {
                cells.TryAdd(above, most);
                var between = new CellKey(limit + "-" + cell.MetricId, cell.Period, cell.Codes);
                cells[between] = new CountCell(between, cells[above].Count - cells[cell].Count, CellKind.Unpublished);
                relations.Add(new Relation(above, [cell, between]));
            }
        }
        return new LinkedCounts(
            [.. cells.Values],
            relations,
            [
                .. figures
                    .Where(figure => figure.Metric.WithheldWith is not null)
                    .Select(figure => new CellLink(
                        CellKey.Of(figure.Metric.WithheldWith!, figure),
                        CellKey.Of(figure)
                    )),
            ]
        );
    }

    /// <summary>
    /// The figure, or that it is withheld. What is not a count and follows no count is withheld always.
    /// </summary>
    internal static Figure Shown(Figure figure, Protection protection)
    {
        if (protection.Exposed.Count > 0)
        {
            throw new ReportException(ExitCode.DataFailed, Problem(figure.Period, protection.Exposed));
        }
        return IsShown(figure, protection) ? figure : figure with { Quantity = new Withheld() };
    }

    /// <summary>
    /// Not one that is withheld, nor one that would tell another that is, nor one that nobody has tried.
    /// </summary>
    internal static bool IsShown(Figure figure, Protection protection)
    {
        var isCounted = figure.Metric.Additive.Count > 0;
        return figure.Dimensions.Count(value => value.Dimension != figure.Metric.Part) <= 1
            && (isCounted || figure.Metric.WithheldWith is not null)
            && !protection.Withheld.Contains(
                isCounted ? CellKey.Of(figure) : CellKey.Of(figure.Metric.WithheldWith!, figure)
            );
    }

    internal static Problem Problem(Period period, IReadOnlyList<CellKey> exposed) =>
        new(
            "period " + period.Id,
            "RE403",
            "Small counts could be worked out from what this edition publishes: "
                + string.Join("; ", exposed.Select(cell => cell.MetricId + " " + cell.Codes))
                + ".",
            "no count of accounts or persons under the least count of the edition that a reader can work out",
            "Nothing was written. Leave a breakdown out of the templates or build a longer period."
        );

    /// <summary>The accounts or persons behind a quantity: of a sum, those it was added up over.</summary>
    internal static long? CountOf(Quantity quantity) =>
        quantity switch
        {
            Count count => count.Number,
            Sum sum => sum.Known,
            _ => null,
        };

    /// <summary>
    /// A whole is the sum of the parts that lie in it; none when a part lay in two, as when a list changed in the
    /// period.
    /// </summary>
    private static IEnumerable<Relation> Nested(FigureSet set, Metric metric, Dimension part, Dimension whole)
    {
        var crossed = set.Unprotected(metric.Id, [part, whole]).Where(figure => CountOf(figure.Quantity) > 0).ToList();
        return crossed.DistinctBy(figure => figure.CodeOf(part)).Count() < crossed.Count
            ? []
            : crossed
                .GroupBy(figure => Only(figure, whole))
                .Select(parts => new Relation(parts.Key, [.. parts.Select(figure => Only(figure, part))]));

        static CellKey Only(Figure figure, Dimension dimension) =>
            CellKey.Of(
                figure with
                {
                    Dimensions = [.. figure.Dimensions.Where(value => value.Dimension == dimension)],
                }
            );
    }

    private static CountCell? Limit(FigureSet set, Figure figure, string metricId)
    {
        var metric = MetricCatalogue.Find(metricId);
        var by = figure.Dimensions.Select(value => value.Dimension).ToList();
        return
            by.TrueForAll(metric.Breakdowns.Contains)
            && set.Unprotected(metricId, by)
                .FirstOrDefault(other => figure.Dimensions.All(value => other.CodeOf(value.Dimension) == value.Code))
                is { } found
            ? new CountCell(
                CellKey.Of(found),
                CountOf(found.Quantity) ?? 0,
                metric.Sensitivity == Sensitivity.PersonCount ? CellKind.Protected : CellKind.Exact
            )
            : null;
    }

    private static bool IsPart(Figure figure) => DimensionOf(figure) is { } by && figure.Metric.Additive.Contains(by);

    private static Dimension? DimensionOf(Figure figure) =>
        figure
            .Dimensions.Where(value => value.Dimension != figure.Metric.Part)
            .Select(value => (Dimension?)value.Dimension)
            .FirstOrDefault();

    private static Figure Total(Figure part) =>
        part with
        {
            Dimensions = [.. part.Dimensions.Where(value => value.Dimension == part.Metric.Part)],
        };
}
