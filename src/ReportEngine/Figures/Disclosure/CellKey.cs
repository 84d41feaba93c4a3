using System.Text.Json.Serialization;

namespace ReportEngine.Figures;

/// <summary>
/// Which number a published count is: the metric, the period, and the codes of its dimensions ("platform=a,point=b", in
/// the order of <see cref="Dimension"/>; empty for the total). The same cell in two tables has one key, so that it is
/// withheld in both. A figure of the period before at the same age has its own: "2025-Q3@2025-10-15T18:59:59Z".
/// </summary>
public readonly record struct CellKey(string MetricId, string Period, string Codes) : IComparable<CellKey>
{
    private const char Known = '@';

    public static CellKey Of(Figure figure) => Of(figure.Metric.Id, figure);

    /// <summary>The cell of another metric that has the same dimension values as a figure.</summary>
    public static CellKey Of(string metricId, Figure figure) =>
        new(
            metricId,
            figure.Period.Id + (figure.IsSameAge ? Known + figure.AsOf.Text : ""),
            string.Join(
                ',',
                figure
                    .Dimensions.OrderBy(value => value.Dimension)
                    .Select(value => DimensionNames.Of(value.Dimension) + "=" + Escaped(value.Code))
            )
        );

    /// <summary>
    /// The same key in today's spelling: version 0.1.0 wrote "RequestType=mla". A key of dimensions that this engine
    /// does not know stays as it is.
    /// </summary>
    public CellKey Respelled()
    {
        if (MetricId == "NAP.03" && Values.All(value => value.Dimension == Dimension.Point) && Codes.Length > 0)
        {
            // A table of version 0.1.0 made the rating of a point under the id of its indicators' ratings.
            return new CellKey("NAP.08", Period, Codes).Respelled();
        }
        var values = Values.ToList();
        return values.Count < (Codes.Length == 0 ? 0 : Codes.Split(',').Length)
            ? this
            : this with
            {
                Codes = string.Join(
                    ',',
                    values.Select(value => DimensionNames.Of(value.Dimension) + "=" + Escaped(value.Code))
                ),
            };
    }

    /// <summary>For readers: the period and, at the same age, the day of its cut-off.</summary>
    [JsonIgnore]
    public string PeriodText => KnownAt is { } known ? $"{PeriodId} ({known.DayText})" : PeriodId;

    /// <summary>The period alone.</summary>
    internal string PeriodId => Period.Split(Known)[0];

    /// <summary>The cut-off of a figure at the same age; null for one at the report's.</summary>
    internal CutOff? KnownAt =>
        Period.Split(Known) is [_, var text] && InstantText.TryParse(text) is { } instant ? new CutOff(instant) : null;

    /// <summary>A code may hold anything, also what stands between codes.</summary>
    private static string Escaped(string code) =>
        code.Replace("%", "%25", StringComparison.Ordinal)
            .Replace(",", "%2C", StringComparison.Ordinal)
            .Replace("=", "%3D", StringComparison.Ordinal);

    private static string Plain(string code) =>
        code.Replace("%3D", "=", StringComparison.Ordinal)
            .Replace("%2C", ",", StringComparison.Ordinal)
            .Replace("%25", "%", StringComparison.Ordinal);

    /// <summary>The dimensions its codes are of.</summary>
    internal IEnumerable<Dimension> Dimensions => Values.Select(value => value.Dimension);

    /// <summary>The codes it was made of; none of a dimension that this engine does not know.</summary>
    internal IEnumerable<(Dimension Dimension, string Code)> Values =>
        Codes.Length == 0
            ? []
            : Codes
                .Split(',')
                .Select(part => part.Split('=', 2))
                .Where(part => part.Length == 2)
                .Select(part => (Dimension: DimensionNames.TryFind(part[0]), Code: Plain(part[1])))
                .Where(part => part.Dimension is not null)
                .Select(part => (part.Dimension!.Value, part.Code));

    public int CompareTo(CellKey other) =>
        (string.CompareOrdinal(MetricId, other.MetricId), string.CompareOrdinal(Period, other.Period)) switch
        {
            (not 0 and var byMetric, _) => byMetric,
            (_, not 0 and var byPeriod) => byPeriod,
            _ => string.CompareOrdinal(Codes, other.Codes),
        };

    public static bool operator <(CellKey left, CellKey right) => left.CompareTo(right) < 0;

    public static bool operator >(CellKey left, CellKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(CellKey left, CellKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(CellKey left, CellKey right) => left.CompareTo(right) >= 0;
}
