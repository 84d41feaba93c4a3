namespace ReportEngine.Tests.Templates;

/// <summary>One mistake hides no other, and each is told where it was made.</summary>
public sealed class TemplatePlaceTests
{
    [Fact]
    public void Problems_are_told_in_the_order_of_their_places() =>
        Assert.Equal(
            ["(5,1) RE226", "(7,11) RE203", "(9,10) RE207", "(11,15) RE217", "(13,10) RE202"],
            Places(
                "> A quotation\n\n{{ figure \"A\" }}\n\n{{ table \"outcomes }}\n\nA hidden sign \u202e\n\n"
                    + "{{ table \"d\" }}"
            )
        );

    [Fact]
    public void Every_call_with_curly_quotes_is_told_and_what_is_beside_them() =>
        Assert.Equal(
            ["(5,11) RE207", "(6,10) RE207", "(7,10) RE205"],
            Places("{{ figure \u201cOUT.02\u201d }}\n{{ table \u201coutcomes\u201d }}\n{{ chart \"a\" }}")
        );

    /// <summary>What is within a block whose beginning is refused is not guessed at.</summary>
    [Fact]
    public void A_refused_beginning_of_a_block_is_no_end_without_a_beginning() =>
        Assert.Equal(["(5,14) RE207"], Places("{{ wrap note \u201cHow\u201d }}\n{{ chart \"a\" }}\n{{ end }}"));

    [Theory]
    [InlineData("{{ table \"outcomes }} and \"words\"", "(5,10) RE207")]
    [InlineData("{{ wrap note 'Don't' }}a{{ end }}", "(5,14) RE207")]
    [InlineData("{{ chart \"a }}", "(5,10) RE207")]
    [InlineData("{{ figure \"OUT.02\" }, of all", "(5,1) RE207")]
    [InlineData("A `word` of code", "(5,3) RE226")]
    [InlineData("Text {{ end }}", "(5,9) RE207")]
    [InlineData("Text {{~end~}}", "(5,9) RE207")]
    [InlineData("Text {{ else }}", "(5,9) RE207")]
    [InlineData("A [link](#x) to it", "(5,3) RE226")]
    [InlineData("A\nline [link](javascript:x) to it", "(6,6) RE226")]
    [InlineData("{{ page_break ~}}\n\n\nSome [link](#x) to it", "(8,6) RE226")]
    [InlineData("A &#xE000; sign", "(5,3) RE217")]
    [InlineData("Text {figure \"OUT.02\"}.", "(5,6) RE207")]
    [InlineData("{{ # a remark }} of two }}", "(5,25) RE207")]
    [InlineData("{{ for p in periods }}{{ if p.code == \"2025Q3\" }}a{{ end }}{{ end }}", "(5,39) RE206")]
    [InlineData("{{ figure \"RT.02\" statistic: \"requests\" }}", "(5,30) RE206")]
    [InlineData("{{ if is_zero (figure \"ACC.01\") }}a{{ end }}", "(5,7) RE216")]
    [InlineData(
        "{{ if is_zero (figure \"ACC.01\") }}a{{ else if is_withheld (figure \"ACC.01\") }}b{{ end }}",
        "(5,7) RE216"
    )]
    public void A_mistake_is_told_where_it_was_made(string text, string expected) =>
        Assert.Equal([expected], Places(text));

