using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace ReportEngine.Tests.Templates;

/// <summary>A concept has one term in a language: that of templates/strings/terms.</summary>
public sealed class TermsTests
{
    private static readonly string Templates = Installation.Find().Templates;

    public static TheoryData<string> Languages() =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Templates, "strings", "terms"))
                .Select(file => Path.GetFileNameWithoutExtension(file)),
        ];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Each_term_is_used_and_no_other_word_for_it(string code)
    {
        var terms = new DeserializerBuilder()
            .WithNamingConvention(UnderscoredNamingConvention.Instance)
            .Build()
            .Deserialize<List<Dictionary<string, object>>>(
                File.ReadAllText(Path.Combine(Templates, "strings", "terms", code + ".yaml"))
            );
        var words = string.Concat(
            Directory
                .EnumerateFiles(Path.Combine(Templates, code))
                .Append(Path.Combine(Templates, "strings", code + ".yaml"))
                .Select(File.ReadAllText)
        );

        Assert.True(terms.Count > 10);
        Assert.All(terms, term => Assert.Contains((string)term[Language(code)], words, StringComparison.Ordinal));
        Assert.All(
            terms.SelectMany(term => (IEnumerable<object>)term.GetValueOrDefault("not", Array.Empty<object>())),
            other => Assert.DoesNotContain((string)other, words, StringComparison.Ordinal)
        );
    }

    /// <summary>Terms stand under the name of their language in English.</summary>
    private static string Language(string code) => code == "ur" ? "urdu" : code;
}
