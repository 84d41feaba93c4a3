using ReportEngine.Figures;

namespace ReportEngine.Cases;

/// <summary>Referrals of one outcome.</summary>
public sealed record OutcomeRow : GroupRow
{
    public required string Outcome { get; init; }

    public required long IsFinal { get; init; }

    public required long IsActioned { get; init; }

    public required long Referrals { get; init; }

    public required long Repeats { get; init; }

    /// <summary>Taken back by us, before or after an answer.</summary>
    public required long Withdrawn { get; init; }
}

/// <summary>Things counted, in one part of a split.</summary>
public sealed record PartRow : GroupRow
{
    public required string Part { get; init; }

    public required long Number { get; init; }
}

/// <summary>Things counted.</summary>
public sealed record CountRow : GroupRow
{
    public required long Number { get; init; }
}

/// <summary>A subset and the set it is counted in.</summary>
public sealed record SubsetRow : GroupRow
{
    public required long Subset { get; init; }

    public required long Number { get; init; }
}

/// <summary>Distinct accounts, how many of them have a known follower count, and the sum of those.</summary>
public sealed record ReachRow : GroupRow
{
    public required long Accounts { get; init; }

    public required long Known { get; init; }

    public required long Followers { get; init; }
}

/// <summary>
/// Cases with the same time to an end (Ended = 1) or to the cut-off while still open (0), in seconds.
/// </summary>
public sealed record TimingRow : GroupRow
{
    public required long Seconds { get; init; }

    public required long Ended { get; init; }

    public required long Cases { get; init; }
}

/// <summary>Questions about referrals, by the period in which they were submitted.</summary>
internal static class ReferralQueries
{
    public static readonly Dictionary<Dimension, string> Columns = new()
    {
        [Dimension.Record] = "r.referral_id",
        [Dimension.Request] = "CAST(r.submission_id AS TEXT)",
        [Dimension.Platform] = "r.platform",
        [Dimension.SubjectType] = "r.subject_type",
        [Dimension.Organisation] = "r.organisation",
        [Dimension.Coverage] = "r.coverage",
        [Dimension.Basis] = "r.basis",
        [Dimension.Ground] = "r.ground",
        [Dimension.Agency] = "r.agency",
        [Dimension.Detection] = "r.detection",
    };

    public static readonly Query<OutcomeRow> Outcomes = new(
        """
        SELECT {keys} r.outcome, r.is_final AS isFinal, r.is_actioned AS isActioned,
               count(*) AS referrals, sum(r.is_repeat) AS repeats, count(r.withdrawn_at) AS withdrawn
        FROM referral_state r
        WHERE r.submitted_at >= @from AND r.submitted_at < @to
        GROUP BY {group} r.outcome, r.is_final, r.is_actioned
        """,
        Columns
    );

    public static readonly Query<SubsetRow> Requests = new(
        """
        SELECT {keys} count(DISTINCT r.submission_id) AS subset, count(*) AS number
        FROM referral_state r
        WHERE r.submitted_at >= @from AND r.submitted_at < @to
        GROUP BY {group} 1 = 1
        """,
        new Dictionary<Dimension, string>(Columns) { [Dimension.Record] = "r.submission_id" }
    );

    public static readonly Query<ReachRow> Accounts = new(
        """
        SELECT {keys} count(*) AS accounts, count(r.followers) AS known, coalesce(sum(r.followers), 0) AS followers
        FROM referral_state r
        WHERE r.referral_id IN (SELECT min(f.referral_id) FROM referral_state f
                                WHERE f.submitted_at >= @from AND f.submitted_at < @to AND f.is_account = 1
                                GROUP BY f.subject_id)
        GROUP BY {group} 1 = 1
        """,
        Columns
    );

    public static readonly Query<PartRow> Grounds = Parts("coalesce(r.ground, 'none')");

    public static readonly Query<PartRow> Detection = Parts("r.detection");

    public static readonly Query<PartRow> Coverage = Parts("r.coverage");

    /// <summary>Referrals without a final response at the cut-off, by whole days since submission.</summary>
    public static readonly Query<PartRow> Pending = new(
        """
        SELECT {keys} CASE WHEN age < 3 * 86400 THEN 'days-0-2' WHEN age < 8 * 86400 THEN 'days-3-7'
                           WHEN age < 31 * 86400 THEN 'days-8-30' ELSE 'days-over-30' END AS part,
               count(*) AS number
        FROM (SELECT s.*, unixepoch(@known) - unixepoch(s.submitted_at) AS age
              FROM referral_state s WHERE s.outcome = 'pending') r
        GROUP BY {group} part
        """,
        Columns
    );

    /// <summary>
    /// Referrals whose account was checked by the cut-off: those whose account was seen live at the last check.
    /// </summary>
    public static readonly Query<SubsetRow> StillAccessible = new(
        """
        SELECT {keys} sum(v.state = 'live') AS subset, count(*) AS number
        FROM referral_state r
        JOIN verification v ON v.verification_id = (SELECT x.verification_id FROM verification x
            WHERE x.subject_id = r.subject_id AND x.recorded_at <= @known AND x.checked_at <= @known
              AND x.checked_at >= r.submitted_at AND x.state <> 'unknown'
            ORDER BY x.checked_at DESC, x.verification_id DESC LIMIT 1)
        WHERE r.submitted_at >= @from AND r.submitted_at < @to
        GROUP BY {group} 1 = 1
        """,
        Columns
    );

    /// <summary>Referrals with no ground, or of an organisation no list in Pakistan held on that day.</summary>
    public static readonly Query<CountRow> WithoutBasis = new(
        """
        SELECT {keys} count(*) AS number
        FROM referral_state r
        WHERE r.submitted_at >= @from AND r.submitted_at < @to
          AND r.ground IS NULL AND r.coverage NOT LIKE 'PK%'
        GROUP BY {group} 1 = 1
        """,
        Columns
    );

    /// <summary>Actioned referrals that the platform, a review or a court has since reversed.</summary>
    public static readonly Query<SubsetRow> Reinstated = new(
        """
        SELECT {keys} sum(EXISTS (SELECT 1 FROM reinstatement i WHERE i.referral_id = r.referral_id
                                  AND i.recorded_at <= @known AND i.at <= @known)) AS subset,
               count(*) AS number
        FROM referral_state r
        WHERE r.submitted_at >= @from AND r.submitted_at < @to AND r.is_actioned = 1
        GROUP BY {group} 1 = 1
        """,
        Columns
    );

    /// <summary>Referrals an internal review or audit found to have the wrong target or ground.</summary>
    public static readonly Query<SubsetRow> Wrongful = new(
        """
        SELECT {keys} sum(EXISTS (SELECT 1 FROM quality_audit q WHERE q.referral_id = r.referral_id
                                  AND q.verdict <> 'correct' AND q.recorded_at <= @known
                                      AND q.audited_at <= @known)) AS subset,
               count(*) AS number
        FROM referral_state r
        WHERE r.submitted_at >= @from AND r.submitted_at < @to
        GROUP BY {group} 1 = 1
        """,
        Columns
    );

    private static Query<PartRow> Parts(string column) =>
        new(
            "SELECT {keys} "
                + column
                + """
                 AS part, count(*) AS number
                FROM referral_state r
                WHERE r.submitted_at >= @from AND r.submitted_at < @to
                GROUP BY {group} part
                """,
            Columns
        );
}
