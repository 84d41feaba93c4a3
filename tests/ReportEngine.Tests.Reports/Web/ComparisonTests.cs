using System.Globalization;
using System.Text.RegularExpressions;
using ReportEngine.Releases;
using ReportEngine.Tests.Reports.Releases;
using ReportEngine.Web.State;
using ReportEngine.Web.Work;

namespace ReportEngine.Tests.Reports.Web;

/// <summary>
/// A build beside the last release: like with like, the largest change first, nothing taken for a revision.
/// </summary>
public sealed partial class ComparisonTests(ComparisonTests.Builds builds) : IClassFixture<ComparisonTests.Builds>
{
    /// <summary>The sample's second quarter was never released, so the last release is of another period.</summary>
    [Fact]
    public void Values_of_two_periods_stand_each_under_the_name_of_its_own()
    {
        var page = Text(Built("2025-Q2"), "");

        Assert.Contains("This period has not been released before.", page, StringComparison.Ordinal);
        Assert.Contains(">October to December 2025, as last released</th>", page, StringComparison.Ordinal);
        Assert.Contains(">April to June 2025, this build</th>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<td>April to June 2025</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_released_of_the_same_period_is_compared_with_that_although_another_came_later()
    {
        var page = Text(Built("2025-Q3"), "?show=all&metric=OUT.02");

        Assert.Contains(
            "Held against quarterly-transparency/2025-Q3/public-en/v2, the last release of July to September 2025",
            page,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_largest_change_comes_first_a_page_at_a_time_with_a_sign_on_every_rise()
    {
        var id = Built("2025-Q2");
        var changes = Changes.Of(
            Path.Combine(builds.Office.Office.BuildOf(id), "quarterly-transparency", "2025-Q2", "public-en"),
            builds.Office.Office,
            new ReportEngine.Web.SiteOptions(builds.Office.Store, "", Installation.Find(), builds.Office)
        )!;
        var sizes = changes.Compared.Select(figure => figure.Size).ToList();
        Assert.Equal(sizes.OrderDescending(), sizes);
        Assert.True(changes.Changed > 100);

        var page = Text(id, "?metric=REF.01");
        var differences = Difference().Matches(Text(id, "")).Select(match => match.Groups[1].Value).ToList();

        Assert.InRange(differences.Count, 1, 50);
        Assert.All(
            differences.Where(text => text.Length > 0 && char.IsDigit(text[0])),
            text => Assert.Equal("0", text)
        );
        Assert.Contains("Smaller changes", Text(id, ""), StringComparison.Ordinal);
        Assert.Contains(
            "1 to " + Difference().Count(page).ToString(CultureInfo.InvariantCulture) + " of",
            page,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("<th scope=\"row\">OUT.02", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_breakdown_is_chosen_without_a_script()
    {
        var page = Text(Built("2025-Q2"), "?by=platform&show=all");

        Assert.Contains("<th scope=\"row\">REF.01", page, StringComparison.Ordinal);
        Assert.Contains("Telegram", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<td>everything</td>", page, StringComparison.Ordinal);
    }

    private string Text(long id, string query) =>
        builds.Office.As(Role.Official).Text($"/office/jobs/{id}/compare/quarterly-transparency" + query);

    private long Built(string period) => builds.Of(period);

    [GeneratedRegex("<td class=\"number\">([^<]*)</td></tr>")]
    private static partial Regex Difference();

    /// <summary>An office in which each period is built once.</summary>
    public sealed class Builds : IDisposable
    {
        private readonly Dictionary<string, long> built = [];

        internal TestOffice Office { get; } = new();

        internal long Of(string period)
        {
            if (!built.TryGetValue(period, out var id))
            {
                id = TestPerson.JobOf(
                    Office
                        .As(Role.Official)
                        .Order(
                            ("report", "quarterly-transparency"),
                            ("period", period),
                            ("cutoff", "2026-01-15"),
                            ("accept", "The office, for a test."),
                            ("when", "once")
                        )
                );
                var job = Office.Ended(id);
                Assert.True(job.State == JobState.Done, job.Problems);
                built[period] = id;
            }
            return id;
        }

        public void Dispose() => Office.Dispose();
    }
}
