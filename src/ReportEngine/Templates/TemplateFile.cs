using System.Text;
using ReportEngine.Languages;

namespace ReportEngine.Templates;

/// <summary>A file of a template or a partial, as it was read: what a release names is what was used.</summary>
/// <param name="Name">As a manifest names it: templates/ur/nap-progress.sbn-md, whichever folder it lies in.</param>
/// <param name="Place">As problems name it: for a file of one's own, with the folder it lies in.</param>
/// <param name="IsOwn">Of an office, and not as shipped.</param>
public sealed record TemplateFile(string Name, string Place, byte[] Content, bool IsOwn = false)
{
    /// <summary>Scriban in Markdown, as editors know it.</summary>
    public const string Ending = ".sbn-md";

    internal string Stem => Path.GetFileName(Name)[..^Ending.Length];

    internal bool IsPartial => Stem.StartsWith('_');

    /// <summary>The text with line feeds alone, without a mark of its encoding.</summary>
    /// <exception cref="ReportException">RE210: it is not UTF-8.</exception>
    internal string Text
    {
        get
        {
            try
            {
                var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Content);
                return text.TrimStart('\ufeff').ReplaceLineEndings("\n");
            }
            catch (DecoderFallbackException)
            {
                throw new ReportException(
                    ExitCode.WrongUsage,
                    new Problem(Place, "RE210", "The file is not UTF-8.", "a text saved as UTF-8")
                );
            }
        }
    }

    /// <summary>
    /// The files of a language by name: those shipped, English in the folder itself and another language in the folder
    /// of its code, and in their place or beside them those of one's own.
    /// </summary>
    internal static IReadOnlyList<TemplateFile> All(Installation installation, Language language)
    {
        var subfolder = language == Language.English ? "" : language.Code + "/";
        var files = new SortedDictionary<string, TemplateFile>(StringComparer.Ordinal);
        foreach (var (folder, told) in Folders(installation))
        {
            var inner = Path.Combine(folder, subfolder);
            foreach (var path in Directory.Exists(inner) ? Directory.EnumerateFiles(inner, "*" + Ending) : [])
            {
                var name = subfolder + Path.GetFileName(path);
                files[name] = new TemplateFile(
                    "templates/" + name,
                    told + "/" + name,
                    File.ReadAllBytes(path),
                    folder != installation.Templates
                );
            }
        }
        return [.. files.Values];
    }

    private static IEnumerable<(string Folder, string Told)> Folders(Installation installation) =>
        installation.OwnTemplates is { } own
            ? [(installation.Templates, "templates"), (own, own.Replace('\\', '/').TrimEnd('/'))]
            : [(installation.Templates, "templates")];
}
