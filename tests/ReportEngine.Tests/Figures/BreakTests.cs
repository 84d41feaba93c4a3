using ReportEngine.Cases;
using ReportEngine.Documents;
using ReportEngine.Figures;

namespace ReportEngine.Tests.Figures;

public sealed class BreakTests
{
    [Theory]
    [InlineData("2025-07-01", null, true)]
    [InlineData("2025-09-30", null, true)]
    [InlineData("2025-10-01", null, false)]
    [InlineData("2025-06-30", null, false)]
    [InlineData("2025-08-01", "OUT.02", true)]
    [InlineData("2025-08-01", "OUT.06", false)]
    public void A_break_belongs_to_the_period_it_begins_in(string day, string? metricId, bool isIn) =>
        Assert.Equal(
            isIn,
            new SeriesBreak
            {
                StartsOn = day,
                MetricId = metricId,
                Reason = "another count",
            }.IsIn(Period.TryParse("2025-Q3")!, "OUT.02")
        );

    /// <summary>
    /// TikTok is counted from 25 July: the third quarter is neither like the second nor like the fourth.
    /// </summary>
    [Theory]
    [InlineData("2025-Q2", "2025-Q3", true)]
    [InlineData("2025-Q3", "2025-Q4", true)]
    [InlineData("2025-Q1", "2025-Q2", false)]
    [InlineData("2025-Q4", "2026-Q1", false)]
    public void A_break_parts_the_periods_it_lies_in_or_between(string before, string now, bool parts) =>
        Assert.Equal(
            parts,
            new SeriesBreak { StartsOn = "2025-07-25", Reason = "another count" }.Parts(
                Period.TryParse(before)!,
                Period.TryParse(now)!,
                "REF.01"
            )
        );

    [Fact]
    public void A_break_on_the_first_day_of_the_earlier_period_parts_nothing() =>
        Assert.False(
            new SeriesBreak { StartsOn = "2025-07-01", Reason = "another count" }.Parts(
                Period.TryParse("2025-Q3")!,
                Period.TryParse("2025-Q4")!,
                "REF.01"
            )
        );

    /// <summary>A new platform is like nothing before: it drops out of what is compared like for like.</summary>
    [Fact]
    public void Counts_over_a_break_have_the_verdict_they_have_elsewhere_and_so_has_what_is_compared_like_for_like() =>
        Sample.With(
            "2025-Q4",
            null,
            set =>
            {
                Assert.Equal(["REF.01 down-worse Fewer", "MIR.01 about-as-many No large change"], TrendsOfCounts(set));
                Assert.Equal(
                    "no-clear-change",
                    Assert
                        .IsType<Status>(
                            set.Of("NAP.04")
                                .First(figure => figure.CodeOf(Dimension.Indicator) == "14-action-rate")
                                .Quantity
                        )
                        .Code
                );
                Assert.Contains(
                    TableCatalogue.Build("actions_before_by_platform", set).Notes,
                    note => note.StartsWith("A break in the series", StringComparison.Ordinal)
                );
                return true;
            }
        );

    [Fact]
    public void A_trend_is_cut_where_the_series_breaks_and_the_table_says_why() =>
        Sample.With(
            "2025-Q4",
            null,
            set =>
            {
                Assert.Equal(
                    ["2025-Q3"],
                    ChartCatalogue
                        .Build("action_trend", set)
                        .Points.Where(point => point.IsBreak)
                        .Select(point => point.Line)
                );
                Assert.Equal(
                    ["2025-Q1", "2025-Q2", "2025-Q3\u00a0[b]", "2025-Q4"],
                    TableCatalogue.Build("trend", set).Rows.Select(row => ((TextCell)row.Cells[0]).Text)
                );
                Assert.Single(TableCatalogue.Build("series_breaks", set).Rows);
                return true;
            }
        );

    [Fact]
    public void A_break_that_was_not_reached_at_the_cut_off_is_not_shown() =>
        Sample.With(
            "2025-Q2",
            "2025-07-20",
            set =>
            {
                Assert.Empty(TableCatalogue.Build("series_breaks", set).Rows);
                Assert.DoesNotContain(ChartCatalogue.Build("action_trend", set).Points, point => point.IsBreak);
                return true;
            }
        );

    [Fact]
    public void A_break_of_an_unknown_figure_is_told()
    {
        var database = new ReportEngine.Tests.Cases.CsvFolder()
            .With(
                "series_break",
                new
                {
                    break_id = "b",
                    metric_id = "OUT.99",
                    starts_on = "2025-07-01",
                    reason = "another count",
                }
            )
            .Import();

        Assert.Equal(
            "RE322",
            Assert.Throws<ReportException>(() => Sample.With("2025-Q3", null, _ => true, database)).Problems[0].Code
        );
    }

    /// <summary>Of each indicator that is a count with a verdict: its trend, and what the other reports say.</summary>
    private static IEnumerable<string> TrendsOfCounts(FigureSet set) =>
        set
            .Nap.Indicators.Where(indicator => indicator.MetricId is "REF.01" or "MIR.01")
            .Select(indicator =>
                indicator.MetricId
                + " "
                + NapProgress.Trend(set, indicator).Code
                + " "
                + ((Status)ChangeTests.Said(set, "CHG.03", indicator.MetricId!, null).Quantity).Label
            )
            .OrderDescending(StringComparer.Ordinal);
}
