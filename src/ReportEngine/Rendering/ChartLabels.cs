using System.Text;
using ReportEngine.Documents;

namespace ReportEngine.Rendering;

/// <summary>
/// Names as they stand in a picture: on a few lines of so many letters, the rest shortened in the middle, because
/// names of one list often differ at their ends.
/// </summary>
internal static class ChartLabels
{
    private const string Ellipsis = "\u2026";

    /// <summary>
    /// The label of each line of a chart, its lines parted by a line feed; no two are the same, so that no two lines
    /// of the chart become one.
    /// </summary>
    /// <param name="letters">On a line; a letter as wide as high counts as two.</param>
    /// <param name="most">Lines of a label.</param>
    public static IReadOnlyDictionary<string, string> Of(Chart chart, int letters, int most)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var names = chart.Curves?.Select(point => point.Line) ?? chart.Points.Select(point => point.Line);
        foreach (var name in names.Distinct(StringComparer.Ordinal))
        {
            var label = Joined(name, "");
            for (var number = 2; !taken.Add(label); number++)
            {
                label = Joined(name, FormattableString.Invariant($" ({number})"));
            }
            labels[name] = label;
        }
        return labels;

        string Joined(string name, string mark) =>
            string.Join('\n', Lines(PlainText.Clean(name) + mark, letters, most));
    }

    /// <summary>The lines of a text: broken between words, and within one that is longer than a line.</summary>
    public static IReadOnlyList<string> Lines(string text, int letters, int most)
    {
        var lines = Broken(text, letters);
        if (lines.Count <= most)
        {
            return lines;
        }
        // What the last lines hold goes on, from its end backwards, as far as there is room.
        var kept = lines.Take(most - 1).ToList();
        var rest = string.Join(' ', lines.Skip(most - 1)).EnumerateRunes().ToList();
        var half = (letters - 1) / 2;
        kept.Add(Start(rest, half).TrimEnd() + Ellipsis + End(rest, half).TrimStart());
        return kept;
    }

    private static List<string> Broken(string text, int letters)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' ').SelectMany(word => Pieces(word, letters)))
        {
            var wide = Width(lines[^1]) + 1 + Width(word) > letters;
            if (lines[^1].Length > 0 && wide)
            {
                lines.Add("");
            }
            lines[^1] += (lines[^1].Length > 0 ? " " : "") + word;
        }
        return lines;
    }

    private static IEnumerable<string> Pieces(string word, int letters)
    {
        var rest = word.EnumerateRunes().ToList();
        while (rest.Sum(Width) > letters)
        {
            var piece = Start(rest, letters);
            yield return piece;
            rest = rest.Skip(piece.EnumerateRunes().Count()).ToList();
        }
        yield return string.Concat(rest);
    }

    private static string Start(IEnumerable<Rune> text, int letters)
    {
        var start = new StringBuilder();
        var width = 0;
        foreach (var rune in text)
        {
            width += Width(rune);
            if (width > letters)
            {
                break;
            }
            start.Append(rune.ToString());
        }
        return start.ToString();
    }

    private static string End(IReadOnlyList<Rune> text, int letters)
    {
        var reversed = Start(text.Reverse(), letters).EnumerateRunes().Reverse();
        return string.Concat(reversed);
    }

    private static int Width(string text) => text.EnumerateRunes().Sum(Width);

    /// <summary>Chinese, Japanese and Korean letters and pictures are as wide as high.</summary>
    private static int Width(Rune rune) =>
        rune.Value is (>= 0x2E80 and <= 0xD7FF) or (>= 0xFE30 and <= 0xFFEF) or >= 0x1F000 ? 2 : 1;
}
