using CsCheck;
using NodaTime;
using ReportEngine.Figures;
using ReportEngine.Tests.Cases;

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

    /// <summary>Quarters, years and fiscal years each cover all time once, to the millisecond.</summary>
    [Fact]
    public void Every_instant_is_in_one_period_of_each_kind() =>
        Gen.Long[0, 5L * 366 * 86_400_000]
            .Sample(milliseconds =>
            {
                var instant = Instant.FromUtc(2023, 12, 1, 0, 0).Plus(Duration.FromMilliseconds(milliseconds));
                foreach (var kind in Periods)
                {
                    Assert.Single(kind, period => period.StartInstant <= instant && instant < period.EndInstant);
                }
            });

    private static readonly IReadOnlyList<IReadOnlyList<Period>> Periods =
    [
        [
            .. Enumerable
                .Range(2023, 7)
                .SelectMany(year =>
                    Enumerable
                        .Range(1, 4)
                        .Select(quarter => Period.TryParse(FormattableString.Invariant($"{year}-Q{quarter}"))!)
                ),
        ],
        [.. Enumerable.Range(2023, 7).Select(year => Period.TryParse(FormattableString.Invariant($"{year}"))!)],
        [
            .. Enumerable
                .Range(2022, 8)
                .Select(year => Period.TryParse(FormattableString.Invariant($"FY{year}-{(year + 1) % 100:00}"))!),
        ],
    ];

    /// <summary>The last second of 30 September in Karachi, and the first of 1 October.</summary>
    [Fact]
    public void A_referral_at_the_edge_counts_in_one_quarter_alone()
    {
        using var folder = new CsvFolder();
        folder.Referral("x", "2025-09-30T18:59:59Z");
        folder.Referral("x", "2025-09-30T19:00:00Z");
        folder.Referral("x", "2025-10-01T18:59:59Z");
        var database = folder.Import();

        Assert.Equal(new Count(1), Sample.With("2025-Q3", null, set => set.One("REF.01").Quantity, database));
        Assert.Equal(new Count(2), Sample.With("2025-Q4", null, set => set.One("REF.01").Quantity, database));
    }

    /// <summary>
    /// The last second of the day of the cut-off is known, and the first of the baseline's day counts.
    /// </summary>
    [Fact]
    public void The_edges_of_cut_off_and_baseline_are_inside()
    {
        using var folder = new CsvFolder();
        folder.Referral("x", "2024-12-31T18:59:59Z");
        folder.Referral("x", "2024-12-31T19:00:00Z");
        folder.Referral("x", "2025-09-29T18:59:59Z");
        folder.Referral("x", "2025-09-29T19:00:00Z");
        var database = folder.Import();

        Assert.Equal(new Count(2), Sample.With("2025-Q3", "2025-09-29", set => set.One("ACC.02").Quantity, database));
        Assert.Equal(new Count(1), Sample.With("2025-Q3", "2025-09-29", set => set.One("REF.01").Quantity, database));
    }

    [Fact]
    public void A_quarter_is_complete_at_the_end_of_its_last_day()
    {
        var quarter = Period.TryParse("2025-Q3")!;

        Assert.True(quarter.IsCompleteAt(CutOff.TryParse("2025-09-30")!));
        Assert.False(quarter.IsCompleteAt(CutOff.TryParse("2025-09-29")!));
    }
}
