using ReportEngine.Figures;
using Scriban.Syntax;

namespace ReportEngine.Templates;

/// <summary>
/// Holds what follows a function against what it takes: words in quotes, and named arguments, which are dimensions.
/// </summary>
/// <param name="codes">Takes codes that only the register knows.</param>
internal sealed class ArgumentChecker(Scope scope, ProblemList problems, ICollection<WrittenCode> codes)
{
    /// <summary>One argument, words in quotes; null where it is something else, which is told.</summary>
    public string? Words(WrittenCall call)
    {
        switch (call.Plain)
        {
            case [ScriptLiteral { Value: string words }]:
                return words;
            case [ScriptVariableGlobal { Name: var name } bare]:
                problems.Tell(bare, "RE216", $"'{name}' stands without quotes.", $"\"{name}\"");
                return null;
            case [ScriptBinaryExpression or ScriptPipeCall, ..]:
                problems.Refuse(call.Plain[0]);
                return null;
            default:
                problems.Tell(
                    call.Plain.ElementAtOrDefault(1) ?? call.Node,
                    "RE216",
                    $"'{call.Function}' is followed by "
                        + (call.Plain.Count == 0 ? "nothing." : "something else than one name in quotes."),
                    call.Usage + ", on one line"
                );
                return null;
        }
    }

    /// <summary>One argument, a name that is known; null where it is not, which is told.</summary>
    public string? Name(WrittenCall call, string code, string what, IEnumerable<string> known)
    {
        if (Words(call) is not { } name)
        {
            return null;
        }
        if (known.Contains(name, StringComparer.Ordinal))
        {
            return name;
        }
        problems.Unknown(call.Plain[0], code, what, name, known);
        return null;
    }

    public void Nothing(WrittenCall call)
    {
        if (call.Plain.Count > 0)
        {
            problems.Tell(call.Plain[0], "RE216", $"'{call.Function}' takes nothing.", call.Usage);
        }
    }

    public void NoneNamed(WrittenCall call)
    {
        foreach (var argument in call.Named)
        {
            problems.Tell(argument, "RE216", $"'{call.Function}' has no '{argument.Name?.Name}'.", call.Usage);
        }
    }

    /// <summary>The dimensions that are given and can be.</summary>
    /// <param name="metric">Whose they are; null for a table's, which take no period.</param>
    public List<Dimension> Given(
        IReadOnlyList<ScriptNamedArgument> named,
        string whose,
        IReadOnlyList<Dimension> known,
        Metric? metric
    )
    {
        var given = new List<Dimension>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var argument in named)
        {
            var name = argument.Name?.Name ?? "";
            if (!names.Add(name))
            {
                problems.Tell(argument, "RE216", $"'{name}' is given twice.", "each once");
                continue;
            }
            if (metric is not null && name == TemplateLanguage.Period)
            {
                Value(argument, null, metric);
            }
            else if (
                known.Where(one => DimensionNames.Of(one) == name).Cast<Dimension?>().FirstOrDefault() is { } dimension
            )
            {
                given.Add(dimension);
                Value(argument, dimension, metric);
            }
            else
            {
                NoDimension(argument, name, whose, [.. known.Select(DimensionNames.Of)]);
            }
        }
        return given;
    }

    private void NoDimension(ScriptNamedArgument argument, string name, string whose, IReadOnlyList<string> known) =>
        problems.Add(
            new Problem(
                Places.Of(argument.Name ?? (ScriptNode)argument),
                "RE206",
                $"{whose} has no '{name}'.",
                known.Count == 0 ? "nothing after its name" : string.Join(", ", known),
                Nearest.Suggestion(name, known)
            )
        );

    /// <summary>Words in quotes, or the code of an item of the list of that dimension.</summary>
    /// <param name="dimension">Null for a period.</param>
    private void Value(ScriptNamedArgument argument, Dimension? dimension, Metric? metric)
    {
        switch (argument.Value)
        {
            case ScriptLiteral { Value: string code }:
                if (dimension is { } of)
                {
                    Code(argument.Value, of, code, FixedCodes(of, metric));
                }
                break;
            case ScriptMemberExpression
            {
                Target: ScriptVariableGlobal { Name: var item },
                Member.Name: TemplateLanguage.Code
            } when scope.Items.TryGetValue(item, out var over):
                if (over.Length > 0 && TemplateLanguage.Lists[over] != dimension)
                {
                    problems.Tell(
                        argument.Value,
                        "RE206",
                        $"'{item}' is one of {over}.",
                        $"a value of '{argument.Name?.Name}'"
                    );
                }
                break;
            default:
                problems.Tell(
                    argument.Value ?? (ScriptNode)argument,
                    "RE216",
                    $"'{argument.Name?.Name}:' is followed by neither words in quotes nor the code of a loop.",
                    $"{argument.Name?.Name}: \"…\", or {argument.Name?.Name}: p.code"
                );
                break;
        }
    }

    private void Code(ScriptExpression node, Dimension dimension, string code, IReadOnlyList<string> known)
    {
        if (known.Count == 0)
        {
            codes.Add(new WrittenCode(Places.Of(node), dimension, code));
        }
        else if (!known.Contains(code))
        {
            problems.Unknown(node, "RE206", DimensionNames.Of(dimension), code, known);
        }
    }

    /// <summary>Those that a definition fixes; none where the register does.</summary>
    private static IReadOnlyList<string> FixedCodes(Dimension dimension, Metric? metric) =>
        dimension == metric?.Part && metric.Statistics.Count > 0
            ? metric.Statistics
            : [.. Codes.Fixed.GetValueOrDefault(dimension, []).Select(value => value.Code)];
}
