using System.Text;
using Microsoft.Playwright;
using ReportEngine.Tests.Reports;
using ReportEngine.Tests.Reports.Web;

namespace ReportEngine.Tests.Machine.Web.Browsing;

/// <summary>
/// The three people's ways through the site in a real browser, from the first page to what they came for.
/// </summary>
public sealed class JourneyTests(Chromium chromium) : IClassFixture<Chromium>
{
    [ToolTheory(Chromium.Program)]
    [InlineData(1280, true)]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    public async Task A_journalist_finds_a_figure_copies_it_and_takes_the_data(int width, bool hasScript)
    {
        using var office = TestOffice.OfAllFormats();
        var page = await chromium.Page(office.Address, width, hasScript: hasScript);
        await page.GotoAsync("/");
        await page.ClickAsync("text=Acted on, of all referrals (OUT.02)");
        Assert.Equal("613 of 923 (66 %)", (await page.InnerTextAsync(".value >> nth=0")).Replace('\u00a0', ' '));
        Assert.Equal(hasScript, await page.IsVisibleAsync("text=Copy the sentence"));
        if (hasScript)
        {
            await page.ClickAsync("text=Copy the sentence");
            await page.WaitForFunctionAsync("() => document.getElementById('copied').textContent !== ''");
            var copied = await page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
            Assert.StartsWith(
                "Platforms acted on 613 of 923 (66 %) of the referrals submitted in October to December 2025.",
                copied.Replace('\u00a0', ' '),
                StringComparison.Ordinal
            );
            await page.ClickAsync("text=Copy the link");
            await page.WaitForFunctionAsync("() => document.getElementById('copied').textContent.includes('release=')");
            var link = await page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
            Assert.Equal(
                office.Address + "figures/OUT.02?period=2025-Q4&release=quarterly-transparency/2025-Q4/public-en/v1",
                link
            );
        }
        var csv = await Downloaded(page, () => page.ClickAsync(".actions >> text=CSV"));
        Assert.StartsWith(
            "figure_id,metric_version,period,as_of",
            Encoding.UTF8.GetString(csv),
            StringComparison.Ordinal
        );
        foreach (var (kind, begin) in new[] { ("SVG", "<svg"), ("PNG", "\u0089PNG"), ("JSON", "[") })
        {
            var address = await page.GetAttributeAsync(".actions >> text=" + kind, "href");
            var answer = await page.APIRequest.GetAsync(new Uri(office.Address, address).ToString());
            Assert.StartsWith(begin, Encoding.Latin1.GetString(await answer.BodyAsync()), StringComparison.Ordinal);
        }
        await page.ClickAsync("nav >> text=Releases");
        await page.ClickAsync("tbody a >> nth=0");
        var zip = await Downloaded(page, () => page.ClickAsync("text=Everything in one file"));
        Assert.Equal("PK"u8.ToArray(), zip[..2]);
        Assert.Empty(chromium.Complaints);
    }

