using ReportEngine.Cases;
using ReportEngine.Figures;
using ReportEngine.Languages;
using ReportEngine.Tests.Cases;

namespace ReportEngine.Tests.Figures;

/// <summary>Figures worked out by hand on a register of five referrals.</summary>
public sealed class FigureSetTests
{
    private static readonly Lazy<string> Database = new(() =>
    {
        var folder = new CsvFolder();
        folder.Referral("x", "2025-07-01T06:00:00Z", followers: 100);
        folder.Referral("telegram", "2025-07-02T06:00:00Z", followers: 100);
        folder.Referral("x", "2025-07-03T06:00:00Z");
        folder.Referral("x", "2025-09-30T18:59:59Z", followers: 100);
        folder.Referral("x", "2025-09-30T19:00:00Z", followers: 100);
        return folder
            .With(
                "referral_event",
                new
                {
                    referral_id = 1,
                    at = "2025-07-02T06:00:00Z",
                    kind = "decision",
                    outcome_code = "removed_global",
                    recorded_at = "2025-07-02T07:00:00Z",
                },
                new
                {
                    referral_id = 1,
                    at = "2025-07-02T08:00:00Z",
                    kind = "effect",
                },
                new
                {
                    referral_id = 2,
                    at = "2025-07-06T06:00:00Z",
                    kind = "decision",
                    outcome_code = "refused_policy",
                    recorded_at = "2025-08-01T07:00:00Z",
                },
                new
                {
                    referral_id = 2,
                    at = "2025-07-06T06:00:00Z",
                    kind = "decision",
                    outcome_code = "restricted_geo",
                    recorded_at = "2025-08-20T07:00:00Z",
                    supersedes_event_id = 3,
                },
                new
                {
                    referral_id = 3,
                    at = "2025-07-04T06:00:00Z",
                    kind = "withdrawn",
                }
            )
            .With(
                "reinstatement",
                new
                {
                    at = "2025-07-20T06:00:00Z",
                    cause = "platform_decision",
                    recorded_at = "2025-07-21T06:00:00Z",
                }
            )
            .Import();
    });

    [Fact]
    public void A_quarter_ends_at_midnight_in_Karachi()
    {
        Assert.Equal(new Count(4), Figure("2025-Q3", null, "REF.01"));
        Assert.Equal(new Count(1), Figure("2025-Q4", null, "REF.01"));
    }

    [Theory]
    [InlineData("2025-07-31", 1, 0)]
    [InlineData("2025-08-10", 1, 1)]
    [InlineData("2025-08-31", 2, 0)]
    public void A_past_cut_off_sees_what_was_recorded_by_then(string asOf, long actioned, long refused)
    {
        Assert.Equal(new Share(actioned, 3), Figure("2025-Q3", asOf, "OUT.02"));
        Assert.Equal(new Share(refused, 3), Figure("2025-Q3", asOf, "OUT.06"));
    }

    [Fact]
    public void Withdrawn_and_pending_referrals_are_not_decided() =>
        Assert.Equal(new Share(2, 2), Figure("2025-Q3", null, "OUT.03"));

    [Fact]
    public void Action_after_48_hours_does_not_count_as_within() =>
        Assert.Equal(new Share(1, 3) { LeftOut = 1 }, Figure("2025-Q3", null, "RT.07"));

    [Fact]
    public void Referrals_less_than_48_hours_old_are_left_out_of_the_48_hour_share() =>
        Assert.Equal(new Share(1, 1), Figure("2025-Q3", "2025-07-03", "RT.07"));

    [Fact]
    public void Unknown_reach_is_counted_beside_the_sum() =>
        Assert.Equal(new Sum(300, 3, 4), Figure("2025-Q3", null, "ACC.03"));

    [Fact]
    public void Reinstated_referrals_stay_actioned() =>
        Assert.Equal(new Share(1, 2), Figure("2025-Q3", null, "SAF.02"));

    [Fact]
    public void A_platform_without_referrals_is_shown_with_nothing_of_nothing() =>
        Sample.With(
            "2025-Q3",
            null,
            set =>
            {
                var figure = set.One("OUT.02", (Dimension.Platform, "tiktok"));
                Assert.Equal(new Share(0, 0), figure.Quantity);
                Assert.Equal("z", figure.Quantity.Marker);
                return true;
            },
            Database.Value
        );

    [Fact]
    public void Identities_hold_and_a_broken_one_says_by_how_much()
    {
        using var cases = CaseFile.Open(Database.Value, null);
        var set = Report.FiguresOf(cases, Period.TryParse("2025-Q3")!, Language.English);
        var (from, to) = set.Window(Cohort.Submission);
        var totals = cases.ReadTotals(from, to);

        Assert.All(IdentityChecks.Of(set, totals), check => Assert.True(check.Holds, check.Statement));
        var broken = Assert.Single(
            IdentityChecks.Of(set, totals with { Closed = totals.Closed + 2 }),
            check => !check.Holds
        );
        Assert.Equal(
            "cases.db: error RE401: Identity ID.3 is broken: waiting at the start + submitted = closed + waiting "
                + "at the end. "
                + "Left side 4, right side 6, difference -2 Expected: both sides equal. Nothing was written. Check "
                + "the rows that changed last; "
                + "the figures cannot be published until they add up.",
            broken.AsProblem("cases.db").ToString()
        );
    }

    [Fact]
    public void Every_metric_has_a_definition_a_source_and_a_figure() =>
        Sample.With(
            "2025-Q4",
            null,
            set =>
            {
                foreach (var metric in MetricCatalogue.All)
                {
                    Assert.NotEmpty(metric.Definition);
                    Assert.NotEmpty(metric.Source);
                    Assert.NotEmpty(set.Of(metric.Id));
                    Assert.All(metric.Breakdowns, dimension => Assert.NotEmpty(set.Of(metric.Id, dimension)));
                    Assert.True(
                        metric.Unit != Unit.Share && metric.Unit != Unit.PerThousand && metric.Unit != Unit.Ratio
                            || metric.Id == "NAP.02"
                            || metric.Denominator is not null,
                        metric.Id
                    );
                }
                return true;
            }
        );

    [Theory]
    [InlineData("2025", null)]
    [InlineData("FY2025-26", null)]
    [InlineData("2025-Q4", "2025-12-15")]
    public void Only_a_complete_quarter_is_held_against_its_targets(string period, string? asOf) =>
        Sample.With(
            period,
            asOf,
            set =>
            {
                Assert.All(set.Of("NAP.02"), figure => Assert.IsType<NotApplicable>(figure.Quantity));
                Assert.All(
                    set.Of("NAP.03"),
                    figure => Assert.Equal("unrated", Assert.IsType<Status>(figure.Quantity).Code)
                );
                return true;
            }
        );

    private static Quantity Figure(string period, string? asOf, string id) =>
        Sample.With(period, asOf, set => set.One(id).Quantity, Database.Value);

    /// <summary>Referrals to Telegram alone have a ground in the small register; the 23 others are not lost.</summary>
    [Fact]
    public void What_has_no_code_is_counted_under_a_name_of_its_own() =>
        Assert.Equal(
            [("ground-1", 10d), ("none", 23d)],
            Sample.With(
                "2025-Q3",
                null,
                set =>
                    set.Of("REF.01", Dimension.Ground)
                        .Select(figure => (figure.CodeOf(Dimension.Ground)!, figure.Value!.Value))
                        .ToList(),
                SmallRegister.Database
            )
        );
}
