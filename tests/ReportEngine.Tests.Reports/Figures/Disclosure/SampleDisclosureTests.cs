using ReportEngine.Figures;

namespace ReportEngine.Tests.Reports.Figures.Disclosure;

/// <summary>Disclosure control over the sample data, quarter by quarter.</summary>
public sealed class SampleDisclosureTests
{
    private static readonly string[] Quarters = ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"];

    private static readonly DisclosureRules Public = new(5);

    public static TheoryData<string> PersonCountIds =>
        [
            .. MetricCatalogue
                .All.Where(metric => metric.Sensitivity == Sensitivity.PersonCount)
                .Select(metric => metric.Id),
        ];

    [Theory]
    [MemberData(nameof(PersonCountIds))]
    public void Every_count_of_persons_says_how_it_is_protected(string id)
    {
        var metric = MetricCatalogue.Find(id);
        Assert.True(metric.Additive.Count > 0 || metric.WithheldWith is not null);
        Assert.All(metric.Additive, dimension => Assert.Contains(dimension, metric.Breakdowns));
    }

    [Theory]
    [MemberData(nameof(PersonCountIds))]
    public void Breakdowns_called_additive_add_up_to_the_total(string id) =>
        Assert.All(
            Quarters,
            quarter =>
                Sample.With(
                    quarter,
                    null,
                    set =>
                    {
                        var metric = MetricCatalogue.Find(id);
                        foreach (var total in set.Of(id))
                        {
                            foreach (var dimension in metric.Additive)
                            {
                                Assert.Equal(
                                    PersonCounts.CountOf(total.Quantity),
                                    set.Of(id, dimension)
                                        .Where(figure =>
                                            metric.Part is not { } part || figure.CodeOf(part) == total.CodeOf(part)
                                        )
                                        .Sum(figure => PersonCounts.CountOf(figure.Quantity))
                                );
                            }
                        }
                        return 0;
                    }
                )
        );

    [Fact]
    public void No_withheld_count_can_be_worked_out() =>
        Assert.All(
            Quarters,
            quarter =>
                Sample.With(
                    quarter,
                    null,
                    set =>
                    {
                        var protection = set.Protected(Public).Protection;
                        Assert.Empty(protection.Exposed);
                        Assert.NotEmpty(protection.Withheld);
                        Assert.Empty(new Exposure(PersonCounts.Of(set), Public).Of(protection.Withheld));
                        return 0;
                    }
                )
        );

    [Fact]
    public void Small_counts_are_withheld_zeros_shown_and_other_figures_as_they_were() =>
        Assert.All(
            Quarters,
            quarter =>
                Sample.With(
                    quarter,
                    null,
                    set =>
                    {
                        var edition = set.Protected(Public);
                        foreach (var metric in MetricCatalogue.All.Where(metric => metric.Id != "DQ.04"))
                        {
                            foreach (
                                var by in metric.Breakdowns.Select(dimension => (Dimension[])[dimension]).Prepend([])
                            )
                            {
                                foreach (var (open, shown) in set.Of(metric.Id, by).Zip(edition.Of(metric.Id, by)))
                                {
                                    Assert.True(
                                        shown.Quantity == open.Quantity
                                            || (shown.Quantity is Withheld && CellKey.Of(shown) == CellKey.Of(open)),
                                        metric.Id
                                    );
                                    Assert.True(
                                        shown.Quantity is not Count count
                                            || metric.Sensitivity == Sensitivity.ActOfState
                                            || !Public.IsSmall(count.Number),
                                        metric.Id
                                    );
                                    Assert.True(
                                        open.Quantity is not Count { Number: 0 } || shown.Quantity == open.Quantity,
                                        metric.Id
                                    );
                                }
                            }
                        }
                        return 0;
                    }
                )
        );

    /// <summary>The sum of followers prints the number of accounts, the portion the sum.</summary>
    [Fact]
    public void What_prints_a_withheld_count_is_withheld_with_it() =>
        Sample.With(
            "2025-Q4",
            null,
            set =>
            {
                var edition = set.Protected(Public);
                foreach (var by in (Dimension[])[Dimension.Platform, Dimension.Organisation])
                {
                    foreach (
                        var ((accounts, reach), portion) in edition
                            .Of("ACC.01", by)
                            .Zip(edition.Of("ACC.03", by))
                            .Zip(edition.Of("ACC.04", by))
                    )
                    {
                        Assert.True(accounts.Quantity is not Withheld || reach.Quantity is Withheld);
                        Assert.Equal(reach.Quantity is Withheld, portion.Quantity is Withheld);
                    }
                }
                return 0;
            }
        );

    /// <summary>
    /// An organisation is on the lists it is on, so the counts by list are sums of counts by organisation.
    /// </summary>
    [Fact]
    public void Counts_by_list_are_known_to_be_sums_of_counts_by_organisation() =>
        Sample.With(
            "2025-Q4",
            null,
            set =>
            {
                var relations = PersonCounts
                    .Of(set)
                    .Relations.Where(relation =>
                        relation.Total is { MetricId: "ACC.01" } total
                        && total.Codes.StartsWith("coverage=", StringComparison.Ordinal)
                        && relation.Parts.All(part => part.Codes.StartsWith("organisation=", StringComparison.Ordinal))
                    )
                    .ToList();
                Assert.NotEmpty(relations);
                return 0;
            }
        );

    [Fact]
    public void An_edition_that_cannot_be_protected_is_refused() =>
        Sample.With(
            "2025-Q4",
            null,
            set =>
            {
                var total = set.One("ACC.01");

                var error = Assert.Throws<ReportException>(() =>
                    PersonCounts.Shown(total, new Protection(new HashSet<CellKey>(), [CellKey.Of(total)]))
                );

                Assert.Equal((ExitCode.DataFailed, "RE403"), (error.ExitCode, Assert.Single(error.Problems).Code));
                return 0;
            }
        );

    [Fact]
    public void Counts_by_two_dimensions_at_once_are_withheld() =>
        Sample.With(
            "2025-Q4",
            null,
            set =>
            {
                Assert.All(
                    set.Protected(Public).Of("ACC.01", Dimension.Platform, Dimension.Organisation),
                    figure => Assert.IsType<Withheld>(figure.Quantity)
                );
                return 0;
            }
        );

    [Fact]
    public void The_auditor_sees_every_count() =>
        Sample.With(
            "2025-Q4",
            null,
            set =>
            {
                Assert.Empty(set.Protected(DisclosureRules.None).Protection.Withheld);
                return 0;
            }
        );
}
