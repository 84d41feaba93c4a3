namespace ReportEngine;

/// <summary>Finds the word somebody probably meant.</summary>
internal static class Nearest
{
    /// <summary>The candidate with the fewest edits, if they are few for its length; null otherwise.</summary>
    public static string? To(string word, IEnumerable<string> candidates)
    {
        var best = candidates
            .Select(candidate =>
                (Candidate: candidate, Edits: Edits(word.ToUpperInvariant(), candidate.ToUpperInvariant()))
            )
            .OrderBy(pair => pair.Edits)
            .ThenBy(pair => pair.Candidate, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Candidate is { } found && best.Edits <= Math.Max(1, (found.Length + 1) / 3) ? found : null;
    }

    /// <summary>"Did you mean 'x'?", or nothing to say.</summary>
    public static string? Suggestion(string word, IEnumerable<string> candidates) =>
        To(word, candidates) is { } near ? "Did you mean '" + near + "'?" : null;

    /// <summary>Levenshtein distance; long words are compared by their first 64 characters.</summary>
    private static int Edits(string left, string right)
    {
        left = left[..Math.Min(left.Length, 64)];
        right = right[..Math.Min(right.Length, 64)];
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var current = new int[right.Length + 1];
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var change = left[i - 1] == right[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1] + 1, previous[j] + 1), previous[j - 1] + change);
            }
            previous = current;
        }
        return previous[right.Length];
    }
}
