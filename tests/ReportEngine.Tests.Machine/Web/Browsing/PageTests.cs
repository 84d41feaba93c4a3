using System.Net;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using ReportEngine.Tests.Reports.Web;
using ReportEngine.Web.State;

namespace ReportEngine.Tests.Machine.Web.Browsing;

/// <summary>
/// An office in which there is something on every page: a build handed over, one that failed, an import with problems.
/// </summary>
public sealed class FurnishedOffice : IDisposable
{
    public FurnishedOffice()
    {
        var official = Office.As(Role.Official);
        Build = TestPerson.JobOf(
            official.Order(
                ("report", "response-times"),
                ("period", "2025-Q4"),
                ("when", "once"),
                ("edition", "official")
            )
        );
        // The page refuses a period without data, so this order can only come from the office's own file.
        Failed = Jobs.Add(
            Office.Office.State,
            Users.All(Office.Office.State).First(user => user.Role == Role.Official),
            JobKind.Build,
            new BuildOrder(["nap-progress"], "2024", null, "public", "en", false, null, null, null)
        );
        Import = TestPerson.JobOf(
            official.Send(
                "/office/import",
                ("files", "submission.csv", "submission_id,service_id\r\n1,instagram\r\n"u8.ToArray()),
                (
                    "files",
                    "subject.csv",
                    File.ReadAllBytes(Path.Combine(Installation.Find().SampleData, "subject.csv"))
                        .Take(500)
                        .Concat("\n"u8.ToArray())
                        .ToArray()
                )
            )
        );
        Assert.Equal(JobState.Done, Office.Ended(Build).State);
        Assert.Equal(JobState.Failed, Office.Ended(Failed).State);
        Office.Ended(Import);
        using var handed = official.Post($"/office/jobs/{Build}?handler=handover");
        Assert.Equal(HttpStatusCode.Found, handed.StatusCode);
        Verification = TestPerson.JobOf(
            Office.As(Role.Auditor).Post("/audit/releases/nap-progress/2025-Q4/public-en/v1?handler=rebuild")
        );
        Office.Ended(Verification);
    }

    public TestOffice Office { get; } = new();

    public long Build { get; }

    public long Failed { get; }

    public long Import { get; }

    public long Verification { get; }

    public void Dispose() => Office.Dispose();
}

