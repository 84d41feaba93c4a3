using ReportEngine.Figures;
using static ReportEngine.Tests.Figures.Disclosure.CountTables;

namespace ReportEngine.Tests.Figures.Disclosure;

public sealed class ProtectionTests
{
    private static readonly DisclosureRules Public = new(5);

    /// <summary>
    /// The 3 alone would be 13 − 10 and 12 − 9; its row, its column and the cell across from it hide it.
    /// </summary>
    [Fact]
    public void Two_by_two_hides_one_small_count_behind_three_others() =>
        Assert.Equal(
            ["Row=1,Column=1", "Row=1,Column=2", "Row=2,Column=1", "Row=2,Column=2"],
            Withheld(Table("T", [3, 10], [9, 20]))
        );

    /// <summary>
    /// By hand: beside the 2 the smaller 6 of its row; under both the smallest row that closes the square.
    /// </summary>
    [Fact]
    public void Three_by_three_hides_one_small_count_behind_a_square() =>
        Assert.Equal(
            ["Row=1,Column=1", "Row=1,Column=2", "Row=2,Column=1", "Row=2,Column=2"],
            Withheld(Table("T", [2, 6, 40], [7, 8, 50], [60, 70, 80]))
        );

    /// <summary>The two small ones of a row hide each other there; both columns still give them away.</summary>
    [Fact]
    public void Small_counts_of_one_row_need_only_their_columns_closed() =>
        Assert.Equal(
            ["Row=1,Column=1", "Row=1,Column=2", "Row=2,Column=1", "Row=2,Column=2"],
            Withheld(Table("T", [4, 4, 40], [7, 8, 50], [60, 70, 80]))
        );

    [Fact]
    public void Zeros_are_shown() =>
        Assert.DoesNotContain("Row=2,Column=1", Withheld(Table("T", [3, 10], [0, 20], [30, 40])));

    [Fact]
    public void Nothing_is_withheld_when_nothing_is_small() => Assert.Empty(Withheld(Table("T", [5, 10], [0, 20])));

    [Fact]
    public void The_auditor_sees_everything() =>
        Assert.Empty(Protection.Of(Table("T", [3, 10], [9, 20]), DisclosureRules.None).Withheld);

    [Fact]
    public void Official_edition_withholds_less()
    {
        var counts = Table("T", [3, 10], [9, 20]);
        Assert.Empty(Protection.Of(counts, new DisclosureRules(3)).Withheld);
        Assert.NotEmpty(Protection.Of(counts, new DisclosureRules(4)).Withheld);
    }

    /// <summary>
    /// The only small platform takes the next platform with it; organisations share the total and stay as they are.
    /// </summary>
    [Fact]
    public void Tables_of_one_total_are_protected_together() =>
        Assert.Equal(
            ["Platform=1", "Platform=2"],
            Withheld(Star("A", ("Platform", [3, 20, 30]), ("Organisation", [25, 28])))
        );

    /// <summary>
    /// With no other platform to hide behind, the total goes, and with it something of every other table.
    /// </summary>
    [Fact]
    public void Total_that_must_be_withheld_takes_a_cell_of_every_table() =>
        Assert.Equal(
            ["", "Organisation=1", "Platform=1"],
            Withheld(Star("A", ("Platform", [3, 0]), ("Organisation", [3, 0])))
        );

    [Fact]
    public void Total_of_small_parts_is_withheld_only_where_it_has_to_be() =>
        Assert.Equal(
            ["Platform=1", "Platform=2"],
            Withheld(Star("A", ("Platform", [4, 4, 0, 9]), ("Organisation", [8, 9])))
        );

    /// <summary>
    /// As many accounts as referrals in all: each organisation then has as many accounts as referrals, and only the
    /// total of accounts can hide that.
    /// </summary>
    [Fact]
    public void Exact_acts_of_the_state_are_part_of_what_the_attacker_knows()
    {
        var accounts = Star("A", ("Organisation", [7, 10, 20]));
        var counts = Capped(
            accounts with
            {
                Cells =
                [
                    .. accounts.Cells.Select(cell =>
                        cell.Key.Codes switch
                        {
                            "Organisation=1" => cell with { Count = 3 },
                            "" => cell with { Count = 33 },
                            _ => cell,
                        }
                    ),
                ],
            },
            new()
            {
                [""] = 37,
                ["Organisation=1"] = 7,
                ["Organisation=2"] = 10,
                ["Organisation=3"] = 20,
            }
        );

        var protection = Protection.Of(counts, Public);

        Assert.Empty(protection.Exposed);
        Assert.All(
            protection.Withheld,
            cell => Assert.True(Attacker.Bounds(counts, protection.Withheld)[cell].High is not < 5)
        );
    }

    /// <summary>Four referrals of an organisation, published exactly, say that it has at most four accounts.</summary>
    [Fact]
    public void What_acts_of_the_state_tell_alone_is_no_exposure()
    {
        var counts = Capped(
            Star("A", ("Organisation", [3, 10, 20])),
            new()
            {
                [""] = 60,
                ["Organisation=1"] = 4,
                ["Organisation=2"] = 26,
                ["Organisation=3"] = 30,
            }
        );

        var protection = Protection.Of(counts, Public);

        Assert.Empty(protection.Exposed);
        Assert.Equal(new CellBounds(1, 4), Attacker.Bounds(counts, protection.Withheld)[Key("A", "Organisation=1")]);
    }

    [Fact]
    public void Cell_that_prints_another_is_withheld_with_it()
    {
        var counts = Together(Star("A", ("Platform", [3, 20, 30])), Star("B", ("Platform", [0, 15, 30]))) with
        {
            Links =
            [
                .. Enumerable
                    .Range(1, 3)
                    .Select(at => new CellLink(Key("A", $"Platform={at}"), Key("B", $"Platform={at}"))),
            ],
        };

        var protection = Protection.Of(counts, Public);

        Assert.Contains(Key("B", "Platform=1"), protection.Withheld);
        Assert.Contains(Key("B", "Platform=2"), protection.Withheld);
        Assert.False(Attacker.Bounds(counts, protection.Withheld)[Key("B", "Platform=1")].IsPinned);
    }

    private static IEnumerable<string> Withheld(LinkedCounts counts)
    {
        var protection = Protection.Of(counts, Public);
        Assert.Empty(protection.Exposed);
        return protection.Withheld.Names();
    }

    /// <summary>The accounts A with the referrals R of each cell, published exactly, that they are at most.</summary>
    private static LinkedCounts Capped(LinkedCounts accounts, Dictionary<string, long> referrals) =>
        new(
            [
                .. accounts.Cells,
                .. referrals.Select(one => new CountCell(Key("R", one.Key), one.Value, CellKind.Exact)),
                .. referrals.Select(one => new CountCell(
                    Key("R-A", one.Key),
                    one.Value - accounts.CountOf(Key("A", one.Key)),
                    CellKind.Unpublished
                )),
            ],
            [
                .. accounts.Relations,
                .. referrals.Keys.Select(codes => new Relation(Key("R", codes), [Key("A", codes), Key("R-A", codes)])),
            ],
            accounts.Links
        );
}
