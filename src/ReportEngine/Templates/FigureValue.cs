using ReportEngine.Figures;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ReportEngine.Templates;

/// <summary>
/// A figure as a template holds it: to be printed, or handed to one of our functions. Every other use is refused, so
/// that no expression can be made to tell its value.
/// </summary>
/// <param name="figure">Null where there is none, which is a problem of its own.</param>
internal sealed class FigureValue(Figure? figure) : IScriptCustomType
{
    // Internal: what Scriban finds by reflection is public.
    internal Figure? Figure { get; } = figure;

    public string TypeName => "figure";

    public bool TryEvaluate(
        TemplateContext context,
        SourceSpan span,
        ScriptBinaryOperator op,
        SourceSpan leftSpan,
        object? leftValue,
        SourceSpan rightSpan,
        object? rightValue,
        out object? result
    ) => throw Refusal(span);

    public bool TryEvaluate(
        TemplateContext context,
        SourceSpan span,
        ScriptUnaryOperator op,
        object rightValue,
        out object result
    ) => throw Refusal(span);

    public bool TryConvertTo(TemplateContext context, SourceSpan span, Type type, out object value) =>
        throw Refusal(span);

    public override string ToString() => "[figure]";

    internal static ReportException Refusal(SourceSpan span) =>
        new(
            ExitCode.WrongUsage,
            new Problem(
                Places.Of(span),
                "RE209",
                "A figure can be printed or handed on, and nothing else.",
                "is_withheld, is_reached, is_zero or is_few, to choose by what it is"
            )
        );
}
