using System.Globalization;
using System.Text;
using ReportEngine.Cases;
using ReportEngine.Documents;
using ReportEngine.Languages;
using ReportEngine.Rendering;
using ReportEngine.Templates;

namespace ReportEngine.Releases;

/// <summary>
/// Makes a release again from a database, by the parameters of its manifest, and compares. The files are made in
/// memory: nothing of a restricted edition is left on the disk.
/// </summary>
internal static class Rebuild
{
    private static readonly string[] TextFiles = [".html", ".csv", ".json", ".svg"];

    /// <summary>RE528 for the data, RE529 for the engine's files and for each file that differs.</summary>
    /// <exception cref="ReportException">The database cannot be read, or the engine cannot build.</exception>
    public static IReadOnlyList<Problem> Differences(
        string folder,
        Manifest manifest,
        string database,
        string? releases,
        Installation installation
    )
    {
        var problems = new List<Problem>();
        var cutOff = ManifestRules.CutOffOf(manifest)!;
        using (var cases = CaseFile.Open(database, cutOff))
        {
            problems.AddRange(DataDifferences(database, manifest.Inputs.Database, cases.ReadSnapshot()));
        }
        if (
            RequestOf(manifest, cutOff, database, folder, ReleasingOf(manifest, releases), installation)
            is not { } request
        )
        {
            return
            [
                .. problems,
                Differs(
                    folder,
                    "This engine has not the report '"
                        + manifest.Report
                        + "' in the language, edition and formats of the release.",
                    "the engine " + manifest.Engine
                ),
            ];
        }
        var files = Report
            .Render(request, installation, _ => { })
            .Single()
            .Files.ToDictionary(file => file.Path, file => file.Content, StringComparer.Ordinal);
        var rebuilt = Manifest.Read(files[Manifest.FileName]);
        problems.AddRange(EngineDifferences(manifest, rebuilt));
        foreach (
            var path in manifest
                .Files.Select(file => file.Path)
                .Union(rebuilt.Files.Select(file => file.Path))
                .Order(StringComparer.Ordinal)
        )
        {
            var here = ReleaseFolder.Find(folder, path);
            var difference =
                !files.TryGetValue(path, out var again)
                    ? Differs(Path.Combine(folder, path), "The rebuild has no such file.")
                : here is null ? Differs(Path.Combine(folder, path), "Only the rebuild has this file.")
                : FileDifference(here, path, again, Path.Combine(folder, path));
            problems.AddRange(difference is null ? [] : [difference]);
        }
        if (problems.Count == 0 && !rebuilt.Write().AsSpan().SequenceEqual(manifest.Write()))
        {
            problems.Add(
                Differs(
                    Path.Combine(folder, Manifest.FileName),
                    "The manifest says something else than its rebuild, though every file is equal."
                )
            );
        }
        return problems;
    }

    private static BuildRequest? RequestOf(
        Manifest manifest,
        CutOff cutOff,
        string database,
        string folder,
        Releasing? releasing,
        Installation installation
    )
    {
        var language = LanguageFile.All(installation.Templates).FirstOrDefault(one => one.Code == manifest.Language);
        var template = language is null
            ? null
            : ReportTemplate.All(installation, language).FirstOrDefault(one => one.ReportId == manifest.Report);
        var edition = Edition.All.FirstOrDefault(one => one.Id == manifest.Edition);
        var formats = ReportFormat.All.Where(format => manifest.Formats.Contains(format.Id)).ToList();
        return template is null || edition is null || formats.Count != manifest.Formats.Count
            ? null
            : new BuildRequest(
                [template],
                database,
                database,
                Period.TryParse(manifest.Period),
                cutOff,
                edition,
                language!,
                formats,
                folder,
                releasing
            );
    }

    /// <summary>The store as it was then; null for a build that was not made to be published.</summary>
    private static Releasing? ReleasingOf(Manifest manifest, string? releases)
    {
        if (manifest.Publication is not { } publication)
        {
            return null;
        }
        var store =
            (releases is null ? null : ReleaseStore.Open(releases))?.At(publication.LedgerHead)
            ?? throw new ReportException(
                ExitCode.WrongUsage,
                new Problem(
                    "--releases",
                    "RE543",
                    "Without the store it follows on, this release cannot be made again.",
                    "the store whose ledger has had the line " + publication.LedgerHead + " as its last"
                )
            );
        return new Releasing(
            store,
            publication.IsFinal,
            InstantText.TryParse(publication.ReleaseAt)!.Value,
            publication.NextUpdate is { } day ? NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value : null,
            publication.SignOff
        );
    }

