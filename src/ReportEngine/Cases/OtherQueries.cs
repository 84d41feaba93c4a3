using ReportEngine.Figures;

namespace ReportEngine.Cases;

/// <summary>Questions about accounts, their links, data requests and appeals.</summary>
internal static class OtherQueries
{
    public static readonly Dictionary<Dimension, string> SubjectColumns = new()
    {
        [Dimension.Record] = "s.subject_id",
        [Dimension.Platform] = "s.platform",
        [Dimension.Organisation] = "s.organisation",
        [Dimension.Detection] = "s.detection",
    };

    /// <summary>Accounts a human assessor put forward for referral that had not been referred at the cut-off.</summary>
    public static readonly Query<CountRow> NotYetReferred = new(
        """
        SELECT {keys} count(*) AS number
        FROM known_subject s
        WHERE s.is_account = 1 AND NOT EXISTS (SELECT 1 FROM referral_state r WHERE r.subject_id = s.subject_id)
          AND (SELECT a.result FROM assessment a WHERE a.subject_id = s.subject_id
               AND a.recorded_at <= @known AND a.assessed_at <= @known
               ORDER BY a.assessed_at DESC, a.assessment_id DESC LIMIT 1) = 'refer'
        GROUP BY {group} 1 = 1
        """,
        SubjectColumns
    );

    /// <summary>Accounts first seen in the period that are linked as a mirror, probably or certainly.</summary>
    public static readonly Query<CountRow> Mirrors = new(
        """
        SELECT {keys} count(*) AS number
        FROM known_subject s
        WHERE s.first_seen_at >= @from AND s.first_seen_at < @to AND s.is_account = 1
          AND EXISTS (SELECT 1 FROM subject_link k WHERE k.from_subject_id = s.subject_id
                      AND k.kind = 'mirror_of' AND k.confidence IN ('probable', 'confirmed')
                      AND k.recorded_at <= @known AND k.decided_at <= @known)
        GROUP BY {group} 1 = 1
        """,
        SubjectColumns
    );

    /// <summary>Appeals and complaints lodged in the period that had become known.</summary>
    public static readonly Query<CountRow> Appeals = new(
        """
        SELECT {keys} count(*) AS number
        FROM appeal a
        JOIN referral_state r ON r.referral_id = a.referral_id
        WHERE a.lodged_at >= @from AND a.lodged_at < @to AND a.recorded_at <= @known
        GROUP BY {group} 1 = 1
        """,
        new Dictionary<Dimension, string>
        {
            [Dimension.Record] = "a.appeal_id",
            [Dimension.Platform] = "r.platform",
            [Dimension.Forum] = "a.forum",
        }
    );

    /// <summary>Requests for user data sent in the period, by the last response known.</summary>
    public static readonly Query<DataRequestRow> DataRequests = new(
        """
        SELECT {keys} d.outcome, d.type <> 'preservation' AS asks_for_data, count(*) AS requests,
            sum(d.accounts_specified) AS accounts
        FROM (SELECT q.*, s.platform_id AS platform,
                     coalesce((SELECT p.outcome FROM data_request_response p WHERE p.udr_id = q.udr_id
                               AND p.recorded_at <= @known AND p.responded_at <= @known
                               ORDER BY p.responded_at DESC, p.response_id DESC LIMIT 1), 'pending') AS outcome
              FROM data_request q JOIN service s ON s.service_id = q.service_id
              WHERE q.sent_at >= @from AND q.sent_at < @to AND q.recorded_at <= @known) d
        GROUP BY {group} d.outcome, asks_for_data
        """,
        new Dictionary<Dimension, string>
        {
            [Dimension.Record] = "d.udr_id",
            [Dimension.Platform] = "d.platform",
            [Dimension.RequestType] = "d.type",
            [Dimension.Agency] = "d.agency_id",
        }
    );

    /// <summary>Whole days since each ask, by the calendar in Karachi.</summary>
    public static readonly Query<CountRow> DaysSinceAsk = new(
        """
        SELECT {keys} CAST(julianday(date(@known, '+5 hours')) - julianday(k.asked_on) AS INTEGER) AS number
        FROM platform_ask k
        WHERE k.asked_on <= date(@known, '+5 hours')
        GROUP BY {group} k.asked_on
        """,
        new Dictionary<Dimension, string> { [Dimension.Record] = "k.ask_id", [Dimension.Ask] = "k.ask_id" }
    );

    /// <summary>What each platform had done about each ask, by the last evidence known.</summary>
    public static readonly Query<PartRow> Commitments = new(
        """
        SELECT {keys} c.status AS part, count(*) AS number
        FROM (SELECT p.platform_id AS platform, k.ask_id AS ask, k.ask_id || '/' || p.platform_id AS ask_of_platform,
                     coalesce((SELECT e.status FROM commitment_event e
                               WHERE e.platform_id = p.platform_id AND e.ask_id = k.ask_id
                                 AND e.recorded_at <= @known AND e.at <= @known
                               ORDER BY e.at DESC, e.commitment_event_id DESC LIMIT 1), 'unknown') AS status
              FROM platform p CROSS JOIN platform_ask k
              WHERE k.asked_on <= date(@known, '+5 hours')) c
        GROUP BY {group} c.status
        """,
        new Dictionary<Dimension, string>
        {
            [Dimension.Record] = "c.ask_of_platform",
            [Dimension.Platform] = "c.platform",
            [Dimension.Ask] = "c.ask",
        }
    );
}

/// <summary>Data requests of one outcome and the accounts they named.</summary>
public sealed record DataRequestRow : GroupRow
{
    public required string Outcome { get; init; }

    /// <summary>1 for requests to disclose; 0 for requests to preserve, which disclose nothing.</summary>
    public required long AsksForData { get; init; }

    public required long Requests { get; init; }

    public required long Accounts { get; init; }
}
