using CsCheck;
using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;
using ReportEngine.Rendering;

namespace ReportEngine.Tests.Rendering;

/// <summary>Names of any length stand beside the lines of a chart without taking its room.</summary>
public sealed class ChartLabelTests
{
    [Theory]
    [InlineData("Telegram", "Telegram")]
    [InlineData("Ministry of Interior", "Ministry|of|Interior")]
    [InlineData("Supercalifragilistic", "Supercalif|ragilistic")]
    [InlineData("小红书小红书", "小红书小红|书")]
    [InlineData("one two three four five six seven eight", "one two|three four|five…ight")]
    public void A_name_is_broken_between_words_and_shortened_in_its_middle(string name, string lines) =>
        Assert.Equal(lines.Split('|'), ChartLabels.Lines(name, letters: 10, most: 3));

    [Fact]
    public void Names_that_differ_only_where_they_are_shortened_stay_two_lines()
    {
        var start = string.Concat(Enumerable.Repeat("a long name ", 8));
        var labels = ChartLabels.Of(ChartOf($"{start}one {start}", $"{start}two {start}"), letters: 20, most: 2);

        Assert.Equal(2, labels.Values.Distinct(StringComparer.Ordinal).Count());
        Assert.EndsWith(" (2)", labels.Values.Last(), StringComparison.Ordinal);
    }

    /// <summary>A line of a label takes 16 pixels, of Nastaliq 24; two lines of a chart were 34 apart.</summary>
    [Theory]
    [InlineData("en", 2 * 16)]
    [InlineData("ur", 2 * 24)]
    public void Labels_of_neighbouring_lines_do_not_touch(string code, int tallest)
    {
        var chart = ChartOf("A name that goes on for longer than a line of a label", "B", "C");

        var specification = ChartDrawing.Specification(
            chart,
            Sample.Languages.Single(language => language.Code == code),
            Path.Combine(Installation.Find().Templates, "style")
        );

        Assert.InRange(specification["height"]!.GetValue<int>() / 3, tallest, tallest + 8);
    }

    [Fact]
    public void No_label_has_more_lines_or_letters_than_there_is_room_for() =>
        Gen.String[Gen.Char["abc xyz-ہ小"], 0, 250]
            .Sample(name =>
            {
                var lines = ChartLabels.Lines(PlainText.Clean(name), letters: 12, most: 3);

                Assert.InRange(lines.Count, 1, 3);
                Assert.All(lines, line => Assert.InRange(line.Length, 0, 13));
            });

    [Fact]
    public void Forty_lines_are_parts_of_nearly_the_same_number_in_their_order()
    {
        string[] names =
        [
            .. Enumerable.Range(1, 40).Select(number => FormattableString.Invariant($"Platform {number}")),
        ];

        var parts = ChartParts.Of(ChartOf(names));

        Assert.Equal([14, 14, 12], parts.Select(part => part.Points.Count));
        Assert.Equal(names, parts.SelectMany(part => part.Points).Select(point => point.Line));
    }

    [Fact]
    public void Eighteen_lines_fit_one_picture()
    {
        var chart = ChartOf([.. Enumerable.Range(1, 18).Select(number => FormattableString.Invariant($"{number}"))]);

        Assert.Same(chart, Assert.Single(ChartParts.Of(chart)));
    }

    [Fact]
    public void A_table_of_forty_platforms_is_parts_that_each_begin_with_the_first_column()
    {
        var columns = Enumerable
            .Range(0, 41)
            .Select(number => new Column($"c{number}", $"Column {number}", ColumnKind.Text));
        var table = new Table(
            "wide",
            "Wide",
            [.. columns],
            [new Row([.. Enumerable.Range(0, 41).Select(number => new TextCell($"{number}"))])],
            ["A note"]
        );

        var parts = WideTables.PartsOf(ReaderTable.Of(table, new NumberStyle(Language.English)));

        Assert.Equal(4, parts.Count);
        Assert.All(parts, part => Assert.Equal("Column 0", part.Table.Columns[0].Heading));
        Assert.Equal(
            table.Columns.Skip(1).Select(column => column.Heading),
            parts.SelectMany(part => part.Table.Columns.Skip(1)).Select(column => column.Heading)
        );
        Assert.Equal(
            Enumerable.Range(1, 40).Select(number => $"{number}"),
            parts.SelectMany(part => part.Table.Rows[0].Cells.Skip(1)).Select(cells => Assert.Single(cells).Text)
        );
        Assert.Equal([false, false, false, true], parts.Select(part => part.IsLast));
    }

    private static Chart ChartOf(params IReadOnlyList<string> names)
    {
        var figure = new Figure(
            MetricCatalogue.Find("OUT.02"),
            [],
            new Share(4, 10),
            Period.TryParse("2025-Q4")!,
            CutOff.TryParse("2026-01-15")!
        );
        return new Chart(
            "c",
            "C",
            "",
            ChartKind.ShareDots,
            [.. names.Select(name => new ChartPoint(name, "", figure))]
        );
    }
}
