using Dapper;
using ReportEngine.Releases;

namespace ReportEngine.Web.State;

/// <summary>The queue of the background, and what was decided about builds.</summary>
public static class Jobs
{
    /// <summary>Jobs that may wait at once; who asks for one more is told to come back.</summary>
    public const int MostWaiting = 8;

    /// <summary>Work that was interrupted is begun again once.</summary>
    private const int MostAttempts = 2;

    private const string Select = """
        SELECT j.job_id, j.kind, j.subject_id, j.asked, j.made_by, u.name AS made_by_name, j.made_at, j.state,
            j.not_before, j.attempts, j.is_cancel_asked, j.started_at, j.ended_at, j.problems, j.result
        FROM job j JOIN user u ON u.user_id = j.made_by
        """;

    /// <summary>Puts a job at the end of the queue.</summary>
    /// <exception cref="ReportException">RE564: too many wait already.</exception>
    public static long Add<T>(OfficeState state, User by, JobKind kind, T asked) =>
        state.Change(change =>
        {
            if (
                change.Single<long>("SELECT count(*) FROM job WHERE state = 'waiting' AND not_before IS NULL")
                >= MostWaiting
            )
            {
                throw new ReportException(
                    ExitCode.EnvironmentFailed,
                    new Problem(
                        "queue",
                        "RE564",
                        FormattableString.Invariant($"{MostWaiting} jobs are waiting already."),
                        FormattableString.Invariant($"fewer than {MostWaiting}"),
                        "Try again when one of them is done."
                    )
                );
            }
            var (job, act) = (
                Insert(change, by, kind, asked, null),
                kind switch
                {
                    JobKind.Build => Act.BuildAsked,
                    JobKind.Import => Act.ImportAsked,
                    _ => Act.VerificationAsked,
                }
            );
            change.Log(
                by.AsActor,
                act,
                NameOf(job) + (asked is VerificationOrder order ? ", release " + order.Release : "")
            );
            return job;
        });

    public static string NameOf(long jobId) => FormattableString.Invariant($"job {jobId}");

    public static Job? Find(OfficeState state, long jobId) =>
        state.Ask(connection =>
            connection.QuerySingleOrDefault<Job>(Select + " WHERE j.job_id = @jobId", new { jobId })
        );

    /// <summary>Of some kinds or, where none is named, of all; newest first.</summary>
    public static IReadOnlyList<Job> Latest(OfficeState state, int most, params JobKind[] kinds) =>
        state.Ask(connection =>
            connection
                .Query<Job>(
                    Select
                        + (kinds.Length == 0 ? "" : " WHERE j.kind IN @kinds")
                        + " ORDER BY j.job_id DESC LIMIT @most",
                    new { most, kinds = kinds.Select(kind => kind.ToString().ToLowerInvariant()) }
                )
                .ToList()
        );

    /// <summary>Jobs before this one in the queue.</summary>
    public static long Ahead(OfficeState state, long jobId) =>
        state.Ask(connection =>
            connection.QuerySingle<long>(
                "SELECT count(*) FROM job WHERE state = 'waiting' AND not_before IS NULL AND job_id < @jobId",
                new { jobId }
            )
        );

    /// <summary>A build with what was decided; null when there is no such build.</summary>
    public static DecidedBuild? FindBuild(OfficeState state, long jobId) =>
        state.Ask(connection =>
        {
            using var snapshot = connection.BeginTransaction(deferred: true);
            return
                connection.QuerySingleOrDefault<Job>(
                    Select + " WHERE j.job_id = @jobId AND j.kind = 'build'",
                    new { jobId },
                    snapshot
                )
                    is not { } job
                ? null
                : new DecidedBuild(
                    job,
                    connection
                        .Query<Decision>(
                            "SELECT d.act, d.made_by, u.name AS made_by_name, d.made_at, d.words FROM decision d "
                                + "JOIN user u ON u.user_id = d.made_by WHERE d.job_id = @jobId ORDER BY d.decision_id",
                            new { jobId },
                            snapshot
                        )
                        .ToList(),
                    connection
                        .Query<Job>(
                            Select + " WHERE j.subject_id = @jobId ORDER BY j.job_id DESC LIMIT 1",
                            new { jobId },
                            snapshot
                        )
                        .FirstOrDefault()
                );
        });

    /// <summary>The builds that wait for approval, oldest first.</summary>
    public static IReadOnlyList<DecidedBuild> HandedOver(OfficeState state) =>
        [
            .. state
                .Ask(connection =>
                    connection
                        .Query<long>(
                            "SELECT j.job_id FROM job j WHERE j.kind = 'build' AND (SELECT d.act FROM decision d "
                                + "WHERE d.job_id = j.job_id ORDER BY d.decision_id DESC LIMIT 1) = 'handover' ORDER "
                                + "BY j.job_id"
                        )
                        .ToList()
                )
                .Select(id => FindBuild(state, id))
                .OfType<DecidedBuild>(),
        ];

