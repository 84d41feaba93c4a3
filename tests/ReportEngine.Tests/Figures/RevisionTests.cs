using ReportEngine.Cases;
using ReportEngine.Figures;
using ReportEngine.Languages;
using ReportEngine.Tests.Cases;

namespace ReportEngine.Tests.Figures;

/// <summary>Four referrals as known on 31 July, and again on 31 August; by hand.</summary>
public sealed class RevisionTests
{
    private static readonly CutOff July = CutOff.TryParse("2025-07-31")!;

    /// <summary>
    /// A decision of July that came late and was corrected at once: with either left out the other still stands.
    /// </summary>
    [Fact]
    public void A_late_row_and_its_correction_do_not_hide_each_other()
    {
        using var folder = new CsvFolder();
        folder.Referral("x", "2025-07-03T06:00:00Z");
        var database = folder
            .With(
                "referral_event",
                new
                {
                    event_id = 201,
                    referral_id = 1,
                    at = "2025-07-20T07:00:00Z",
                    kind = "decision",
                    outcome_code = "removed_global",
                    platform_ground = "terms",
                    recorded_at = "2025-08-11T00:00:00Z",
                },
                new
                {
                    event_id = 202,
                    referral_id = 1,
                    at = "2025-07-20T07:00:00Z",
                    kind = "decision",
                    outcome_code = "removed_global",
                    platform_ground = "law",
                    recorded_at = "2025-08-12T00:00:00Z",
                    supersedes_event_id = "201",
                }
            )
            .Import();

        Assert.NotEqual(
            RevisionReasons.None,
            With("2025-08-31", null, set => set.Compared, database)
                .Single(one => one.Now.Metric.Id == "OUT.02" && one.Now.Dimensions.Count == 0)
                .Reasons
        );
    }

    /// <summary>A referral of August is no late record of July.</summary>
    [Fact]
    public void What_was_submitted_later_is_a_later_event()
    {
        using var folder = new CsvFolder();
        folder.Referral("x", "2025-07-03T06:00:00Z");
        folder.Referral("x", "2025-08-03T06:00:00Z");

        Assert.Equal(
            RevisionReasons.LaterEvents,
            With("2025-08-31", null, set => set.Compared, folder.Import())
                .Single(one => one.Now.Metric.Id == "OUT.02" && one.Now.Dimensions.Count == 0)
                .Reasons
        );
    }

    private static readonly Lazy<string> Database = new(() =>
    {
        var folder = new CsvFolder();
        folder.Referral("tiktok", "2025-07-02T06:00:00Z", "removed_global", "2025-07-02T07:00:00Z");
        folder.Referral("x", "2025-07-03T06:00:00Z", "removed_global", "2025-07-03T07:00:00Z");
        folder.Referral("facebook", "2025-07-04T06:00:00Z");
        folder.Referral("telegram", "2025-07-05T06:00:00Z");
        return folder
            .With(
                "referral_event",
                // X: the removal was an error of ours. Facebook: an answer of July recorded in August. Telegram: an
                // answer of August.
                new
                {
                    event_id = 201,
                    referral_id = 2,
                    at = "2025-07-03T07:00:00Z",
                    kind = "decision",
                    outcome_code = "refused_policy",
                    platform_ground = "terms",
                    recorded_at = "2025-08-10T00:00:00Z",
                    supersedes_event_id = 2,
                },
                new
                {
                    event_id = 202,
                    referral_id = 3,
                    at = "2025-07-20T07:00:00Z",
                    kind = "decision",
                    outcome_code = "removed_global",
                    platform_ground = "terms",
                    recorded_at = "2025-08-11T00:00:00Z",
                },
                new
                {
                    event_id = 203,
                    referral_id = 4,
                    at = "2025-08-12T07:00:00Z",
                    kind = "decision",
                    outcome_code = "removed_global",
                    platform_ground = "terms",
                    recorded_at = "2025-08-12T08:00:00Z",
                }
            )
            .Import();
    });

    [Theory]
    [InlineData("x", 1, 0, RevisionReasons.Correction)]
    [InlineData("facebook", 0, 1, RevisionReasons.LateRecords)]
    [InlineData("telegram", 0, 1, RevisionReasons.LaterEvents)]
    [InlineData("tiktok", 1, 1, RevisionReasons.None)]
    public void A_revision_says_why(string platform, long before, long now, RevisionReasons reasons)
    {
        var revision = Compared("2025-08-31")
            .Single(one => one.Now.Metric.Id == "OUT.02" && one.Now.CodeOf(Dimension.Platform) == platform);

        Assert.Equal(
            (new Share(before, 1), new Share(now, 1), reasons),
            (revision.Before, revision.Now.Quantity, revision.Reasons)
        );
        Assert.Equal(platform == "x", revision.IsCorrection);
    }

    [Fact]
    public void A_total_has_all_the_reasons_of_its_parts()
    {
        var revision = Compared("2025-08-31")
            .Single(one => one.Now.Metric.Id == "OUT.02" && one.Now.Dimensions.Count == 0);

        Assert.Equal((new Share(2, 4), new Share(3, 4)), (revision.Before, revision.Now.Quantity));
        Assert.Equal(
            RevisionReasons.Correction | RevisionReasons.LateRecords | RevisionReasons.LaterEvents,
            revision.Reasons
        );
    }

