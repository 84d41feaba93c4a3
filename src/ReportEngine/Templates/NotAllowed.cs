using Scriban.Syntax;

namespace ReportEngine.Templates;

/// <summary>Why something that Scriban could do is refused.</summary>
internal static class NotAllowed
{
    private const string Figures = "Figures are worked out before, not in a template.";

    public static Problem Of(ScriptNode node) =>
        node switch
        {
            ScriptBinaryExpression
            {
                Operator: ScriptBinaryOperator.Subtract,
                Left: ScriptVariableGlobal left,
                Right: ScriptVariableGlobal right
            } when TemplateLanguage.Names.Contains(left.Name + "_" + right.Name) => new Problem(
                Places.Of(node),
                "RE204",
                "Unknown name '" + left.Name + "-" + right.Name + "'.",
                null,
                "Did you mean '" + left.Name + "_" + right.Name + "'?"
            ),
            ScriptNestedExpression
            {
                Expression: ScriptFunctionCall { Target: ScriptVariableGlobal { Name: TemplateLanguage.Figure } }
            } => Refused(node, "A figure is never compared.", "Ask with is_withheld, is_reached, is_zero or is_few."),
            ScriptBinaryExpression { OperatorToken: { } sign } binary => Refused(
                sign,
                "'" + sign + "' cannot be used here.",
                IsArithmetic(binary) ? Figures : "Ask with is_withheld, is_reached, is_zero or is_few."
            ),
            ScriptUnaryExpression or ScriptIncrementDecrementExpression => Refused(
                node,
                "A sign cannot be used here.",
                Figures
            ),
            ScriptAssignExpression => Refused(node, "Nothing can be given a name or a value.", Figures),
            ScriptPipeCall => Refused(node, "'|' cannot be used: nothing is changed by what follows it.", null),
            ScriptLiteral { Value: string } => Refused(
                node,
                "Words in quotes stand for nothing here.",
                "Write them outside of {{ }}."
            ),
            ScriptLiteral => Refused(node, "A number or a value cannot stand here.", Figures),
            ScriptFunctionCall => Refused(node, "This cannot be called.", null),
            ScriptMemberExpression => Refused(node, "This has no members.", null),
            _ => Refused(node, "'" + NameOf(node) + "' is no part of the language of templates.", null),
        };

    private static Problem Refused(ScriptNode node, string found, string? remedy) =>
        new(Places.Of(node), "RE209", found, null, remedy ?? "See templates/README.md.");

    private static bool IsArithmetic(ScriptBinaryExpression binary) =>
        binary.Operator
            is ScriptBinaryOperator.Add
                or ScriptBinaryOperator.Subtract
                or ScriptBinaryOperator.Multiply
                or ScriptBinaryOperator.Divide
                or ScriptBinaryOperator.DivideRound
                or ScriptBinaryOperator.Modulus
                or ScriptBinaryOperator.Power;

    private static string NameOf(ScriptNode node) => ScriptSyntaxAttribute.Get(node)?.TypeName ?? node.GetType().Name;
}
