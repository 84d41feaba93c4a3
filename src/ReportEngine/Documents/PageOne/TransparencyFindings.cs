using ReportEngine.Figures;
using ReportEngine.Languages;
using static ReportEngine.Documents.Phrase;

namespace ReportEngine.Documents;

/// <summary>What page one of the transparency summary says below its headline: our own errors always.</summary>
internal static class TransparencyFindings
{
    /// <summary>Safeguards that are told of where they fail in half of the cases or more.</summary>
    private static readonly IReadOnlyList<(string MetricId, bool IsFailure, string Words)> Safeguards =
    [
        ("UDR.05", true, "Preservations of user data that ran out before we asked for the data: {0}."),
        ("DET.03", false, "Referrals that a person decided: only {0}."),
        ("DQ.02", false, "Actions that we checked within 72 hours: only {0}."),
    ];

    private const double Half = 0.5;

    internal static Finding Sent(FindingSource source)
    {
        var (set, before) = (source.Set, source.Set.Previous);
        return source.Finding(
            "Sent",
            Sentences(
                set.One("ACC.01").Quantity is Withheld
                    ? source.Say(
                        "We sent {0} referrals; about how many accounts is not shown, to protect individuals.",
                        Bold(set.One("REF.01"))
                    )
                    : source.Say(
                        "We sent {0} referrals about {1} accounts.",
                        Bold(set.One("REF.01")),
                        Bold(set.One("ACC.01"))
                    ),
                source.IsFirst ? null : Before(source, before)
            ),
            [source.Verdict("REF.01"), source.Verdict("ACC.01")]
        );
    }

    private static IReadOnlyList<Inline> Before(FindingSource source, FigureSet before)
    {
        var words = ((Status)source.Verdict("REF.01").Quantity).Code switch
        {
            "more" => "More than in {0}: {1} referrals",
            "fewer" => "Fewer than in {0}: {1} referrals",
            _ => "About as many as in {0}: {1} referrals",
        };
        var sentence = source.Say(words, source.PeriodBefore, Plain(before.One("REF.01")));
        return before.One("ACC.01").Quantity is Withheld
            ? [.. sentence, .. source.Say(".")]
            : [.. sentence, .. source.Say(" about {0} accounts.", Plain(before.One("ACC.01")))];
    }

    /// <summary>What became of all referrals: each is in one of the five numbers.</summary>
    internal static Finding Outcomes(FindingSource source)
    {
        var set = source.Set;
        return source.Finding(
            "Outcome",
            set.One("REF.01").Value > 0
                ? source.Say(
                    "Acted on {0}, refused {1}, answered otherwise {2}, withdrawn by us before an answer {3}, "
                        + "waiting for an answer {4}: together {5} referrals.",
                    Bold(set.One("OUT.02"), FigureForm.Number),
                    Bold(set.One("OUT.06"), FigureForm.Number),
                    Bold(set.One("OUT.10"), FigureForm.Number),
                    Bold(set.One("OUT.01", (Dimension.Outcome, "withdrawn")), FigureForm.Number),
                    Bold(Headlines.Pending(set), FigureForm.Number),
                    Plain(set.One("OUT.02"), FigureForm.OutOf)
                )
                : source.Say("No referral was sent.")
        );
    }

    internal static Finding Platforms(FindingSource source) =>
        PlatformFindings.Of(
            source,
            "OUT.02",
            new PlatformWords(
                "{0} acted on {2}, more than in {3} ({1}).",
                "{0} acted on {2}, less than in {3} ({1}).",
                "More often acted on than all together: {0}.",
                "Less often: {0}."
            )
        );

    internal static Finding Errors(FindingSource source)
    {
        var set = source.Set;
        var audited = set.One("SAF.04");
        return source.Finding(
            "Our own errors",
            Sentences([
                source.Say(
                    "Found wrong so far: {0} of our referrals; undone: {1} of platforms’ actions.",
                    Bold(set.One("SAF.03"), FigureForm.Counts),
                    Bold(set.One("SAF.02"), FigureForm.Counts)
                ),
                .. Safeguards
                    .Where(safeguard =>
                        set.One(safeguard.MetricId).Value is { } value
                        && (safeguard.IsFailure ? value >= Half : value <= Half)
                    )
                    .Select(safeguard => source.Say(safeguard.Words, Bold(set.One(safeguard.MetricId)))),
                audited.Denominator == 0
                    ? source.Say("No referral was audited.")
                    : source.Say(
                        "Of the referrals audited, {0} were correct; so few cannot show that the others were.",
                        Plain(audited, FigureForm.Counts)
                    ),
            ])
        );
    }
}
