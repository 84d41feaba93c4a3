using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Templates;
using Scriban;
using Scriban.Runtime;

namespace ReportEngine.Tests.Templates;

/// <summary>
/// SAF.07 of 2025-Q4 holds small counts of accounts, which the public edition withholds. No template can be made to
/// tell one.
/// </summary>
public sealed class TemplateLeakTests
{
    private const string Secret = "(figure \"SAF.07\" protected_context: \"research\")";

    private static readonly string[] Expressions =
    [
        "{{ if F == 3 }}a{{ end }}",
        "{{ if F > 1 }}a{{ end }}",
        "{{ if F < 10 }}a{{ end }}",
        "{{ if F != F }}a{{ end }}",
        "{{ if F == empty }}a{{ end }}",
        "{{ if F == null }}a{{ end }}",
        "{{ if F }}a{{ end }}",
        "{{ if !F }}a{{ end }}",
        "{{ if F && true }}a{{ end }}",
        "{{ F + \"\" }}",
        "{{ F + 1 }}",
        "{{ F * 1 }}",
        "{{ -F }}",
        "{{ F | string.size }}",
        "{{ F | math.plus 1 }}",
        "{{ F | object.to_json }}",
        "{{ F ?? 1 }}",
        "{{ F ? 1 : 2 }}",
        "{{ F.value }}",
        "{{ F.quantity }}",
        "{{ F[\"value\"] }}",
        "{{ F[0] }}",
        "{{ F.size }}",
        "{{ for x in F }}a{{ end }}",
        "{{ for x in 1..F }}a{{ end }}",
        "{{ for p in platforms limit: F }}a{{ end }}",
        "{{ for p in platforms offset: F }}a{{ end }}",
        "{{ case F }}{{ when 3 }}a{{ end }}",
        "{{ [F, 1] | array.sort }}",
        "{{ [F] | array.filter @is_zero }}",
        "{{ x = F }}",
        "{{ capture x }}{{ F }}{{ end }}",
        "{{ $\"{F}\" }}",
        "{{ with F }}{{ value }}{{ end }}",
        "{{ import F }}",
        "{{ F() }}",
        "{{ table F }}",
        "{{ figure F }}",
        "{{ include F }}",
        "{{ wrap note F }}a{{ end }}",
        "{{ figure \"REF.01\" platform: F }}",
        "{{ is_zero F }}",
        "{{ is_zero F == true }}",
    ];

    public static TheoryData<string> All() => [.. Expressions];

    [Theory]
    [MemberData(nameof(All))]
    public void A_figure_can_be_printed_or_handed_on_and_nothing_else(string expression) =>
        Assert.NotEmpty(Written.Problems(expression.Replace("F", Secret, StringComparison.Ordinal)));

    /// <summary>
    /// Of what the check lets through, one at a time: the words are those of any withheld count, whatever it is.
    /// </summary>
    [Theory]
    [InlineData("{{ G }}", "[c]")]
    [InlineData("{{ if is_withheld F }}yes{{ else }}no{{ end }}", "yes")]
    [InlineData("{{ if !(is_withheld F) || (is_zero F) }}yes{{ else }}no{{ end }}", "no")]
    public void Of_a_withheld_figure_only_that_it_is_withheld_is_told(string template, string words)
    {
        var rules = new DisclosureRules(5);

        foreach (var context in (string[])["journalism", "research", "counter_speech"])
        {
            var figure = "figure \"SAF.07\" protected_context: \"" + context + "\"";
            var text = template
                .Replace("F", "(" + figure + ")", StringComparison.Ordinal)
                .Replace("G", figure, StringComparison.Ordinal);
            Assert.Equal(words, Written.Words(Written.Read(text, change: set => set.Protected(rules))));
        }
    }

    /// <summary>
    /// Behind the check, the engine itself gives nothing away: whatever a figure comes to, a template does the same.
    /// </summary>
    [Theory]
    [InlineData("f == 3")]
    [InlineData("f > 1")]
    [InlineData("f + 1")]
    [InlineData("f + \"\"")]
    [InlineData("-f")]
    [InlineData("f ?? 1")]
    [InlineData("f.figure")]
    [InlineData("f.Figure")]
    [InlineData("f.type_name")]
    [InlineData("f[0]")]
    [InlineData("f[\"figure\"]")]
    [InlineData("[f, f]")]
    [InlineData("{a: f}")]
    [InlineData("f()")]
    [InlineData("f == empty")]
    [InlineData("if f; \"a\"; end")]
    [InlineData("for x in f; x; end")]
    [InlineData("for x in 1..f; x; end")]
    [InlineData("case f; when 3; \"a\"; end")]
    [InlineData("$\"{f}\"")]
    [InlineData("f; x = f; x + x")]
    [InlineData("this")]
    public void Without_the_check_the_engine_gives_nothing_away_either(string code)
    {
        var ofThree = Outcome(code, 3);
        var ofMany = Outcome(code, 4711);

        Assert.Equal(ofThree, ofMany);
        Assert.DoesNotContain("4711", ofMany, StringComparison.Ordinal);
    }

    /// <summary>What is printed, or why nothing is.</summary>
    private static string Outcome(string code, long secret)
    {
        var figure = new Figure(
            MetricCatalogue.Find("REF.01"),
            [],
            new Count(secret),
            Period.TryParse("2025-Q4")!,
            CutOff.TryParse("2026-01-15")!
        );
        var run = new TemplateRun(new ScriptObject { ["f"] = new FigureValue(figure) });
        var parsed = Template.Parse("{{ if " + code + " }}yes{{ else }}no{{ end }}", "templates/try.sbn-md");
        parsed = parsed.HasErrors ? Template.Parse("{{ " + code + " }}", "templates/try.sbn-md") : parsed;
        Assert.False(parsed.HasErrors);
        try
        {
            return run.Text(parsed.Page!);
        }
        catch (ReportException error)
        {
            return string.Join('\n', error.Problems);
        }
    }
}
