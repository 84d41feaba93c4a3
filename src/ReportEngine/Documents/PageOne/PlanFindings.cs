using ReportEngine.Cases;
using ReportEngine.Figures;
using ReportEngine.Languages;
using static ReportEngine.Documents.Phrase;

namespace ReportEngine.Documents;

/// <summary>What page one of the plan's report says.</summary>
internal static class PlanFindings
{
    /// <summary>More names than these make no headline, and no sentence.</summary>
    private const int MostNamesInHeadline = 2;
    private const int MostSteps = 4;
    private const int MostRed = 3;

    internal static Headline Headline(FindingSource source)
    {
        var set = source.Set;
        if (set.Nap.Indicators.Count == 0)
        {
            return new Headline(source.Say("The register holds no indicator of the plan."), []);
        }
        var (red, overdue) = (Rated(set, "red"), set.One("NAP.11"));
        var names = NapMetrics.Rated(set, "red").Select(one => PlanWords.Named(source.Language, one.Name)).ToList();
        var first =
            Rated(set, "unrated").Numerator == set.Nap.Indicators.Count ? source.Say("No indicator can be rated")
            : names.Count == 0 ? source.Say("No indicator is Red")
            : names.Count == 1 ? source.Say("{0} indicators is Red ({1})", Counts(red), names[0])
            : names.Count <= MostNamesInHeadline
                ? source.Say(
                    "{0} indicators are Red ({1})",
                    Counts(red),
                    List(source.Language, names.Select(name => name.Content), "; ")
                )
            : source.Say("{0} indicators are Red", Counts(red));
        return new Headline([.. first, .. source.Say("; {0}.", new PhrasePart(Milestones(source, overdue)))], []);
    }

    internal static Finding Before(FindingSource source)
    {
        var then = source.Set.SameAge;
        return source.Finding(
            ComparisonFinding.LabelOf(source.Set.Period),
            Sentences([
                source.Say(
                    "In {0}, as known on {1}: Red {2}; milestones of the period overdue {3}.",
                    source.PeriodBefore,
                    source.DayOf(then.CutOff),
                    Counts(Rated(then, "red")),
                    Counts(then.One("NAP.11"))
                ),
                .. ComparisonFinding.Breaks(
                    source,
                    [.. source.Set.Nap.Indicators.Select(one => one.MetricId).OfType<string>().Distinct()]
                ),
                ComparisonFinding.StatusOf(source),
            ])
        );
    }

    internal static Finding Ratings(FindingSource source)
    {
        var (set, then) = (source.Set, source.Set.SameAge);
        var ratings = set.Of("NAP.10");
        return source.Finding(
            "Ratings",
            Sentences(
                source.Say(
                    "{0}. In brackets: on {1}.",
                    List(
                        source.Language,
                        ratings.Select(one =>
                            source.Say(
                                "{0} {1} ({2})",
                                Name(source.Language, one.Dimensions[^1].Label),
                                Bold(one, FigureForm.Number),
                                Plain(Rated(then, one.Dimensions[^1].Code), FigureForm.Number)
                            )
                        )
                    ),
                    source.DayOf(then.CutOff)
                ),
                Red(source),
                Unrated(source)
            )
        );
    }

    internal static Finding Moves(FindingSource source)
    {
        var moves = PlanMoves.OfIndicators(source.Set).ToList();
        return source.Finding(
            "Moves",
            moves.TrueForAll(one => one.Move == Move.None)
                ? source.Say("No rating moved.")
                : Sentences(
                    Moved(Move.Up, "Up: {0}."),
                    Moved(Move.Down, "Down: {0}."),
                    Moved(Move.NowRated, "Rated now, but not then: {0}."),
                    Moved(Move.NoLongerRated, "No longer rated: {0}."),
                    ValuesOf([.. moves.Where(one => one.Move is Move.Up or Move.Down)])
                ),
            [.. moves.SelectMany(one => (Figure[])[one.Before, one.Now])]
        );

        // A rating can move over its threshold by a change that may be chance.
        IReadOnlyList<Inline>? ValuesOf(IReadOnlyList<IndicatorMove> moved)
        {
            var trends = moved.Select(one => NapProgress.Trend(source.Set, one.Indicator).Code).Distinct().ToList();
            return trends.Count == 0 || trends.Exists(code => !IsUnclear(code)) ? null
                : trends.Contains("no-comparison")
                    ? source.Say("The values themselves: no clear change, or none that can be tested.")
                : source.Say("None of these values changed clearly.");
        }

        static bool IsUnclear(string trend) => trend is "no-clear-change" or "about-as-many" or "no-comparison";

        IReadOnlyList<Inline>? Moved(Move move, string words)
        {
            var items = moves
                .Where(one => one.Move == move)
                .Select(one =>
                    move == Move.NowRated
                        ? source.Say("{0} ({1})", PlanWords.Named(source.Language, one.Indicator.Name), Plain(one.Now))
                    : move == Move.NoLongerRated
                        ? source.Say(
                            "{0} (was {1})",
                            PlanWords.Named(source.Language, one.Indicator.Name),
                            Plain(one.Before)
                        )
                    : source.Say(
                        "{0} ({1} to {2})",
                        PlanWords.Named(source.Language, one.Indicator.Name),
                        Plain(one.Before),
                        Plain(one.Now)
                    )
                )
                .ToList();
            return items.Count == 0 ? null : source.Say(words, List(source.Language, items, "; "));
        }
    }

