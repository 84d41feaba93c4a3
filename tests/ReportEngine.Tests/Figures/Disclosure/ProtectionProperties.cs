using CsCheck;
using ReportEngine.Figures;
using static ReportEngine.Tests.Figures.Disclosure.CountTables;

namespace ReportEngine.Tests.Figures.Disclosure;

public sealed class ProtectionProperties
{
    private static readonly Gen<long> Count = Gen.Frequency(
        (2, Gen.Const(0L)),
        (4, Gen.Long[1, 6]),
        (3, Gen.Long[7, 60])
    );

    private static readonly Gen<LinkedCounts> Tables = Gen.Select(Gen.Int[1, 4], Gen.Int[1, 4], Count.Array[16])
        .Select(
            (height, width, numbers) =>
                Table("T", [.. Enumerable.Range(0, height).Select(row => numbers[(row * 4)..((row * 4) + width)])])
        );

    /// <summary>One total broken down three ways, without the cross-tables.</summary>
    private static readonly Gen<LinkedCounts> Stars = Gen.Select(
            Count.Array[1, 8],
            Gen.Int[0, 100].Array[7],
            Gen.Int[0, 100].Array[7]
        )
        .Select(
            (parts, cuts, others) =>
                Star(
                    "S",
                    ("Platform", parts),
                    ("Organisation", Cut(parts.Sum(), cuts)),
                    ("Kind", Cut(parts.Sum(), others))
                )
        );

    private static readonly Gen<LinkedCounts> Any = Gen.OneOf(Tables, Stars);

    private static readonly Gen<DisclosureRules> Rules = Gen.Long[3, 10].Select(least => new DisclosureRules(least));

    [Fact]
    public void Nobody_can_tell_that_a_withheld_count_is_small_or_what_it_is() =>
        Gen.Select(Any, Rules)
            .Sample(
                (counts, rules) =>
                {
                    var protection = Protection.Of(counts, rules);
                    return protection.Exposed.Count == 0
                        && Attacker
                            .Bounds(counts, protection.Withheld)
                            .Values.All(bounds =>
                                !bounds.IsPinned && (bounds.High is null || bounds.High >= rules.LeastCount)
                            );
                },
                iter: 300
            );

    [Fact]
    public void Every_small_count_is_withheld_and_no_zero_is() =>
        Gen.Select(Any, Rules)
            .Sample(
                (counts, rules) =>
                {
                    var withheld = Protection.Of(counts, rules).Withheld;
                    return counts.Cells.All(cell =>
                        cell.Count == 0
                            ? !withheld.Contains(cell.Key)
                            : !rules.IsSmall(cell.Count) || withheld.Contains(cell.Key)
                    );
                },
                iter: 300
            );

    [Fact]
    public void Nothing_is_withheld_when_nothing_is_small() =>
        Gen.Select(Any, Rules)
            .Sample(
                (counts, rules) =>
                    counts.Cells.Any(cell => rules.IsSmall(cell.Count))
                    || Protection.Of(counts, rules).Withheld.Count == 0,
                iter: 300
            );

    [Fact]
    public void Order_of_cells_and_relations_does_not_matter() =>
        Gen.Select(Any, Rules, Gen.Int)
            .Sample(
                (counts, rules, seed) =>
                {
                    var shuffle = new Random(seed);
                    var other = new LinkedCounts(
                        [.. counts.Cells.OrderBy(_ => shuffle.Next())],
                        [
                            .. counts
                                .Relations.Select(relation =>
                                    relation with
                                    {
                                        Parts = [.. relation.Parts.OrderBy(_ => shuffle.Next())],
                                    }
                                )
                                .OrderBy(_ => shuffle.Next()),
                        ],
                        []
                    );
                    return Protection.Of(counts, rules).Withheld.SetEquals(Protection.Of(other, rules).Withheld);
                },
                iter: 200
            );

    /// <summary>No withheld cell that is not small could be shown after all.</summary>
    [Fact]
    public void No_cell_is_withheld_for_nothing() =>
        Gen.Select(Any, Rules)
            .Sample(
                (counts, rules) =>
                {
                    var withheld = Protection.Of(counts, rules).Withheld;
                    var exposure = new Exposure(counts, rules);
                    return withheld
                        .Where(cell => !rules.IsSmall(counts.CountOf(cell)))
                        .All(cell => exposure.Of(withheld.Where(other => other != cell).ToHashSet()).Count > 0);
                },
                iter: 150
            );

    /// <summary>
    /// An attacker that tries every whole number finds one of the least count or more for each withheld cell, and a
    /// second one.
    /// </summary>
    [Fact]
    public void Trying_every_number_pins_no_withheld_cell() =>
        Gen.Select(Gen.Int[1, 3], Gen.Int[1, 3], Gen.Long[0, 4].Array[9])
            .Sample(
                (height, width, numbers) =>
                {
                    var counts = Table(
                        "T",
                        [.. Enumerable.Range(0, height).Select(row => numbers[(row * 3)..((row * 3) + width)])]
                    );
                    var withheld = Protection.Of(counts, new DisclosureRules(3)).Withheld;
                    if (withheld.Count > 5)
                    {
                        return true;
                    }
                    return new ExhaustiveAttacker(counts, withheld, 1, counts.Cells.Max(cell => cell.Count) + 3)
                        .Bounds()
                        .Values.All(bounds => bounds.High >= 3 && !bounds.IsPinned);
                },
                iter: 100
            );

    private static long[] Cut(long total, int[] cuts)
    {
        var places = cuts.Select(cut => total * cut / 100).Order().Prepend(0).Append(total).ToList();
        return [.. places.Zip(places.Skip(1), (from, to) => to - from)];
    }
}
