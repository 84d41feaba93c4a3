using System.Net;
using ReportEngine.Web.State;

namespace ReportEngine.Tests.Reports.Web;

/// <summary>Cookies, where signing in leads to, and when a session ends.</summary>
public sealed class SessionsTests(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public void Cookies_are_out_of_reach_of_scripts_and_other_sites()
    {
        var person = office.As((string?)null);
        using var page = person.Get("/sign-in");
        using var answer = person.Post("/sign-in", ("name", "official"), ("password", TestOffice.Password));
        var cookies = page.Headers.GetValues("Set-Cookie").Concat(answer.Headers.GetValues("Set-Cookie")).ToList();

        Assert.Equal(2, cookies.Count);
        Assert.All(cookies, cookie => Assert.Matches("(?i)httponly", cookie));
        Assert.All(cookies, cookie => Assert.Matches("(?i)samesite=(lax|strict)", cookie));
        Assert.DoesNotContain("official", cookies[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Behind_a_proxy_with_TLS_cookies_are_for_TLS_alone()
    {
        var person = office.As((string?)null);
        person.Client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var page = person.Get("/sign-in");

        Assert.All(page.Headers.GetValues("Set-Cookie"), cookie => Assert.Matches("(?i)secure", cookie));
    }

    /// <summary>Also the address that a person is sent to after signing in.</summary>
    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public void Signing_in_leads_nowhere_else(string to)
    {
        var person = office.As((string?)null);
        using var answer = person.Post(
            "/sign-in?to=" + Uri.EscapeDataString(to),
            ("name", "official"),
            ("password", TestOffice.Password)
        );

        Assert.Equal("/office", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public void A_session_ends_with_the_day_and_with_any_change_of_its_user()
    {
        using var own = new TestOffice();
        var (long_, changed) = (own.As(Role.Official), own.As(Role.Auditor));
        Users.Change(own.Office.State, "auditor", Actor.CommandLine, Role.Official);
        using var after = changed.Get("/audit");
        Assert.Equal(HttpStatusCode.Found, after.StatusCode);
        own.Now += NodaTime.Duration.FromHours(10);
        using var late = long_.Get("/office");
        Assert.Equal(HttpStatusCode.Found, late.StatusCode);
    }

    [Fact]
    public void A_cookie_that_was_kept_is_worth_nothing_after_signing_out()
    {
        using var own = new TestOffice();
        var official = own.As(Role.Official);
        using var thief = new TestPerson(own.Address);
        thief.Cookies.Add(official.Cookies.GetAllCookies());
        Assert.Contains("Latest jobs", thief.Text("/office"), StringComparison.Ordinal);

        using var signedOut = official.Post("/sign-in?handler=out");
        using var answer = thief.Get("/office");

        Assert.Equal("/", signedOut.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }
}
