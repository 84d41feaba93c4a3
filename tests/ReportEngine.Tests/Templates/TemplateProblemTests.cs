namespace ReportEngine.Tests.Templates;

/// <summary>What is wrong in a template is told before any register is opened, with its place.</summary>
public sealed class TemplateProblemTests
{
    [Theory]
    [InlineData("Text {{ figure \"RT.92\" }}", "(5,16): error RE203: Unknown figure 'RT.92'. Did you mean 'RT.02'?")]
    [InlineData(
        "{{ table \"outcome_by_platform\" }}",
        "(5,10): error RE202: Unknown table 'outcome_by_platform'. Did you mean 'outcomes_by_platform'?"
    )]
    [InlineData(
        "{{ chart \"outcome_share\" }}",
        "(5,10): error RE205: Unknown chart 'outcome_share'. Did you mean 'outcome_shares'?"
    )]
    [InlineData("{{ tabel \"outcomes\" }}", "(5,4): error RE204: Unknown name 'tabel'. Did you mean 'table'?")]
    [InlineData(
        "It was {{ period.nam }}",
        "(5,11): error RE201: Unknown name 'period.nam'. Did you mean 'period.name'?"
    )]
    [InlineData("{{ include \"metod\" }}", "(5,12): error RE211: Unknown partial 'metod'. Did you mean 'method'?")]
    [InlineData(
        "{{ figure \"OUT.02\" platfrom: \"telegram\" }}",
        "(5,20): error RE206: Figure OUT.02 has no 'platfrom'. Expected: platform, subject_type, organisation, "
            + "coverage, basis, ground, agency, detection. Did you mean 'platform'?"
    )]
    [InlineData(
        "{{ figure \"RT.02\" platform: \"telegram\" }}",
        "(5,4): error RE206: Figure RT.02 has several values, one for each statistic. Expected: statistic: \"…\", "
            + "which 'report-engine templates names' lists."
    )]
    [InlineData(
        "{{ figure \"RT.02\" period: \"2025-Q3\" }}",
        "(5,4): error RE206: Figure RT.02 has several values, one for each statistic. Expected: statistic: \"…\", "
            + "which 'report-engine templates names' lists."
    )]
    [InlineData("{{ figure OUT.02 }}", "(5,11): error RE216: 'OUT.02' stands without quotes. Expected: \"OUT.02\".")]
    [InlineData(
        "{{ figure \u201cOUT.02\u201d }}",
        "(5,11): error RE207: Quotes are straight in a template. Expected: names, and words in \"quotes\"."
    )]
    [InlineData(
        "{{ figure \"OUT.02\", platform: \"x\" }}",
        "(5,19): error RE207: Between what follows a function stand blanks and no commas. Expected: names, and words "
            + "in \"quotes\"."
    )]
    [InlineData(
        "Text {{ end }}",
        "(5,9): error RE207: 'end' ends nothing. Expected: one {{ end }} for each if, for and wrap."
    )]
    [InlineData("{{ page-break }}", "(5,4): error RE204: Unknown name 'page-break'. Did you mean 'page_break'?")]
    [InlineData("{{ points 3 }}", "(5,4): error RE216: 'points' takes nothing. Expected: {{ points }}.")]
    [InlineData(
        "{{ if (figure \"OUT.02\") == (figure \"OUT.03\") }}a{{ end }}",
        "(5,7): error RE209: A figure is never compared. Ask with is_withheld, is_reached, is_zero or is_few."
    )]
    [InlineData(
        "{{ if is_few (figure \"OUT.02\") && period.is_complete }}a{{ end }}",
        "(5,14): error RE216: A question that is joined with another needs brackets of its own. Expected: {{ if "
            + "(is_few (figure \"OUT.02\")) && period.is_complete }}."
    )]
    [InlineData(
        "{{ if period.is_complete and dataset.is_invented }}a{{ end }}",
        "(5,26): error RE204: Unknown word 'and'. Write '&&'."
    )]
    [InlineData(
        "{{ figures (figure \"REF.01\")\n(figure \"OUT.02\") }}",
        "(6,1): error RE216: A bracket stands alone. Expected: a call on one line."
    )]
    [InlineData(
        "{{ for p in months }}a{{ end }}",
        "(5,13): error RE201: Unknown list 'months'. Expected: platforms, organisations, agencies, points, periods."
    )]
    [InlineData(
        "{{ if is_zero (figure \"RT.02\" statistic: \"median\") }}a{{ end }}",
        "(5,7): error RE216: 'is_zero' is never so of RT.02. Expected: {{ if is_zero (figure \"SAF.03\") }}."
    )]
    [InlineData(
        "Text\n\n> A quotation",
        "(7,1): error RE226: No report prints quotations. Expected: headings, paragraphs, "
            + "lists, bold, italics and links."
    )]
    [InlineData(
        "| a | b |\n|---|---|",
        "(5,1): error RE226: No report prints tables of Markdown; {{ table }} makes them. Expected: headings, "
            + "paragraphs, lists, bold, italics and links."
    )]
    [InlineData(
        "{{ wrap note \"In {{ period.name }}\" }}a{{ end }}",
        "(5,14): error RE216: A title holds no function. Expected: words alone."
    )]
    [InlineData(
        "{{ table \"commitments\" platform: \"x\" }}",
        "(5,24): error RE206: Table commitments has no 'platform'. Expected: nothing after its name."
    )]
    [InlineData(
        "{{ table \"outcomes\" forum: \"court\" }}",
        "(5,21): error RE206: Table outcomes has no 'forum'. Expected: platform, subject_type, organisation, basis."
    )]
    [InlineData(
        "{{ table outcomes }}",
        "(5,10): error RE216: 'outcomes' stands without quotes. Expected: \"outcomes\"."
    )]
    [InlineData(
        "{{ figure \"OUT.02\"\n platform: \"telegram\" }}",
        "(6,2): error RE216: 'platform:' stands alone. Expected: a call on one line."
    )]
    [InlineData(
        "Text\n\n{{ table \"outcomes\"",
        "(7,1): error RE207: '{{' is opened but not closed. Expected: {{ … }}."
    )]
    [InlineData(
        "{{ table \"outcomes }}\n\nMore \"words\".",
        "(5,10): error RE207: A quote is opened but not closed on its line. Expected: words in \"double quotes\"."
    )]
    [InlineData(
        "{{ if dataset.is_invented }}\nText",
        "(5,4): error RE207: 'if' is opened but not ended. Expected: {{ end }} after what belongs to it."
    )]
    [InlineData(
        "{{ for p in platforms }}{{ if for.first }}a{{ else }}b{{ end }}",
        "(5,4): error RE207: 'for' is opened but not ended. Expected: {{ end }} after what belongs to it."
    )]
    [InlineData(
        "{{ figure \"OUT.02\" + 1 }}",
        "(5,20): error RE209: '+' cannot be used here. Figures are worked out before, not in a template."
    )]
    [InlineData(
        "{{ if (figure \"OUT.02\") > 10 }}a{{ end }}",
        "(5,25): error RE209: '>' cannot be used here. Ask with is_withheld, is_reached, is_zero or is_few."
    )]
    [InlineData(
        "{{ x = 1 }}",
        "(5,4): error RE209: Nothing can be given a name or a value. Figures are worked out before, not in a template."
    )]
    [InlineData(
        "{{ if dataset.is_invented }}a{{ endif }}{{ end }}",
        "(5,33): error RE204: Unknown word 'endif'. Write 'end'."
    )]
    [InlineData(
        "{{ for p in platform }}{{ end }}",
        "(5,13): error RE201: Unknown list 'platform'. Did you mean 'platforms'?"
    )]
    [InlineData(
        "{{ for o in organisations }}{{ figure \"OUT.02\" platform: o.code }}{{ end }}",
        "(5,58): error RE206: 'o' is one of organisations. Expected: a value of 'platform'."
    )]
    [InlineData(
        "{{ if is_reached (figure \"OUT.02\") }}a{{ end }}",
        "(5,7): error RE216: 'is_reached' is never so of OUT.02. Expected: {{ if is_reached (figure \"RT.02\" "
            + "statistic: \"median\") }}."
    )]
    [InlineData(
        "{{ if is_withheld figure \"ACC.01\" }}a{{ end }}",
        "(5,19): error RE216: What is handed on is a figure in brackets. Expected: "
            + "{{ if is_withheld (figure \"ACC.01\") }}."
    )]
    [InlineData(
        "{{ note \"How\" }}",
        "(5,4): error RE216: 'note' stands around something. Expected: "
            + "{{ wrap note \"How to read this\" }} … {{ end }}."
    )]
    [InlineData(
        "{{ if period.name }}a{{ end }}",
        "(5,7): error RE216: 'period.name' is words. Expected: {{ period.name }}."
    )]
    [InlineData(
        "{{ period }}",
        "(5,4): error RE216: 'period' is no words. Expected: period.name, period.id, period.fiscal_year, "
            + "period.last_day, period.is_complete, period.has_previous."
    )]
    [InlineData(
        "{{ for p in platforms limit: 2 }}a{{ end }}",
        "(5,23): error RE209: A loop takes no 'limit'. Expected: for p in platforms."
    )]
    [InlineData(
        "{{ for figure in platforms }}a{{ end }}",
        "(5,8): error RE209: 'figure' is the name of something else. Expected: a name that is free."
    )]
    [InlineData(
        "Akkad 𒀀",
        "(5,7): error RE215: No font of PDFs has the letter 𒀀 (U+12000). Expected: letters that are printed."
    )]
    [InlineData(
        "{{ wrap note \"\\uE000\" }}a{{ end }}",
        "(5,14): error RE217: A sign of these words is not seen. Expected: letters and signs that are seen."
    )]
    [InlineData(
        "{{ wrap note \"\\uD800\" }}a{{ end }}",
        "(5,14): error RE217: A sign of these words is not seen. Expected: letters and signs that are seen."
    )]
    [InlineData(
        "a\u202eb",
        "(5,2): error RE217: The sign U+202E cannot stand in a template. Expected: letters and signs that are seen."
    )]
    [InlineData(
        "A\uE0000\uE001",
        "(5,2): error RE217: The sign U+E000 cannot stand in a template. Expected: letters and signs that are seen."
    )]
    public void It_is_told_with_its_place_and_the_nearest_right_name(string text, string expected) =>
        Assert.Equal(["templates/try.sbn-md" + expected], Written.Problems(text).Take(1).Select(one => one.ToString()));

