using System.Net;
using ReportEngine.Web.State;

namespace ReportEngine.Tests.Reports.Web;

/// <summary>What is built is what was checked, and what would refuse it is told by the check.</summary>
public sealed class OrderTests(TestOffice office) : IClassFixture<TestOffice>
{
    private static readonly (string Name, string Value)[] Usual =
    [
        ("report", "nap-progress"),
        ("period", "2025-Q4"),
        ("cutoff", "2026-01-15"),
        ("edition", "public"),
        ("language", "ur"),
        ("final", "true"),
        ("when", "at"),
        ("at", "2026-03-01T09:30"),
        ("next", "2026-04-20"),
        ("accept", "The director, since it is known."),
    ];

    [Fact]
    public void The_whole_order_stands_beside_the_button_that_builds_it()
    {
        var page = Checks(Usual);
        var order = page[page.IndexOf("What will be built", StringComparison.Ordinal)..];

        foreach (
            var part in (string[])
                [
                    "National Action Plan progress",
                    "October to December 2025",
                    "15 January 2026",
                    "Public edition",
                    "اردو",
                    "Final",
                    "1 March 2026, 09:30",
                    "20 April 2026",
                    "The director, since it is known.",
                ]
        )
        {
            Assert.Contains(part, order, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("edition", "auditor")]
    [InlineData("cutoff", "2025-12-31")]
    [InlineData("accept", "")]
    public void What_differs_from_what_was_checked_is_not_built_but_checked_anew(string field, string value)
    {
        var official = office.As(Role.Official);
        var seen = official.CheckedOf(Usual);
        Assert.NotEmpty(seen);
        using var answer = official.Post(
            "/office/new",
            [.. Usual.Where(one => one.Name != field), (field, value), ("checked", seen)]
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("is not what was checked", TestPerson.TextOf(answer), StringComparison.Ordinal);
        Assert.Contains("Checks and warnings", TestPerson.TextOf(answer), StringComparison.Ordinal);
        Assert.Empty(Jobs.Latest(office.Office.State, 10, JobKind.Build));
    }

    /// <summary>The register was extracted on 15 January 2026, and the release is to open on 1 March.</summary>
    [Theory]
    [InlineData("cutoff", "2026-01-16", "later than the extraction", "cutoff")]
    [InlineData("next", "2026-02-01", "is not after the release", "next")]
    [InlineData("period", "2026-Q1", "is not over", "final")]
    public void What_cannot_be_so_is_told_by_the_check_with_its_field(
        string name,
        string value,
        string told,
        string field
    )
    {
        var page = Checks([.. Usual.Where(one => one.Name != name), (name, value)]);

        Assert.Contains(told, page, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"#{field}\">", page, StringComparison.Ordinal);
        // An option of the command line; tokens of forms hold two hyphens too.
        Assert.DoesNotMatch(@"(?<![\w-])--[a-z]", page.Split("<main")[1].Split("</main>")[0]);
    }

    /// <summary>One month less than a quarter that was released gives small counts away.</summary>
    [Fact]
    public void Small_differences_to_earlier_releases_are_told_by_the_check_with_the_field_that_accepts_them()
    {
        (string, string)[] order = [("report", "quarterly-transparency"), ("period", "2025"), ("cutoff", "2026-01-15")];
        var page = Checks(order);

        Assert.Contains("would give away a small count", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#accept\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("--accept-differences", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"checked\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "would give away",
            Checks([.. order, ("accept", "The office, for a test.")]),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_packed_file_is_refused_with_the_advice_to_unpack_it()
    {
        using var answer = office.As(Role.Official).Send("/office/import", ("files", "cases.zip", "PK"u8.ToArray()));
        var page = TestPerson.TextOf(answer);

        Assert.Contains("'cases.zip' is packed. Unpack it", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#files\">", page, StringComparison.Ordinal);
        Assert.Contains("<title>Error: Import cases", page, StringComparison.Ordinal);
    }

    private string Checks((string Name, string Value)[] order)
    {
        using var answer = office
            .As(Role.Official)
            .Get(
                "/office/new?check=true"
                    + string.Concat(order.Select(one => "&" + one.Name + "=" + Uri.EscapeDataString(one.Value)))
            );
        return TestPerson.TextOf(answer);
    }
}
