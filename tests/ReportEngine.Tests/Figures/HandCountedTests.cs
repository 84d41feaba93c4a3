using ReportEngine.Figures;

namespace ReportEngine.Tests.Figures;

/// <summary>
/// One value at least of every figure of the catalogue, counted by hand in <see cref="SmallRegister"/>.
/// </summary>
public sealed class HandCountedTests
{
    /// <summary>
    /// Need a release, rules of disclosure or more cases: counted by hand in <see cref="RevisionTests"/>, in the
    /// tests of disclosure control and in <see cref="LikeForLikeTests"/>.
    /// </summary>
    private static readonly string[] ElsewhereCounted =
    [
        "DQ.03",
        "DQ.04",
        .. MetricCatalogue.All.Select(metric => metric.Id).Where(id => id.StartsWith("CHG.", StringComparison.Ordinal)),
    ];

    /// <summary>Id, its part or other value if it has one, and what was counted for July to September 2025.</summary>
    private static readonly (string Id, string? Part, string Counted)[] Figures =
    [
        ("REF.01", null, "33"), // 12 and a repeat, 10, 10
        ("REF.02", null, "32"),
        ("REF.03", null, "33/32"),
        ("REF.04", null, "1 of 33"),
        ("REF.05", null, "1"), // the assessed mirror
        ("REF.06", null, "5 of 6"),
        ("ACC.01", null, "32"),
        ("ACC.02", null, "32"),
        ("ACC.03", null, "150 of 2 in 32"),
        ("ACC.04", null, "100 of 150"),
        ("MIR.01", null, "12"), // 1, 1, 10
        ("MIR.02", null, "11 of 27"),
        ("MIR.03", "p25", "6 h"), // 1, 2, 2, 3, 4, 5, 6: the seventh of 27 is over a quarter
        ("MIR.03", "median", "not reached"),
        ("MIR.04", "mean", "1.08"), // 11 of the first generation, 1 of the second
        ("MIR.04", "max", "2"),
        ("MIR.05", null, "1"),
        ("MIR.06", null, "1 of 27"),
        ("OUT.01", "refused_policy", "1 of 33"),
        ("OUT.02", null, "27 of 33"), // 7, 10, 10
        ("OUT.03", null, "27 of 29"), // less 2 pending, 1 withdrawn, 1 not found
        ("OUT.04", null, "26 of 27"),
        ("OUT.05", "terms", "1 of 27"),
        ("OUT.06", null, "2 of 33"),
        ("OUT.07", "days-over-30", "2 of 2"),
        ("OUT.08", null, "1 of 2"),
        ("OUT.09", "ordered", "1"),
        ("OUT.10", null, "1 of 33"),
        ("RT.01", "median", "7 h"), // 11 after 1 hour; 2, 3, 4, 5, 6; the seventeenth of 33 after 7
        ("RT.02", "median", "10 h"), // 8 by 9 hours, 18 by 10
        ("RT.02", "p90", "60 h"), // after 60 hours 14/33 x 2/13 are unanswered, one hour before 14/33 x 4/13
        ("RT.03", "median", "51 h"), // 16 acted on by 11 hours, 17 by 51
        ("RT.04", null, "1 of 33"),
        ("RT.05", null, "16 of 33"),
        ("RT.06", null, "16 of 33"),
        ("RT.07", null, "16 of 33"),
        ("RT.08", null, "13 of 16"),
        ("RT.09", null, "11 of 33"),
        ("RT.10", "p90", "5 h"),
        ("RT.12", "median", "9 h"), // 3, 4, 5, 6, 7, 8, 9: the seventh of 13
        ("RT.13", "days-over-30", "2 of 2"),
        ("RT.14", "submission-net", "7 h"), // 1, 2, 2, 4, 5, 6 and ten times 6 are 16
        ("RT.15", "12", "57.58 %, 14 at risk"), // 19 of 33
        ("RT.16", null, "189"), // 10 July to 15 January
        ("RT.17", null, "2 of 16"),
        ("RT.18", "median", "10 h"),
        ("RT.20", "acted", "2 of 16"),
        ("RT.20", "answered", "1 of 16"),
        ("RT.20", "none", "13 of 16"),
        ("RT.21", "days-over-30", "2 of 2"), // those of RT.13: no other direction was ever sent and left open
        ("RT.22", "answered", "11 of 13"), // 2 of the 13 of RT.08 still wait (RT.13)
        ("RT.22", "withdrawn", "0 of 13"),
        ("RT.22", "waiting", "2 of 13"),
        ("RT.19", "mean", "71.55 h"), // 862/33 up to 51 hours, then 14/33 x (72/13 + 660 x 2/13)
        ("UDR.01", "accounts", "21"),
        ("UDR.02", null, "9 of 10"),
        ("UDR.03", "refused", "1 of 10"),
        ("UDR.04", "median", "5.5 h"), // exactly half are unanswered from 5 to 6 hours: the middle, as in survfit
        ("UDR.05", null, "1 of 1"),
        ("UDR.06", "full", "1 of 1"),
        ("LEG.01", "ground-1", "10 of 33"),
        ("LEG.02", "PK+US", "20 of 33"),
        ("LEG.03", null, "1"), // the day before the listing
        ("LEG.04", "added", "2"),
        ("SAF.01", null, "10"),
        ("SAF.02", null, "1 of 27"),
        ("SAF.03", null, "1 of 33"),
        ("SAF.04", null, "1 of 2"),
        ("SAF.05", null, "1 of 33"),
        ("SAF.06", "median", "5.5 h"), // the same
        ("SAF.07", "news", "1"),
        ("SAF.08", "reversed", "1 of 10"),
        ("DET.01", "classifier", "10 of 33"),
        ("DET.02", null, "4 of 5"),
        ("DET.03", null, "4 of 33"),
        ("DET.04", "inquiry", "1"),
        ("COM.01", "x", "met"),
        ("COM.02", null, "1 of 6"),
        ("COM.03", "ask-1", "175"), // 24 July to 15 January
        ("COM.05", null, "4 of 6"),
        ("NAP.01", "value", "15"),
        ("NAP.02", null, "0.5"), // half of the way from 10 to 20
        ("NAP.03", null, "amber-red"),
        ("NAP.04", null, "about-as-many"), // from 5 to 15: fewer than 20 more
        ("NAP.05", "due", "2"),
        ("NAP.05", "done", "1"),
        ("NAP.05", "overdue", "1"),
        ("NAP.06", null, "1 of 1"),
        ("NAP.07", "amber-red", "1 of 1"),
        ("NAP.08", null, "amber-red"), // of its one indicator
        ("NAP.09", null, "amber-red"),
        ("NAP.10", "amber-red", "1 of 1"),
        ("NAP.11", null, "1 of 2"),
        ("NAP.12", null, "0.75"), // 272 of 364 days: from 1 January to 30 September, of those to 31 December
        ("DQ.01", "ground", "23 of 33"),
        ("DQ.02", null, "2 of 27"),
    ];

