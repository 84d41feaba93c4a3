using System.Globalization;
using NodaTime;
using NodaTime.Text;
using ReportEngine.Cases;
using ReportEngine.Figures;

namespace ReportEngine.Documents;

/// <summary>What an office has to see to, with the keys of its cases: for officials alone.</summary>
internal static class WorkTables
{
    /// <summary>How far ahead a milestone, and anything else, is shown.</summary>
    private const int DaysOfMilestones = 90;
    private const int DaysOfCases = 30;
    private const int MostKeys = 12;
    private const string EndOfDay = "end of day";

    /// <summary>A line of work: the day, what it is and whose, and the keys of its cases.</summary>
    private sealed record Item(LocalDate Day, string When, string What, string Who, IReadOnlyList<string> Keys);

    /// <summary>Limits, preservations and milestones after the cut-off, then returns that are missing.</summary>
    internal static Table Due(FigureSet set, string id)
    {
        var today = set.CutOff.Day;
        var cases = set
            .Reference.Work.Where(row => row.Kind != WorkRow.Question)
            .Select(row => (Row: row, Day: DayOf(row), When: WhenOf(row)))
            .Where(one => one.Day <= today.PlusDays(DaysOfCases))
            .GroupBy(one => (one.Day, one.When, one.Row.Kind, one.Row.Platform, one.Row.Basis))
            .Select(group => new Item(
                group.Key.Day,
                group.Key.When,
                group.Key.Kind == WorkRow.Direction ? "Legal limit of directions" : "Preservation of user data ends",
                set.Label(Dimension.Platform, group.Key.Platform).Label,
                [.. group.Select(one => one.Row.Key)]
            ));
        var milestones = set
            .Nap.Milestones.Where(one => one.Status is not ("done" or "cancelled"))
            .Select(one => (Milestone: one, Day: LocalDatePattern.Iso.Parse(one.DueOn).Value))
            .Where(one => one.Day > today && one.Day <= today.PlusDays(DaysOfMilestones))
            .Select(one => new Item(one.Day, EndOfDay, one.Milestone.Title, one.Milestone.Owner, []));
        var missing = set
            .Nap.Returns.Where(one => one.Value is null && one.Quarter == set.Period.Id)
            .Select(one => new Row([
                new MarkerCell("x"),
                new TextCell("not received"),
                new TextCell(set.Nap.Indicators.First(indicator => indicator.IndicatorId == one.IndicatorId).Name),
                new TextCell(one.Agency),
                new NumberCell(1),
                new TextCell(one.Quarter),
            ]));
        return new Table(
            id,
            "Coming due, and not received",
            [
                new Column("day", "Due", ColumnKind.Date),
                new Column("when", "At", ColumnKind.Text),
                new Column("what", "What", ColumnKind.Text),
                new Column("who", "Who", ColumnKind.Text),
                new Column("number", "Number", ColumnKind.Number),
                new Column("cases", "Cases", ColumnKind.Text),
            ],
            [.. cases.Concat(milestones).OrderBy(item => item.Day).ThenBy(item => item.When).Select(RowOf), .. missing],
            ["Pakistan time. Cases: keys of referrals and data requests in the register."]
        )
        {
            IsOfSeveralPeriods = true,
        };
    }

    /// <summary>Questions of platforms that wait for our answer.</summary>
    internal static Table Waiting(FigureSet set, string id) =>
        new(
            id,
            "Questions of platforms that wait for us",
            [
                new Column("day", "Asked on", ColumnKind.Date),
                new Column("what", "Kind of request", ColumnKind.Text),
                new Column("who", "Platform", ColumnKind.Text),
                new Column("number", "Number", ColumnKind.Number),
                new Column("cases", "Cases", ColumnKind.Text),
            ],
            [
                .. set
                    .Reference.Work.Where(row => row.Kind == WorkRow.Question)
                    .GroupBy(row => (Day: DayOf(row), row.Platform, row.Basis))
                    .OrderBy(group => group.Key.Day)
                    .Select(group => new Row([
                        new DateCell(group.Key.Day),
                        new TextCell(set.Label(Dimension.Basis, group.Key.Basis!).Label),
                        new TextCell(set.Label(Dimension.Platform, group.Key.Platform).Label),
                        new NumberCell(group.Count()),
                        new TextCell(Listed([.. group.Select(row => row.Key)])),
                    ])),
            ],
            []
        )
        {
            IsOfSeveralPeriods = true,
        };

    private static Row RowOf(Item item) =>
        new([
            new DateCell(item.Day),
            new TextCell(item.When),
            new TextCell(item.What),
            new TextCell(item.Who),
            new NumberCell(Math.Max(1, item.Keys.Count)),
            item.Keys.Count == 0 ? new MarkerCell("z") : new TextCell(Listed(item.Keys)),
        ]);

    private static string Listed(IReadOnlyList<string> keys) =>
        string.Join(", ", keys.Take(MostKeys))
        + (
            keys.Count > MostKeys
                ? string.Create(CultureInfo.InvariantCulture, $" \u2026 (+{keys.Count - MostKeys})")
                : ""
        );

    private static LocalDate DayOf(WorkRow row) =>
        row.Kind == WorkRow.Preservation
            ? LocalDatePattern.Iso.Parse(row.At).Value
            : InstantText.TryParse(row.At)!.Value.InZone(Period.Zone).Date;

    private static string WhenOf(WorkRow row) =>
        row.Kind == WorkRow.Preservation
            ? EndOfDay
            : LocalTimePattern
                .CreateWithInvariantCulture("HH:mm")
                .Format(InstantText.TryParse(row.At)!.Value.InZone(Period.Zone).TimeOfDay);
}
