using System.Text.RegularExpressions;
using ReportEngine.Tests.Reports.Releases;

namespace ReportEngine.Tests.Reports.Web;

/// <summary>
/// The public site over stores that are not as full as the demonstration's: every address it gives, from the front page
/// on, is there.
/// </summary>
public sealed partial class OtherStoreTests
{
    [Fact]
    public void An_empty_store_has_a_front_page_that_says_so()
    {
        using var site = new TestSite(store: new TestStore().Folder);

        Assert.Contains("Nothing has been released yet.", site.Text("/"), StringComparison.Ordinal);
        Followed(site);
    }

    /// <summary>
    /// Its figures are in the release whatever its formats; what readers see of a code, and charts, may not be.
    /// </summary>
    [Theory]
    [InlineData("pdf")]
    [InlineData("xlsx")]
    public void A_release_in_one_format_alone_has_its_figures_and_no_link_to_what_is_not_there(string format)
    {
        var store = new TestStore();
        store.Publish(store.Build(null, "2025-Q4", "quarterly-transparency", formats: format));
        using var site = new TestSite(store: store.Folder);

        var addresses = Followed(site);

        Assert.Contains(
            "613 of 923 (66 %)",
            site.Text("/figures/OUT.02").Replace('\u00a0', ' '),
            StringComparison.Ordinal
        );
        Assert.Contains(addresses, address => address.EndsWith("." + format, StringComparison.Ordinal));
        Assert.True(addresses.Count > 100, addresses.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>A second version, which knows no more than the first, and one in another language.</summary>
    [Fact]
    public void A_later_version_of_the_same_day_is_told_and_every_language_is_in_the_feed()
    {
        var store = new TestStore();
        foreach (
            var language in ReportEngine
                .Languages.LanguageFile.All(Installation.Find().Templates)
                .Prepend(ReportEngine.Languages.Language.English)
        )
        {
            store.Publish(store.Build("2025-12-20", language: language));
        }
        using var site = new TestSite(store: store.Folder);

        Assert.Contains(
            "A later release",
            site.Text("/figures/OUT.02?period=2025-Q3&release=response-times/2025-Q3/public-en/v1"),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "A later release",
            site.Text("/figures/OUT.02?period=2025-Q3&release=response-times/2025-Q3/public-en/v2"),
            StringComparison.Ordinal
        );
        Assert.Contains("response-times/2025-Q3/public-ur/v1", site.Text("/feed.atom"), StringComparison.Ordinal);
        Assert.Contains(
            "\"unit\": \"proportion\"",
            site.Text("/api/v1/figures/OUT.02?period=2025-Q3&release=response-times/2025-Q3/public-ur/v1"),
            StringComparison.Ordinal
        );
    }

    /// <summary>Fewer than half had an answer: there is no median, and no sentence that says one.</summary>
    [Fact]
    public void A_figure_without_a_value_is_said_in_no_sentence()
    {
        var wording = new ReportEngine.Web.Wording(ReportEngine.Web.Texts.Read(Installation.Find().Templates, "en"));
        var quote = ReportEngine
            .Web.Quotes.Read(Installation.Find().Templates)
            .First(quote => quote.Key == "RT.02")
            .Value;
        var release = new ReportEngine.Web.Shelf(TestSite.Store.Value, NodaTime.SystemClock.Instance)
            .Open()
            .First(release => release.Entry.Report == "response-times");
        Assert.NotNull(ReportEngine.Web.Pages.IndexModel.HeadlineOf([release], "RT.02", quote, wording));

        var without = release with
        {
            Figures =
            [
                .. release.Figures.Select(figure =>
                    figure.Metric.Id == "RT.02"
                        ? figure with
                        {
                            Quantity = new ReportEngine.Figures.Hours(null, false, 4, 10, Low: 512),
                        }
                        : figure
                ),
            ],
        };

        Assert.Null(ReportEngine.Web.Pages.IndexModel.HeadlineOf([without], "RT.02", quote, wording));
    }

    /// <summary>Every address that pages give, from the front page on; each of them is answered.</summary>
    private static HashSet<string> Followed(TestSite site)
    {
        var (seen, left) = (new HashSet<string>(["/"], StringComparer.Ordinal), new Queue<string>(["/"]));
        while (left.TryDequeue(out var address))
        {
            using var answer = site.Get(address);
            Assert.True(answer.IsSuccessStatusCode, address + " " + answer.StatusCode);
            if (
                answer.Content.Headers.ContentType?.MediaType != "text/html"
                || address.Contains("/files/", StringComparison.Ordinal)
            )
            {
                continue;
            }
            foreach (
                var other in Address()
                    .Matches(System.Net.WebUtility.HtmlDecode(TestSite.Body(answer)))
                    .Select(match => match.Groups[1].Value.Split('#')[0])
                    .Where(other => other.StartsWith('/') && seen.Add(other))
            )
            {
                left.Enqueue(other);
            }
        }
        return seen;
    }

    [GeneratedRegex("(?:href|src)=\"([^\"]+)\"")]
    private static partial Regex Address();
}
