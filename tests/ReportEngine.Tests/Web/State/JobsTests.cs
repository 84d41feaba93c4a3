using System.Collections.Concurrent;
using ReportEngine.Web.State;

namespace ReportEngine.Tests.Web.State;

public sealed class JobsTests
{
    private readonly TestState test = new();

    [Fact]
    public void The_ninth_that_would_wait_is_told_to_come_back()
    {
        for (var job = 0; job < Jobs.MostWaiting; job++)
        {
            Add();
        }

        var error = Assert.Throws<ReportException>(() => Add());

        Assert.Equal(("RE564", ExitCode.EnvironmentFailed), (error.Problems[0].Code, error.ExitCode));
        Assert.NotNull(Jobs.Begin(test.State));
        Add();
    }

    [Fact]
    public void Jobs_are_begun_in_the_order_in_which_they_were_asked_for_each_by_one()
    {
        var asked = Enumerable.Range(0, Jobs.MostWaiting).Select(_ => Add()).ToList();
        var begun = new ConcurrentBag<long>();

        Parallel.For(
            0,
            16,
            _ =>
            {
                if (Jobs.Begin(test.State) is { } job)
                {
                    begun.Add(job.JobId);
                }
            }
        );

        Assert.Equal(asked, begun.Order());
        Assert.Null(Jobs.Begin(test.State));
    }

    [Fact]
    public void What_was_interrupted_is_begun_again_once_and_has_then_failed()
    {
        var id = Add();
        Jobs.Begin(test.State);
        Jobs.Recover(test.State);
        Assert.Equal(JobState.Waiting, Jobs.Find(test.State, id)!.State);
        Jobs.Begin(test.State);
        Jobs.Recover(test.State);

        var job = Jobs.Find(test.State, id)!;
        Assert.Equal(JobState.Failed, job.State);
        Assert.Contains("RE565", job.Problems!, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_cancelled_when_it_was_interrupted_is_not_begun_again()
    {
        var id = Add();
        Jobs.Begin(test.State);
        Assert.True(Jobs.Cancel(test.State, test.Official, id));
        Assert.False(Jobs.Cancel(test.State, test.Official, id));
        Jobs.Recover(test.State);

        Assert.Equal(JobState.Cancelled, Jobs.Find(test.State, id)!.State);
    }

    [Fact]
    public void What_waits_is_cancelled_at_once_and_what_is_over_stays_as_it_is()
    {
        var id = Add();
        Assert.True(Jobs.Cancel(test.State, test.Official, id));
        Assert.Equal(JobState.Cancelled, Jobs.Find(test.State, id)!.State);
        Assert.False(Jobs.Cancel(test.State, test.Official, id));
        Assert.Null(Jobs.Begin(test.State));
    }

    [Fact]
    public void Nobody_approves_what_they_made_or_handed_over()
    {
        var made = Built(test.Approver);
        Jobs.Decide(test.State, test.Official, made, DecisionAct.Handover, null);
        Refused(test.Approver, made, DecisionAct.Approval);

        var handed = Built(test.Official);
        Jobs.Decide(test.State, test.Approver, handed, DecisionAct.Handover, null);
        Refused(test.Approver, handed, DecisionAct.Approval);
        Refused(test.Official, handed, DecisionAct.Approval);
        Refused(test.Auditor, handed, DecisionAct.Approval);

        Jobs.Decide(test.State, Second(), handed, DecisionAct.Approval, null);
        Assert.Equal(Stage.Approved, Jobs.FindBuild(test.State, handed)!.Stage);
    }

    /// <summary>The same person with a second account of the same name, from the provider.</summary>
    [Fact]
    public void Another_account_of_the_same_name_is_the_same_person()
    {
        var id = Built(test.Official);
        Jobs.Decide(test.State, test.Official, id, DecisionAct.Handover, null);

        Refused(Users.Vouched(test.State, "sub-1", "Amna", Role.Approver)!, id, DecisionAct.Approval);
    }

    [Fact]
    public void A_build_is_decided_once()
    {
        var id = Built(test.Official);
        Refused(test.Approver, id, DecisionAct.Approval);
        Jobs.Decide(test.State, test.Official, id, DecisionAct.Handover, null);
        Refused(test.Official, id, DecisionAct.Handover);
        Jobs.Decide(test.State, test.Approver, id, DecisionAct.Return, "No.");
        Refused(Second(), id, DecisionAct.Approval);
        Refused(test.Official, id, DecisionAct.Handover);
    }

    [Fact]
    public void Of_two_who_approve_at_once_one_does()
    {
        var id = Built(test.Official);
        Jobs.Decide(test.State, test.Official, id, DecisionAct.Handover, null);
        User[] approvers = [test.Approver, Second()];
        var refused = 0;

        Parallel.ForEach(
            approvers,
            approver =>
            {
                try
                {
                    Jobs.Decide(test.State, approver, id, DecisionAct.Approval, null);
                }
                catch (ReportException)
                {
                    Interlocked.Increment(ref refused);
                }
            }
        );

        Assert.Equal(1, refused);
        Assert.Single(Jobs.Latest(test.State, 10), job => job.Kind == JobKind.Publish);
    }

    [Fact]
    public void Another_program_s_file_is_refused_and_not_one_byte_of_it_changed()
    {
        var path = Path.Combine(Sample.TemporaryFolder(), "cases.db");
        File.Copy(Sample.Database, path);

        var error = Assert.Throws<ReportException>(() => OfficeState.Open(path, test));

        Assert.Equal(("RE561", ExitCode.WrongUsage), (error.Problems[0].Code, error.ExitCode));
        Assert.Equal(File.ReadAllBytes(Sample.Database), File.ReadAllBytes(path));
    }

    private long Add() =>
        Jobs.Add(
            test.State,
            test.Official,
            JobKind.Build,
            new BuildOrder(["response-times"], "2025-Q4", null, "public", "en", false, null, null, null)
        );

    private long Built(User maker)
    {
        var id = Jobs.Add(
            test.State,
            maker,
            JobKind.Build,
            new BuildOrder(["response-times"], "2025-Q4", null, "public", "en", false, null, null, null)
        );
        Jobs.End(test.State, Jobs.Begin(test.State)!, new JobEnd(JobState.Done, Act.Built, ""));
        return id;
    }

    private User Second() =>
        Users.All(test.State).FirstOrDefault(user => user.Name == "dara")
        ?? Users.Add(test.State, "dara", Role.Approver, TestState.Password, Actor.CommandLine);

    private void Refused(User user, long id, DecisionAct act) =>
        Assert.Equal(
            "RE566",
            Assert.Throws<ReportException>(() => Jobs.Decide(test.State, user, id, act, null)).Problems[0].Code
        );
}
