using ReportEngine.Figures;
using ReportEngine.Languages;
using static ReportEngine.Documents.Phrase;

namespace ReportEngine.Documents;

/// <summary>
/// What the headline's measure was in the period before, at the same age, and what can be said of it: with the largest
/// change of the mix, breaks of the series, and whether figures may still change. Never a cause.
/// </summary>
internal static class ComparisonFinding
{
    internal static Finding Of(FindingSource source, Lead lead)
    {
        var id = lead.Figure.Metric.Id;
        var test = source.Set.Changes.FirstOrDefault(one => one.Platform is null && one.Metric.Id == id);
        return source.Finding(
            LabelOf(source.Set.Period),
            Sentences(
                source.IsFirst
                    ? [source.Say("First period in the register: nothing to compare."), StatusOf(source)]
                    :
                    [
                        ValueBefore(source, lead, test),
                        test is null ? null : Mix(source, id),
                        .. Breaks(source, [id]),
                        StatusOf(source),
                    ]
            ),
            test is null || source.IsFirst ? [] : [source.Verdict(id)]
        );
    }

    internal static string LabelOf(Period period) =>
        period.Kind == PeriodKind.Quarter ? "Quarter before" : "Year before";

    internal static IReadOnlyList<Inline> StatusOf(FindingSource source) =>
        source.Say(source.IsFinal ? "Final." : "Provisional: may change.");

    private static IReadOnlyList<Inline> ValueBefore(FindingSource source, Lead lead, ChangeTest? test)
    {
        var then = source.Set.SameAge;
        var before = ChangeTests.FigureOf(then, lead.Figure.Metric.Id, null)!;
        IReadOnlyList<PhrasePart> parts = [source.PeriodBefore, Plain(before), Plain(lead.Figure)];
        return (lead, test?.Verdict) switch
        {
            // The headline has both values; here they stand with what they were counted from.
            (ChangedClearly, _) => source.Say("Now {2}; in {0}, at the same age, {1}.", parts),
            (_, null) => source.Say("In {0}, at the same age: {1}.", parts),
            ({ Figure.Metric.Id: "OUT.02" }, Verdict.NoClearChange) => Sentences(
                source.Say(
                    "In {0}, at the same age, {1}, and {2} had no answer.",
                    source.PeriodBefore,
                    Plain(before),
                    Plain(Headlines.Pending(then), FigureForm.Number)
                ),
                LikeForLikeWords.NoClearChange(source, test!)
            ),
            (_, Verdict.NoClearChange) => Sentences(
                source.Say("In {0}, at the same age: {1}.", parts),
                LikeForLikeWords.NoClearChange(source, test!)
            ),
            _ => source.Say("In {0}, at the same age, {1}: not compared, too little is alike.", parts),
        };
    }

    private static IReadOnlyList<Inline>? Mix(FindingSource source, string metricId) =>
        MixChange.Largest(source.Set, metricId) is { } change
            ? source.Say(
                metricId is "RT.08" or "RT.17"
                    ? "The mix changed: “{0}” was {1} of directions then and is {2} now."
                    : "The mix changed: “{0}” was {1} of referrals then and is {2} now.",
                Name(source.Language, change.Now.Dimensions.First(value => value.Dimension == Dimension.Basis).Label),
                Plain(change.Before, FigureForm.Percent),
                Plain(change.Now, FigureForm.Percent)
            )
            : null;

    /// <summary>Those between the periods, or within one of them, of any of the measures.</summary>
    internal static IEnumerable<IReadOnlyList<Inline>> Breaks(FindingSource source, IReadOnlyList<string> metricIds) =>
        source
            .Set.Reference.Breaks.Where(one =>
                metricIds.Any(id => one.Parts(source.Set.Previous.Period, source.Set.Period, id))
            )
            .Select(one =>
                source.Say(
                    "Counted differently from {0}: {1}.",
                    source.Style.Date(one.Start),
                    Name(source.Language, one.Reason)
                )
            );
}
