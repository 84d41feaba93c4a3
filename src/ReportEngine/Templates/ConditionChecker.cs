using ReportEngine.Figures;
using Scriban.Syntax;

namespace ReportEngine.Templates;

/// <summary>A code in a template of which only the register knows whether there is such a one.</summary>
internal sealed record WrittenCode(string Place, Dimension Of, string Code);

/// <summary>Holds what stands after if against the questions that can be asked.</summary>
/// <param name="codes">Takes codes that only the register knows.</param>
internal sealed class ConditionChecker(
    CallChecker calls,
    Scope scope,
    ProblemList problems,
    ICollection<WrittenCode> codes
)
{
    private readonly NameChecker names = new(scope, problems);

    /// <summary>The figures of which a condition asks whether they are withheld.</summary>
    public static IEnumerable<string> Withheld(ScriptExpression? expression) =>
        expression switch
        {
            ScriptNestedExpression nested => Withheld(nested.Expression),
            ScriptUnaryExpression not => Withheld(not.Right),
            ScriptBinaryExpression both => [.. Withheld(both.Left), .. Withheld(both.Right)],
            ScriptFunctionCall { Target: ScriptVariableGlobal { Name: TemplateLanguage.IsWithheld } } call
                when FigureChecker.Asked(call) is { } figure => [figure.ToString()!],
            _ => [],
        };

    public void Check(ScriptExpression? expression)
    {
        switch (expression)
        {
            case ScriptNestedExpression nested:
                Check(nested.Expression);
                break;
            case ScriptUnaryExpression { Operator: ScriptUnaryOperator.Not } not:
                Check(not.Right);
                break;
            case ScriptBinaryExpression { Operator: ScriptBinaryOperator.And or ScriptBinaryOperator.Or } both:
                Check(both.Left);
                Check(both.Right);
                break;
            case ScriptBinaryExpression
            {
                Operator: ScriptBinaryOperator.CompareEqual or ScriptBinaryOperator.CompareNotEqual
            } comparison:
                Side(comparison.Left);
                Side(comparison.Right);
                Code(comparison.Left, comparison.Right);
                Code(comparison.Right, comparison.Left);
                break;
            case ScriptFunctionCall { Target: ScriptVariableGlobal { Name: TemplateLanguage.Figure } } figure:
                problems.Tell(
                    figure,
                    "RE216",
                    "A figure is no answer, yes or no.",
                    TemplateLanguage.Usages[TemplateLanguage.IsZero]
                );
                break;
            case ScriptFunctionCall { Target: ScriptVariableGlobal target } call:
                calls.Check(call, target, FunctionRole.Question);
                break;
            case ScriptFunctionCall { Arguments: [ScriptVariableGlobal joined, ..] }:
                names.Unknown(joined);
                break;
            case ScriptMemberExpression member:
                names.Member(member, MemberKind.YesOrNo);
                break;
            case ScriptVariableGlobal variable:
                calls.Check(variable, variable, FunctionRole.Question);
                break;
            case null:
                break;
            default:
                problems.Refuse(expression);
                break;
        }
    }

    /// <summary>Words can be compared with words: the code of an item, to choose one of a list.</summary>
    private void Side(ScriptExpression? side)
    {
        switch (side)
        {
            case ScriptMemberExpression { Member.Name: not TemplateLanguage.Code } member:
                problems.Tell(member, "RE209", "Codes are compared, and nothing else.", "p.code == \"telegram\"");
                break;
            case ScriptMemberExpression member:
                names.Member(member, MemberKind.Words);
                break;
            case ScriptLiteral { Value: string }:
                break;
            default:
                problems.Refuse(side);
                break;
        }
    }

    /// <summary>The code of an item and words: words that are no code of its list never come true.</summary>
    private void Code(ScriptExpression? item, ScriptExpression? words)
    {
        if (
            item
                is not ScriptMemberExpression
                {
                    Target: ScriptVariableGlobal { Name: var name },
                    Member.Name: TemplateLanguage.Code
                }
            || words is not ScriptLiteral { Value: string code }
            || scope.Items.GetValueOrDefault(name) is not { Length: > 0 } list
        )
        {
            return;
        }
        if (TemplateLanguage.Lists[list] is { } dimension)
        {
            codes.Add(new WrittenCode(Places.Of(words), dimension, code));
        }
        else if (Period.TryParse(code) is null)
        {
            problems.Tell(words, "RE206", $"Unknown period '{code}'.", Period.ValidForms);
        }
    }
}
