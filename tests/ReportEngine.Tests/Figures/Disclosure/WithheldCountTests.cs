using ReportEngine.Figures;

namespace ReportEngine.Tests.Figures.Disclosure;

public sealed class WithheldCountTests
{
    [Fact]
    public void Counts_withheld_are_those_that_print_as_withheld() =>
        Sample.With(
            "2025-Q4",
            null,
            open =>
            {
                var set = open.Protected(new DisclosureRules(5));
                foreach (var figure in set.Of("DQ.04", Dimension.Metric))
                {
                    var metric = MetricCatalogue.Find(figure.CodeOf(Dimension.Metric)!);
                    var printed = metric
                        .Breakdowns.Select(by => (Dimension[])[by])
                        .Prepend([])
                        .SelectMany(by => set.Of(metric.Id, by))
                        .ToList();
                    Assert.Equal(
                        new Portion(printed.Count(one => one.Quantity is Withheld), printed.Count),
                        figure.Quantity
                    );
                }
                Assert.True(set.One("DQ.04").Numerator > 0);
                Assert.Equal(
                    set.One("DQ.04").Numerator,
                    set.Of("DQ.04", Dimension.Metric).Sum(figure => figure.Numerator)
                );
                return true;
            }
        );

    [Fact]
    public void An_edition_that_withholds_nothing_says_so() =>
        Sample.With(
            "2025-Q4",
            null,
            set =>
            {
                Assert.Equal(0, set.One("DQ.04").Numerator);
                return true;
            }
        );
}
