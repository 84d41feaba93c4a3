using ReportEngine.Figures;
using ReportEngine.Tests.Cases;

namespace ReportEngine.Tests.Figures;

/// <summary>What our own reviews found, and other people's reports about themselves, by hand.</summary>
public sealed class ReviewFiguresTests
{
    private static readonly Lazy<string> Database = new(() =>
    {
        var folder = new CsvFolder();
        folder.Referral("tiktok", "2025-07-02T06:00:00Z", "removed_global", "2025-07-02T07:00:00Z", followers: 300);
        folder.Referral("tiktok", "2025-07-03T06:00:00Z", "refused_policy", "2025-07-03T07:00:00Z", followers: 100);
        folder.Referral("tiktok", "2025-07-04T06:00:00Z", "not_found", "2025-07-04T07:00:00Z");
        folder.Referral("tiktok", "2025-07-05T06:00:00Z");
        return folder
            .With(
                "referral_event",
                new
                {
                    referral_id = 1,
                    at = "2025-07-02T08:00:00Z",
                    kind = "effect",
                }
            )
            .With(
                "assessment",
                new { subject_id = 1, assessed_at = "2025-07-02T06:00:00Z" },
                new
                {
                    subject_id = 2,
                    assessed_at = "2025-07-02T00:00:00Z",
                    result = "more_information",
                },
                new
                {
                    subject_id = 2,
                    assessed_at = "2025-07-03T06:00:01Z",
                    result = "refer",
                },
                new
                {
                    subject_id = 3,
                    assessed_at = "2025-07-01T06:00:00Z",
                    result = "do_not_refer",
                    protected_context = "news",
                }
            )
            .With(
                "quality_audit",
                new
                {
                    referral_id = 1,
                    audited_at = "2025-07-10T00:00:00Z",
                    verdict = "wrong_ground",
                },
                new
                {
                    referral_id = 1,
                    audited_at = "2025-07-11T00:00:00Z",
                    verdict = "correct",
                },
                new
                {
                    referral_id = 2,
                    audited_at = "2025-07-10T00:00:00Z",
                    verdict = "wrong_target",
                },
                new
                {
                    referral_id = 3,
                    audited_at = "2025-07-10T00:00:00Z",
                    verdict = "wrong_target",
                    sample_frame = "complaint",
                }
            )
            .With(
                "verification",
                new
                {
                    subject_id = 1,
                    checked_at = "2025-07-05T08:00:00Z",
                    state = "down",
                },
                new
                {
                    subject_id = 1,
                    checked_at = "2025-07-05T08:00:01Z",
                    state = "live",
                },
                new
                {
                    subject_id = 2,
                    checked_at = "2025-07-09T00:00:00Z",
                    state = "down",
                },
                new
                {
                    subject_id = 2,
                    checked_at = "2025-07-10T00:00:00Z",
                    state = "unknown",
                },
                new
                {
                    subject_id = 3,
                    checked_at = "2025-07-04T05:59:59Z",
                    state = "live",
                }
            )
            .With(
                "data_request",
                new
                {
                    udr_id = 1,
                    type = "preservation",
                    sent_at = "2025-04-05T00:00:00Z",
                    preservation_expires_on = "2025-07-04",
                },
                new
                {
                    udr_id = 2,
                    type = "preservation",
                    sent_at = "2025-04-06T00:00:00Z",
                    preservation_expires_on = "2025-07-05",
                },
                new
                {
                    udr_id = 4,
                    type = "preservation",
                    sent_at = "2025-04-06T00:00:00Z",
                    preservation_expires_on = "2025-07-06",
                },
                new
                {
                    udr_id = 3,
                    type = "voluntary",
                    sent_at = "2025-07-05T18:59:59Z",
                }
            )
            .With(
                "data_request_response",
                new
                {
                    udr_id = 1,
                    responded_at = "2025-04-06T00:00:00Z",
                    outcome = "full",
                },
                new
                {
                    udr_id = 2,
                    responded_at = "2025-04-07T00:00:00Z",
                    outcome = "partial",
                },
                new
                {
                    udr_id = 4,
                    responded_at = "2025-04-07T00:00:00Z",
                    outcome = "refused",
                },
                new
                {
                    udr_id = 3,
                    responded_at = "2025-07-06T00:00:00Z",
                    outcome = "refused",
                }
            )
            .With(
                "data_request_subject",
                new { udr_id = 1, subject_id = 1 },
                new { udr_id = 2, subject_id = 2 },
                new { udr_id = 3, subject_id = 2 }
            )
            .With(
                "platform_selfreport",
                new
                {
                    selfreport_id = "a",
                    platform_id = "tiktok",
                    period = "2025-H1",
                    country = "PK",
                    metric = "requests",
                    unit = "requests",
                    value = 7,
                    source_url = "https://example.invalid",
                },
                new
                {
                    selfreport_id = "b",
                    platform_id = "tiktok",
                    period = "2025-H2",
                    country = "PK",
                    metric = "requests",
                    unit = "requests",
                    value = 935,
                    source_url = "https://example.invalid",
                }
            )
            .Import();
    });

