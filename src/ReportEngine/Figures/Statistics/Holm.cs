namespace ReportEngine.Figures;

/// <summary>
/// Many tests at once: each probability made so large that, if nothing had changed, one under the level would be met in
/// at most that part of all families. S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian
/// Journal of Statistics 6 (1979) 65–70.
/// </summary>
public static class Holm
{
    /// <summary>In the order given; a test that was not made (null) takes no part.</summary>
    public static IReadOnlyList<double?> Adjusted(IReadOnlyList<double?> probabilities)
    {
        var adjusted = new double?[probabilities.Count];
        var made = probabilities.Select((value, index) => (value, index)).Where(one => one.value is not null).ToList();
        var highest = 0.0;
        foreach (var (place, (value, index)) in made.OrderBy(one => one.value).Index())
        {
            highest = Math.Max(highest, Math.Min(1, value!.Value * (made.Count - place)));
            adjusted[index] = highest;
        }
        return adjusted;
    }
}
