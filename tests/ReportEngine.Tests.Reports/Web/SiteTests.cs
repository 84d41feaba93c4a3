using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NodaTime;
using ReportEngine.Figures;
using ReportEngine.Releases;

namespace ReportEngine.Tests.Reports.Web;

/// <summary>The public site as a reader, a journalist's program and a prying one see it.</summary>
public sealed partial class SiteTests : IDisposable
{
    private static readonly string[] Pages =
    [
        "/",
        "/figures",
        "/figures/OUT.02",
        "/figures/RT.02?period=2025-Q3",
        "/releases",
        "/releases/quarterly-transparency/2025-Q3/public-en/v1",
        "/method",
    ];

    private readonly TestSite site = new();

    public static TheoryData<string> AllPages() => [.. Pages];

    [Fact]
    public void The_front_page_says_each_figure_whole_with_its_period_and_how_not_to_say_it()
    {
        var page = site.Text("/");

        Assert.Contains(
            "Platforms acted on <strong>613 of 923 (66 %)</strong> of the referrals submitted in October to "
                + "December 2025.",
            page.Replace('\u00a0', ' '),
            StringComparison.Ordinal
        );
        Assert.Contains("Do not say:</strong> \"blocked\"", page, StringComparison.Ordinal);
        Assert.Contains("Provisional", page, StringComparison.Ordinal);
        Assert.Contains("every case and every figure on this site is invented", page, StringComparison.Ordinal);
    }

    /// <summary>3 answers that were recorded after the first release.</summary>
    [Fact]
    public void A_figure_says_what_each_release_said_and_which_was_revised()
    {
        var rows = HistoryRow()
            .Matches(site.Text("/figures/OUT.02?period=2025-Q3").Replace('\u00a0', ' '))
            .Select(match => (match.Groups[1].Value, match.Groups[2].Value))
            .ToList();

        Assert.Equal(
            [
                ("661 of 1,010 (65.4 %)", "–"),
                ("664 of 1,010 (65.7 %)", "<details><summary>4 of 12 values"),
                ("661 of 1,010 (65.4 %)", "–"),
                ("664 of 1,010 (65.7 %)", "<details><summary>6 of 11 values"),
            ],
            rows
        );
    }

