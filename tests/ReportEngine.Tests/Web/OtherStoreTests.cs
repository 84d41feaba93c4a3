using System.Text.RegularExpressions;
using ReportEngine.Tests.Releases;

namespace ReportEngine.Tests.Web;

/// <summary>The public site over stores that are not as full as the demonstration's: every address it gives, from the front page on, is there.</summary>
public sealed partial class OtherStoreTests
{
    [Fact]
    public void An_empty_store_has_a_front_page_that_says_so()
    {
        using var site = new TestSite(store: new TestStore().Folder);

        Assert.Contains("Nothing has been released yet.", site.Text("/"), StringComparison.Ordinal);
        Followed(site);
    }

    /// <summary>Its figures are in the release whatever its formats; what readers see of a code, and charts, may not be.</summary>
    [Theory]
    [InlineData("pdf")]
    [InlineData("xlsx")]
    public void A_release_in_one_format_alone_has_its_figures_and_no_link_to_what_is_not_there(string format)
    {
        var store = new TestStore();
        store.Publish(store.Build(null, "2025-Q4", "quarterly-transparency", formats: format));
        using var site = new TestSite(store: store.Folder);

        var addresses = Followed(site);

        Assert.Contains("613 of 923 (66.4 %)", site.Text("/figures/OUT.02").Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains(addresses, address => address.EndsWith("." + format, StringComparison.Ordinal));
        Assert.True(addresses.Count > 100, addresses.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Every address that pages give, from the front page on; each of them is answered.</summary>
    private static HashSet<string> Followed(TestSite site)
    {
        var (seen, left) = (new HashSet<string>(["/"], StringComparer.Ordinal), new Queue<string>(["/"]));
        while (left.TryDequeue(out var address))
        {
            using var answer = site.Get(address);
            Assert.True(answer.IsSuccessStatusCode, address + " " + answer.StatusCode);
            if (answer.Content.Headers.ContentType?.MediaType != "text/html" || address.Contains("/files/", StringComparison.Ordinal))
            {
                continue;
            }
            foreach (var other in Address().Matches(System.Net.WebUtility.HtmlDecode(TestSite.Body(answer))).Select(match => match.Groups[1].Value.Split('#')[0]).Where(other => other.StartsWith('/') && seen.Add(other)))
            {
                left.Enqueue(other);
            }
        }
        return seen;
    }

    [GeneratedRegex("(?:href|src)=\"([^\"]+)\"")]
    private static partial Regex Address();
}
