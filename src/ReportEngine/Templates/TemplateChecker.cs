using Scriban;
using Scriban.Parsing;
using Scriban.Syntax;

namespace ReportEngine.Templates;

/// <summary>
/// Finds every problem of a template and its partials in the syntax tree, before the register is opened. What the
/// language of templates does not have is refused by the kind of its node, so that it never runs.
/// </summary>
internal sealed class TemplateChecker(ReportTemplate template)
{
    /// <summary>Blocks and brackets within each other; the parser stops where there are more.</summary>
    private const int Deepest = 60;

    /// <summary>Parts in parts in loops, each of which is checked with the names of its loops.</summary>
    private const int MostIncluded = 2_000;

    private readonly ProblemList problems = new();
    private readonly Dictionary<string, ScriptPage> partials = new(StringComparer.Ordinal);
    private readonly HashSet<(string Partial, string Scope)> seen = [];
    private readonly List<WrittenCode> codes = [];
    private readonly NumberChecker numbers = new();

    public IReadOnlyList<Problem> Problems => problems.All;

    public IReadOnlyDictionary<string, ScriptPage> Partials => partials;

    /// <summary>Codes that only the register knows, wherever they stand.</summary>
    public IReadOnlyList<WrittenCode> Codes => codes;

    /// <summary>The syntax tree; null when it cannot be read. Whether it may run, the problems say.</summary>
    public ScriptPage? Check() => Page(template.Source.Place, template.Text, Scope.Empty);

    private ScriptPage? Page(string file, string text, Scope scope)
    {
        var (refused, rest) = TemplateGuard.Check(file, text);
        problems.Add(refused);
        if (rest is null)
        {
            return null;
        }
        var parsed = Template.Parse(rest, file, new ParserOptions { ExpressionDepthLimit = Deepest });
        if (parsed.HasErrors)
        {
            problems.Add(SyntaxProblems.Of(parsed));
        }
        // Also with errors, as far as it was read.
        Statements(parsed.Page?.Body, scope);
        return parsed.Page;
    }

    private void Statements(ScriptBlockStatement? block, Scope scope)
    {
        foreach (var statement in block?.Statements ?? Enumerable.Empty<ScriptStatement>())
        {
            Statement(statement, scope);
        }
    }

    private void Statement(ScriptStatement? statement, Scope scope)
    {
        switch (statement)
        {
            case ScriptRawStatement words:
                problems.Add(MarkdownRules.Check(words));
                break;
            case null or ScriptEscapeStatement or ScriptEndStatement or ScriptNopStatement:
                break;
            case ScriptExpressionStatement { Expression: { } expression }:
                Printed(expression, scope);
                break;
            case ScriptIfStatement choice:
                var asked = scope.Asking(ConditionChecker.Withheld(choice.Condition));
                new ConditionChecker(Calls(asked), asked, problems, codes).Check(choice.Condition);
                Statements(choice.Then, asked);
                Statement(choice.Else, asked);
                break;
            case ScriptElseStatement other:
                Statements(other.Body, scope);
                break;
            // Scriban's tablerow is one, too.
            case ScriptForStatement loop when loop.GetType() == typeof(ScriptForStatement):
                Loop(loop, scope);
                break;
            case ScriptWrapStatement wrap:
                Wrap(wrap, scope);
                break;
            default:
                problems.Refuse(statement);
                break;
        }
    }

