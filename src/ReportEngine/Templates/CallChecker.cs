using ReportEngine.Documents;
using Scriban.Syntax;

namespace ReportEngine.Templates;

/// <summary>Holds a call of a function against where it may stand and what it takes.</summary>
/// <param name="codes">Takes codes that only the register knows.</param>
/// <param name="numbers">Given to tables and charts so far.</param>
/// <param name="include">Goes on in a partial.</param>
internal sealed class CallChecker(
    ReportTemplate template,
    Scope scope,
    ProblemList problems,
    ICollection<WrittenCode> codes,
    NumberChecker numbers,
    Action<string, Scope> include
)
{
    private readonly ArgumentChecker arguments = new(scope, problems, codes);
    private readonly FigureChecker figures = new(scope, problems, codes);

    /// <summary>A function, which must be one of those that may stand there.</summary>
    public void Check(ScriptExpression node, ScriptVariableGlobal target, params FunctionRole[] roles)
    {
        if (!TemplateLanguage.Functions.TryGetValue(target.Name, out var role))
        {
            var names = new NameChecker(scope, problems);
            if (names.IsObject(target.Name))
            {
                problems.Tell(target, "RE216", $"'{target.Name}' is no function.", names.MembersOf(target.Name));
            }
            else
            {
                names.Unknown(target);
            }
            return;
        }
        if (roles.Contains(role))
        {
            Arguments(WrittenCall.Of(node, target.Name));
            return;
        }
        problems.Tell(
            target,
            "RE216",
            $"'{target.Name}' " + (role == FunctionRole.Wrap ? "stands around something." : "cannot stand here."),
            TemplateLanguage.Usages[target.Name]
        );
    }

    private void Arguments(WrittenCall call)
    {
        switch (call.Function)
        {
            case TemplateLanguage.Table or TemplateLanguage.DataTable:
                if (arguments.Name(call, "RE202", "table", TableCatalogue.Ids) is { } table)
                {
                    Narrowing(table, call);
                }
                return;
            case TemplateLanguage.Figure:
                figures.Figure(call);
                return;
            case TemplateLanguage.Finding:
                arguments.Name(call, "RE228", "finding", FindingCatalogue.Ids);
                arguments.NoneNamed(call);
                break;
            case TemplateLanguage.Chart:
                arguments.Name(call, "RE205", "chart", ChartCatalogue.Ids);
                arguments.NoneNamed(WithoutNumber(call));
                return;
            case TemplateLanguage.Include:
                if (arguments.Name(call, "RE211", "partial", template.Partials.Keys) is { } partial)
                {
                    Include(call.Node, partial);
                }
                break;
            case TemplateLanguage.Note:
                Title(call);
                break;
            case TemplateLanguage.Figures:
                figures.Several(call);
                break;
            case TemplateLanguage.Definitions
            or TemplateLanguage.DataDefinitions
            or TemplateLanguage.AllDefinitions
            or TemplateLanguage.Evidence
            or TemplateLanguage.PageBreak:
                arguments.Nothing(call);
                break;
            default:
                figures.Question(call);
                break;
        }
        arguments.NoneNamed(call);
    }

    private void Title(WrittenCall call)
    {
        if (arguments.Words(call) is not { } title)
        {
            return;
        }
        if (TemplateGuard.OfWords(Places.Of(call.Plain[0]), title) is { } unseen)
        {
            problems.Add(unseen);
        }
        if (title.Contains("{{", StringComparison.Ordinal))
        {
            problems.Tell(call.Plain[0], "RE216", "A title holds no function.", "words alone");
        }
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

    private void Narrowing(string table, WrittenCall call)
    {
        var named = WithoutNumber(call).Named;
        arguments.Given(named, $"Table {table}", TableCatalogue.DimensionsOf(table), metric: null);
        if (named.Count > 1)
        {
            problems.Tell(named[1], "RE206", "A table is narrowed by one dimension.", "one of them");
        }
    }

    /// <summary>The call with the arguments that are no number, which is checked; a second one stays.</summary>
    private WrittenCall WithoutNumber(WrittenCall call)
    {
        if (call.Named.FirstOrDefault(one => one.Name?.Name == TemplateLanguage.Number) is not { } number)
        {
            return call;
        }
        numbers.Check(call, number, scope, problems);
        return call with { Named = [.. call.Named.Where(one => one != number)] };
    }
}
