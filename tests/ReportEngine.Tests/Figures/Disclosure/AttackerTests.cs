using CsCheck;
using ReportEngine.Figures;
using static ReportEngine.Tests.Figures.Disclosure.CountTables;

namespace ReportEngine.Tests.Figures.Disclosure;

public sealed class AttackerTests
{
    /// <summary>
    /// Geurts 1992, in the Handbook on Statistical Disclosure Control: rows of two cells with the sums 7, 3 and 6,
    /// columns 9 and 7, grand total 16; the last row (3, 3) is published, the four other cells are not.
    /// </summary>
    [Theory]
    [InlineData("Row=1,Column=1", 3, 6)]
    [InlineData("Row=1,Column=2", 1, 4)]
    [InlineData("Row=2,Column=1", 0, 3)]
    [InlineData("Row=2,Column=2", 0, 3)]
    public void Bounds_are_those_published_by_geurts(string cell, long low, long high)
    {
        var counts = Table("G", [5, 2], [1, 2], [3, 3]);

        var bounds = Attacker.Bounds(counts, Inner(2, 2), least: 0);

        Assert.Equal(4, bounds.Count);
        Assert.Equal(new CellBounds(low, high), bounds[Key("G", cell)]);
    }

    /// <summary>
    /// With zeros shown, the second row's 3 can only be 1 + 2 or 2 + 1, and the first column's 6 loses the ends, too.
    /// </summary>
    [Fact]
    public void Who_knows_that_zeros_are_shown_knows_more()
    {
        var bounds = Attacker.Bounds(Table("G", [5, 2], [1, 2], [3, 3]), Inner(2, 2));

        Assert.Equal(new CellBounds(4, 5), bounds[Key("G", "Row=1,Column=1")]);
        Assert.Equal(new CellBounds(2, 3), bounds[Key("G", "Row=1,Column=2")]);
        Assert.Equal(new CellBounds(1, 2), bounds[Key("G", "Row=2,Column=1")]);
    }

    [Fact]
    public void Cell_alone_in_its_row_is_pinned() =>
        Assert.Equal(
            new CellBounds(2, 2),
            Attacker.Bounds(Table("T", [2, 10], [9, 8]), new HashSet<CellKey> { Key("T", "Row=1,Column=1") })[
                Key("T", "Row=1,Column=1")
            ]
        );

    [Fact]
    public void Cell_in_no_relation_has_no_high_end()
    {
        var cell = Key("T", "");
        Assert.Equal(
            new CellBounds(1, null),
            Attacker.Bounds(new LinkedCounts([new CountCell(cell, 3)], [], []), new HashSet<CellKey> { cell })[cell]
        );
    }

    /// <summary>
    /// Both tables share the total; that of organisations gives it away, and with it the missing platform.
    /// </summary>
    [Fact]
    public void Total_withheld_in_one_table_is_worked_out_from_another()
    {
        var counts = Star("A", ("Platform", [3, 20, 30]), ("Organisation", [25, 28]));

        var bounds = Attacker.Bounds(counts, new HashSet<CellKey> { Key("A", ""), Key("A", "Platform=1") });

        Assert.Equal(new CellBounds(53, 53), bounds[Key("A", "")]);
        Assert.Equal(new CellBounds(3, 3), bounds[Key("A", "Platform=1")]);
    }

    [Fact]
    public void Parts_that_do_not_add_up_are_refused()
    {
        var counts = Star("A", ("Platform", [3, 4]));
        Assert.Throws<ArgumentException>(() =>
            Attacker.Bounds(
                counts with
                {
                    Cells =
                    [
                        .. counts.Cells.Select(cell => cell.Key.Codes.Length == 0 ? cell with { Count = 8 } : cell),
                    ],
                },
                new HashSet<CellKey>()
            )
        );
    }

