using System.Text.RegularExpressions;

namespace ReportEngine.Tests.Reports.Web;

/// <summary>What a figure's page says of its releases: value by value, each report against itself.</summary>
public sealed partial class FigureHistoryTests : IDisposable
{
    private readonly TestSite site = new();

    /// <summary>
    /// Five outcomes of the third quarter changed between its two releases, as their CSV files have it.
    /// </summary>
    [Fact]
    public void Revised_names_the_values_that_changed()
    {
        var page = site.Text("/figures/OUT.01?period=2025-Q3").Replace('\u00a0', ' ');

        Assert.Matches(@"<summary>\d+ of \d+ values</summary>", page);
        Assert.Matches(@"Waiting for an answer[^<:]*: 56 of 1,010 [^<]*, now 48 of 1,010", page);
        Assert.Matches(@"Restricted in Pakistan[^<:]*: 134 of 1,010 [^<]*, now 137 of 1,010", page);
    }

    /// <summary>115 of 436, 141 of 375 and 15 of 91 are shares of three reports.</summary>
    [Fact]
    public void Reports_are_never_compared_with_each_other()
    {
        var page = site.Text("/figures/DQ.03?period=2025-Q3").Replace('\u00a0', ' ');
        var rows = Row().Matches(page[page.IndexOf("What releases said", StringComparison.Ordinal)..]);

        Assert.Equal(3, rows.Count(row => row.Groups[1].Value.Contains("<td>–</td>", StringComparison.Ordinal)));
        Assert.DoesNotContain(rows, row => row.Groups[1].Value.Contains("<summary>", StringComparison.Ordinal));
        Assert.Contains("Each report has a value of its own", page, StringComparison.Ordinal);
    }

    /// <summary>Two reports break it down differently; the number of the whole is the same in both.</summary>
    [Fact]
    public void A_figure_of_the_register_is_not_called_one_of_a_report() =>
        Assert.DoesNotContain(
            "Each report has a value of its own",
            site.Text("/figures/OUT.02?period=2025-Q3"),
            StringComparison.Ordinal
        );

    [Fact]
    public void Parts_stand_in_their_own_order_and_the_largest_or_the_sum_stands_for_the_figure()
    {
        var outcomes = Values().Matches(site.Text("/figures/OUT.01?period=2025-Q4").Replace('\u00a0', ' '));
        Assert.Contains("444 of 923", outcomes[0].Groups[1].Value, StringComparison.Ordinal);

        var hours = Values()
            .Matches(site.Text("/figures/RT.15?period=2025-Q4"))
            .Skip(1)
            .Select(match => Part().Match(match.Groups[1].Value).Groups[1].Value)
            .ToList();
        string[] order = ["24 hours", "48 hours", "7 days", "14 days", "30 days"];
        Assert.Equal(order.Where(hours.Contains), hours);
        Assert.True(hours.Count >= 4);
    }

    public void Dispose() => site.Dispose();

    [GeneratedRegex("<tr>(.*?)</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("<p class=\"value[^>]*>([^<]*)<")]
    private static partial Regex Values();

    [GeneratedRegex(@"\(([^()]*)\)$")]
    private static partial Regex Part();
}
