using ReportEngine.Figures;
using Scriban.Syntax;

namespace ReportEngine.Templates;

/// <summary>Holds named arguments, which are dimensions, against those that a figure or a table has.</summary>
internal sealed class ArgumentChecker(Scope scope, ProblemList problems)
{
    /// <summary>The dimensions that are given and can be.</summary>
    public List<Dimension> Given(
        List<ScriptNamedArgument> named,
        string whose,
        IReadOnlyList<Dimension> known,
        bool withPeriod
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
            if (withPeriod && name == TemplateLanguage.Period)
            {
                Value(argument, null, TemplateLanguage.Periods);
            }
            else if (
                known.Where(one => DimensionNames.Of(one) == name).Cast<Dimension?>().FirstOrDefault() is { } dimension
            )
            {
                given.Add(dimension);
                Value(argument, dimension, null);
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
    private void Value(ScriptNamedArgument argument, Dimension? dimension, string? list)
    {
        switch (argument.Value)
        {
            // What the register may add to, only the register knows.
            case ScriptLiteral { Value: string code }:
                if (
                    dimension is { } of
                    && Codes.Fixed.TryGetValue(of, out var values)
                    && !values.Any(value => value.Code == code)
                )
                {
                    problems.Unknown(
                        argument.Value,
                        "RE206",
                        DimensionNames.Of(of),
                        code,
                        values.Select(value => value.Code)
                    );
                }
                break;
            case ScriptMemberExpression
            {
                Target: ScriptVariableGlobal { Name: var item },
                Member.Name: TemplateLanguage.Code
            } when scope.Items.TryGetValue(item, out var over):
                if (over.Length > 0 && (dimension is null ? over != list : TemplateLanguage.Lists[over] != dimension))
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
}
