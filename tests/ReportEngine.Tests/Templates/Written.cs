using System.Text;
using ReportEngine.Cases;
using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;
using ReportEngine.Templates;

namespace ReportEngine.Tests.Templates;

/// <summary>Templates as a test writes them; the text begins on the fifth line.</summary>
internal static class Written
{
    public const string Front = "---\ntitle: A title\nsubtitle: A subtitle\n---\n";

    public static Dataset Dataset { get; } =
        new()
        {
            Title = "Title",
            Office = "Office",
            Contact = "contact",
            BaselineOn = "2025-01-01",
            ExtractedAt = "2026-01-15T18:59:59Z",
            Invented = 1,
        };

    public static IReadOnlyDictionary<string, TemplateFile> Partials { get; } = Files(new Dictionary<string, string>());

    public static TemplateFile File(string stem, string text)
    {
        var name = "templates/" + stem + TemplateFile.Ending;
        return new TemplateFile(name, name, Encoding.UTF8.GetBytes(text));
    }

    public static ReportTemplate Template(string text, IReadOnlyDictionary<string, string>? partials = null) =>
        ReportTemplate.Read(File("try", Front + text), partials is null ? Partials : Files(partials));

    /// <summary>The problems of a template that nobody has given a register to.</summary>
    public static IReadOnlyList<Problem> Problems(string text, IReadOnlyDictionary<string, string>? partials = null)
    {
        var checker = new TemplateChecker(Template(text, partials));
        checker.Check();
        return checker.Problems;
    }

    /// <summary>With the sample's figures of 2025-Q4, as the public is shown them.</summary>
    public static IReadOnlyList<Block> Read(
        string text,
        Dataset? dataset = null,
        IReadOnlyDictionary<string, string>? partials = null,
        Func<FigureSet, FigureSet>? change = null
    )
    {
        var template = Template(text, partials);
        return Sample.With(
            "2025-Q4",
            null,
            set =>
                TemplateReader.Read(
                    CheckedTemplate.Of([template])[template.ReportId],
                    change is null ? set : change(set),
                    Edition.All[0],
                    Language.English,
                    dataset ?? Dataset,
                    isFinal: false
                )
        );
    }

    /// <summary>What a reader sees, each block on a line; tables by their titles.</summary>
    public static string Words(IReadOnlyList<Block> blocks) =>
        string.Join(
            '\n',
            blocks.Select(block =>
                block switch
                {
                    Paragraph paragraph => Words(paragraph.Content),
                    Heading heading => "# " + heading.PlainText,
                    ListBlock list => string.Join('\n', list.Items.Select(item => "- " + Words(item))),
                    TableBlock table => "[" + table.Table.Id + "]",
                    _ => "[" + block.GetType().Name + "]",
                }
            )
        );

    private static string Words(IEnumerable<Inline> inlines) =>
        string.Concat(
            inlines.Select(inline =>
                inline switch
                {
                    TextRun run => run.Text,
                    FigureRun run => new NumberStyle(Language.English).Text(run.Figure),
                    Strong strong => Words(strong.Content),
                    Emphasis emphasis => Words(emphasis.Content),
                    _ => "",
                }
            )
        );

    private static Dictionary<string, TemplateFile> Files(IReadOnlyDictionary<string, string> texts) =>
        texts
            .DefaultIfEmpty(new("method", "# Method\n"))
            .ToDictionary(one => one.Key, one => File("_" + one.Key, one.Value), StringComparer.Ordinal);
}
