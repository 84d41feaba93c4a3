using static ReportEngine.Cases.RegisterForm;

namespace ReportEngine.Cases;

/// <summary>The registers of the auditor edition: whatever a figure is counted from is a row of one of them.</summary>
public static class Registers
{
    private static readonly IReadOnlyList<RegisterColumn> ReferralColumns =
    [
        new("referral_id", "Referral (key)", Key, "r.referral_id"),
        new("submission_id", "Request (key)", Key, "r.submission_id"),
        new("subject_id", "Account (key)", Key, "r.subject_id"),
        new("platform", "Platform", Code, "r.platform"),
        new("subject_type", "Type of account", Code, "r.subject_type"),
        new("organisation", "Organisation", Code, "r.organisation"),
        new("coverage", "Listed in (?: not confirmed)", Code, "r.coverage"),
        new("basis", "Kind of request", Code, "r.basis"),
        new(
            "limit_hours",
            "Legal limit (hours)",
            Number,
            "(SELECT min(l.hours) FROM statutory_limit l WHERE l.basis = r.basis AND l.valid_from <= "
                + "r.submitted_on AND (l.valid_to IS NULL OR l.valid_to > r.submitted_on))"
        ),
        new("ground", "Legal ground", Code, "r.ground"),
        new("agency", "Agency that asked", Code, "r.agency"),
        new("detection", "Source", Code, "r.detection"),
        new("is_repeat", "Repeat (1 or 0)", Number, "r.is_repeat"),
        new("followers", "Followers when referred (number)", Number, "r.followers"),
        new("detected_hour", "First detected (hour, UTC)", Hour, Hours("r.first_detected_at")),
        new("submitted_hour", "Submitted (hour, UTC)", Hour, Hours("r.submitted_at")),
        new("acknowledged_hour", "Acknowledged (hour, UTC)", Hour, Hours("r.acknowledged_at")),
        new(
            "is_paused",
            "Clarification asked for (1 or 0)",
            Number,
            "EXISTS (SELECT 1 FROM pause p WHERE p.referral_id = r.referral_id)"
        ),
        new("responded_hour", "First answer, unless withdrawn before it (hour, UTC)", Hour, Hours("r.responded_at")),
        new("effect_hour", "First action in effect (hour, UTC)", Hour, Hours("r.effect_at")),
        new(
            "effect_source",
            "Time of effect: recorded, or that of the first check that found it down",
            Code,
            "CASE WHEN r.effect_at IS NULL THEN NULL WHEN r.effect_recorded_at IS NULL THEN 'check' "
                + "ELSE 'recorded' END"
        ),
        new("withdrawn_hour", "Withdrawn by us (hour, UTC)", Hour, Hours("r.withdrawn_at")),
        new("outcome", "Last outcome", Code, "r.outcome"),
        new("is_final", "Outcome is final (1 or 0)", Number, "r.is_final"),
        new("is_actioned", "Outcome is an action (1 or 0)", Number, "r.is_actioned"),
    ];

    /// <summary>The referrals submitted in a period.</summary>
    public static Register OfPeriod { get; } =
        new(
            "referrals",
            "Referrals row by row",
            ReferralColumns,
            "referral_state r WHERE r.submitted_at >= @from AND r.submitted_at < @to"
        );

