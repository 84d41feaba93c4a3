using static ReportEngine.Figures.Dimension;

namespace ReportEngine.Figures;

/// <summary>
/// This period against the one before, like for like: the numbers of the rule that page one speaks by.
/// </summary>
internal static class ChangeMetrics
{
    private const string Kinds = "A kind of case is a platform and a kind of request.";

    private const string SameAge =
        "The period before is taken as it was known at the same age: as long after its end as this one is known after "
        + "its own.";

    internal static IReadOnlyList<Metric> All { get; } =
    [
        Change(
            "CHG.01",
            "Like for like, before and now",
            Unit.LikeForLike,
            "What a measure comes to in the period before and in this one when every kind of case weighs the same in "
                + "both: n₀·n₁ / (n₀ + n₁), of n₀ cases before and n₁ now. "
                + Kinds
                + " A share, or the median hours of the Kaplan–Meier curves together. "
                + SameAge,
            "derived; N. Mantel and W. Haenszel (1959)",
            Parts((Codes.Before, BeforeOf), (Codes.Now, NowOf))
        ) with
        {
            Part = Statistic,
            Statistics = [Codes.Before, Codes.Now],
        },
        Change(
            "CHG.02",
            "Probability of a change as large by chance",
            Unit.Probability,
            "The probability of a difference at least as large, either way, if nothing had changed but the mix of "
                + "kinds of case. Requests, and not referrals, are taken to vary by themselves, because referrals of "
                + "one request are often answered together. Once for the test alone, and once with all tests of its "
                + "kind (Holm): those of seven measures of all platforms together, and those of two measures by "
                + "platform. There is no test where CHG.04 is under 70 %, "
                + "where a period has fewer than 5 requests, where fewer than 5 cases are expected to be so, or not "
                + "so, or where a period has fewer than 10 answers. "
                + SameAge,
            "N. Mantel (1966); D. Y. Lin and L. J. Wei (1989); S. Holm (1979)",
            Parts(
                (Codes.PValue, test => Chance(test.Result.Test?.Probability)),
                (Codes.Adjusted, test => Chance(test.Adjusted))
            )
        ) with
        {
            Part = Statistic,
            Statistics = [Codes.PValue, Codes.Adjusted],
        },
        Change(
            "CHG.03",
            "Verdict on the change",
            Unit.Status,
            "Rose, fell, longer or shorter only where the probability with all tests (CHG.02) is at most 5 %, of a "
                + "platform 1 %, and the difference like for like (CHG.01) is at least 3 points (1 where both shares "
                + "are under 10 %), or of times a fifth of the value before and 2 hours. 'Like for like only' where "
                + "the values as they are moved the other way. No clear change otherwise, which is no proof that "
                + "nothing changed. Complete counts (REF.01, ACC.01, MIR.01, SAF.01) are not tested: more or fewer "
                + "from 20 on and 5 % of what we do ourselves, 20 % of what reaches us. What size is worth a word is a "
                + "judgement.",
            "derived from CHG.01 and CHG.02",
            Computation.From((set, metric, by) => Verdicts(set, metric, by))
        ),
        Change(
            "CHG.04",
            "Comparable cases",
            Unit.Weight,
            "The weight of the kinds of case that both periods have, as part of what it would be if both had the same "
                + "mix: 100 % then, 0 % where they have no kind in common. "
                + Kinds,
            "derived",
            Parts((null, test => new Measured(test.Result.Comparable, IsShare: true)))
        ),
        Change(
            "CHG.05",
            "Mix of kinds of request",
            Unit.Share,
            "The cases of a measure by kind of request, in the period before and in this one: where the mix changes, "
                + "values change without any platform answering otherwise. "
                + SameAge,
            "derived",
            Computation.From((set, metric, _) => Mix(set, metric))
        ) with
        {
            Numerator = "Cases of that kind of request",
            Denominator = "Cases of the measure",
            Breakdowns = [Dimension.Metric, Basis],
            Natural = [Dimension.Metric, Basis],
            IsAgainstAll = true,
            Part = Statistic,
            Statistics = [Codes.Before, Codes.Now],
        },
        .. StandingMetrics.All,
    ];

