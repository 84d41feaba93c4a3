namespace ReportEngine.Web.State;

/// <summary>What somebody signed in may do.</summary>
public enum Role
{
    /// <summary>Imports, builds, hands over.</summary>
    Official,

    /// <summary>What an official does, and approves what others made.</summary>
    Approver,

    /// <summary>Traces, verifies, checks, reads the log; changes nothing.</summary>
    Auditor,
}

/// <summary>Somebody who may sign in.</summary>
public sealed record User
{
    public required long UserId { get; init; }

    public required string Name { get; init; }

    public required Role Role { get; init; }

    /// <summary>The provider's name for the person; null for a local user.</summary>
    public required string? Subject { get; init; }

    /// <summary>Changes with the password, the role and what is allowed, and ends every session made before.</summary>
    public required string Stamp { get; init; }

    public required bool IsDisabled { get; init; }

    public Actor AsActor => new(Name, Role.ToString().ToLowerInvariant());
}
