using NodaTime.Text;
using ReportEngine.Cases;
using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;
using Scriban.Runtime;

namespace ReportEngine.Templates;

/// <summary>What a report is about, for its template: words, answers to yes or no, and lists. No figure.</summary>
/// <param name="Withheld">How many figures of the report are withheld, as far as is known.</param>
internal sealed record TemplateNames(FigureSet Set, Edition Edition, Language Language, Dataset Dataset, int Withheld)
{
    public IEnumerable<(string Name, object Value)> All =>
        [
            (TemplateLanguage.Period, OfPeriod()),
            ("cut_off", OfCutOff()),
            ("release", Object(("is_follow_up", Set.Earlier is not null))),
            ("edition", OfEdition()),
            ("dataset", OfDataset()),
            ("plan", OfPlan()),
            .. TemplateLanguage.Lists.Select(list =>
                (list.Key, list.Value is { } dimension ? ListOf(dimension) : (object)PeriodList())
            ),
        ];

    private NumberStyle Style => new(Language);

    private ScriptObject OfPeriod() =>
        Object(
            ("name", Style.PeriodName(Set.Period)),
            ("id", Set.Period.Id),
            ("fiscal_year", Set.Period.FiscalYear),
            ("last_day", Style.Date(Set.Period.End.PlusDays(-1))),
            ("is_complete", Set.Period.IsCompleteAt(Set.CutOff)),
            ("has_previous", Set.HasPrevious)
        );

    private ScriptObject OfCutOff() =>
        Object(
            ("day", Style.Date(Set.CutOff.Day)),
            ("moment", Style.Moment(Set.CutOff)),
            ("clock", NumberStyle.Clock(Set.CutOff))
        );

    private ScriptObject OfEdition() =>
        Object(
            ("name", Language.Say(Edition.Name)),
            ("threshold", NumberStyle.Whole(Set.Rules.LeastCount ?? 0)),
            ("withheld", NumberStyle.Whole(Withheld)),
            ("is_protected", Set.Rules.LeastCount is not null),
            ("is_official", Edition.Id == Edition.Official),
            ("is_auditor", Edition.Id == Edition.Auditor),
            ("has_withheld", Withheld > 0)
        );

    private ScriptObject OfDataset() =>
        Object(
            ("title", Language.Say(Dataset.Title)),
            ("office", Language.Say(Dataset.Office)),
            ("contact", Language.Say(Dataset.Contact)),
            ("baseline", Style.Date(LocalDatePattern.Iso.Parse(Dataset.BaselineOn).Value)),
            ("is_invented", Dataset.Invented == 1)
        );

    /// <summary>Names of indicators, which no figure holds.</summary>
    private ScriptObject OfPlan()
    {
        return Object(
            ("red", Named("red")),
            ("unrated", Named("unrated")),
            ("has_red", Named("red").Length > 0),
            ("has_unrated", Named("unrated").Length > 0)
        );

        string Named(string rating) =>
            string.Join(
                Language.Say("; "),
                NapMetrics.Rated(Set, rating).Select(indicator => Language.Say(indicator.Name))
            );
    }

    private ItemList ListOf(Dimension dimension) =>
        dimension == Dimension.Point
            ? new ItemList(
                NapMetrics.PointsWithIndicators(Set).Select(id => (id, NapSections.TitleOf(Set, id, Language)))
            )
            {
                Printed = () => new PlacedBlocks([.. NapSections.Of(Set, Language)]),
            }
            : new ItemList(Set.ValuesOf(dimension).Select(value => (value.Code, Language.Say(value.Label))));

    /// <summary>Asked of the register where a template loops over them, and only there.</summary>
    private TemplateFunction PeriodList() =>
        new(call =>
            call.Run.Budget.Outside(() =>
                new ItemList(TrendTable.Periods(Set).Select(one => (one.Period.Id, Style.PeriodName(one.Period))))
            )
        );

    private static ScriptObject Object(params (string Name, object Value)[] members)
    {
        var made = new ScriptObject();
        foreach (var (name, value) in members)
        {
            made[name] = value;
        }
        made.IsReadOnly = true;
        return made;
    }
}
