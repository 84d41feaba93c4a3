using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using ReportEngine.Documents;
using ReportEngine.Languages;
using ReportEngine.Rendering;
using ReportEngine.Templates;

namespace ReportEngine.Tests.Languages;

public sealed class LanguageTests
{
    private static readonly string Templates = Installation.Find().Templates;

    public static TheoryData<string> Others() => [.. LanguageFile.All(Templates).Skip(1).Select(language => language.Code)];

    /// <summary>Every word the engine asks for while it builds everything, also for a period in which charts and rates are missing.</summary>
    [Theory]
    [MemberData(nameof(Others))]
    public void Every_word_of_the_engine_is_translated_and_no_other(string code)
    {
        var language = Find(code);
        var asked = new AskedWords();
        foreach (var (period, asOf) in ((string, string?)[])[("2025-Q4", null), ("2025-Q1", "2025-01-20"), ("FY2025-26", null)])
        {
            Build(English with { Words = asked }, period, asOf, Edition.All[0]);
        }
        Build(English with { Words = asked }, "2025-Q4", null, Edition.All[1]);
        Build(English with { Words = asked }, "2025-Q4", null, Edition.All[2]);
        var data = SampleTexts();

        var missing = asked.Words.Where(word => !language.Words.ContainsKey(word) && !data.Contains(word) && word.Any(char.IsLetter)).Order(StringComparer.Ordinal).ToList();
        var unused = language.Words.Keys.Where(word => !asked.Words.Contains(word)).ToList();
        File.WriteAllLines("/tmp/missing.txt", missing);
        File.WriteAllLines("/tmp/unused.txt", unused);
        Assert.Empty(missing);
        Assert.Empty(unused);
    }

    private static readonly Language English = Language.English with { Code = "fr" };

    private static Language Find(string code) => LanguageFile.All(Templates).First(language => language.Code == code);

    private static void Build(Language language, string period, string? asOf, Edition edition) => Report.Build(
        new BuildRequest(ReportTemplate.All(Templates, Language.English), Sample.Database, "sample data", Period.TryParse(period),
            asOf is null ? null : CutOff.TryParse(asOf), edition, language, ReportFormat.All, Sample.TemporaryFolder()),
        Installation.Find());

    private static HashSet<string> SampleTexts() => Directory.EnumerateFiles(Installation.Find().SampleData, "*.csv")
        .SelectMany(file => Sample.Rows(file)).SelectMany(row => row.Values).ToHashSet(StringComparer.Ordinal);

    /// <summary>Has every word, and remembers which were asked for.</summary>
    private sealed class AskedWords : IReadOnlyDictionary<string, string>
    {
        public HashSet<string> Words { get; } = new(StringComparer.Ordinal);

        public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
        {
            Words.Add(key);
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