    internal static Finding Steps(FindingSource source)
    {
        var (set, then) = (source.Set, source.Set.SameAge);
        var moves = PlanMoves.OfSteps(set).ToList();
        return source.Finding(
            "Steps asked",
            Sentences(
                source.Say(
                    "Platforms met {0} steps asked of them ({1} on {2}); for {3} the register holds no evidence.",
                    Bold(set.One("COM.02"), FigureForm.Counts),
                    Plain(then.One("COM.02"), FigureForm.Number),
                    source.DayOf(then.CutOff),
                    Plain(set.One("COM.05"), FigureForm.Number)
                ),
                moves.Count is 0 or > MostSteps
                    ? null
                    : source.Say("New: {0}.", List(source.Language, moves.Select(move => Step(source, move.Now)), "; "))
            ),
            [.. moves.Select(move => move.Now)]
        );
    }

    private static IReadOnlyList<Inline> Step(FindingSource source, Figure step) =>
        source.Say(
            IsChecked(source.Set, step) ? "{0}, {1}: {2}" : "{0}, {1}: {2} (not checked by us)",
            Name(source.Language, step.Dimensions[0].Label),
            PlanWords.Named(source.Language, step.Dimensions[1].Label),
            Plain(step)
        );

    private static bool IsChecked(FigureSet set, Figure step) =>
        set.Reference.Commitments.Any(row =>
            row.PlatformId == step.CodeOf(Dimension.Platform)
            && row.AskId == step.CodeOf(Dimension.Ask)
            && row.Verified == 1
        );

    private static IReadOnlyList<Inline> Milestones(FindingSource source, Figure overdue) =>
        overdue switch
        {
            { Denominator: 0 } => source.Say("no milestone was due in the period"),
            { Numerator: 0 } => source.Say("no milestone of the period is overdue"),
            { Numerator: 1 } => source.Say("{0} milestones due in the period is overdue", Counts(overdue)),
            _ => source.Say("{0} milestones due in the period are overdue", Counts(overdue)),
        };

    /// <summary>Why they are red, which the headline names; of many, the table has it.</summary>
    private static IReadOnlyList<Inline>? Red(FindingSource source)
    {
        var red = NapMetrics
            .Rated(source.Set, "red")
            .Select(one =>
                source.Say(
                    "{0} ({1} of the way to its target, {2} of the time used)",
                    PlanWords.Named(source.Language, one.Name),
                    Plain(NapMetrics.FigureOf(source.Set, one, "NAP.02")),
                    Plain(NapMetrics.FigureOf(source.Set, one, "NAP.12"))
                )
            )
            .ToList();
        return red.Count is 0 or > MostRed ? null : source.Say("Red: {0}.", List(source.Language, red, "; "));
    }

    private static IReadOnlyList<Inline>? Unrated(FindingSource source)
    {
        var names = NapMetrics
            .Rated(source.Set, "unrated")
            .Select(one => PlanWords.WithReason(source.Set, source.Language, one))
            .ToList();
        return names.Count == 0 ? null : source.Say("Not rated: {0}.", List(source.Language, names, "; "));
    }

    private static PhrasePart Counts(Figure share) => Plain(share, FigureForm.Counts);

    private static Figure Rated(FigureSet set, string rating) => set.One("NAP.10", (Dimension.Rating, rating));
}
