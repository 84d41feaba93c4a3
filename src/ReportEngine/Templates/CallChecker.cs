using ReportEngine.Documents;
using ReportEngine.Figures;
using Scriban.Syntax;

namespace ReportEngine.Templates;

/// <summary>Holds a call of a function against what it takes: how many, in quotes, of which names.</summary>
/// <param name="include">Goes on in a partial.</param>
internal sealed class CallChecker(
    ReportTemplate template,
    Scope scope,
    ProblemList problems,
    Action<string, Scope> include
)
{
    /// <summary>Dimensions that a figure can be asked for at once; its parts come of themselves.</summary>
    private const int MostDimensions = 2;

    private ArgumentChecker Arguments => new(scope, problems);

    /// <param name="node">The call; a name alone is a call without arguments.</param>
    public void Check(ScriptExpression node, string function)
    {
        var arguments = node is ScriptFunctionCall call ? [.. call.Arguments] : Array.Empty<ScriptExpression>();
        var plain = arguments.Where(argument => argument is not ScriptNamedArgument).ToList();
        var named = arguments.OfType<ScriptNamedArgument>().ToList();
        switch (function)
        {
            case TemplateLanguage.Table:
                if (Named(node, plain, function, "RE202", "table", TableCatalogue.Ids) is { } table)
                {
                    Narrowing(table, named);
                }
                break;
            case TemplateLanguage.Chart:
                Named(node, plain, function, "RE205", "chart", ChartCatalogue.Ids);
                None(named, function);
                break;
            case TemplateLanguage.Include:
                if (Named(node, plain, function, "RE211", "partial", template.PartialFiles.Keys) is { } partial)
                {
                    Include(node, partial);
                }
                None(named, function);
                break;
            case TemplateLanguage.Note:
                Title(node, plain, function);
                None(named, function);
                break;
            case TemplateLanguage.Figure:
                Figure(node, plain, named);
                break;
            case TemplateLanguage.Figures:
                Figures(node, plain, function, most: int.MaxValue);
                None(named, function);
                break;
            case TemplateLanguage.Definitions or TemplateLanguage.PageBreak:
                if (plain.Count > 0)
                {
                    problems.Tell(plain[0], "RE216", $"'{function}' takes nothing.", TemplateLanguage.Usages[function]);
                }
                None(named, function);
                break;
            default:
                Question(node, plain, named, function);
                break;
        }
    }

    private void Question(
        ScriptExpression node,
        List<ScriptExpression> plain,
        List<ScriptNamedArgument> named,
        string function
    )
    {
        Figures(node, plain, function, most: 1);
        None(named, function);
        if (
            plain
                is [
                    ScriptNestedExpression
                    {
                        Expression: ScriptFunctionCall { Arguments: [ScriptLiteral { Value: string id }, ..] }
                    },
                ]
            && MetricCatalogue.TryFind(id) is { } metric
            && !CanBe(function, metric.Unit)
        )
        {
            problems.Tell(node, "RE216", $"'{function}' is never so of {id}.", TemplateLanguage.Usages[function]);
        }
    }

    /// <summary>A question to which the answer is always no tells nothing.</summary>
    private static bool CanBe(string function, Unit unit) =>
        function switch
        {
            TemplateLanguage.IsReached => unit == Unit.Hours,
            TemplateLanguage.IsZero => unit == Unit.Count
                || unit == Unit.Followers
                || unit == Unit.Share
                || unit == Unit.PerThousand
                || unit == Unit.Portion,
            TemplateLanguage.IsFew => unit != Unit.Count && unit != Unit.Days && unit != Unit.Status,
            _ => true,
        };

    private void Title(ScriptNode node, List<ScriptExpression> plain, string function)
    {
        if (Words(node, plain, function) is not { } title)
        {
            return;
        }
        if (TemplateGuard.OfWords(Places.Of(plain[0]), title) is { } unseen)
        {
            problems.Add(unseen);
        }
        if (title.Contains("{{", StringComparison.Ordinal))
        {
            problems.Tell(plain[0], "RE216", "A title holds no function.", "words alone");
        }
    }

    /// <summary>One argument, words in quotes; null where it is something else, which is told.</summary>
    private string? Words(ScriptNode node, List<ScriptExpression> plain, string function)
    {
        switch (plain)
        {
            case [ScriptLiteral { Value: string words }]:
                return words;
            case [ScriptVariableGlobal { Name: var name } bare]:
                problems.Tell(bare, "RE216", $"'{name}' stands without quotes.", $"\"{name}\"");
                return null;
            case [ScriptBinaryExpression or ScriptPipeCall, ..]:
                problems.Refuse(plain[0]);
                return null;
            default:
                problems.Tell(
                    plain.ElementAtOrDefault(1) ?? node,
                    "RE216",
                    $"'{function}' is followed by "
                        + (plain.Count == 0 ? "nothing." : "something else than one name in quotes."),
                    TemplateLanguage.Usages[function]
                );
                return null;
        }
    }

    private string? Named(
        ScriptNode node,
        List<ScriptExpression> plain,
        string function,
        string code,
        string what,
        IEnumerable<string> known
    )
    {
        if (Words(node, plain, function) is not { } name)
        {
            return null;
        }
        if (known.Contains(name, StringComparer.Ordinal))
        {
            return name;
        }
        problems.Unknown(plain[0], code, what, name, known);
        return null;
    }

    private void Include(ScriptNode node, string partial)
    {
        if (scope.Partials.Contains(partial, StringComparer.Ordinal))
        {
            problems.Tell(
                node,
                "RE211",
                $"The partial '{partial}' includes itself: " + string.Join(" > ", scope.Partials.Append(partial)) + ".",
                "partials that end"
            );
            return;
        }
        include(partial, scope);
    }

    private void Figures(ScriptNode node, List<ScriptExpression> plain, string function, int most)
    {
        if (plain.Find(argument => FigureIn(argument) is null) is { } other)
        {
            if (other is ScriptBinaryExpression { Operator: ScriptBinaryOperator.And or ScriptBinaryOperator.Or })
            {
                problems.Tell(
                    other,
                    "RE216",
                    "A question that is joined with another needs brackets of its own.",
                    "{{ if (is_few (figure \"OUT.02\")) && period.is_complete }}"
                );
                return;
            }
            problems.Tell(
                other,
                "RE216",
                "What is handed on is a figure in brackets.",
                TemplateLanguage.Usages[function]
            );
            return;
        }
        if (plain.Count == 0 || plain.Count > most)
        {
            problems.Tell(
                node,
                "RE216",
                $"'{function}' is followed by " + (plain.Count == 0 ? "no figure." : "more than one figure."),
                TemplateLanguage.Usages[function]
            );
        }
        foreach (var argument in plain)
        {
            Check(FigureIn(argument)!, TemplateLanguage.Figure);
        }
    }

    private static ScriptFunctionCall? FigureIn(ScriptExpression argument) =>
        argument
            is ScriptNestedExpression
            {
                Expression: ScriptFunctionCall { Target: ScriptVariableGlobal { Name: TemplateLanguage.Figure } } figure
            }
            ? figure
            : null;

    private void Figure(ScriptNode node, List<ScriptExpression> plain, List<ScriptNamedArgument> named)
    {
        var ids = MetricCatalogue.All.Select(metric => metric.Id);
        if (Named(node, plain, TemplateLanguage.Figure, "RE203", "figure", ids) is not { } id)
        {
            return;
        }
        var metric = MetricCatalogue.Find(id);
        var known = metric.Breakdowns.Concat(metric.Part is { } part ? [part] : Array.Empty<Dimension>()).ToList();
        var given = Arguments.Given(named, $"Figure {id}", known, withPeriod: true);
        var missing = metric.Natural.Concat(known.Where(one => one == metric.Part)).Except(given).ToList();
        if (missing.Count > 0 && named.All(one => one.Name?.Name == TemplateLanguage.Period || IsOf(one, given)))
        {
            problems.Tell(
                node,
                "RE206",
                $"Figure {id} has several values, one for each "
                    + string.Join(" and ", missing.Select(DimensionNames.Of))
                    + ".",
                string.Join(", ", missing.Select(one => DimensionNames.Of(one) + ": \"…\""))
                    + ", which 'report-engine templates names' lists"
            );
        }
        if (given.Count(dimension => dimension != metric.Part) > MostDimensions)
        {
            problems.Tell(
                node,
                "RE206",
                "A figure is broken down by two dimensions at most.",
                TemplateLanguage.Usages[TemplateLanguage.Figure]
            );
        }
    }

    private static bool IsOf(ScriptNamedArgument argument, List<Dimension> given) =>
        given.Exists(dimension => DimensionNames.Of(dimension) == argument.Name?.Name);

    private void Narrowing(string table, List<ScriptNamedArgument> named)
    {
        Arguments.Given(named, $"Table {table}", TableCatalogue.DimensionsOf(table), withPeriod: false);
        if (named.Count > 1)
        {
            problems.Tell(named[1], "RE206", "A table is narrowed by one dimension.", "one of them");
        }
    }

    private void None(List<ScriptNamedArgument> named, string function)
    {
        foreach (var argument in named)
        {
            problems.Tell(
                argument,
                "RE216",
                $"'{function}' has no '{argument.Name?.Name}'.",
                TemplateLanguage.Usages[function]
            );
        }
    }
}
