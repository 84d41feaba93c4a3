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
    internal static IEnumerable<Block> Of(FigureSet set, Language language)
    {
        var points = NapMetrics.PointsWithIndicators(set).ToList();
        var plans = set.Nap.Points.Where(point => points.Contains(point.PointId)).Select(point => point.PlanName);
        return points.Count == 0
            ? []
            :
            [
                new Paragraph(
                    Phrase.Of(
                        language,
                        "Points are those of the {0}.",
                        Phrase.List(language, plans.Distinct().Select(name => Phrase.Name(language, name).Content))
                    )
                ),
                .. points.SelectMany(pointId => Section(set, pointId, language)),
            ];
    }

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
        var indicators = NapProgress.WorstFirst(set, NapMetrics.Indicators(set, pointId)).ToList();
        yield return new Heading(
            2,
            [new TextRun(TitleOf(set, pointId, language))],
            "point-" + pointId.ToLowerInvariant()
        );
        yield return new Paragraph(
            Phrase.Sentences(
                Rating(set, pointId, indicators, language),
                Phrase.Of(
                    language,
                    "Reported by: {0}.",
                    string.Join(
                        language.Say(", "),
                        indicators.Select(one => PlainText.Clean(language.Say(one.Owner))).Distinct()
                    )
                )
            )
        );
        yield return new ListBlock(Ordered: false, [.. indicators.Select(one => Pace(set, one, language))]);
    }

    /// <summary>What the rating rests on: the weakest indicator, or the one that cannot be rated and why.</summary>
    private static IReadOnlyList<Inline> Rating(
        FigureSet set,
        string pointId,
        IReadOnlyList<NapIndicator> indicators,
        Language language
    )
    {
        var (rating, worst) = (
            set.One("NAP.08", (Dimension.Point, pointId)),
            set.One("NAP.09", (Dimension.Point, pointId))
        );
        var deciding = indicators.Where(one => NapProgress.Rating(set, one) == rating.Quantity).ToList();
        if (rating.Quantity != NapProgress.Unrated)
        {
            return indicators.Count == 1
                ? Phrase.Of(language, "Rating: {0}.", Phrase.Bold(rating))
                : Phrase.Of(
                    language,
                    "Rating: {0}, that of its weakest: {1}.",
                    Phrase.Bold(rating),
                    Phrase.List(language, deciding.Select(one => PlanWords.Named(language, one.Name).Content))
                );
        }
        var reasons = Phrase.List(language, deciding.Select(one => PlanWords.WithReason(set, language, one)), "; ");
        // What its rated indicators come to is not hidden: "Not rated (worst: Red)".
        return worst.Quantity is Status
            ? Phrase.Of(
                language,
                "Rating: {0} (worst: {1}), since it has no rating for {2}.",
                Phrase.Bold(rating),
                Phrase.Bold(worst),
                reasons
            )
            : Phrase.Of(language, "Rating: {0}, since it has no rating for {1}.", Phrase.Bold(rating), reasons);
    }

    /// <summary>How far an indicator is, and how much of the time for it is over.</summary>
    private static IReadOnlyList<Inline> Pace(FigureSet set, NapIndicator indicator, Language language)
    {
        var (way, time) = (
            NapMetrics.FigureOf(set, indicator, "NAP.02"),
            NapMetrics.FigureOf(set, indicator, "NAP.12")
        );
        if (way.Value is null || time.Value is null)
        {
            return Phrase.Of(
                language,
                "{0}: how far it is from its target cannot be told.",
                Phrase.Name(language, indicator.Name)
            );
        }
        return Phrase.Of(
            language,
            "{0}: {1} of the way to its target, {2} of the time used.",
            Phrase.Name(language, indicator.Name),
            Phrase.Bold(way),
            Phrase.Plain(time)
        );
    }
}
