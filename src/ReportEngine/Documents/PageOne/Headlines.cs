using ReportEngine.Figures;
using ReportEngine.Languages;
using static ReportEngine.Documents.Phrase;

namespace ReportEngine.Documents;

/// <summary>The words of what a report leads with; of no more than twenty.</summary>
internal static class Headlines
{
    /// <summary>What a share is called that rose or fell; times have a sentence of their own.</summary>
    private static readonly Dictionary<string, string> Subjects = new(StringComparer.Ordinal)
    {
        ["RT.08"] = "Directions without an answer within the legal limit",
        ["OUT.02"] = "Referrals acted on by platforms",
        ["OUT.06"] = "Referrals refused by platforms",
        ["OUT.08"] = "Accounts still accessible at our last check",
        ["MIR.02"] = "Accounts that came back within 30 days",
        ["SAF.02"] = "Actions undone",
    };

    internal static Headline Of(FindingSource source, Lead lead) =>
        lead switch
        {
            DutyBroken broken => new Headline(
                source.Say(
                    "Referrals with neither a listing in Pakistan nor a documented legal ground: {0}.",
                    Plain(broken.Figure)
                ),
                []
            ),
            ChangedClearly changed => Changed(source, changed),
            _ => new Headline(LevelOf(source, lead.Figure), []),
        };

    private static Headline Changed(FindingSource source, ChangedClearly changed)
    {
        var (test, id) = (changed.Test, changed.Test.Metric.Id);
        var before = test.IsLikeForLikeOnly
            ? LikeForLikeWords.ValueOf(source, test, Codes.Before)
            : ChangeTests.FigureOf(source.Set.SameAge, id, null)!;
        var now = test.IsLikeForLikeOnly ? LikeForLikeWords.ValueOf(source, test, Codes.Now) : changed.Figure;
        var parts =
            (IReadOnlyList<PhrasePart>)
                [
                    source.Language.Say(Subjects.GetValueOrDefault(id, "")),
                    Plain(before, FigureForm.Percent),
                    Plain(now, FigureForm.Percent),
                ];
        var words = (test.Verdict, test.IsLikeForLikeOnly) switch
        {
            (Verdict.Rose, false) => "{0} rose from {1} to {2}.",
            (Verdict.Rose, true) => "{0} rose from {1} to {2}, like for like only.",
            (Verdict.Fell, false) => "{0} fell from {1} to {2}.",
            (Verdict.Fell, true) => "{0} fell from {1} to {2}, like for like only.",
            (Verdict.Longer, false) => "The time until half of the referrals had an answer rose from {1} to {2}.",
            (Verdict.Longer, true) =>
                "The time until half of the referrals had an answer rose from {1} to {2}, like for like only.",
            (_, false) => "The time until half of the referrals had an answer fell from {1} to {2}.",
            (_, true) => "The time until half of the referrals had an answer fell from {1} to {2}, like for like only.",
        };
        return new Headline(source.Say(words, parts), [source.Verdict(id)]);
    }

    private static IReadOnlyList<Inline> LevelOf(FindingSource source, Figure lead) =>
        lead switch
        {
            { Metric.Id: "RT.08" } => source.Say(
                "{0} directions{1} had no answer within the legal limit.",
                Plain(lead, FigureForm.Counts),
                Plain(lead, FigureForm.Bracket)
            ),
            { Metric.Id: "RT.17" } => source.Say(
                "{0} directions{1} were acted on within the legal limit.",
                Plain(lead, FigureForm.Counts),
                Plain(lead, FigureForm.Bracket)
            ),
            { Metric.Id: "RT.02", Value: not null } => source.Say(
                "Half of the {0} referrals had an answer within an estimated {1}.",
                Plain(lead, FigureForm.OutOf),
                Plain(lead)
            ),
            { Metric.Id: "RT.02" } => source.Say(
                "Fewer than half of the {0} referrals had an answer by {1}.",
                Plain(lead, FigureForm.OutOf),
                source.DayOf(source.Set.CutOff)
            ),
            { Metric.Id: "OUT.02" } => source.Say(
                "Platforms acted on {0} referrals{1}; {2}{3} had no answer yet on {4}.",
                Plain(lead, FigureForm.Counts),
                Plain(lead, FigureForm.Bracket),
                Plain(Pending(source.Set), FigureForm.Number),
                Plain(Pending(source.Set), FigureForm.Bracket),
                source.DayOf(source.Set.CutOff)
            ),
            _ => source.Say("Referrals sent to platforms: {0}.", Plain(lead)),
        };

    internal static Figure Pending(FigureSet set) => set.One("OUT.01", (Dimension.Outcome, "pending"));
}
