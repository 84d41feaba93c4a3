using ReportEngine.Tests.Reports;

namespace ReportEngine.Tests.Machine.Web.Browsing;

/// <summary>The pages of the reports themselves, as a browser lays them out, in every language.</summary>
public sealed class ReportPageTests(Chromium chromium) : IClassFixture<Chromium>
{
    /// <summary>Of each place of a picture, how many of its drawings can be seen.</summary>
    private const string Drawn =
        "() => [...document.querySelectorAll('.drawing')].map(place => [...place.querySelectorAll('svg')]"
        + ".filter(drawing => getComputedStyle(drawing).display !== 'none').length)";

    /// <summary>What is wider than its place, and so has a part out of sight.</summary>
    private const string Hidden =
        "() => [...document.querySelectorAll('.table, .drawing')].filter(place => place.scrollWidth > "
        + "place.clientWidth + 1).map(place => place.getAttribute('aria-labelledby') ?? place.closest('figure').id)";

    private const string OpenAll = "() => document.querySelectorAll('details').forEach(part => part.open = true)";

    public static TheoryData<string, int> Screens()
    {
        var screens = new TheoryData<string, int>();
        foreach (var language in Sample.Languages)
        {
            screens.Add(language.Code, 1280);
            screens.Add(language.Code, 390);
        }
        return screens;
    }

    [ToolTheory(Chromium.Program)]
    [MemberData(nameof(Screens))]
    public async Task Each_chart_is_seen_once_and_no_column_is_out_of_sight(string language, int width)
    {
        var page = await chromium.Page(new Uri("file:///"), width);
        foreach (var template in Sample.Templates)
        {
            var file = Path.Combine(
                BuiltSample.FolderOf(template.ReportId, language),
                template.ReportId + "-2025-Q4.html"
            );
            await page.GotoAsync(new Uri(file).ToString());
            await page.EvaluateAsync(OpenAll);

            var drawn = await page.EvaluateAsync<int[]>(Drawn);
            var hidden = await page.EvaluateAsync<string[]>(Hidden);
            Assert.All(drawn, seen => Assert.Equal(1, seen));
            Assert.Empty(hidden);
        }
        await page.Context.CloseAsync();
    }
}
