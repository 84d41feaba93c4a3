namespace ReportEngine.Figures;

/// <summary>
/// Rounds the parts of one whole so that they add up to it: each part gets the whole units of its exact quota, and the
/// units left over go one each to the parts with the largest remainders, at a tie to the one that stands first. No part
/// is a whole unit or more off its exact share. A. Hamilton's method; M. L. Balinski and H. P. Young, Fair
/// Representation (1982).
/// </summary>
public static class LargestRemainder
{
    /// <summary>
    /// The counts' shares in percent, rounded to a number of decimals (0 to 6) and together exactly 100. Null when all
    /// counts are 0, for then there is no whole.
    /// </summary>
    public static IReadOnlyList<decimal>? Percentages(IReadOnlyList<long> counts, int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, 6);
        var scale = (long)Math.Pow(10, decimals);
        return Apportion(counts, 100 * scale)?.Select(units => new decimal(units) / scale).ToList();
    }

    /// <summary>The units given to each count, together exactly all of them; null when all counts are 0.</summary>
    public static IReadOnlyList<long>? Apportion(IReadOnlyList<long> counts, long units)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(units);
        if (counts.FirstOrDefault(count => count < 0) is < 0 and var negative)
        {
            throw new ArgumentException($"A part of a whole cannot be {negative}.", nameof(counts));
        }
        var whole = counts.Aggregate(Int128.Zero, (sum, count) => sum + count);
        if (whole == 0)
        {
            return null;
        }
        var given = counts.Select(count => (long)((Int128)count * units / whole)).ToArray();
        var byRemainder = Enumerable
            .Range(0, counts.Count)
            .OrderByDescending(part => (Int128)counts[part] * units % whole);
        foreach (var part in byRemainder.Take((int)(units - given.Sum())))
        {
            given[part]++;
        }
        return given;
    }
}
