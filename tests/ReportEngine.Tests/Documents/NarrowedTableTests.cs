using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;

namespace ReportEngine.Tests.Documents;

/// <summary>A table for one platform or organisation holds that one's figures and says whose they are.</summary>
public sealed class NarrowedTableTests
{
    public static TheoryData<string> All() =>
        [.. TableCatalogue.Ids.Where(id => TableCatalogue.DimensionsOf(id).Count > 0)];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_figure_in_it_is_of_the_one_value(string id) =>
        Sample.With(
            "2025-Q4",
            null,
            set =>
            {
                var whole = TableCatalogue.Build(id, set);
                foreach (var value in TableCatalogue.DimensionsOf(id).SelectMany(dimension => ValuesOf(set, dimension)))
                {
                    var table = TableCatalogue.Build(id, set, value);

                    Assert.Equal(whole.Columns, table.Columns);
                    Assert.All(table.Figures, figure => Assert.Equal(value.Code, figure.CodeOf(value.Dimension)));
                    Assert.StartsWith(id + "_", table.Id, StringComparison.Ordinal);
                    Assert.Equal(whole.Title + ": " + value.Label, Translation.TitleOf(table, Language.English));
                }
                return true;
            }
        );

    /// <summary>Of 58 referrals to Telegram 56 were actioned, in three ways.</summary>
    [Fact]
    public void The_rows_of_one_platform_add_up_to_its_referrals() =>
        With(
            "outcomes",
            table =>
            {
                Assert.All(table.Figures, figure => Assert.Equal(58, figure.Denominator));
                Assert.Equal(58, table.Figures.Sum(figure => figure.Numerator));
                Assert.Equal(56, table.Figures.Take(3).Sum(figure => figure.Numerator));
            }
        );

    [Fact]
    public void A_row_for_each_organisation_has_the_total_of_the_one_platform() =>
        With(
            "accounts_by_organisation",
            table =>
            {
                var referrals = table.Rows.Select(row => ((FigureCell)row.Cells[1]).Figure.Value!.Value).ToList();

                Assert.True(table.Rows[^1].IsTotal);
                Assert.Equal(58, referrals[^1]);
                Assert.Equal(58, referrals.SkipLast(1).Sum());
            }
        );

    [Fact]
    public void Narrowed_by_the_dimension_of_its_rows_it_has_one_row_and_no_total() =>
        With(
            "outcomes_by_platform",
            table => Assert.Equal("Telegram", ((TextCell)Assert.Single(table.Rows).Cells[0]).Text)
        );

    private static void With(string id, Action<Table> check) =>
        Sample.With(
            "2025-Q4",
            null,
            set =>
            {
                check(TableCatalogue.Build(id, set, set.Label(Dimension.Platform, "telegram")));
                return true;
            }
        );

    /// <summary>Two of each, and none that only combinations of rows have.</summary>
    private static IEnumerable<DimensionValue> ValuesOf(FigureSet set, Dimension dimension) =>
        (
            dimension == Dimension.Point
                ? NapMetrics.PointsWithIndicators(set).Select(id => set.Label(dimension, id))
                : set.ValuesOf(dimension)
        ).Take(2);
}
