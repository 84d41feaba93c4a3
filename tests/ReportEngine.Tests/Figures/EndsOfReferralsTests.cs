using ReportEngine.Figures;
using ReportEngine.Tests.Cases;

namespace ReportEngine.Tests.Figures;

/// <summary>
/// Referrals with several ends, counted by hand: a clock stops at whichever came first, what was taken back before any
/// decision is withdrawn, and a time that nobody recorded is not a "no".
/// </summary>
public sealed class EndsOfReferralsTests
{
    private const string Sent = "2025-07-01T00:00:00Z";

    /// <summary>
    /// Ten referrals to X, all sent at midnight. 1 to 5: removed after 10 hours, in effect at once; 1 and 2 withdrawn
    /// after 20 hours. 6: withdrawn after 5 hours, removed after 30. 7: withdrawn after 6. 8: withdrawn in the second
    /// of its refusal, after 12. 9 and 10: open.
    /// </summary>
    private static readonly Lazy<string> Withdrawals = new(() =>
    {
        var folder = new CsvFolder();
        for (var id = 1; id <= 10; id++)
        {
            folder.Referral("x", Sent);
        }
        for (var id = 1; id <= 5; id++)
        {
            Event(folder, id, 10, "decision", "removed_global");
            Event(folder, id, 10, "effect");
        }
        Event(folder, 1, 20, "withdrawn");
        Event(folder, 2, 20, "withdrawn");
        Event(folder, 6, 5, "withdrawn");
        Event(folder, 6, 30, "decision", "removed_global");
        Event(folder, 6, 30, "effect");
        Event(folder, 7, 6, "withdrawn");
        Event(folder, 8, 12, "decision", "refused_policy");
        Event(folder, 8, 12, "withdrawn");
        return folder.Import();
    });

    [Fact]
    public void Every_withdrawal_is_counted_also_after_an_answer() =>
        Assert.Equal(new Share(5, 10), Of(Withdrawals.Value, "SAF.05"));

    [Theory]
    [InlineData("removed_global", 5)]
    [InlineData("withdrawn", 2)]
    [InlineData("refused_policy", 1)]
    [InlineData("pending", 2)]
    public void The_outcome_is_withdrawn_only_where_that_came_before_any_decision(string outcome, long referrals) =>
        Assert.Equal(new Share(referrals, 10), Of(Withdrawals.Value, "OUT.01", (Dimension.Outcome, outcome)));

    [Fact]
    public void What_was_taken_back_first_is_not_acted_on_whatever_the_platform_did_afterwards() =>
        Assert.Equal(new Share(5, 10), Of(Withdrawals.Value, "OUT.02"));

    /// <summary>
    /// 6 and 7 are watched until they were taken back after 5 and 6 hours: at 10 hours 5 of the 8 others are answered,
    /// at 12 hours 1 of 3, so that S is 3/8 · 2/3.
    /// </summary>
    [Fact]
    public void The_clock_of_an_answer_stops_at_the_withdrawal_before_it()
    {
        var share = (Estimate)Of(Withdrawals.Value, "RT.15", (Dimension.TimeSince, "12"));

        Assert.Equal((3, 0.75), (share.AtRisk, Math.Round(share.Value!.Value, 9)));
    }

    [Fact]
    public void A_withdrawn_referral_is_not_the_oldest_open_one() =>
        Assert.Equal(new Count(198), Of(Withdrawals.Value, "RT.16"));

    /// <summary>A limit of 48 hours: withdrawn within it and answered after it, and withdrawn after it.</summary>
    [Fact]
    public void A_direction_taken_back_within_its_limit_is_no_breach_although_it_was_answered_late()
    {
        var folder = new CsvFolder().WithLines("statutory_limit", "limit-1,direction,48,Test Rules,2021-01-01,,");
        for (var id = 1; id <= 3; id++)
        {
            folder.Referral("x", Sent, basis: "direction");
        }
        Event(folder, 1, 24, "withdrawn");
        Event(folder, 1, 72, "decision", "removed_global");
        Event(folder, 2, 60, "withdrawn");
        Event(folder, 3, 47, "decision", "refused_policy");
        var database = folder.Import();

        Assert.Equal(new Share(1, 2), Of(database, "RT.08"));
        Assert.Equal(new Share(1, 1), Of(database, "RT.22", (Dimension.AfterLimit, Codes.WithdrawnLate)));
    }