/// <summary>
/// Every page, at the width of a desk in light and of a telephone in dark: axe-core finds nothing serious, and nothing
/// is wider than the screen, in both at each width. Pictures of each width, in light and dark, are put where
/// REPORT_ENGINE_PICTURES says.
/// </summary>
public sealed class PageTests(Chromium chromium, FurnishedOffice furnished)
    : IClassFixture<Chromium>,
        IClassFixture<FurnishedOffice>
{
    /// <summary>
    /// Every element with a violation that axe-core calls serious or critical. The one page with a frame holds a report
    /// in it, whose own tests look at its tags, so one run sees all that is the site's.
    /// </summary>
    private const string Serious =
        "async () => (await axe.run(document)).violations.filter(rule => ['serious', "
        + "'critical'].includes(rule.impact)).flatMap(rule => rule.nodes.map(node => rule.id + ': ' + node.html))";

    private static readonly string AxeCore = new BundledAxeScriptProvider().GetScript();

    private static readonly int[] Widths = [320, 390, 1280];

    private const string Release = "releases/response-times/2025-Q4/public-en/v1";

    /// <summary>By a name for its picture: who sees it, and where it is. {build} and others stand for jobs.</summary>
    private static readonly Dictionary<string, (string? Person, string Address)> Pages = new(StringComparer.Ordinal)
    {
        ["front"] = (null, "/"),
        ["figures"] = (null, "/figures"),
        ["figure"] = (null, "/figures/OUT.02"),
        ["figure-times"] = (null, "/figures/RT.02?period=2025-Q3"),
        ["releases"] = (null, "/releases"),
        ["release"] = (null, "/" + Release),
        ["method"] = (null, "/method"),
        ["not-found"] = (null, "/nothing"),
        ["sign-in"] = (null, "/sign-in"),
        ["sign-in-refused"] = (null, "/sign-in?refused=true"),
        ["forbidden"] = ("official", "/audit"),
        ["office"] = ("approver", "/office"),
        ["new"] = ("official", "/office/new"),
        ["new-checked"] = (
            "official",
            "/office/new?report=response-times&report=nap-progress&period=2025-Q4&check=true"
        ),
        ["new-wrong"] = ("official", "/office/new?report=nothing&period=2025-Q9&check=true"),
        ["build"] = ("official", "/office/jobs/{build}"),
        ["preview"] = ("official", "/office/jobs/{build}/preview/response-times"),
        ["approve"] = ("approver", "/office/jobs/{build}"),
        ["build-failed"] = ("official", "/office/jobs/{failed}"),
        ["import"] = ("official", "/office/import"),
        ["import-failed"] = ("official", "/office/jobs/{import}"),
        ["office-releases"] = ("official", "/office/releases"),
        ["office-release"] = ("official", "/office/" + Release),
        ["audit"] = ("auditor", "/audit"),
        ["audit-release"] = ("auditor", "/audit/" + Release),
        ["trace"] = (
            "auditor",
            "/audit/trace/OUT.02?release=response-times/2025-Q4/public-en/v1&codes=Platform%3Dtelegram&period=2025-Q4"
        ),
        ["verify"] = ("auditor", "/audit/verify"),
        ["verification"] = ("auditor", "/audit/jobs/{verification}"),
        ["check"] = ("auditor", "/audit/check"),
        ["log"] = ("auditor", "/audit/log"),
    };

    [ToolTheory(Chromium.Program)]
    [InlineData(1280, false)]
    [InlineData(390, true)]
    public async Task Nothing_serious_is_found_on_any_page_and_none_is_wider_than_the_screen(int width, bool isDark)
    {
        var found = new List<string>();
        foreach (var people in Pages.GroupBy(page => page.Value.Person))
        {
            var page = await chromium.Page(furnished.Office.Address, width, isDark);
            if (people.Key is { } name)
            {
                await Chromium.SignIn(page, name);
            }
            foreach (var (picture, (_, address)) in people)
            {
                await page.GotoAsync(Filled(address));
                await Pictures(page, picture + "-" + width, isDark);
                await page.EvaluateAsync(AxeCore);
                found.AddRange(
                    (await page.EvaluateAsync<string[]>(Serious)).Select(violation => picture + ": " + violation)
                );
                found.AddRange(await Wider(page, picture));
            }
            await page.Context.CloseAsync();
        }
        Assert.Empty(found);
        Assert.Empty(chromium.Complaints);
    }

    /// <summary>At each width, whichever of them the page was opened at.</summary>
    private static async Task<List<string>> Wider(IPage page, string picture)
    {
        var (opened, found) = (page.ViewportSize!, new List<string>());
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, opened.Height);
            var overflow = await page.EvaluateAsync<int>(
                "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
            );
            found.AddRange(
                overflow > 0 ? [$"{picture}: {overflow} pixels wider than a screen of {width}"] : Array.Empty<string>()
            );
        }
        await page.SetViewportSizeAsync(opened.Width, opened.Height);
        return found;
    }

    private string Filled(string address) =>
        address
            .Replace("{build}", $"{furnished.Build}", StringComparison.Ordinal)
            .Replace("{failed}", $"{furnished.Failed}", StringComparison.Ordinal)
            .Replace("{import}", $"{furnished.Import}", StringComparison.Ordinal)
            .Replace("{verification}", $"{furnished.Verification}", StringComparison.Ordinal);

    private static async Task Pictures(IPage page, string name, bool isDark)
    {
        if (Environment.GetEnvironmentVariable("REPORT_ENGINE_PICTURES") is { Length: > 0 } folder)
        {
            foreach (var dark in (bool[])[!isDark, isDark])
            {
                await page.EmulateMediaAsync(
                    new PageEmulateMediaOptions { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light }
                );
                await page.ScreenshotAsync(
                    new PageScreenshotOptions
                    {
                        Path = Path.Combine(folder, name + (dark ? "-dark" : "") + ".png"),
                        FullPage = true,
                    }
                );
            }
        }
    }
}
