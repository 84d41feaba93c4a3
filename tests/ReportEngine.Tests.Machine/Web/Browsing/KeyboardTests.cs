using Microsoft.Playwright;
using ReportEngine.Tests.Reports.Web;

namespace ReportEngine.Tests.Machine.Web.Browsing;

/// <summary>
/// The officials' way with nothing but a keyboard: everything is reached by the tab key, and where one is can be seen.
/// </summary>
public sealed class KeyboardTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const int MostTabs = 120;

    [ToolTheory(Chromium.Program)]
    [InlineData(1280)]
    public async Task An_official_and_an_approver_need_no_mouse(int width)
    {
        using var office = new TestOffice();
        var page = await chromium.Page(office.Address, width);
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await IsAt(page, ".skip"));
        await page.Keyboard.PressAsync("Enter");
        Assert.True(await IsAt(page, "main"));

        await page.GotoAsync("/");
        await Follow(page, "a[href='/sign-in']");
        await SignIn(page, "official");
        await Follow(page, "a[href='/office/new']");
        await Press(page, "#report-quarterly-transparency", "Space");
        await Press(page, "#report-response-times", "Space");
        await Reach(page, "#period");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowUp");
        await Follow(page, "#order button.main");
        await Follow(page, "button[name=checked]");
        await Chromium.Until(page, "Built, not handed over");
        await Press(page, "main summary");
        await Follow(page, "form[action*=handover] button");
        await Chromium.Until(page, "Handed over, waiting for approval");
        await Follow(page, ".person button");
        await Follow(page, "a[href='/sign-in']");
        await SignIn(page, "approver");
        await Follow(page, "main ul a[href^='/office/jobs/']");
        await Press(page, "#looked", "Space");
        await Follow(page, "button[formaction*=approve]");
        await Chromium.Until(page, "Published");
        await Follow(page, "main a[href^='/releases/']");
        Assert.EndsWith("/releases/methods/2025-Q4/public-en/v2", page.Url, StringComparison.Ordinal);
        Assert.Empty(chromium.Complaints);
    }

    private static async Task SignIn(IPage page, string name)
    {
        await Reach(page, "#name");
        await page.Keyboard.TypeAsync(name);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(TestOffice.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync(".person");
    }

    private static async Task Press(IPage page, string selector, string key = "Enter")
    {
        await Reach(page, selector);
        var outline = await page.EvaluateAsync<string>("() => getComputedStyle(document.activeElement).outlineStyle");
        Assert.True(outline == "solid", selector + " shows no focus: " + outline);
        await page.Keyboard.PressAsync(key);
    }

    /// <summary>
    /// Presses what leads to another page, and waits for that page: by a mark on this one, since an event of the other
    /// can be over before it is waited for.
    /// </summary>
    private static async Task Follow(IPage page, string selector)
    {
        await page.EvaluateAsync("() => { window.isLeft = true; }");
        await Press(page, selector);
        await page.WaitForFunctionAsync("() => !window.isLeft && document.readyState === 'complete'");
    }

    private static async Task Reach(IPage page, string selector)
    {
        await page.WaitForSelectorAsync(selector);
        for (var tabs = 0; tabs < MostTabs; tabs++)
        {
            if (await IsAt(page, selector))
            {
                return;
            }
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail(selector + " is not reached by the tab key on " + page.Url);
    }

    private static Task<bool> IsAt(IPage page, string selector) =>
        page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector);
}
