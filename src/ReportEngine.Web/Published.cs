using System.Globalization;
using ReportEngine.Figures;

namespace ReportEngine.Web;

/// <summary>What one release said of a figure, beside the release before it of the same report and period.</summary>
/// <param name="Figure">The value that stands for the figure, where the release gives it.</param>
/// <param name="Compared">Values that both give; null for a first release, which can have revised nothing.</param>
/// <param name="Revised">Those of them that differ, before and now.</param>
public sealed record PublishedFigure(
    ShelvedRelease Release,
    Figure? Figure,
    int? Compared,
    IReadOnlyList<(Figure Before, Figure Now)> Revised
);

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

    /// <summary>
    /// The figures of a metric in a release, those over everything first; parts in their own order, hours by their
    /// number, others as the report's tables have them.
    /// </summary>
    public static IReadOnlyList<Figure> FiguresOf(ShelvedRelease release, string metricId)
    {
        var places = release
            .Labels.Keys.Select((key, index) => (key, index))
            .ToDictionary(one => one.key, one => one.index);
        return
        [
            .. release
                .Figures.Where(figure => figure.Metric.Id == metricId && figure.Period.Id == release.Period.Id)
                .OrderBy(figure => figure.Dimensions.Count(value => value.Dimension != figure.Metric.Part))
                .ThenBy(
                    figure =>
                        string.Join(
                            ' ',
                            figure.Dimensions.OrderBy(value => value.Dimension == figure.Metric.Part).Select(PlaceOf)
                        ),
                    StringComparer.Ordinal
                ),
        ];

        string PlaceOf(DimensionValue value) =>
            (
                long.TryParse(value.Code, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : places.GetValueOrDefault((value.Dimension, value.Code), places.Count)
            ).ToString("D12", CultureInfo.InvariantCulture);
    }

    /// <summary>The one that stands for a figure where one does: the sum, or else the largest part.</summary>
    public static Figure? LeadOf(IReadOnlyList<Figure> totals) =>
        totals.FirstOrDefault(figure => figure.Dimensions.Count == 0) ?? totals.MaxBy(figure => figure.Value);

    /// <summary>
    /// What each release said of a metric for a period, oldest first within each report: a report is held against its
    /// own releases alone, value by value, since two reports may give the metric of different things. A report that
    /// says nothing but what another says from the same records is left out.
    /// </summary>
    /// <param name="told">The value that stands for the figure.</param>
    public static IReadOnlyList<PublishedFigure> HistoryOf(
        IReadOnlyList<ShelvedRelease> shelf,
        string metricId,
        string periodId,
        CellKey told
    )
    {
        var reports = shelf
            .Where(release => release.Period.Id == periodId && FiguresOf(release, metricId).Count > 0)
            .GroupBy(release => release.Entry.Report)
            .Select(report => report.OrderBy(release => release.Entry.Version).ToList())
            .OrderByDescending(report => report.Max(release => FiguresOf(release, metricId).Count))
            .ThenBy(report => report[0].ReleaseAt)
            .ToList();
        var kept = new List<List<ShelvedRelease>>();
        foreach (var report in reports.Where(report => !kept.Exists(other => Repeats(report, other, metricId))))
        {
            kept.Add(report);
        }
        return
        [
            .. kept.SelectMany(report =>
                report.Select((release, index) => Said(release, index == 0 ? null : report[index - 1], metricId, told))
            ),
        ];
    }

    private static PublishedFigure Said(ShelvedRelease release, ShelvedRelease? before, string metricId, CellKey told)
    {
        var now = ByKey(release, metricId);
        var then = before is null ? [] : ByKey(before, metricId);
        var both = now.Where(one => then.ContainsKey(one.Key)).ToList();
        return new PublishedFigure(
            release,
            now.GetValueOrDefault(told),
            before is null ? null : both.Count,
            [
                .. both.Where(one => then[one.Key].Quantity != one.Value.Quantity)
                    .Select(one => (then[one.Key], one.Value)),
            ]
        );
    }

    private static bool Repeats(List<ShelvedRelease> report, List<ShelvedRelease> other, string metricId) =>
        report.TrueForAll(release =>
            other.Exists(one =>
                one.Entry.CutOff == release.Entry.CutOff
                && ByKey(one, metricId) is var said
                && ByKey(release, metricId)
                    .All(figure => said.GetValueOrDefault(figure.Key)?.Quantity == figure.Value.Quantity)
            )
        );

    private static Dictionary<CellKey, Figure> ByKey(ShelvedRelease release, string metricId) =>
        FiguresOf(release, metricId).DistinctBy(CellKey.Of).ToDictionary(CellKey.Of);
}