    [Fact]
    public void The_address_of_a_release_s_value_keeps_its_meaning()
    {
        var first = site.Text("/figures/OUT.02?period=2025-Q3&release=quarterly-transparency/2025-Q3/public-en/v1")
            .Replace('\u00a0', ' ');

        Assert.Contains("661 of 1,010 (65.4 %)", first, StringComparison.Ordinal);
        Assert.Contains(
            "Quarterly transparency summary, July to September 2025, version 1 (provisional), released 20 "
                + "October 2025, figure OUT.02.",
            first,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_address_that_names_an_old_release_leads_to_the_newest_value()
    {
        Assert.Contains(
            "A later release, of 20 January 2026, says more",
            site.Text("/figures/OUT.02?period=2025-Q3&release=quarterly-transparency/2025-Q3/public-en/v1"),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("A later release", site.Text("/figures/OUT.02?period=2025-Q3"), StringComparison.Ordinal);
    }

    /// <summary>1,243.8 hours with a lower end of 850.7, or 35 days, and no upper one.</summary>
    [Fact]
    public void A_time_without_an_upper_end_says_so() =>
        Assert.Contains(
            "95 % interval: 35 days or more",
            site.Text("/figures/RT.02?period=2025-Q3").Replace('\u00a0', ' '),
            StringComparison.Ordinal
        );

    [Fact]
    public void What_is_under_embargo_is_told_nowhere_and_no_more_than_what_never_was()
    {
        site.Now = Instant.FromUtc(2026, 1, 20, 4, 30);
        var release = "/releases/quarterly-transparency/2025-Q4/public-en/v1";

        Assert.All(
            Pages.Append("/feed.atom").Append("/api/v1/releases"),
            page => Assert.DoesNotContain("2025-Q4", site.Text(page), StringComparison.Ordinal)
        );
        foreach (
            var address in (string[])
                [
                    release,
                    release + "/files/manifest.json",
                    release + "/files/charts/outcome-shares.svg",
                    "/figures/OUT.02?period=2025-Q4",
                    "/api/v1/figures/OUT.02?period=2025-Q4",
                ]
        )
        {
            using var early = site.Get(address);
            using var never = site.Get(address.Replace("2025-Q4", "2031-Q4", StringComparison.Ordinal));
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (early.StatusCode, never.StatusCode));
            Assert.Equal(TestSite.Body(never), TestSite.Body(early));
        }
        site.Now += Duration.FromSeconds(1);
        Assert.Contains("October to December 2025", site.Text("/"), StringComparison.Ordinal);
    }

    /// <summary>In the order of the report; the description of them all stands last.</summary>
    [Fact]
    public void Data_files_of_a_release_are_named_by_what_they_hold()
    {
        var files = DataLink()
            .Matches(site.Text("/releases/response-times/2025-Q4/public-en/v1"))
            .Select(match => (match.Groups[1].Value, match.Groups[2].Value))
            .ToList();

        Assert.Equal(("times-key-figures.csv", "Key figures, this period and the one before"), files[0]);
        Assert.Equal(("datapackage.json", "datapackage.json"), files[^1]);
        Assert.Equal(32, files.Count);
    }

    [Fact]
    public void Every_file_of_a_release_is_served_as_its_manifest_has_it_and_nothing_else_is()
    {
        const string Release = "/releases/response-times/2025-Q4/public-en/v1/files/";
        var manifest = Manifest.Read(site.Bytes(Release + "manifest.json"));

        Assert.All(manifest.Files, file => Assert.Equal(file.Sha256, Manifest.Sha256(site.Bytes(Release + file.Path))));
        foreach (
            var path in (string[])
                [
                    "../../../../ledger.jsonl",
                    "..%2f..%2f..%2f..%2fledger.jsonl",
                    "/etc/passwd",
                    "data",
                    "data/",
                    "manifest.json%00",
                    "charts/../manifest.json%2f",
                    "nothing.pdf",
                ]
        )
        {
            using var answer = site.Get(Release + path);
            Assert.True(
                answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest,
                path + " " + answer.StatusCode
            );
        }
    }

    [Fact]
    public void What_is_refused_of_a_file_is_kept_by_no_cache_and_said_by_a_page_of_the_site()
    {
        const string Release = "/releases/response-times/2025-Q4/public-en/v1/";
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri(Release + "files/manifest.json", UriKind.Relative)
        );
        request.Headers.TryAddWithoutValidation("Range", "bytes=99999999999-");
        using var beyond = site.Client.Send(request);
        using var missing = site.Get(Release + "files/nothing.pdf");
        using var whole = site.Get(Release + "files/manifest.json");

        Assert.Equal(
            (HttpStatusCode.RequestedRangeNotSatisfiable, HttpStatusCode.NotFound, HttpStatusCode.OK),
            (beyond.StatusCode, missing.StatusCode, whole.StatusCode)
        );
        Assert.True(beyond.Headers.CacheControl!.NoStore);
        Assert.Equal("public, max-age=31536000, immutable", whole.Headers.CacheControl!.ToString());
        Assert.Contains(
            "style-src 'self'",
            missing.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "style-src 'unsafe-inline'",
            whole.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Who_asks_for_the_head_of_a_packed_release_is_not_told_that_it_is_empty()
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Head,
            new Uri("/releases/response-times/2025-Q4/public-en/v1/all.zip", UriKind.Relative)
        );
        using var answer = site.Client.Send(request);

        Assert.Equal(
            (HttpStatusCode.OK, "application/zip", (long?)null),
            (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentLength)
        );
        Assert.Equal("response-times-2025-Q4-public-en-v1.zip", answer.Content.Headers.ContentDisposition?.FileName);
    }

    [Theory]
    [MemberData(nameof(AllPages))]
    public void Every_answer_has_its_guards_and_sets_no_cookie(string page)
    {
        foreach (var address in (string[])[page, page.TrimEnd('/') + "/nothing-here"])
        {
            using var answer = site.Get(address);
            Assert.StartsWith(
                "default-src 'none'",
                answer.Headers.GetValues("Content-Security-Policy").Single(),
                StringComparison.Ordinal
            );
            Assert.DoesNotContain(
                "unsafe",
                answer.Headers.GetValues("Content-Security-Policy").Single(),
                StringComparison.Ordinal
            );
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.False(answer.Headers.Contains("Set-Cookie") || answer.Headers.Contains("Server"));
        }
    }

    [Theory]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("localhost", HttpStatusCode.OK)]
    public void The_site_answers_to_its_own_names_alone(string host, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/", UriKind.Relative));
        request.Headers.Host = host;
        using var answer = site.Client.Send(request);

        Assert.Equal(status, answer.StatusCode);
        Assert.StartsWith(
            "default-src 'none'",
            answer.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(AllPages))]
    public void Nothing_can_be_sent_to_a_page(string page)
    {
        foreach (var method in (HttpMethod[])[HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete])
        {
            using var request = new HttpRequestMessage(method, new Uri(page, UriKind.Relative))
            {
                Content = new StringContent("x"),
            };
            using var answer = site.Client.Send(request);
            Assert.True(
                answer.StatusCode is HttpStatusCode.MethodNotAllowed or HttpStatusCode.BadRequest,
                method + " " + answer.StatusCode
            );
        }
    }

