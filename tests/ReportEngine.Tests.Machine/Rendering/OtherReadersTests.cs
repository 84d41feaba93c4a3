using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using ReportEngine.Tests.Reports;
using ReportEngine.Tests.Reports.Rendering;

namespace ReportEngine.Tests.Machine.Rendering;

/// <summary>What other people's programs make of our files.</summary>
public sealed partial class OtherReadersTests
{
    public static TheoryData<string> Reports() => [.. Sample.Templates.Select(template => template.ReportId)];

    /// <summary>Every number of the workbook, read back through LibreOffice sheet by sheet.</summary>
    [ToolTheory("soffice")]
    [MemberData(nameof(Reports))]
    public void LibreOffice_reads_the_same_values(string report)
    {
        var folder = Sample.TemporaryFolder();
        var workbook = Path.Combine(BuiltSample.FolderOf(report), report + "-2025-Q4.xlsx");
        Run(
            "soffice",
            "-env:UserInstallation=file://" + Sample.TemporaryFolder(),
            "--headless",
            "--convert-to",
            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1",
            "--outdir",
            folder,
            workbook
        );

        var read = Directory
            .EnumerateFiles(folder, "*.csv")
            .SelectMany(File.ReadAllLines)
            .SelectMany(line => line.Split(','))
            .Select(Number)
            .OfType<double>()
            .ToHashSet();
        var written = NumericCell()
            .Matches(Extraction.Workbook(File.ReadAllBytes(workbook)))
            .Where(match => match.Groups["format"].Value != "d mmm yyyy")
            .Select(match => double.Parse(match.Groups["value"].ValueSpan, CultureInfo.InvariantCulture))
            .ToList();

        Assert.NotEmpty(written);
        Assert.All(
            written,
            value => Assert.Contains(read, other => Math.Abs(other - value) <= 1e-9 * Math.Max(1, Math.Abs(value)))
        );
    }

    [ToolTheory("qpdf")]
    [MemberData(nameof(Reports))]
    public void Qpdf_finds_nothing_wrong(string report) =>
        Assert.Contains(
            "No syntax or stream encoding errors found",
            Run("qpdf", "--check", PdfOf(report)),
            StringComparison.Ordinal
        );

    [ToolTheory("pdfinfo")]
    [MemberData(nameof(Reports))]
    public void Poppler_sees_a_tagged_titled_document_with_table_headers(string report)
    {
        var info = Run("pdfinfo", PdfOf(report));
        Assert.Matches(@"Tagged:\s+yes", info);
        Assert.Matches(@"Title:\s+\S", info);
        Assert.Matches(@"JavaScript:\s+no", info);
        var structure = Run("pdfinfo", "-struct", PdfOf(report));
        Assert.Contains("H1", structure, StringComparison.Ordinal);
        Assert.Contains("TH", structure, StringComparison.Ordinal);
        Assert.Contains("Figure", structure, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)syntax error", structure);
    }

    [ToolTheory("pdffonts")]
    [MemberData(nameof(Reports))]
    public void All_fonts_are_embedded_and_ours(string report) =>
        Assert.All(
            Run("pdffonts", PdfOf(report)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2),
            line => Assert.Matches(@"^\w+\+Noto\S+ .* yes yes yes ", line)
        );

    private static string PdfOf(string report) => Path.Combine(BuiltSample.FolderOf(report), report + "-2025-Q4.pdf");

    /// <summary>LibreOffice writes a percentage as 12.5%, with all its digits.</summary>
    private static double? Number(string field) =>
        double.TryParse(field.Trim('"', '%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? field.Contains('%', StringComparison.Ordinal)
                ? number / 100
                : number
            : null;

    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output;
    }

    [GeneratedRegex(@"^[A-Z]+[0-9]+ \[(?<format>[^\]]*)\] (?<value>\S+)$", RegexOptions.Multiline)]
    private static partial Regex NumericCell();
}
