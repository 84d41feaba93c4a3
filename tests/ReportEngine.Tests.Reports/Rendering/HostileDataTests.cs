using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using CsvHelper;
using ReportEngine.Cases;
using ReportEngine.Figures;
using UglyToad.PdfPig;

namespace ReportEngine.Tests.Reports.Rendering;

/// <summary>
/// The sample data with an attack in every text column: the same figures and the same skeleton come out.
/// </summary>
public sealed partial class HostileDataTests
{
    private static readonly string[] Attacks =
    [
        "=HYPERLINK(\"http://evil.example\",\"x\")",
        "<script>alert(1)</script><img src=x onerror=alert(1)>",
        "{% table outcomes %} {{ dataset.title }}",
        "#eval(\"panic()\") $x$ @cite <label> = Heading",
        "# Heading\n\n- list\n\n| a | b |",
        "\u202Etxen\u2066\u200F unclosed",
        "'; DROP TABLE referral; --",
        "_x202E_ _x0007_",
        "@SUM(A1:A9)",
        "[link](javascript:alert(1)) **bold** `code`",
        "a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301",
        "\uE0000\uE001 private use",
        "</figure></main></html>",
        "+923001234567",
        "\u001b[31mred\u0007",
        "long " + "word ",
    ];

    /// <summary>Text that means something to the engine: codes without a table of their own.</summary>
    private static readonly HashSet<string> Meaningful =
    [
        "metric_id",
        "quarter",
        "period",
        "country",
        "detector_version",
        "metric",
    ];

    private static readonly Lazy<(string Database, string Output)> Hostile = new(() =>
    {
        var folder = Sample.TemporaryFolder();
        foreach (var table in TableSchema.All)
        {
            Attack(table, folder);
        }
        var database = Path.Combine(Sample.TemporaryFolder(), "hostile.db");
        Import.Folder(folder, database);
        var output = Sample.TemporaryFolder();
        BuiltSample.Build(database, output);
        return (database, output);
    });

    [Fact]
    public void Figures_are_the_same()
    {
        Assert.Equal(All(Sample.Database), All(Hostile.Value.Database));

        static List<string> All(string database) =>
            Sample.With(
                "2025-Q4",
                null,
                set =>
                    MetricCatalogue
                        .All.SelectMany(metric => set.Of(metric.Id))
                        .Select(figure =>
                            figure.Metric.Id
                            + " "
                            + string.Join(',', figure.Dimensions.Select(value => value.Code))
                            + " "
                            + figure.Quantity switch
                            {
                                Status status => status.Code,
                                var other => other.ToString(),
                            }
                        )
                        .Order(StringComparer.Ordinal)
                        .ToList(),
                database
            );
    }

