using System.Text.RegularExpressions;
using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;
using ReportEngine.Tests.Figures;

namespace ReportEngine.Tests.Documents;

/// <summary>What page one says, by rule.</summary>
public sealed partial class FindingTests
{
    /// <summary>Counted again by another program from the CSV files, but for the words.</summary>
    [Theory]
    [InlineData("times_headline", "256 of 569 directions (45 %) had no answer within the legal limit.")]
    [InlineData(
        "times_answer",
        "Half of the 923 referrals had an answer within an estimated 42 hours (95 % interval 38 to 47). Nine in ten "
            + "had one within 20 days. In July to September 2025, half within 31 hours. "
            + "Like for like, 37 hours then and 41 hours now: no clear change."
    )]
    [InlineData(
        "times_platforms",
        "No platform changed clearly. Slower than all platforms together, half within: X 3.7 days; WhatsApp 3.5 "
            + "days. Faster: Telegram 19 hours; TikTok 21 hours; Facebook 25 hours."
    )]
    [InlineData(
        "times_waiting",
        "Of all periods, 137 referrals were waiting on 15 January 2026, 101 of them over 30 days. On 15 October 2025: "
            + "110, 55 of them over 30 days."
    )]
    [InlineData(
        "transparency_headline",
        "Platforms acted on 613 of 923 referrals (66 %); 56 (6 %) had no answer yet on 15 January 2026."
    )]
    [InlineData(
        "transparency_sent",
        "We sent 923 referrals about 886 accounts. Fewer than in July to September 2025: 1,010 referrals about 979 "
            + "accounts."
    )]
    [InlineData(
        "transparency_outcomes",
        "Acted on 613, refused 76, answered otherwise 175, withdrawn by us before an answer 3, waiting for an answer "
            + "56: together 923 referrals."
    )]
    [InlineData(
        "transparency_errors",
        "Found wrong so far: 4 of 923 of our referrals; undone: 7 of 613 of platforms’ actions. Preservations of user "
            + "data that ran out before we asked for the data: 11 of 12 (92 %). Of the referrals audited, 47 of 47 "
            + "were correct; so few cannot show that the others were."
    )]
    [InlineData(
        "plan_headline",
        "1 of 9 indicators is Red (mirror accounts found); 3 of 4 milestones due in the period are overdue."
    )]
    [InlineData(
        "plan_moves",
        "Up: cases on hate material sent to trial (Amber-Red to Green-Amber); referrals acted on by platforms "
            + "(Amber-Red to Green-Amber). Down: referrals acted on within 48 hours (Green-Amber to Amber-Red). Rated "
            + "now, but not then: cases on glorification sent to trial (Amber-Red). The values themselves: no clear "
            + "change, or none that can be tested."
    )]
    [InlineData(
        "plan_milestones",
        "Overdue: code for media on coverage of attacks (31 October 2025); contact at every platform around the clock "
            + "(30 November 2025); protocol on mirror accounts agreed with platforms (15 December 2025)."
    )]
    [InlineData(
        "times_before",
        "In July to September 2025, at the same age: 254 of 700 (36 %). Like for like, 39 % then and 44 % now: no "
            + "clear "
            + "change. The mix changed: “Emergency direction (binding)” was 17 % of directions then and is 4 % now. "
            + "Counted differently from 25 July 2025: TikTok is included (the day is invented). Provisional: may "
            + "change."
    )]
    [InlineData(
        "times_limits",
        "Time to answer by law: Emergency direction (binding): 12 hours; Ordinary direction (binding): 48 hours. "
            + "Of the 256 without an answer in time, 220 had one later and 35 were still waiting on 15 January 2026."
    )]
    public void Page_one_of_the_sample_says(string id, string words) =>
        Assert.Equal(words, Said(id, "2025-Q4", null, Language.English));

    [Fact]
    public void A_duty_broken_comes_before_all_else() =>
        Assert.Equal(
            "Referrals with neither a listing in Pakistan nor a documented legal ground: 1.",
            Said("times_headline", "2025-Q3", null, Language.English, SmallRegister.Database)
        );

    [Fact]
    public void The_first_period_is_held_against_nothing() =>
        Assert.StartsWith(
            "First period in the register: nothing to compare.",
            Said("times_before", "2025-Q1", null, Language.English),
            StringComparison.Ordinal
        );

