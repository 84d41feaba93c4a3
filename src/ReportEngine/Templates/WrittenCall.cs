using Scriban.Syntax;

namespace ReportEngine.Templates;

/// <summary>A call of a function as it is written; a name alone is a call without arguments.</summary>
/// <param name="Plain">What follows the function without a name, in its order.</param>
/// <param name="Named">What follows as "name: value".</param>
internal sealed record WrittenCall(
    ScriptExpression Node,
    string Function,
    IReadOnlyList<ScriptExpression> Plain,
    IReadOnlyList<ScriptNamedArgument> Named
)
{
    public static WrittenCall Of(ScriptExpression node, string function)
    {
        var arguments = node is ScriptFunctionCall call ? [.. call.Arguments] : Array.Empty<ScriptExpression>();
        return new WrittenCall(
            node,
            function,
            [.. arguments.Where(argument => argument is not ScriptNamedArgument)],
            [.. arguments.OfType<ScriptNamedArgument>()]
        );
    }

    public string Usage => TemplateLanguage.Usages[Function];
}
