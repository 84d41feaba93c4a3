using NodaTime;
using ReportEngine.Web;

namespace ReportEngine.Tests.Reports.Web;

/// <summary>One release that is damaged, and days that have gone by: the rest of the site says what is so.</summary>
public sealed class DamagedTests
{
    [Fact]
    public void A_missing_release_is_left_out_and_named_and_the_rest_of_the_site_answers()
    {
        var store = Path.Combine(Sample.TemporaryFolder(), "store");
        TestOffice.Copy(TestSite.Store.Value, store);
        Directory.Delete(Path.Combine(store, "response-times", "2025-Q4", "public-en", "v1"), recursive: true);
        using var site = new TestSite(store: store);

        Assert.DoesNotContain("response-times/2025-Q4", site.Text("/releases"), StringComparison.Ordinal);
        Assert.Contains("quarterly-transparency/2025-Q4", site.Text("/releases"), StringComparison.Ordinal);
        foreach (var page in (string[])["/", "/figures", "/figures/RT.02", "/feed.atom", "/api/v1/releases"])
        {
            site.Text(page);
        }
        Assert.Equal(
            [("response-times/2025-Q4/public-en/v1", "RE542")],
            new Shelf(store, SystemClock.Instance).Damaged()
        );
    }

    [Fact]
    public void A_release_that_was_put_back_is_there_again()
    {
        var store = Path.Combine(Sample.TemporaryFolder(), "store");
        TestOffice.Copy(TestSite.Store.Value, store);
        var (there, away) = (Path.Combine(store, "response-times", "2025-Q4"), Path.Combine(store, "away"));
        Directory.Move(there, away);
        var shelf = new Shelf(store, SystemClock.Instance);
        Assert.Single(shelf.Damaged());
        Directory.Move(away, there);

        Assert.Empty(shelf.Damaged());
        Assert.Equal(12, shelf.Archive().Count);
    }

    [Fact]
    public void A_planned_day_that_has_gone_by_is_told_as_late()
    {
        using var site = new TestSite();
        Assert.Contains("Next release: 20 April 2026", site.Text("/"), StringComparison.Ordinal);
        site.Now = Instant.FromUtc(2026, 4, 20, 18, 0);
        Assert.Contains("Next release: 20 April 2026", site.Text("/"), StringComparison.Ordinal);
        site.Now = Instant.FromUtc(2026, 4, 20, 19, 0);

        Assert.Contains("was due on 20 April 2026 and is late", site.Text("/"), StringComparison.Ordinal);
        Assert.Contains("was due on 20 April 2026, and is late", site.Text("/releases"), StringComparison.Ordinal);
    }
}
