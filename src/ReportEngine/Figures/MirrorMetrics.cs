using ReportEngine.Cases;
using static ReportEngine.Figures.Dimension;

namespace ReportEngine.Figures;

/// <summary>Accounts that came back, went elsewhere, or had been kept in reserve.</summary>
internal static class MirrorMetrics
{
    private const long Month = 30 * 86_400;

    internal static IReadOnlyList<Metric> All { get; } =
    [
        new()
        {
            Id = "MIR.01",
            Name = "Mirror accounts found",
            Unit = Unit.Count,
            Definition =
                "Accounts, pages, channels and groups first seen in the period that an analyst linked to an "
                + "earlier account as its mirror, with confidence probable or confirmed.",
            Source = "EU Regulation 2021/784, measures against re-appearance",
            Cohort = Cohort.Activity,
            Sensitivity = Sensitivity.PersonCount,
            Breakdowns = [Platform, Organisation],
            Additive = [Platform, Organisation],
            Computation = Computation.One(OtherQueries.Mirrors, rows => new Count(rows.Sum(row => row.Number))),
        },
        new()
        {
            Id = "MIR.02",
            Name = "Came back within 30 days",
            Unit = Unit.Share,
            Definition =
                "Accounts, pages, channels and groups on which a first action took effect in the period and at "
                + "least 30 days before the cut-off, and for which another account, page, channel or group on the "
                + "same platform, linked as its mirror with confidence probable or confirmed, was first seen "
                + "within 30 days of the effect. Single posts are not counted.",
            Numerator = "Accounts with a mirror within 30 days",
            Denominator = "Accounts with action in the period, followed for at least 30 days",
            Source = "EU Regulation 2021/784 monitoring programme (SWD(2024) 36), KPI 28",
            Changes = DefinitionChange.Second(DefinitionChange.Accounts, DefinitionChange.Effects),
            Cohort = Cohort.Activity,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, Organisation],
            Computation = Computation.One(
                MirrorQueries.TimeToMirror,
                rows => ResponseTimes.ActionedWithin(rows, Month)
            ),
        },
        new()
        {
            Id = "MIR.03",
            Name = "Time to mirror",
            Unit = Unit.Hours,
            Definition =
                "Hours from the effect of the first action on an account, page, channel or group, if in the "
                + "period, to the first sight of its first mirror on the same platform that is itself one of "
                + "these, linked with confidence probable or confirmed, estimated by the Kaplan–Meier method; "
                + "accounts without a mirror count until the cut-off. Accounts that existed before the action are "
                + "in MIR.05.",
            Numerator = "Accounts with a mirror",
            Denominator = "Accounts with action in the period",
            Source = "derived",
            Changes = DefinitionChange.Second(DefinitionChange.Accounts, DefinitionChange.Effects),
            Cohort = Cohort.Activity,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, Organisation],
            Part = Statistic,
            Statistics = [Codes.Quartile, Codes.Median],
            Computation = Computation.Parts(
                MirrorQueries.TimeToMirror,
                rows =>
                    ResponseTimes.Quantiles(
                        [.. rows.Select(row => new Timing(row.Seconds, row.Cause == 1, row.Cases))],
                        Codes.Quartile,
                        Codes.Median
                    )
            ),
        },
        new()
        {
            Id = "MIR.04",
            Name = "Mirror generations",
            Unit = Unit.Generations,
            Definition =
                "How deep the mirrors first seen in the period stand in a chain of mirrors, on average and at "
                + "most: the mirror of an account that mirrors no other has depth 1, a mirror of that mirror 2. "
                + "Links with confidence possible are left out; of two earlier accounts the link recorded first "
                + "counts.",
            Source = "derived",
            Cohort = Cohort.Activity,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, Organisation],
            Part = Statistic,
            Statistics = [Codes.Mean, Codes.Deepest],
            Computation = Computation.Parts(MirrorQueries.Generations, Generations),
        },
        new()
        {
            Id = "MIR.05",
            Name = "Parallel and back-up accounts",
            Unit = Unit.Count,
            Definition =
                "Accounts, pages, channels and groups first seen in the period that are linked to another "
                + "account as mirror, back-up or successor, with confidence probable or confirmed, and were seen "
                + "before any action on that account took effect.",
            Source = "derived",
            Changes = DefinitionChange.Second(DefinitionChange.Effects),
            Cohort = Cohort.Activity,
            Sensitivity = Sensitivity.PersonCount,
            Breakdowns = [Platform, Organisation],
            Additive = [Platform, Organisation],
            Computation = Computation.One(MirrorQueries.Parallel, rows => new Count(rows.Sum(row => row.Number))),
        },
        new()
        {
            Id = "MIR.06",
            Name = "Went to another platform within 30 days",
            Unit = Unit.Share,
            Definition =
                "Accounts, pages, channels and groups on which a first action took effect in the period and at "
                + "least 30 days before the cut-off, and for which an account, page, channel or group on another "
                + "platform, linked as mirror or successor with confidence probable or confirmed, was first seen "
                + "within 30 days of the effect. Single posts are not counted. The platform is the one left.",
            Numerator = "Accounts with a linked account elsewhere within 30 days",
            Denominator = "Accounts with action in the period, followed for at least 30 days",
            Source = "derived",
            Changes = DefinitionChange.Second(DefinitionChange.Accounts, DefinitionChange.Effects),
            Cohort = Cohort.Activity,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, Organisation],
            Computation = Computation.One(
                MirrorQueries.TimeToDisplacement,
                rows => ResponseTimes.ActionedWithin(rows, Month)
            ),
        },
    ];

    private static IEnumerable<Part> Generations(IReadOnlyList<DepthRow> rows)
    {
        var mirrors = rows.Sum(row => row.Number);
        return
        [
            new Part(
                Codes.Mean,
                mirrors == 0
                    ? new NotApplicable()
                    : new Measured((double)rows.Sum(row => row.Depth * row.Number) / mirrors, IsShare: false)
            ),
            new Part(Codes.Deepest, mirrors == 0 ? new NotApplicable() : new Count(rows.Max(row => row.Depth))),
        ];
    }
}
