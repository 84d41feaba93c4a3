using System.Globalization;
using System.Text;
using ReportEngine.Languages;
using ReportEngine.Rendering;
using Snapshooter.Xunit;

namespace ReportEngine.Tests.Reports.Rendering;

/// <summary>
/// Each renderer on one small document, in every language, under cultures that write numbers and days otherwise.
/// </summary>
public sealed class SmallDocumentTests(ChartShapeTests.Worker worker) : IClassFixture<ChartShapeTests.Worker>
{
    private static readonly string[] Cultures = ["", "en-US", "ur-PK", "ar-SA", "tr-TR", "fa-IR", "th-TH", "de-DE"];

    public static TheoryData<string, string> All()
    {
        var data = new TheoryData<string, string>();
        foreach (var format in ReportFormat.All)
        {
            foreach (var language in Sample.Languages)
            {
                data.Add(format.Id, language.Code);
            }
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_renderer_writes_as_approved_under_every_culture(string format, string code)
    {
        var language = Sample.Languages.Single(one => one.Code == code);
        var texts = Cultures.Select(culture => Under(culture, () => Text(format, language))).ToList();

        Assert.Single(texts.Distinct(StringComparer.Ordinal));
        Snapshot.Match(texts[0], $"small.{code}.{format}");
    }

    private string Text(string id, Language language)
    {
        var document = SmallDocument.Of(language);
        var format = ReportFormat.All.Single(one => one.Id == id);
        var charts = document.Charts.ToDictionary(
            chart => chart.Id,
            chart => ChartDrawing.Draw(chart, language, worker.Typesetter, forPhones: true)
        );
        var files = format.Render(new RenderRequest(document, charts, worker.Typesetter));
        return string.Join('\n', files.Select(file => "file " + file.Path + "\n" + Readable(file)));
    }

    private static string Readable(OutputFile file) =>
        Path.GetExtension(file.Path) switch
        {
            ".pdf" => Extraction.Pdf(file.Content),
            ".xlsx" => Extraction.Workbook(file.Content),
            ".html" => SnapshotTests.WithoutFonts(Encoding.UTF8.GetString(file.Content)),
            _ => Encoding.UTF8.GetString(file.Content).ReplaceLineEndings("\n"),
        };

    private static T Under<T>(string culture, Func<T> act)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            return act();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
