using System.Globalization;
using CsvHelper;
using ReportEngine.Cases;
using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;
using ReportEngine.Rendering;
using ReportEngine.Templates;

namespace ReportEngine.Tests;

/// <summary>The sample data, imported once, and its three reports, built once, for all tests.</summary>
internal static class Sample
{
    private static readonly Lazy<string> LazyDatabase = new(() =>
    {
        var file = Path.Combine(TemporaryFolder(), "sample.db");
        Import.Folder(Installation.Find().SampleData, file);
        return file;
    });

    private static readonly Lazy<string> LazyOutput = new(() =>
    {
        var folder = TemporaryFolder();
        foreach (var language in Languages)
        {
            Build(Database, folder, null, language);
        }
        return folder;
    });

    private static readonly Lazy<IReadOnlyList<BuiltFile>> LazyAuditor = new(() =>
        Build(Database, TemporaryFolder(), Edition.All[2])
    );

    public static string Database => LazyDatabase.Value;

    /// <summary>The output folder of all reports in all formats and languages for the default period.</summary>
    public static string Output => LazyOutput.Value;

    public static IReadOnlyList<Language> Languages => LanguageFile.All(Installation.Find().Templates);

    public static IReadOnlyList<ReportTemplate> Templates =>
        ReportTemplate.All(Installation.Find().Templates, Language.English);

    public static IReadOnlyList<BuiltFile> Build(
        string database,
        string folder,
        Edition? edition = null,
        Language? language = null
    ) =>
        Report.Build(
            new BuildRequest(
                ReportTemplate.All(Installation.Find().Templates, language ?? Language.English),
                database,
                "sample data",
                null,
                null,
                edition ?? Edition.All[0],
                language ?? Language.English,
                ReportFormat.All,
                folder
            ),
            Installation.Find()
        );

    /// <summary>The files of all reports in the auditor edition, in English.</summary>
    public static IReadOnlyList<BuiltFile> Auditor => LazyAuditor.Value;

    public static string FolderOf(string report, string language = "en") =>
        Path.Combine(Output, report, "2025-Q4", "public-" + language);

    /// <summary>Figures of a period known at a day; null means everything recorded.</summary>
    public static T With<T>(string period, string? asOf, Func<FigureSet, T> use, string? database = null)
    {
        using var cases = CaseFile.Open(database ?? Database, asOf is null ? null : CutOff.TryParse(asOf)!);
        return use(Report.FiguresOf(cases, Period.TryParse(period)!, Language.English));
    }

    /// <summary>The rows of a CSV file, by column.</summary>
    public static List<IReadOnlyDictionary<string, string>> Rows(string file)
    {
        using var csv = new CsvReader(new StreamReader(file), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var rows = new List<IReadOnlyDictionary<string, string>>();
        while (csv.Read())
        {
            rows.Add(csv.HeaderRecord!.ToDictionary(name => name, name => csv.GetField(name)!));
        }
        return rows;
    }

    public static string TemporaryFolder()
    {
        var folder = Directory.CreateTempSubdirectory("report-engine-tests-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        };
        return folder;
    }
}
