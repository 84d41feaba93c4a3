namespace ReportEngine.Cases;

/// <summary>
/// Totals counted straight from the register, by other ways than the figures take, for the identity checks.
/// </summary>
public sealed record RegisterTotals
{
    /// <summary>
    /// Referrals submitted in the period and known at the cut-off, counted in the register's own tables.
    /// </summary>
    public required long Referrals { get; init; }

    /// <summary>Submitted before the period and not closed before it began.</summary>
    public required long OpeningPending { get; init; }

    /// <summary>Closed (answered or withdrawn) within the period, whenever submitted.</summary>
    public required long Closed { get; init; }

    /// <summary>Submitted before the end of the period and not closed by then.</summary>
    public required long ClosingPending { get; init; }

    public required long Blocked { get; init; }

    public required long Accessible { get; init; }

    public required long Rejected { get; init; }

    public required long Excluded { get; init; }

    /// <summary>
    /// Over the raw tables alone, so that what the figures are counted from cannot hide its own mistakes.
    /// </summary>
    internal const string Sql = """
        WITH event AS MATERIALIZED (
            SELECT e.* FROM referral_event e
            WHERE e.recorded_at <= @known AND e.at <= @known AND e.kind IN ('decision', 'withdrawn')
              AND e.event_id NOT IN (SELECT c.supersedes_event_id FROM referral_event c
                                     WHERE c.supersedes_event_id IS NOT NULL AND c.recorded_at <= @known)),
        ends AS (
            SELECT referral_id, min(CASE WHEN kind = 'decision' THEN at END) AS decided_at,
                   min(CASE WHEN kind = 'withdrawn' THEN at END) AS withdrawn_at
            FROM event GROUP BY referral_id),
        last AS (
            SELECT referral_id, outcome_code,
                   row_number() OVER (PARTITION BY referral_id ORDER BY at DESC, event_id DESC) AS place
            FROM event WHERE kind = 'decision'),
        sent AS MATERIALIZED (
            SELECT r.referral_id, m.submitted_at,
                   min(coalesce(e.decided_at, '9'), coalesce(e.withdrawn_at, '9')) AS closed_at,
                   CASE WHEN e.withdrawn_at < coalesce(e.decided_at, '9') THEN 'withdrawn'
                        ELSE coalesce(l.outcome_code, 'pending') END AS outcome_code
            FROM referral r
            JOIN submission m ON m.submission_id = r.submission_id
            JOIN subject s ON s.subject_id = r.subject_id
            LEFT JOIN ends e ON e.referral_id = r.referral_id
            LEFT JOIN last l ON l.referral_id = r.referral_id AND l.place = 1
            WHERE r.recorded_at <= @known AND m.recorded_at <= @known AND s.recorded_at <= @known
              AND s.first_seen_at <= @known AND m.submitted_at < @to),
        period AS (
            SELECT o.pta_class, count(*) AS number FROM sent JOIN outcome_code o USING (outcome_code)
            WHERE submitted_at >= @from GROUP BY o.pta_class)
        SELECT
            (SELECT count(*) FROM sent WHERE submitted_at >= @from) AS referrals,
            (SELECT count(*) FROM sent WHERE submitted_at < @from AND closed_at >= @from) AS opening_pending,
            (SELECT count(*) FROM sent WHERE closed_at >= @from AND closed_at < @to) AS closed,
            (SELECT count(*) FROM sent WHERE closed_at >= @to) AS closing_pending,
            coalesce((SELECT number FROM period WHERE pta_class = 'blocked'), 0) AS blocked,
            coalesce((SELECT number FROM period WHERE pta_class = 'accessible'), 0) AS accessible,
            coalesce((SELECT number FROM period WHERE pta_class = 'rejected'), 0) AS rejected,
            coalesce((SELECT number FROM period WHERE pta_class = 'excluded'), 0) AS excluded
        """;
}