    [Fact]
    public void Only_the_last_double_blind_audit_of_a_referral_counts_and_complaints_do_not() =>
        Assert.Equal(new Share(1, 2), Quantity("SAF.04"));

    /// <summary>0.1 + 0.2 + 0.3 is 0.6000000000000001 in fractions of 2, and 0.6 the other way round.</summary>
    [Theory]
    [InlineData(0.1, 0.2, 0.3)]
    [InlineData(0.3, 0.2, 0.1)]
    public void Returns_add_up_exactly_in_any_order(double first, double second, double third)
    {
        using var folder = new CsvFolder();
        double[] values = [first, second, third];
        for (var number = 1; number <= 3; number++)
        {
            var agency = FormattableString.Invariant($"agency-{number + 1}");
            folder
                .WithLines("agency", agency + "," + agency + ",both,,,")
                .WithLines(
                    "nap_reporting_unit",
                    FormattableString.Invariant($"unit-{number},indicator-1,{agency},2025-07-01")
                )
                .With("nap_value", new { agency_id = agency, value = values[number - 1] });
        }

        Assert.Equal(
            new Measured(0.6, IsShare: false),
            Sample.With("2025-Q3", null, set => set.Of("NAP.01")[0].Quantity, folder.Import())
        );
    }

    [Theory]
    [InlineData("2025-01-01", "2025-12-31", 272.0 / 364)] // the last day of the period is 30 September
    [InlineData("2025-01-01", "2025-06-30", 272.0 / 180)] // the day of the target is over
    [InlineData("2025-10-10", "2025-10-20", -1.0)] // the baseline is of a later day
    [InlineData("2025-12-31", "2025-12-31", null)]
    public void Time_used_runs_from_the_baseline_to_the_end_of_the_period(string from, string to, double? used)
    {
        using var folder = new CsvFolder();
        folder.WithLines("nap_target", $"target-1,indicator-1,10,{from},20,{to},90,60,30");

        Assert.Equal(used, Sample.With("2025-Q3", null, set => set.Of("NAP.12")[0].Value, folder.Import()));
    }

    /// <summary>Two units owe a return for the indicator and one sent it.</summary>
    [Fact]
    public void With_a_return_missing_there_is_no_progress_no_rating_and_no_trend()
    {
        using var folder = new CsvFolder();
        folder
            .WithLines("agency", "agency-2,Test agency two,both,,,")
            .WithLines("nap_target", "target-1,indicator-1,10,2025-01-01,20,2025-12-31,90,60,30")
            .WithLines(
                "nap_reporting_unit",
                "unit-1,indicator-1,agency-1,2025-01-01",
                "unit-2,indicator-1,agency-2,2025-01-01"
            )
            .With("nap_value", new { value_id = 1, value = 20 });

        Assert.Equal(
            ("Missing", "unrated", "no-comparison"),
            Sample.With(
                "2025-Q3",
                null,
                set =>
                    (
                        set.Of("NAP.02")[0].Quantity.GetType().Name,
                        ((Status)set.Of("NAP.03")[0].Quantity).Code,
                        ((Status)set.Of("NAP.04")[0].Quantity).Code
                    ),
                folder.Import()
            )
        );
    }

    [Fact]
    public void A_referral_is_wrongful_by_any_audit() => Assert.Equal(new Share(3, 4), Quantity("SAF.03"));

    [Fact]
    public void An_assessment_after_the_submission_is_no_decision_by_a_person() =>
        Assert.Equal(new Share(1, 4), Quantity("DET.03"));

    [Fact]
    public void The_last_assessment_of_the_period_decides_what_was_put_forward() =>
        Assert.Equal(new Share(2, 3), Quantity("REF.06"));

    [Fact]
    public void A_protected_context_is_counted_also_when_nothing_was_referred_for_it() =>
        Assert.Equal(new Count(1), Quantity("SAF.07", (Dimension.ProtectedContext, "news")));

    [Fact]
    public void Accounts_checked_never_before_or_without_result_are_not_among_the_accessible_nor_the_checked() =>
        Assert.Equal(new Share(1, 2), Quantity("OUT.08"));

    [Fact]
    public void A_check_at_the_last_second_of_72_hours_counts() => Assert.Equal(new Share(1, 1), Quantity("DQ.02"));

