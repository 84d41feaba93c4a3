using ReportEngine.Cases;
using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Templates;

namespace ReportEngine.Tests.Templates;

public sealed class TemplateTests
{
    [Fact]
    public void A_table_a_sentence_and_a_figure_become_typed_blocks()
    {
        var blocks = Written.Read(
            "# Title\n\nIn {{ period.name }}: {{ figure \"REF.01\" }}.\n\n{{ table \"outcomes\" }}"
        );

        Assert.Equal("Title", Assert.IsType<Heading>(blocks[0]).PlainText);
        Assert.Equal(
            "REF.01",
            Assert.Single(Assert.IsType<Paragraph>(blocks[1]).Content.OfType<FigureRun>()).Figure.Metric.Id
        );
        Assert.Equal("outcomes", Assert.IsType<TableBlock>(blocks[2]).Table.Id);
    }

    [Fact]
    public void A_note_stands_around_what_it_holds_and_may_hold_a_table()
    {
        var note = Assert.IsType<Note>(
            Assert.Single(
                Written.Read("{{ wrap note \"Read\" }}\nWords.\n\n{{ table \"outcomes\" }}\n\nMore.\n{{ end }}")
            )
        );

        Assert.Equal("Read", note.Title);
        Assert.Equal(
            [typeof(Paragraph), typeof(TableBlock), typeof(Paragraph)],
            note.Content.Select(one => one.GetType())
        );
    }

    [Fact]
    public void Definitions_in_a_note_are_those_of_the_report()
    {
        var blocks = Written.Read("{{ wrap note \"Read\" }}{{ definitions }}{{ end }}\n\n{{ figure \"REF.01\" }}");

        var defined = Assert.IsType<Definitions>(Assert.Single(Assert.IsType<Note>(blocks[0]).Content));
        Assert.Equal("REF.01", Assert.Single(defined.Metrics).Id);
    }

    [Fact]
    public void A_section_that_is_placed_twice_has_two_addresses()
    {
        var ids = Written.Read("{{ points }}\n\n{{ points }}").OfType<Heading>().Select(heading => heading.Id).ToList();

        Assert.Equal(10, ids.Count);
        Assert.Equal(ids, ids.Distinct());
        Assert.Equal(ids[0] + "-2", ids[5]);
    }

    /// <summary>The end of a note was taken for words of the last item, and the rest of the report was gone.</summary>
    [Theory]
    [InlineData("{{ wrap note \"Read\" }}\n- one\n- two\n{{ end }}\n\n# After")]
    [InlineData("{{ wrap note \"Read\" }}- one\n- two{{ end }}\n# After")]
    public void A_note_may_end_with_a_list(string text)
    {
        var blocks = Written.Read(text);

        Assert.Equal([typeof(Note), typeof(Heading)], blocks.Select(block => block.GetType()));
        Assert.Equal(2, Assert.IsType<ListBlock>(Assert.Single(((Note)blocks[0]).Content)).Items.Count);
    }

    [Theory]
    [InlineData("- one\n{{ table \"outcomes\" }}\n- two", typeof(ListBlock), typeof(TableBlock), typeof(ListBlock))]
    [InlineData("# Title {{ table \"outcomes\" }}", typeof(Heading), typeof(TableBlock))]
    [InlineData("# H\n\n{{- table \"outcomes\" -}}\n\nText", typeof(Heading), typeof(TableBlock), typeof(Paragraph))]
    public void A_table_ends_what_it_stands_in_and_is_never_lost(string text, params Type[] blocks) =>
        Assert.Equal(blocks, Written.Read(text).Select(block => block.GetType()));

    [Theory]
    [InlineData("# Referrals: {{ figure \"REF.01\" }}", "A figure cannot stand in a heading.")]
    [InlineData("`{{ figure \"REF.01\" }}`", "What this puts there would not be printed.")]
    [InlineData("- # one", "No report prints lists within lists, or several paragraphs in one item.")]
    [InlineData("- one\n  - two", "No report prints lists within lists, or several paragraphs in one item.")]
    [InlineData(
        "{{ if dataset.is_invented }}\n\n    {{ figure \"REF.01\" }}\n{{ end }}",
        "No report prints blocks of code, such as lines that begin with four blanks."
    )]
    public void What_would_be_lost_is_told(string text, string found) =>
        Assert.Contains(
            ("RE226", found),
            Assert.Throws<ReportException>(() => Written.Read(text)).Problems.Select(one => (one.Code, one.Found))
        );

    /// <summary>Of the contexts three are withheld; a table that stands where none is would be in a circle.</summary>
    [Fact]
    public void How_many_are_withheld_is_said_truly_or_not_at_all()
    {
        const string table = "{{ table \"protected_contexts\" }}";
        const string says = "\n\nWithheld: {{ edition.withheld }}.";
        var rules = new DisclosureRules(5);

        var words = Written.Words(Written.Read(table + says, change: set => set.Protected(rules)));
        var circle = Assert.Throws<ReportException>(() =>
            Written.Read("{{ if !edition.has_withheld }}" + table + "{{ end }}", change: set => set.Protected(rules))
        );

        Assert.Contains("Withheld: 3.", words, StringComparison.Ordinal);
        Assert.Equal("RE227", Assert.Single(circle.Problems).Code);
    }

    [Fact]
    public void Large_figures_stand_in_the_order_they_are_handed_on()
    {
        var key = Assert.IsType<KeyFigures>(
            Assert.Single(Written.Read("{{ figures (figure \"RT.02\" statistic: \"p90\") (figure \"REF.01\") }}"))
        );

        Assert.Equal(["RT.02", "REF.01"], key.Figures.Select(figure => figure.Metric.Id));
    }

