using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;
using ReportEngine.Rendering;
using static ReportEngine.Tests.Rendering.FigureTables;

namespace ReportEngine.Tests.Rendering;

/// <summary>A table as a sheet holds it: one "out of", intervals beside it, totals where they are.</summary>
public sealed class FlatTableTests
{
    [Fact]
    public void What_shares_are_out_of_stands_once_and_the_ends_of_their_intervals_apart()
    {
        var table = TableOf(["OUT.02", "OUT.06"], Row("X", new Share(140, 327), new Share(56, 327)));

        Assert.Equal(
            ["name", "OUT.02 (number)", "Out of (number)", "OUT.02 (%)", "OUT.06 (number)", "OUT.06 (%)"],
            Headings(FlatTable.Of(table, Language.English))
        );
        Assert.Equal(
            [
                "name",
                "OUT.02: 95 % interval, lower end (%)",
                "OUT.02: 95 % interval, upper end (%)",
                "OUT.06: 95 % interval, lower end (%)",
                "OUT.06: 95 % interval, upper end (%)",
            ],
            Headings(FlatTable.IntervalsOf(table, Language.English)!)
        );
    }

    [Fact]
    public void Shares_of_different_numbers_each_keep_theirs() =>
        Assert.Contains(
            "RT.08: out of (number)",
            Headings(
                FlatTable.Of(
                    TableOf(["RT.17", "RT.08"], Row("X", new Share(26, 172), new Share(118, 173))),
                    Language.English
                )
            )
        );

    [Fact]
    public void A_table_without_intervals_has_no_sheet_of_them() =>
        Assert.Null(FlatTable.IntervalsOf(TableOf(["REF.01"], Row("X", new Count(3))), Language.English));

    /// <summary>Of two measures below each other, each has a total of its own.</summary>
    [Fact]
    public void Totals_are_bold_where_they_stand()
    {
        var total = Row("Total", new Count(3)) with { IsTotal = true };
        var flat = FlatTable.Of(
            TableOf(["REF.01"], Row("X", new Count(3)), total, Row("Y", new Count(3)), total),
            English
        );

        Assert.Equal([1, 3], flat.Totals);
    }

    private static Language English => Language.English;

    private static IEnumerable<string> Headings(FlatTable flat) => flat.Columns.Select(column => column.Heading);
}
