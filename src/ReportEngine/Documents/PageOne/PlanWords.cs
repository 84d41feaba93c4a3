using ReportEngine.Cases;
using ReportEngine.Figures;
using ReportEngine.Languages;

namespace ReportEngine.Documents;

/// <summary>Parts of sentences about the plan's indicators.</summary>
internal static class PlanWords
{
    /// <summary>The name of an indicator, and what keeps it from being rated where one figure says that.</summary>
    internal static IReadOnlyList<Inline> WithReason(FigureSet set, Language language, NapIndicator indicator)
    {
        var name = Named(language, indicator.Name);
        var returns = set.One("NAP.06", (Dimension.Point, indicator.PointId));
        return indicator.MetricId switch
        {
            { } id when set.One(id) is { Quantity: Share { Value: null } } few => Phrase.Of(
                language,
                "{0} ({1} cases, 10 needed)",
                name,
                Phrase.Plain(few, FigureForm.OutOf)
            ),
            { } id when set.One(id).Quantity is Withheld => Phrase.Of(
                language,
                "{0} (not shown, to protect individuals)",
                name
            ),
            null when returns.Numerator < returns.Denominator => Phrase.Of(
                language,
                "{0} ({1} returns came)",
                name,
                Phrase.Plain(returns, FigureForm.Counts)
            ),
            _ => name.Content,
        };
    }

    /// <summary>A name from the register within a sentence.</summary>
    internal static PhrasePart Named(Language language, string name)
    {
        var words = PlainText.Clean(language.Say(name));
        // "Mirror accounts found" but "PTA licences": a capital that begins a word of small letters.
        return words.Length > 1 && char.IsUpper(words[0]) && char.IsLower(words[1])
            ? char.ToLowerInvariant(words[0]) + words[1..]
            : words;
    }
}