    private static IEnumerable<Figure> Mix(FigureSet set, Metric metric) =>
        ChangeTests.Measures.SelectMany(id =>
        {
            var (before, now) = (set.SameAge.CasesOf(id).ByBasis, set.CasesOf(id).ByBasis);
            return set.InOrder(Basis, before.Keys.Union(now.Keys))
                .Where(basis => before.ContainsKey(basis.Code) || now.ContainsKey(basis.Code))
                .SelectMany(basis =>
                    new[] { (Codes.Before, before), (Codes.Now, now) }.Select(side => new Figure(
                        metric,
                        [set.Label(Dimension.Metric, id), basis, set.Label(Statistic, side.Item1)],
                        new Share(side.Item2.GetValueOrDefault(basis.Code), side.Item2.Values.Sum()),
                        set.Period,
                        set.CutOff
                    ))
                );
        });

    /// <summary>Of the tests, and of the counts, which have no platforms.</summary>
    private static IEnumerable<Figure> Verdicts(FigureSet set, Metric metric, IReadOnlyList<Dimension> by) =>
        [
            .. Tested(set, metric, by, (null, ChangeVerdicts.StatusOf)),
            .. by.Contains(Platform)
                ? []
                : CountChanges.Measures.Select(id => new Figure(
                    metric,
                    [set.Label(Dimension.Metric, id)],
                    ChangeVerdicts.StatusOf(CountChanges.Of(set, id)),
                    set.Period,
                    set.CutOff
                )),
        ];

    internal static Metric Change(
        string id,
        string name,
        Unit unit,
        string definition,
        string source,
        Computation computation
    ) =>
        new()
        {
            Id = id,
            Name = name,
            Unit = unit,
            Definition = definition,
            Source = source,
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Dimension.Metric, Platform],
            Natural = [Dimension.Metric],
            Computation = computation,
        };

    private static Computation Parts(params IReadOnlyList<(string? Code, Func<ChangeTest, Quantity> Quantity)> parts) =>
        Computation.From((set, metric, by) => Tested(set, metric, by, [.. parts]));

    private static IEnumerable<Figure> Tested(
        FigureSet set,
        Metric metric,
        IReadOnlyList<Dimension> by,
        params IReadOnlyList<(string? Code, Func<ChangeTest, Quantity> Quantity)> parts
    ) =>
        set
            .Changes.Where(test => test.Platform is not null == by.Contains(Platform))
            .SelectMany(test =>
                parts.Select(part => new Figure(
                    metric,
                    [
                        .. test.Platform is { } platform ? [set.Label(Platform, platform)] : NoValues,
                        set.Label(Dimension.Metric, test.Metric.Id),
                        .. part.Code is { } code ? [set.Label(Statistic, code)] : NoValues,
                    ],
                    part.Quantity(test),
                    set.Period,
                    set.CutOff
                ))
            );

    internal static DimensionValue[] NoValues => [];

    private static Quantity BeforeOf(ChangeTest test) => ValueOf(test.Result, test.Result.Before);

    private static Quantity NowOf(ChangeTest test) => ValueOf(test.Result, test.Result.Now);

    private static Quantity ValueOf(LikeForLike result, LikeForLikeSide side) =>
        result switch
        {
            { Cells: 0 } or { Test: null } => new Change(null, result.IsTime ? ChangeUnit.Hours : ChangeUnit.Share),
            { IsTime: true } => new Hours(side.Value, side.Value is not null, side.Yes, side.Cases),
            _ => new Measured(side.Value!.Value, IsShare: true),
        };

    private static Change Chance(double? probability) => new(probability, ChangeUnit.Probability);
}