    private void Loop(ScriptForStatement loop, Scope scope)
    {
        foreach (var option in loop.NamedArguments ?? Enumerable.Empty<ScriptNamedArgument>())
        {
            problems.Tell(
                option.Name ?? (ScriptNode)option,
                "RE209",
                $"A loop takes no '{option.Name?.Name}'.",
                "for p in platforms"
            );
        }
        if (loop.Iterator is not ScriptVariableGlobal { Name: var list } named)
        {
            problems.Tell(loop.Iterator ?? (ScriptNode)loop, "RE209", "A loop runs over a list.", ListNames);
            list = "";
        }
        else if (!TemplateLanguage.Lists.ContainsKey(list))
        {
            problems.Unknown(named, "RE201", "list", list, TemplateLanguage.Lists.Keys);
            list = "";
        }
        if (loop.Variable is not ScriptVariableGlobal { Name: var item } variable)
        {
            problems.Tell(loop, "RE209", "A loop gives each of a list a name.", "for p in platforms");
            return;
        }
        if (TemplateLanguage.Names.Append(TemplateLanguage.Loop).Contains(item) || scope.Items.ContainsKey(item))
        {
            problems.Tell(variable, "RE209", $"'{item}' is the name of something else.", "a name that is free");
        }
        Statements(loop.Body, scope.With(item, list));
        Statement(loop.Else, scope);
    }

    private void Wrap(ScriptWrapStatement wrap, Scope scope)
    {
        var target = wrap.Target is ScriptFunctionCall call ? call.Target : wrap.Target;
        if (
            target is ScriptVariableGlobal { Name: TemplateLanguage.Note } name
            && wrap.Target is ScriptFunctionCall note
        )
        {
            Calls(scope).Check(note, name, FunctionRole.Wrap);
        }
        else
        {
            problems.Tell(
                target ?? (ScriptNode)wrap,
                "RE216",
                "What is wrapped is a note.",
                TemplateLanguage.Usages[TemplateLanguage.Note]
            );
        }
        Statements(wrap.Body, scope);
    }

    /// <summary>What stands alone between {{ and }}.</summary>
    private void Printed(ScriptExpression expression, Scope scope)
    {
        switch (expression)
        {
            case ScriptNestedExpression alone:
                problems.Tell(alone, "RE216", "A bracket stands alone.", "a call on one line");
                break;
            case ScriptFunctionCall { Target: ScriptVariableGlobal { Name: TemplateLanguage.Points } } points:
                problems.Tell(points, "RE216", "'points' takes nothing.", "{{ points }}");
                break;
            case ScriptFunctionCall { Target: ScriptVariableGlobal target } call:
                Calls(scope).Check(call, target, FunctionRole.Block, FunctionRole.Figure);
                break;
            case ScriptVariableGlobal { Name: TemplateLanguage.Points }:
                break;
            case ScriptVariableGlobal variable when !Names(scope).IsObject(variable.Name):
                Calls(scope).Check(variable, variable, FunctionRole.Block, FunctionRole.Figure);
                break;
            case ScriptVariableGlobal variable:
                problems.Tell(
                    variable,
                    "RE216",
                    $"'{variable.Name}' is no words.",
                    Names(scope).MembersOf(variable.Name)
                );
                break;
            case ScriptMemberExpression member:
                Names(scope).Member(member, MemberKind.Words);
                break;
            case ScriptNamedArgument stray:
                problems.Tell(
                    stray.Name ?? (ScriptNode)stray,
                    "RE216",
                    $"'{stray.Name?.Name}:' stands alone.",
                    "a call on one line"
                );
                break;
            default:
                problems.Refuse(expression);
                break;
        }
    }

    private static string ListNames => string.Join(", ", TemplateLanguage.Lists.Keys);

    private NameChecker Names(Scope scope) => new(scope, problems);

    private CallChecker Calls(Scope scope) => new(template, scope, problems, codes, numbers, Include);

    /// <summary>A partial, with the names of the loops around it; once for each such set of names.</summary>
    private void Include(string name, Scope scope)
    {
        var file = template.Partials[name];
        if (!seen.Add((name, scope.ToString())))
        {
            return;
        }
        if (seen.Count > MostIncluded)
        {
            problems.Add(new Problem(file.Place, "RE211", "More parts are included than anybody reads.", "fewer"));
        }
        else if (Page(file.Place, file.Text, scope.In(name)) is { } page)
        {
            partials[name] = page;
        }
    }
}
