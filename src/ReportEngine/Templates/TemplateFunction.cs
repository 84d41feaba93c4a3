using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ReportEngine.Templates;

/// <summary>
/// A call of one of our functions. That its arguments are as the function takes them, the check has seen; they are read
/// from the syntax tree, where each has its place.
/// </summary>
/// <param name="Body">What a wrapping function stands around.</param>
internal sealed record TemplateCall(TemplateRun Run, ScriptNode Node, ScriptBlockStatement? Body)
{
    private ScriptFunctionCall? Call => Node as ScriptFunctionCall;

    public string Place => Places.Of(Node);

    /// <summary>The first argument, words in quotes.</summary>
    public string Words => (string)Call!.Arguments.OfType<ScriptLiteral>().First().Value!;

    public IEnumerable<FigureValue> Figures =>
        Call!
            .Arguments.Where(argument => argument is not ScriptNamedArgument)
            .Select(argument => (FigureValue)Run.Evaluate(argument)!);

    /// <summary>Named arguments: words in quotes, or the code of an item.</summary>
    public IReadOnlyList<(string Name, string Code, string Place)> Named =>
        [
            .. (Call?.Arguments ?? Enumerable.Empty<ScriptExpression>())
                .OfType<ScriptNamedArgument>()
                .Select(argument =>
                    (argument.Name!.Name, (string)Run.Evaluate(argument.Value!)!, Places.Of(argument.Value!))
                ),
        ];
}

/// <summary>A function of ours, as Scriban calls it: with its arguments as they are written.</summary>
internal sealed class TemplateFunction(Func<TemplateCall, object?> run) : IScriptCustomFunction
{
    public int RequiredParameterCount => 0;

    public int ParameterCount => 0;

    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.Direct;

    public Type ReturnType => typeof(object);

    public ScriptParameterInfo GetParameterInfo(int index) => new(typeof(ScriptExpression), "value");

    public object? Invoke(
        TemplateContext context,
        ScriptNode? callerContext,
        ScriptArray arguments,
        ScriptBlockStatement? blockStatement
    ) => run(new TemplateCall((TemplateRun)context, callerContext!, blockStatement));

    public ValueTask<object?> InvokeAsync(
        TemplateContext context,
        ScriptNode? callerContext,
        ScriptArray arguments,
        ScriptBlockStatement? blockStatement
    ) => new(Invoke(context, callerContext, arguments, blockStatement));
}