    [Fact]
    public void A_value_cannot_become_markup()
    {
        var dataset = Written.Dataset with
        {
            Title = "# One *two* [three](http://x) <b>four</b> {{ table \"outcomes\" }} \\{{ period.name }} `five`",
        };

        var paragraph = Assert.IsType<Paragraph>(Assert.Single(Written.Read("{{ dataset.title }}", dataset)));

        Assert.All(paragraph.Content, inline => Assert.IsType<TextRun>(inline));
        Assert.Equal(dataset.Title, string.Concat(paragraph.Content.Cast<TextRun>().Select(run => run.Text)));
    }

    /// <summary>As our own placeholders are written: the first of a template's, and one that no template has.</summary>
    [Theory]
    [InlineData("\uE0000\uE001")]
    [InlineData("\uE00099\uE001")]
    public void A_sign_of_ours_in_data_is_no_placeholder(string hostile)
    {
        var dataset = Written.Dataset with { Title = "a" + hostile + "b" };

        var blocks = Written.Read("{{ table \"outcomes\" }}\n\n{{ dataset.title }}", dataset);

        var words = string.Concat(Assert.IsType<Paragraph>(blocks[1]).Content.Cast<TextRun>().Select(run => run.Text));
        Assert.Matches("^a[0-9]+b$", words);
    }

    [Fact]
    public void A_template_without_front_matter_is_refused() =>
        Assert.Equal(
            "templates/try.sbn-md: error RE210: No front matter. Expected: a first line '---', then title: and, if you "
                + "like, subtitle:, then '---'.",
            Assert
                .Single(
                    Assert
                        .Throws<ReportException>(() =>
                            ReportTemplate.Read(Written.File("try", "# Title\n"), Written.Partials)
                        )
                        .Problems
                )
                .ToString()
        );

    [Theory]
    [InlineData("title: \"A \\uE000\"", "RE217", "A sign of these words is not seen.")]
    [InlineData("title: Akkad 𒀀", "RE215", "No font of PDFs has the letter 𒀀 (U+12000).")]
    [InlineData("title: In {{ period.name }}", "RE210", "A title holds no function: In {{ period.name }}")]
    [InlineData("Title: A", "RE210", "Unknown 'Title' in the front matter.")]
    [InlineData("subtitle: A", "RE210", "The front matter has no title.")]
    [InlineData("title: \"\"", "RE210", "The front matter has no title.")]
    public void Front_matter_holds_words_that_are_printed(string line, string code, string found)
    {
        var file = Written.File("try", "---\n" + line + "\n---\nText");

        var problem = Assert.Single(
            Assert.Throws<ReportException>(() => ReportTemplate.Read(file, Written.Partials)).Problems
        );

        Assert.Equal((code, found), (problem.Code, problem.Found));
    }

    [Theory]
    [InlineData("..")]
    [InlineData("my report")]
    [InlineData("Report")]
    public void A_report_has_a_name_that_a_folder_can_have(string name) =>
        Assert.Equal(
            "RE223",
            Assert
                .Single(
                    Assert
                        .Throws<ReportException>(() =>
                            ReportTemplate.Read(Written.File(name, Written.Front), Written.Partials)
                        )
                        .Problems
                )
                .Code
        );

    [Fact]
    public void Every_table_and_chart_of_the_catalogues_can_be_asked_for() =>
        Assert.NotEmpty(
            Written.Read(
                string.Join(
                    "\n\n",
                    TableCatalogue
                        .Ids.Where(id => !TableCatalogue.HoldsCases(id))
                        .Select(id => "{{ table \"" + id + "\" }}")
                        .Concat(ChartCatalogue.Ids.Select(id => "{{ chart \"" + id + "\" }}"))
                )
            )
        );

    [Theory]
    [InlineData("{{ table \"work_due\" }}")]
    [InlineData("{{ data_table \"work_waiting\" }}")]
    [InlineData("{{ evidence }}")]
    public void What_holds_keys_of_cases_is_not_for_the_public(string call) =>
        Assert.Equal("RE230", Assert.Throws<ReportException>(() => Written.Read(call)).Problems[0].Code);

    [Theory]
    [InlineData("{{ table \"outcomes\" number: \"R1\" }}\n\n{{ chart \"came_back\" number: \"R1\" }}", null)]
    [InlineData("{{ table \"outcomes\" number: \"R12b\" platform: \"x\" }}", null)]
    [InlineData("{{ table \"outcomes\" number: \"1\" }}", "no number")]
    [InlineData("{{ table \"outcomes\" number: \"R0\" }}", "no number")]
    [InlineData("{{ for p in platforms }}{{ table \"outcomes\" platform: p.code number: \"R1\" }}{{ end }}", "loop")]
    [InlineData("{{ table \"outcomes\" number: \"R1\" }}\n\n{{ table \"trend\" number: \"R1\" }}", "is the number of")]
    public void A_number_is_of_one_table_and_written_once(string text, string? told)
    {
        var problems = Written.Problems(text);

        Assert.Equal(told is null ? 0 : 1, problems.Count);
        Assert.All(
            problems,
            problem =>
            {
                Assert.Equal("RE229", problem.Code);
                Assert.Contains(told!, problem.Found, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public void Included_parts_include_others_and_know_the_loop_around_them()
    {
        var partials = new Dictionary<string, string>
        {
            ["outer"] = "{{ include \"inner\" }}",
            ["inner"] = "{{ p.code }}: {{ figure \"REF.01\" platform: p.code }}\n\n",
        };

        var blocks = Written.Read("{{ for p in platforms }}{{ include \"outer\" }}{{ end }}", partials: partials);

        Assert.Equal(6, blocks.Count);
        Assert.All(blocks, block => Assert.Contains(((Paragraph)block).Content, inline => inline is FigureRun));
    }
}
