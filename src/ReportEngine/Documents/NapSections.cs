using System.Globalization;
using ReportEngine.Figures;
using ReportEngine.Languages;

namespace ReportEngine.Documents;

/// <summary>
/// A page for each point of the plan that has indicators: its rating, indicators, thresholds and milestones.
/// </summary>
internal static class NapSections
{
    internal static IEnumerable<Block> Of(FigureSet set, Language language) =>
        NapMetrics.PointsWithIndicators(set).SelectMany(pointId => Section(set, pointId, language));

    internal static string TitleOf(FigureSet set, string pointId, Language language)
    {
        var point = set.Nap.PointOf(pointId);
        return language.Say(
            "Point {0}: {1}",
            point.Number.ToString(CultureInfo.InvariantCulture),
            PlainText.Clean(language.Say(point.ShortText ?? NapTables.NotConfirmed))
        );
    }

    private static IEnumerable<Block> Section(FigureSet set, string pointId, Language language)
    {
        var indicators = NapMetrics.Indicators(set, pointId).ToList();
        yield return new PageBreak();
        yield return new Heading(
            1,
            [new TextRun(TitleOf(set, pointId, language))],
            "point-" + pointId.ToLowerInvariant()
        );
        yield return Rating(set, pointId, language);
        yield return new Paragraph([
            new TextRun(language.Say("Returns received:") + " "),
            new FigureRun(set.Of("NAP.06", Dimension.Point).First(figure => figure.CodeOf(Dimension.Point) == pointId)),
        ]);
        yield return new Paragraph([
            new TextRun(
                language.Say(
                    "Reported by: {0}",
                    string.Join(language.Say(", "), indicators.Select(one => language.Say(one.Owner)).Distinct())
                )
            ),
        ]);
        yield return new TableBlock(
            NapTables.IndicatorsOf(set, "nap_indicators_" + Name(pointId), indicators) with
            {
                IsExtract = true,
                Notes = [NapTables.Thresholds],
            }
        );
        yield return new TableBlock(
            NapTables.TargetsOf(set, "nap_targets_" + Name(pointId), indicators) with
            {
                IsExtract = true,
                Notes = [],
            }
        );
        var milestones = set.Nap.Milestones.Where(milestone => milestone.PointId == pointId).ToList();
        yield return new TableBlock(
            NapTables.MilestonesOf(set, "nap_milestones_" + Name(pointId), milestones) with
            {
                IsExtract = true,
                Notes = [NapTables.Overdue],
            }
        );
    }

    /// <summary>An unrated point says what its rated indicators come to: "Unrated (worst: Red)".</summary>
    private static Paragraph Rating(FigureSet set, string pointId, Language language)
    {
        var (rating, worst) = (
            set.One("NAP.08", (Dimension.Point, pointId)),
            set.One("NAP.09", (Dimension.Point, pointId))
        );
        var isHidden = rating.Quantity == NapProgress.Unrated && worst.Quantity is Status;
        return new Paragraph([
            new TextRun(language.Say("Rating:") + " "),
            new Strong([new FigureRun(rating)]),
            .. isHidden
                ?
                [
                    new TextRun(" (" + language.Say("worst:") + " "),
                    new Strong([new FigureRun(worst)]),
                    new TextRun(")"),
                ]
                : Array.Empty<Inline>(),
        ]);
    }

    private static string Name(string pointId) => pointId.ToLowerInvariant().Replace('-', '_');
}
