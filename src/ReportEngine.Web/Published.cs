using ReportEngine.Figures;

namespace ReportEngine.Web;

/// <summary>
/// One figure as one release gave it, and whether the release before it of the same figure gave another value.
/// </summary>
public sealed record PublishedFigure(ShelvedRelease Release, Figure Figure, bool IsRevised);

/// <summary>Reading figures off the shelf; nothing here computes one.</summary>
public static class Published
{
    /// <summary>The periods a metric was published for, latest first.</summary>
    public static IReadOnlyList<Period> PeriodsOf(IReadOnlyList<ShelvedRelease> shelf, string metricId) =>
        [
            .. shelf
                .SelectMany(release =>
                    release.Figures.Where(figure =>
                        figure.Metric.Id == metricId && figure.Period.Id == release.Period.Id
                    )
                )
                .Select(figure => figure.Period)
                .DistinctBy(period => period.Id)
                .OrderByDescending(period => period.Start)
                .ThenBy(period => period.Id, StringComparer.Ordinal),
        ];

    /// <summary>
    /// The release that gives a metric for a period: of the newest versions that know most, the one with most
    /// breakdowns of it; a named release, if one is named; null when there is none.
    /// </summary>
    public static ShelvedRelease? ReleaseOf(
        IReadOnlyList<ShelvedRelease> shelf,
        string metricId,
        string periodId,
        string? releaseName = null
    ) =>
        shelf
            .Where(release =>
                release.Period.Id == periodId
                && (
                    releaseName is null
                        ? !shelf.Any(other => IsLaterVersion(other, release))
                        : release.Entry.Name == releaseName
                )
            )
            .Select(release => (Release: release, FiguresOf(release, metricId).Count))
            .Where(one => one.Count > 0)
            .OrderByDescending(one => one.Release.Entry.CutOff, StringComparer.Ordinal)
            .ThenByDescending(one => one.Count)
            .Select(one => one.Release)
            .FirstOrDefault();

    /// <summary>A later version of the same report, whose figures stand in place of the earlier ones'.</summary>
    public static bool IsLaterVersion(ShelvedRelease later, ShelvedRelease than) =>
        (later.Entry.Report, later.Entry.Period, later.Entry.Language)
            == (than.Entry.Report, than.Entry.Period, than.Entry.Language)
        && later.Entry.Version > than.Entry.Version;

    /// <summary>The figures of a metric in a release, those over everything first.</summary>
    public static IReadOnlyList<Figure> FiguresOf(ShelvedRelease release, string metricId) =>
        [
            .. release
                .Figures.Where(figure => figure.Metric.Id == metricId && figure.Period.Id == release.Period.Id)
                .OrderBy(figure => figure.Dimensions.Count(value => value.Dimension != figure.Metric.Part)),
        ];

    /// <summary>
    /// What each release said of one figure, oldest first; a report that repeats another's figure of the same day is
    /// left out.
    /// </summary>
    public static IReadOnlyList<PublishedFigure> HistoryOf(IReadOnlyList<ShelvedRelease> shelf, CellKey key)
    {
        var history = new List<PublishedFigure>();
        foreach (
            var release in shelf
                .Where(release => release.Period.Id == key.Period)
                .OrderBy(release => release.ReleaseAt)
                .ThenBy(release => release.Entry.Version)
                .ThenByDescending(release => FiguresOf(release, key.MetricId).Count)
        )
        {
            if (
                release.Figures.FirstOrDefault(figure => CellKey.Of(figure) == key) is { } figure
                && !history.Exists(before =>
                    before.Release.Entry.CutOff == release.Entry.CutOff && before.Figure.Quantity == figure.Quantity
                )
            )
            {
                history.Add(
                    new PublishedFigure(
                        release,
                        figure,
                        history.Count > 0 && history[^1].Figure.Quantity != figure.Quantity
                    )
                );
            }
        }
        return history;
    }
}
