using ReportEngine.Figures;

namespace ReportEngine.Cases;

/// <summary>
/// Cases with the same time to action (Cause 1), to an end without action (2) or to the cut-off while open (0), and the
/// same time from submission to the cut-off; both in seconds. What was acted on <see cref="AtUnknownTime"/> has a cause
/// of its own, and Seconds that say nothing.
/// </summary>
public sealed record ActionRow : GroupRow
{
    public const long AtUnknownTime = 3;

    public required long Seconds { get; init; }

    public required long Cause { get; init; }

    public required long FollowUp { get; init; }

    public required long Cases { get; init; }
}

/// <summary>Cases under a legal time limit; all times in seconds from submission.</summary>
public sealed record LimitRow : GroupRow
{
    /// <summary>To the first final response (Ended 1), the withdrawal or the cut-off (0).</summary>
    public required long Seconds { get; init; }

    public required long Ended { get; init; }

    public required long Limit { get; init; }

    /// <summary>
    /// 1 when the platform's action took effect within the limit; null when it acted, nobody knows when.
    /// </summary>
    public long? ActedInTime { get; init; }

    public required long FollowUp { get; init; }

    public required long Cases { get; init; }
}

/// <summary>Cases with the same times on the clock; all in seconds from submission.</summary>
public sealed record ClockRow : GroupRow
{
    public required long Seconds { get; init; }

    public required long Ended { get; init; }

    /// <summary>To the acknowledgement; null while there is none.</summary>
    public long? Received { get; init; }

    /// <summary>When the platform waited for our clarification: "3600-7200 9000-", the last still open.</summary>
    public required string Pauses { get; init; }

    public required long Cases { get; init; }
}

/// <summary>
/// Questions about how soon platforms acknowledged, answered and acted, and how long we took ourselves.
/// </summary>
internal static class ResponseQueries
{
    private const string EndOfWaiting = "coalesce(r.ended_at, @known)";

    /// <summary>Time from submission to the first final response; open and withdrawn cases are censored.</summary>
    public static readonly Query<TimingRow> TimeToResponse = new(
        "SELECT {keys} unixepoch("
            + EndOfWaiting
            + """
            ) - unixepoch(r.submitted_at) AS seconds, r.responded_at IS NOT NULL AS ended, count(*) AS cases
            FROM referral_state r
            WHERE r.submitted_at >= @from AND r.submitted_at < @to
            GROUP BY {group} seconds, ended
            """,
        ReferralQueries.Columns
    );

    /// <summary>Time from submission to the cut-off of what is still open.</summary>
    public static readonly Query<TimingRow> Open = new(
        """
        SELECT {keys} unixepoch(@known) - unixepoch(r.submitted_at) AS seconds, 0 AS ended, count(*) AS cases
        FROM referral_state r
        WHERE r.submitted_at >= @from AND r.submitted_at < @to AND r.outcome = 'pending'
        GROUP BY {group} seconds
        """,
        ReferralQueries.Columns
    );

    /// <summary>Time to the acknowledgement, or to the first final response if that came earlier or alone.</summary>
    public static readonly Query<TimingRow> TimeToAcknowledgement = new(
        """
        SELECT {keys} unixepoch(iif(r.ended, r.received_at, coalesce(r.withdrawn_at, @known)))
                      - unixepoch(r.submitted_at) AS seconds, r.ended, count(*) AS cases
        FROM (SELECT q.*, q.received_at IS NOT NULL AND q.received_at <= coalesce(q.withdrawn_at, @known) AS ended
              FROM (SELECT s.*, min(coalesce(s.acknowledged_at, s.responded_at),
                                    coalesce(s.responded_at, s.acknowledged_at)) AS received_at
                    FROM referral_state s
                    WHERE s.submitted_at >= @from AND s.submitted_at < @to) q) r
        GROUP BY {group} seconds, r.ended
        """,
        ReferralQueries.Columns
    );

    /// <summary>
    /// Time to the action's effect; a refusal, another answer without action or a withdrawal is an end of its own.
    /// </summary>
    public static readonly Query<ActionRow> TimeToAction = new(
        """
        SELECT {keys} unixepoch(CASE r.cause WHEN 1 THEN r.effect_at
            WHEN 2 THEN r.ended_at ELSE @known END)
                      - unixepoch(r.submitted_at) AS seconds,
               r.cause, unixepoch(@known) - unixepoch(r.submitted_at) AS follow_up, count(*) AS cases
        FROM (SELECT s.*, CASE WHEN s.is_actioned = 1 THEN iif(s.effect_at IS NULL, 3, 1)
                               WHEN s.outcome <> 'pending' THEN 2 ELSE 0 END AS cause
              FROM referral_state s
              WHERE s.submitted_at >= @from AND s.submitted_at < @to) r
        GROUP BY {group} seconds, r.cause, follow_up
        """,
        ReferralQueries.Columns
    );

    /// <summary>Referrals on a basis that had a legal time limit on the day of submission.</summary>
    public static readonly Query<LimitRow> Limits = new(
        "SELECT {keys} unixepoch("
            + EndOfWaiting
            + """
            ) - unixepoch(r.submitted_at) AS seconds,
                   r.responded_at IS NOT NULL AS ended, l.hours * 3600 AS "limit",
                   iif(r.is_actioned = 1, unixepoch(r.effect_at) - unixepoch(r.submitted_at) <= l.hours * 3600, 0)
                       AS acted_in_time,
                   unixepoch(@known) - unixepoch(r.submitted_at) AS follow_up, count(*) AS cases
            FROM referral_state r
            JOIN statutory_limit l ON l.basis = r.basis AND l.valid_from <= r.submitted_on
                                  AND (l.valid_to IS NULL OR l.valid_to > r.submitted_on)
            WHERE r.submitted_at >= @from AND r.submitted_at < @to
            GROUP BY {group} seconds, ended, l.hours, acted_in_time, follow_up
            """,
        ReferralQueries.Columns
    );

    /// <summary>Times to the final response with what is needed to start and stop the clock in other ways.</summary>
    public static readonly Query<ClockRow> Clocks = new(
        "SELECT {keys} unixepoch("
            + EndOfWaiting
            + """
            ) - unixepoch(r.submitted_at) AS seconds, r.responded_at IS NOT NULL AS ended,
                   iif(r.acknowledged_at <= coalesce(r.ended_at, @known), unixepoch(r.acknowledged_at), NULL)
                       - unixepoch(r.submitted_at) AS received,
                   coalesce((SELECT group_concat((unixepoch(p.opened_at) - unixepoch(r.submitted_at)) || '-' ||
                                                 coalesce(unixepoch(p.closed_at) - unixepoch(r.submitted_at), ''), ' '
                                                     ORDER BY p.number)
                             FROM pause p WHERE p.referral_id = r.referral_id), '') AS pauses,
                   count(*) AS cases
            FROM referral_state r
            WHERE r.submitted_at >= @from AND r.submitted_at < @to
            GROUP BY {group} seconds, ended, received, pauses
            """,
        ReferralQueries.Columns
    );

    /// <summary>Our own time: from first detection of the account to submission of the referral.</summary>
    public static readonly Query<TimingRow> Handling = new(
        """
        SELECT {keys} max(0, unixepoch(r.submitted_at) - unixepoch(r.first_detected_at)) AS seconds, 1 AS ended,
            count(*) AS cases
        FROM referral_state r
        WHERE r.submitted_at >= @from AND r.submitted_at < @to AND r.is_repeat = 0
        GROUP BY {group} seconds
        """,
        ReferralQueries.Columns
    );
}
