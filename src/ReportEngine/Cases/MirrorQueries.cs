using ReportEngine.Figures;

namespace ReportEngine.Cases;

/// <summary>
/// Accounts at the same depth of a chain of mirrors: 1 is the mirror of an account that mirrors no other.
/// </summary>
public sealed record DepthRow : GroupRow
{
    public required long Depth { get; init; }

    public required long Number { get; init; }
}

/// <summary>Questions about accounts that came back, went elsewhere or had been kept in reserve.</summary>
internal static class MirrorQueries
{
    private static readonly Dictionary<Dimension, string> ActedColumns = new()
    {
        [Dimension.Record] = "a.subject_id",
        [Dimension.Platform] = "a.platform",
        [Dimension.Organisation] = "a.organisation",
        [Dimension.Basis] = "a.basis",
        [Dimension.Request] = "CAST(a.submission_id AS TEXT)",
    };

    /// <summary>
    /// Accounts on which action took effect in the period: time from it to their first mirror on the same platform.
    /// </summary>
    public static readonly Query<ActionRow> TimeToMirror = After("k.kind = 'mirror_of' AND s.platform = a.platform");

    /// <summary>The same for the first linked account on another platform.</summary>
    public static readonly Query<ActionRow> TimeToDisplacement = After(
        "k.kind <> 'backup_of' AND s.platform <> a.platform"
    );

    /// <summary>
    /// Mirrors first seen in the period by their depth; of two earlier accounts the first recorded counts.
    /// </summary>
    public static readonly Query<DepthRow> Generations = new(
        """
        WITH RECURSIVE parent AS (
            SELECT k.from_subject_id AS child, k.to_subject_id AS parent, min(k.link_id)
            FROM known_link k WHERE k.kind = 'mirror_of' GROUP BY k.from_subject_id),
        chain (subject_id, depth) AS (
            SELECT s.subject_id, 0 FROM known_subject s WHERE s.subject_id NOT IN (SELECT p.child FROM parent p)
            UNION ALL
            SELECT p.child, c.depth + 1 FROM chain c JOIN parent p ON p.parent = c.subject_id)
        SELECT {keys} c.depth, count(*) AS number
        FROM chain c JOIN known_subject s ON s.subject_id = c.subject_id
        WHERE c.depth > 0 AND s.is_account = 1 AND s.first_seen_at >= @from AND s.first_seen_at < @to
        GROUP BY {group} c.depth
        """,
        OtherQueries.SubjectColumns
    );

    /// <summary>
    /// Accounts first seen in the period beside the account they are linked to: before any action on it took effect.
    /// </summary>
    public static readonly Query<CountRow> Parallel = new(
        """
        SELECT {keys} count(*) AS number
        FROM known_subject s
        WHERE s.first_seen_at >= @from AND s.first_seen_at < @to AND s.is_account = 1
          AND EXISTS (SELECT 1 FROM known_link k WHERE k.from_subject_id = s.subject_id
                      AND NOT EXISTS (SELECT 1 FROM referral_state r WHERE r.subject_id = k.to_subject_id
                          AND r.is_actioned = 1
                                      AND r.effect_at <= s.first_seen_at))
        GROUP BY {group} 1 = 1
        """,
        OtherQueries.SubjectColumns
    );

    private static Query<ActionRow> After(string link) =>
        new(
            """
            WITH acted AS (
                SELECT q.* FROM (
                    SELECT r.subject_id, r.platform, r.organisation, r.basis, r.submission_id, r.effect_at,
                           row_number() OVER (PARTITION BY r.subject_id ORDER BY r.effect_at, r.referral_id) AS place
                    FROM referral_state r
                    WHERE r.is_actioned = 1 AND r.is_account = 1 AND r.effect_at IS NOT NULL) q
                WHERE q.place = 1 AND q.effect_at >= @from AND q.effect_at < @to),
            next AS (
                SELECT a.*, (SELECT min(s.first_seen_at) FROM known_link k
                    JOIN known_subject s ON s.subject_id = k.from_subject_id
                             WHERE k.to_subject_id = a.subject_id AND s.is_account = 1
                               AND s.first_seen_at > a.effect_at AND
            """
                + " "
                + link
                + """
                ) AS seen_at FROM acted a)
                SELECT {keys} unixepoch(coalesce(a.seen_at, @known)) - unixepoch(a.effect_at) AS seconds,
                    a.seen_at IS NOT NULL AS cause,
                       unixepoch(@known) - unixepoch(a.effect_at) AS follow_up, count(*) AS cases
                FROM next a
                GROUP BY {group} seconds, cause, follow_up
                """,
            ActedColumns
        );
}