    [ToolTheory(Chromium.Program)]
    [InlineData(1280, true)]
    [InlineData(390, false)]
    public async Task An_official_builds_a_report_and_somebody_else_publishes_it(int width, bool hasScript)
    {
        using var office = TestOffice.OfAllFormats();
        var page = await chromium.Page(office.Address, width, hasScript: hasScript);
        await page.GotoAsync("/");
        await page.ClickAsync("nav >> text=Sign in");
        await Chromium.SignIn(page, "official");
        await page.ClickAsync("text=Build reports");
        await page.UncheckAsync("#report-methods");
        await page.UncheckAsync("#report-quarterly-transparency");
        await page.UncheckAsync("#report-response-times");
        await page.ClickAsync("#order button.main");
        Assert.Equal(10, await page.Locator("table >> nth=0").Locator("tbody tr").CountAsync());
        await page.ClickAsync("button[name=checked]");
        await Ended(page, office, hasScript, "Built, not handed over");
        await page.ClickAsync("text=Preview as a web page");
        Assert.Contains("National Action Plan progress", await page.InnerTextAsync("h1"), StringComparison.Ordinal);
        await page.GoBackAsync();
        await page.ClickAsync("text=Compare with the last release");
        Assert.Contains("0 have another value", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.ClickAsync("text=Back to the build");
        var workbook = await Downloaded(page, () => page.ClickAsync("text=Excel workbook"));
        Assert.Equal("PK"u8.ToArray(), workbook[..2]);
        await page.ClickAsync("text=Hand over for approval");
        await page.ClickAsync("text=Sign out");

        await Chromium.SignIn(page, "approver");
        await page.ClickAsync("main ul a[href^='/office/jobs/']");
        await page.CheckAsync("#looked");
        await page.ClickAsync("text=Approve and publish");
        await Ended(page, office, hasScript, "Published");
        await page.ClickAsync("main a[href^='/releases/']");
        Assert.Contains("National Action Plan progress", await page.InnerTextAsync("h1"), StringComparison.Ordinal);
        var pdf = await page.APIRequest.GetAsync(
            new Uri(office.Address, await page.GetAttributeAsync("main >> text=PDF", "href")).ToString()
        );
        Assert.Equal("%PDF"u8.ToArray(), (await pdf.BodyAsync())[..4]);
        Assert.Empty(chromium.Complaints);
    }

    [ToolTheory(Chromium.Program)]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task An_auditor_goes_from_a_figure_to_its_rows_and_verifies_a_release_and_a_workbook(int width)
    {
        using var office = TestOffice.OfAllFormats();
        var page = await chromium.Page(office.Address, width);
        await page.GotoAsync("/releases/response-times/2025-Q4/public-en/v1");
        var zip = Path.Combine(Sample.TemporaryFolder(), "release.zip");
        await File.WriteAllBytesAsync(
            zip,
            await Downloaded(page, () => page.ClickAsync("text=Everything in one file"))
        );
        await Chromium.SignIn(page, "auditor");
        await page.ClickAsync("tbody tr:has-text('Platform response times') >> nth=0 >> a");
        await page.ClickAsync("text=OUT.02 Acted on, of all referrals");
        await page.ClickAsync("tbody a >> nth=0");
        Assert.Contains("keys:", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.ClickAsync("nav >> text=Audit");
        await page.ClickAsync("text=Verify a release");
        await page.SetInputFilesAsync("#release", zip);
        await page.ClickAsync("main button");
        Assert.Contains("Nothing was changed", await page.InnerTextAsync(".good"), StringComparison.Ordinal);
        await page.GotoAsync("/audit/check");
        await page.SetInputFilesAsync(
            "#workbook",
            Path.Combine(BuiltSample.FolderOf("response-times"), "response-times-2025-Q4.xlsx")
        );
        await page.ClickAsync("main button");
        Assert.Contains("0 errors, 0 warnings", await page.InnerTextAsync(".good"), StringComparison.Ordinal);
        await page.GotoAsync("/audit/log");
        Assert.Contains("The chain holds", await page.InnerTextAsync(".good"), StringComparison.Ordinal);
        Assert.Contains("figure OUT.02", await page.InnerTextAsync("table"), StringComparison.Ordinal);
        Assert.Empty(chromium.Complaints);
    }

    /// <summary>With script the page follows by itself; without, the person looks again.</summary>
    private static async Task Ended(IPage page, TestOffice office, bool hasScript, string stage)
    {
        if (hasScript)
        {
            await Chromium.Until(page, stage);
            return;
        }
        office.Ended(ReportEngine.Web.State.Jobs.Latest(office.Office.State, 1)[0].JobId);
        await page.ClickAsync("text=Look again");
        Assert.Equal(stage, await page.InnerTextAsync("#stage"));
    }

    private static async Task<byte[]> Downloaded(IPage page, Func<Task> click)
    {
        var download = await page.RunAndWaitForDownloadAsync(click);
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }
}