    /// <summary>
    /// Three pairs of three numbers, with known sums of 3, 3 and 3: at a half more than 1 each fits, but no whole
    /// number does; one more or less in a sum decides.
    /// </summary>
    [Fact]
    public void Only_whole_numbers_count()
    {
        CountCell[] cells =
        [
            new(Key("H", "a"), 1),
            new(Key("H", "b"), 2),
            new(Key("H", "c"), 2),
            new(Key("H", "d"), 3),
        ];
        Relation Pair(string total, string one, string other) => new(Key("H", total), [Key("H", one), Key("H", other)]);
        var counts = new LinkedCounts(
            [.. cells, new(Key("H", "ab"), 3), new(Key("H", "bc"), 4), new(Key("H", "acd"), 6)],
            [
                Pair("ab", "a", "b"),
                Pair("bc", "b", "c"),
                new(Key("H", "acd"), [Key("H", "a"), Key("H", "c"), Key("H", "d")]),
            ],
            []
        );
        var withheld = cells.Select(cell => cell.Key).ToHashSet();

        Assert.Equal(
            new ExhaustiveAttacker(counts, withheld, 0, 6).Bounds(),
            Attacker.Bounds(counts, withheld, least: 0)
        );
    }

    /// <summary>Any cells of any small table: the two attackers, who share no code, find the same ends.</summary>
    [Fact]
    public void Bounds_are_those_of_trying_every_number() =>
        Gen.Select(Gen.Int[2, 3], Gen.Int[2, 3], Gen.Long[0, 3].Array[9], Gen.Bool.Array[9], Gen.Long[0, 1])
            .Sample(
                (height, width, numbers, chosen, least) =>
                {
                    var counts = Table(
                        "T",
                        [.. Enumerable.Range(0, height).Select(row => numbers[(row * 3)..((row * 3) + width)])]
                    );
                    var withheld = Enumerable
                        .Range(0, 9)
                        .Where(at => chosen[at] && at / 3 < height && at % 3 < width && numbers[at] >= least)
                        .Select(at => At("T", at / 3, at % 3, height, width))
                        .ToHashSet();
                    var tried = new ExhaustiveAttacker(counts, withheld, least, 9).Bounds();
                    var found = Attacker.Bounds(counts, withheld, least);
                    return found.Count == tried.Count && found.All(one => tried[one.Key] == one.Value);
                },
                iter: 200
            );

    /// <summary>
    /// Sums of any pairs and threes of six numbers, which no table gives: the corners there are often no whole numbers.
    /// </summary>
    [Fact]
    public void Bounds_are_those_of_trying_every_number_where_corners_are_fractions() =>
        Gen.Select(Gen.Long[0, 3].Array[6], Gen.Int[0, 5].HashSet[2, 3].List[2, 7])
            .Sample((numbers, sums) => IsExact(numbers, [.. sums.Select(sum => sum.ToArray())]), iter: 200);

    /// <summary>One of two branches can hold fractions and no whole numbers: the other has the bounds.</summary>
    [Fact]
    public void A_branch_without_whole_numbers_is_left_out() =>
        Assert.True(
            IsExact(
                [1, 2, 1, 1, 2, 0],
                [
                    [2, 3, 5],
                    [0, 3, 4],
                    [1, 2, 4],
                    [0, 3, 4],
                    [0, 1, 2],
                ]
            )
        );

    /// <summary>
    /// Whether the attacker finds the ends that trying every number finds, where these sums are known.
    /// </summary>
    private static bool IsExact(long[] numbers, IReadOnlyList<int[]> sums)
    {
        var cells = numbers.Select((number, at) => new CountCell(Key("S", $"{at}"), number)).ToList();
        var totals = sums.Select(
                (sum, at) => new CountCell(Key("S", $"sum {at}"), sum.Sum(part => numbers[part]), CellKind.Exact)
            )
            .ToList();
        var counts = new LinkedCounts(
            [.. cells, .. totals],
            [.. sums.Select((sum, at) => new Relation(totals[at].Key, [.. sum.Select(part => cells[part].Key)]))],
            []
        );
        var withheld = sums.SelectMany(sum => sum).Select(part => cells[part].Key).ToHashSet();
        var tried = new ExhaustiveAttacker(counts, withheld, 0, 9).Bounds();
        return Attacker.Bounds(counts, withheld, least: 0).All(one => tried[one.Key] == one.Value);
    }

    private static HashSet<CellKey> Inner(int rows, int columns) =>
        [
            .. Enumerable
                .Range(1, rows)
                .SelectMany(row =>
                    Enumerable.Range(1, columns).Select(column => Key("G", $"Row={row},Column={column}"))
                ),
        ];
}
