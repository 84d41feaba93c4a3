using ReportEngine.Rendering;

namespace ReportEngine.Tests;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("a\u202Eb\u2066c\u200Fd", "abcd")]
    [InlineData("a\0b\u001bc\u0007d", "abcd")]
    [InlineData("one\r\n two\u2028three\tfour", "one two three four")]
    [InlineData("زیر التوا", "زیر التوا")]
    [InlineData("a\uE0003\uE001b", "a3b")]
    public void What_could_reorder_or_hide_text_is_dropped(string text, string clean) =>
        Assert.Equal(clean, PlainText.Clean(text));

    [Fact]
    public void A_million_characters_are_cut() =>
        Assert.Equal(PlainText.Longest + 1, PlainText.Clean(new string('x', 1_000_000)).Length);

    [Fact]
    public void A_pile_of_combining_marks_is_cut() =>
        Assert.Equal(5, PlainText.Clean("a" + new string('\u0301', 500)).Length);

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("\uFF1D1+1", "'\uFF1D1+1")]
    [InlineData(" @x", "'@x")]
    [InlineData("a=b", "a=b")]
    public void Text_in_CSV_is_never_the_beginning_of_a_formula(string text, string safe) =>
        Assert.Equal(safe, SpreadsheetText.Safe(text));

    [Fact]
    public void A_coded_character_stays_as_written_in_a_workbook() =>
        Assert.Equal("_x005F_x202E_", SpreadsheetText.Escaped("_x202E_"));

    [Fact]
    public void A_problem_is_one_line_whatever_it_quotes() =>
        Assert.Equal(
            "a\\u{000A}b: error RE999: x\\u{202E}y Expected: z\\u{001B}.",
            new Problem("a\nb", "RE999", "x\u202Ey", "z\u001b").ToString()
        );
}
