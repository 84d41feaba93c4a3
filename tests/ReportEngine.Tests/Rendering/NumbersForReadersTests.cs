using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;
using ReportEngine.Rendering;

namespace ReportEngine.Tests.Rendering;

/// <summary>
/// Numbers with as many digits as their cases bear, in units that people use; no-break spaces as blanks.
/// </summary>
public sealed class NumbersForReadersTests
{
    private static readonly NumberStyle Numbers = new(Language.English);

    [Theory]
    [InlineData(613, 923, "613 of 923 (66 %)")]
    [InlineData(661, 1010, "661 of 1,010 (65.4 %)")]
    [InlineData(0, 181, "0 of 181 (0 %)")]
    [InlineData(1, 327, "1 of 327 (0.3 %)")]
    [InlineData(326, 327, "326 of 327 (over 99 %)")]
    [InlineData(327, 327, "327 of 327 (100 %)")]
    [InlineData(1, 5000, "1 of 5,000 (under 0.1 %)")]
    [InlineData(4999, 5000, "4,999 of 5,000 (over 99.9 %)")]
    [InlineData(5, 200, "5 of 200 (3 %)")] // 2.5 is rounded away from zero
    [InlineData(2, 9, "2 of 9")]
    [InlineData(0, 0, "no cases")]
    public void A_share_is_in_whole_per_cent_and_from_a_thousand_cases_with_one_decimal(
        long part,
        long of,
        string expected
    ) => Assert.Equal(expected, Text("OUT.02", new Share(part, of)));

    [Fact]
    public void Our_errors_are_counted_without_a_rate() => Assert.Equal("4 of 923", Text("SAF.03", new Share(4, 923)));

    [Theory]
    [InlineData(0.611, "61 %")]
    [InlineData(1.031, "103 %")]
    [InlineData(0.002, "0.2 %")]
    [InlineData(0.02, "2 %")]
    [InlineData(-0.255, "\u221226 %")]
    public void A_part_of_a_way_has_a_decimal_only_where_it_is_small(double share, string expected) =>
        Assert.Equal(expected, Plain(Numbers.PartOf(share)));

    [Theory]
    [InlineData(0.03, "0.03 hours")]
    [InlineData(5.52, "5.5 hours")]
    [InlineData(41.87, "42 hours")]
    [InlineData(48, "48 hours")]
    [InlineData(48.1, "2.0 days")]
    [InlineData(89.2, "3.7 days")]
    [InlineData(474.8, "20 days")]
    [InlineData(1258.0, "52 days")]
    public void A_time_is_in_hours_up_to_two_days_and_then_in_days(double hours, string expected) =>
        Assert.Equal(expected, Plain(Numbers.Time(hours)));

    /// <summary>24, 48 and 60 hours: the one in the middle is 48, so hours; 24, 49, 60: days.</summary>
    [Theory]
    [InlineData(48, "Median, hours (95 % interval)", "24 | 20 to 30", "60 | 50 to 70")]
    [InlineData(49, "Median, days (95 % interval)", "1.0 | 0.8 to 1.3", "2.5 | 2.1 to 2.9")]
    public void A_column_of_times_has_one_unit(double middle, string heading, string first, string last)
    {
        var metric = MetricCatalogue.Find("RT.02");
        var table = new Table(
            "table",
            "Table",
            [
                new Column("platform", "Platform", ColumnKind.Text),
                new Column("RT.02", "Median", ColumnKind.Figure, metric),
            ],
            [Row(24, 20, 30), Row(middle, middle, middle), Row(60, 50, 70)],
            []
        );

        var words = ReaderTable.Of(table, Numbers);

        Assert.Equal(["Platform", heading], words.Columns.Select(column => column.Heading));
        Assert.Equal([first, last], [In(words.Rows[0]), In(words.Rows[2])]);

        static string In(ReaderRow row) => string.Join(" | ", row.Cells[1].Select(cell => Plain(cell.Text)));

        Row Row(double hours, double low, double high) =>
            new([
                new TextCell("A"),
                new FigureCell(Figure("RT.02", new Hours(hours, Reached: true, 30, 40, low, high))),
            ]);
    }

    /// <summary>"n of N (p %)" stays on one line.</summary>
    [Fact]
    public void A_share_holds_no_blank_that_a_line_could_break_at() =>
        Assert.DoesNotContain(' ', Numbers.Text(Figure("OUT.02", new Share(613, 923))));

    private static string Text(string metricId, Quantity quantity) => Plain(Numbers.Text(Figure(metricId, quantity)));

    private static Figure Figure(string metricId, Quantity quantity) =>
        new(MetricCatalogue.Find(metricId), [], quantity, Period.TryParse("2025-Q4")!, CutOff.TryParse("2026-01-15")!);

    private static string Plain(string text) => text.Replace('\u00a0', ' ');
}
