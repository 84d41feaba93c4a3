using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;
using ReportEngine.Rendering;
using static ReportEngine.Tests.Rendering.FigureTables;

namespace ReportEngine.Tests.Rendering;

/// <summary>How a table stands on a page: shares in parts, what they are out of once, the total first.</summary>
public sealed class ReaderTableTests
{
    private static readonly NumberStyle Numbers = new(Language.English);

    [Fact]
    public void One_share_is_n_of_N_in_a_cell()
    {
        var read = Read(["OUT.02"], Row("X", new Share(140, 327)));

        Assert.Equal(["name", "OUT.02"], Headings(read));
        Assert.Equal("X | 140 of 327 (43 %)", TextOf(read.Rows[0]));
    }

    [Fact]
    public void What_several_shares_are_out_of_stands_once()
    {
        var read = Read(["OUT.02", "OUT.06"], Row("X", new Share(140, 327), new Share(56, 327)));

        Assert.Equal(["name", "Out of", "OUT.02: n, %", "OUT.06: n, %"], Headings(read));
        Assert.Equal("X | 327 | 140 43 | 56 17", TextOf(read.Rows[0]));
    }

    [Fact]
    public void A_count_that_says_it_already_is_not_said_again()
    {
        var read = Read(
            ["REF.01", "OUT.02", "OUT.06"],
            Row("X", new Count(327), new Share(140, 327), new Share(56, 327))
        );

        Assert.Equal(["name", "REF.01", "OUT.02: n, %", "OUT.06: n, %"], Headings(read));
    }

    [Fact]
    public void Shares_out_of_different_numbers_each_say_theirs()
    {
        var read = Read(["RT.17", "RT.08"], Row("X", new Share(26, 172), new Share(118, 173)));

        Assert.Equal(["name", "RT.17: n, N, %", "RT.08: n, N, %"], Headings(read));
        Assert.Equal("X | 26 172 15 | 118 173 68", TextOf(read.Rows[0]));
    }

    [Fact]
    public void What_is_no_number_stands_across_the_parts_of_its_column()
    {
        var read = Read(
            ["OUT.02", "OUT.06"],
            Row("X", new Share(140, 327), new Share(56, 327)),
            Row("Y", new Share(0, 0), new Withheld()),
            Row("Z", new Share(3, 4), new Share(0, 4))
        );

        Assert.Equal("Y | 0 | no cases | [c]", TextOf(read.Rows[1]));
        Assert.Equal([1, 2, 2], read.Rows[1].Cells.Skip(1).Select(cells => cells[0].Span));
        Assert.Equal("Z | 4 | 3 too few | 0 too few", TextOf(read.Rows[2]));
    }

    [Fact]
    public void Per_cents_that_are_too_few_in_most_rows_give_way_to_the_numbers()
    {
        var read = Read(
            ["OUT.02", "OUT.06"],
            Row("X", new Share(30, 40), new Share(4, 40)),
            Row("Y", new Share(1, 4), new Share(3, 4)),
            Row("Z", new Share(3, 9), new Share(0, 9))
        );

        Assert.Equal(["X | 40 | 30 | 4", "Y | 4 | 1 | 3", "Z | 9 | 3 | 0"], read.Rows.Select(TextOf));
    }

    [Fact]
    public void A_time_that_is_not_reached_keeps_its_lower_end()
    {
        var read = Read(["RT.02"], Row("X", new Hours(null, Reached: false, 30, 99, 600, null)));

        Assert.Equal("X | not yet 25 or more", TextOf(read.Rows[0]));
    }

    [Fact]
    public void The_total_comes_first()
    {
        var read = Read(["REF.01"], Row("X", new Count(1)), Row("Total", new Count(3)) with { IsTotal = true });

        Assert.Equal(["Total | 3", "X | 1"], read.Rows.Select(TextOf));
    }

    [Fact]
    public void Small_print_on_paper_is_about_what_is_printed()
    {
        var table = TableOf(["OUT.02", "RT.02"], Row("X", new Share(140, 327), new Hours(null, true, 2, 3)));
        var forData = table with { Columns = [.. table.Columns.Take(2), table.Columns[2] with { IsForData = true }] };
        var words = new DocumentWords(Language.English);

        Assert.Contains(words.Notes(table.ForReaders), note => note.StartsWith("Too few", StringComparison.Ordinal));
        Assert.Empty(words.Notes(forData.ForReaders));
        Assert.Equal("Figures: OUT.02.", words.IdsOf(forData.ForReaders));
    }

    [Fact]
    public void A_column_for_data_is_not_on_the_page()
    {
        var table = TableOf(["REF.01", "ACC.01"], Row("X", new Count(1), new Count(2)));
        var read = ReaderTable.Of(
            table with
            {
                Columns = [.. table.Columns.Take(2), table.Columns[2] with { IsForData = true }],
            },
            Numbers
        );

        Assert.Equal("X | 1", TextOf(read.Rows[0]));
    }

    private static ReaderTable Read(string[] metrics, params Row[] rows) =>
        ReaderTable.Of(TableOf(metrics, rows), Numbers);

    private static IEnumerable<string> Headings(ReaderTable read) =>
        read.Columns.Select(column =>
            column.Heading
            + (
                column.Parts[0].Heading.Length == 0
                    ? ""
                    : ": " + string.Join(", ", column.Parts.Select(part => part.Heading))
            )
        );

    private static string TextOf(ReaderRow row) =>
        string.Join(" | ", row.Cells.Select(cells => string.Join(' ', cells.Select(cell => cell.Text))))
            .Replace('\u00a0', ' ');
}
