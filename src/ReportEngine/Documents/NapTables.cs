using NodaTime.Text;
using ReportEngine.Cases;
using ReportEngine.Figures;

namespace ReportEngine.Documents;

/// <summary>The tables of the National Action Plan.</summary>
internal static class NapTables
{
    internal static Table Grid(FigureSet set, string id)
    {
        var milestones = MetricCatalogue.Find("NAP.05");
        var returns = MetricCatalogue.Find("NAP.06");
        var rows = NapMetrics
            .PointsWithIndicators(set)
            .Select(pointId =>
            {
                var point = set.Nap.PointOf(pointId);
                return new Row([
                    new NumberCell(point.Number),
                    new TextCell(Words(point)),
                    Of("NAP.08"),
                    Of("NAP.09"),
                    Milestone(Codes.Due),
                    Milestone(Codes.Done),
                    Milestone(Codes.Cancelled),
                    Milestone(Codes.Late),
                    Of("NAP.06"),
                ]);

                FigureCell Of(string metricId) => new(set.One(metricId, (Dimension.Point, pointId)));

                FigureCell Milestone(string part) =>
                    new(
                        set.Of("NAP.05", Dimension.Point)
                            .First(figure =>
                                figure.CodeOf(Dimension.Point) == pointId && figure.CodeOf(Dimension.Statistic) == part
                            )
                    );
            });
        return new Table(
            id,
            "Points with indicators, at a glance",
            [
                new Column("number", "Point", ColumnKind.Number),
                new Column("text", "What it is about", ColumnKind.Text),
                new Column("NAP.08", "Rating", ColumnKind.Figure, MetricCatalogue.Find("NAP.08")),
                new Column(
                    "NAP.09",
                    "Worst of the indicators rated",
                    ColumnKind.Figure,
                    MetricCatalogue.Find("NAP.09")
                ),
                new Column("NAP.05-due", "Milestones due", ColumnKind.Figure, milestones),
                new Column("NAP.05-done", "Done", ColumnKind.Figure, milestones),
                new Column("NAP.05-cancelled", "Cancelled", ColumnKind.Figure, milestones),
                new Column("NAP.05-late", "Overdue", ColumnKind.Figure, milestones),
                new Column("NAP.06", "Returns received", ColumnKind.Figure, returns),
            ],
            [.. rows],
            [
                "A point is rated as its weakest indicator, and not rated as soon as one of them cannot be rated. "
                    + "Milestones do not change a rating.",
                "Milestones due: by the end of the period, or by the day of the figures if that is earlier; also "
                    + "those of earlier periods.",
            ]
        );
    }

    internal static Table Indicators(FigureSet set, string id, DimensionValue? only)
    {
        var indicators = IndicatorsOf(set, only);
        return WithPoint(set, IndicatorsOf(set, id, indicators), indicators.Select(indicator => indicator.PointId)) with
        {
            AlsoDefined =
            [
                .. indicators
                    .Select(indicator => indicator.MetricId)
                    .OfType<string>()
                    .Distinct()
                    .Select(MetricCatalogue.Find),
            ],
        };
    }

    private static Table IndicatorsOf(FigureSet set, string id, IReadOnlyList<NapIndicator> indicators)
    {
        var value = MetricCatalogue.Find("NAP.01");
        return new Table(
            id,
            "Indicators and their ratings",
            [
                new Column("indicator", "Indicator", ColumnKind.Text),
                new Column("unit", "Unit", ColumnKind.Text) { IsForData = true },
                new Column("NAP.01-before", "Period before", ColumnKind.Figure, value),
                new Column("NAP.01-value", "This period", ColumnKind.Figure, value),
                new Column("NAP.04", "Trend", ColumnKind.Figure, MetricCatalogue.Find("NAP.04")),
                new Column("NAP.02", "Progress", ColumnKind.Figure, MetricCatalogue.Find("NAP.02")),
                new Column("NAP.03-before", "Rating before", ColumnKind.Figure, MetricCatalogue.Find("NAP.03")),
                new Column("NAP.03", "Rating", ColumnKind.Figure, MetricCatalogue.Find("NAP.03")),
            ],
            [.. indicators.Select(indicator => IndicatorRow(set, indicator))],
            [
                "Values come from the case register or, for indicators it holds nothing about, from returns of "
                    + "the reporting units.",
                LikeForLikeTables.SameAge + " Counts of accounts and events are as known now.",
                "Trend: better or worse as the indicator is meant; no clear change where chance could explain it; no "
                    + "comparison of shares that are not tested, and where a return is missing. A rating can move "
                    + "without a clear change of the value.",
                "Where a return is missing, the value is the sum of those that came.",
                Thresholds,
            ]
        )
        {
            IsOfSeveralPeriods = true,
        };
    }

