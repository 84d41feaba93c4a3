using ReportEngine.Figures;

namespace ReportEngine.Documents;

/// <summary>Every chart a template may ask for by id. A new chart is one entry.</summary>
public static class ChartCatalogue
{
    private static readonly Dictionary<string, Func<FigureSet, string, Chart>> Builders = new(StringComparer.Ordinal)
    {
        ["came_back"] = CameBack,
        ["response_times"] = ResponseTimes,
        ["outcome_shares"] = StackedCharts.Outcomes,
        ["limit_shares"] = StackedCharts.Limits,
        ["answered_curves"] = CurveCharts.Answered,
        ["action_incidence"] = CurveCharts.Incidence,
        ["action_trend"] = ActionTrend,
        ["nap_progress"] = Progress,
        ["nap_ratings"] = Ratings,
    };

    public static IReadOnlyCollection<string> Ids => Builders.Keys;

    public static Chart Build(string id, FigureSet set) => Builders[id](set, id);

    private static Chart CameBack(FigureSet set, string id)
    {
        var platforms = set.Of("MIR.02", Dimension.Platform).OrderByDescending(figure => figure.Value ?? -1);
        return new Chart(
            id,
            "Accounts that came back within 30 days, by platform",
            "A dot for all platforms together and one for each shows the share of the accounts that were acted on that "
                + "came back within 30 days; the line through the dot is the 95 % interval with requests as what "
                + "varies. A dashed line marks all platforms together. In brackets the number of accounts.",
            ChartKind.ShareDots,
            [
                Point(Codes.Total, set.One("MIR.02")),
                .. platforms.Select(figure => Point(figure.Dimensions[0].Label, figure)),
            ]
        )
        {
            Total = Codes.Total,
            Key =
                "Line: 95 % interval with requests as what varies. Dashed: all together. In brackets: number of "
                + "accounts.",
            Finding = ChartFindings.OfPlatforms(
                set,
                "MIR.02",
                new StandingWords(
                    "Came back: {0} above the total, {1} below",
                    "Came back: {0} above the total",
                    "Came back: {0} below the total",
                    "Came back: no clear difference between platforms"
                )
            ),
        };

        ChartPoint Point(string line, Figure figure)
        {
            var platform = figure.CodeOf(Dimension.Platform);
            return new ChartPoint(line, "", figure) { Ends = new ChartEnds(End(Codes.Low), End(Codes.High)) };

            Figure End(string part) => ChangeTests.Said(set, "CHG.06", "MIR.02", platform, part);
        }
    }

    private static Chart ResponseTimes(FigureSet set, string id)
    {
        var platforms = set.Of("RT.02", Dimension.Platform)
            .GroupBy(figure => figure.CodeOf(Dimension.Platform))
            .OrderByDescending(figures => Half(figures).Value ?? double.PositiveInfinity);
        return new Chart(
            id,
            "Time within which half of the referrals, and nine in ten, had an answer, by platform",
            "For all platforms together and for each a round dot shows the time within which half of the referrals had "
                + "an answer and a square that for nine in ten, with their 95 % intervals; a dashed one has no upper "
                + "end yet. Where a mark is missing, the estimated share has stayed below that level so far. In "
                + "brackets the number of referrals. Dashed lines mark the legal limits of directions.",
            ChartKind.HourDots,
            [
                .. Points(Codes.Total, set.Of("RT.02")),
                .. platforms.SelectMany(one => Points(one.First().Dimensions[0].Label, one)),
            ]
        )
        {
            Total = Codes.Total,
            Limits =
            [
                .. set
                    .Reference.Limits.Where(limit => limit.IsInForce(set.Period))
                    .Select(limit => new ChartLimit(limit.Hours, set.Label(Dimension.Basis, limit.Basis).Label)),
            ],
            Key =
                "Line: 95 % interval; dashed where it has no upper end yet. Where a mark is missing, the estimated "
                + "share has stayed below that level so far. In brackets: number of referrals. Legal limits hold "
                + "for directions only.",
            Finding = ChartFindings.OfPlatforms(
                set,
                ChangeTests.Time,
                new StandingWords(
                    "Slower than all together: {0}; faster: {1}",
                    "Slower than all together: {0}",
                    "Faster than all together: {0}",
                    "Half had an answer: no clear difference between platforms"
                )
            ),
        };

        static Figure Half(IEnumerable<Figure> figures) =>
            figures.First(figure => figure.CodeOf(Dimension.Statistic) == Codes.Median);

        static IEnumerable<ChartPoint> Points(string line, IEnumerable<Figure> figures) =>
            figures
                .Where(figure => figure.CodeOf(Dimension.Statistic) is Codes.Median or Codes.NinetiethPercentile)
                .Select(figure => new ChartPoint(
                    line,
                    figure.CodeOf(Dimension.Statistic) == Codes.Median ? "half within" : "nine in ten within",
                    figure
                ));
    }

