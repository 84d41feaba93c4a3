using System.Globalization;
using CsvHelper;
using ReportEngine.Cases;
using ReportEngine.Figures;
using ReportEngine.Languages;
using ReportEngine.Templates;

namespace ReportEngine.Tests;

/// <summary>The sample data, imported once for all tests of a project.</summary>
internal static class Sample
{
    private static readonly Lazy<string> LazyDatabase = new(() =>
    {
        var file = Path.Combine(TemporaryFolder(), "sample.db");
        Import.Folder(Installation.Find().SampleData, file);
        return file;
    });

    public static string Database => LazyDatabase.Value;

    public static IReadOnlyList<Language> Languages => LanguageFile.All(Installation.Find().Templates);

    public static IReadOnlyList<ReportTemplate> Templates => ReportTemplate.All(Installation.Find(), Language.English);

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
