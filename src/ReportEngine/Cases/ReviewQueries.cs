using ReportEngine.Figures;

namespace ReportEngine.Cases;

/// <summary>A part of a split with a total of its own.</summary>
public sealed record PartSubsetRow : GroupRow
{
    public required string Part { get; init; }

    public required long Subset { get; init; }

    public required long Number { get; init; }
}

/// <summary>
/// Questions about our own work: what was assessed, reviewed, found wrong, left out, and what came of it.
/// </summary>
internal static class ReviewQueries
{
    private static readonly Dictionary<Dimension, string> VersionColumns = new()
    {
        [Dimension.Record] = "s.subject_id",
        [Dimension.Platform] = "s.platform",
        [Dimension.DetectorVersion] = "s.detector_version",
    };

    private static readonly Dictionary<Dimension, string> AppealColumns = new()
    {
        [Dimension.Record] = "a.appeal_id",
        [Dimension.Platform] = "a.platform",
        [Dimension.Forum] = "a.forum",
    };

    /// <summary>Accounts assessed in the period: those whose last assessment in it was to refer.</summary>
    public static readonly Query<SubsetRow> Assessed = Assessments("1 = 1", OtherQueries.SubjectColumns);

    /// <summary>The same for accounts that a detector had flagged.</summary>
    public static readonly Query<SubsetRow> Flagged = Assessments("s.detector_version IS NOT NULL", VersionColumns);

    /// <summary>
    /// Referrals whose account somebody had assessed, with the result to refer, before the submission.
    /// </summary>
    public static readonly Query<SubsetRow> HumanReview = new(
        """
        SELECT {keys} sum(EXISTS (SELECT 1 FROM assessment a WHERE a.subject_id = r.subject_id AND a.result = 'refer'
                                  AND a.recorded_at <= @known AND a.assessed_at <= r.submitted_at)) AS subset,
               count(*) AS number
        FROM referral_state r
        WHERE r.submitted_at >= @from AND r.submitted_at < @to
        GROUP BY {group} 1 = 1
        """,
        ReferralQueries.Columns
    );

    /// <summary>
    /// Referrals submitted in the period that were drawn for a double-blind audit: those found correct.
    /// </summary>
    public static readonly Query<SubsetRow> DoubleBlind = new(
        """
        SELECT {keys} sum(q.verdict = 'correct') AS subset, count(*) AS number
        FROM referral_state r
        JOIN quality_audit q ON q.audit_id = (SELECT x.audit_id FROM quality_audit x
            WHERE x.referral_id = r.referral_id AND x.sample_frame = 'double_blind' AND x.recorded_at <= @known
                AND x.audited_at <= @known
            ORDER BY x.audited_at DESC, x.audit_id DESC LIMIT 1)
        WHERE r.submitted_at >= @from AND r.submitted_at < @to
        GROUP BY {group} 1 = 1
        """,
        ReferralQueries.Columns
    );

    /// <summary>Assessments of the period that found a protected context, by its kind.</summary>
    public static readonly Query<PartRow> ProtectedContexts = new(
        """
        SELECT {keys} a.protected_context AS part, count(DISTINCT a.subject_id) AS number
        FROM assessment a JOIN known_subject s ON s.subject_id = a.subject_id
        WHERE a.assessed_at >= @from AND a.assessed_at < @to AND a.recorded_at <= @known
            AND a.protected_context <> 'none' AND s.is_account = 1
        GROUP BY {group} a.protected_context
        """,
        OtherQueries.SubjectColumns
    );

    /// <summary>Appeals and complaints lodged in the period: time to the decision, open ones to the cut-off.</summary>
    public static readonly Query<TimingRow> AppealTimes = new(
        """
        SELECT {keys} unixepoch(coalesce(a.decided_at, @known)) - unixepoch(a.lodged_at) AS seconds,
            a.decided_at IS NOT NULL AS ended,
               count(*) AS cases
        FROM (SELECT p.*, r.platform, (SELECT min(d.decided_at) FROM appeal_decision d WHERE d.appeal_id = p.appeal_id
                                       AND d.recorded_at <= @known AND d.decided_at <= @known) AS decided_at
              FROM appeal p JOIN referral_state r ON r.referral_id = p.referral_id
              WHERE p.lodged_at >= @from AND p.lodged_at < @to AND p.recorded_at <= @known) a
        GROUP BY {group} seconds, ended
        """,
        AppealColumns
    );

