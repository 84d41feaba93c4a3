using ReportEngine.Figures;
using ReportEngine.Languages;
using static ReportEngine.Documents.Phrase;

namespace ReportEngine.Documents;

/// <summary>What page one of the report on response times says below its headline.</summary>
internal static class TimesFindings
{
    internal static Finding Answer(FindingSource source)
    {
        var (half, most) = (Time(source.Set, Codes.Median), Time(source.Set, Codes.NinetiethPercentile));
        return source.Finding(
            "Time to an answer",
            Sentences(
                HalfOf(source, half),
                half.Marker() == "u" || half.Denominator == 0 ? null : NineInTen(source, most),
                source.IsFirst ? null : Before(source)
            ),
            source.IsFirst ? [] : [source.Verdict(ChangeTests.Time)]
        );
    }

    internal static Finding Platforms(FindingSource source) =>
        PlatformFindings.Of(
            source,
            ChangeTests.Time,
            new PlatformWords(
                "{0}: half within {2}, longer than in {3} ({1}).",
                "{0}: half within {2}, sooner than in {3} ({1}).",
                "Slower than all platforms together, half within: {0}.",
                "Faster: {0}."
            )
        );

    /// <summary>What the headline measures against; the register may hold limits of several kinds of request.</summary>
    internal static Finding Limits(FindingSource source)
    {
        var limits = source
            .Set.Reference.Limits.Where(limit => limit.IsInForce(source.Set.Period))
            .Select(limit =>
                source.Say(
                    "{0}: {1}",
                    Name(source.Language, source.Set.Label(Dimension.Basis, limit.Basis).Label),
                    source.Language.Say("{0}\u00a0hours", limit.Hours)
                )
            )
            .ToList();
        return source.Finding(
            "Legal limit",
            limits.Count == 0
                ? source.Say("The register holds no legal limit for this period.")
                : Sentences(
                    source.Say("Time to answer by law: {0}.", List(source.Language, limits, "; ")),
                    Late(source)
                )
        );
    }

    /// <summary>"No answer in time" is not "no answer": how many had one later.</summary>
    private static IReadOnlyList<Inline>? Late(FindingSource source)
    {
        var (answered, waiting) = (Part(Codes.AnsweredLate), Part(Codes.StillWaiting));
        return answered.Denominator > 0
            ? source.Say(
                "Of the {0} without an answer in time, {1} had one later and {2} were still waiting on {3}.",
                Plain(answered, FigureForm.OutOf),
                Bold(answered, FigureForm.Number),
                Bold(waiting, FigureForm.Number),
                source.DayOf(source.Set.CutOff)
            )
            : null;

        Figure Part(string code) => source.Set.One("RT.22", (Dimension.AfterLimit, code));
    }

    internal static Finding Waiting(FindingSource source)
    {
        var (old, before) = (Old(source.Set), Old(source.Set.SameAge));
        return source.Finding(
            "Waiting",
            Sentences(
                old.Denominator == 0
                    ? source.Say("No referral was waiting on {0}.", source.DayOf(source.Set.CutOff))
                    : source.Say(
                        "Of all periods, {0} referrals were waiting on {1}, {2} of them over 30 days.",
                        Bold(old, FigureForm.OutOf),
                        source.DayOf(source.Set.CutOff),
                        Bold(old, FigureForm.Number)
                    ),
                source.IsFirst
                    ? null
                    : source.Say(
                        "On {0}: {1}, {2} of them over 30 days.",
                        source.DayOf(source.Set.SameAge.CutOff),
                        Plain(before, FigureForm.OutOf),
                        Plain(before, FigureForm.Number)
                    )
            )
        );
    }

    private static IReadOnlyList<Inline> HalfOf(FindingSource source, Figure half) =>
        half switch
        {
            { Denominator: 0 } => source.Say("No referral was sent."),
            { Value: not null } => source.Say(
                "Half of the {0} referrals had an answer within an estimated {1}{2}.",
                Plain(half, FigureForm.OutOf),
                Bold(half),
                Plain(half, FigureForm.Interval)
            ),
            _ when half.Marker() == "u" => source.Say(
                "Too few of the {0} referrals had an answer to estimate a time.",
                Plain(half, FigureForm.OutOf)
            ),
            _ => source.Say(
                "Fewer than half of the {0} referrals had an answer by {1}.",
                Plain(half, FigureForm.OutOf),
                source.DayOf(source.Set.CutOff)
            ),
        };

    private static IReadOnlyList<Inline> NineInTen(FindingSource source, Figure most) =>
        most.Value is null
            ? source.Say("Fewer than nine in ten had one by {0}.", source.DayOf(source.Set.CutOff))
            : source.Say("Nine in ten had one within {0}.", Bold(most));

    private static IReadOnlyList<Inline> Before(FindingSource source)
    {
        var before = Time(source.Set.SameAge, Codes.Median);
        var test = source.Set.Changes.First(one => one.Platform is null && one.Metric.Id == ChangeTests.Time);
        IReadOnlyList<PhrasePart> parts = [source.PeriodBefore, Plain(before)];
        return (before.Value, test.Verdict) switch
        {
            (null, _) when before.Marker() == "u" => source.Say("In {0} there were too few.", parts),
            (null, _) => source.Say("In {0}, at the same age, fewer than half had one.", parts),
            (_, Verdict.NoTest) => source.Say("In {0}, half within {1}: not compared, too little is alike.", parts),
            (_, Verdict.Longer) => source.Say("In {0}, half within {1}: now clearly longer, like for like.", parts),
            (_, Verdict.Shorter) => source.Say("In {0}, half within {1}: now clearly shorter, like for like.", parts),
            _ => Sentences(source.Say("In {0}, half within {1}.", parts), LikeForLikeWords.NoClearChange(source, test)),
        };
    }

    private static Figure Time(FigureSet set, string statistic) =>
        set.One(ChangeTests.Time, (Dimension.Statistic, statistic));

    private static string? Marker(this Figure figure) => figure.Quantity.Marker;

    private static Figure Old(FigureSet set) => set.One("OUT.07", (Dimension.Age, "days-over-30"));
}
