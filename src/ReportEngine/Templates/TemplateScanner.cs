using System.Text.RegularExpressions;
using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;

namespace ReportEngine.Templates;

/// <summary>
/// Reads a template's tags with their places, before Liquid does: our own become placeholders and directives, and
/// whatever nobody knows is reported with the nearest right name. All problems of a file are found at once.
/// </summary>
internal sealed partial class TemplateScanner(
    string file,
    IReadOnlyCollection<string> variables,
    IReadOnlyDictionary<string, string> partials
)
{
    internal const int LongestTemplate = 200_000;

    private static readonly string[] OwnTags =
    [
        "table",
        "chart",
        "figure",
        "figures",
        "note",
        "endnote",
        "definitions",
        "points",
        "pagebreak",
        "include",
    ];
    private static readonly string[] LiquidTags =
    [
        "if",
        "elsif",
        "else",
        "endif",
        "unless",
        "endunless",
        "comment",
        "endcomment",
    ];
    private static readonly string[] Filters = ["upcase", "downcase", "capitalize"];
    private static readonly string[] Words = ["and", "or", "true", "false", "contains", "nil", "empty"];

    private readonly List<Directive> directives = [];
    private readonly List<Problem> problems = [];

    public IReadOnlyList<Directive> Directives => directives;

    public IReadOnlyList<Problem> Problems => problems;

    /// <summary>The text for Liquid, with placeholders for our tags, numbered from <paramref name="offset"/>.</summary>
    public string Scan(string text, int offset = 0)
    {
        if (text.Length > LongestTemplate)
        {
            problems.Add(
                new Problem(file, "RE208", "The template is longer than 200,000 characters.", "a shorter template")
            );
            return "";
        }
        CheckLetters(text);
        var scanned = Tag()
            .Replace(
                text.Replace(Placeholder.Start, ' ').Replace(Placeholder.End, ' '),
                match =>
                {
                    var place = PlaceOf(text, match.Index);
                    if (match.Groups["output"].Success)
                    {
                        CheckOutput(match.Groups["output"], text);
                        return match.Value;
                    }
                    if (!match.Groups["tag"].Success)
                    {
                        problems.Add(
                            new Problem(
                                place,
                                "RE207",
                                "A tag is opened but not closed.",
                                "{% … %} or {{ … }} on one line"
                            )
                        );
                        return "";
                    }
                    var tag = match.Groups["tag"].Value;
                    if (tag == "include")
                    {
                        return Include(match.Groups["arguments"].Value.Trim(), place);
                    }
                    if (OwnTags.Contains(tag, StringComparer.Ordinal))
                    {
                        directives.Add(Own(tag, match.Groups["arguments"].Value.Trim(), place));
                        return Placeholder.Of(offset + directives.Count - 1);
                    }
                    if (!LiquidTags.Contains(tag, StringComparer.Ordinal))
                    {
                        Unknown(
                            PlaceOf(text, match.Groups["tag"].Index),
                            "RE204",
                            "tag",
                            tag,
                            [.. OwnTags, .. LiquidTags]
                        );
                        return "";
                    }
                    CheckVariables(match.Groups["arguments"], text);
                    return match.Value;
                }
            );
        var open =
            directives.Count(directive => directive is NoteDirective)
            - directives.Count(directive => directive is EndNoteDirective);
        if (open != 0)
        {
            problems.Add(new Problem(file, "RE207", "Notes are not closed.", "as many {% endnote %} as {% note %}"));
        }
        return scanned;
    }

    /// <summary>The text of a partial, scanned under its own name; a partial includes no other.</summary>
    private string Include(string name, string place)
    {
        Known(place, "RE211", "partial", name, partials.Keys);
        if (!partials.TryGetValue(name, out var text))
        {
            return "";
        }
        var inner = new TemplateScanner(
            file[..(file.LastIndexOf('/') + 1)] + "_" + name + ".liquid",
            variables,
            new Dictionary<string, string>()
        );
        var scanned = inner.Scan(text, directives.Count);
        directives.AddRange(inner.directives);
        problems.AddRange(inner.problems);
        return scanned;
    }

    private Directive Own(string tag, string arguments, string place)
    {
        switch (tag)
        {
            case "table":
                Known(place, "RE202", "table", arguments, TableCatalogue.Ids);
                return new TableDirective(place, arguments);
            case "chart":
                Known(place, "RE205", "chart", arguments, ChartCatalogue.Ids);
                return new ChartDirective(place, arguments);
            case "figure":
                return Figure(place, arguments);
            case "figures":
                return new KeyFiguresDirective(
                    place,
                    [
                        .. arguments
                            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                            .Select(one => Figure(place, one)),
                    ]
                );
            case "note":
                return new NoteDirective(place, arguments.Trim('"', '\''));
            case "endnote":
                return new EndNoteDirective(place);
            case "points":
                return new PointsDirective(place);
            case "definitions":
                return new DefinitionsDirective(place);
            default:
                return new PageBreakDirective(place);
        }
    }

    private FigureDirective Figure(string place, string arguments)
    {
        var parts = arguments.Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var id = parts.FirstOrDefault() ?? "";
        Known(place, "RE203", "figure", id, MetricCatalogue.All.Select(metric => metric.Id));
        var values = new List<(Dimension, string)>();
        foreach (Match pair in Pair().Matches(parts.ElementAtOrDefault(1) ?? ""))
        {
            var name = pair.Groups["name"].Value;
            if (DimensionNames.TryFind(name) is { } dimension)
            {
                values.Add((dimension, pair.Groups["value"].Value));
            }
            else
            {
                Unknown(place, "RE206", "dimension", name, Enum.GetValues<Dimension>().Select(DimensionNames.Of));
            }
        }
        return new FigureDirective(place, id, values);
    }

    private void CheckLetters(string text)
    {
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            if (FontCoverage.FirstMissing(line) is { } letter)
            {
                var place = start + line.IndexOf(letter.ToString(), StringComparison.Ordinal);
                problems.Add(
                    new Problem(
                        PlaceOf(text, place),
                        "RE215",
                        FormattableString.Invariant($"No font of PDFs has the letter {letter} (U+{letter.Value:X4})."),
                        "letters that are printed"
                    )
                );
            }
            start += line.Length + 1;
        }
    }

    private void CheckOutput(Group output, string text)
    {
        var parts = output.Value.Split('|');
        CheckVariables(parts[0], output.Index, text);
        var offset = output.Index + parts[0].Length + 1;
        foreach (var part in parts.Skip(1))
        {
            var filter = part.Split(':')[0].Trim();
            if (!Filters.Contains(filter, StringComparer.Ordinal))
            {
                Unknown(
                    PlaceOf(text, offset + part.IndexOf(filter, StringComparison.Ordinal)),
                    "RE209",
                    "filter",
                    filter,
                    Filters
                );
            }
            offset += part.Length + 1;
        }
    }

    private void CheckVariables(Group expression, string text) =>
        CheckVariables(expression.Value, expression.Index, text);

    private void CheckVariables(string expression, int index, string text)
    {
        foreach (Match name in Name().Matches(Quoted().Replace(expression, quoted => new string(' ', quoted.Length))))
        {
            if (!variables.Contains(name.Value) && !Words.Contains(name.Value, StringComparer.Ordinal))
            {
                Unknown(PlaceOf(text, index + name.Index), "RE201", "variable", name.Value, variables);
            }
        }
    }

    private void Known(string place, string code, string what, string name, IEnumerable<string> known)
    {
        var all = known.ToList();
        if (!all.Contains(name, StringComparer.Ordinal))
        {
            Unknown(place, code, what, name, all);
        }
    }

    private void Unknown(string place, string code, string what, string name, IEnumerable<string> known) =>
        problems.Add(new Problem(place, code, $"Unknown {what} '{name}'.", null, Nearest.Suggestion(name, known)));

    private string PlaceOf(string text, int index)
    {
        var line = 1 + text.AsSpan(0, index).Count('\n');
        var column = index - text.LastIndexOf('\n', Math.Max(0, index - 1), Math.Max(0, index));
        return FormattableString.Invariant($"{file}({line},{Math.Max(1, column)})");
    }

    [GeneratedRegex(
        @"\{%-?[ \t]*(?<tag>\w+)(?<arguments>[^%\r\n]*?)-?%\}|\{\{-?(?<output>[^}\r\n]*?)-?\}\}|\{%|\{\{",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Tag();

    [GeneratedRegex(@"(?<name>\w+):\s*(?<value>[\w.+?-]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Pair();

    [GeneratedRegex(@"[A-Za-z_][\w.]*", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex("\"[^\"]*\"|'[^']*'", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}
