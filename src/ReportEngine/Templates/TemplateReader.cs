using Fluid;
using Markdig;
using Markdig.Syntax;
using ReportEngine.Cases;
using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;

namespace ReportEngine.Templates;

/// <summary>Turns a template and the figures into a document: Liquid, then Markdown, then blocks.</summary>
public static class TemplateReader
{
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <exception cref="ReportException">
    /// The template asks for something that does not exist; all problems at once.
    /// </exception>
    public static IReadOnlyList<Documents.Block> Read(
        ReportTemplate template,
        FigureSet set,
        Edition edition,
        Language language,
        Dataset dataset
    )
    {
        var scanner = new TemplateScanner(template.File, TemplateVariables.Names, template.Partials);
        var liquid = scanner.Scan(template.Text);
        if (scanner.Problems.Count > 0)
        {
            throw new ReportException(ExitCode.WrongUsage, scanner.Problems);
        }
        if (!new FluidParser().TryParse(liquid, out var parsed, out var error))
        {
            throw new ReportException(
                ExitCode.WrongUsage,
                new Problem(
                    template.File,
                    "RE207",
                    "The template cannot be read: " + error,
                    "Liquid with the tags listed in README"
                )
            );
        }
        var blocks = Blocks(0);
        return Document.WithheldIn(blocks) is > 0 and var withheld ? Blocks(withheld) : blocks;

        // How many figures are withheld is known only once all are read; a second reading can say it.
        IReadOnlyList<Documents.Block> Blocks(int withheld)
        {
            var markdown = parsed.Render(TemplateVariables.Context(set, edition, language, dataset, withheld));
            var reader = new BlockReader(scanner.Directives, set, language);
            var read = reader.Read(Markdig.Markdown.Parse(markdown, Markdown));
            return reader.Problems.Count == 0 ? read : throw new ReportException(ExitCode.WrongUsage, reader.Problems);
        }
    }
}
