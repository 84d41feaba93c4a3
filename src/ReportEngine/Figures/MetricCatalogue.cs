namespace ReportEngine.Figures;

/// <summary>
/// Every published measure. A new metric is one entry in one of the lists; ids are never reused for another meaning.
/// </summary>
public static class MetricCatalogue
{
    public static IReadOnlyList<Metric> All { get; } =
    [.. Families.SelectMany(family => family.OrderBy(metric => metric.Id, StringComparer.Ordinal))];

    /// <summary>In the order in which definitions stand.</summary>
    private static IReadOnlyList<Metric>[] Families =>
        [
            ReferralMetrics.All,
            AccountMetrics.All,
            MirrorMetrics.All,
            OutcomeMetrics.All,
            ChangeMetrics.All,
            ResponseMetrics.All,
            DataRequestMetrics.All,
            LegalMetrics.All,
            SafeguardMetrics.All,
            DetectionMetrics.All,
            CommitmentMetrics.All,
            NapMetrics.All,
            QualityMetrics.All,
        ];

    private static readonly Dictionary<string, Metric> ById = All.ToDictionary(
        metric => metric.Id,
        StringComparer.Ordinal
    );

    /// <summary>The metric of an id; null when there is none.</summary>
    public static Metric? TryFind(string id) => ById.GetValueOrDefault(id);

    /// <exception cref="KeyNotFoundException">No metric has the id.</exception>
    public static Metric Find(string id) => ById[id];
}