    /// <summary>
    /// Twelve actioned: ten with the hour of effect (1 to 10); the eleventh seen down after 20 hours; of the twelfth
    /// nobody knows when.
    /// </summary>
    private static readonly Lazy<string> Effects = new(() =>
    {
        var folder = new CsvFolder().WithLines("statutory_limit", "limit-1,direction,48,Test Rules,2021-01-01,,");
        for (var id = 1; id <= 12; id++)
        {
            folder.Referral("x", Sent, basis: "direction");
            Event(folder, id, 24, "decision", "removed_global");
        }
        for (var id = 1; id <= 10; id++)
        {
            Event(folder, id, id, "effect");
        }
        return folder
            .With(
                "verification",
                new
                {
                    subject_id = 11,
                    checked_at = At(10),
                    state = "live",
                },
                new { subject_id = 11, checked_at = At(20) },
                new { subject_id = 11, checked_at = At(30) }
            )
            .Import();
    });

    [Fact]
    public void The_first_check_that_found_it_down_stands_in_for_a_missing_time_of_effect() =>
        Assert.Equal(new Share(11, 11) { LeftOut = 1 }, Of(Effects.Value, "RT.06"));

    [Fact]
    public void An_action_at_an_unknown_time_is_left_out_and_counted_beside()
    {
        var median = (Hours)Of(Effects.Value, "RT.03", (Dimension.Statistic, Codes.Median));

        Assert.Equal((6d, 11, 11, 1), (median.Value, median.Events, median.Cases, median.LeftOut));
        Assert.Equal(new Share(11, 11) { LeftOut = 1 }, Of(Effects.Value, "RT.17"));
        Assert.Equal(new Share(12, 12), Of(Effects.Value, "OUT.02"));
    }

    [Fact]
    public void A_missing_time_of_effect_is_a_gap_out_of_the_actioned() =>
        Assert.Equal(new Share(2, 12), Of(Effects.Value, "DQ.01", (Dimension.Field, "effect")));

    /// <summary>
    /// Ten accounts acted on at once; to one of them a post is linked as a mirror, to another an account.
    /// </summary>
    [Theory]
    [InlineData("MIR.02", "x")]
    [InlineData("MIR.06", "telegram")]
    public void A_post_is_no_account_that_came_back_or_went_elsewhere(string metric, string service)
    {
        var folder = new CsvFolder();
        for (var id = 1; id <= 10; id++)
        {
            folder.Referral("x", Sent, "removed_global", Sent);
            Event(folder, id, 0, "effect");
        }
        foreach (var (id, type, of) in new[] { (11, "post", 1), (12, "account", 2) })
        {
            folder
                .With(
                    "subject",
                    new
                    {
                        subject_id = id,
                        service_id = service,
                        subject_type = type,
                        first_seen_at = At(5),
                        first_detected_at = At(5),
                    }
                )
                .With(
                    "subject_link",
                    new
                    {
                        from_subject_id = id,
                        to_subject_id = of,
                        decided_at = At(5),
                    }
                );
        }

        Assert.Equal(new Share(1, 10), Of(folder.Import(), metric));
    }

    /// <summary>Seventeen referrals, sixteen answered: enough for a median, too few for a 95th percentile.</summary>
    [Fact]
    public void From_too_few_answers_no_limit_is_given_and_nothing_said_of_not_being_reached()
    {
        var folder = new CsvFolder();
        for (var id = 1; id <= 17; id++)
        {
            folder.Referral("x", Sent, id == 17 ? null : "removed_global", At(id));
        }
        var tail = (Hours)Of(folder.Import(), "RT.02", (Dimension.Statistic, Codes.NinetyFifthPercentile));

        Assert.Equal(("u", null, null, null), (tail.Marker, tail.Value, tail.Low, tail.High));
    }

    private static Quantity Of(string database, string metric, params (Dimension, string)[] values) =>
        Sample.With("2025-Q3", null, set => set.One(metric, values).Quantity, database);

    private static void Event(CsvFolder folder, int id, int hours, string kind, string outcome = "") =>
        folder.With(
            "referral_event",
            new
            {
                referral_id = id,
                at = At(hours),
                kind,
                outcome_code = outcome,
            }
        );

    private static string At(int hours) =>
        new DateTime(2025, 7, 1, 0, 0, 0, DateTimeKind.Utc)
            .AddHours(hours)
            .ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);
}
