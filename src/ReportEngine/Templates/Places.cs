using System.Globalization;
using System.Text.RegularExpressions;
using Scriban.Parsing;
using Scriban.Syntax;

namespace ReportEngine.Templates;

/// <summary>Places as they are told: file(line,column), both from 1, columns in UTF-16 units.</summary>
internal static partial class Places
{
    public static string Of(ScriptNode node) => Of(node.Span);

    public static string Of(SourceSpan span) => Of(span.FileName, span.Start);

    public static string Of(string file, TextPosition position) => Of(file, position.Line, position.Column);

    /// <param name="line">From 0.</param>
    /// <param name="column">From 0.</param>
    public static string Of(string file, int line, int column) =>
        FormattableString.Invariant($"{file}({line + 1},{column + 1})");

    /// <summary>Of an offset in a text that begins where a part of a template does.</summary>
    public static string Of(SourceSpan span, ReadOnlySpan<char> text, int offset)
    {
        var before = text[..Math.Min(offset, text.Length)];
        var lines = before.Count('\n');
        return Of(
            span.FileName,
            span.Start.Line + lines,
            lines == 0 ? span.Start.Column + before.Length : before.Length - 1 - before.LastIndexOf('\n')
        );
    }

    /// <summary>Files in the order in which they come; within each by line and column.</summary>
    public static IEnumerable<Problem> InOrder(IEnumerable<Problem> problems)
    {
        var placed = problems.Select(problem => (problem, At: Form().Match(problem.Place))).ToList();
        var files = placed.Select(one => File(one.At)).Distinct().ToList();
        return placed
            .OrderBy(one => files.IndexOf(File(one.At)))
            .ThenBy(one => Number(one.At, "line"))
            .ThenBy(one => Number(one.At, "column"))
            .Select(one => one.problem);
    }

    private static string File(Match at) => at.Groups["file"].Value;

    private static int Number(Match at, string group) =>
        at.Groups[group].Success ? int.Parse(at.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?<file>.*?)(\((?<line>\d+),(?<column>\d+)\))?$", RegexOptions.Singleline)]
    private static partial Regex Form();
}
