namespace ReportEngine.SampleData;

/// <summary>An account, page, channel or group: surrogate number only, never a name.</summary>
public sealed record Subject(int Id, string PlatformId, string ServiceId, string Type, string OrganisationId)
{
    public required DateTime FirstSeenAt { get; init; }

    public required DateTime DetectedAt { get; init; }

    public required string Source { get; init; }

    public required string Language { get; init; }

    public string? Country { get; init; }

    public int? Followers { get; init; }

    public required string Confidence { get; init; }

    public required DateTime RecordedAt { get; init; }

    public bool IsMirror { get; init; }

    public bool IsAccount => Type is "account" or "page" or "channel" or "group";
}

/// <summary>One letter, ticket or form that carries one to eight referrals.</summary>
public sealed record Submission(int Id, string PlatformId, string ServiceId, string AgencyId, string IssuingAgencyId)
{
    public required string Channel { get; init; }

    public required string Basis { get; init; }

    public string? EmergencyReason { get; init; }

    public required DateTime At { get; init; }

    public string? ExternalReference { get; init; }

    public required DateTime RecordedAt { get; init; }
}

/// <summary>One subject sent once in one submission.</summary>
public sealed record Referral(int Id, Submission Submission, Subject Subject, string Ground)
{
    public string? DesignationId { get; init; }

    public int? RepeatOf { get; init; }

    public required string NapPointId { get; init; }
}

/// <summary>Something that happened to a referral; numbered when written, in the order it was recorded.</summary>
public sealed record CaseEvent(Referral Referral, string Kind, DateTime At, DateTime RecordedAt)
{
    public string? Outcome { get; init; }

    public string? PlatformGround { get; init; }

    public string? Scope { get; init; }

    public string? EffectSource { get; init; }

    public CaseEvent? Supersedes { get; init; }
}

/// <summary>How one referral ended: the last decision, if any, and the moment the action took effect, if any.</summary>
public sealed record Course(Referral Referral, string? Outcome, DateTime? DecidedAt, DateTime? EffectAt)
{
    public bool IsActioned => Outcomes.IsActioned(Outcome);
}

/// <summary>Which outcomes are an action.</summary>
public static class Outcomes
{
    public static bool IsActioned(string? outcome) => outcome is "removed_global" or "restricted_geo" or "partial";
}
