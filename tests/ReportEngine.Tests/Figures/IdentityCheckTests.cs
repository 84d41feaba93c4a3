using System.Text.RegularExpressions;
using ReportEngine.Cases;
using ReportEngine.Figures;
using ReportEngine.Languages;
using ReportEngine.Tests.Cases;

namespace ReportEngine.Tests.Figures;

/// <summary>A check prints both its sides, so it is protected as the figures it names.</summary>
public sealed partial class IdentityCheckTests
{
    [Fact]
    public void A_check_names_every_figure_of_its_sentence() =>
        With(
            Sample.Database,
            (checks, _) =>
                Assert.All(
                    checks,
                    check =>
                        Assert.Empty(
                            Named()
                                .Matches(check.Statement)
                                .Select(match => match.Groups[1].Value)
                                .Except(check.Metrics)
                        )
                )
        );

    /// <summary>Three accounts, fewer than five: any check that names a count of them stays inside.</summary>
    [Theory]
    [InlineData("ACC.01")]
    [InlineData("ACC.02")]
    [InlineData("ACC.03")]
    public void A_check_of_a_count_that_is_withheld_is_not_printed(string metric)
    {
        using var folder = new CsvFolder();
        for (var number = 1; number <= 3; number++)
        {
            folder.Referral("x", "2025-07-01T00:00:00Z", followers: 10);
        }
        With(
            folder.Import(),
            (checks, edition) =>
            {
                var added = new IdentityCheck("ID.99", "a new check", [metric], 3, 3);

                var shown = IdentityChecks.Shown([.. checks, added], edition);

                Assert.DoesNotContain(shown, check => check.Metrics.Contains(metric));
                Assert.DoesNotContain(shown, check => check.Id == "ID.6");
                Assert.Contains(shown, check => check.Id == "ID.1");
                Assert.Empty(IdentityChecks.GivenAway(shown, edition));
                Assert.Contains(
                    IdentityChecks.GivenAway([.. checks, added], edition),
                    cell => cell.MetricId == metric && cell.Codes.Length == 0
                );
            }
        );
    }

    private static void With(string database, Action<IReadOnlyList<IdentityCheck>, FigureSet> use)
    {
        using var cases = CaseFile.Open(database, null);
        var set = Report.FiguresOf(cases, Period.TryParse("2025-Q3")!, Language.English);
        use(Report.RequireIdentities(cases, set, "register"), set.Protected(new DisclosureRules(5)));
    }

    [GeneratedRegex(@"\(([A-Z]+\.\d+)\)")]
    private static partial Regex Named();
}
