using ReportEngine.Figures;

namespace ReportEngine.Cases;

/// <summary>
/// Questions about grounds platforms gave, blocks of the network, listings, and what became of data requests.
/// </summary>
internal static class LegalQueries
{
    private static readonly Dictionary<Dimension, string> RequestColumns = new()
    {
        [Dimension.Record] = "d.udr_id",
        [Dimension.Platform] = "d.platform",
        [Dimension.RequestType] = "d.type",
    };

    /// <summary>Actioned referrals by what the platform said it acted on; the last decision known counts.</summary>
    public static readonly Query<PartRow> PlatformGrounds = new(
        """
        SELECT {keys} coalesce((SELECT e.platform_ground FROM known_event e
                                WHERE e.referral_id = r.referral_id AND e.platform_ground IS NOT NULL
                                ORDER BY e.at DESC, e.event_id DESC LIMIT 1), 'unknown') AS part, count(*) AS number
        FROM referral_state r
        WHERE r.submitted_at >= @from AND r.submitted_at < @to AND r.is_actioned = 1
        GROUP BY {group} part
        """,
        ReferralQueries.Columns
    );

    /// <summary>
    /// Orders to block an address in Pakistan's network, blocks that took effect and blocks lifted, in the period.
    /// </summary>
    public static readonly Query<PartRow> NetworkBlocks = new(
        """
        SELECT {keys} b.kind AS part, count(*) AS number
        FROM network_block b
        WHERE b.at >= @from AND b.at < @to AND b.recorded_at <= @known
        GROUP BY {group} b.kind
        """,
        new Dictionary<Dimension, string> { [Dimension.Record] = "b.block_id", [Dimension.Ground] = "b.ground_code" }
    );

    /// <summary>Organisations put on a list and taken off one in the period; days count in Karachi.</summary>
    public static readonly Query<PartRow> ProscriptionChanges = new(
        """
        SELECT {keys} c.part, count(*) AS number
        FROM (SELECT d.designation_id, d.org_id, d.list_id, 'added' AS part, d.effective_from AS day FROM designation d
              UNION ALL
              SELECT d.designation_id, d.org_id, d.list_id, 'removed', d.effective_to FROM designation d
                  WHERE d.effective_to IS NOT NULL) c
        WHERE c.day >= date(@from, '+5 hours') AND c.day < date(@to, '+5 hours')
        GROUP BY {group} c.part
        """,
        new Dictionary<Dimension, string>
        {
            [Dimension.Record] = "c.designation_id",
            [Dimension.List] = "c.list_id",
            [Dimension.Organisation] = "c.org_id",
        }
    );

    /// <summary>Requests to disclose sent in the period: time to the first answer, open ones to the cut-off.</summary>
    public static readonly Query<TimingRow> TimeToDisclosure = new(
        """
        SELECT {keys} unixepoch(coalesce(d.responded_at, @known)) - unixepoch(d.sent_at) AS seconds,
            d.responded_at IS NOT NULL AS ended,
               count(*) AS cases
        FROM (SELECT q.udr_id, q.type, q.sent_at, s.platform_id AS platform,
                     (SELECT min(p.responded_at) FROM data_request_response p WHERE p.udr_id = q.udr_id
                      AND p.recorded_at <= @known AND p.responded_at <= @known
                          AND p.outcome <> 'withdrawn') AS responded_at
              FROM data_request q JOIN service s ON s.service_id = q.service_id
              WHERE q.sent_at >= @from AND q.sent_at < @to AND q.recorded_at <= @known AND q.type <> 'preservation') d
        GROUP BY {group} seconds, ended
        """,
        RequestColumns
    );

    /// <summary>
    /// Preservations a platform had confirmed and whose time ran out in the period, without a request to disclose for
    /// one of the same accounts having been sent between the two.
    /// </summary>
    public static readonly Query<SubsetRow> LapsedPreservations = new(
        """
        SELECT {keys} sum(NOT EXISTS (
                   SELECT 1 FROM data_request_subject a
                   JOIN data_request_subject b ON b.subject_id = a.subject_id
                   JOIN data_request l ON l.udr_id = b.udr_id AND l.type <> 'preservation' AND l.recorded_at <= @known
                   WHERE a.udr_id = d.udr_id AND l.sent_at >= d.sent_at
                       AND date(l.sent_at, '+5 hours') <= d.preservation_expires_on)) AS subset,
               count(*) AS number
        FROM (SELECT q.*, s.platform_id AS platform FROM data_request q JOIN service s ON s.service_id = q.service_id) d
        WHERE d.type = 'preservation' AND d.recorded_at <= @known
          AND EXISTS (SELECT 1 FROM data_request_response p WHERE p.udr_id = d.udr_id
              AND p.outcome IN ('full', 'partial')
                      AND p.recorded_at <= @known AND p.responded_at <= @known)
          AND d.preservation_expires_on >= date(@from, '+5 hours') AND d.preservation_expires_on < date(@to, '+5 hours')
        GROUP BY {group} 1 = 1
        """,
        RequestColumns
    );

    /// <summary>
    /// Followers of actioned accounts and of all referred accounts; an account counts once, with its first referral's
    /// number.
    /// </summary>
    public static readonly Query<SubsetRow> ReachActedOn = new(
        """
        SELECT {keys} coalesce(sum(CASE WHEN r.acted THEN r.followers END), 0) AS subset, coalesce(sum(r.followers),
            0) AS number
        FROM (SELECT f.*, EXISTS (SELECT 1 FROM referral_state x WHERE x.subject_id = f.subject_id
            AND x.is_actioned = 1) AS acted
              FROM referral_state f
              WHERE f.referral_id IN (SELECT min(g.referral_id) FROM referral_state g
                                      WHERE g.submitted_at >= @from AND g.submitted_at < @to AND g.is_account = 1
                                      GROUP BY g.subject_id)) r
        GROUP BY {group} 1 = 1
        """,
        ReferralQueries.Columns
    );
}
