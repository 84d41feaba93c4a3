namespace ReportEngine.Cases;

/// <summary>
/// What an office has to see to, with its key: a direction whose limit runs out, user data whose preservation ends, a
/// question of a platform that waits for us. For officials alone; no edition for the public holds it.
/// </summary>
public sealed record WorkRow
{
    public const string Direction = "direction";
    public const string Preservation = "preservation";
    public const string Question = "question";

    public required string Kind { get; init; }

    public required string Platform { get; init; }

    /// <summary>The kind of request; null for the preservation of user data.</summary>
    public string? Basis { get; init; }

    /// <summary>Of the referral or the data request.</summary>
    public required string Key { get; init; }

    /// <summary>
    /// When the limit runs out or the question was asked, an instant in UTC; the day on which a preservation ends.
    /// </summary>
    public required string At { get; init; }

    internal const string Sql = """
        SELECT 'direction' AS kind, r.platform, r.basis, CAST(r.referral_id AS TEXT) AS key,
               strftime('%Y-%m-%dT%H:%M:%SZ', unixepoch(r.submitted_at) + l.hours * 3600, 'unixepoch') AS at
        FROM referral_state r
        JOIN statutory_limit l ON l.basis = r.basis AND l.valid_from <= r.submitted_on
                              AND (l.valid_to IS NULL OR l.valid_to > r.submitted_on)
        WHERE r.outcome = 'pending' AND unixepoch(r.submitted_at) + l.hours * 3600 >= unixepoch(@known)
        UNION ALL
        SELECT 'preservation', s.platform_id, NULL, CAST(d.udr_id AS TEXT), d.preservation_expires_on
        FROM data_request d JOIN service s ON s.service_id = d.service_id
        WHERE d.type = 'preservation' AND d.recorded_at <= @known
          AND d.preservation_expires_on >= date(@known, '+5 hours')
          AND EXISTS (SELECT 1 FROM data_request_response p WHERE p.udr_id = d.udr_id
                      AND p.outcome IN ('full', 'partial') AND p.recorded_at <= @known AND p.responded_at <= @known)
        UNION ALL
        SELECT 'question', r.platform, r.basis, CAST(r.referral_id AS TEXT), p.opened_at
        FROM pause p JOIN referral_state r ON r.referral_id = p.referral_id
        WHERE p.closed_at IS NULL AND r.outcome = 'pending'
        ORDER BY at, kind, key
        """;
}
