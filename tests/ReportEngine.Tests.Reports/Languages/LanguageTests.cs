using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;
using ReportEngine.Rendering;
using ReportEngine.Templates;
using ReportEngine.Tests.Reports.Releases;

namespace ReportEngine.Tests.Reports.Languages;

public sealed partial class LanguageTests
{
    private static readonly string Templates = Installation.Find().Templates;

    public static TheoryData<string> Others() =>
        [.. LanguageFile.All(Templates).Skip(1).Select(language => language.Code)];

    /// <summary>
    /// Every word the engine asks for while it builds everything, also for a period in which charts and rates are
    /// missing.
    /// </summary>
    [Theory]
    [MemberData(nameof(Others))]
    public void Every_word_of_the_engine_is_translated_and_none_is_left_over(string code)
    {
        var language = Find(code);
        var asked = new AskedWords();
        foreach (
            var (period, asOf) in ((string, string?)[])
                [("2025-Q4", null), ("2025-Q1", "2025-01-20"), ("FY2025-26", null)]
        )
        {
            Build(Translated with { Words = asked }, period, asOf, Edition.All[0]);
        }
        foreach (var edition in Edition.All.Skip(1))
        {
            Build(Translated with { Words = asked }, "2025-Q4", null, edition);
        }
        var store = new TestStore();
        store.Publish(
            store.Build(
                "2025-10-20",
                report: "quarterly-transparency",
                language: Translated with
                {
                    Words = asked,
                },
                formats: ["html", "xlsx", "csv"]
            )
        );
        store.Build(
            null,
            report: "quarterly-transparency",
            language: Translated with
            {
                Words = asked,
            },
            isFinal: true,
            formats: ["html", "xlsx", "csv"]
        );
        var data = SampleTexts();

        var missing = asked
            .Words.Where(word => !language.Words.ContainsKey(word) && !data.Contains(word) && IsWord(word))
            .Order(StringComparer.Ordinal)
            .ToList();
        var source = string.Concat(
                Directory
                    .EnumerateFiles(Path.Combine(Templates, "..", "src"), "*.cs", SearchOption.AllDirectories)
                    .Select(File.ReadAllText)
            )
            .Replace("\\u00a0", "\u00a0", StringComparison.Ordinal);
        data.UnionWith(TableCatalogue.Ids.Select(id => char.ToUpperInvariant(id[0]) + id[1..].Replace('_', ' ')));
        var unused = language
            .Words.Keys.Where(word =>
                !asked.Words.Contains(word)
                && !data.Contains(word)
                && !source.Contains("\"" + word + "\"", StringComparison.Ordinal)
            )
            .ToList();
        Assert.True(missing.Count == 0, string.Join('\n', missing));
        Assert.True(unused.Count == 0, string.Join('\n', unused));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Every_report_is_written_with_the_same_tags(string code)
    {
        var others = ReportTemplate.All(Installation.Find(), Find(code)).ToDictionary(template => template.ReportId);
        foreach (var template in ReportTemplate.All(Installation.Find(), Language.English))
        {
            var other = others[template.ReportId];
            Assert.Equal(Tags(template.Text), Tags(other.Text));
            Assert.Equal(template.Partials.Keys, other.Partials.Keys);
            Assert.All(
                template.Partials,
                partial => Assert.Equal(Tags(partial.Value.Text), Tags(other.Partials[partial.Key].Text))
            );
        }
    }

    /// <summary>
    /// Words in Latin letters stand in the data, in the template or in the translation itself, or they are ids.
    /// </summary>
    [Theory]
    [MemberData(nameof(Others))]
    public void No_English_word_is_left_in_a_page(string code)
    {
        var language = Find(code);
        var meant = string.Join(
            ' ',
            SampleTexts()
                .Concat(language.Words.Values)
                .Append(File.ReadAllText(Path.Combine(Templates, "style", "report.css")))
                .Concat(
                    ReportTemplate
                        .All(Installation.Find(), language)
                        .SelectMany(template =>
                            template.Partials.Values.Select(file => file.Text).Append(template.Text)
                        )
                )
        );
        foreach (var template in Sample.Templates)
        {
            var page = File.ReadAllText(
                Path.Combine(BuiltSample.FolderOf(template.ReportId, code), template.ReportId + "-2025-Q4.html")
            );
            var words = LatinWord()
                .Matches(System.Net.WebUtility.HtmlDecode(Markup().Replace(page, " ")))
                .Select(match => match.Value);

            Assert.Contains(
                "lang=\"" + code + "\" dir=\"" + (language.RightToLeft ? "rtl" : "ltr") + "\"",
                page,
                StringComparison.Ordinal
            );
            Assert.Equal([], words.Where(word => !meant.Contains(word, StringComparison.Ordinal)).Distinct());
        }
    }

    [Fact]
    public void A_Latin_run_in_a_right_to_left_sentence_keeps_its_direction()
    {
        var urdu = Language.English with { RightToLeft = true };

        Assert.Equal(
            "\u0645\u062f\u062a 2025 \u20662025-Q3 (FY2025-26)\u2069\u060c 923",
            urdu.Isolated("\u0645\u062f\u062a 2025 2025-Q3 (FY2025-26)\u060c 923")
        );
        Assert.Equal(
            "923 \u0645\u06cc\u06ba \u0633\u06d2 613 (\u206666.4%\u2069)",
            urdu.Isolated("923 \u0645\u06cc\u06ba \u0633\u06d2 613 (66.4%)")
        );
        Assert.Equal("2025-Q3", Language.English.Isolated("2025-Q3"));
        Assert.Equal("\u2066SWD(2024) 36\u2069 \u0645\u06cc\u06ba", urdu.Isolated("SWD(2024) 36 \u0645\u06cc\u06ba"));
        Assert.Equal(
            "\u0622\u0631\u0679\u06cc\u06a9\u0644 \u206621(1)(a)\u2069",
            urdu.Isolated("\u0622\u0631\u0679\u06cc\u06a9\u0644 21(1)(a)")
        );
    }

    /// <summary>Markers such as [u] and periods such as 2025-Q3 are the same everywhere.</summary>
    private static bool IsWord(string text) =>
        text.Any(char.IsLetter)
        && !(text[0] == '[' && text[^1] == ']')
        && MetricCatalogue.TryFind(text) is null
        && !text.StartsWith("ID.", StringComparison.Ordinal)
        && Period.TryParse(text.Replace("\u00a0[b]", "", StringComparison.Ordinal)) is null
        && Period.TryParseHalfYear(text) is null;

    private static readonly Language Translated = Language.English with { Code = "ur" };

    private static Language Find(string code) => LanguageFile.All(Templates).First(language => language.Code == code);

    private static void Build(Language language, string period, string? asOf, Edition edition) =>
        Report.Build(
            new BuildRequest(
                ReportTemplate.All(Installation.Find(), Language.English),
                Sample.Database,
                "sample data",
                Period.TryParse(period),
                asOf is null ? null : CutOff.TryParse(asOf),
                edition,
                language,
                ReportFormat.All,
                Sample.TemporaryFolder()
            ),
            Installation.Find()
        );

    /// <summary>
    /// Blocks in their order; within a paragraph, which another language may turn round, in the order of their names.
    /// </summary>
    private static IEnumerable<string> Tags(string template) =>
        template
            .Split("\n")
            .SelectMany(line =>
                Tag().Matches(line).Select(tag => NoteTitle().Replace(tag.Value, "")).Order(StringComparer.Ordinal)
            );

    private static HashSet<string> SampleTexts() =>
        Directory
            .EnumerateFiles(Installation.Find().SampleData, "*.csv")
            .SelectMany(file => Sample.Rows(file))
            .SelectMany(row => row.Values)
            .ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\{.*?\}\}")]
    private static partial Regex Tag();

    [GeneratedRegex("(?<=wrap note )\"[^\"]*\"")]
    private static partial Regex NoteTitle();

    [GeneratedRegex("<style>.*?</style>|<svg.*?</svg>|<[^>]+>", RegexOptions.Singleline)]
    private static partial Regex Markup();

    [GeneratedRegex("(?<![A-Za-z0-9@.-])[A-Za-z]{2,}(?![.@A-Za-z-]*[0-9@])")]
    private static partial Regex LatinWord();

    /// <summary>Has every word, and remembers which were asked for.</summary>
    private sealed class AskedWords : IReadOnlyDictionary<string, string>
    {
        private readonly ConcurrentDictionary<string, string> asked = new(StringComparer.Ordinal);

        public ICollection<string> Words => asked.Keys;

        public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
        {
            asked[key] = key;
            value = key;
            return true;
        }

        public string this[string key] => key;

        public IEnumerable<string> Keys => Words;

        public IEnumerable<string> Values => Words;

        public int Count => Words.Count;

        public bool ContainsKey(string key) => true;

        public IEnumerator<KeyValuePair<string, string>> GetEnumerator() =>
            Words.Select(word => KeyValuePair.Create(word, word)).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
