using ReportEngine.Figures;
using Scriban.Syntax;

namespace ReportEngine.Templates;

/// <summary>Holds figures, and the questions about them, against the catalogue.</summary>
internal sealed class FigureChecker(Scope scope, ProblemList problems, ICollection<WrittenCode> codes)
{
    /// <summary>Dimensions that a figure can be asked for at once; its parts come of themselves.</summary>
    private const int MostDimensions = 2;

    private readonly ArgumentChecker arguments = new(scope, problems, codes);

    /// <summary>The figure that a question is about; null for anything else.</summary>
    public static ScriptFunctionCall? Asked(ScriptExpression? question) =>
        question is ScriptFunctionCall { Arguments: [var figure] } ? FigureIn(figure) : null;

    public void Figure(WrittenCall call)
    {
        var ids = MetricCatalogue.All.Select(metric => metric.Id);
        if (arguments.Name(call, "RE203", "figure", ids) is not { } id)
        {
            return;
        }
        var metric = MetricCatalogue.Find(id);
        var known = metric.Breakdowns.Concat(metric.Part is { } part ? [part] : Array.Empty<Dimension>()).ToList();
        var given = arguments.Given(call.Named, $"Figure {id}", known, metric);
        var missing = metric.Natural.Concat(known.Where(one => one == metric.Part)).Except(given).ToList();
        // An argument that the figure has not may be the missing one, misspelt.
        if (missing.Count > 0 && call.Named.All(one => one.Name?.Name == TemplateLanguage.Period || IsOf(one, given)))
        {
            problems.Tell(
                call.Node,
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
            problems.Tell(call.Node, "RE206", "A figure is broken down by two dimensions at most.", call.Usage);
        }
    }

    /// <summary>One figure or more, each in brackets.</summary>
    public void Several(WrittenCall call) => HandedOn(call, most: int.MaxValue);

    /// <summary>What a figure is: of one that such a thing can be said of.</summary>
    public void Question(WrittenCall call)
    {
        HandedOn(call, most: 1);
        if (
            Asked(call.Node) is not { Arguments: [ScriptLiteral { Value: string id }, ..] } figure
            || MetricCatalogue.TryFind(id) is not { } metric
        )
        {
            return;
        }
        if (!CanBe(call.Function, metric.Unit))
        {
            problems.Tell(call.Node, "RE216", $"'{call.Function}' is never so of {id}.", call.Usage);
        }
        else if (call.Function == TemplateLanguage.IsZero && CanBeWithheld(metric) && !scope.Asks(figure))
        {
            problems.Tell(
                call.Node,
                "RE216",
                $"'is_zero' of {id} says no also where it is withheld, and not only where there are some.",
                $"{{{{ if is_withheld ({figure}) }}}} … {{{{ else if is_zero ({figure}) }}}}"
            );
        }
    }

    private static bool CanBeWithheld(Metric metric) =>
        metric.Sensitivity == Sensitivity.PersonCount || metric.WithheldWith is not null;

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

    private void HandedOn(WrittenCall call, int most)
    {
        if (call.Plain.FirstOrDefault(argument => FigureIn(argument) is null) is { } other)
        {
            var isJoined =
                other is ScriptBinaryExpression { Operator: ScriptBinaryOperator.And or ScriptBinaryOperator.Or };
            problems.Tell(
                other,
                "RE216",
                isJoined
                    ? "A question that is joined with another needs brackets of its own."
                    : "What is handed on is a figure in brackets.",
                isJoined ? "{{ if (is_few (figure \"OUT.02\")) && period.is_complete }}" : call.Usage
            );
            return;
        }
        if (call.Plain.Count == 0 || call.Plain.Count > most)
        {
            problems.Tell(
                call.Node,
                "RE216",
                $"'{call.Function}' is followed by " + (call.Plain.Count == 0 ? "no figure." : "more than one figure."),
                call.Usage
            );
        }
        foreach (var figure in call.Plain.Select(FigureIn))
        {
            Figure(WrittenCall.Of(figure!, TemplateLanguage.Figure));
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

    private static bool IsOf(ScriptNamedArgument argument, List<Dimension> given) =>
        given.Exists(dimension => DimensionNames.Of(dimension) == argument.Name?.Name);
}
