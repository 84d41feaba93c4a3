using ReportEngine.Figures;
using ReportEngine.Tests.Cases;

namespace ReportEngine.Tests.Figures;

/// <summary>Limits, clocks and mature shares, worked out by hand. The cut-off is 15 January 2026.</summary>
public sealed class ResponseFiguresTests
{
    private const string Start = "2025-07-01T00:00:00Z";

    /// <summary>Four ordinary directions, an emergency direction and a voluntary referral, all of one moment.</summary>
    private static readonly Lazy<string> Limits = new(() =>
    {
        var folder = WithLimits();
        folder.Referral("x", Start, "removed_global", "2025-07-02T00:00:00Z", basis: "direction");
        folder.Referral("x", Start, "refused_policy", "2025-07-04T00:00:00Z", basis: "direction");
        folder.Referral("x", Start, basis: "direction");
        folder.Referral("x", Start, basis: "direction");
        folder.Referral("x", Start, "removed_global", "2025-07-01T13:00:00Z", basis: "emergency_direction");
        folder.Referral("x", Start, "removed_global", "2025-07-03T00:00:00Z");
        return folder
            .With(
                "referral_event",
                new
                {
                    referral_id = 1,
                    at = "2025-07-02T00:00:00Z",
                    kind = "effect",
                },
                new
                {
                    referral_id = 4,
                    at = "2025-07-01T12:00:00Z",
                    kind = "withdrawn",
                },
                new
                {
                    referral_id = 5,
                    at = "2025-07-01T13:00:00Z",
                    kind = "effect",
                },
                new
                {
                    referral_id = 6,
                    at = "2025-07-03T00:00:00Z",
                    kind = "effect",
                }
            )
            .Import();
    });

    /// <summary>
    /// Twelve referrals answered after 40 hours, with questions open from hour 5 to 15 and from 12 to 20, acknowledged
    /// after 2.
    /// </summary>
    private static readonly Lazy<string> Clocks = new(() =>
    {
        var folder = new CsvFolder();
        for (var number = 0; number < 12; number++)
        {
            var id = folder.Referral("x", Start, "removed_global", "2025-07-02T16:00:00Z");
            folder.With(
                "referral_event",
                new
                {
                    referral_id = id,
                    at = "2025-07-01T02:00:00Z",
                    kind = "ack",
                },
                new
                {
                    referral_id = id,
                    at = "2025-07-01T05:00:00Z",
                    kind = "clarify_open",
                },
                new
                {
                    referral_id = id,
                    at = "2025-07-01T12:00:00Z",
                    kind = "clarify_open",
                },
                new
                {
                    referral_id = id,
                    at = "2025-07-01T15:00:00Z",
                    kind = "clarify_close",
                },
                new
                {
                    referral_id = id,
                    at = "2025-07-01T20:00:00Z",
                    kind = "clarify_close",
                }
            );
        }
        return folder.Import();
    });

    [Fact]
    public void A_breach_is_a_late_answer_or_none_and_a_direction_withdrawn_in_time_is_left_out() =>
        Assert.Equal(new Share(3, 4), One(Limits.Value, "RT.08").Quantity);

    [Fact]
    public void What_had_no_answer_in_time_is_told_by_what_came_after()
    {
        Assert.Equal(new Share(2, 3), One(Limits.Value, "RT.22", (Dimension.AfterLimit, Codes.AnsweredLate)).Quantity);
        Assert.Equal(new Share(1, 3), One(Limits.Value, "RT.22", (Dimension.AfterLimit, Codes.StillWaiting)).Quantity);
    }

    [Fact]
    public void Each_basis_has_its_own_limit()
    {
        Assert.Equal(new Share(2, 3), One(Limits.Value, "RT.08", (Dimension.Basis, "direction")).Quantity);
        Assert.Equal(new Share(1, 1), One(Limits.Value, "RT.08", (Dimension.Basis, "emergency_direction")).Quantity);
        Assert.Equal(new Share(0, 0), One(Limits.Value, "RT.08", (Dimension.Basis, "referral")).Quantity);
    }

    [Fact]
    public void A_direction_whose_limit_has_not_run_out_is_in_neither_number() =>
        Assert.Equal(
            new Share(1, 1),
            Sample.With("2025-Q3", "2025-07-01", set => set.One("RT.08").Quantity, Limits.Value)
        );

    [Fact]
    public void An_open_breach_is_as_old_as_its_overrun() =>
        Assert.Equal(
            "days-over-30",
            Sample.With(
                "2025-Q3",
                null,
                set => set.Of("RT.13").Single(figure => figure.Numerator > 0).CodeOf(Dimension.Age),
                Limits.Value
            )
        );

    [Theory]
    [InlineData("RT.04", 0)]
    [InlineData("RT.05", 0)]
    [InlineData("RT.06", 2)]
    [InlineData("RT.07", 3)]
    public void The_last_second_of_a_time_counts_and_a_refusal_stays_in_the_denominator(string id, long actioned) =>
        Assert.Equal(new Share(actioned, 6), One(Limits.Value, id).Quantity);

    [Fact]
    public void The_oldest_open_referral_is_counted_in_whole_days() =>
        Assert.Equal(new Count(198), One(Limits.Value, "RT.16").Quantity);

