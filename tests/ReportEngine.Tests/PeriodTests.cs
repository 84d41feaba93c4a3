namespace ReportEngine.Tests;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("2025-Q3", "2025-06-30T19:00:00Z", "2025-09-30T19:00:00Z")]
    [InlineData("2025", "2024-12-31T19:00:00Z", "2025-12-31T19:00:00Z")]
    [InlineData("FY2025-26", "2025-06-30T19:00:00Z", "2026-06-30T19:00:00Z")]
    public void A_period_runs_from_midnight_to_midnight_in_Karachi(string text, string start, string end)
    {
        var period = Period.TryParse(text)!;

        Assert.Equal(start, InstantText.Of(period.StartInstant));
        Assert.Equal(end, InstantText.Of(period.EndInstant));
        Assert.Equal(text, period.Id);
    }

    [Theory]
    [InlineData("2025-Q5")]
    [InlineData("2025Q3")]
    [InlineData("FY2025-27")]
    [InlineData("25")]
    [InlineData("2025-Q3\n")]
    public void Other_forms_are_no_period(string text) => Assert.Null(Period.TryParse(text));

    [Theory]
    [InlineData("2025-Q1", "2024-Q4")]
    [InlineData("2025", "2024")]
    [InlineData("FY2025-26", "FY2024-25")]
    public void The_previous_period_is_of_the_same_kind(string text, string previous) =>
        Assert.Equal(previous, Period.TryParse(text)!.Previous.Id);

    [Fact]
    public void A_date_means_the_end_of_that_day_in_Karachi() =>
        Assert.Equal("2025-07-24T18:59:59Z", CutOff.TryParse("2025-07-24")!.Text);

    [Fact]
    public void A_quarter_is_complete_at_the_end_of_its_last_day()
    {
        var quarter = Period.TryParse("2025-Q3")!;

        Assert.True(quarter.IsCompleteAt(CutOff.TryParse("2025-09-30")!));
        Assert.False(quarter.IsCompleteAt(CutOff.TryParse("2025-09-29")!));
    }
}
