namespace ReportEngine.Web.State;

public enum DecisionAct
{
    Handover,
    Approval,
    Return,

    /// <summary>What was approved for an hour is not published after all.</summary>
    Stop,
}

/// <summary>What somebody decided about a build.</summary>
public sealed record Decision
{
    public required DecisionAct Act { get; init; }

    public required long MadeBy { get; init; }

    public required string MadeByName { get; init; }

    public required string MadeAt { get; init; }

    public required string? Words { get; init; }
}

/// <summary>How far a build has come.</summary>
public enum Stage
{
    Waiting,
    Working,
    Failed,
    Cancelled,

    /// <summary>To be looked at, and handed over by its makers.</summary>
    Built,

    /// <summary>To be approved by somebody else.</summary>
    HandedOver,

    /// <summary>Not approved; another build may be.</summary>
    Returned,

    /// <summary>Being made again for its release, and published.</summary>
    Approved,

    /// <summary>Ready, in nobody's hands before its hour; until then an approver may stop it.</summary>
    Scheduled,

    Stopped,

    Published,

    /// <summary>Approved, but the store would not take it.</summary>
    NotPublished,
}

/// <summary>A build with what was decided about it.</summary>
/// <param name="Decisions">Oldest first.</param>
/// <param name="Publication">The job that publishes it, once it is approved.</param>
public sealed record DecidedBuild(Job Job, IReadOnlyList<Decision> Decisions, Job? Publication)
{
    public Stage Stage =>
        (Job.State, Publication?.State, (DecisionAct?)(Decisions is [.., var last] ? last.Act : null)) switch
        {
            (JobState.Waiting, _, _) => Stage.Waiting,
            (JobState.Working, _, _) => Stage.Working,
            (JobState.Failed, _, _) => Stage.Failed,
            (JobState.Cancelled, _, _) => Stage.Cancelled,
            (_, JobState.Done, _) => Stage.Published,
            (_, _, DecisionAct.Stop) => Stage.Stopped,
            (_, JobState.Waiting, _) when Publication!.NotBefore is not null => Stage.Scheduled,
            (_, JobState.Failed or JobState.Cancelled, _) => Stage.NotPublished,
            (_, _, DecisionAct.Approval) => Stage.Approved,
            (_, _, DecisionAct.Return) => Stage.Returned,
            (_, _, DecisionAct.Handover) => Stage.HandedOver,
            _ => Stage.Built,
        };

    /// <summary>An approver who neither made it nor handed it over, by account or by name.</summary>
    public bool MayBeDecidedBy(User user) =>
        user.Role == Role.Approver
        && Stage == Stage.HandedOver
        && !IsBy(user, Job.MadeBy, Job.MadeByName)
        && !Decisions.Any(decision => IsBy(user, decision.MadeBy, decision.MadeByName));

    /// <summary>Any approver: a release that is wrong is not left to the one who did not see it.</summary>
    public bool MayBeStoppedBy(User user) => user.Role == Role.Approver && Stage == Stage.Scheduled;

    private static bool IsBy(User user, long userId, string name) =>
        user.UserId == userId || string.Equals(user.Name, name, StringComparison.OrdinalIgnoreCase);
}