    [Theory]
    [InlineData("submission-gross", 40)]
    [InlineData("submission-net", 25)]
    [InlineData("receipt-gross", 38)]
    [InlineData("receipt-net", 23)]
    public void Overlapping_questions_stop_the_clock_once(string clock, double hours) =>
        Assert.Equal(hours, One(Clocks.Value, "RT.14", (Dimension.Clock, clock)).Value);

    [Fact]
    public void A_pause_counts_once_a_referral() =>
        Assert.Equal(new Share(12, 12), One(Clocks.Value, "RT.09").Quantity);

    [Fact]
    public void A_share_read_off_the_curve_tells_who_is_still_at_risk()
    {
        var figure = One(Clocks.Value, "RT.15", (Dimension.TimeSince, "24"));

        Assert.Equal((0.0, 12L), (figure.Value!.Value, figure.AtRisk!.Value));
        Assert.Equal(1, One(Clocks.Value, "RT.15", (Dimension.TimeSince, "48")).Value);
        Assert.Equal("u", One(Limits.Value, "RT.15", (Dimension.TimeSince, "24")).Quantity.Marker);
    }

    [Fact]
    public void Acted_on_in_time_and_not_answered_in_time_leave_out_the_refused() =>
        Assert.Equal(new Share(1, 4), One(Limits.Value, "RT.17").Quantity);

    /// <summary>
    /// Ten answered after 1 to 10 hours, ten still open: half of all is reached in hour 10 and never passed, so the
    /// middle up to the last time seen is taken.
    /// </summary>
    [Fact]
    public void A_median_of_answered_referrals_alone_is_too_low()
    {
        var folder = new CsvFolder();
        for (var hour = 1; hour <= 10; hour++)
        {
            folder.Referral("x", Start, "removed_global", FormattableString.Invariant($"2025-07-01T{hour:00}:00:00Z"));
            folder.Referral("x", Start);
        }
        var database = folder.Import();

        Assert.Equal(5.5, One(database, "RT.18").Value);
        Assert.Equal(
            (10 + (198 * 24) + 19) / 2.0,
            One(database, "RT.02", (Dimension.Statistic, "median")).Value!.Value,
            0.001
        );
        Assert.Equal(((55.0 + (10 * 720)) / 20), One(database, "RT.19").Value!.Value, 0.001);
    }

    [Fact]
    public void Three_open_cases_are_too_few_to_call_a_time_not_reached()
    {
        var folder = new CsvFolder();
        folder.Referral("x", Start);
        var database = folder.Import();

        Assert.Equal("u", One(database, "RT.02", (Dimension.Statistic, "median")).Quantity.Marker);
    }

    [Fact]
    public void Half_refused_means_that_half_are_never_actioned()
    {
        var folder = new CsvFolder();
        for (var number = 0; number < 30; number++)
        {
            var id = folder.Referral(
                "x",
                Start,
                number < 15 ? "refused_policy" : "removed_global",
                "2025-07-02T00:00:00Z"
            );
            if (number >= 15)
            {
                folder.With(
                    "referral_event",
                    new
                    {
                        referral_id = id,
                        at = "2025-07-03T00:00:00Z",
                        kind = "effect",
                    }
                );
            }
        }
        var database = folder.Import();

        Assert.Equal(24, One(database, "RT.02", (Dimension.Statistic, "median")).Value);
        Assert.Equal(48, One(database, "RT.03", (Dimension.Statistic, "median")).Value);
        Assert.Equal("x", One(database, "RT.03", (Dimension.Statistic, "p90")).Quantity.Marker);
    }

    [Fact]
    public void A_decision_before_the_acknowledgement_and_an_answer_without_a_question_are_refused_with_their_rows()
    {
        var folder = new CsvFolder();
        folder.Referral("x", Start, "removed_global", "2025-07-01T01:00:00Z");
        folder.With(
            "referral_event",
            new
            {
                referral_id = 1,
                at = "2025-07-01T02:00:00Z",
                kind = "ack",
            },
            new
            {
                referral_id = 1,
                at = "2025-07-01T03:00:00Z",
                kind = "clarify_close",
            }
        );

        var problems = folder.Problems();

        Assert.Equal(2, problems.Length);
        Assert.Contains(
            "error RE131: decision at '2025-07-01T01:00:00Z' is earlier than the acknowledgement of referral 1, "
                + "2025-07-01T02:00:00Z.",
            problems[0],
            StringComparison.Ordinal
        );
        Assert.Contains(
            "error RE132: clarify_close at '2025-07-01T03:00:00Z' is one more than there are questions of referral 1.",
            problems[1],
            StringComparison.Ordinal
        );
    }

    private static CsvFolder WithLimits() =>
        new CsvFolder().With(
            "statutory_limit",
            new
            {
                limit_id = "ordinary",
                basis = "direction",
                hours = 48,
                instrument = "Rules",
                valid_from = "2021-10-01",
            },
            new
            {
                limit_id = "emergency",
                basis = "emergency_direction",
                hours = 12,
                instrument = "Rules",
                valid_from = "2021-10-01",
            }
        );

    private static Figure One(string database, string id, params (Dimension, string)[] values) =>
        Sample.With("2025-Q3", null, set => set.One(id, values), database);
}