    /// <summary>Two of four letters are another word.</summary>
    [Fact]
    public void A_name_that_is_far_from_all_is_given_no_other() =>
        Assert.DoesNotContain(
            "Did you mean",
            Assert.Single(Written.Problems("{{ date.now }}")).ToString(),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("{{ if is_withheld (figure \"ACC.01\") }}a{{ else if is_zero (figure \"ACC.01\") }}b{{ end }}")]
    [InlineData("{{ if (is_withheld (figure \"ACC.01\")) || (is_zero (figure \"ACC.01\")) }}a{{ end }}")]
    [InlineData(
        "{{ if is_withheld (figure \"ACC.01\") }}a{{ else }}{{ if is_zero (figure \"ACC.01\") }}b{{ end }}{{ end }}"
    )]
    [InlineData("{{ if is_zero (figure \"SAF.03\") }}a{{ end }}")]
    [InlineData("{{ for p in platforms }}{{ if p.code == \"telegrm\" }}a{{ end }}{{ end }}")]
    [InlineData("{{ for p in periods }}{{ if p.code == \"2019-Q3\" }}a{{ end }}{{ end }}")]
    [InlineData("A set of {braces} and a [link](https://example.org) &amp; more")]
    public void What_can_stand_is_not_told_before_the_register_is_known(string text) => Assert.Empty(Places(text));

    [Theory]
    [InlineData(
        "{{ for p in platforms }}{{ if \"telegrm\" == p.code }}a{{ end }}{{ end }}",
        "(5,31): error RE206: Unknown platform 'telegrm'. Did you mean 'telegram'?"
    )]
    [InlineData(
        "{{ for p in platforms }}{{ if p.code != \"telegrm\" }}a{{ end }}{{ end }}",
        "(5,41): error RE206: Unknown platform 'telegrm'. Did you mean 'telegram'?"
    )]
    [InlineData(
        "{{ figure \"LEG.02\" coverage: \"PK+UN+US?\" }}",
        "(5,30): error RE206: Unknown coverage 'PK+UN+US?'. Did you mean 'PK+UN+US+UK?'?"
    )]
    [InlineData(
        "{{ if !dataset.is_invented }}{{ figure \"OUT.02\" platform: \"telegrm\" }}{{ end }}",
        "(5,59): error RE206: Unknown platform 'telegrm'. Did you mean 'telegram'?"
    )]
    [InlineData(
        "Text\n\n{{ page_break }}\n\n    set in by four\n",
        "(9,1): error RE226: No report prints blocks of code, such as lines that begin with four blanks. Expected: "
            + "headings, paragraphs, lists, bold, italics and links."
    )]
    [InlineData(
        "Text\n\n- one\n  - {{ dataset.title }} within\n",
        "(7,1): error RE226: No report prints lists within lists, or several paragraphs in one item. Expected: "
            + "headings, paragraphs, lists, bold, italics and links."
    )]
    public void What_only_a_register_shows_is_told_with_its_place_too(string text, string expected) =>
        Assert.Equal(
            "templates/try.sbn-md" + expected,
            Assert.Single(Assert.Throws<ReportException>(() => Written.Read(text)).Problems).ToString()
        );

    [Fact]
    public void All_codes_that_the_register_does_not_know_are_told_at_once() =>
        Assert.Equal(
            ["(5,30)", "(6,41)", "(7,31)"],
            Assert
                .Throws<ReportException>(() =>
                    Written.Read(
                        "{{ figure \"OUT.02\" platform: \"a\" }}\n"
                            + "{{ for p in platforms }}{{ if p.code == \"b\" }}x{{ end }}{{ end }}\n"
                            + "{{ table \"outcomes\" platform: \"c\" }}"
                    )
                )
                .Problems.Select(problem => problem.Place["templates/try.sbn-md".Length..])
        );

    /// <summary>The second paragraph of an item stands in the part, not in the report that includes it.</summary>
    [Fact]
    public void What_is_seen_when_a_part_is_read_is_told_of_the_part() =>
        Assert.Equal(
            "templates/_list.sbn-md(3,1)",
            Assert
                .Single(
                    Assert
                        .Throws<ReportException>(() =>
                            Written.Read(
                                "Text\n\n{{ include \"list\" }}\n",
                                partials: new Dictionary<string, string> { ["list"] = "A list\n\n- one\n\n  more\n" }
                            )
                        )
                        .Problems
                )
                .Place
        );

    private static IEnumerable<string> Places(string text) =>
        Written
            .Problems(text)
            .Select(problem =>
                problem.Place.Replace("templates/try.sbn-md", "", StringComparison.Ordinal) + " " + problem.Code
            );
}