    [Fact]
    public void All_problems_of_a_template_and_its_parts_are_told_at_once() =>
        Assert.Equal(
            [
                "templates/try.sbn-md(5,11) RE203",
                "templates/try.sbn-md(7,4) RE204",
                "templates/try.sbn-md(11,10) RE205",
                "templates/_part.sbn-md(2,10) RE202",
            ],
            Written
                .Problems(
                    "{{ figure \"A\" }}\n\n{{ b }}\n\n{{ include \"part\" }}\n\n{{ chart \"c\" }}",
                    new Dictionary<string, string> { ["part"] = "Text\n{{ table \"d\" }}" }
                )
                .Select(problem => problem.Place + " " + problem.Code)
        );

    [Fact]
    public void A_part_that_includes_itself_is_told_with_the_way_round() =>
        Assert.Equal(
            "templates/_b.sbn-md(1,4): error RE211: The partial 'a' includes itself: a > b > a. Expected: "
                + "partials that end.",
            Assert
                .Single(
                    Written.Problems(
                        "{{ include \"a\" }}",
                        new Dictionary<string, string> { ["a"] = "{{ include \"b\" }}", ["b"] = "{{ include \"a\" }}" }
                    )
                )
                .ToString()
        );

    /// <summary>Only the register knows its platforms: told when the template is read.</summary>
    [Theory]
    [InlineData(
        "{{ figure \"OUT.02\" platform: \"facebok\" }}",
        "(5,30): error RE206: Unknown platform 'facebok'. Did you mean 'facebook'?"
    )]
    [InlineData(
        "{{ table \"outcomes\" platform: \"facebok\" }}",
        "(5,31): error RE206: Unknown platform 'facebok'. Did you mean 'facebook'?"
    )]
    [InlineData(
        "{{ figure \"RT.02\" statistic: \"p99\" }}",
        "(5,30): error RE206: Unknown statistic 'p99'. Did you mean 'p90'?"
    )]
    [InlineData(
        "{{ figure \"REF.01\" period: \"2024-Q4\" }}",
        "(5,28): error RE206: Unknown period '2024-Q4'. Did you mean '2025-Q4'?"
    )]
    public void A_code_that_the_register_does_not_know_is_told_when_it_is_asked(string text, string expected) =>
        Assert.Equal(
            "templates/try.sbn-md" + expected,
            Assert.Single(Assert.Throws<ReportException>(() => Written.Read(text)).Problems).ToString()
        );
}
