using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using ReportEngine.Releases;
using ReportEngine.Web.State;

namespace ReportEngine.Web.Work;

/// <summary>
/// Works on the queue in the background, one job a core. What it was working on when the process ended is begun again
/// at the next start, or marked as failed.
/// </summary>
public sealed partial class Workshop(Office office, SiteOptions options, ILogger<Workshop> log) : BackgroundService
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim asked = new(0);
    private readonly ConcurrentDictionary<long, Working> working = [];
    private IDisposable? alone;

    /// <summary>Something was put into the queue.</summary>
    public void Wake() => asked.Release();

    /// <summary>The step a job is at; null while it has not begun its first.</summary>
    public BuildStep? StepOf(long jobId) => working.GetValueOrDefault(jobId)?.Step;

    /// <summary>Stops a job that somebody has cancelled.</summary>
    public void Stop(long jobId) => working.GetValueOrDefault(jobId)?.Cancel.Cancel();

    public override void Dispose()
    {
        alone?.Dispose();
        asked.Dispose();
        base.Dispose();
    }

    /// <exception cref="ReportException">RE512: another process serves this office.</exception>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        alone = RunLock.In(office.Folder);
        Jobs.Recover(office.State);
        Leftovers.Sweep(office, options.Clock);
        return base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Work(stoppingToken)));

    private async Task Work(CancellationToken stopping)
    {
        await Task.Yield();
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (Jobs.Begin(office.State) is { } job)
                {
                    await Task.Factory.StartNew(
                        () => Do(job, stopping),
                        stopping,
                        TaskCreationOptions.LongRunning,
                        TaskScheduler.Default
                    );
                }
                else
                {
                    await asked.WaitAsync(LookAgain, stopping);
                    Leftovers.Sweep(office, options.Clock);
                }
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (ReportException error)
            {
                // The office's file cannot be written to just now; what was being done is begun again after a restart.
                Failed(log, 0, error.Problems[0].Code, "");
                await Task.Delay(LookAgain, stopping).ContinueWith(static _ => { }, TaskScheduler.Default);
            }
        }
    }

    private void Do(Job job, CancellationToken stopping)
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        try
        {
            if (EndOf(job, working[job.JobId] = new Working(cancel), stopping) is { } end)
            {
                Keep(job, end, stopping);
            }
        }
        finally
        {
            working.TryRemove(job.JobId, out _);
        }
        Leftovers.Sweep(office, options.Clock);
    }

    /// <summary>
    /// How a job ended; null where the process is about to end, so that it is begun again at the next start.
    /// </summary>
    private JobEnd? EndOf(Job job, Working one, CancellationToken stopping)
    {
        try
        {
            if (Jobs.IsCancelAsked(office.State, job.JobId))
            {
                throw new OperationCanceledException();
            }
            return Doing.Of(job, office, options, one, one.Cancel.Token);
        }
        catch (Exception error)
            when (stopping.IsCancellationRequested && error is OperationCanceledException or ReportException)
        {
            return null;
        }
        catch (OperationCanceledException)
        {
            return new JobEnd(JobState.Cancelled, Act.Cancelled, "");
        }
        catch (ReportException error)
        {
            return new JobEnd(
                JobState.Failed,
                Act.Failed,
                string.Join(", ", error.Problems.Select(problem => problem.Code).Distinct()),
                [.. error.Problems.Select(problem => office.Told(problem, options))]
            );
        }
        catch (Exception error)
        {
            Failed(log, job.JobId, error.GetType().Name, error.StackTrace ?? "");
            return new JobEnd(
                JobState.Failed,
                Act.Failed,
                "RE500",
                [
                    new Problem(
                        Jobs.NameOf(job.JobId),
                        "RE500",
                        "Something went wrong that should not: " + error.GetType().Name + ".",
                        null,
                        "Tell those who run the service."
                    ),
                ]
            );
        }
    }

    /// <summary>
    /// What was done is done, whatever the office's file says to it: its end is written as soon as that can be.
    /// </summary>
    private void Keep(Job job, JobEnd end, CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                Jobs.End(office.State, job, end);
                return;
            }
            catch (ReportException error) when (!stopping.IsCancellationRequested)
            {
                Failed(log, job.JobId, error.Problems[0].Code, "");
                stopping.WaitHandle.WaitOne(LookAgain);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "job {Job} {Kind} {Stack}")]
    private static partial void Failed(ILogger log, long job, string kind, string stack);

    private sealed class Working(CancellationTokenSource cancel) : IProgress<BuildStep>
    {
        public CancellationTokenSource Cancel { get; } = cancel;

        public BuildStep? Step { get; private set; }

        public void Report(BuildStep value) => Step = value;
    }
}