    [Fact]
    public void An_answer_that_is_neither_action_nor_refusal_stands_apart() =>
        Assert.Equal(new Share(1, 4), Quantity("OUT.10"));

    [Fact]
    public void Followers_without_a_number_are_on_neither_side() =>
        Assert.Equal(new Portion(300, 400), Quantity("ACC.04"));

    [Fact]
    public void A_confirmed_preservation_is_saved_by_a_request_on_its_last_day_in_Karachi() =>
        Assert.Equal(new Share(1, 2), Quantity("UDR.05"));

    [Fact]
    public void A_preservation_answered_in_full_discloses_nothing() =>
        Assert.Equal(new Share(0, 1), Quantity("UDR.02"));

    [Theory]
    [InlineData("UDR.02")]
    [InlineData("UDR.03")]
    [InlineData("UDR.04")]
    public void What_is_disclosed_is_not_asked_of_requests_to_preserve(string metricId)
    {
        var figures = Sample
            .With("2025-Q3", null, set => set.Of(metricId, Dimension.RequestType), Database.Value)
            .Where(figure => figure.CodeOf(Dimension.RequestType) == "preservation")
            .ToList();

        Assert.NotEmpty(figures);
        Assert.All(figures, figure => Assert.IsType<NotApplicable>(figure.Quantity));
    }

    [Fact]
    public void A_missing_field_is_told_of_all_referrals() =>
        Assert.Equal(new Share(4, 4), Quantity("DQ.01", (Dimension.Field, "ground")));

    [Theory]
    [InlineData("2025-Q4", "theirs", 935)]
    [InlineData("2025-Q4", "ours", 4)]
    [InlineData("2025-Q4", "gap", 931)]
    [InlineData("2025-Q3", "theirs", 7)]
    [InlineData("2025-Q3", "ours", 0)]
    public void A_platform_s_report_is_held_against_the_same_half_year_and_none_that_is_not_over(
        string period,
        string part,
        double value
    ) =>
        Assert.Equal(
            value,
            Sample.With(
                period,
                null,
                set => set.Of("COM.04").Single(figure => figure.CodeOf(Dimension.Statistic) == part).Value,
                Database.Value
            )
        );

    [Fact]
    public void An_account_acted_on_before_the_period_is_acted_on()
    {
        var folder = new CsvFolder();
        folder.Referral("x", "2025-06-01T00:00:00Z", "removed_global", "2025-06-02T00:00:00Z", followers: 50);
        folder
            .With("submission", new { submission_id = 2, submitted_at = "2025-07-02T00:00:00Z" })
            .With(
                "referral",
                new
                {
                    referral_id = 2,
                    submission_id = 2,
                    subject_id = 1,
                    recorded_at = "2025-07-02T00:00:00Z",
                }
            );

        Assert.Equal(
            new Portion(50, 50),
            Sample.With("2025-Q3", null, set => set.One("ACC.04").Quantity, folder.Import())
        );
    }

    [Fact]
    public void A_return_is_due_once_its_quarter_is_over_and_also_when_nobody_sent_one()
    {
        var folder = new CsvFolder().With(
            "nap_reporting_unit",
            new
            {
                unit_id = "unit-1",
                indicator_id = "indicator-1",
                agency_id = "agency-1",
                due_from = "2025-04-15",
            }
        );
        folder.Referral("x", "2025-01-02T00:00:00Z");
        var database = folder.Import();

        Assert.Equal(new Share(0, 1), Returns("2025-Q3", null));
        Assert.Equal(new Share(0, 0), Returns("2025-Q3", "2025-09-29"));
        Assert.Equal(new Share(0, 1), Returns("2025-Q3", "2025-09-30"));
        Assert.Equal(new Share(0, 1), Returns("2025-Q2", null));
        Assert.Equal(new Share(0, 0), Returns("2025-Q1", null));

        Quantity Returns(string period, string? asOf) =>
            Sample.With(period, asOf, set => set.Of("NAP.06").Single().Quantity, database);
    }

    [Theory]
    [InlineData(Dimension.Platform)]
    [InlineData(Dimension.Ask)]
    public void A_status_has_no_total_over_asks_or_platforms(Dimension dimension) =>
        Sample.With(
            "2025-Q4",
            null,
            set =>
            {
                Assert.Equal(48, set.Of("COM.01", dimension).Count);
                return true;
            }
        );

    [Fact]
    public void A_platform_s_report_on_a_half_year_not_over_at_the_cut_off_is_unknown() =>
        Assert.Empty(Sample.With("2025", "2025-08-14", set => set.Of("COM.04"), Sample.Database));

    private static Quantity Quantity(string id, params (Dimension, string)[] values) =>
        Sample.With("2025-Q3", null, set => set.One(id, values).Quantity, Database.Value);
}
