using System.Text.RegularExpressions;
using ReportEngine.Cases;
using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;
using ReportEngine.Web;
using ReportEngine.Web.State;

namespace ReportEngine.Tests.Reports.Web;

/// <summary>Every text of the site is in its language file, and another language needs nothing else.</summary>
public sealed partial class TextsTests
{
    private static readonly string Source = Path.GetFullPath(
        Path.Combine(Installation.Find().Templates, "..", "src", "ReportEngine.Web")
    );

    private static readonly Texts English = Texts.Read(Installation.Find().Templates, "en");

    /// <summary>Keys that are put together from a kind of thing and its name.</summary>
    private static IEnumerable<string> PutTogether =>
        [
            .. Enum.GetNames<Stage>().Concat(Enum.GetNames<JobState>()).Distinct().Select(name => "stage." + name),
            .. Enum.GetValues<Act>().Select(act => "act." + ActivityLog.NameOf(act)),
            .. Enum.GetNames<Dimension>().Select(name => "dimension." + name),
            .. Enum.GetNames<Role>().Append("service").Append("none").Select(name => "role." + name.ToLowerInvariant()),
            .. Enum.GetNames<ColumnForm>().Select(name => "import.form_" + name),
            .. Enum.GetNames<DecisionAct>().Select(name => "decision." + name),
            .. Enum.GetNames<Severity>().Select(name => "check." + name),
            .. English.Keys.Where(key => key.StartsWith("problem.", StringComparison.Ordinal)),
            .. ChartCatalogue.Ids.Select(id => "chart." + id.Replace('_', '-')),
            .. Edition.All.SelectMany(edition => new[] { "words." + edition.Id, "build.who_" + edition.Id }),
            .. MetricCatalogue.All.Select(metric => "figures." + metric.Id.Split('.')[0]).Distinct(),
            .. new[] { 400, 401, 403, 404, 413, 429, 500, 503 }.SelectMany(code =>
                new[] { "status.title_" + code, "status.text_" + code }
            ),
        ];

    [Fact]
    public void Every_text_that_a_page_names_is_there_and_no_other()
    {
        var named = Files("*.cs*")
            .SelectMany(file => Named().Matches(File.ReadAllText(file)).Select(match => match.Groups["key"].Value))
            .Where(key => English.Keys.Select(one => one.Split('.')[0]).Contains(key.Split('.')[0]));
        var used = named
            .Where(key => key.Split('.')[1] is not ("db" or "sql" or "css" or "js" or "json"))
            .Concat(PutTogether)
            .ToHashSet(StringComparer.Ordinal);

        Assert.Equal(used.Order(StringComparer.Ordinal), English.Keys.Order(StringComparer.Ordinal));
    }

    /// <summary>What is left of a page without its tags and code has no letter in it.</summary>
    [Fact]
    public void No_page_has_a_word_of_its_own() =>
        Assert.All(
            Files("*.cshtml"),
            file =>
            {
                var text = File.ReadAllText(file).Replace("=>", "", StringComparison.Ordinal);
                foreach (Match title in Shown().Matches(text))
                {
                    Assert.DoesNotMatch(@"\p{L}{2}", Code().Replace(title.Groups["text"].Value, ""));
                }
            }
        );

    [Fact]
    public void A_site_in_a_language_from_right_to_left_has_none_of_the_English_texts()
    {
        var other = new Texts(
            new Language("en", "ar", "Test", true, new Dictionary<string, string>()),
            English.Keys.ToDictionary(key => key, key => "⟦" + Letters().Replace(English[key], "ا") + "⟧")
        );
        using var office = new TestOffice(options => options with { Texts = other });
        foreach (
            var (role, address) in new (Role?, string)[]
            {
                (null, "/"),
                (null, "/releases"),
                (null, "/method"),
                (null, "/figures/OUT.02"),
                (null, "/nothing"),
                (Role.Official, "/office"),
                (Role.Official, "/office/new"),
                (Role.Auditor, "/audit"),
                (Role.Auditor, "/audit/log"),
            }
        )
        {
            using var answer = office.As(role).Get(address);
            var page = TestPerson.HtmlOf(answer);
            Assert.Contains("<html lang=\"ar\" dir=\"rtl\">", page, StringComparison.Ordinal);
            foreach (
                var english in (string[])
                    [
                        "Latest figures",
                        "Sign in",
                        "Skip to content",
                        "Releases<",
                        "Method<",
                        "Page not found",
                        "Period<",
                    ]
            )
            {
                Assert.DoesNotContain(english, page, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("xx", "RE214")]
    [InlineData("../en", "RE214")]
    public void A_language_without_a_file_is_told(string code, string problem) =>
        Assert.Equal(
            problem,
            Assert.Throws<ReportException>(() => Texts.Read(Installation.Find().Templates, code)).Problems[0].Code
        );

    [Theory]
    [InlineData("front:\n  lead: one: two\n", "templates/site/en.yaml(2,", "cannot be read")]
    [InlineData("front: words\n", "templates/site/en.yaml", "cannot be read")]
    [InlineData("", "templates/site/en.yaml", "cannot be read")]
    public void A_broken_file_of_texts_is_told_with_its_place(string content, string place, string found)
    {
        var templates = Sample.TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(templates, "strings"));
        Directory.CreateDirectory(Path.Combine(templates, "site"));
        File.WriteAllText(Path.Combine(templates, "site", "en.yaml"), content);

        var problem = Assert.Single(Assert.Throws<ReportException>(() => Texts.Read(templates, "en")).Problems);

        Assert.StartsWith(place, problem.Place, StringComparison.Ordinal);
        Assert.Contains(found, problem.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_put_into_a_text_with_links_is_printed_as_it_is() =>
        Assert.Equal(
            "There is a later release of this period: <a href=\"/releases/a?b=1&amp;c=2\">version &lt;b&gt;</a>.",
            English.Html("release.later", "<b>", "/releases/a?b=1&c=2").ToString()
        );

    private static IEnumerable<string> Files(string pattern) =>
        Directory
            .EnumerateFiles(Source, pattern, SearchOption.AllDirectories)
            .Where(file =>
                !file.Contains("/obj/", StringComparison.Ordinal)
                && !file.Contains("/bin/", StringComparison.Ordinal)
                && Path.GetExtension(file) is ".cs" or ".cshtml"
            );

    [GeneratedRegex("\"(?<key>[a-z_]+\\.[A-Za-z_0-9]*[A-Za-z0-9])\"")]
    private static partial Regex Named();

    /// <summary>What stands between tags, and in attributes that are read out.</summary>
    [GeneratedRegex("(?:(?<=>)|(?:aria-label|title|alt|placeholder)=\")(?<text>[^<>\"{}@]*)(?=[<\"])")]
    private static partial Regex Shown();

    [GeneratedRegex(@"@[A-Za-z(].*|\b(?:SVG|PNG|CSV|JSON)\b")]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<![{\\(/])\b[A-Za-z]+\b(?![})])")]
    private static partial Regex Letters();
}
