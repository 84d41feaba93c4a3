using System.Text.RegularExpressions;
using ReportEngine.Languages;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace ReportEngine.Templates;

/// <summary>One report as written by an official: front matter with its title, then Markdown with functions.</summary>
/// <param name="Text">With its front matter blanked out, so that places in it are places in the file.</param>
/// <param name="Partials">Those of its language (files that begin with an underscore), by name.</param>
public sealed partial record ReportTemplate(
    string ReportId,
    TemplateFile Source,
    string Title,
    string Subtitle,
    string Text,
    IReadOnlyDictionary<string, TemplateFile> Partials
)
{
    private const string Front = "title: and, if you like, subtitle:, each on a line";

    /// <summary>The reports of a language, by id.</summary>
    /// <exception cref="ReportException">RE210: front matter that cannot be read; of all files at once.</exception>
    public static IReadOnlyList<ReportTemplate> All(Installation installation, Language language)
    {
        var (templates, problems) = Readable(installation, language);
        return problems.Count == 0 ? templates : throw new ReportException(ExitCode.WrongUsage, problems);
    }

    /// <summary>
    /// What keeps a report from being built in a language although it is written in another; null else.
    /// </summary>
    public static Problem? NotWritten(Installation installation, Language language, IEnumerable<string> reports)
    {
        var own = All(installation, language).Select(template => template.ReportId).ToHashSet(StringComparer.Ordinal);
        var missing = reports.FirstOrDefault(report =>
            !own.Contains(report)
            && LanguageFile
                .All(installation.Templates)
                .Where(other => other.Code != language.Code)
                .Any(other => All(installation, other).Any(template => template.ReportId == report))
        );
        return missing is null
            ? null
            : new Problem(
                missing,
                "RE225",
                "This report is not written in " + language.Name + ".",
                "another language, or a template "
                    + (language.Code == Language.English.Code ? "" : language.Code + "/")
                    + missing
                    + TemplateFile.Ending
            );
    }

    /// <summary>Those that can be read, and what is wrong with the others.</summary>
    internal static (IReadOnlyList<ReportTemplate> Templates, IReadOnlyList<Problem> Problems) Readable(
        Installation installation,
        Language language
    )
    {
        var files = TemplateFile.All(installation, language);
        var partials = files.Where(file => file.IsPartial).ToDictionary(file => file.Stem[1..], StringComparer.Ordinal);
        var problems = new List<Problem>();
        var templates = new List<ReportTemplate>();
        foreach (var file in files)
        {
            try
            {
                if (file.IsPartial)
                {
                    _ = file.Text;
                }
                else
                {
                    templates.Add(Read(file, partials));
                }
            }
            catch (ReportException error)
            {
                problems.AddRange(error.Problems);
            }
        }
        return (templates, problems);
    }

    /// <exception cref="ReportException">RE210: no front matter, or none that can be read.</exception>
    internal static ReportTemplate Read(TemplateFile file, IReadOnlyDictionary<string, TemplateFile> partials)
    {
        if (!NameForm().IsMatch(file.Stem))
        {
            throw new ReportException(
                ExitCode.WrongUsage,
                new Problem(file.Place, "RE223", "A report cannot have this name.", "small letters, digits and dashes")
            );
        }
        var text = file.Text;
        var end = text.StartsWith("---\n", StringComparison.Ordinal)
            ? text.IndexOf("\n---\n", 4, StringComparison.Ordinal)
            : -1;
        if (end < 0)
        {
            throw Refusal(
                file.Place,
                "No front matter.",
                "a first line '---', then title: and, if you like, subtitle:, then '---'"
            );
        }
        var front = ReadFrontMatter(text[4..(end + 1)], file.Place);
        var body =
            string.Concat(text[..(end + 5)].Select(character => character == '\n' ? '\n' : ' ')) + text[(end + 5)..];
        return new ReportTemplate(file.Stem, file, front.Title, front.Subtitle, body, partials);
    }

    /// <summary>What it is made of, itself and its partials.</summary>
    internal IEnumerable<TemplateFile> Files => Partials.Values.Append(Source);

    private static (string Title, string Subtitle) ReadFrontMatter(string yaml, string place)
    {
        try
        {
            var front = new DeserializerBuilder().Build().Deserialize<Dictionary<string, string>?>(yaml) ?? [];
            if (front.Keys.FirstOrDefault(key => key is not ("title" or "subtitle")) is { } unknown)
            {
                throw Refusal(place, "Unknown '" + unknown + "' in the front matter.", Front);
            }
            if (
                front.Values.FirstOrDefault(words => words?.Contains("{{", StringComparison.Ordinal) == true) is
                { } words
            )
            {
                throw Refusal(place, "A title holds no function: " + words, "words alone");
            }
            if (
                front
                    .Values.Select(words => TemplateGuard.OfWords(place, words ?? ""))
                    .OfType<Problem>()
                    .FirstOrDefault() is
                { } sign
            )
            {
                throw new ReportException(ExitCode.WrongUsage, sign);
            }
            return front.GetValueOrDefault("title") is { Length: > 0 } title
                ? (title, front.GetValueOrDefault("subtitle") ?? "")
                : throw Refusal(place, "The front matter has no title.", "title: …");
        }
        catch (YamlException error)
        {
            throw Refusal(
                FormattableString.Invariant($"{place}({error.Start.Line + 1},{error.Start.Column})"),
                "The front matter cannot be read: " + error.Message,
                Front
            );
        }
    }

    private static ReportException Refusal(string place, string found, string expected) =>
        new(ExitCode.WrongUsage, new Problem(place, "RE210", found, expected));

    /// <summary>Its folders and addresses are named by it.</summary>
    [GeneratedRegex("^[a-z0-9][a-z0-9-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex NameForm();
}
