using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using CsvHelper;
using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;
using ReportEngine.Releases;
using ReportEngine.Rendering;
using ReportEngine.Templates;
using ReportEngine.Tests.Generated;
using ReportEngine.Tests.Reports.Rendering;

namespace ReportEngine.Tests.Reports.Generated;

/// <summary>
/// What holds of the reports of every register: they are built, and each number is the same wherever it stands.
/// </summary>
public sealed partial class GeneratedReportTests(ChartShapeTests.Worker worker) : IClassFixture<ChartShapeTests.Worker>
{
    private const int ManyReferrals = 10_000;

    [Fact]
    public void Every_register_gives_every_report_with_the_same_numbers_in_all_outputs() =>
        RegisterPlan.Any.Sample(
            plan =>
            {
                foreach (var report in Built(plan, Language.English, ["csv", "html"]))
                {
                    SameNumbers(report);
                }
            },
            iter: RegisterPlan.Iterations(50),
            threads: 1
        );

    [Theory]
    [InlineData(1, 0, 1, false)]
    [InlineData(2, 7, 1, true)]
    [InlineData(3, 400, 12, true)]
    [InlineData(4, 24_000, 6, false)]
    [InlineData(6, 600, 40, true)]
    public void Every_format_and_language_takes_any_register(int seed, int referrals, int platforms, bool names)
    {
        // Ten times the sample in one language: what differs between languages are words.
        foreach (var language in Sample.Languages.Take(referrals > ManyReferrals ? 1 : int.MaxValue))
        {
            var plan = new RegisterPlan(seed, referrals, platforms, Mess: 40, Ties: 30, names);
            foreach (var report in Built(plan, language, [.. ReportFormat.All.Select(format => format.Id)]))
            {
                SameNumbers(report);
            }
        }
    }

    /// <summary>
    /// The reports of the last quarter; none of a register that holds no referral of it, which is told.
    /// </summary>
    private IReadOnlyList<RenderedDocument> Built(RegisterPlan plan, Language language, string[] formats)
    {
        using var folder = GeneratedRegister.Of(plan);
        var request = new BuildRequest(
            ReportTemplate.All(Installation.Find(), language),
            folder.Import(),
            "register",
            Period.TryParse("2025-Q4"),
            null,
            Edition.All[plan.Seed % 2 == 0 ? 0 : 2],
            language,
            [.. ReportFormat.All.Where(format => formats.Contains(format.Id))],
            folder.Folder
        );
        try
        {
            return Report.Render(request, Installation.Find(), _ => { }, [worker.Typesetter]);
        }
        catch (ReportException error) when (error.Problems[0].Code == "RE321" && plan.Referrals < 40)
        {
            return [];
        }
    }

    /// <summary>
    /// Each row of a data file is a figure of figures.json, and stands in the page as readers write it.
    /// </summary>
    private static void SameNumbers(RenderedDocument report)
    {
        var figures = FigureFile
            .Read(report.Files.Single(file => file.Path == FigureFile.FileName).Content)
            .ToDictionary(
                figure => (figure.Key with { Period = figure.Key.PeriodId }, figure.Key.KnownAt?.DayText),
                figure => figure.Quantity
            );
        var page = report.Files.FirstOrDefault(file => file.Path.EndsWith(".html", StringComparison.Ordinal));
        var words = page is null ? null : Text(page.Content);
        foreach (var row in report.Files.Where(IsFigures).SelectMany(file => Rows(file.Content)))
        {
            // The period before at the same age stands in its file with a cut-off of its own.
            var key = KeyOf(row);
            var quantity = figures.TryGetValue((key, row["as_of"]), out var then) ? then : figures[(key, null)];
            var figure = new Figure(
                MetricCatalogue.Find(row["figure_id"]),
                [],
                quantity,
                Period.TryParse(row["period"])!,
                CutOff.TryParse(row["as_of"])!
            );
            // What figures.json keeps of a figure gives every field of the data files; a revision is no part of it.
            Assert.All(
                FigureFields.Values.Where(field => field.Name != "revision"),
                field => Assert.Equal(Printed(field.Of(figure)), row[field.Name])
            );
            if (words is not null && report.Folder.EndsWith("-en", StringComparison.Ordinal) && quantity is Share share)
            {
                // In one cell, or number and out of in two.
                if (!words.Contains(Written(share), StringComparison.Ordinal))
                {
                    Assert.Contains(Whole(share.Numerator), words, StringComparison.Ordinal);
                    Assert.Contains(Whole(share.Denominator), words, StringComparison.Ordinal);
                }
            }
        }
    }

    private static string Printed(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private static string Written(Share share) =>
        share.Denominator == 0 ? "" : Whole(share.Numerator) + " of " + Whole(share.Denominator);

    private static string Whole(long number) => number.ToString("#,##0", CultureInfo.InvariantCulture);

    private static CellKey KeyOf(IReadOnlyDictionary<string, string> row) =>
        new(
            row["figure_id"],
            row["period"],
            string.Join(
                ',',
                Enum.GetValues<Dimension>()
                    .Where(dimension => row.GetValueOrDefault(DimensionNames.Of(dimension), "total") != "total")
                    .Select(dimension => DimensionNames.Of(dimension) + "=" + row[DimensionNames.Of(dimension)])
            )
        );

    private static bool IsFigures(OutputFile file) =>
        file.Path.StartsWith("data/", StringComparison.Ordinal)
        && file.Path.EndsWith(".csv", StringComparison.Ordinal)
        && Encoding
            .UTF8.GetString(file.Content.AsSpan(0, Math.Min(12, file.Content.Length)))
            .StartsWith("\"figure_id\"", StringComparison.Ordinal);

    private static List<IReadOnlyDictionary<string, string>> Rows(byte[] content)
    {
        using var csv = new CsvReader(new StreamReader(new MemoryStream(content)), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var rows = new List<IReadOnlyDictionary<string, string>>();
        while (csv.Read())
        {
            rows.Add(csv.HeaderRecord!.ToDictionary(name => name, name => csv.GetField(name)!));
        }
        return rows;
    }

    private static string Text(byte[] page) =>
        WebUtility.HtmlDecode(Tag().Replace(Encoding.UTF8.GetString(page), "")).Replace('\u00a0', ' ');

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
