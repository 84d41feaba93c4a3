using ReportEngine.Documents;
using ReportEngine.Languages;
using ReportEngine.Rendering;
using ReportEngine.Templates;

namespace ReportEngine.Tests.Reports;

/// <summary>The three reports of the sample data, each built once for all tests of a project.</summary>
internal static class BuiltSample
{
    private static readonly Lazy<string> LazyOutput = new(() =>
    {
        var folder = Sample.TemporaryFolder();
        foreach (var language in Sample.Languages)
        {
            Build(Sample.Database, folder, null, language);
        }
        return folder;
    });

    private static readonly Lazy<IReadOnlyList<BuiltFile>> LazyAuditor = new(() =>
        Build(Sample.Database, Sample.TemporaryFolder(), Edition.All[2])
    );

    /// <summary>The output folder of all reports in all formats and languages for the default period.</summary>
    public static string Output => LazyOutput.Value;

    /// <summary>The files of all reports in the auditor edition, in English.</summary>
    public static IReadOnlyList<BuiltFile> Auditor => LazyAuditor.Value;

    public static string FolderOf(string report, string language = "en") =>
        Path.Combine(Output, report, "2025-Q4", "public-" + language);

    /// <summary>All reports in all formats, for the latest complete quarter.</summary>
    public static IReadOnlyList<BuiltFile> Build(
        string database,
        string folder,
        Edition? edition = null,
        Language? language = null
    ) =>
        Report.Build(
            new BuildRequest(
                ReportTemplate.All(Installation.Find(), language ?? Language.English),
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
}
