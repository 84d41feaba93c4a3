using System.Globalization;
using System.Text.RegularExpressions;
using ReportEngine.Cases;

namespace ReportEngine.Web.Work;

/// <summary>A row of an uploaded file with what is wrong in it.</summary>
/// <param name="Fields">
/// The heading and value of each field, and whether a problem is about it; none where the row cannot be shown.
/// </param>
public sealed record ProblemRow(
    string File,
    int Line,
    IReadOnlyList<(string Heading, string Value, bool IsWrong)> Fields,
    IReadOnlyList<Problem> Problems
);

/// <summary>Puts the problems of an import beside the rows they are about.</summary>
public static partial class ProblemRows
{
    /// <summary>Values are shown up to this length, with what could reorder or hide text written out.</summary>
    private const int LongestValue = 120;

    /// <summary>
    /// In the order of the problems; those that are about no row come first, with an empty file name.
    /// </summary>
    /// <param name="folder">Where the files are; what is not there any more is not shown.</param>
    public static IReadOnlyList<ProblemRow> Of(string folder, IReadOnlyList<Problem> problems)
    {
        var placed = problems.Select(problem => (Problem: problem, Place: Place().Match(problem.Place))).ToList();
        var rows = placed
            .Where(one => one.Place.Success)
            .GroupBy(one => (File: one.Place.Groups["file"].Value, Line: Number(one.Place, "line")))
            .ToList();
        var wanted = rows.GroupBy(row => row.Key.File, row => row.Key.Line)
            .ToDictionary(file => file.Key, file => Read(Path.Combine(folder, file.Key), [.. file]));
        var others = placed.Where(one => !one.Place.Success).Select(one => one.Problem).ToList();
        return
        [
            .. others.Count == 0 ? Array.Empty<ProblemRow>() : [new ProblemRow("", 0, [], others)],
            .. rows.Select(row => new ProblemRow(
                row.Key.File,
                row.Key.Line,
                Fields(wanted[row.Key.File], row.Key.Line, [.. row.Select(one => Number(one.Place, "column"))]),
                [.. row.Select(one => one.Problem)]
            )),
        ];
    }

    private static List<(string, string, bool)> Fields(
        (string[] Headings, Dictionary<int, string[]> Rows) file,
        int line,
        HashSet<int> columns
    ) =>
        line == 1 || !file.Rows.TryGetValue(line, out var values)
            ? []
            :
            [
                .. values.Select(
                    (value, index) =>
                        (
                            index < file.Headings.Length ? Shown(file.Headings[index]) : "",
                            Shown(value),
                            columns.Contains(index + 1)
                        )
                ),
            ];

    private static (string[] Headings, Dictionary<int, string[]> Rows) Read(string path, HashSet<int> lines)
    {
        if (!File.Exists(path))
        {
            return ([], []);
        }
        using var stream = File.OpenRead(path);
        if (CsvScan.Of(stream).Count > 0)
        {
            // Its rows cannot be told apart, or are endless: the problems say where.
            return ([], []);
        }
        using var csv = new CsvTable(stream);
        var (headings, rows, last) = (Array.Empty<string>(), new Dictionary<int, string[]>(), lines.Max());
        while (csv.Line < last && csv.Read())
        {
            headings = headings.Length == 0 ? csv.Fields : headings;
            if (lines.Contains(csv.Line))
            {
                rows[csv.Line] = csv.Fields;
            }
        }
        return (headings, rows);
    }

    private static string Shown(string value)
    {
        var clean = PlainText.Clean(value);
        return clean.Length <= LongestValue
            ? clean
            : clean[..(char.IsHighSurrogate(clean[LongestValue - 1]) ? LongestValue - 1 : LongestValue)] + "…";
    }

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?<file>[a-z_]+\.csv)\((?<line>[0-9]{1,9}),(?<column>[0-9]{1,9})\)\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Place();
}
