using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;
using ReportEngine.Rendering;
using ReportEngine.Templates;
using UglyToad.PdfPig;

namespace ReportEngine.Tests.Reports.Rendering;

public sealed partial class OutputTests
{
    private const string InventedMark = "Sample data: invented cases";

    public static TheoryData<string> Reports() => [.. Sample.Templates.Select(template => template.ReportId)];

    [Theory]
    [MemberData(nameof(Reports))]
    public void Workbook_is_valid(string report)
    {
        using var package = SpreadsheetDocument.Open(new MemoryStream(Read(report, "xlsx")), false);

        Assert.Empty(
            new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365)
                .Validate(package)
                .Select(error => error.Part?.Uri + " " + error.Path?.XPath + " " + error.Description)
        );
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void Every_output_says_that_the_cases_are_invented(string report)
    {
        Assert.Contains(InventedMark, File.ReadAllText(PathOf(report, "html")), StringComparison.Ordinal);
        var pages = Extraction.Pdf(Read(report, "pdf")).Split("\npage ")[1..];
        Assert.All(pages, page => Assert.Contains(InventedMark, page, StringComparison.Ordinal));
        var sheets = Extraction.Workbook(Read(report, "xlsx")).Split("\nsheet ")[1..];
        Assert.All(sheets, sheet => Assert.Matches("\nA2 [^\n]*" + InventedMark, sheet));
        Assert.Contains(
            InventedMark,
            File.ReadAllText(Path.Combine(BuiltSample.FolderOf(report), "data", "datapackage.json")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_restricted_edition_is_marked_on_every_page_and_sheet()
    {
        var output = Sample.TemporaryFolder();
        var edition = Edition.All.First(one => one.Id == "auditor");

        foreach (var file in BuiltSample.Build(Sample.Database, output, edition).Select(file => file.Path))
        {
            var parts = Path.GetExtension(file) switch
            {
                ".pdf" => Extraction.Pdf(File.ReadAllBytes(file)).Split("\nstructure")[0].Split("\npage ")[1..],
                ".xlsx" => Extraction.Workbook(File.ReadAllBytes(file)).Split("\nsheet ")[1..],
                ".html" or ".json" when !file.EndsWith("manifest.json", StringComparison.Ordinal) =>
                [
                    File.ReadAllText(file),
                ],
                _ => [],
            };
            Assert.All(parts, part => Assert.Contains(edition.Marking!, part, StringComparison.Ordinal));
            if (file.EndsWith(".html", StringComparison.Ordinal))
            {
                // At the top, where it stays in sight and is printed on each page, and at the end.
                Assert.Equal(2, parts[0].Split(">" + edition.Marking).Length - 1);
                Assert.Contains(
                    "<header class=\"bar restricted\">\n<p class=\"mark\">" + edition.Marking,
                    parts[0],
                    StringComparison.Ordinal
                );
            }
            if (file.EndsWith(".xlsx", StringComparison.Ordinal))
            {
                using var archive = System.IO.Compression.ZipFile.OpenRead(file);
                Assert.All(
                    archive.Entries.Where(entry =>
                        entry.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)
                    ),
                    entry =>
                    {
                        using var sheet = new StreamReader(entry.Open());
                        Assert.Contains(
                            "oddHeader>&amp;L" + edition.Marking,
                            sheet.ReadToEnd(),
                            StringComparison.Ordinal
                        );
                    }
                );
            }
        }
    }

    /// <summary>The companion defines figures and holds none.</summary>
    public static TheoryData<string> ReportsOfFigures() =>
        [.. Sample.Templates.Select(template => template.ReportId).Where(id => id != "methods")];

    /// <summary>Each figure of each table, looked for in all four formats as that format writes it.</summary>
    [Theory]
    [MemberData(nameof(ReportsOfFigures))]
    public void The_same_number_stands_in_all_formats(string report) =>
        Sample.With(
            "2025-Q4",
            null,
            open =>
            {
                var set = open.Protected(new DisclosureRules(5));
                var template = Sample.Templates.First(one => one.ReportId == report);
                var html = System.Net.WebUtility.HtmlDecode(File.ReadAllText(PathOf(report, "html")));
                var pdf = Spaces().Replace(Extraction.Pdf(Read(report, "pdf")), "");
                var workbook = Extraction.Workbook(Read(report, "xlsx")).Split('\n').ToHashSet(StringComparer.Ordinal);
                var values = workbook
                    .Select(line => line[(line.LastIndexOf(' ') + 1)..])
                    .ToHashSet(StringComparer.Ordinal);
                var checkedFigures = 0;
                foreach (var id in TableIds(template))
                {
                    var table = TableCatalogue.Build(id, set);
                    var csv = Sample.Rows(
                        Path.Combine(BuiltSample.FolderOf(report), "data", id.Replace('_', '-') + ".csv")
                    );
                    var figures = table.Figures.ToList();
                    if (figures.Count > 0)
                    {
                        Assert.Equal(figures.Count, csv.Count);
                    }
                    // On paper the total alone, in a sentence.
                    var isSentence = UniformTable.SentenceOf(table, Language.English) is not null;
                    var read = ReaderTable.Of(table, new NumberStyle(Language.English));
                    // Words may break between lines.
                    var written = read
                        .Rows.SelectMany(row => row.Cells.Zip(read.Columns))
                        .Where(one => one.Second.Parts[0].Kind == PartKind.Number)
                        .SelectMany(one => one.First.Select(cell => cell.Text))
                        .ToList();
                    foreach (var text in written.Where(text => text.Length > 0))
                    {
                        Assert.Contains(text, html, StringComparison.Ordinal);
                        if (!isSentence)
                        {
                            Assert.Contains(Spaces().Replace(text, ""), pdf, StringComparison.Ordinal);
                        }
                    }
                    for (var index = 0; index < figures.Count; index++)
                    {
                        var figure = figures[index];
                        Assert.Equal(
                            figure.Value,
                            csv[index]["value"].Length == 0
                                ? null
                                : double.Parse(csv[index]["value"], CultureInfo.InvariantCulture)
                        );
                        if (
                            figure.Value is { } value
                            && figure.Quantity is not Status
                            && (value == 0 || Math.Abs(value) >= 0.0005)
                        )
                        {
                            // In points, and of key figures with their unit beside them, in per cent.
                            var isHundred =
                                figure.Quantity is Change { Unit: ChangeUnit.Share }
                                || (
                                    table.IsSummary
                                    && figure.Quantity is Share
                                    && figure.Metric.Unit != Unit.PerThousand
                                );
                            var number = isHundred ? value * 100 : value;
                            Assert.Contains(number.ToString("R", CultureInfo.InvariantCulture), values);
                        }
                        checkedFigures++;
                    }
                }
                Assert.True(checkedFigures > 50);
                return true;
            }
        );

    /// <summary>Each place of a number is there, and the caption on that page has the number.</summary>
    [Theory]
    [MemberData(nameof(Reports))]
    public void The_index_leads_from_each_number_to_its_places(string report)
    {
        var folder = BuiltSample.FolderOf(report);
        var html = File.ReadAllText(PathOf(report, "html"));
        var workbook = Extraction.Workbook(Read(report, "xlsx"));
        using var pdf = PdfDocument.Open(Read(report, "pdf"));
        var rows = Sample.Rows(Path.Combine(folder, "index.csv"));

        Assert.NotEmpty(rows);
        Assert.Equal(rows.Count, rows.DistinctBy(row => row["kind"] + row["number"]).Count());
        Assert.All(
            rows,
            row =>
            {
                Assert.Contains($"id=\"{row["anchor"][1..]}\"", html, StringComparison.Ordinal);
                if (row["kind"] == "figure")
                {
                    Assert.True(File.Exists(Path.Combine(folder, row["picture"])));
                }
                else
                {
                    Assert.True(File.Exists(Path.Combine(folder, row["data"])));
                    Assert.Contains("\nsheet " + row["tab"] + "\n", workbook, StringComparison.Ordinal);
                }
                if (row["page"].Length > 0)
                {
                    var page = pdf.GetPage(int.Parse(row["page"], CultureInfo.InvariantCulture));
                    var caption = row["kind"] == "figure" ? "Figure" : "Table";
                    Assert.Contains(
                        caption + row["number"],
                        Spaces().Replace(string.Concat(page.Letters.Select(letter => letter.Value)), ""),
                        StringComparison.Ordinal
                    );
                }
            }
        );
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void Data_package_describes_every_column_and_hash(string report)
    {
        var folder = Path.Combine(BuiltSample.FolderOf(report), "data");
        using var package = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "datapackage.json")));
        foreach (var resource in package.RootElement.GetProperty("resources").EnumerateArray())
        {
            var file = Path.Combine(folder, resource.GetProperty("path").GetString()!);
            var fields = resource
                .GetProperty("schema")
                .GetProperty("fields")
                .EnumerateArray()
                .Select(field => field.GetProperty("name").GetString());
            Assert.Equal(
                File.ReadLines(file).First().Replace("\"", "", StringComparison.Ordinal),
                string.Join(',', fields)
            );
            Assert.Equal(
                "sha256:"
                    + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file))),
                resource.GetProperty("hash").GetString()
            );
        }
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void Page_has_one_title_ordered_headings_and_scoped_headers(string report)
    {
        var html = File.ReadAllText(PathOf(report, "html"));

        Assert.Contains("<html lang=\"en\"", html, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(html, "<h1"));
        var levels = Regex.Matches(html, "<h([1-6])").Select(match => match.Groups[1].Value[0] - '0').ToList();
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
        Assert.DoesNotContain("<th>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.All(
            Regex.Matches(html, "<div role=\"img\"([^>]*)>").Cast<Match>(),
            match => Assert.Contains("aria-label=", match.Value, StringComparison.Ordinal)
        );
    }

    private static IEnumerable<string> TableIds(ReportTemplate template) =>
        Regex
            .Matches(template.Text, "\\{\\{ table \"(\\w+)\"")
            .Select(match => match.Groups[1].Value)
            // Printed for auditors alone.
            .Where(id => !template.Text.Contains($"data_table \"{id}\"", StringComparison.Ordinal));

    private static string PathOf(string report, string extension) =>
        Path.Combine(BuiltSample.FolderOf(report), report + "-2025-Q4." + extension);

    private static byte[] Read(string report, string extension) => File.ReadAllBytes(PathOf(report, extension));

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
