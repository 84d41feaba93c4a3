namespace ReportEngine.Figures;

/// <summary>Where a platform stands against all platforms together.</summary>
public enum Standing
{
    /// <summary>Too few requests or answers for an interval of the platform or of all together.</summary>
    NotCompared,

    /// <summary>The two intervals overlap.</summary>
    NotApart,

    /// <summary>The platform's interval lies wholly above; of times, longer.</summary>
    Above,

    /// <summary>Wholly below; of times, shorter.</summary>
    Below,
}

/// <summary>The interval of a measure with requests as what varies, on the scale of the measure's figure.</summary>
/// <param name="Platform">The code of the platform; null for all together.</param>
/// <param name="Low">Null: none can be given.</param>
/// <param name="High">Null: none can be given, or of a median none yet.</param>
internal sealed record StandingOf(Metric Metric, string? Platform, double? Low, double? High, Standing Standing);

/// <summary>
/// Each platform against all together, by intervals that do not overlap: of the measures that platforms are compared
/// by. All together hold the platform, too, which makes the comparison more careful, not less.
/// </summary>
internal static class PlatformStandings
{
    private const double SecondsOfAnHour = 3600;

    private static readonly IReadOnlyList<string> Measures = [.. ChangeTests.OfPlatforms, "RT.08", "MIR.02"];

    internal static IReadOnlyList<StandingOf> Of(FigureSet set) =>
        [
            .. Measures.SelectMany(id =>
            {
                var scale = id == ChangeTests.Time ? SecondsOfAnHour : 1;
                var all = set.CasesOf(id).IntervalOf(null);
                return set.ValuesOf(Dimension.Platform)
                    .Select(platform => platform.Code)
                    .Append(null)
                    .Select(platform =>
                    {
                        var ends = platform is null ? all : set.CasesOf(id).IntervalOf(platform);
                        return new StandingOf(
                            MetricCatalogue.Find(id),
                            platform,
                            ends?.Low / scale,
                            ends?.High / scale,
                            Against(ends, all)
                        );
                    });
            }),
        ];

    /// <summary>The measure's figures of the platforms that stand so, the most clearly apart first.</summary>
    internal static IReadOnlyList<Figure> Apart(FigureSet set, string metricId, Standing standing) =>
        [
            .. set.Of("CHG.07")
                .Where(one => one.CodeOf(Dimension.Metric) == metricId && one.Quantity == StatusOf(standing))
                .Select(one => ChangeTests.FigureOf(set, metricId, one.CodeOf(Dimension.Platform))!)
                // A time that is not reached is later than any that is.
                .OrderBy(one => (one.Value ?? double.MaxValue) * (standing == Standing.Above ? -1 : 1)),
        ];

    private static Standing Against((double? Low, double? High)? one, (double? Low, double? High)? all) =>
        one is not { } platform || all is not { } total ? Standing.NotCompared
        // An end that is not reached is later than any that is.
        : platform.Low > (total.High ?? double.PositiveInfinity) ? Standing.Above
        : (platform.High ?? double.PositiveInfinity) < total.Low ? Standing.Below
        : Standing.NotApart;

    internal static Status StatusOf(Standing standing) =>
        standing switch
        {
            Standing.Above => new Status("above", "Above all together"),
            Standing.Below => new Status("below", "Below all together"),
            Standing.NotApart => new Status("not-apart", "No clear difference"),
            _ => new Status("not-compared", "Not compared"),
        };
}