    /// <summary>The same for October to December 2025, which these need.</summary>
    private static readonly (string Id, string? Part, string Counted)[] FiguresOfTheNextPeriod =
    [
        ("RT.11", "action-rate", "0.18"), // 10 of 10 less 27 of 33
        ("COM.04", "gap", "925"), // their 935 requests less our 10
    ];

    public static IEnumerable<object?[]> Counted() =>
        [
            .. Figures.Select(figure => new object?[] { "2025-Q3", figure.Id, figure.Part, figure.Counted }),
            .. FiguresOfTheNextPeriod.Select(figure =>
                new object?[] { "2025-Q4", figure.Id, figure.Part, figure.Counted }
            ),
        ];

    [Theory]
    [MemberData(nameof(Counted))]
    public void A_figure_is_what_was_counted_by_hand(string period, string id, string? part, string counted) =>
        Assert.Equal(
            counted,
            Sample.With(
                period,
                null,
                set =>
                    Text(
                        set.Of(id)
                            .First(figure => part is null || figure.Dimensions.Any(value => value.Code == part))
                            .Quantity
                    ),
                SmallRegister.Database
            )
        );

    [Fact]
    public void No_figure_of_the_catalogue_is_left_uncounted() =>
        Assert.Empty(
            MetricCatalogue
                .All.Select(metric => metric.Id)
                .Except(Figures.Concat(FiguresOfTheNextPeriod).Select(figure => figure.Id))
                .Except(ElsewhereCounted)
        );

    private static string Text(Quantity quantity) =>
        quantity switch
        {
            Count count => FormattableString.Invariant($"{count.Number}"),
            Share share => FormattableString.Invariant($"{share.Numerator} of {share.Denominator}"),
            Portion portion => FormattableString.Invariant($"{portion.Numerator} of {portion.Denominator}"),
            Sum sum => FormattableString.Invariant($"{sum.Total} of {sum.Known} in {sum.All}"),
            Ratio ratio => FormattableString.Invariant($"{ratio.Numerator}/{ratio.Denominator}"),
            Hours { Value: { } value } => FormattableString.Invariant($"{value:0.##} h"),
            Hours { Reached: false } => "not reached",
            Estimate { Value: { } value } estimate => FormattableString.Invariant(
                $"{value * 100:0.00} %, {estimate.AtRisk} at risk"
            ),
            Measured measured => FormattableString.Invariant($"{measured.Value:0.##}"),
            Change { Value: { } value } => FormattableString.Invariant($"{value:0.##}"),
            Status status => status.Code,
            var other => other.Marker ?? "?",
        };
}
