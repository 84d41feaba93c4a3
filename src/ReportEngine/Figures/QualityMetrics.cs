using ReportEngine.Cases;
using static ReportEngine.Figures.Dimension;

namespace ReportEngine.Figures;

/// <summary>How complete and how well checked the register is.</summary>
internal static class QualityMetrics
{
    internal static IReadOnlyList<Metric> All { get; } =
    [
        new()
        {
            Id = "DQ.01",
            Name = "Referrals with a field missing",
            Unit = Unit.Share,
            Definition =
                "Referrals submitted in the period for which the register does not hold a field it should: the "
                + "legal ground, the platform's acknowledgement, the followers of the account when referred, the "
                + "language, the country; and, of the referrals acted on, the time the action took effect.",
            Numerator = "Referrals without the field",
            Denominator = "Referrals submitted (REF.01); for the time of effect those acted on (OUT.02)",
            Source = "derived",
            Changes = DefinitionChange.Second(DefinitionChange.EffectField),
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, Agency],
            Part = Field,
            Computation = Computation.Parts(
                ReviewQueries.MissingFields,
                rows =>
                    rows.GroupBy(row => row.Part, StringComparer.Ordinal)
                        .Select(field => new Part(
                            field.Key,
                            new Share(field.Sum(row => row.Subset), field.Sum(row => row.Number))
                        ))
            ),
        },
        new()
        {
            Id = "DQ.02",
            Name = "Actions checked by us within 72 hours",
            Unit = Unit.Share,
            Definition =
                "Referrals submitted in the period on which action took effect at least 72 hours before the "
                + "cut-off, by the time recorded for it, whose account or post we looked at within 72 hours after "
                + "the effect.",
            Numerator = "Referrals checked in that time",
            Denominator = "Referrals with an action in effect for at least 72 hours",
            Source = "Terrorist Content Analytics Platform",
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform],
            Computation = Computation.One(ReviewQueries.Verified, OutcomeMetrics.Subset),
        },
        new()
        {
            Id = "DQ.03",
            Name = "Figures revised since the last release",
            Unit = Unit.Portion,
            Definition =
                "Figures of the last release of this report that have another value today, of those that can be "
                + "worked out again. What was waiting at a cut-off is another thing at another cut-off and is not "
                + "compared. Not applicable to a first release.",
            Numerator = "Figures with another value",
            Denominator = "Figures of the last release that can be worked out again",
            Source = "revisions policy of official statistics",
            Cohort = Cohort.Stock,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Dimension.Metric],
            Computation = Computation.From((set, metric, by) => Revised(set, metric, by)),
        },
        new()
        {
            Id = "DQ.04",
            Name = "Counts withheld",
            Unit = Unit.Portion,
            Definition =
                "Counts of accounts and persons, in total and by each breakdown of the catalogue, that this "
                + "edition does not show because they are small or because a small one could be worked out from "
                + "them. None in an edition that withholds nothing.",
            Numerator = "Counts withheld",
            Denominator = "Counts of accounts and persons, those of 0 among them",
            Source = "statistical disclosure control",
            Cohort = Cohort.Stock,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Dimension.Metric],
            Computation = Computation.From((set, metric, by) => Withheld(set, metric, by)),
        },
    ];

    private static IEnumerable<Figure> Revised(FigureSet set, Metric metric, IReadOnlyList<Dimension> by)
    {
        return by.Count == 0 || set.Earlier is null
            ? [Of([], set.Compared)]
            : set
                .Compared.GroupBy(one => one.Now.Metric.Id)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => Of([set.Label(Dimension.Metric, group.Key)], [.. group]));

        Figure Of(IReadOnlyList<DimensionValue> dimensions, IReadOnlyList<Revision> figures) =>
            new(
                metric,
                dimensions,
                set.Earlier is null
                    ? new NotApplicable()
                    : new Portion(figures.Count(one => one.Reasons != RevisionReasons.None), figures.Count),
                set.Period,
                set.CutOff
            );
    }

    private static IEnumerable<Figure> Withheld(FigureSet set, Metric metric, IReadOnlyList<Dimension> by)
    {
        var cells = set
            .PersonCounts.Cells.Where(cell => cell.Kind == CellKind.Protected)
            .Select(cell => cell.Key)
            .ToList();
        return by.Count == 0
            ? [Of([], cells)]
            : cells
                .GroupBy(cell => cell.MetricId)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => Of([set.Label(Dimension.Metric, group.Key)], [.. group]));

        Figure Of(IReadOnlyList<DimensionValue> dimensions, IReadOnlyList<CellKey> counted) =>
            new(
                metric,
                dimensions,
                new Portion(counted.Count(set.Protection.Withheld.Contains), counted.Count),
                set.Period,
                set.CutOff
            );
    }
}
