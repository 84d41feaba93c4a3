using ReportEngine.Figures;
using ReportEngine.Languages;
using static ReportEngine.Documents.Phrase;

namespace ReportEngine.Documents;

/// <summary>
/// A verdict with the two values it rests on: those of each kind of request at each platform, weighed alike in both
/// periods (CHG.01). A reader sees why what rose or fell as it is, did not do so clearly.
/// </summary>
internal static class LikeForLikeWords
{
    internal static IReadOnlyList<Inline> NoClearChange(FindingSource source, ChangeTest test) =>
        (ValueOf(source, test, Codes.Before), ValueOf(source, test, Codes.Now)) switch
        {
            // Beside a value that is not shown the verdict stands alone.
            ({ Value: not null } before, { Value: not null } now) => source.Say(
                "Like for like, {0} then and {1} now: no clear change.",
                Plain(before, FigureForm.Percent),
                Plain(now, FigureForm.Percent)
            ),
            _ => source.Say("Like for like, no clear change."),
        };

    /// <summary>By platform where the test is of one.</summary>
    internal static Figure ValueOf(FindingSource source, ChangeTest test, string side) =>
        ChangeTests.Said(source.Set, "CHG.01", test.Metric.Id, test.Platform, side);
}
