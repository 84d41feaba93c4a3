using System.Text;
using System.Text.RegularExpressions;
using ReportEngine.Documents;
using ReportEngine.Templates;

namespace ReportEngine.Tests.Templates;

/// <summary>What templates/README.md tells an author is so.</summary>
public sealed partial class ManualTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Installation.Find().Templates, "README.md"))
        .ReplaceLineEndings("\n");

    public static TheoryData<string> Examples() => [.. Example().Matches(Text).Select(match => match.Groups[1].Value)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Each_example_can_be_built(string example)
    {
        var partials = Directory
            .EnumerateFiles(Installation.Find().Templates, "_*" + TemplateFile.Ending)
            .ToDictionary(file => Path.GetFileName(file)[1..^TemplateFile.Ending.Length], File.ReadAllText);

        var blocks = Written.Read(example, partials: partials);

        // A remark is read by nobody else, and no platform of the sample is withheld or without an account.
        var isSilent =
            example.Contains("{{ #", StringComparison.Ordinal)
            || example.Contains("is_withheld", StringComparison.Ordinal);
        Assert.Equal(isSilent, blocks.Count == 0);
    }

    [Fact]
    public void Every_name_of_the_language_is_told()
    {
        var names = TemplateLanguage
            .Names.Where(name => !TemplateLanguage.Objects.ContainsKey(name))
            .Concat(TemplateLanguage.Objects.SelectMany(one => one.Value.Keys.Select(member => one.Key + "." + member)))
            .Concat(TemplateLanguage.LoopMembers.Keys.Select(member => TemplateLanguage.Loop + "." + member));

        Assert.All(names, name => Assert.Contains(name, Text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_loop_over_platforms_gives_each_its_heading_its_figure_and_its_table()
    {
        var words = Written.Words(
            Written.Read(
                "{{ for p in platforms }}\n## {{ p.name }}\n\n{{ figure \"REF.01\" platform: p.code }} referrals.\n\n"
                    + "{{ table \"outcomes\" platform: p.code }}\n{{ end }}"
            )
        );

        Assert.StartsWith(
            "# Facebook\n183 referrals.\n[outcomes_facebook]\n# Instagram\n75 referrals.\n[outcomes_instagram]\n",
            words,
            StringComparison.Ordinal
        );
        Assert.EndsWith("# X\n327 referrals.\n[outcomes_x]", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{ for p in periods ~}}\n- {{ p.name }}: {{ figure \"REF.01\" period: p.code }}\n{{ end ~}}")]
    [InlineData("{{ for p in periods ~}}\r\n- {{ p.name }}: {{ figure \"REF.01\" period: p.code }}\r\n{{ end ~}}\r\n")]
    public void A_loop_over_periods_gives_one_list(string template) =>
        Assert.Equal(
            "- January to March 2025: 113\n- April to June 2025: 274\n- July to September 2025: 1,010\n"
                + "- October to December 2025: 923",
            Written.Words([Assert.IsType<ListBlock>(Assert.Single(Written.Read(template)))])
        );

    [Theory]
    [InlineData(
        "{{ for p in points }}{{ p.code }} {{ end }}",
        "NAP2014-05 NAP2014-07 NAP2014-11 NAP2014-13 NAP2014-14 "
    )]
    [InlineData("{{ for o in organisations }}{{ o.name }}; {{ end }}", "Tehrik-e Taliban Pakistan (TTP); ")]
    [InlineData(
        "{{ for a in agencies }}{{ if for.first }}{{ a.name }}{{ end }}{{ end }}",
        "Counter Terrorism Department Balochistan"
    )]
    [InlineData(
        "{{ for p in platforms }}{{ if p.code == \"x\" || for.first }}{{ p.name }} {{ end }}{{ end }}",
        "Facebook X "
    )]
    [InlineData("{{ if !period.is_complete }}a{{ else if dataset.is_invented }}b{{ else }}c{{ end }}", "b")]
    [InlineData("{{ if is_zero (figure \"LEG.03\") }}none{{ end }}", "none")]
    [InlineData("{{ if is_zero (figure \"OUT.02\") }}none{{ else }}some{{ end }}", "some")]
    [InlineData(
        "{{ if is_few (figure \"UDR.04\" statistic: \"median\" request_type: \"emergency\") }}few{{ end }}",
        "few"
    )]
    [InlineData("{{ if is_reached (figure \"RT.02\" statistic: \"median\") }}yes{{ else }}no{{ end }}", "yes")]
    [InlineData("{{ if is_reached (figure \"RT.03\" statistic: \"p90\") }}yes{{ else }}no{{ end }}", "no")]
    public void Loops_and_choices_go_by_what_things_are(string template, string words) =>
        Assert.Contains(words.TrimEnd(), Written.Words(Written.Read(template)), StringComparison.Ordinal);

    [GeneratedRegex("```sbn-md\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