    /// <summary>Everything known at the cut-off, whatever the period.</summary>
    public static IReadOnlyList<Register> All { get; } =
    [
        new("referrals-all", "All referrals", ReferralColumns, "referral_state r"),
        new(
            "events",
            "Events of referrals",
            [
                new("event_id", "Event (key)", Key, "e.event_id"),
                new("referral_id", "Referral (key)", Key, "e.referral_id"),
                new("at_hour", "Time (hour, UTC)", Hour, Hours("e.at")),
                new("kind", "Kind", Code, "e.kind"),
                new("outcome", "Outcome", Code, "e.outcome_code"),
                new("platform_ground", "Ground the platform gave", Code, "e.platform_ground"),
            ],
            "known_event e"
        ),
        new(
            "accounts",
            "Accounts",
            [
                new("subject_id", "Account (key)", Key, "s.subject_id"),
                new("platform", "Platform", Code, "s.platform"),
                new("subject_type", "Type of account", Code, "s.subject_type"),
                new("organisation", "Organisation", Code, "s.organisation"),
                new("detection", "Source", Code, "s.detection"),
                new("detector_version", "Version of the detector", Code, "s.detector_version"),
                new("seen_hour", "First seen (hour, UTC)", Hour, Hours("s.first_seen_at")),
                new("detected_hour", "First detected (hour, UTC)", Hour, Hours("s.first_detected_at")),
                new("followers", "Followers when referred (number)", Number, "s.followers"),
            ],
            "known_subject s"
        ),
        new(
            "account-links",
            "Links between accounts",
            [
                new("link_id", "Link (key)", Key, "k.link_id"),
                new("from_subject_id", "Newer account (key)", Key, "k.from_subject_id"),
                new("to_subject_id", "Earlier account (key)", Key, "k.to_subject_id"),
                new("kind", "Kind", Code, "k.kind"),
                new("confidence", "Confidence (possible ones are left out)", Code, "k.confidence"),
            ],
            "known_link k"
        ),
        new(
            "assessments",
            "Assessments",
            [
                new("assessment_id", "Assessment (key)", Key, "a.assessment_id"),
                new("subject_id", "Account (key)", Key, "a.subject_id"),
                new("assessed_hour", "Time (hour, UTC)", Hour, Hours("a.assessed_at")),
                new("result", "Result", Code, "a.result"),
                new("ground", "Legal ground", Code, "a.ground_code"),
                new("protected_context", "Context", Code, "a.protected_context"),
            ],
            "assessment a WHERE " + Known("a", "assessed_at")
        ),
        new(
            "checks",
            "Checks of accounts",
            [
                new("verification_id", "Check (key)", Key, "v.verification_id"),
                new("subject_id", "Account (key)", Key, "v.subject_id"),
                new("checked_hour", "Time (hour, UTC)", Hour, Hours("v.checked_at")),
                new("state", "Status", Code, "v.state"),
                new("vantage", "Seen from", Code, "v.vantage"),
                new("method", "Kind", Code, "v.method"),
            ],
            "verification v WHERE " + Known("v", "checked_at")
        ),
        new(
            "data-requests",
            "Requests for user data",
            [
                new("udr_id", "Request for data (key)", Key, "d.udr_id"),
                new(
                    "platform",
                    "Platform",
                    Code,
                    "(SELECT s.platform_id FROM service s WHERE s.service_id = d.service_id)"
                ),
                new("agency", "Agency", Code, "d.agency_id"),
                new("type", "Type of request", Code, "d.type"),
                new("sent_hour", "Submitted (hour, UTC)", Hour, Hours("d.sent_at")),
                new("accounts", "Accounts named", Number, "d.accounts_specified"),
                new("expires_on", "Preservation ends", Day, "d.preservation_expires_on"),
                new(
                    "responded_hour",
                    "First answer (hour, UTC)",
                    Hour,
                    "(SELECT min("
                        + Hours("p.responded_at")
                        + ") FROM data_request_response p WHERE p.udr_id = d.udr_id AND "
                        + Known("p", "responded_at")
                        + ")"
                ),
                new(
                    "outcome",
                    "Last outcome",
                    Code,
                    "(SELECT p.outcome FROM data_request_response p WHERE p.udr_id = d.udr_id AND "
                        + Known("p", "responded_at")
                        + " ORDER BY p.responded_at DESC, p.response_id DESC LIMIT 1)"
                ),
            ],
            "data_request d WHERE d.recorded_at <= @known"
        ),
        new(
            "data-request-accounts",
            "Accounts of requests for user data",
            [
                new("udr_subject_id", "Link (key)", Key, "a.udr_subject_id"),
                new("udr_id", "Request for data (key)", Key, "a.udr_id"),
                new("subject_id", "Account (key)", Key, "a.subject_id"),
            ],
            "data_request_subject a JOIN data_request d ON d.udr_id = a.udr_id AND d.recorded_at <= @known"
        ),
        new(
            "appeals",
            "Appeals and complaints",
            [
                new("appeal_id", "Appeal (key)", Key, "a.appeal_id"),
                new("referral_id", "Referral (key)", Key, "a.referral_id"),
                new("forum", "Forum", Code, "a.forum"),
                new("lodged_hour", "Submitted (hour, UTC)", Hour, Hours("a.lodged_at")),
                new(
                    "decided_hour",
                    "First decision (hour, UTC)",
                    Hour,
                    "(SELECT min("
                        + Hours("d.decided_at")
                        + ") FROM appeal_decision d WHERE d.appeal_id = a.appeal_id AND "
                        + Known("d", "decided_at")
                        + ")"
                ),
                new(
                    "result",
                    "Last outcome",
                    Code,
                    "(SELECT d.result FROM appeal_decision d WHERE d.appeal_id = a.appeal_id AND "
                        + Known("d", "decided_at")
                        + " ORDER BY d.decided_at DESC, d.decision_id DESC LIMIT 1)"
                ),
            ],
            "appeal a WHERE a.recorded_at <= @known"
        ),
        new(
            "reinstatements",
            "Reinstatements",
            [
                new("reinstatement_id", "Reinstatement (key)", Key, "i.reinstatement_id"),
                new("referral_id", "Referral (key)", Key, "i.referral_id"),
                new("at_hour", "Time (hour, UTC)", Hour, Hours("i.at")),
                new("cause", "Cause", Code, "i.cause"),
            ],
            "reinstatement i WHERE " + Known("i", "at")
        ),
        new(
            "audits",
            "Audits of our referrals",
            [
                new("audit_id", "Audit (key)", Key, "q.audit_id"),
                new("referral_id", "Referral (key)", Key, "q.referral_id"),
                new("audited_hour", "Time (hour, UTC)", Hour, Hours("q.audited_at")),
                new("verdict", "Result", Code, "q.verdict"),
                new("sample_frame", "Kind", Code, "q.sample_frame"),
            ],
            "quality_audit q WHERE " + Known("q", "audited_at")
        ),
        new(
            "follow-ons",
            "What followed referrals",
            [
                new("follow_on_id", "Follow-on (key)", Key, "f.follow_on_id"),
                new("referral_id", "Referral (key)", Key, "f.referral_id"),
                new("kind", "Kind", Code, "f.kind"),
                new("at_hour", "Time (hour, UTC)", Hour, Hours("f.at")),
            ],
            "follow_on f WHERE " + Known("f", "at")
        ),
        new(
            "network-blocks",
            "Blocks in the network",
            [
                new("block_id", "Block (key)", Key, "b.block_id"),
                new("subject_id", "Account (key)", Key, "b.subject_id"),
                new("kind", "Kind", Code, "b.kind"),
                new("at_hour", "Time (hour, UTC)", Hour, Hours("b.at")),
                new("ground", "Legal ground", Code, "b.ground_code"),
            ],
            "network_block b WHERE b.recorded_at <= @known"
        ),
        new(
            "designations",
            "Listings of organisations",
            [
                new("designation_id", "Listing (key)", Key, "d.designation_id"),
                new("organisation", "Organisation", Code, "d.org_id"),
                new("list", "List", Code, "d.list_id"),
                new("from", "From", Day, "d.effective_from"),
                new("to", "To", Day, "d.effective_to"),
                new("is_confirmed", "Confirmed (1 or 0)", Number, "d.verified_on IS NOT NULL"),
            ],
            "designation d"
        ),
        new(
            "asks",
            "What was asked of platforms",
            [new("ask_id", "Step asked (key)", Key, "k.ask_id"), new("asked_on", "Asked on", Day, "k.asked_on")],
            "platform_ask k"
        ),
        new(
            "commitments",
            "What platforms did about it",
            [
                new("ask_of_platform", "Step asked and platform (key)", Key, "k.ask_id || '/' || p.platform_id"),
                new("ask_id", "Step asked (key)", Key, "k.ask_id"),
                new("platform", "Platform", Code, "p.platform_id"),
                new(
                    "status",
                    "Status",
                    Code,
                    "(SELECT e.status FROM commitment_event e WHERE e.platform_id = p.platform_id AND e.ask_id = "
                        + "k.ask_id AND "
                        + Known("e", "at")
                        + " ORDER BY e.at DESC, e.commitment_event_id DESC LIMIT 1)"
                ),
            ],
            "platform p CROSS JOIN platform_ask k"
        ),
    ];

    private static string Hours(string column) => "unixepoch(" + column + ") / 3600 * 3600";

    /// <summary>Recorded and happened by the cut-off.</summary>
    private static string Known(string table, string at) =>
        table + ".recorded_at <= @known AND " + table + "." + at + " <= @known";
}
