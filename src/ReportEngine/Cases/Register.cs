namespace ReportEngine.Cases;

/// <summary>What a column of a register holds.</summary>
public enum RegisterForm
{
    Key,
    Number,
    Code,

    /// <summary>Seconds since 1970 in UTC, rounded down to the hour.</summary>
    Hour,
}

public sealed record RegisterColumn(string Name, string Heading, RegisterForm Form, string Sql);

/// <summary>
/// The referrals of a period row by row, for the auditor: keys of the register, codes and hours. No column of it holds a
/// name, an address, a reference to a letter or a word of free text.
/// </summary>
public static class Register
{
    public static IReadOnlyList<RegisterColumn> Columns { get; } =
    [
        new("referral_id", "Referral (key)", RegisterForm.Key, "r.referral_id"),
        new("submission_id", "Request (key)", RegisterForm.Key, "r.submission_id"),
        new("subject_id", "Account (key)", RegisterForm.Key, "r.subject_id"),
        new("platform", "Platform", RegisterForm.Code, "r.platform"),
        new("subject_type", "Type of account", RegisterForm.Code, "r.subject_type"),
        new("organisation", "Organisation", RegisterForm.Code, "r.organisation"),
        new("coverage", "Listed in (?: not confirmed)", RegisterForm.Code, "r.coverage"),
        new("basis", "Basis", RegisterForm.Code, "r.basis"),
        new("limit_hours", "Legal limit (hours)", RegisterForm.Number,
            "(SELECT min(l.hours) FROM statutory_limit l WHERE l.basis = r.basis AND l.valid_from <= r.submitted_on AND (l.valid_to IS NULL OR l.valid_to > r.submitted_on))"),
        new("ground", "Legal ground", RegisterForm.Code, "r.ground"),
        new("agency", "Agency", RegisterForm.Code, "r.agency"),
        new("detection", "Source", RegisterForm.Code, "r.detection"),
        new("is_repeat", "Repeat (1 or 0)", RegisterForm.Number, "r.is_repeat"),
        new("followers", "Followers when referred (number)", RegisterForm.Number, "r.followers"),
        new("detected_hour", "First detected (hour, UTC)", RegisterForm.Hour, Hour("first_detected_at")),
        new("submitted_hour", "Submitted (hour, UTC)", RegisterForm.Hour, Hour("submitted_at")),
        new("acknowledged_hour", "Acknowledged (hour, UTC)", RegisterForm.Hour, Hour("acknowledged_at")),
        new("is_paused", "Clarification asked for (1 or 0)", RegisterForm.Number, "EXISTS (SELECT 1 FROM pause p WHERE p.referral_id = r.referral_id)"),
        new("responded_hour", "First final response (hour, UTC)", RegisterForm.Hour, Hour("responded_at")),
        new("effect_hour", "First action in effect (hour, UTC)", RegisterForm.Hour, Hour("effect_at")),
        new("withdrawn_hour", "Withdrawn by us (hour, UTC)", RegisterForm.Hour, Hour("withdrawn_at")),
        new("outcome", "Last outcome", RegisterForm.Code, "r.outcome"),
        new("is_final", "Outcome is final (1 or 0)", RegisterForm.Number, "r.is_final"),
        new("is_actioned", "Outcome is an action (1 or 0)", RegisterForm.Number, "r.is_actioned"),
    ];

    internal static string Sql => "SELECT " + string.Join(", ", Columns.Select(column => column.Sql)) + Within + " ORDER BY r.referral_id";

    internal static string CountSql => "SELECT count(*)" + Within;

    private const string Within = " FROM referral_state r WHERE r.submitted_at >= @from AND r.submitted_at < @to";

    private static string Hour(string column) => "unixepoch(r." + column + ") / 3600 * 3600";
}

/// <summary>Rows to be gone through once, one at a time, so that memory does not grow with them; null where there is no value.</summary>
public sealed record RegisterRows(long Count, IEnumerable<object?[]> Rows);
