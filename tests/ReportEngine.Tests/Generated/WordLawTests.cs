using System.Text.RegularExpressions;
using CsCheck;
using ReportEngine.Cases;
using ReportEngine.Documents;
using ReportEngine.Languages;
using ReportEngine.Templates;
using ReportEngine.Tests.Cases;

namespace ReportEngine.Tests.Generated;

/// <summary>Numbers of the register are figures, never words: the disclosure rules see every one of them.</summary>
public sealed partial class WordLawTests
{
    private const int FewReferrals = 60;

    /// <summary>
    /// What titles, headings, notes and explanations say with a number, they say of one referral and of the sample too:
    /// the number is not the register's. Names of things are.
    /// </summary>
    [Fact]
    public void Words_beside_values_hold_no_number_of_the_register()
    {
        using var one = new CsvFolder();
        one.Referral("telegram", "2025-10-02T10:00:00Z");
        var constant = WordsOf(one.Import())
            .Words.Concat(WordsOf(Sample.Database).Words)
            .ToHashSet(StringComparer.Ordinal);

        // A report of a period without referrals is refused.
        RegisterPlan
            .Any.Where(plan => plan.Referrals > FewReferrals)
            .Sample(
                plan =>
                {
                    using var folder = GeneratedRegister.Of(plan);
                    var (words, names) = WordsOf(folder.Import());
                    Assert.All(words.Except(constant).Where(text => !names.Contains(text)), text => Assert.Fail(text));
                },
                iter: RegisterPlan.Iterations(6),
                threads: 1
            );
    }

    private static (IReadOnlyList<string> Words, IReadOnlySet<string> Names) WordsOf(string database)
    {
        var request = new BuildRequest(
            ReportTemplate.All(Installation.Find(), Language.English),
            database,
            "register",
            Period.TryParse("2025-Q4"),
            null,
            Edition.All[0],
            Language.English,
            [],
            ""
        );
        using var reader = new ReportReader(request, Installation.Find(), static _ => { }, isForChecks: true);
        var blocks = reader.ReadAll().SelectMany(read => read.Document.Blocks).ToList();
        using var cases = CaseFile.Open(database, null);
        var names = cases.ReadCodeLists("en").Values.SelectMany(list => list.Value).Select(value => value.Label);
        return (
            [.. Document.WordsOf(blocks).Where(text => Number().IsMatch(text))],
            names.ToHashSet(StringComparer.Ordinal)
        );
    }

    [GeneratedRegex("[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
