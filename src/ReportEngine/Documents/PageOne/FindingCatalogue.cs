using ReportEngine.Figures;
using ReportEngine.Languages;

namespace ReportEngine.Documents;

/// <summary>What findings are made from.</summary>
/// <param name="IsFinal">Nothing but corrections will change the figures.</param>
internal sealed record FindingSource(FigureSet Set, Language Language, bool IsFinal)
{
    public NumberStyle Style { get; } = new(Language);

    public string DayOf(CutOff cutOff) => Style.Date(cutOff.Day);

    public string Period => Style.PeriodName(Set.Period);

    public string PeriodBefore => Style.PeriodName(Set.Previous.Period);

    /// <summary>The register holds no referral of the period before.</summary>
    public bool IsFirst => !Set.HasPrevious;

    public IReadOnlyList<Inline> Say(string english, params IReadOnlyList<PhrasePart> parts) =>
        Phrase.Of(Language, english, parts);

    /// <summary>The verdict on a measure, as a figure to trace.</summary>
    public Figure Verdict(string metricId) => ChangeTests.Said(Set, "CHG.03", metricId, null);

    public Finding Finding(string label, IReadOnlyList<Inline> content, params IReadOnlyList<Figure> basis) =>
        new(Language.Say(label), content, basis);
}

/// <summary>Every finding a template may ask for by id. A new finding is one entry.</summary>
public static class FindingCatalogue
{
    private static readonly Dictionary<string, Func<FindingSource, Block>> Builders = new(StringComparer.Ordinal)
    {
        ["times_headline"] = source => Headlines.Of(source, HeadlineRule.OfTimes(source.Set)),
        ["times_before"] = source => ComparisonFinding.Of(source, HeadlineRule.OfTimes(source.Set)),
        ["times_limits"] = TimesFindings.Limits,
        ["times_answer"] = TimesFindings.Answer,
        ["times_platforms"] = TimesFindings.Platforms,
        ["times_waiting"] = TimesFindings.Waiting,
        ["transparency_headline"] = source => Headlines.Of(source, HeadlineRule.OfTransparency(source.Set)),
        ["transparency_before"] = source => ComparisonFinding.Of(source, HeadlineRule.OfTransparency(source.Set)),
        ["transparency_sent"] = TransparencyFindings.Sent,
        ["transparency_outcomes"] = TransparencyFindings.Outcomes,
        ["transparency_platforms"] = TransparencyFindings.Platforms,
        ["transparency_errors"] = TransparencyFindings.Errors,
        ["plan_headline"] = PlanFindings.Headline,
        ["plan_before"] = PlanFindings.Before,
        ["plan_ratings"] = PlanFindings.Ratings,
        ["plan_milestones"] = MilestoneFinding.Of,
        ["plan_moves"] = PlanFindings.Moves,
        ["plan_steps"] = PlanFindings.Steps,
    };

    public static IReadOnlyCollection<string> Ids => Builders.Keys;

    /// <param name="isFinal">Nothing but corrections will change the figures.</param>
    public static Block Build(string id, FigureSet set, Language language, bool isFinal) =>
        Builders[id](new FindingSource(set, language, isFinal));
}
