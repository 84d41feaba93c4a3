using Fluid;
using ReportEngine.Cases;
using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;

namespace ReportEngine.Templates;

/// <summary>The variables a template may use; all text, escaped, and conditions.</summary>
internal static class TemplateVariables
{
    public static readonly IReadOnlyList<string> Names =
    [
        "period.name",
        "period.id",
        "period.fiscal_year",
        "period.is_complete",
        "period.last_day",
        "period.has_previous",
        "cut_off.day",
        "cut_off.moment",
        "cut_off.clock",
        "release.is_follow_up",
        "edition.name",
        "edition.is_protected",
        "edition.threshold",
        "edition.withheld",
        "dataset.title",
        "dataset.office",
        "dataset.contact",
        "dataset.baseline",
        "dataset.is_invented",
    ];

    public static TemplateContext Context(
        FigureSet set,
        Edition edition,
        Language language,
        Dataset dataset,
        int withheld
    )
    {
        var (period, cutOff) = (set.Period, set.CutOff);
        var style = new NumberStyle(language);
        var context = new TemplateContext(new TemplateOptions { MaxSteps = 10_000, MaxRecursion = 20 });
        context.SetValue(
            "period",
            new Dictionary<string, object>
            {
                ["name"] = MarkdownText.Escape(style.PeriodName(period)),
                ["id"] = MarkdownText.Escape(period.Id),
                ["fiscal_year"] = MarkdownText.Escape(period.FiscalYear),
                ["is_complete"] = period.IsCompleteAt(cutOff),
                ["last_day"] = MarkdownText.Escape(style.Date(period.End.PlusDays(-1))),
                ["has_previous"] = set.Previous.One("REF.01").Value > 0,
            }
        );
        context.SetValue(
            "cut_off",
            new Dictionary<string, object>
            {
                ["day"] = MarkdownText.Escape(style.Date(cutOff.Day)),
                ["moment"] = MarkdownText.Escape(style.Moment(cutOff)),
                ["clock"] = NumberStyle.Clock(cutOff),
            }
        );
        context.SetValue("release", new Dictionary<string, object> { ["is_follow_up"] = set.Earlier is not null });
        context.SetValue(
            "edition",
            new Dictionary<string, object>
            {
                ["name"] = MarkdownText.Escape(language.Say(edition.Name)),
                ["is_protected"] = set.Rules.LeastCount is not null,
                ["threshold"] = NumberStyle.Whole(set.Rules.LeastCount ?? 0),
                ["withheld"] = NumberStyle.Whole(withheld),
            }
        );
        context.SetValue(
            "dataset",
            new Dictionary<string, object>
            {
                ["title"] = MarkdownText.Escape(language.Say(dataset.Title)),
                ["office"] = MarkdownText.Escape(language.Say(dataset.Office)),
                ["contact"] = MarkdownText.Escape(language.Say(dataset.Contact)),
                ["baseline"] = MarkdownText.Escape(
                    style.Date(NodaTime.Text.LocalDatePattern.Iso.Parse(dataset.BaselineOn).Value)
                ),
                ["is_invented"] = dataset.Invented == 1,
            }
        );
        return context;
    }
}
