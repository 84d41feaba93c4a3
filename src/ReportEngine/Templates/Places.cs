using Scriban.Parsing;
using Scriban.Syntax;

namespace ReportEngine.Templates;

/// <summary>Places as they are told: file(line,column), both from 1, columns in UTF-16 units.</summary>
internal static class Places
{
    public static string Of(ScriptNode node) => Of(node.Span);

    public static string Of(SourceSpan span) => Of(span.FileName, span.Start);

    public static string Of(string file, TextPosition position) => Of(file, position.Line, position.Column);

    /// <param name="line">From 0.</param>
    /// <param name="column">From 0.</param>
    public static string Of(string file, int line, int column) =>
        FormattableString.Invariant($"{file}({line + 1},{column + 1})");
}