    /// <summary>The build that a release was published from here; null where it was published otherwise.</summary>
    /// <param name="release">Its name.</param>
    public static DecidedBuild? PublishedAs(OfficeState state, string release) =>
        state.Ask(connection =>
            connection.QueryFirstOrDefault<long?>(
                "SELECT subject_id FROM job WHERE kind = 'publish' AND state = 'done' AND instr(', ' || result "
                    + "|| ', ', ', ' || @release || ', ') > 0",
                new { release }
            )
        )
            is { } id
            ? FindBuild(state, id)
            : null;

    /// <summary>The builds that are ready and wait for their hour, the next first.</summary>
    public static IReadOnlyList<DecidedBuild> Scheduled(OfficeState state) =>
        [
            .. state
                .Ask(connection =>
                    connection
                        .Query<long>(
                            "SELECT subject_id FROM job WHERE kind = 'publish' AND state = 'waiting' AND not_before "
                                + "IS NOT NULL ORDER BY not_before, job_id"
                        )
                        .ToList()
                )
                .Select(id => FindBuild(state, id))
                .OfType<DecidedBuild>()
                .Where(build => build.Stage == Stage.Scheduled),
        ];

    /// <summary>
    /// Stops what was approved before its hour. What has been begun is not stopped: readers may have it.
    /// </summary>
    /// <exception cref="ReportException">RE566: it does not wait, or this is not the person.</exception>
    public static void Stop(OfficeState state, User by, long jobId, string words) =>
        state.Change(change =>
        {
            if (
                by.Role != Role.Approver
                || change.Execute(
                    "UPDATE job SET state = 'cancelled', is_cancel_asked = 1, ended_at = @At WHERE subject_id = @jobId "
                        + "AND kind = 'publish' AND state = 'waiting' AND not_before IS NOT NULL",
                    new { jobId, change.At }
                ) != 1
            )
            {
                throw new ReportException(
                    ExitCode.WrongUsage,
                    new Problem(
                        NameOf(jobId),
                        "RE566",
                        "It does not wait for its hour any more, or you are no approver.",
                        "a release that is scheduled, before its hour, and an approver"
                    )
                );
            }
            Insert(change, by, jobId, DecisionAct.Stop, words);
            change.Log(by.AsActor, Act.Stopped, NameOf(jobId));
        });

    /// <summary>Takes the first job of the queue, whose hour has come, to work on; null when none waits.</summary>
    public static Job? Begin(OfficeState state) =>
        state.Change(change =>
            change.Find<long?>(
                "UPDATE job SET state = 'working', attempts = attempts + 1, started_at = @At WHERE job_id = "
                    + "(SELECT min(job_id) FROM job WHERE state = 'waiting' AND (not_before IS NULL OR not_before "
                    + "<= @At))"
                    + " RETURNING job_id",
                change
            )
                is { } id
                ? change.Single<Job>(Select + " WHERE j.job_id = @id", new { id })
                : null
        );

    /// <summary>
    /// Ends a job, or puts it back for its hour, with the line of the log that tells of it.
    /// </summary>
    public static void End(OfficeState state, Job job, JobEnd end) =>
        state.Change(change =>
        {
            change.Execute(
                "UPDATE job SET state = @State, ended_at = iif(@State = 'waiting', NULL, @At), problems = @problems, "
                    + "result = @Result, not_before = coalesce(@NotBefore, not_before), "
                    + "attempts = iif(@State = 'waiting', 0, attempts) WHERE job_id = @JobId",
                new
                {
                    State = end.State.ToString().ToLowerInvariant(),
                    change.At,
                    problems = end.Problems is null ? null : OrderText.Of(end.Problems),
                    end.Result,
                    end.NotBefore,
                    job.JobId,
                }
            );
            change.Log(Actor.Service, end.Act, NameOf(job.JobId) + (end.What.Length == 0 ? "" : ", " + end.What));
        });

    /// <summary>
    /// Stops a job: at once if it waits, at its next step if it is being worked on. False when it is over, or cannot be
    /// stopped.
    /// </summary>
    public static bool Cancel(OfficeState state, User by, long jobId) =>
        state.Change(change =>
        {
            var done =
                change.Execute(
                    "UPDATE job SET is_cancel_asked = 1, state = iif(state = 'waiting', 'cancelled', state), "
                        + "ended_at = iif(state = 'waiting', @At, NULL) WHERE job_id = @jobId AND kind <> 'publish' "
                        + "AND state IN ('waiting', 'working') AND is_cancel_asked = 0",
                    new { jobId, change.At }
                ) > 0;
            if (done)
            {
                change.Log(by.AsActor, Act.Cancelled, NameOf(jobId));
            }
            return done;
        });

