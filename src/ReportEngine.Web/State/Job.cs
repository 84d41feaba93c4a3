namespace ReportEngine.Web.State;

public enum JobKind
{
    Build,
    Publish,
    Import,

    /// <summary>A release is built again and compared byte by byte.</summary>
    Verify,
}

public enum JobState
{
    Waiting,
    Working,
    Done,
    Failed,
    Cancelled,
}

/// <summary>How a job ended, or that it waits for its hour.</summary>
/// <param name="What">What the log says of it, after its name; empty for nothing more.</param>
public sealed record JobEnd(
    JobState State,
    Act Act,
    string What,
    IReadOnlyList<Problem>? Problems = null,
    string? Result = null,
    string? NotBefore = null
)
{
    public static JobEnd Done(Act act, string result) => new(JobState.Done, act, result, Result: result);

    public static JobEnd WaitingFor(string hour) =>
        new(JobState.Waiting, Act.Scheduled, "for " + hour, NotBefore: hour);
}

/// <summary>Something asked of the background, and what became of it.</summary>
public sealed record Job
{
    public required long JobId { get; init; }

    public required JobKind Kind { get; init; }

    /// <summary>The build that a publication is of.</summary>
    public required long? SubjectId { get; init; }

    /// <summary>JSON of <see cref="BuildOrder"/> or of the other kinds' records.</summary>
    public required string Asked { get; init; }

    public required long MadeBy { get; init; }

    public required string MadeByName { get; init; }

    public required string MadeAt { get; init; }

    public required JobState State { get; init; }

    /// <summary>The hour a publication waits for, once it is ready; null for what is begun in its turn.</summary>
    public required string? NotBefore { get; init; }

    /// <summary>How often work on it has begun.</summary>
    public required long Attempts { get; init; }

    public required bool IsCancelAsked { get; init; }

    public required string? StartedAt { get; init; }

    public required string? EndedAt { get; init; }

    /// <summary>JSON of a list of problems.</summary>
    public required string? Problems { get; init; }

    public required string? Result { get; init; }

    public bool IsOver => State is JobState.Done or JobState.Failed or JobState.Cancelled;
}
