using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ReportEngine.Web.State;

namespace ReportEngine.Tests.Reports.Web;

/// <summary>Who reaches what: every address of the site, as nobody and in each role.</summary>
public sealed class AccessTests(TestOffice office) : IClassFixture<TestOffice>
{
    private const string Report = "response-times/2025-Q4/public-en/v1";

    /// <summary>What stands in for the parts of a pattern.</summary>
    private static readonly Dictionary<string, string> Parts = new(StringComparer.Ordinal)
    {
        ["{report}/{period}/{edition}/{version}"] = Report,
        ["{report}/{**path}"] = "response-times/manifest.json",
        ["{**path}"] = "manifest.json",
        ["{id:long}"] = "1",
        ["{id}"] = "OUT.02",
        ["{figure}"] = "OUT.02",
        ["{report}"] = "response-times",
        ["{code:int}"] = "404",
    };

    /// <summary>
    /// Written down by hand: who may reach what begins with this. What begins with nothing else here is for everybody.
    /// </summary>
    private static readonly (string Begin, Role[] Roles)[] Rules =
    [
        ("/office", [Role.Official, Role.Approver]),
        ("/audit", [Role.Auditor]),
    ];

    private IReadOnlyList<RouteEndpoint> Endpoints =>
        [
            .. ((IEndpointRouteBuilder)office.Site)
                .DataSources.SelectMany(source => source.Endpoints)
                .OfType<RouteEndpoint>(),
        ];

    [Fact]
    public void Every_address_says_who_may_reach_it() =>
        Assert.All(
            Endpoints,
            endpoint =>
                Assert.True(
                    endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
                        || endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>() is { Count: > 0 } rules
                            && rules.All(rule => rule.Policy is "office" or "audit"),
                    endpoint.RoutePattern.RawText
                )
        );

    [Fact]
    public async Task What_says_nothing_is_for_nobody()
    {
        var policies = office.Site.Services.GetRequiredService<IAuthorizationPolicyProvider>();
        var judge = office.Site.Services.GetRequiredService<IAuthorizationService>();
        foreach (var role in Enum.GetValues<Role>())
        {
            var person = new System.Security.Claims.ClaimsPrincipal(
                new System.Security.Claims.ClaimsIdentity(
                    [new(System.Security.Claims.ClaimTypes.Role, role.ToString())],
                    "test"
                )
            );
            Assert.False(
                (await judge.AuthorizeAsync(person, null, (await policies.GetFallbackPolicyAsync())!)).Succeeded
            );
            Assert.False((await judge.AuthorizeAsync(person, null, await policies.GetDefaultPolicyAsync())).Succeeded);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Role.Official)]
    [InlineData(Role.Approver)]
    [InlineData(Role.Auditor)]
    public void Each_address_is_reached_by_those_it_is_for_and_nobody_else(Role? role)
    {
        var person = office.As(role);
        var count = 0;
        foreach (var address in Endpoints.Select(AddressOf).Distinct())
        {
            var allowed =
                Rules.FirstOrDefault(rule => address.StartsWith(rule.Begin, StringComparison.Ordinal))
                    is not { Roles: { } roles }
                || (role is { } one && roles.Contains(one));
            using var read = person.Get(address);
            using var sent = person.Post(address, new FormUrlEncodedContent([]));
            var readRefused =
                read.StatusCode == HttpStatusCode.Forbidden
                || (
                    read.StatusCode == HttpStatusCode.Found
                    && read.Headers.Location!.OriginalString.Contains("/sign-in", StringComparison.Ordinal)
                );
            // What can only be read is not found by who sends something to it.
            var sentRefused =
                sent.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized
                || (!allowed && sent.StatusCode == HttpStatusCode.NotFound);
            Assert.True(readRefused == !allowed, $"{role} GET {address}: {read.StatusCode}");
            Assert.True(sentRefused == !allowed, $"{role} POST {address}: {sent.StatusCode}");
            count++;
        }
        Assert.True(count > 25, count + " addresses");
    }

    /// <summary>
    /// A file of a build and of an unpublished edition, by every trick that could get it past the door.
    /// </summary>
    [Theory]
    [InlineData("/office/jobs/1/files/response-times/manifest.json")]
    [InlineData("/OFFICE/jobs/1/files/response-times/manifest.json")]
    [InlineData("/office/../office/jobs/1/files/response-times/manifest.json")]
    [InlineData("/releases/../office/jobs/1")]
    [InlineData("/releases/response-times/2025-Q4/public-en/v1/files/../../../../../office/jobs/1")]
    [InlineData("/office%2fjobs%2f1")]
    [InlineData("//office")]
    [InlineData("/audit/releases/response-times/2025-Q4/public-en/v1/files/trace.json")]
    [InlineData("/audit/log.jsonl")]
    public void Nobody_in_particular_gets_nothing_by_any_way_of_asking(string address)
    {
        var person = office.As((string?)null);
        foreach (var method in (string[])["GET", "HEAD", "POST", "PUT", "OPTIONS", "TRACE"])
        {
            using var request = new HttpRequestMessage(
                new HttpMethod(method),
                new Uri(
                    person.Client.BaseAddress!.GetLeftPart(UriPartial.Authority) + address,
                    new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }
                )
            );
            request.Headers.TryAddWithoutValidation("Range", "bytes=0-10");
            request.Headers.TryAddWithoutValidation("X-Original-URL", "/office");
            request.Headers.TryAddWithoutValidation("X-Forwarded-For", "127.0.0.1");
            using var answer = person.Client.Send(request);
            Assert.True(
                (int)answer.StatusCode is 302 or 400 or 401 or 403 or 404 or 405 or 501,
                $"{method} {address}: {answer.StatusCode}"
            );
            Assert.DoesNotContain("sha256", TestPerson.TextOf(answer), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Who_asks_for_what_is_not_theirs_stands_in_the_log()
    {
        using var answer = office.As(Role.Official).Get("/audit/log.jsonl");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains(
            office.Log,
            entry => entry is { Who: "official", Act: "refused", What: "GET /audit/log.jsonl" }
        );
    }

    [Fact]
    public void A_site_without_an_office_has_no_address_of_it()
    {
        using var site = new TestSite();
        foreach (var address in (string[])["/office", "/office/new", "/audit", "/audit/log.jsonl", "/sign-in"])
        {
            using var answer = site.Get(address);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    private static string AddressOf(RouteEndpoint endpoint) =>
        "/"
        + Parts.Aggregate(
            endpoint.RoutePattern.RawText!.TrimStart('/'),
            (pattern, part) => pattern.Replace(part.Key, part.Value, StringComparison.Ordinal)
        );
}
