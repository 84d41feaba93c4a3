using CsCheck;
using ReportEngine.Cases;
using ReportEngine.Figures;
using ReportEngine.Languages;
using ReportEngine.Tests.Cases;

namespace ReportEngine.Tests.Generated;

/// <summary>What holds of the figures of every register, whatever is in it.</summary>
public sealed class RegisterLawTests
{
    private static readonly string[] Periods = ["2025-Q3", "2025-Q4", "2025", "FY2025-26"];

    [Fact]
    public void Every_figure_has_a_value_or_a_marker_and_every_identity_holds() =>
        Sampled(
            (plan, database) =>
            {
                foreach (var period in Periods)
                {
                    using var cases = CaseFile.Open(database, null);
                    var set = Report.FiguresOf(cases, Period.TryParse(period)!, Language.English);
                    Report.RequireIdentities(cases, set, "register");
                    foreach (var figure in All(set))
                    {
                        Assert.True(
                            figure.Quantity is Status || (figure.Value is null) == (figure.Quantity.Marker is not null),
                            figure.Metric.Id + " has neither a value nor a marker, or both"
                        );
                        Assert.False(figure.Low > figure.Value || figure.High < figure.Value, CellKey.Of(figure) + "");
                        Assert.False(figure.Numerator > figure.Denominator && figure.Metric.Unit == Unit.Share);
                    }
                }
            }
        );

    /// <summary>An exclusive split is of its own total; referrals have one value of each dimension.</summary>
    [Fact]
    public void Parts_add_up_to_their_whole() =>
        Sampled(
            (plan, database) =>
                Sample.With(
                    "2025",
                    null,
                    set =>
                    {
                        foreach (var metric in MetricCatalogue.All.Where(metric => IsSplit(metric)))
                        {
                            foreach (var by in metric.Breakdowns.Select(one => (Dimension[])[one]).Prepend([]))
                            {
                                Assert.All(
                                    set.Of(metric.Id, by)
                                        .Where(figure => !metric.SaysNothingOf(figure.Dimensions))
                                        .GroupBy(figure => by.Length == 0 ? "" : figure.CodeOf(by[0])),
                                    parts =>
                                        Assert.Equal(parts.First().Denominator, parts.Sum(part => part.Numerator ?? 0))
                                );
                            }
                        }
                        var referrals = MetricCatalogue.Find("REF.01");
                        Assert.All(
                            referrals.Breakdowns,
                            by => Assert.Equal(set.One("REF.01").Value, set.Of("REF.01", by).Sum(part => part.Value))
                        );
                        return true;
                    },
                    database
                )
        );

    [Fact]
    public void The_order_of_rows_shows_in_no_figure() =>
        RegisterPlan.Any.Sample(
            plan =>
            {
                using var folder = GeneratedRegister.Of(plan);
                var before = Values(folder.Import());
                folder.Shuffle(plan.Seed);
                Assert.Equal(before, Values(folder.Import()));
            },
            iter: RegisterPlan.Iterations(4),
            threads: 1
        );

    private static bool IsSplit(Metric metric) =>
        metric.Unit == Unit.Share
        && metric.Part is not (null or Dimension.Statistic)
        && metric.Id is not ("DQ.01" or "NAP.07");

    private static IEnumerable<Figure> All(FigureSet set) =>
        MetricCatalogue.All.SelectMany(metric =>
            metric.Breakdowns.Select(by => (Dimension[])[by]).Prepend([]).SelectMany(by => set.Of(metric.Id, by))
        );

    private static List<string> Values(string database) =>
        Sample.With(
            "2025-Q4",
            null,
            set => All(set).Select(figure => CellKey.Of(figure) + " " + figure.Quantity).ToList(),
            database
        );

    private static void Sampled(Action<RegisterPlan, string> law) =>
        RegisterPlan.Any.Sample(
            plan =>
            {
                using var folder = GeneratedRegister.Of(plan);
                law(plan, folder.Import());
            },
            iter: RegisterPlan.Iterations(6),
            threads: 1
        );
}