    internal static Table Targets(FigureSet set, string id, DimensionValue? only)
    {
        var indicators = IndicatorsOf(set, only);
        return WithPoint(set, TargetsOf(set, id, indicators), indicators.Select(indicator => indicator.PointId));
    }

    private static Table TargetsOf(FigureSet set, string id, IReadOnlyList<NapIndicator> indicators)
    {
        var value = MetricCatalogue.Find("NAP.01");
        return new Table(
            id,
            "Baselines and targets",
            [
                new Column("indicator", "Indicator", ColumnKind.Text),
                new Column("NAP.01-baseline", "Baseline", ColumnKind.Figure, value),
                new Column("baseline-date", "Baseline of", ColumnKind.Date),
                new Column("NAP.01-target", "Target", ColumnKind.Figure, value),
                new Column("target-date", "Target for", ColumnKind.Date),
            ],
            [
                .. indicators.Select(indicator => new Row([
                    new TextCell(indicator.Name),
                    Cell(set, indicator, "NAP.01", Codes.Baseline),
                    Day(indicator.BaselineOn, "x"),
                    Cell(set, indicator, "NAP.01", Codes.Target),
                    Day(indicator.TargetOn, "x"),
                ])),
            ],
            [
                "Progress is the part of the way from baseline to target, whatever the day: it says nothing "
                    + "about time left.",
            ]
        )
        {
            IsOfSeveralPeriods = true,
        };
    }

    internal static Table Milestones(FigureSet set, string id, DimensionValue? only)
    {
        var milestones = set
            .Nap.Milestones.Where(milestone => only is null || milestone.PointId == only?.Code)
            .OrderBy(milestone => PlaceOf(MilestoneStatus(set, milestone)))
            .ThenBy(milestone => milestone.DueOn, StringComparer.Ordinal)
            .ToList();
        return WithPoint(set, MilestonesOf(set, id, milestones), milestones.Select(milestone => milestone.PointId));
    }

    private static Table MilestonesOf(FigureSet set, string id, IReadOnlyList<NapMilestone> milestones) =>
        new(
            id,
            "Milestones and how they stand",
            [
                new Column("milestone", "Milestone", ColumnKind.Text),
                new Column("owner", "Owner", ColumnKind.Text),
                new Column("due", "Due", ColumnKind.Date),
                new Column("status", "Status", ColumnKind.Text),
                new Column("recorded", "Last record", ColumnKind.Date),
            ],
            [
                .. milestones.Select(milestone => new Row([
                    new TextCell(milestone.Title),
                    new TextCell(milestone.Owner),
                    Day(milestone.DueOn, "x"),
                    new TextCell(MilestoneStatus(set, milestone)),
                    Day(milestone.StatusAt, "z"),
                ])),
            ],
            ["Milestones due after the period are in this table too.", Overdue]
        );

    internal static Table Points(FigureSet set, string id)
    {
        // A page of rows that say nothing hides those that say something.
        var isAnyConfirmed = set.Nap.Points.Any(point => point.ShortText is not null);
        return new Table(
            id,
            "All points of both plans",
            [
                new Column("plan", "Plan", ColumnKind.Text),
                new Column("number", "Point", ColumnKind.Number),
                new Column("text", "What it is about", ColumnKind.Text),
                new Column("indicators", "In this report", ColumnKind.Text),
            ],
            [
                .. set.Nap.Points.Select(point => new Row([
                    new TextCell(point.PlanName),
                    new NumberCell(point.Number),
                    new TextCell(Words(point)),
                    new TextCell(NapMetrics.Indicators(set, point.PointId).Any() ? "Yes" : "No"),
                ])
                {
                    IsForData = isAnyConfirmed && point.ShortText is null,
                }),
            ],
            [
                "The wording is a paraphrase. Points of which no source with the wording has been seen are in the "
                    + "workbook and the data files alone, as 'text not confirmed'.",
            ]
        );
    }

