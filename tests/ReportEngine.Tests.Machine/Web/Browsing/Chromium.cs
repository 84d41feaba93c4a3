using Microsoft.Playwright;
using ReportEngine.Tests.Reports.Web;

namespace ReportEngine.Tests.Machine.Web.Browsing;

/// <summary>
/// Debian's Chromium, one process for all tests of a class. Where it is not on the machine, its tests show as skipped.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    public const string Program = "chromium";

    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private readonly List<string> complaints = [];
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>
    /// What pages complained about on their consoles: a script that failed, something the policy refused.
    /// </summary>
    public IReadOnlyList<string> Complaints => complaints;

    public async Task InitializeAsync()
    {
        if (File.Exists("/usr/bin/" + Program))
        {
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(
                new BrowserTypeLaunchOptions { ExecutablePath = "/usr/bin/" + Program, Args = Arguments }
            );
        }
    }

    /// <summary>A page of somebody's own browser, with no cookie in it.</summary>
    public async Task<IPage> Page(Uri address, int width = 1280, bool isDark = false, bool hasScript = true)
    {
        var context = await browser!.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = address.ToString(),
                ViewportSize = new ViewportSize { Width = width, Height = 900 },
                ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
                JavaScriptEnabled = hasScript,
                Locale = "en-GB",
                Permissions = ["clipboard-read", "clipboard-write"],
            }
        );
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(60_000);
        page.Console += (_, message) =>
        {
            // That a status is not 200 is told there too; tests look at what the page says instead.
            if (
                message.Type == "error"
                && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)
            )
            {
                complaints.Add(page.Url + ": " + message.Text);
            }
        };
        page.PageError += (_, error) => complaints.Add(page.Url + ": " + error);
        return page;
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.CloseAsync();
        }
        playwright?.Dispose();
    }

    public static async Task SignIn(IPage page, string name)
    {
        await page.GotoAsync("/sign-in");
        await page.FillAsync("#name", name);
        await page.FillAsync("#password", TestOffice.Password);
        await page.ClickAsync("main button[type=submit]");
        await page.WaitForSelectorAsync(".person");
    }

    /// <summary>Until the page says that a job has come to a stage.</summary>
    public static Task Until(IPage page, string stage) =>
        page.WaitForFunctionAsync(
            "stage => document.querySelector('#stage')?.textContent === stage",
            stage,
            new PageWaitForFunctionOptions { Timeout = 120_000 }
        );
}
