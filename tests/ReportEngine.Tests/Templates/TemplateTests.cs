using ReportEngine.Cases;
using ReportEngine.Documents;
using ReportEngine.Languages;
using ReportEngine.Templates;

namespace ReportEngine.Tests.Templates;

public sealed class TemplateTests
{
    [Theory]
    [InlineData("Text {% figure RT.22 %}", "(5,6): error RE203: Unknown figure 'RT.22'. Did you mean 'RT.02'?")]
    [InlineData(
        "{% table outcome_by_platform %}",
        "(5,1): error RE202: Unknown table 'outcome_by_platform'. Did you mean 'outcomes_by_platform'?"
    )]
    [InlineData(
        "{% chart action_rate %}",
        "(5,1): error RE205: Unknown chart 'action_rate'. Did you mean 'action_rates'?"
    )]
    [InlineData("{% tabel outcomes %}", "(5,4): error RE204: Unknown tag 'tabel'. Did you mean 'table'?")]
    [InlineData(
        "It was {{ period.nam }}",
        "(5,11): error RE201: Unknown variable 'period.nam'. Did you mean 'period.name'?"
    )]
    [InlineData("{{ period.name | upcas }}", "(5,18): error RE209: Unknown filter 'upcas'. Did you mean 'upcase'?")]
    [InlineData("{% include metod %}", "(5,1): error RE211: Unknown partial 'metod'. Did you mean 'method'?")]
    [InlineData(
        "{% figure OUT.02 platform: facebok %}",
        "(5,1): error RE206: Unknown Platform 'facebok'. Did you mean 'facebook'?"
    )]
    [InlineData(
        "{% figure OUT.02 forum: court %}",
        "(5,1): error RE206: Figure OUT.02 has no breakdown by Forum. Expected: Platform, SubjectType, "
            + "Organisation, Coverage, Basis, Ground, Agency, Detection."
    )]
    [InlineData(
        "{% table outcomes",
        "(5,1): error RE207: A tag is opened but not closed. Expected: {% … %} or {{ … }} on one line."
    )]
    [InlineData(
        "Akkad 𒀀",
        "(5,7): error RE215: No font of PDFs has the letter 𒀀 (U+12000). Expected: letters that are printed."
    )]
    public void What_nobody_knows_is_told_with_its_place_and_the_nearest_name(string line, string expected)
    {
        var error = Assert.Throws<ReportException>(() => Read(line));

        Assert.Equal("templates/try.liquid" + expected, Assert.Single(error.Problems).ToString());
        Assert.Equal(ExitCode.WrongUsage, error.ExitCode);
    }

    [Fact]
    public void All_problems_of_a_template_are_told_at_once()
    {
        var error = Assert.Throws<ReportException>(() => Read("{% figure A %}\n\n{{ b }}\n\n{% table c %}"));

        Assert.Equal(3, error.Problems.Count);
    }

    [Fact]
    public void A_table_a_sentence_and_a_figure_become_typed_blocks()
    {
        var blocks = Read("# Title\n\nIn {{ period.name }}: {% figure REF.01 %}.\n\n{% table outcomes %}");

        Assert.Equal("Title", Assert.IsType<Heading>(blocks[0]).PlainText);
        Assert.Equal(
            "REF.01",
            Assert.Single(Assert.IsType<Paragraph>(blocks[1]).Content.OfType<FigureRun>()).Figure.Metric.Id
        );
        Assert.Equal("outcomes", Assert.IsType<TableBlock>(blocks[2]).Table.Id);
    }

    [Fact]
    public void A_value_cannot_become_markup()
    {
        var dataset = Dataset() with
        {
            Title = "# One *two* [three](http://x) <b>four</b> {% table outcomes %} {{ period.name }} `five`",
        };

        var paragraph = Assert.IsType<Paragraph>(Assert.Single(Read("{{ dataset.title }}", dataset)));

        Assert.All(paragraph.Content, inline => Assert.IsType<TextRun>(inline));
        Assert.Equal(dataset.Title, string.Concat(paragraph.Content.Cast<TextRun>().Select(run => run.Text)));
    }

    [Fact]
    public void A_template_without_front_matter_is_refused()
    {
        var file = Path.Combine(Sample.TemporaryFolder(), "plain.liquid");
        File.WriteAllText(file, "# Title\n");

        Assert.Equal(
            "templates/plain.liquid: error RE210: No front matter. Expected: a first line '---', then title: and "
                + "subtitle:, then '---'.",
            Assert.Single(Assert.Throws<ReportException>(() => ReportTemplate.Read(file)).Problems).ToString()
        );
    }

    [Fact]
    public void Every_table_and_chart_of_the_catalogues_can_be_asked_for() =>
        Assert.NotEmpty(
            Read(
                string.Join(
                    "\n\n",
                    TableCatalogue
                        .Ids.Select(id => "{% table " + id + " %}")
                        .Concat(ChartCatalogue.Ids.Select(id => "{% chart " + id + " %}"))
                )
            )
        );

    private static Dataset Dataset() =>
        new()
        {
            Title = "Title",
            Office = "Office",
            Contact = "contact",
            BaselineOn = "2025-01-01",
            ExtractedAt = "2026-01-15T18:59:59Z",
            Invented = 1,
        };

    private static IReadOnlyList<Block> Read(string body, Dataset? dataset = null)
    {
        var file = Path.Combine(Sample.TemporaryFolder(), "try.liquid");
        File.WriteAllText(file, "---\ntitle: A title\nsubtitle: A subtitle\n---\n" + body);
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(file)!, "_method.liquid"), "# Method\n");
        return Sample.With(
            "2025-Q4",
            null,
            set =>
                TemplateReader.Read(
                    ReportTemplate.Read(file),
                    set,
                    Edition.All[0],
                    Language.English,
                    dataset ?? Dataset()
                )
        );
    }
}
