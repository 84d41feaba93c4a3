using System.Text.RegularExpressions;
using Scriban.Syntax;

namespace ReportEngine.Templates;

/// <summary>
/// The numbers of tables and charts, as "R2" or "R2a": written beside each, so that they stay the same from release to
/// release, also where one is left out.
/// </summary>
internal sealed partial class NumberChecker
{
    private const string Expected = "a number of one capital, one or two digits and, if you like, a small letter";

    private readonly Dictionary<(string Function, string Number), string> taken = [];

    /// <summary>One number, given once, to one table or chart.</summary>
    public void Check(WrittenCall call, ScriptNamedArgument argument, Scope scope, ProblemList problems)
    {
        if (argument.Value is not ScriptLiteral { Value: string number } || !Pattern().IsMatch(number))
        {
            problems.Tell(argument.Value ?? (ScriptNode)argument, "RE229", "This is no number.", Expected);
            return;
        }
        if (scope.Items.Count > 0)
        {
            problems.Tell(argument, "RE229", "A loop would give the number several times.", "no number in a loop");
            return;
        }
        // A table is told from a chart, and from the same table narrowed to something else.
        var kind = call.Function == TemplateLanguage.Chart ? TemplateLanguage.Chart : TemplateLanguage.Table;
        var named = string.Join(' ', call.Plain.Concat(call.Named.Where(other => other != argument)));
        if (taken.TryGetValue((kind, number), out var other) && other != named)
        {
            problems.Tell(argument.Value, "RE229", $"'{number}' is the number of {other}.", "a number of its own");
        }
        taken.TryAdd((kind, number), named);
    }

    [GeneratedRegex("^[A-Z][1-9][0-9]?[a-z]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
