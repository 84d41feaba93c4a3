using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;
using ReportEngine.Tests.Templates;

namespace ReportEngine.Tests.Documents;

/// <summary>A table that says one thing in every cell is a sentence on paper, and stays whole elsewhere.</summary>
public sealed class UniformTableTests
{
    private static readonly Metric Acted = MetricCatalogue.Find("OUT.02");
    private static readonly Metric Time = MetricCatalogue.Find("RT.02");

    [Fact]
    public void All_zero_is_said_of_the_total() =>
        Assert.Equal("Title: 0 of 30 (0 %); none in any row.", Words([(Shares(0, 10), Shares(0, 20), Shares(0, 30))]));

    [Fact]
    public void All_of_all_is_said_of_the_total() =>
        Assert.Equal(
            "Title: 30 of 30 (100 %); all in every row.",
            Words([(Shares(10, 10), Shares(20, 20), Shares(30, 30))])
        );

    [Fact]
    public void Not_reached_is_said_once() =>
        Assert.Equal("Title: not reached; reached in no row.", Words([(NotReached, NotReached, NotReached)]));

    [Fact]
    public void One_row_is_said_by_its_name() =>
        Assert.Equal(
            "Title: A: 3 of 10 (30 %).",
            Plain(UniformTable.SentenceOf(Table([Row("A", Shares(3, 10))]), Language.English))
        );

    [Fact]
    public void What_differs_has_to_be_seen()
    {
        Assert.Null(Words([(Shares(0, 10), Shares(1, 20), Shares(1, 30))]));
        Assert.Null(Words([(Shares(0, 10), Shares(0, 0), Shares(0, 10))]));
        Assert.Null(Words([(new Withheld(), new Withheld(), new Withheld())]));
        Assert.Null(Words([(Shares(0, 10), Shares(20, 20), Shares(20, 30))]));
    }

    [Fact]
    public void Many_columns_are_no_sentence() =>
        Assert.Null(Words([.. Enumerable.Repeat((Shares(0, 10), Shares(0, 20), Shares(0, 30)), 4)]));

    /// <summary>No list changed in the last quarter of the sample.</summary>
    [Fact]
    public void The_table_stays_in_workbook_and_data_files()
    {
        var blocks = Written.Read("{{ table \"list_changes\" }}");

        Assert.Equal(
            "Changes of the lists in the period: Added 0, Removed 0; none in any row.",
            Written.Words([blocks[0]])
        );
        var table = Assert.IsType<TableBlock>(blocks[1]);
        Assert.False(table.IsPrinted);
        Assert.Equal(6, table.Table.Rows.Count);
    }

    private static Hours NotReached => new(null, Reached: false, 4, 20);

    private static Share Shares(long part, long of) => new(part, of);

    /// <summary>Two rows and a total, for each column.</summary>
    private static string? Words(IReadOnlyList<(Quantity First, Quantity Second, Quantity Total)> columns) =>
        Plain(
            UniformTable.SentenceOf(
                Table([
                    Row("A", [.. columns.Select(column => column.First)]),
                    Row("B", [.. columns.Select(column => column.Second)]),
                    Row("Total", [.. columns.Select(column => column.Total)]) with
                    {
                        IsTotal = true,
                    },
                ]),
                Language.English
            )
        );

    private static string? Plain(Paragraph? sentence) =>
        sentence is null ? null : Written.Words([sentence]).Replace('\u00a0', ' ');

    private static Table Table(IReadOnlyList<Row> rows) =>
        new(
            "table",
            "Title",
            [
                new Column("name", "Name", ColumnKind.Text),
                .. rows[0]
                    .Cells.Skip(1)
                    .Select((_, index) => new Column("c" + index, "Acted", ColumnKind.Figure, Acted)),
            ],
            rows,
            []
        );

    private static Row Row(string name, params Quantity[] quantities) =>
        new([new TextCell(name), .. quantities.Select(quantity => new FigureCell(Figure(quantity)))]);

    private static Figure Figure(Quantity quantity) =>
        new(
            quantity is Hours ? Time : Acted,
            [],
            quantity,
            Period.TryParse("2025-Q4")!,
            CutOff.TryParse("2026-01-15")!
        );
}
