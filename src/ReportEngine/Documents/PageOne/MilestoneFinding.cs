using NodaTime.Text;
using ReportEngine.Cases;
using ReportEngine.Figures;
using ReportEngine.Languages;
using static ReportEngine.Documents.Phrase;

namespace ReportEngine.Documents;

/// <summary>Which milestones of the period are overdue.</summary>
internal static class MilestoneFinding
{
    /// <summary>More names than these make no sentence: the table has them.</summary>
    private const int MostMilestones = 4;

    internal static Finding Of(FindingSource source)
    {
        var late = MilestoneMetrics.OverdueInPeriod(source.Set);
        return source.Finding(
            "Milestones",
            late.Count == 0 ? source.Say("None of those due in the period is overdue.")
                : late.Count > MostMilestones
                    ? source.Say(
                        "{0} due in the period are overdue.",
                        Plain(source.Set.One("NAP.11"), FigureForm.Counts)
                    )
                : source.Say("Overdue: {0}.", List(source.Language, late.Select(one => Named(source, one)), "; ")),
            source.Set.One("NAP.11")
        );
    }

    /// <summary>What it is and when it was due.</summary>
    private static IReadOnlyList<Inline> Named(FindingSource source, NapMilestone milestone) =>
        source.Say(
            "{0} ({1})",
            PlanWords.Named(source.Language, milestone.Title),
            source.Style.Date(LocalDatePattern.Iso.Parse(milestone.DueOn).Value)
        );
}