    private static Chart ActionTrend(FigureSet set, string id)
    {
        var periods = TrendTable.Periods(set);
        return new Chart(
            id,
            "Share of referrals acted on, by period of sending",
            "A dot for each period, oldest first, shows the share of its referrals that platforms acted on by "
                + "the cut-off; the line through the dot is the 95 % interval. A dashed line marks a break in the "
                + "series: from there on, something else is counted.",
            ChartKind.ShareTrend,
            [
                .. periods.Select(one => new ChartPoint(
                    one.Period.Id,
                    "",
                    one.One("OUT.02"),
                    TrendTable.HasBreak(one, "OUT.02")
                )),
            ]
        )
        {
            Finding = ChartFindings.OfActions(set),
            Key =
                "Line through a dot: 95 % interval. Dashed: from here on something else is counted. In brackets: "
                + "number of referrals. Later periods have been followed for less time.",
            BreakReason = periods
                .SelectMany(one => set.Reference.Breaks.Where(found => found.IsIn(one.Period, "OUT.02")))
                .Select(found => found.Reason)
                .LastOrDefault(),
        };
    }

    private static Chart Progress(FigureSet set, string id) =>
        new(
            id,
            "How far each indicator has come from its baseline to its target, not its value",
            "A bar for each indicator runs from its baseline (0 %) towards its target (100 %), "
                + "the least progress first; a tick marks the part of the time from baseline to target that is over.",
            ChartKind.ProgressBars,
            [
                .. set.Of("NAP.02")
                    .OrderBy(figure => figure.Value ?? double.PositiveInfinity)
                    .Select(figure => new ChartPoint(figure.Dimensions[^1].Label, "", figure)
                    {
                        Tick = set.One(
                            "NAP.12",
                            (Dimension.Point, figure.CodeOf(Dimension.Point)!),
                            (Dimension.Indicator, figure.CodeOf(Dimension.Indicator)!)
                        ),
                    }),
            ]
        )
        {
            TickName = "time used",
            Key =
                "Bar: part of the way from baseline (0 %) to target (100 %). Orange tick: part of the time from "
                + "baseline to target that is over.",
            Finding = ChartFindings.OfProgress(set),
        };

    private static Chart Ratings(FigureSet set, string id) =>
        new(
            id,
            "Ratings of the indicators of each point",
            "A tile for each indicator, the worst rating first, has its rating in words, its name and its point.",
            ChartKind.StatusGrid,
            [
                .. set.Of("NAP.03")
                    .Select(figure => new ChartPoint(
                        PointName(set, figure.CodeOf(Dimension.Point)!),
                        figure.Dimensions[^1].Label,
                        figure
                    )),
            ]
        )
        {
            Key = NapTables.Thresholds,
            Finding = ChartFindings.OfRatings(set),
        };

    private static string PointName(FigureSet set, string pointId)
    {
        var point = set.Nap.PointOf(pointId);
        return FormattableString.Invariant($"{point.Number}{Codes.Within}{point.ShortText ?? NapTables.NotConfirmed}");
    }
}
