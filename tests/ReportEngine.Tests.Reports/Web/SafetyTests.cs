using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using ReportEngine.Web.State;

namespace ReportEngine.Tests.Reports.Web;

/// <summary>Promises 39, 41 and 42, and what stands in no answer and no log.</summary>
public sealed partial class SafetyTests(TestOffice office) : IClassFixture<TestOffice>
{
    /// <summary>Every form of the site, by where it is sent.</summary>
    public static TheoryData<Role?, string> Forms() =>
        new()
        {
            { null, "/sign-in" },
            { Role.Official, "/sign-in?handler=out" },
            { Role.Official, "/office/new" },
            { Role.Official, "/office/import" },
            { Role.Official, "/office/jobs/1?handler=cancel" },
            { Role.Official, "/office/jobs/1?handler=handover" },
            { Role.Official, "/office/jobs/1?handler=discard" },
            { Role.Approver, "/office/jobs/1?handler=approve" },
            { Role.Approver, "/office/jobs/1?handler=return" },
            { Role.Auditor, "/audit/verify" },
            { Role.Auditor, "/audit/check" },
            { Role.Auditor, "/audit/releases/response-times/2025-Q4/public-en/v1?handler=verify" },
            { Role.Auditor, "/audit/releases/response-times/2025-Q4/public-en/v1?handler=rebuild" },
        };

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_form_that_another_site_sends_is_refused(Role? role, string address)
    {
        var person = office.As(role);
        var before = office.Log.Count;
        foreach (var token in (string[])["", "forged"])
        {
            using var answer = person.Post(
                address,
                new FormUrlEncodedContent([
                    new("__RequestVerificationToken", token),
                    new("looked", "true"),
                    new("name", "official"),
                    new("password", TestOffice.Password),
                ])
            );
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
        Assert.Equal(before, office.Log.Count);
        Assert.Empty(Jobs.Latest(office.Office.State, 10));
    }

    [Theory]
    [InlineData("/sign-in?handler=out")]
    [InlineData("/office/jobs/1?handler=cancel")]
    [InlineData("/office/new?handler=post&report=response-times&period=2025-Q4")]
    public void Asking_for_an_address_changes_nothing(string address)
    {
        var official = office.As(Role.Official);
        using var answer = official.Get(address);

        Assert.Empty(Jobs.Latest(office.Office.State, 10));
        Assert.Contains("Latest jobs", official.Text("/office"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/office")]
    [InlineData("/office/new")]
    [InlineData("/office/import")]
    [InlineData("/office/jobs/999")]
    [InlineData("/office/nothing")]
    [InlineData("/sign-in")]
    [InlineData("/")]
    [InlineData("/audit")]
    public void What_somebody_signed_in_sees_is_kept_by_no_cache_and_may_run_nothing(string address)
    {
        using var answer = office.As(Role.Official).Get(address);

        Assert.True(answer.Headers.CacheControl?.NoStore, address);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    /// <summary>Forms in an alphabet that no browser sends, in their head or in a part.</summary>
    [Fact]
    public void A_form_in_another_alphabet_is_a_bad_request()
    {
        using var person = new TestPerson(office.Address);
        foreach (var address in (string[])["/", "/sign-in", "/method"])
        {
            using var plain = new StringContent("a=b");
            plain.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(
                "application/x-www-form-urlencoded; charset=utf-7"
            );
            using var part = new StringContent("b");
            part.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("text/plain; charset=utf-7");
            using var parts = new MultipartFormDataContent { { part, "a" } };
            foreach (var content in (HttpContent[])[plain, parts])
            {
                using var answer = person.Post(address, content);
                Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            }
        }
    }

    /// <summary>Times that were never, were twice, or lie outside every calendar.</summary>
    [Theory]
    [InlineData("2008-06-01T00:30")]
    [InlineData("2009-10-31T23:30")]
    [InlineData("-9998-01-01T00:00")]
    [InlineData("9999-12-31T23:59")]
    [InlineData("2026-13-01T00:00")]
    public void A_time_that_cannot_be_is_told(string at) =>
        Assert.Contains(
            "time of release",
            office
                .As(Role.Official)
                .Text(
                    "/office/new?check=true&report=response-times&period=2025-Q4&when=at&at=" + Uri.EscapeDataString(at)
                ),
            StringComparison.Ordinal
        );

    /// <summary>They wait in a queue of their own, and nobody who may not have a page takes a turn for it.</summary>
    [Fact]
    public async Task Strangers_take_no_turns_of_those_who_work_here()
    {
        using var own = new TestOffice();
        var auditor = own.As(Role.Auditor);
        var strangers = Enumerable
            .Range(0, 60)
            .Select(async _ =>
            {
                using var person = new TestPerson(own.Address);
                using var answer = await person.Client.GetAsync(new Uri("/audit/log", UriKind.Relative));
                return answer.StatusCode;
            })
            .ToList();
        for (var tries = 0; tries < 10; tries++)
        {
            using var answer = auditor.Get("/audit/log");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
        Assert.All(await Task.WhenAll(strangers), status => Assert.Equal(HttpStatusCode.Found, status));
    }

    [Fact]
    public void More_than_a_form_can_hold_is_refused()
    {
        using var answer = office.As(Role.Official).Post("/office/new", ("accept", new string('x', 200_000)));

        Assert.True(
            answer.StatusCode is HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.BadRequest,
            answer.StatusCode.ToString()
        );
    }

    [Fact]
    public void A_megabyte_of_headers_is_refused_and_the_site_goes_on()
    {
        using var person = new TestPerson(office.Address);
        person.Client.DefaultRequestHeaders.Add("X-Long", new string('x', 1_000_000));
        try
        {
            using var answer = person.Get("/");
            Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, answer.StatusCode);
        }
        catch (AggregateException)
        {
            // Refused before all of it was read.
        }
        Assert.Contains("Latest figures", office.As((string?)null).Text("/"), StringComparison.Ordinal);
    }

    /// <summary>
    /// What a reader sends, and what the register says of accounts, gets into no line; each line is an object.
    /// </summary>
    [Fact]
    public void The_service_s_log_holds_nothing_that_somebody_sent()
    {
        var lines = new StringWriter();
        var console = Console.Out;
        Console.SetOut(TextWriter.Synchronized(lines));
        try
        {
            using var logged = new TestOffice(options => options with { IsLogged = true });
            var person = logged.As((string?)null);
            person.Client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "evil\"}{\\nagent");
            foreach (
                var address in (string[])
                    [
                        "/figures/canary%0d%0a%7b%22evil%22%3a1%7d?q=canary",
                        "/releases/canary/canary/canary/canary",
                        "/canary%1b%5b2J",
                    ]
            )
            {
                using var answer = person.Get(address);
            }
            using var wrong = person.Post("/sign-in", ("name", "canary"), ("password", "canary"));
            Assert.Contains("Latest figures", person.Text("/"), StringComparison.Ordinal);
        }
        finally
        {
            Thread.Sleep(500);
            Console.SetOut(console);
        }
        var told = lines
            .ToString()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line.Contains("ReportEngine.Web.Journal", StringComparison.Ordinal))
            .ToList();

        Assert.True(told.Count >= 5, lines.ToString());
        Assert.All(told, line => JsonDocument.Parse(line).Dispose());
        Assert.DoesNotContain("canary", lines.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("evil", lines.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>No page without script loses anything, and none runs a script of its own.</summary>
    [Theory]
    [InlineData(Role.Official, "/office")]
    [InlineData(Role.Official, "/office/new?report=response-times&period=2025-Q4&check=true")]
    [InlineData(Role.Official, "/office/import")]
    [InlineData(Role.Auditor, "/audit")]
    [InlineData(Role.Auditor, "/audit/releases/response-times/2025-Q4/public-en/v1")]
    [InlineData(Role.Auditor, "/audit/trace/OUT.02?release=response-times/2025-Q4/public-en/v1&codes=&period=2025-Q4")]
    [InlineData(Role.Auditor, "/audit/verify")]
    [InlineData(Role.Auditor, "/audit/check")]
    [InlineData(Role.Auditor, "/audit/log")]
    public void A_page_has_one_heading_labels_for_its_fields_and_nothing_inline(Role role, string address)
    {
        var text = office.As(role).Text(address);

        Assert.Single(Regex.Matches(text, "<h1[ >]"));
        Assert.DoesNotContain(" style=", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"<script(?![^>]* src=)|\son[a-z]+=", text);
        Assert.DoesNotMatch(@"<th(?![^>]* scope=)[ >]", text);
        Assert.All(
            Field().Matches(text).Select(match => match.Groups["id"].Value),
            id => Assert.Contains("for=\"" + id + "\"", text, StringComparison.Ordinal)
        );
        Assert.Contains("not for publication", text, StringComparison.Ordinal);
    }

    [GeneratedRegex("<(?:input|select|textarea)(?![^>]*type=\"hidden\")[^>]* id=\"(?<id>[^\"]+)\"")]
    private static partial Regex Field();
}
