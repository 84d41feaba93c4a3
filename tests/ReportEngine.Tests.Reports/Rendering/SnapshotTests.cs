using System.Text;
using System.Text.RegularExpressions;
using ReportEngine.Rendering;
using Snapshooter.Xunit;

namespace ReportEngine.Tests.Reports.Rendering;

/// <summary>
/// Every report in every language and format as readable text, read from the catalogues so that none can be forgotten.
/// </summary>
public sealed partial class SnapshotTests
{
    public static TheoryData<string, string, string> Outputs()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var template in Sample.Templates)
        {
            foreach (var language in Sample.Languages)
            {
                foreach (var format in ReportFormat.All)
                {
                    data.Add(template.ReportId, language.Code, format.Id);
                }
            }
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Outputs))]
    public void Output_is_as_approved(string report, string language, string format) =>
        Snapshot.Match(AsText(report, language, format), $"{report}.{language}.{format}");

    private static string AsText(string report, string language, string format)
    {
        var folder = BuiltSample.FolderOf(report, language);
        var stem = Path.Combine(folder, report + "-2025-Q4.");
        return format switch
        {
            "pdf" => Extraction.Pdf(File.ReadAllBytes(stem + "pdf")),
            "xlsx" => Extraction.Workbook(File.ReadAllBytes(stem + "xlsx")),
            "html" => WithoutFonts(File.ReadAllText(stem + "html")),
            _ => Files(Path.Combine(folder, "data")),
        };
    }

    internal static string WithoutFonts(string page) => Font().Replace(page, "base64,\u2026");

    [GeneratedRegex("base64,[A-Za-z0-9+/=]{1000,}")]
    private static partial Regex Font();

    private static string Files(string folder)
    {
        var text = new StringBuilder();
        foreach (var file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            text.Append("file ")
                .Append(Path.GetFileName(file))
                .Append('\n')
                .Append(File.ReadAllText(file).ReplaceLineEndings("\n"))
                .Append('\n');
        }
        return text.ToString();
    }
}