    /// <summary>The same appeals by the last result known.</summary>
    public static readonly Query<PartRow> AppealResults = new(
        """
        SELECT {keys} a.result AS part, count(*) AS number
        FROM (SELECT p.*, r.platform, coalesce((SELECT d.result FROM appeal_decision d WHERE d.appeal_id = p.appeal_id
                                                AND d.recorded_at <= @known AND d.decided_at <= @known
                                                ORDER BY d.decided_at DESC, d.decision_id DESC
                                                    LIMIT 1), 'pending') AS result
              FROM appeal p JOIN referral_state r ON r.referral_id = p.referral_id
              WHERE p.lodged_at >= @from AND p.lodged_at < @to AND p.recorded_at <= @known) a
        GROUP BY {group} a.result
        """,
        AppealColumns
    );

    /// <summary>What investigators and courts opened in the period after a referral, by its kind.</summary>
    public static readonly Query<PartRow> FollowOns = new(
        """
        SELECT {keys} f.kind AS part, count(*) AS number
        FROM follow_on f JOIN referral_state r ON r.referral_id = f.referral_id
        WHERE f.at >= @from AND f.at < @to AND f.recorded_at <= @known
        GROUP BY {group} f.kind
        """,
        ReferralQueries.Columns
    );

    /// <summary>
    /// Fields a referral or its account should have, and the referrals of the period without them; the time of effect
    /// of those actioned.
    /// </summary>
    public static readonly Query<PartSubsetRow> MissingFields = new(
        """
        SELECT {keys} f.field AS part,
               sum(CASE f.field WHEN 'ground' THEN r.ground IS NULL
                                WHEN 'acknowledgement' THEN r.acknowledged_at IS NULL
                                WHEN 'followers' THEN r.followers IS NULL
                                WHEN 'language' THEN s.language IS NULL
                                WHEN 'effect' THEN r.is_actioned = 1 AND r.effect_recorded_at IS NULL
                                ELSE s.country_hint IS NULL END) AS subset,
               sum(f.field <> 'effect' OR r.is_actioned = 1) AS number
        FROM referral_state r
        JOIN known_subject s ON s.subject_id = r.subject_id
        CROSS JOIN (SELECT 'ground' AS field UNION ALL SELECT 'acknowledgement' UNION ALL SELECT 'followers'
                    UNION ALL SELECT 'language' UNION ALL SELECT 'country' UNION ALL SELECT 'effect') f
        WHERE r.submitted_at >= @from AND r.submitted_at < @to
        GROUP BY {group} f.field
        """,
        ReferralQueries.Columns
    );

    /// <summary>
    /// Referrals of the period with an action at least 72 hours old, by its recorded time (one that a check stands in
    /// for would be checked by itself): those whose account we checked within 72 hours of it.
    /// </summary>
    public static readonly Query<SubsetRow> Verified = new(
        """
        SELECT {keys} sum(EXISTS (SELECT 1 FROM verification v WHERE v.subject_id = r.subject_id
            AND v.recorded_at <= @known
                                  AND v.checked_at >= r.effect_recorded_at
                                  AND unixepoch(v.checked_at) - unixepoch(r.effect_recorded_at) <= 259200)) AS subset,
               count(*) AS number
        FROM referral_state r
        WHERE r.submitted_at >= @from AND r.submitted_at < @to AND r.is_actioned = 1
          AND unixepoch(@known) - unixepoch(r.effect_recorded_at) >= 259200
        GROUP BY {group} 1 = 1
        """,
        ReferralQueries.Columns
    );

    private static Query<SubsetRow> Assessments(string condition, Dictionary<Dimension, string> columns) =>
        new(
            """
            SELECT {keys} sum(a.result = 'refer') AS subset, count(*) AS number
            FROM known_subject s
            JOIN assessment a ON a.assessment_id = (SELECT x.assessment_id FROM assessment x
                WHERE x.subject_id = s.subject_id AND x.assessed_at >= @from AND x.assessed_at < @to
                    AND x.recorded_at <= @known
                ORDER BY x.assessed_at DESC, x.assessment_id DESC LIMIT 1)
            WHERE s.is_account = 1 AND
            """
                + " "
                + condition
                + """

                GROUP BY {group} 1 = 1
                """,
            columns
        );
}
