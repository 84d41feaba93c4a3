using System.Diagnostics;
using ReportEngine.Templates;
using Scriban;
using Scriban.Runtime;

namespace ReportEngine.Tests.Templates;

/// <summary>
/// A template is written by a colleague, not an enemy; but what hangs, crashes or passes in silence, somebody writes by
/// mistake one day. Everything here is refused before a register is opened, and soon.
/// </summary>
public sealed class TemplateAttackTests
{
    private const int Many = 100_000;

    private static readonly Dictionary<string, string> Shapes = new(StringComparer.Ordinal)
    {
        ["brackets"] = "{{ " + new string('(', Many),
        ["square brackets"] = "{{ " + new string('[', Many),
        ["objects"] = "{{ " + Times("{a:", Many / 2),
        ["nots"] = "{{ " + new string('!', Many) + "a }}",
        ["minuses"] = "{{ " + Times("- ", Many / 2) + "1 }}",
        ["members"] = "{{ a" + Times(".b", Many / 2) + " }}",
        ["indexes"] = "{{ a" + Times("[0]", Many / 2) + " }}",
        ["calls"] = "{{ a" + Times("()", Many / 2) + " }}",
        ["pipes"] = "{{ a" + Times(" | f", Many / 4) + " }}",
        ["ifs"] = Times("{{ if true }}", Many / 10),
        ["else ifs"] = "{{ if a }}" + Times("{{ else if a }}", Many / 10),
        ["wraps"] = Times("{{ wrap note \"a\" }}", Many / 20),
        ["loops"] = Times("{{ for p in platforms }}", Many / 20),
        ["opens"] = Times("{{", Many),
        ["escapes"] = Times("{%{", Many / 2),
        ["an escape that is not closed"] = "{%{ {{ table \"outcomes\" }}",
        ["a long name"] = "{{ " + new string('a', 5_000_000) + " }}",
        ["a name too long"] = "{{ " + new string('a', 1000) + " }}",
        ["a long text"] = "{{ \"" + new string('a', 5_000_000) + "\" }}",
        ["a long text that is not closed"] = "{{ \"" + new string('a', 150_000),
        ["a number that takes minutes"] = "{{ x = 1e100000000 }}",
        ["a number of many digits"] = "{{ 0b" + new string('1', Many) + " }}",
        ["a number with a point"] = "{{ 1.5 }}",
        ["an endless range"] = "{{ for i in 1..1000000000 }}a{{ end }}",
        ["a NUL"] = "{{ table \0\"outcomes\" }}",
        ["a sign of ours"] = "\uE0000\uE001",
        ["a sign of ours in quotes"] = "{{ wrap note \"\uE0000\uE001\" }}a{{ end }}",
        ["a sign of ours as an escape"] = "{{ wrap note \"\\uE0000\\uE001\" }}a{{ end }}",
        ["an interpolation"] = "{{ $\"{figure}\" }}",
        ["a quote with back ticks"] = "{{ table `outcomes` }}",
        ["tablerow"] = "{{ tablerow p in platforms }}a{{ end }}",
        ["while"] = "{{ while true }}a{{ end }}",
        ["capture"] = "{{ capture a }}b{{ end }}",
        ["case"] = "{{ case 1 }}{{ when 1 }}a{{ end }}",
        ["func"] = "{{ func f }}a{{ end }}",
        ["with"] = "{{ with period }}{{ name }}{{ end }}",
        ["import"] = "{{ import period }}",
        ["readonly"] = "{{ readonly period }}",
        ["this"] = "{{ this }}",
        ["return"] = "{{ ret 1 }}",
        ["break"] = "{{ for p in platforms }}{{ break }}{{ end }}",
        ["a clock"] = "{{ date.now }}",
        ["a file"] = "{{ include \"../../etc/passwd\" }}",
        ["a name of ours given a value"] = "{{ figure = 1 }}",
        ["a member given a value"] = "{{ for p in platforms }}{{ p.code = \"x\" }}{{ end }}",
        ["an object"] = "{{ a = {b: 1} }}",
        ["a list"] = "{{ for p in [1, 2] }}a{{ end }}",
        ["two statements"] = "{{ page_break; x = 1 }}",
        ["a delegate"] = "{{ @figure }}",
        ["a private name"] = "{{ $x }}",
    };

