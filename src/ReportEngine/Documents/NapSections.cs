using System.Globalization;
using ReportEngine.Cases;
using ReportEngine.Figures;
using ReportEngine.Languages;

namespace ReportEngine.Documents;

/// <summary>
/// What stands behind the rating of each point of the plan that has indicators. The tables hold the rest.
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
        yield return new Heading(
            2,
            [new TextRun(TitleOf(set, pointId, language))],
            "point-" + pointId.ToLowerInvariant()
        );
        yield return new Paragraph([
            .. Rating(set, pointId, language),
            new TextRun(" " + language.Say("Returns received:") + " "),
            new FigureRun(set.One("NAP.06", (Dimension.Point, pointId))),
            new TextRun(
                language.Say(".")
                    + " "
                    + language.Say(
                        "Reported by: {0}",
                        string.Join(language.Say(", "), indicators.Select(one => language.Say(one.Owner)).Distinct())
                    )
                    + language.Say(".")
            ),
        ]);
        yield return new ListBlock(
            Ordered: false,
            [
                .. indicators.Select(indicator => Indicator(set, indicator, language)),
                Phrase.Of(
                    language,
                    "Milestones due so far: {0}; done {1}, cancelled {2}, overdue {3}.",
                    Milestone(set, pointId, Codes.Due),
                    Milestone(set, pointId, Codes.Done),
                    Milestone(set, pointId, Codes.Cancelled),
                    Milestone(set, pointId, Codes.Late)
                ),
            ]
        );
    }

    /// <summary>From where to where an indicator is to come, and how far it is.</summary>
    private static IReadOnlyList<Inline> Indicator(FigureSet set, NapIndicator indicator, Language language)
    {
        return Phrase.Of(
            language,
            "{0}: {1} (baseline {2}, target {3}). Of the way: {4}; rating: {5}; trend: {6}.",
            Phrase.Name(language, indicator.Name),
            Phrase.Bold(Of("NAP.01", Codes.Value)),
            Phrase.Plain(Of("NAP.01", Codes.Baseline)),
            Phrase.Plain(Of("NAP.01", Codes.Target)),
            Phrase.Plain(Of("NAP.02")),
            Phrase.Bold(Of("NAP.03")),
            Phrase.Plain(Of("NAP.04"))
        );

        Figure Of(string metricId, string? part = null) =>
            set.Of(metricId)
                .First(figure =>
                    figure.CodeOf(Dimension.Indicator) == indicator.IndicatorId
                    && (part is null || figure.CodeOf(Dimension.Statistic) == part)
                );
    }

    private static PhrasePart Milestone(FigureSet set, string pointId, string part) =>
        Phrase.Plain(set.One("NAP.05", (Dimension.Point, pointId), (Dimension.Statistic, part)));

    /// <summary>An unrated point says what its rated indicators come to: "Unrated (worst: Red)".</summary>
    private static IReadOnlyList<Inline> Rating(FigureSet set, string pointId, Language language)
    {
        var (rating, worst) = (
            set.One("NAP.08", (Dimension.Point, pointId)),
            set.One("NAP.09", (Dimension.Point, pointId))
        );
        var isHidden = rating.Quantity == NapProgress.Unrated && worst.Quantity is Status;
        return
        [
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
            new TextRun(language.Say(".")),
        ];
    }
}
