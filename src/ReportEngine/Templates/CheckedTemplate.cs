using Scriban.Syntax;

namespace ReportEngine.Templates;

/// <summary>A template that may be read with a register: nothing in it is unknown or not allowed.</summary>
/// <param name="File">Its place, as told in problems.</param>
/// <param name="Partials">Those it includes, by name.</param>
/// <param name="Codes">Codes to be held against the register.</param>
internal sealed record CheckedTemplate(
    string File,
    ScriptPage Page,
    IReadOnlyDictionary<string, ScriptPage> Partials,
    IReadOnlyList<WrittenCode> Codes
)
{
    /// <summary>The places of the partials it includes.</summary>
    public IReadOnlyList<string> Included => [.. Partials.Values.Select(page => page.Span.FileName)];

    /// <summary>The templates, checked, by report.</summary>
    /// <exception cref="ReportException">The problems of all of them.</exception>
    public static IReadOnlyDictionary<string, CheckedTemplate> Of(IEnumerable<ReportTemplate> templates)
    {
        var problems = new List<Problem>();
        var found = new Dictionary<string, CheckedTemplate>(StringComparer.Ordinal);
        foreach (var template in templates)
        {
            var checker = new TemplateChecker(template);
            if (checker.Check() is { } page)
            {
                found[template.ReportId] = new CheckedTemplate(
                    template.Source.Place,
                    page,
                    checker.Partials,
                    checker.Codes
                );
            }
            problems.AddRange(checker.Problems);
        }
        // Partials that several reports include are told once.
        return problems.Count == 0
            ? found
            : throw new ReportException(ExitCode.WrongUsage, [.. Places.InOrder(problems.Distinct())]);
    }
}
