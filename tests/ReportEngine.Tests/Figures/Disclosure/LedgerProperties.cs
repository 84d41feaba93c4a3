using CsCheck;
using ReportEngine.Figures;
using static ReportEngine.Tests.Figures.Disclosure.CountTables;

namespace ReportEngine.Tests.Figures.Disclosure;

/// <summary>
/// Pairs of editions of one table by platform and by organisation, the later with a few cases more or fewer. The
/// attacker keeps both and subtracts: shown numbers of one cell from each other, and shown parts of either from shown
/// totals.
/// </summary>
public sealed class LedgerProperties
{
    private static readonly DisclosureRules Rules = new(5);

    private static readonly Gen<(LinkedCounts Earlier, LinkedCounts Later)> Editions = Gen.Select(
            Gen.Long[0, 40].Array[3],
            Gen.OneOf(Gen.Const(0L), Gen.Long[0, 9]).Array[3],
            Gen.Int[0, 2],
            Gen.Int[0, 2]
        )
        .Select(
            (counts, added, from, to) =>
            {
                var earlier = Editioned(counts, from);
                return (earlier, Editioned([.. counts.Zip(added, (count, more) => count + more)], to));
            }
        );

    [Fact]
    public void Who_keeps_both_editions_learns_no_small_number_from_a_pair_that_is_let_through()
    {
        var (let, refused) = (0, 0);
        Editions.Sample(
            pair =>
            {
                var before = PublishedCell.Of(pair.Earlier, Protection.Of(pair.Earlier, Rules));
                var protection = Protection.Of(pair.Later, Rules);
                if (Ledger.Conflicts(before, pair.Later, protection, Rules).Count > 0)
                {
                    refused++;
                    return;
                }
                let++;
                var now = PublishedCell.Of(pair.Later, protection);
                Assert.DoesNotContain(Learned(before, now, pair.Earlier), number => number is > 0 and < 5);
            },
            threads: 1
        );
        Assert.True(let > 20 && refused > 20, $"{let} pairs were let through and {refused} refused");
    }

    /// <summary>The same cases by platform and, the other way round, by organisation.</summary>
    private static LinkedCounts Editioned(long[] counts, int turned) =>
        Star("MIR.01", ("Platform", counts), ("Organisation", [.. counts.Skip(turned), .. counts.Take(turned)]));

    /// <summary>
    /// Differences of one cell between the editions, and numbers withheld in the earlier that its total and other parts
    /// give, each taken from the earlier edition where it is shown and else from the later.
    /// </summary>
    private static IEnumerable<long> Learned(
        IReadOnlyList<PublishedCell> before,
        IReadOnlyList<PublishedCell> now,
        LinkedCounts counts
    )
    {
        var then = before.ToDictionary(cell => cell.Key, cell => cell.Count);
        var later = now.ToDictionary(cell => cell.Key, cell => cell.Count);
        foreach (var key in then.Keys.Where(key => then[key] is not null && later[key] is not null))
        {
            yield return Math.Abs(then[key]!.Value - later[key]!.Value);
        }
        foreach (var relation in counts.Relations)
        {
            foreach (var part in relation.Parts.Where(part => then[part] is null))
            {
                var others = relation.Parts.Where(other => other != part).Append(relation.Total).ToList();
                if (others.TrueForAll(other => (then[other] ?? later[other]) is not null))
                {
                    yield return (then[relation.Total] ?? later[relation.Total]!.Value)
                        - others
                            .Where(other => other != relation.Total)
                            .Sum(other => then[other] ?? later[other]!.Value);
                }
            }
        }
    }
}
