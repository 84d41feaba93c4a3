using ReportEngine.Documents;
using ReportEngine.Figures;

namespace ReportEngine.Tests.Figures;

public sealed class CatalogueTests(OpenSample sample) : IClassFixture<OpenSample>
{
    public static TheoryData<string> Ids() => [.. MetricCatalogue.All.Select(metric => metric.Id)];

    /// <summary>As many ids of each group as the reference catalogue has.</summary>
    [Theory]
    [InlineData("REF", 6)]
    [InlineData("ACC", 4)]
    [InlineData("MIR", 6)]
    [InlineData("OUT", 9)]
    [InlineData("RT", 11)]
    [InlineData("UDR", 5)]
    [InlineData("LEG", 4)]
    [InlineData("SAF", 7)]
    [InlineData("DET", 4)]
    [InlineData("COM", 5)]
    [InlineData("NAP", 10)]
    [InlineData("DQ", 4)]
    public void The_catalogue_is_whole(string group, int last) =>
        Assert.All(
            Enumerable.Range(1, last),
            number => Assert.NotNull(MetricCatalogue.TryFind(FormattableString.Invariant($"{group}.{number:00}")))
        );

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_figure_has_an_answer_for_each_breakdown_it_names(string id)
    {
        var metric = MetricCatalogue.Find(id);
        Assert.All(metric.Breakdowns, dimension => Assert.NotEmpty(sample.Set.Of(id, dimension)));
    }

    /// <summary>What a template may ask a figure for is known before the register is read.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_figure_names_the_statistics_it_has(string id)
    {
        var metric = MetricCatalogue.Find(id);
        if (metric.Part == Dimension.Statistic)
        {
            var found = sample.Set.Of(id, [.. metric.Natural]).Select(figure => figure.CodeOf(Dimension.Statistic)!);
            Assert.Equal(metric.Statistics.Order(), found.Distinct().Order());
        }
        else
        {
            Assert.Empty(metric.Statistics);
        }
    }

    /// <summary>Parts of a whole over a breakdown give the whole again, where things are counted once.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void Counts_and_shares_add_up_over_platforms(string id)
    {
        var set = sample.Set;
        var metric = MetricCatalogue.Find(id);
        if (
            metric.Breakdowns.Contains(Dimension.Platform)
            && (Unit[])[Unit.Share, Unit.PerThousand, Unit.Portion] is var counted
            && counted.Contains(metric.Unit)
            && metric.Natural.Count == 0
        )
        {
            Assert.Equal(
                set.Of(id).Sum(figure => figure.Numerator),
                set.Of(id, Dimension.Platform).Sum(figure => figure.Numerator)
            );
            // Parts of one whole share its denominator; fields that can be missing have one each.
            var isOneWhole = set.Of(id).DistinctBy(figure => figure.Denominator).Count() == 1;
            Assert.Equal(
                set.Of(id).Sum(figure => figure.Denominator),
                metric.Part is null || !isOneWhole
                    ? set.Of(id, Dimension.Platform).Sum(figure => figure.Denominator)
                    : set.Of(id).Count
                        * set.Of(id, Dimension.Platform)
                            .GroupBy(figure => figure.CodeOf(Dimension.Platform))
                            .Sum(group => group.First().Denominator)
            );
        }
    }

    [Fact]
    public void Every_table_and_chart_can_be_built_for_a_period_with_one_day_of_data() =>
        Sample.With(
            "2025-Q1",
            "2025-01-10",
            set =>
            {
                Assert.All(TableCatalogue.Ids, id => Assert.NotEmpty(TableCatalogue.Build(id, set).Columns));
                Assert.All(ChartCatalogue.Ids, id => Assert.NotEmpty(ChartCatalogue.Build(id, set).Title));
                return true;
            }
        );
}