    public static TheoryData<string> All() => [.. Shapes.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public void It_is_refused_with_a_place_and_soon(string shape)
    {
        var watch = Stopwatch.StartNew();

        var problems = Written.Problems(Shapes[shape]);

        Assert.NotEmpty(problems);
        Assert.InRange(problems.Count, 1, 100);
        Assert.All(
            problems,
            problem => Assert.StartsWith("templates/try.sbn-md", problem.Place, StringComparison.Ordinal)
        );
        Assert.All(problems, problem => Assert.InRange(problem.ToString().Length, 1, 1000));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), "It hangs.");
    }

    /// <summary>A thousand parts that each include a thousand others: a million, of no letter.</summary>
    [Fact]
    public void Parts_that_multiply_end_at_a_limit_with_a_place()
    {
        var partials = new Dictionary<string, string>
        {
            ["a"] = Times("{{ include \"b\" }}", 1000),
            ["b"] = Times("{{ include \"c\" }}", 1000),
            ["c"] = "{{ # nothing }}",
        };

        var problem = Assert.Single(
            Assert.Throws<ReportException>(() => Written.Read("{{ include \"a\" }}", partials: partials)).Problems
        );

        Assert.Equal("RE219", problem.Code);
        Assert.StartsWith("templates/_", problem.Place, StringComparison.Ordinal);
    }

    /// <summary>Each of ten loops gives the next of eight parts other names: a hundred million.</summary>
    [Fact]
    public void Parts_that_multiply_in_loops_are_told_and_not_all_checked()
    {
        var partials = Enumerable
            .Range(0, 8)
            .ToDictionary(
                part => FormattableString.Invariant($"p{part}"),
                part =>
                    string.Concat(
                        Enumerable
                            .Range(0, part == 7 ? 0 : 10)
                            .Select(loop =>
                                FormattableString.Invariant($"{{{{ for v{part}x{loop} in platforms }}}}")
                                + FormattableString.Invariant($"{{{{ include \"p{part + 1}\" }}}}{{{{ end }}}}")
                            )
                    )
            );
        var watch = Stopwatch.StartNew();

        var problems = Written.Problems("{{ include \"p0\" }}", partials);

        Assert.Equal("RE211", problems[0].Code);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), "It hangs.");
    }

    [Fact]
    public void Loops_in_loops_end_at_a_limit_with_a_place()
    {
        var names = "abcdef".Select(letter => letter.ToString()).ToList();
        var text =
            string.Concat(names.Select(name => "{{ for " + name + " in platforms }}"))
            + "x"
            + Times("{{ end }}", names.Count);

        var problem = Assert.Single(Assert.Throws<ReportException>(() => Written.Read(text)).Problems);

        Assert.Equal("RE218", problem.Code);
        Assert.StartsWith("templates/try.sbn-md(5,", problem.Place, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_without_end_ends_at_a_limit_with_a_place()
    {
        var text =
            "{{ for a in platforms }}{{ for b in platforms }}{{ for c in platforms }}"
            + new string('x', 150_000)
            + "{{ end }}{{ end }}{{ end }}";

        Assert.Equal("RE221", Assert.Single(Assert.Throws<ReportException>(() => Written.Read(text)).Problems).Code);
    }

    /// <summary>Markdown has a depth of its own.</summary>
    [Theory]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("*a ")]
    [InlineData("[")]
    public void Markdown_of_many_levels_is_read_or_told(string level)
    {
        var read = Record.Exception(() => Written.Read(Times(level, 20_000) + "a"));

        Assert.True(read is null or ReportException { Problems: [{ Code: "RE222" or "RE226" }, ..] }, read?.ToString());
    }

    /// <summary>On a machine where each look at the clock takes a second.</summary>
    [Fact]
    public void A_reading_that_takes_too_long_ends_with_a_place()
    {
        var run = new TemplateRun(new ScriptObject(), new SlowTime());
        var page = Template.Parse(Times("a{{ 'b' }}", 50), "templates/try.sbn-md").Page!;

        var problem = Assert.Single(Assert.Throws<ReportException>(() => run.Text(page)).Problems);

        Assert.Equal("RE220", problem.Code);
        Assert.StartsWith("templates/try.sbn-md(1,", problem.Place, StringComparison.Ordinal);
    }

    /// <summary>The register may take its time.</summary>
    [Fact]
    public void The_time_that_figures_take_does_not_count()
    {
        var time = new SlowTime { Second = 0 };
        var budget = new TemplateBudget(time);

        budget.Outside(() => time.Now += 3600 * time.TimestampFrequency);
        budget.Step(default);

        time.Now += 3600 * time.TimestampFrequency;
        Assert.Throws<ReportException>(() => budget.Step(default));
    }

    private sealed class SlowTime : TimeProvider
    {
        public long Now { get; set; }

        /// <summary>What a look takes.</summary>
        public long Second { get; init; } = System.TimestampFrequency;

        public override long GetTimestamp() => Now += Second;
    }

    private static string Times(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
