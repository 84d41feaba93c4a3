using ReportEngine.Figures;

namespace ReportEngine.Documents;

/// <summary>This period against the one before at the same age, and what can be said of it.</summary>
internal static class LikeForLikeTables
{
    internal const string SameAge =
        "The period before is shown as it was known as long after its end as this one is known after its own.";

    private const string Alike =
        "Like for like: each kind of request at each platform weighs the same in both periods.";

    private const string Rule =
        "A change is clear only if it is unlikely to be chance, though many are tested, and large enough to "
        + "speak of, each kind of request at each platform held against its like.";

    /// <summary>The measures of a release, a row each.</summary>
    internal static Table Measures(FigureSet set, string id)
    {
        var tests = set.Changes.Where(test => test.Platform is null).ToList();
        return new Table(
            id,
            "Against the period before, at the same age",
            [
                new Column("measure", "Measure", ColumnKind.Text),
                Values(Codes.Before, "Period before"),
                Values(Codes.Now, "This period"),
                Of("CHG.01", "Before", Codes.Before) with
                {
                    Group = "Like for like",
                },
                Of("CHG.01", "Now", Codes.Now) with
                {
                    Group = "Like for like",
                },
                Of("CHG.03", "Verdict"),
            ],
            [
                .. tests.Select(test => new Row([
                    new TextCell(NameOf(test)),
                    ValueOf(set.SameAge, test),
                    ValueOf(set, test),
                    Figure(set, "CHG.01", test, Codes.Before),
                    Figure(set, "CHG.01", test, Codes.Now),
                    Figure(set, "CHG.03", test),
                ])),
            ],
            [SameAge, Alike, Rule]
        )
        {
            IsOfSeveralPeriods = true,
        };
    }

    /// <summary>How long half took to answer, by platform.</summary>
    internal static Table Platforms(FigureSet set, string id) =>
        ByPlatform(set, id, "Time to an answer against the period before, at the same age", ChangeTests.Time);

    /// <summary>What was acted on, by platform.</summary>
    internal static Table Actions(FigureSet set, string id) =>
        ByPlatform(set, id, "Acted on against the period before, at the same age", "OUT.02");

    /// <summary>A measure by platform, all together last.</summary>
    private static Table ByPlatform(FigureSet set, string id, string title, string metric) =>
        new(
            id,
            title,
            [new Column(TableBuilder.ColumnId(Dimension.Platform), "Platform", ColumnKind.Text), .. Compared(metric)],
            [
                .. set
                    .Changes.Where(test => test.Metric.Id == metric)
                    .OrderBy(test => test.Platform is null)
                    .Select(test => new Row(
                        [
                            new TextCell(
                                test.Platform is { } platform
                                    ? set.Label(Dimension.Platform, platform).Label
                                    : Codes.Total
                            ),
                            ValueOf(set.SameAge, test),
                            ValueOf(set, test),
                            Figure(set, "CHG.01", test, Codes.Before),
                            Figure(set, "CHG.01", test, Codes.Now),
                            Figure(set, "CHG.03", test),
                        ],
                        IsTotal: test.Platform is null
                    )),
            ],
            [SameAge, Alike, Rule]
        )
        {
            IsOfSeveralPeriods = true,
        };

    private static IReadOnlyList<Column> Compared(string metric) =>
        [
            Values(metric + "-before", HeadingOf(metric) + ": before", MetricCatalogue.Find(metric)),
            Values(metric + "-now", HeadingOf(metric) + ": now", MetricCatalogue.Find(metric)),
            Of("CHG.01", "Before", Codes.Before + "-" + metric) with
            {
                Group = HeadingOf(metric) + ", like for like",
            },
            Of("CHG.01", "Now", Codes.Now + "-" + metric) with
            {
                Group = HeadingOf(metric) + ", like for like",
            },
            Of("CHG.03", HeadingOf(metric) + ": verdict", metric),
        ];

    /// <summary>Every test of the release with its numbers.</summary>
    internal static Table Tests(FigureSet set, string id) =>
        new(
            id,
            "Tests of changes, like for like",
            [
                new Column("measure", "Measure", ColumnKind.Text),
                new Column(TableBuilder.ColumnId(Dimension.Platform), "Platform", ColumnKind.Text),
                Of("CHG.01", "Before, like for like", Codes.Before),
                Of("CHG.01", "Now, like for like", Codes.Now),
                Of("CHG.04", "Comparable"),
                Of("CHG.02", "Probability", Codes.PValue),
                Of("CHG.02", "With all tests of its kind", Codes.Adjusted),
                Of("CHG.03", "Verdict"),
            ],
            [
                .. set.Changes.Select(test => new Row([
                    new TextCell(NameOf(test)),
                    new TextCell(test.Platform is { } platform ? set.Label(Dimension.Platform, platform).Label : "All"),
                    Figure(set, "CHG.01", test, Codes.Before),
                    Figure(set, "CHG.01", test, Codes.Now),
                    Figure(set, "CHG.04", test),
                    Figure(set, "CHG.02", test, Codes.PValue),
                    Figure(set, "CHG.02", test, Codes.Adjusted),
                    Figure(set, "CHG.03", test),
                ])),
            ],
            [SameAge]
        )
        {
            IsOfSeveralPeriods = true,
        };

    /// <summary>A column holds shares and hours: the row says which.</summary>
    private static string NameOf(ChangeTest test) =>
        test.Metric.Id == "RT.02" ? "Half had an answer within (hours)" : test.Metric.Name;

    private static string HeadingOf(string metricId) => metricId == "RT.02" ? "Half within" : "Acted on";

    private static Column Values(string id, string heading, Metric? metric = null) =>
        new(id, heading, ColumnKind.Figure, metric);

    private static Column Of(string metricId, string heading, string? part = null) =>
        new(metricId + (part is null ? "" : "-" + part), heading, ColumnKind.Figure, MetricCatalogue.Find(metricId));

    private static Cell ValueOf(FigureSet set, ChangeTest test) =>
        ChangeTests.FigureOf(set, test.Metric.Id, test.Platform) is { } figure
            ? new FigureCell(figure)
            : new MarkerCell("z");

    private static FigureCell Figure(FigureSet set, string metricId, ChangeTest test, string? part = null) =>
        new(ChangeTests.Said(set, metricId, test.Metric.Id, test.Platform, part));
}