    [Fact]
    public void Figures_are_final_half_a_year_after_the_period_or_when_the_office_says_so()
    {
        Assert.EndsWith("Provisional: may change.", Before(isFinal: false), StringComparison.Ordinal);
        Assert.EndsWith("Final.", Before(isFinal: true), StringComparison.Ordinal);

        static string Before(bool isFinal) =>
            Sample.With(
                "2025-Q4",
                null,
                set => Words(FindingCatalogue.Build("times_before", set, Language.English, isFinal), Language.English)
            );
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Both_languages_print_the_same_figures(string code)
    {
        var language = LanguageOf(code);
        foreach (
            var (period, asOf) in ((string, string?)[])[("2025-Q4", null), ("2025-Q1", "2025-04-20"), ("2025", null)]
        )
        {
            Sample.With(
                period,
                asOf,
                set =>
                {
                    Assert.All(
                        FindingCatalogue.Ids,
                        id =>
                            Assert.Equal(
                                Printed(FindingCatalogue.Build(id, set, Language.English, false)),
                                Printed(FindingCatalogue.Build(id, set, language, false))
                            )
                    );
                    return 0;
                }
            );
        }
    }

    /// <summary>Also those that the sample never says, with the same places for figures.</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_sentence_of_page_one_is_in_every_language(string code)
    {
        var language = LanguageOf(code);
        Assert.All(
            Patterns(),
            pattern =>
            {
                Assert.True(language.Words.TryGetValue(pattern, out var said), pattern);
                Assert.Equal(PlacesOf(pattern), PlacesOf(said));
            }
        );
    }

    [Fact]
    public void Nothing_is_called_a_cause_and_nothing_an_average() =>
        Assert.All(
            Patterns()
                .Concat(
                    LanguageFile
                        .All(Installation.Find().Templates)
                        .Skip(1)
                        .SelectMany(language => Patterns().Select(one => language.Words[one]))
                ),
            words =>
                Assert.DoesNotMatch(
                    "(?i)because|due to|led to|thanks to|average|blocked|کی وجہ سے|کی بدولت|بلاک",
                    words
                )
        );

    /// <summary>Our own errors stand on page one whatever the register holds.</summary>
    [Fact]
    public void Errors_are_told_where_there_are_none() =>
        Assert.Contains(
            "Found wrong so far: 0 of",
            Said("transparency_errors", "2025-Q1", "2025-01-20", Language.English),
            StringComparison.Ordinal
        );

    /// <summary>No sentence is made of a figure that is not shown.</summary>
    [Fact]
    public void A_withheld_count_is_told_as_such() =>
        Assert.Equal(
            "We sent 33 referrals; about how many accounts is not shown, to protect individuals.",
            Sample.With(
                "2025-Q3",
                null,
                set =>
                    Words(
                        FindingCatalogue.Build(
                            "transparency_sent",
                            set.Protected(new DisclosureRules(40)),
                            Language.English,
                            false
                        ),
                        Language.English
                    ),
                SmallRegister.Database
            )
        );

    public static TheoryData<string> Languages() =>
        [.. LanguageFile.All(Installation.Find().Templates).Skip(1).Select(language => language.Code)];

    private static Language LanguageOf(string code) =>
        LanguageFile.All(Installation.Find().Templates).First(language => language.Code == code);

    private static string Said(string id, string period, string? asOf, Language language, string? database = null) =>
        Sample
            .With(period, asOf, set => Words(FindingCatalogue.Build(id, set, language, false), language), database)
            .Replace('\u00a0', ' ');

    private static IReadOnlyList<Inline> Content(Block block) =>
        block switch
        {
            Headline headline => headline.Content,
            Finding finding => finding.Content,
            _ => throw new InvalidOperationException("No finding."),
        };

    private static string Words(Block block, Language language) => Words(Content(block), new NumberStyle(language));

    private static string Words(IEnumerable<Inline> content, NumberStyle style) =>
        string.Concat(
            content.Select(inline =>
                inline switch
                {
                    TextRun run => run.Text,
                    FigureRun run => style.Sentence(run.Figure, run.Form),
                    Strong strong => Words(strong.Content, style),
                    _ => throw new InvalidOperationException("Not in a finding."),
                }
            )
        );

    private static IEnumerable<string> Printed(Block block) =>
        Document
            .FiguresOf([block])
            .Select(figure =>
                figure.Metric.Id + "|" + string.Join(',', figure.Dimensions.Select(one => one.Code)) + "|" + figure.AsOf
            )
            .Order(StringComparer.Ordinal);

    private static IReadOnlyList<string> Patterns() =>
        [
            .. Directory
                .EnumerateFiles(
                    Path.Combine(Installation.Find().Templates, "..", "src", "ReportEngine", "Documents", "PageOne"),
                    "*.cs"
                )
                .Select(file => Comment().Replace(File.ReadAllText(file), ""))
                .SelectMany(source => Literal().Matches(Joint().Replace(source, "")))
                .Select(match => match.Groups[1].Value)
                .Where(words => words.Contains(' ', StringComparison.Ordinal) && words.Trim().Length > 1)
                .Where(words => words is not "{0} {1}" and not "{0} ({1})" and not ", " and not "; ")
                .Distinct(),
        ];

    private static IEnumerable<string> PlacesOf(string pattern) =>
        Place().Matches(pattern).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex("\"([^\"\\n]*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Literal();

    [GeneratedRegex(@"""\s*\+ """, RegexOptions.CultureInvariant)]
    private static partial Regex Joint();

    [GeneratedRegex(@"//.*", RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\{[0-9]\}", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
