namespace ReportEngine.Rendering;

/// <summary>Things that do not all fit, in as few parts as will do and as equal as can be, in their order.</summary>
internal static class EvenParts
{
    /// <param name="most">How many fit one part.</param>
    public static IReadOnlyList<T[]> Of<T>(IReadOnlyList<T> things, int most)
    {
        var parts = Math.Max(1, (things.Count + most - 1) / most);
        return [.. things.Chunk(Math.Max(1, (things.Count + parts - 1) / parts))];
    }
}
