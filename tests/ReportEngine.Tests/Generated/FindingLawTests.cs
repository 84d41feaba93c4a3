using CsCheck;
using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;

namespace ReportEngine.Tests.Generated;

/// <summary>What holds of page one whatever the register holds, as the public is shown it.</summary>
public sealed class FindingLawTests
{
    private static readonly IReadOnlyList<Language> Languages = LanguageFile.All(Installation.Find().Templates);

    [Fact]
    public void Page_one_says_the_same_in_every_language_and_nothing_of_what_is_withheld() =>
        RegisterPlan.Any.Sample(
            plan =>
            {
                using var folder = GeneratedRegister.Of(plan);
                Sample.With(
                    "2025-Q4",
                    null,
                    set =>
                    {
                        Assert.All(FindingCatalogue.Ids, id => Hold(set.Protected(new DisclosureRules(5)), id));
                        return true;
                    },
                    folder.Import()
                );
            },
            iter: RegisterPlan.Iterations(12),
            threads: 1
        );

    private static void Hold(FigureSet set, string id)
    {
        var said = Languages.Select(language => RunsOf(FindingCatalogue.Build(id, set, language, false))).ToList();

        Assert.All(said, runs => Assert.Equal(KeysOf(said[0]), KeysOf(runs)));
        foreach (var (language, runs) in Languages.Zip(said))
        {
            var numbers = new NumberStyle(language);
            // Only a mark stands for what is withheld, and beside one the verdict of a test without its values.
            Assert.All(
                runs.Where(run => run.Figure.Quantity is Withheld),
                run => Assert.Equal("[c]", numbers.Sentence(run.Figure, run.Form))
            );
            Assert.DoesNotContain(runs, run => run.Figure.Metric.Id == "CHG.02");
            Assert.False(
                runs.Any(run => run.Figure.Quantity is Withheld) && runs.Any(run => run.Figure.Metric.Id == "CHG.01")
            );
        }
        if (id == "transparency_errors")
        {
            Assert.Contains(said[0], run => run.Figure.Metric.Id == "SAF.03");
        }
    }

    /// <summary>Sentences order their figures as their language does.</summary>
    private static IEnumerable<string> KeysOf(IReadOnlyList<FigureRun> runs) =>
        runs.Select(run => CellKey.Of(run.Figure) + " " + run.Figure.AsOf.Text + " " + run.Form)
            .Order(StringComparer.Ordinal);

    private static IReadOnlyList<FigureRun> RunsOf(Block block) =>
        block switch
        {
            Headline headline => [.. Runs(headline.Content)],
            Finding finding => [.. Runs(finding.Content)],
            _ => throw new InvalidOperationException("No finding."),
        };

    private static IEnumerable<FigureRun> Runs(IEnumerable<Inline> content) =>
        content.SelectMany(inline =>
            inline switch
            {
                FigureRun run => [run],
                Strong strong => Runs(strong.Content),
                Emphasis emphasis => Runs(emphasis.Content),
                _ => Enumerable.Empty<FigureRun>(),
            }
        );
}