    [Fact]
    public void Nothing_is_revised_when_nothing_was_recorded_since() =>
        Assert.All(Compared("2025-07-31"), one => Assert.Equal(RevisionReasons.None, one.Reasons));

    [Fact]
    public void A_stock_is_not_compared() =>
        Assert.DoesNotContain(Compared("2025-08-31"), one => one.Now.Metric.Id == "OUT.07");

    [Fact]
    public void Another_value_by_another_version_of_a_definition_is_a_break_and_nothing_else() =>
        Assert.Equal(
            RevisionReasons.Definition,
            Compared("2025-07-31", figure => figure with { Version = 0, Quantity = new Share(9, 9) })
                .Single(one => one.Now.Metric.Id == "OUT.02" && one.Now.Dimensions.Count == 0)
                .Reasons
        );

    /// <summary>The definition tells of its change; a value that is the same has not been revised.</summary>
    [Fact]
    public void The_same_value_by_another_version_of_a_definition_is_no_revision() =>
        Assert.All(
            Compared("2025-07-31", figure => figure with { Version = 0 }),
            one => Assert.Equal(one.Now.Quantity == one.Before, one.Reasons == RevisionReasons.None)
        );

    [Fact]
    public void A_figure_that_the_register_no_longer_gives_is_not_explained_away() =>
        Assert.Equal(
            RevisionReasons.Unexplained,
            Compared("2025-07-31", figure => figure with { Quantity = new Share(9, 9) })
                .Single(one => one.Now.Metric.Id == "OUT.02" && one.Now.Dimensions.Count == 0)
                .Reasons
        );

    [Fact]
    public void A_revised_figure_is_marked_wherever_it_is_asked_for_and_counted_once() =>
        With(
            "2025-08-31",
            null,
            set =>
            {
                Assert.True(set.One("OUT.02").IsRevised);
                Assert.False(set.One("OUT.02", (Dimension.Platform, "tiktok")).IsRevised);
                Assert.True(set.For(Period.TryParse("2025-Q4")!).Previous.One("OUT.02").IsRevised);
                Assert.Equal(new Portion(4, 7), set.One("DQ.03", (Dimension.Metric, "OUT.02")).Quantity);
                return true;
            }
        );

    [Fact]
    public void Without_a_release_nothing_is_revised() =>
        Sample.With(
            "2025-Q3",
            null,
            set =>
            {
                Assert.IsType<NotApplicable>(set.One("DQ.03").Quantity);
                Assert.False(set.One("OUT.02").IsRevised);
                return true;
            }
        );

    [Fact]
    public void The_difference_of_two_shares_is_in_points_and_of_two_counts_a_number()
    {
        var figure = Compared("2025-07-31")[0].Now;
        Assert.Equal(
            new Change(0.25, ChangeUnit.Share),
            new Revision(
                figure with
                {
                    Quantity = new Share(15, 20),
                },
                new Share(10, 20),
                RevisionReasons.LaterEvents
            ).Difference
        );
        Assert.Equal(
            new Measured(-3, false),
            new Revision(figure with { Quantity = new Count(4) }, new Count(7), RevisionReasons.LaterEvents).Difference
        );
        Assert.IsType<NotApplicable>(
            new Revision(figure with { Quantity = new Withheld() }, new Count(7), RevisionReasons.Disclosure).Difference
        );
    }

    private static IReadOnlyList<Revision> Compared(string asOf, Func<ReleasedFigure, ReleasedFigure>? change = null) =>
        With(asOf, change, set => set.Compared);

    private static T With<T>(
        string asOf,
        Func<ReleasedFigure, ReleasedFigure>? change,
        Func<FigureSet, T> use,
        string? other = null
    )
    {
        var database = other ?? Database.Value;
        var period = Period.TryParse("2025-Q3")!;
        var released = Sample.With(
            "2025-Q3",
            July.DayText,
            set =>
                (IReadOnlyList<ReleasedFigure>)
                    [
                        .. set.Of("OUT.02")
                            .Concat(set.Of("OUT.02", Dimension.Platform))
                            .Concat(set.Of("OUT.07"))
                            .Select(ReleasedFigure.Of)
                            .Select(change ?? (figure => figure)),
                    ],
            database
        );
        var cutOff = CutOff.TryParse(asOf)!;
        CaseFile[] parts =
        [
            CaseFile.Open(database, cutOff, new Without(July, true, false)),
            CaseFile.Open(database, cutOff, new Without(July, false, true)),
            CaseFile.Open(database, cutOff, new Without(July, true, true)),
            CaseFile.Open(database, July),
        ];
        try
        {
            var sets = parts.Select(part => Report.FiguresOf(part, period, Language.English)).ToList();
            return Sample.With(
                "2025-Q3",
                asOf,
                set =>
                    use(
                        set.Comparing(
                            new Comparison(new EarlierRelease("v1", July, released), sets[0], sets[1], sets[2], sets[3])
                        )
                    ),
                database
            );
        }
        finally
        {
            Array.ForEach(parts, part => part.Dispose());
        }
    }
}
