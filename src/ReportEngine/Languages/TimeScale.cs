using System.Globalization;
using ReportEngine.Figures;

namespace ReportEngine.Languages;

/// <summary>The unit that times are written in for readers: hours up to two days, then days.</summary>
public sealed record TimeScale(bool IsDays)
{
    /// <summary>Times below each other have one decimal all, as soon as one of them needs it.</summary>
    public bool HasDecimals { get; init; }

    private const double LongestInHours = 48;
    private const double HoursOfADay = 24;

    /// <summary>From here on without a decimal.</summary>
    private const double LeastWhole = 10;

    /// <summary>Below, a second decimal: else it could read as 0.</summary>
    private const double LeastOneDecimal = 0.1;

    /// <summary>Of one time alone.</summary>
    public static TimeScale Of(double hours) => new(hours > LongestInHours);

    /// <summary>
    /// Of times that stand below each other, by the one in the middle, of two the shorter; null where there is none.
    /// </summary>
    public static TimeScale? Of(IEnumerable<Figure> figures)
    {
        var times = figures
            .Select(figure => figure.Quantity)
            .OfType<Hours>()
            .Select(hours => hours.Value ?? hours.Low)
            .OfType<double>()
            .Order()
            .ToList();
        if (times.Count == 0)
        {
            return null;
        }
        var scale = Of(times[(times.Count - 1) / 2]);
        return scale with { HasDecimals = times[0] / (scale.IsDays ? HoursOfADay : 1) < LeastWhole };
    }

    /// <summary>The number of a time, without its unit.</summary>
    public string Number(double hours)
    {
        var number = IsDays ? hours / HoursOfADay : hours;
        return number >= LeastWhole && !HasDecimals
                ? NumberStyle.Rounded(number, 0).ToString("#,##0", CultureInfo.InvariantCulture)
            : number is > 0 and < LeastOneDecimal
                ? NumberStyle.Rounded(number, 2).ToString("0.00", CultureInfo.InvariantCulture)
            : NumberStyle.OneDecimal(number);
    }
}