    private static Row IndicatorRow(FigureSet set, NapIndicator indicator) =>
        new([
            new TextCell(indicator.Name),
            new TextCell(indicator.UnitDescription),
            ValueBefore(set, indicator),
            Cell(set, indicator, "NAP.01", Codes.Value),
            Cell(set, indicator, "NAP.04"),
            Cell(set, indicator, "NAP.02"),
            Cell(set.SameAge, indicator, "NAP.03"),
            Cell(set, indicator, "NAP.03"),
        ]);

    /// <summary>
    /// At the same age; but never a count of accounts: beside today's it would give small differences away.
    /// </summary>
    private static FigureCell ValueBefore(FigureSet set, NapIndicator indicator) =>
        indicator.MetricId is { } id && MetricCatalogue.Find(id).Sensitivity != Sensitivity.PersonCount
            ? new FigureCell(set.SameAge.One(id))
            : Cell(set.Previous, indicator, "NAP.01", Codes.Value);

    private static FigureCell Cell(FigureSet set, NapIndicator indicator, string metricId, string? part = null) =>
        new(NapMetrics.FigureOf(set, indicator, metricId, part));

    /// <summary>A day as the register writes it, or the marker that says why there is none.</summary>
    private static Cell Day(string? day, string marker) =>
        day is null ? new MarkerCell(marker) : new DateCell(LocalDatePattern.Iso.Parse(day).Value);

    internal const string NotConfirmed = "Text not confirmed";

    internal const string Thresholds =
        "Rated by progress to target: Green from 90 %, Green-Amber from 60 %, Amber-Red from 30 %, else Red, "
        + "unless the plan sets other thresholds for an indicator.";

    private const string Overdue =
        "Overdue: due and neither done nor cancelled. Done late: done after the day it was due.";

    private static string Words(NapPoint point) => point.ShortText ?? NotConfirmed;

    /// <summary>The worst rating first.</summary>
    private static List<NapIndicator> IndicatorsOf(FigureSet set, DimensionValue? only) =>
        [
            .. NapProgress.WorstFirst(
                set,
                set.Nap.Indicators.Where(indicator => only is null || indicator.PointId == only?.Code)
            ),
        ];

    /// <summary>The table with the number of each row's point in front.</summary>
    private static Table WithPoint(FigureSet set, Table table, IEnumerable<string> pointIds) =>
        table with
        {
            Columns = [new Column("point", "Point", ColumnKind.Number), .. table.Columns],
            Rows =
            [
                .. table.Rows.Zip(
                    pointIds,
                    (row, pointId) =>
                        row with
                        {
                            Cells = [new NumberCell(set.Nap.PointOf(pointId).Number), .. row.Cells],
                        }
                ),
            ],
        };

    /// <summary>What is late comes first, then what is to come, then what is over.</summary>
    private static int PlaceOf(string status) =>
        status switch
        {
            "Overdue, not started" or "Overdue, started" => 0,
            "Not started" or "Started" => 1,
            _ => 2,
        };

    private static string MilestoneStatus(FigureSet set, NapMilestone milestone)
    {
        var isDue = string.CompareOrdinal(milestone.DueOn, set.CutOff.DayText) <= 0;
        return milestone.Status switch
        {
            "done" => string.CompareOrdinal(milestone.StatusAt, milestone.DueOn) > 0 ? "Done late" : "Done",
            "cancelled" => "Cancelled",
            "started" => isDue ? "Overdue, started" : "Started",
            _ => isDue ? "Overdue, not started" : "Not started",
        };
    }
}
