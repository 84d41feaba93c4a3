using ReportEngine.Figures;
using static ReportEngine.Tests.Figures.Disclosure.CountTables;

namespace ReportEngine.Tests.Figures.Disclosure;

public sealed class LedgerTests
{
    private static readonly DisclosureRules Public = new(5);

    [Fact]
    public void The_same_edition_again_conflicts_with_nothing()
    {
        var counts = Star("MIR.01", ("Platform", [3, 20, 30]), ("Organisation", [25, 28]));
        Assert.Empty(Conflicts(PublishedCell.Of(counts, Protection.Of(counts, Public)), counts));
    }

    [Theory]
    [InlineData(57, true)]
    [InlineData(58, false)]
    [InlineData(53, false)]
    [InlineData(49, true)]
    public void Count_revised_by_less_than_the_least_count_is_refused(long later, bool isRefused)
    {
        var conflicts = Conflicts([new(Key("MIR.01", ""), 53)], Total("MIR.01", "2025-Q4", later));

        Assert.Equal(isRefused ? [LedgerReason.Revision] : [], conflicts.Select(conflict => conflict.Reason));
    }

    /// <summary>53, then 55, which somebody accepted: 55 once more gives nothing away, 56 does.</summary>
    [Theory]
    [InlineData(55, 0)]
    [InlineData(56, 1)]
    public void Difference_that_was_published_already_is_not_refused_again(long later, int conflicts) =>
        Assert.Equal(
            conflicts,
            Conflicts([new(Key("MIR.01", ""), 53), new(Key("MIR.01", ""), 55)], Total("MIR.01", "2025-Q4", later)).Count
        );

    /// <summary>The quarter of a half-year: what is left is the other quarter.</summary>
    [Theory]
    [InlineData("MIR.01", "2025-Q4", "2025-H2", true)]
    [InlineData("MIR.01", "2025-Q4", "FY2025-26", true)]
    [InlineData("MIR.01", "2025-Q2", "2025-Q4", false)]
    [InlineData("ACC.02", "2025-Q3", "2025-Q4", true)]
    [InlineData("REF.05", "2025-Q3", "2025-Q4", false)]
    [InlineData("REF.05", "2025-Q4", "2025-H2", false)]
    public void Small_rest_of_a_period_that_holds_another_is_refused(
        string metric,
        string inner,
        string outer,
        bool isRefused
    )
    {
        PublishedCell quarter = new(new CellKey(metric, inner, ""), 40);

        var conflicts = Conflicts([quarter], Total(metric, outer, 42));

        Assert.Equal(isRefused ? [LedgerReason.NestedPeriod] : [], conflicts.Select(conflict => conflict.Reason));
    }

    [Fact]
    public void What_stood_at_a_cut_off_is_refused_too_when_the_same_period_is_revised_by_little() =>
        Assert.Equal(
            [LedgerReason.Revision],
            Conflicts([new(new CellKey("REF.05", "2025-Q4", ""), 53)], Total("REF.05", "2025-Q4", 55))
                .Select(conflict => conflict.Reason)
        );

    /// <summary>The 30 of an earlier edition is not the 20 of now: it tells nothing of what the 20 hides.</summary>
    [Fact]
    public void Cell_that_was_published_with_another_number_hides_as_well_as_before() =>
        Assert.Empty(Conflicts([new(Key("MIR.01", "Platform=2"), 30)], Star("MIR.01", ("Platform", [3, 20, 30]))));

    /// <summary>The 20 beside the 3 stood in an earlier edition; with it the 3 is 53 − 30 − 20.</summary>
    [Fact]
    public void Cell_that_hides_a_small_one_but_was_published_before_is_refused()
    {
        var counts = Star("MIR.01", ("Platform", [3, 20, 30]));

        var conflict = Assert.Single(Conflicts([new(Key("MIR.01", "Platform=2"), 20)], counts));

        Assert.Equal((Key("MIR.01", "Platform=1"), LedgerReason.ShownBefore), (conflict.Cell, conflict.Reason));
    }

    /// <summary>Then 53 = [c] + [c] + 30; the first has grown from 3 to 8 since, and now the second is shown.</summary>
    [Fact]
    public void Cell_that_hid_a_small_one_then_and_is_published_now_is_refused()
    {
        PublishedCell[] then =
        [
            new(Key("MIR.01", ""), 53),
            new(Key("MIR.01", "Platform=1"), null),
            new(Key("MIR.01", "Platform=2"), null),
            new(Key("MIR.01", "Platform=3"), 30),
        ];

        var conflict = Assert.Single(Conflicts(then, Star("MIR.01", ("Platform", [8, 20, 30]))));

        Assert.Equal(
            new LedgerConflict(Key("MIR.01", "Platform=1"), Key("MIR.01", "Platform=2"), LedgerReason.ShownNow),
            conflict
        );
    }

    [Fact]
    public void Auditors_may_compare_everything() =>
        Assert.Empty(
            Ledger.Conflicts(
                [new(Key("MIR.01", ""), 53)],
                Total("MIR.01", "2025-Q4", 54),
                new Protection(new HashSet<CellKey>(), []),
                DisclosureRules.None
            )
        );

    private static IReadOnlyList<LedgerConflict> Conflicts(IReadOnlyList<PublishedCell> earlier, LinkedCounts counts) =>
        Ledger.Conflicts(earlier, counts, Protection.Of(counts, Public), Public);

    private static LinkedCounts Total(string metric, string period, long count) =>
        new([new CountCell(new CellKey(metric, period, ""), count)], [], []);
}
