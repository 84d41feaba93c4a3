using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;
using ReportEngine.Rendering;
using ReportEngine.Tests.Figures;

namespace ReportEngine.Tests.Documents;

/// <summary>Titles of charts, by rule.</summary>
public sealed class ChartFindingTests
{
    [Theory]
    [InlineData("nap_ratings", "Red: Mirror accounts found")]
    [InlineData("nap_progress", "Furthest behind the time used: Mirror accounts found")] // 50 % used, 18 % of the way
    [InlineData("response_times", "Slower than all together: X, WhatsApp; faster: Telegram, TikTok, Facebook")]
    [InlineData("answered_curves", "Of all referrals, 82 % had an answer within 7 days, 93 % within 30")]
    [InlineData("action_incidence", "Of all referrals, 42 % were acted on within 48 hours")] // 389 of 922
    [InlineData("action_trend", "Acted on: no clear change against the period before, like for like")]
    [InlineData("came_back", "Came back: no clear difference between platforms")]
    public void The_title_of_a_chart_says_what_it_shows(string id, string title) =>
        Assert.Equal(title, TitleOf(id, "2025-Q4"));

    [Fact]
    public void Without_a_period_before_the_trend_is_named_by_what_it_is_of() =>
        Assert.Equal("Share of referrals acted on, by period of sending", TitleOf("action_trend", "2025-Q1"));

    [Fact]
    public void Where_targets_do_not_hold_no_indicator_is_behind() =>
        Assert.Equal(
            "How far each indicator has come from its baseline to its target, not its value",
            TitleOf("nap_progress", "2025")
        );

    [Fact]
    public void Intervals_are_drawn_as_the_title_holds_them_against_each_other() =>
        Sample.With(
            "2025-Q4",
            null,
            set =>
            {
                var total = ChartCatalogue.Build("came_back", set).Points[0];

                Assert.Equal(ChangeTests.Said(set, "CHG.06", "MIR.02", null, Codes.Low).Value, total.Low);
                Assert.NotEqual(total.Figure.Low, total.Low);
                return true;
            }
        );

    private static string TitleOf(string id, string period) =>
        Sample.With(
            period,
            null,
            set => new DocumentWords(Language.English).TitleOf(ChartCatalogue.Build(id, set)).Replace('\u00a0', ' ')
        );
}
