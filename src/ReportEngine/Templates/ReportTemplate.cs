using ReportEngine.Languages;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace ReportEngine.Templates;

/// <summary>One report as written by an official: front matter with its title, then prose with tags.</summary>
/// <param name="Partials">Text of the partials beside it (files that begin with an underscore), by name.</param>
public sealed record ReportTemplate(
    string ReportId,
    string File,
    string Title,
    string Subtitle,
    string Text,
    IReadOnlyDictionary<string, string> Partials
)
{
    /// <summary>
    /// The reports of a language, by id: every *.liquid file whose name does not begin with an underscore, English in
    /// the folder itself, another language in the folder of its code.
    /// </summary>
    public static IReadOnlyList<ReportTemplate> All(string templatesFolder, Language language) =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(templatesFolder, Subfolder(language)), "*.liquid")
                .Where(file => !Path.GetFileName(file).StartsWith('_'))
                .Order(StringComparer.Ordinal)
                .Select(file => Read(file, Subfolder(language))),
        ];

    /// <summary>
    /// Reads a template. The front matter is blanked out of <see cref="Text"/>, not cut off, so that places in the
    /// text are places in the file.
    /// </summary>
    public static ReportTemplate Read(string path, string subfolder = "")
    {
        var place = "templates/" + subfolder + Path.GetFileName(path);
        var text = System.IO.File.ReadAllText(path).ReplaceLineEndings("\n");
        var end = text.StartsWith("---\n", StringComparison.Ordinal)
            ? text.IndexOf("\n---\n", 4, StringComparison.Ordinal)
            : -1;
        if (end < 0)
        {
            throw Refusal(place, "No front matter.", "a first line '---', then title: and subtitle:, then '---'");
        }
        var front = ReadFrontMatter(text[4..(end + 1)], place);
        var body =
            string.Concat(text[..(end + 5)].Select(character => character == '\n' ? '\n' : ' ')) + text[(end + 5)..];
        return new ReportTemplate(
            Path.GetFileNameWithoutExtension(path),
            place,
            front.Title!,
            front.Subtitle ?? "",
            body,
            PartialsOf(Path.GetDirectoryName(path)!)
        );
    }

    private static string Subfolder(Language language) => language == Language.English ? "" : language.Code + "/";

    private static Dictionary<string, string> PartialsOf(string folder) =>
        Directory
            .EnumerateFiles(folder, "_*.liquid")
            .Order(StringComparer.Ordinal)
            .ToDictionary(
                file => Path.GetFileNameWithoutExtension(file)[1..],
                file => System.IO.File.ReadAllText(file).ReplaceLineEndings("\n"),
                StringComparer.Ordinal
            );

    private static FrontMatter ReadFrontMatter(string yaml, string place)
    {
        try
        {
            var front = new DeserializerBuilder()
                .WithNamingConvention(UnderscoredNamingConvention.Instance)
                .Build()
                .Deserialize<FrontMatter?>(yaml);
            return front?.Title is not null
                ? front
                : throw Refusal(place, "The front matter has no title.", "title: …");
        }
        catch (YamlException error)
        {
            throw Refusal(
                FormattableString.Invariant($"{place}({error.Start.Line + 1},{error.Start.Column})"),
                "The front matter cannot be read: " + error.Message,
                "title: and subtitle:, each on a line"
            );
        }
    }

    private static ReportException Refusal(string place, string found, string expected) =>
        new(ExitCode.WrongUsage, new Problem(place, "RE210", found, expected));

    private sealed class FrontMatter
    {
        public string? Title { get; set; }

        public string? Subtitle { get; set; }
    }
}