    [Fact]
    public void Pages_have_the_same_skeleton()
    {
        foreach (var file in Directory.EnumerateFiles(Hostile.Value.Output, "*.html", SearchOption.AllDirectories))
        {
            var hostile = File.ReadAllText(file);

            Assert.Equal(Skeleton(File.ReadAllText(Twin(file))), Skeleton(hostile));
            Assert.DoesNotContain("<script", hostile, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Workbooks_hold_no_formula_and_no_reordering_character()
    {
        foreach (var file in Directory.EnumerateFiles(Hostile.Value.Output, "*.xlsx", SearchOption.AllDirectories))
        {
            using var archive = ZipFile.OpenRead(file);
            foreach (
                var entry in archive.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal))
            )
            {
                using var reader = new StreamReader(entry.Open());
                var xml = reader.ReadToEnd();

                Assert.DoesNotContain("<x:f>", xml, StringComparison.Ordinal);
                Assert.DoesNotMatch("[\u202A-\u202E\u2066-\u2069\u0000-\u0008]|_x202E_(?<!_x005F_x202E_)", xml);
            }
        }
    }

    [Fact]
    public void Data_files_begin_no_field_with_a_formula()
    {
        foreach (var file in Directory.EnumerateFiles(Hostile.Value.Output, "*.csv", SearchOption.AllDirectories))
        {
            using var reader = new StreamReader(file);
            using var parser = new CsvParser(reader, CultureInfo.InvariantCulture);
            while (parser.Read())
            {
                Assert.All(parser.Record!, field => Assert.DoesNotMatch(@"^[=+@]|^-(?![0-9])", field));
            }
        }
    }

    [Fact]
    public void Pdfs_have_the_same_headings_tables_and_lists() =>
        Assert.All(
            Directory.EnumerateFiles(Hostile.Value.Output, "*.pdf", SearchOption.AllDirectories),
            file => Assert.Equal(Structure(Twin(file)), Structure(file))
        );

    /// <summary>The same file made from the sample data as it is.</summary>
    private static string Twin(string file) =>
        Path.Combine(BuiltSample.Output, Path.GetRelativePath(Hostile.Value.Output, file));

    /// <summary>
    /// The tag structure without the spans a broken word makes, wherever a caption stands beside its table, and without
    /// paragraphs: facts of the release that do not fit on page one stand on the last.
    /// </summary>
    private static string Structure(string file)
    {
        using var pdf = PdfDocument.Open(file);
        return string.Join(
            '\n',
            PdfStructure
                .Of(pdf)
                .Split('\n')
                .Where(line => line != "P" && !line.StartsWith("Caption", StringComparison.Ordinal))
                .Select(line =>
                    string.Join(
                        ", ",
                        line.Replace(": ", ", ", StringComparison.Ordinal)
                            .Split(", ")
                            .Where(part =>
                                !part.StartsWith("Span ", StringComparison.Ordinal)
                                && !part.StartsWith("Caption ", StringComparison.Ordinal)
                            )
                    )
                )
        );
    }

    /// <summary>Rows in another order: what is no number stands in one cell across others.</summary>
    private static string Skeleton(string html) =>
        Cells()
            .Replace(
                string.Join('\n', Tags().Matches(Svg().Replace(html, "")).Select(match => match.Groups[1].Value)),
                "$1"
            );

    private static void Attack(TableSchema table, string folder)
    {
        var source = Path.Combine(Installation.Find().SampleData, table.Name + ".csv");
        using var reader = new StreamReader(source);
        using var parser = new CsvParser(reader, CultureInfo.InvariantCulture);
        using var writer = new StreamWriter(Path.Combine(folder, table.Name + ".csv"));
        using var csv = new CsvWriter(writer, CultureInfo.InvariantCulture);
        parser.Read();
        var header = parser.Record!;
        Write(csv, header);
        var number = 0;
        while (parser.Read())
        {
            Write(
                csv,
                [
                    .. parser.Record!.Select(
                        (value, index) => IsFree(table, header[index]) && value.Length > 0 ? Attack(number++) : value
                    ),
                ]
            );
        }
    }

    /// <summary>Each its own text, as names have to be.</summary>
    private static string Attack(int number) =>
        Attacks[number % Attacks.Length]
        + (number < Attacks.Length ? "" : " " + number.ToString(CultureInfo.InvariantCulture));

    private static bool IsFree(TableSchema table, string name)
    {
        var column = table.Columns.First(one => one.Name == name);
        return column is { Form: ColumnForm.Text, IsKey: false, References: null, Codes.Count: 0 }
            && !Meaningful.Contains(name);
    }

    private static void Write(CsvWriter csv, string[] fields)
    {
        foreach (var field in fields)
        {
            csv.WriteField(field);
        }
        csv.NextRecord();
    }

    [GeneratedRegex("<(/?[a-z0-9]+)")]
    private static partial Regex Tags();

    [GeneratedRegex(@"(td\n/td\n)(?:td\n/td\n)+")]
    private static partial Regex Cells();

    [GeneratedRegex("<svg.*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Svg();
}
