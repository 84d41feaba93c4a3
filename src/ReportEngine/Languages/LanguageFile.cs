using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace ReportEngine.Languages;

/// <summary>Reads the languages of an installation: English, and one file each for the others.</summary>
public static class LanguageFile
{
    /// <summary>
    /// English first, then the files of templates/strings by name; the file's name is the language's code.
    /// </summary>
    /// <exception cref="ReportException">A file cannot be read.</exception>
    public static IReadOnlyList<Language> All(string templatesFolder) =>
        [
            Language.English,
            .. Directory
                .EnumerateFiles(Path.Combine(templatesFolder, "strings"), "*.yaml")
                .Order(StringComparer.Ordinal)
                .Select(Read),
        ];

    private static Language Read(string path)
    {
        var place = "templates/strings/" + Path.GetFileName(path);
        try
        {
            var file = new DeserializerBuilder()
                .WithNamingConvention(UnderscoredNamingConvention.Instance)
                .Build()
                .Deserialize<LanguageContent?>(File.ReadAllText(path));
            return file is { Tag: not null, Name: not null, Words: not null }
                ? new Language(
                    Path.GetFileNameWithoutExtension(path),
                    file.Tag,
                    file.Name,
                    file.RightToLeft,
                    file.Words
                )
                : throw Refusal(place, "Something is missing.");
        }
        catch (YamlException error)
        {
            throw Refusal(
                FormattableString.Invariant($"{place}({error.Start.Line},{error.Start.Column})"),
                "The file cannot be read: " + error.Message
            );
        }
    }

    private static ReportException Refusal(string place, string found) =>
        new(
            ExitCode.WrongUsage,
            new Problem(
                place,
                "RE212",
                found,
                "tag:, name:, right_to_left: and words: with English words and their translation"
            )
        );

    private sealed class LanguageContent
    {
        public string? Tag { get; set; }

        public string? Name { get; set; }

        public bool RightToLeft { get; set; }

        public Dictionary<string, string>? Words { get; set; }
    }
}
