using System.Diagnostics;
using ReportEngine.Cases;
using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;
using ReportEngine.Rendering;
using ReportEngine.Rendering.Typesetting;
using ReportEngine.Templates;
using UglyToad.PdfPig;

namespace ReportEngine.Tests.Reports.Rendering;

/// <summary>Names in the scripts of the world print, in fonts of ours.</summary>
public sealed class ScriptTests
{
    private static readonly string[] Platforms =
    [
        "小红书 Xiaohongshu",
        "বাংলা",
        "שלום",
        "Telegram 📱",
        "کوردی ڕێکخراوی",
        "LINE ライン 카카오",
    ];

    private static readonly string[] Organisations =
    [
        "தமிழ் ไทย ລາວ ខ្មែរ",
        "አማርኛ Հայերեն ქართული བོད་ཡིག",
        "हिन्दी සිංහල తెలుగు ಕನ್ನಡ മലയാളം ગુજરાતી ਪੰਜਾਬੀ",
        "Akkad 𒀀",
    ];

    private static readonly Lazy<string> Register = new(() =>
    {
        var folder = Sample.TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(Installation.Find().SampleData, "*.csv"))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }
        Rename(Path.Combine(folder, "platform.csv"), Platforms);
        Rename(Path.Combine(folder, "organisation.csv"), Organisations);
        var database = Path.Combine(Sample.TemporaryFolder(), "scripts.db");
        Import.Folder(folder, database);
        return database;
    });

    [Theory]
    [InlineData("en")]
    [InlineData("ur")]
    public void Names_stand_in_the_pdf_in_fonts_that_the_release_names(string code)
    {
        var language = Sample.Languages.Single(one => one.Code == code);
        var files = Report.Build(
            new BuildRequest(
                [
                    .. ReportTemplate
                        .All(Installation.Find(), language)
                        .Where(template => template.ReportId == "quarterly-transparency"),
                ],
                Register.Value,
                "scripts",
                null,
                null,
                Edition.All[0],
                language,
                [ReportFormat.All.Single(format => format.Id == "pdf")],
                Sample.TemporaryFolder()
            ),
            Installation.Find()
        );
        using var pdf = PdfDocument.Open(
            files.Single(file => file.Path.EndsWith(".pdf", StringComparison.Ordinal)).Path
        );
        var letters = pdf.GetPages().SelectMany(page => page.Letters).ToList();
        var text = string.Concat(letters.Select(letter => letter.Value));
        var fonts = letters.Select(letter => letter.FontName).ToHashSet(StringComparer.Ordinal);

        Assert.All(["小红书", "ライン", "카카오", "ไทย", "አማርኛ"], name => Assert.Contains(name, text));
        Assert.Contains("Akkad\ufffd", text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All(
            ["NotoSansSC", "NotoSansKR", "NotoSansBengali", "NotoSansHebrew", "NotoEmoji", "NotoSansArabic"],
            font => Assert.Contains(fonts, name => name!.Contains(font, StringComparison.Ordinal))
        );
    }

    /// <summary>A sign stands for the letters that no font has, the same for each.</summary>
    [Fact]
    public void Labels_of_pictures_are_outlines_of_the_font_of_their_script()
    {
        using var typesetter = new Typesetter(Installation.Find());

        var empty = Paths(typesetter, "");
        Assert.All(Platforms.Concat(Organisations), name => Assert.True(Paths(typesetter, name) > empty, name));
        Assert.Equal(Outlines(typesetter, "𒀀"), Outlines(typesetter, "𒀁"));
        // A path a letter: by itself resvg draws one for the text, with letters over each other.
        Assert.InRange(Paths(typesetter, "বাংলা"), empty + 3, empty + 5);
    }

    /// <summary>The import reads what the fonts have from a file: it is that of the fonts as installed.</summary>
    [Fact]
    public void The_letters_that_fonts_are_said_to_have_are_those_they_have()
    {
        var folder = Installation.Find().Typesetting;
        using var node = Process.Start(
            new ProcessStartInfo("node", Path.Combine(folder, "coverage.mjs")) { RedirectStandardOutput = true }
        )!;

        Assert.Equal(File.ReadAllText(Path.Combine(folder, "coverage.json")), node.StandardOutput.ReadToEnd());
    }

    private static int Paths(Typesetter typesetter, string name) => Outlines(typesetter, name).Split("<path").Length;

    private static string Outlines(Typesetter typesetter, string name)
    {
        var figure = new Figure(
            MetricCatalogue.Find("OUT.02"),
            [],
            new Measured(0.4, IsShare: true),
            Period.TryParse("2025-Q4")!,
            CutOff.TryParse("2026-01-15")!
        );
        var chart = new Chart("labels", "Labels", "", ChartKind.ShareDots, [new ChartPoint(name, "", figure)]);
        return typesetter
            .Draw(chart.Id, ChartDrawing.Specification(chart, Language.English, typesetter.StyleFolder))
            .Outlines;
    }

    private static void Rename(string file, IReadOnlyList<string> names)
    {
        var lines = File.ReadAllLines(file);
        for (var row = 0; row < names.Count; row++)
        {
            var fields = lines[row + 1].Split(',');
            fields[1] = names[row];
            lines[row + 1] = string.Join(',', fields);
        }
        File.WriteAllLines(file, lines);
    }
}
