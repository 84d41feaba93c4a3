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

    internal const string Sql = """
        WITH closing AS (
            SELECT submitted_at, min(coalesce(responded_at, '9'), coalesce(withdrawn_at, '9')) AS closed_at
                FROM referral_state)
        SELECT
            (SELECT count(*) FROM referral r JOIN submission m USING (submission_id)
             WHERE r.recorded_at <= @known AND m.recorded_at <= @known
               AND m.submitted_at >= @from AND m.submitted_at < @to) AS referrals,
            (SELECT count(*) FROM closing WHERE submitted_at < @from AND closed_at >= @from) AS opening_pending,
            (SELECT count(*) FROM closing WHERE closed_at >= @from AND closed_at < @to
                AND submitted_at < @to) AS closed,
            (SELECT count(*) FROM closing WHERE submitted_at < @to AND closed_at >= @to) AS closing_pending,
            (SELECT count(*) FROM referral_state WHERE submitted_at >= @from AND submitted_at < @to
                AND pta_class = 'blocked') AS blocked,
            (SELECT count(*) FROM referral_state WHERE submitted_at >= @from AND submitted_at < @to
                AND pta_class = 'accessible') AS accessible,
            (SELECT count(*) FROM referral_state WHERE submitted_at >= @from AND submitted_at < @to
                AND pta_class = 'rejected') AS rejected,
            (SELECT count(*) FROM referral_state WHERE submitted_at >= @from AND submitted_at < @to
                AND pta_class = 'excluded') AS excluded
        """;
}