    private static IEnumerable<Problem> DataDifferences(string database, Snapshot expected, Snapshot found)
    {
        foreach (
            var table in expected
                .Rows.Keys.Union(expected.Rows.Count == 0 ? [] : found.Rows.Keys)
                .Order(StringComparer.Ordinal)
        )
        {
            var (there, here) = (expected.Rows.GetValueOrDefault(table), found.Rows.GetValueOrDefault(table));
            if (there != here)
            {
                yield return new Problem(
                    database,
                    "RE528",
                    FormattableString.Invariant($"The table '{table}' has {here} rows known at the cut-off."),
                    FormattableString.Invariant($"{there}, as the manifest says")
                );
            }
        }
        if (expected.Sha256 != found.Sha256)
        {
            yield return new Problem(
                database,
                "RE528",
                "The rows known at the cut-off have the SHA-256 " + found.Sha256 + ".",
                expected.Sha256,
                "This is not the data the release was made from."
            );
        }
    }

    private static bool IsOfAnotherLanguage(string file) =>
        IsTemplate(file) && Path.GetExtension(file) != TemplateFile.Ending;

    /// <summary>The words of a report, in whatever language of templates.</summary>
    private static bool IsTemplate(string file) =>
        file.StartsWith("templates/", StringComparison.Ordinal)
        && !file.StartsWith("templates/style/", StringComparison.Ordinal)
        && Path.GetExtension(file) != ".yaml";

    private static IEnumerable<Problem> EngineDifferences(Manifest released, Manifest rebuilt)
    {
        if (released.Engine != rebuilt.Engine)
        {
            yield return Differs(
                "engine",
                "This is version " + rebuilt.Engine + ".",
                released.Engine + ", which made the release"
            );
        }
        var then = released.Inputs.EngineFiles.DistinctBy(file => file.Key).ToDictionary(StringComparer.Ordinal);
        var now = rebuilt.Inputs.EngineFiles.ToDictionary(StringComparer.Ordinal);
        var foreign = then.Keys.FirstOrDefault(IsOfAnotherLanguage);
        if (foreign is not null)
        {
            yield return new Problem(
                "templates",
                "RE529",
                "The release was made by another template engine, from files such as " + foreign + ".",
                "files ending in " + TemplateFile.Ending,
                "Whether its files are as they were, verify tells without --database; only the engine that made it, "
                    + released.Engine
                    + ", can make it again."
            );
        }
        foreach (
            var file in then
                .Keys.Union(now.Keys)
                .Order(StringComparer.Ordinal)
                .Where(file => foreign is null || !IsTemplate(file))
                .Where(file => then.GetValueOrDefault(file) != now.GetValueOrDefault(file))
        )
        {
            yield return Differs(
                file,
                "The file of this engine has the SHA-256 " + now.GetValueOrDefault(file, "of no file") + ".",
                then.GetValueOrDefault(file, "no such file") + ", as the manifest says"
            );
        }
    }

    private static Problem? FileDifference(FileInfo here, string path, byte[] again, string place)
    {
        // A length of zero is not opened: it may be a pipe.
        var first = here.Length == 0 ? [] : Head(here, again.Length);
        var at = first.AsSpan().CommonPrefixLength(again);
        if (at == again.Length && here.Length == again.Length)
        {
            return null;
        }
        var found = string.Create(
            CultureInfo.InvariantCulture,
            $"Not what the rebuild gives: {here.Length} bytes here, {again.Length} rebuilt, the first difference "
                + $"at byte {at + 1}"
        );
        return TextFiles.Contains(Path.GetExtension(path), StringComparer.Ordinal)
            ? Differs(
                place,
                found
                    + FormattableString.Invariant($", line {again.AsSpan(0, at).Count((byte)'\n') + 1}: ")
                    + Excerpt(first, at),
                Excerpt(again, at)
            )
            : Differs(place, found + ".");
    }

    /// <summary>As much of a file as there is to compare.</summary>
    private static byte[] Head(FileInfo file, int bytes)
    {
        using var stream = file.OpenRead();
        var content = new byte[bytes];
        return content[..stream.ReadAtLeast(content, bytes, throwOnEndOfStream: false)];
    }

    /// <summary>The line around a place, a few words of it.</summary>
    private static string Excerpt(byte[] content, int at)
    {
        const int Before = 20;
        const int After = 30;
        var start = Math.Max(content.AsSpan(0, at).LastIndexOf((byte)'\n') + 1, at - Before);
        var length = content.AsSpan(at).IndexOfAny((byte)'\n', (byte)'\r') is >= 0 and var end
            ? at + end - start
            : content.Length - start;
        return "'" + Encoding.UTF8.GetString(content, start, Math.Min(length, Before + After)) + "'";
    }

    private static Problem Differs(string place, string found, string? expected = null) =>
        new(place, "RE529", found, expected);
}
