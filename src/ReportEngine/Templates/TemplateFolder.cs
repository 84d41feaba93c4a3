using System.Security.Cryptography;
using System.Text.Json;
using ReportEngine.Languages;
using ReportEngine.Releases;

namespace ReportEngine.Templates;

/// <summary>What became of a file of <see cref="TemplateFolder.Copy"/>.</summary>
public enum CopyResult
{
    Copied,

    /// <summary>It was as it had been copied, and what is shipped has changed: it is what is shipped now.</summary>
    Renewed,

    /// <summary>It is as shipped.</summary>
    Same,

    /// <summary>Somebody's own words; what is shipped is what they began from.</summary>
    Own,

    /// <summary>Somebody's own words, under which what is shipped has changed.</summary>
    Outdated,
}

/// <summary>
/// An office's own templates: begun from those shipped, reworded, and held against them after an upgrade. What a file
/// was copied from is kept beside them.
/// </summary>
public static class TemplateFolder
{
    /// <summary>The SHA-256 of each file as it was shipped when it was copied.</summary>
    public const string RecordFile = ".shipped.json";

    private const string Manual = "README.md";

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    /// <summary>
    /// Puts the shipped templates of every language and their manual into a folder; what is there and reworded stays.
    /// </summary>
    /// <param name="isSeen">What changed under own words has been looked at, and is not told again.</param>
    public static IReadOnlyList<(string Name, CopyResult Result)> Copy(
        Installation installation,
        string folder,
        bool isSeen = false
    )
    {
        var record = Record(folder);
        var results = new List<(string, CopyResult)>();
        foreach (var (name, content) in Shipped(installation))
        {
            var path = Path.Combine(folder, name);
            var now = Hash(content);
            var result = ResultOf(path, now, record.GetValueOrDefault(name));
            if (result is CopyResult.Copied or CopyResult.Renewed)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                Durable.Replace(path, content);
            }
            if (result != CopyResult.Outdated || isSeen)
            {
                record[name] = now;
            }
            results.Add((name, result));
        }
        Durable.Replace(
            Path.Combine(folder, RecordFile),
            [.. JsonSerializer.SerializeToUtf8Bytes(record, Json), (byte)'\n']
        );
        return results;
    }

    /// <summary>
    /// Everything that would keep a report of any language from being built, as far as it can be known without a
    /// register; files that mean nothing; and, as warnings, own words under which what is shipped has changed.
    /// </summary>
    public static IReadOnlyList<Problem> Check(Installation installation)
    {
        var problems = new List<Problem>();
        var included = new HashSet<string>(StringComparer.Ordinal);
        foreach (var language in LanguageFile.All(installation.Templates))
        {
            var (templates, unread) = ReportTemplate.Readable(installation, language);
            problems.AddRange(unread);
            try
            {
                var found = CheckedTemplate.Of(templates);
                included.UnionWith(found.Values.SelectMany(template => template.Included));
            }
            catch (ReportException error)
            {
                problems.AddRange(error.Problems);
            }
        }
        if (installation.OwnTemplates is { } own)
        {
            problems.AddRange(Strange(installation, own));
            problems.AddRange(problems.Count == 0 ? Unused(installation, included) : []);
            problems.AddRange(Outdated(installation, own));
        }
        return problems;
    }

    private static IEnumerable<Problem> Strange(Installation installation, string own)
    {
        var folders = LanguageFile.All(installation.Templates).Skip(1).Select(language => language.Code).ToList();
        foreach (
            var path in Directory.EnumerateFiles(own, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        )
        {
            var name = Path.GetRelativePath(own, path).Replace('\\', '/');
            var isTemplate = name.EndsWith(TemplateFile.Ending, StringComparison.Ordinal);
            var isInPlace =
                !name.Contains('/', StringComparison.Ordinal)
                || folders.Exists(code => name == code + "/" + Path.GetFileName(name));
            if (name != Manual && !Path.GetFileName(name).StartsWith('.') && !(isTemplate && isInPlace))
            {
                yield return new Problem(
                    own + "/" + name,
                    "RE223",
                    "This file is no template.",
                    "NAME"
                        + TemplateFile.Ending
                        + " in the folder itself"
                        + string.Concat(folders.Select(code => " or in " + code + "/"))
                );
            }
        }
    }

    /// <summary>What nothing includes changes no report, and its author would not notice.</summary>
    private static IEnumerable<Problem> Unused(Installation installation, HashSet<string> included) =>
        LanguageFile
            .All(installation.Templates)
            .SelectMany(language => TemplateFile.All(installation, language))
            .Where(file => file.IsPartial && file.IsOwn && !included.Contains(file.Place))
            .Select(file => new Problem(
                file.Place,
                "RE223",
                "No template includes this partial.",
                "the name of one that is included",
                Nearest.Suggestion(Path.GetFileName(file.Name), included.Select(place => Path.GetFileName(place)))
            ));

    private static IEnumerable<Problem> Outdated(Installation installation, string own)
    {
        var record = Record(own);
        foreach (var (name, content) in Shipped(installation))
        {
            var result = ResultOf(Path.Combine(own, name), Hash(content), record.GetValueOrDefault(name));
            if (result is CopyResult.Outdated or CopyResult.Renewed)
            {
                yield return new Problem(
                    own + "/" + name,
                    "RE224",
                    "What is shipped under this name has changed since it was copied.",
                    null,
                    result == CopyResult.Renewed
                        ? "Run 'report-engine templates copy " + own + "' to have it renewed."
                        : "Compare it with templates/"
                            + name
                            + ", then run 'report-engine templates copy "
                            + own
                            + " --seen'.",
                    Severity.Warning
                );
            }
        }
    }

    private static CopyResult ResultOf(string path, string now, string? then)
    {
        if (!File.Exists(path))
        {
            return CopyResult.Copied;
        }
        var there = Hash(File.ReadAllBytes(path));
        return there == now ? CopyResult.Same
            : then is null || then == now ? CopyResult.Own
            : there == then ? CopyResult.Renewed
            : CopyResult.Outdated;
    }

    private static IEnumerable<(string Name, byte[] Content)> Shipped(Installation installation) =>
        LanguageFile
            .All(installation.Templates)
            .SelectMany(language => TemplateFile.All(installation with { OwnTemplates = null }, language))
            .Select(file => (file.Name["templates/".Length..], file.Content))
            .Append((Manual, File.ReadAllBytes(Path.Combine(installation.Templates, Manual))));

    /// <exception cref="ReportException">RE223: somebody has edited it.</exception>
    private static Dictionary<string, string> Record(string folder)
    {
        var path = Path.Combine(folder, RecordFile);
        try
        {
            return File.Exists(path)
                ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(path)) ?? []
                : [];
        }
        catch (JsonException)
        {
            throw new ReportException(
                ExitCode.WrongUsage,
                new Problem(
                    folder + "/" + RecordFile,
                    "RE223",
                    "What the templates were copied from cannot be read.",
                    "the file as 'report-engine templates copy' wrote it",
                    "Put it back, or delete it: files that differ from those shipped are then taken for your own words."
                )
            );
        }
    }

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