    [Theory]
    [MemberData(nameof(AllPages))]
    public void A_page_has_one_title_no_inline_script_or_style_and_headers_with_scope(string page)
    {
        var text = site.Text(page);

        Assert.Single(FirstHeading().Matches(text));
        Assert.Contains("<html lang=\"en-GB\" dir=\"ltr\">", text, StringComparison.Ordinal);
        Assert.Contains("href=\"#content\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"<script(?![^>]* src=)|\son[a-z]+=", text);
        Assert.DoesNotMatch(@"<th(?![^>]* scope=)[ >]", text);
        Assert.DoesNotMatch(@"<img(?![^>]* alt=)", text);
        Assert.All(
            Address()
                .Matches(text)
                .Select(match => match.Groups[1].Value)
                .Where(address => address[0] == '/')
                .Distinct(),
            address =>
            {
                using var answer = site.Get(address);
                Assert.True(answer.IsSuccessStatusCode, address);
            }
        );
    }

    [Fact]
    public void The_data_interface_gives_the_released_values_and_is_described_by_its_description()
    {
        using var description = JsonDocument.Parse(site.Text("/openapi.json"));
        var schemas = description.RootElement.GetProperty("components").GetProperty("schemas");
        using var figures = JsonDocument.Parse(site.Text("/api/v1/figures/OUT.02?period=2025-Q4"));
        var total = figures
            .RootElement.EnumerateArray()
            .First(figure => !figure.GetProperty("dimensions").EnumerateObject().Any());

        Assert.Equal(
            (613, 923),
            (total.GetProperty("numerator").GetInt64(), total.GetProperty("denominator").GetInt64())
        );
        Assert.Equal(Named(schemas.GetProperty("Figure")), total.EnumerateObject().Select(member => member.Name));
        using var releases = JsonDocument.Parse(site.Text("/api/v1/releases"));
        Assert.Equal(12, releases.RootElement.GetArrayLength());
        Assert.All(
            releases.RootElement.EnumerateArray(),
            release =>
                Assert.Equal(
                    Named(schemas.GetProperty("Release")),
                    release.EnumerateObject().Select(member => member.Name)
                )
        );
        Assert.StartsWith(
            "figure_id,metric_version,period,as_of,",
            site.Text("/api/v1/figures/OUT.02?period=2025-Q4&format=csv"),
            StringComparison.Ordinal
        );
        using var ratings = JsonDocument.Parse(site.Text("/api/v1/figures/NAP.03?period=2025-Q4"));
        Assert.All(
            ratings.RootElement.EnumerateArray(),
            rating => Assert.Equal(JsonValueKind.String, rating.GetProperty("value").ValueKind)
        );
        Assert.Contains(
            ",status,,unrated,",
            site.Text("/api/v1/figures/NAP.03?period=2025-Q4&format=csv"),
            StringComparison.Ordinal
        );

        static IEnumerable<string> Named(JsonElement schema) =>
            schema.GetProperty("required").EnumerateArray().Select(name => name.GetString()!);
    }

    [Fact]
    public void The_feed_names_each_release_once_newest_first()
    {
        var feed = XDocument.Parse(site.Text("/feed.atom"));
        var entries = feed.Root!.Elements().Where(element => element.Name.LocalName == "entry").ToList();
        var updated = entries
            .Select(entry => entry.Elements().Single(element => element.Name.LocalName == "updated").Value)
            .ToList();

        Assert.Equal(
            12,
            entries
                .Select(entry => entry.Elements().Single(element => element.Name.LocalName == "id").Value)
                .Distinct()
                .Count()
        );
        Assert.Equal(updated.OrderDescending(StringComparer.Ordinal), updated);
    }

    [Fact]
    public void Every_figure_that_was_released_has_a_page()
    {
        var released = FigureAddress().Matches(site.Text("/figures")).Select(match => match.Groups[1].Value).ToList();

        Assert.True(released.Count > 60);
        Assert.All(
            released,
            id =>
                Assert.Contains(
                    MetricCatalogue.Find(id).Definition,
                    site.Text("/figures/" + id),
                    StringComparison.Ordinal
                )
        );
        using var unknown = site.Get("/figures/OUT.99");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    public void Dispose() => site.Dispose();

    [GeneratedRegex(@"<td>15 [A-Z][a-z]+ \d{4}</td><td>([^<]*)</td><td>(No|–|<details><summary>[^<]*)")]
    private static partial Regex HistoryRow();

    [GeneratedRegex("files/data/([^\"]*)\"><bdi[^>]*>([^<]*)<")]
    private static partial Regex DataLink();

    [GeneratedRegex("<h1[ >]")]
    private static partial Regex FirstHeading();

    [GeneratedRegex("(?:href|src)=\"([^\"]+)\"")]
    private static partial Regex Address();

    [GeneratedRegex("href=\"/figures/([A-Z]+\\.[0-9]+)\"")]
    private static partial Regex FigureAddress();
}
