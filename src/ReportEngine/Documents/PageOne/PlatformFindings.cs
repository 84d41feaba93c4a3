using ReportEngine.Figures;
using ReportEngine.Languages;
using static ReportEngine.Documents.Phrase;

namespace ReportEngine.Documents;

/// <summary>How a report speaks of platforms.</summary>
/// <param name="More">Of a clear change up: name, value before, value now, the period before.</param>
/// <param name="Less">Of one down.</param>
/// <param name="Above">Of those above all together, in a row.</param>
/// <param name="Below">Of those below.</param>
internal sealed record PlatformWords(string More, string Less, string Above, string Below);

/// <summary>
/// Platforms by name: those that changed clearly, else those that stand clearly apart from all together. Of the others
/// nothing is said, since nothing can be.
/// </summary>
internal static class PlatformFindings
{
    internal static Finding Of(FindingSource source, string metricId, PlatformWords words)
    {
        var tests = source.Set.Changes.Where(one => one.Platform is not null && one.Metric.Id == metricId).ToList();
        var clear = tests.Where(one => HeadlineRule.IsClear(one.Verdict)).ToList();
        var standings = source.Set.Of("CHG.07").Where(figure => figure.CodeOf(Dimension.Metric) == metricId).ToList();
        var verdicts = source
            .Set.Of("CHG.03", Dimension.Platform)
            .Where(figure => figure.CodeOf(Dimension.Metric) == metricId);
        return source.Finding(
            "Platforms",
            clear.Count > 0
                ? Sentences(clear.Select(test => Changed(source, test, words)))
                : Sentences(
                    NoneChanged(source, tests),
                    Apart(source, metricId, Standing.Above, words.Above),
                    Apart(source, metricId, Standing.Below, words.Below),
                    standings.Exists(IsApart) ? null : source.Say("None stands clearly apart from all together.")
                ),
            [.. verdicts, .. standings]
        );
    }

    private static IReadOnlyList<Inline>? NoneChanged(FindingSource source, IReadOnlyList<ChangeTest> tests) =>
        source.IsFirst ? null
        : tests.All(test => test.Verdict == Verdict.NoTest)
            ? source.Say("No platform can be compared with {0}.", source.PeriodBefore)
        : tests.Any(test => test.Verdict == Verdict.NoTest)
            ? source.Say("No platform that can be compared changed clearly.")
        : source.Say("No platform changed clearly.");

    private static IReadOnlyList<Inline> Changed(FindingSource source, ChangeTest test, PlatformWords words)
    {
        var isMore = test.Verdict is Verdict.Rose or Verdict.Longer;
        return source.Say(
            isMore ? words.More : words.Less,
            Name(source.Language, source.Set.Label(Dimension.Platform, test.Platform!).Label),
            Plain(ValueOf(source, source.Set.SameAge, test, Codes.Before)),
            Bold(ValueOf(source, source.Set, test, Codes.Now)),
            source.PeriodBefore
        );
    }

    /// <summary>As it is; like for like where only that moved so.</summary>
    private static Figure ValueOf(FindingSource source, FigureSet set, ChangeTest test, string side) =>
        test.IsLikeForLikeOnly
            ? LikeForLikeWords.ValueOf(source, test, side)
            : ChangeTests.FigureOf(set, test.Metric.Id, test.Platform)!;

    private static bool IsApart(Figure standing) => standing.Quantity is Status { Code: "above" or "below" };

    private static IReadOnlyList<Inline>? Apart(FindingSource source, string metricId, Standing standing, string words)
    {
        var values = PlatformStandings
            .Apart(source.Set, metricId, standing)
            .Select(figure =>
                source.Say("{0}\u00a0{1}", Name(source.Language, figure.Dimensions[0].Label), Bold(figure))
            )
            .ToList();
        return values.Count == 0 ? null : source.Say(words, List(source.Language, values, "; "));
    }
}
