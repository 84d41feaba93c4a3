namespace ReportEngine.Figures;

/// <summary>
/// The tests of a release: seven measures, and two of them by platform. Each is made once; page one, tables and the
/// auditor's appendix say the same of it.
/// </summary>
internal static class ChangeTests
{
    internal const string Time = "RT.02";

    /// <summary>Acts of the state and of platforms: none is a count that could be withheld.</summary>
    internal static readonly IReadOnlyList<string> Measures =
    [
        Time,
        "RT.08",
        "OUT.02",
        "OUT.06",
        "OUT.08",
        "MIR.02",
        "SAF.02",
    ];

    internal static readonly IReadOnlyList<string> OfPlatforms = [Time, "OUT.02"];

    internal static IReadOnlyList<ChangeTest> Of(FigureSet set)
    {
        var then = set.SameAge;
        var platforms = set.ValuesOf(Dimension.Platform).Select(value => value.Code).ToList();
        return
        [
            .. Family(Measures.Select(id => (id, (string?)null)), ChangeVerdicts.LevelOfMeasures),
            .. Family(
                OfPlatforms.SelectMany(id => platforms.Select(platform => (id, (string?)platform))),
                ChangeVerdicts.LevelOfPlatforms
            ),
        ];

        IEnumerable<ChangeTest> Family(IEnumerable<(string Id, string? Platform)> tests, double level) =>
            ChangeVerdicts.Family(
                tests.Select(one => new ComparedMeasure(
                    MetricCatalogue.Find(one.Id),
                    one.Platform,
                    set.CasesOf(one.Id).Against(then.CasesOf(one.Id), one.Platform),
                    FigureOf(then, one.Id, one.Platform)?.Value,
                    FigureOf(set, one.Id, one.Platform)?.Value
                )),
                level
            );
    }

    /// <summary>What a figure of comparisons (CHG) says of a measure.</summary>
    /// <param name="platform">Its code; null: of all together.</param>
    /// <param name="part">The code of the part that is meant; null where the figure has none.</param>
    internal static Figure Said(FigureSet set, string metricId, string measure, string? platform, string? part = null)
    {
        var values = new List<(Dimension, string)> { (Dimension.Metric, measure) };
        if (platform is not null)
        {
            values.Add((Dimension.Platform, platform));
        }
        if (part is not null)
        {
            values.Add((Dimension.Statistic, part));
        }
        return set.One(metricId, values);
    }

    /// <summary>The value as it is, not like for like; of times, the median in hours.</summary>
    internal static Figure? FigureOf(FigureSet set, string id, string? platform)
    {
        var values = new List<(Dimension, string)>();
        if (platform is not null)
        {
            values.Add((Dimension.Platform, platform));
        }
        if (id == Time)
        {
            values.Add((Dimension.Statistic, Codes.Median));
        }
        return set.Find(id, values);
    }
}
