using ReportEngine.Cases;

namespace ReportEngine.Figures;

/// <summary>How an indicator's rating stands against the period before at the same age.</summary>
internal enum Move
{
    None,
    Up,
    Down,
    NowRated,
    NoLongerRated,
}

/// <summary>The rating of an indicator then and now. A rating that is lost is no move up.</summary>
internal sealed record IndicatorMove(NapIndicator Indicator, Figure Before, Figure Now, Move Move);

/// <summary>What platforms had newly done, or taken back, against the period before at the same age.</summary>
internal sealed record StepMove(Figure Now);

/// <summary>Moves of the plan since the period before was as old as this one is.</summary>
internal static class PlanMoves
{
    internal static IEnumerable<IndicatorMove> OfIndicators(FigureSet set) =>
        set.Nap.Indicators.Select(indicator =>
        {
            (Dimension, string)[] key = [(Dimension.Indicator, indicator.IndicatorId)];
            var (before, now) = (Rating(set.SameAge, key), Rating(set, key));
            return new IndicatorMove(indicator, before, now, Between((Status)before.Quantity, (Status)now.Quantity));
        });

    /// <summary>Steps asked of platforms that are met or withdrawn now and were not then.</summary>
    internal static IEnumerable<StepMove> OfSteps(FigureSet set)
    {
        var then = set
            .SameAge.Of("COM.01", Dimension.Platform, Dimension.Ask)
            .ToDictionary(KeyOf, figure => figure.Quantity);
        return set.Of("COM.01", Dimension.Platform, Dimension.Ask)
            .Where(figure =>
                figure.Quantity is Status { Code: "met" or "withdrawn" } now
                && then.GetValueOrDefault(KeyOf(figure)) as Status != now
            )
            .Select(figure => new StepMove(figure));

        static (string?, string?) KeyOf(Figure figure) =>
            (figure.CodeOf(Dimension.Platform), figure.CodeOf(Dimension.Ask));
    }

    private static Figure Rating(FigureSet set, (Dimension Dimension, string Code)[] key) =>
        set.Of("NAP.03").First(figure => key.All(value => figure.CodeOf(value.Dimension) == value.Code));

    private static Move Between(Status before, Status now) =>
        (before.Code == NapProgress.Unrated.Code, now.Code == NapProgress.Unrated.Code) switch
        {
            (true, true) => Move.None,
            (true, false) => Move.NowRated,
            (false, true) => Move.NoLongerRated,
            _ => NapProgress.RankOf(now).CompareTo(NapProgress.RankOf(before)) switch
            {
                > 0 => Move.Up,
                < 0 => Move.Down,
                _ => Move.None,
            },
        };
}
