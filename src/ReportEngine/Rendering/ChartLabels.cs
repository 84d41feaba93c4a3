using System.Text;
using System.Text.Json.Nodes;
using ReportEngine.Documents;
using ReportEngine.Languages;

namespace ReportEngine.Rendering;

/// <summary>
/// Names as they stand in a picture: on a few lines of so many letters, the rest shortened in the middle, because
/// names of one list often differ at their ends.
/// </summary>
internal static class ChartLabels
{
    private const string Ellipsis = "\u2026";

    /// <summary>Letters that go on a line beside a mark, and above a small picture.</summary>
    private const int NameLetters = 34;
    private const int FacetLetters = 26;
    private const int PhoneLetters = 16;
    private const int ShortLetters = 9;
    private const int MostLabelLines = 3;

    /// <summary>In pixels; the second for a script whose lines are taller than wide.</summary>
    private const int LabelLine = 16;
    private const int TallLabelLine = 24;
    private const int LabelGap = 2;

    /// <summary>The label of each line of a chart, in the room that its kind leaves for it, with its cases.</summary>
    public static IReadOnlyDictionary<string, string> Of(Chart chart, ChartWidth width)
    {
        var isNarrow = width == ChartWidth.Phone;
        var labels = isNarrow
            ? Of(chart, PhoneLetters, MostLabelLines)
            : Of(chart, LettersOf(chart.Kind), LabelLinesOf(chart.Kind));
        if (!HasCases(chart.Kind))
        {
            return labels;
        }
        var cases = chart
            .Points.DistinctBy(point => point.Line)
            .ToDictionary(point => point.Line, point => point.Figure.Denominator, StringComparer.Ordinal);
        return labels.ToDictionary(
            label => label.Key,
            label =>
                cases[label.Key] is { } number ? label.Value + Before(label.Value) + InBrackets(number) : label.Value,
            StringComparer.Ordinal
        );

        // Below the name of a period, of which several stand beside each other; else where there is room for it.
        string Before(string label) =>
            isNarrow && (chart.Kind == ChartKind.ShareTrend || label.Split('\n')[^1].Length > ShortLetters)
                ? "\n"
                : " ";

        static string InBrackets(long number) => "(" + NumberStyle.Whole(number) + ")";
    }

    /// <summary>Beside whose lines there is room for a number.</summary>
    private static bool HasCases(ChartKind kind) =>
        kind is ChartKind.StackedShares or ChartKind.ShareDots or ChartKind.HourDots or ChartKind.ShareTrend;

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
        foreach (var name in chart.Lines)
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

    /// <summary>As many as there is room for beside a line.</summary>
    private static int LabelLinesOf(ChartKind kind) =>
        kind switch
        {
            ChartKind.StatusGrid or ChartKind.HourDots => MostLabelLines,
            _ => 2,
        };

    private static int LettersOf(ChartKind kind) =>
        kind is ChartKind.Curves or ChartKind.Incidence ? FacetLetters : NameLetters;

    /// <summary>The names of lines are split where they were broken; beside a mark their middle stands.</summary>
    public static void Break(JsonObject specification, ChartKind kind, Language language)
    {
        const string lines = "split(datum.label, '\\n')";
        var height = LineHeightIn(language);
        if (kind is ChartKind.Curves or ChartKind.Incidence)
        {
            specification["facet"]!["header"]!["labelExpr"] = lines;
            specification["facet"]!["header"]!["labelLineHeight"] = height;
            return;
        }
        var axis = specification["encoding"]![kind == ChartKind.ShareTrend ? "x" : "y"]!["axis"]!.AsObject();
        axis["labelExpr"] = lines;
        axis["labelLineHeight"] = height;
        if (kind != ChartKind.ShareTrend)
        {
            axis["labelOffset"] = new JsonObject
            {
                ["condition"] = new JsonArray([
                    .. Enumerable
                        .Range(2, MostLabelLines)
                        .Select(count => new JsonObject
                        {
                            ["test"] = FormattableString.Invariant($"length({lines}) == {count}"),
                            ["value"] = -(count - 1) * height / 2,
                        }),
                ]),
                ["value"] = 0,
            };
        }
    }

    /// <summary>The room that the tallest of these labels takes, with a gap to the next one, in pixels.</summary>
    public static int HeightOf(IEnumerable<string> labels, Language language) =>
        (labels.Max(label => label.Count(letter => letter == '\n') + 1) * LineHeightIn(language)) + LabelGap;

    private static int LineHeightIn(Language language) => language.RightToLeft ? TallLabelLine : LabelLine;

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