    public static bool IsCancelAsked(OfficeState state, long jobId) =>
        state.Ask(connection =>
            connection.QuerySingle<bool>("SELECT is_cancel_asked FROM job WHERE job_id = @jobId", new { jobId })
        );

    /// <summary>
    /// After a start: what was being worked on when the process ended waits again, is cancelled if that was asked, or
    /// has failed if it was interrupted before. Each stands in the log.
    /// </summary>
    public static void Recover(OfficeState state) =>
        state.Change(change =>
        {
            foreach (
                var job in change
                    .Connection.Query<Job>(Select + " WHERE j.state = 'working'", transaction: change.Transaction)
                    .ToList()
            )
            {
                var to =
                    job.IsCancelAsked ? JobState.Cancelled
                    : job.Attempts >= MostAttempts ? JobState.Failed
                    : JobState.Waiting;
                Problem[] problems =
                [
                    new(
                        NameOf(job.JobId),
                        "RE565",
                        "The service ended twice while it worked on this.",
                        "a machine that stays up, with memory enough",
                        "Ask for it again."
                    ),
                ];
                change.Execute(
                    "UPDATE job SET state = @to, ended_at = iif(@to = 'waiting', NULL, @At), problems = "
                        + "@problems WHERE job_id = @JobId",
                    new
                    {
                        to = to.ToString().ToLowerInvariant(),
                        change.At,
                        problems = to == JobState.Failed ? OrderText.Of(problems) : null,
                        job.JobId,
                    }
                );
                if (to != JobState.Waiting)
                {
                    change.Log(
                        Actor.Service,
                        to == JobState.Failed ? Act.Failed : Act.Cancelled,
                        NameOf(job.JobId) + ", after a restart"
                    );
                }
            }
        });

    /// <summary>
    /// Decides about a build: an official hands it over; an approver, who is somebody else, approves it, which puts its
    /// publication into the queue, or returns it.
    /// </summary>
    /// <exception cref="ReportException">RE566: it is not at the stage for that, or this is not the person.</exception>
    public static void Decide(OfficeState state, User by, long jobId, DecisionAct act, string? words)
    {
        var build = FindBuild(state, jobId);
        state.Change(change =>
        {
            // What was read is still so, or another decision came between.
            var same =
                change.Single<long>("SELECT count(*) FROM decision WHERE job_id = @jobId", new { jobId })
                == build?.Decisions.Count;
            if (
                build is null
                || !same
                || !(
                    act == DecisionAct.Handover
                        ? build.Stage == Stage.Built && by.Role != Role.Auditor
                        : build.MayBeDecidedBy(by)
                )
            )
            {
                throw new ReportException(
                    ExitCode.WrongUsage,
                    new Problem(
                        NameOf(jobId),
                        "RE566",
                        "It is not at the stage for that, or it is your own.",
                        "a build that is done is handed over once, then approved or returned by an approver who "
                            + "neither made it nor handed it over"
                    )
                );
            }
            Insert(change, by, jobId, act, words);
            change.Log(
                by.AsActor,
                act switch
                {
                    DecisionAct.Handover => Act.HandedOver,
                    DecisionAct.Approval => Act.Approved,
                    _ => Act.Returned,
                },
                NameOf(jobId)
            );
            if (act == DecisionAct.Approval)
            {
                Insert(change, by, JobKind.Publish, new object(), jobId);
            }
        });
    }

    private static void Insert(OfficeChange change, User by, long jobId, DecisionAct act, string? words) =>
        change.Execute(
            "INSERT INTO decision (job_id, act, made_by, made_at, words) VALUES (@jobId, @act, @UserId, @At, @words)",
            new
            {
                jobId,
                act = act.ToString().ToLowerInvariant(),
                by.UserId,
                change.At,
                words,
            }
        );

    private static long Insert<T>(OfficeChange change, User by, JobKind kind, T asked, long? subject) =>
        change.Single<long>(
            "INSERT INTO job (kind, subject_id, asked, made_by, made_at, state) VALUES (@kind, @subject, @asked, "
                + "@UserId, @At, 'waiting') RETURNING job_id",
            new
            {
                kind = kind.ToString().ToLowerInvariant(),
                subject,
                asked = OrderText.Of(asked),
                by.UserId,
                change.At,
            }
        );
}
