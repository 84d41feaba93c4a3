using ReportEngine.Cases;
using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;
using Scriban.Runtime;

namespace ReportEngine.Templates;

/// <summary>Turns a template and the figures into a document: Scriban, then Markdown, then blocks.</summary>
internal static class TemplateReader
{
    private const int MostReadings = 3;

    /// <param name="isFinal">Nothing but corrections will change the figures.</param>
    /// <exception cref="ReportException">
    /// A code that the register does not know, or more of something than a template may take; all problems at once.
    /// </exception>
    public static IReadOnlyList<Documents.Block> Read(
        CheckedTemplate template,
        FigureSet set,
        Edition edition,
        Language language,
        Dataset dataset,
        bool isFinal
    )
    {
        Require(template.Codes, set);
        var functions = new TemplateFunctions(set, language, template.Partials, edition, isFinal);
        // How many figures are withheld is known only once all are read; another reading can say it.
        var withheld = 0;
        for (var readings = 0; readings < MostReadings; readings++)
        {
            var blocks = Blocks(withheld);
            if (Document.WithheldIn(blocks) is var found && found == withheld)
            {
                return blocks;
            }
            withheld = found;
        }
        throw new ReportException(
            ExitCode.WrongUsage,
            new Problem(
                template.File,
                "RE227",
                "Which figures are withheld depends on how many are.",
                "no figure or table within 'if edition.has_withheld'"
            )
        );

        IReadOnlyList<Documents.Block> Blocks(int withheld)
        {
            var names = new ScriptObject();
            foreach (var (name, value) in new TemplateNames(set, edition, language, dataset, withheld).All)
            {
                names[name] = value;
            }
            foreach (var (name, function) in functions.All)
            {
                names[name] = function;
            }
            names.IsReadOnly = true;
            var run = new TemplateRun(names);
            var text = run.Text(template.Page);
            return run.Problems.Count == 0
                ? new BlockReader(run.Placed, run.PlaceOf).Read(Parsed(text, template.File))
                : throw new ReportException(ExitCode.WrongUsage, run.Problems);
        }
    }

    /// <exception cref="ReportException">
    /// RE206: codes that the register does not know, all of them, also where a template would not come to them.
    /// </exception>
    private static void Require(IReadOnlyList<WrittenCode> codes, FigureSet set)
    {
        var problems = codes
            .Select(one => (one, Known: set.ValuesOf(one.Of).Select(value => value.Code).ToList()))
            // What no list fixes, such as combinations of lists, is held against the figure when that is read.
            .Where(pair => pair.Known.Count > 0 && !pair.Known.Contains(pair.one.Code))
            .Select(pair =>
                ProblemList.UnknownAt(
                    pair.one.Place,
                    "RE206",
                    DimensionNames.Of(pair.one.Of),
                    pair.one.Code,
                    pair.Known
                )
            )
            .Distinct()
            .ToList();
        if (problems.Count > 0)
        {
            throw new ReportException(ExitCode.WrongUsage, problems);
        }
    }

    private static Markdig.Syntax.MarkdownDocument Parsed(string text, string file) =>
        MarkdownRules.Read(text)
        ?? throw new ReportException(
            ExitCode.WrongUsage,
            new Problem(file, "RE222", "The Markdown is nested too deeply.", "lists of a few levels")
        );
}
