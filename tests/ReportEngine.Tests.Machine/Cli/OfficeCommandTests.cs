using System.Diagnostics;
using Dapper;
using Microsoft.Data.Sqlite;
using NodaTime;
using ReportEngine.Releases;
using ReportEngine.Tests.Reports.Cli;
using ReportEngine.Tests.Reports.Web;
using ReportEngine.Web;
using ReportEngine.Web.State;

namespace ReportEngine.Tests.Machine.Cli;

/// <summary>The officials' side from the command line, and when its process is killed.</summary>
public sealed class OfficeCommandTests
{
    private readonly string folder = Sample.TemporaryFolder();

    [Fact]
    public void A_user_is_added_listed_changed_and_in_the_log()
    {
        Assert.Equal(
            (0, "added: amna, official"),
            Ended("user add amna --role official --office o", TestOffice.Password)
        );
        Assert.Equal(0, Ended("user add bilal --role auditor --office o", TestOffice.Password).Code);
        Assert.Equal((0, "changed: amna"), Ended("user change amna --role approver --disable --office o"));
        Assert.Equal((0, "approver  amna, disabled\nauditor   bilal"), Ended("user list --office o"));
        var (code, output, errors) = CommandProcess.Run(folder, "log --office o --lines");

        Assert.Equal(0, code);
        Assert.Equal(3, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("the chain holds: 3 lines, head ", errors, StringComparison.Ordinal);
        Assert.Equal(0, CommandProcess.Run(folder, "log --office o --head " + errors.Trim()[^64..]).Code);
    }

    [Theory]
    [InlineData("user add amna --role minister --office o", "RE002")]
    [InlineData("user add a/b --role official --office o", "RE563")]
    [InlineData("user change nobody --disable --office o", "RE563")]
    [InlineData("log --office nowhere", "RE002")]
    [InlineData("serve --language xx", "RE214")]
    public void Wrong_usage_is_told(string command, string code)
    {
        var (exit, _, errors) = Run(command, TestOffice.Password);

        Assert.Equal(2, exit);
        Assert.Contains(code, errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_log_fails_as_data_with_its_line()
    {
        Ended("user add amna --role official --office o", TestOffice.Password);
        Ended("user add bilal --role official --office o", TestOffice.Password);
        using (var connection = new SqliteConnection("Data Source=" + Path.Combine(folder, "o", "office.db")))
        {
            connection.Open();
            connection.Execute(
                "DROP TRIGGER log_is_not_changed; UPDATE log SET line = replace(line, 'amna', 'anna') WHERE "
                    + "sequence = 1"
            );
        }
        var (code, _, errors) = CommandProcess.Run(folder, "log --office o");

        Assert.Equal(1, code);
        Assert.Contains("log, line 1: error RE562", errors, StringComparison.Ordinal);
    }

    /// <summary>
    /// Killed four times at different moments of its work, the office loses nothing it had said yes to: every order is
    /// there with its line of the log, and in the end each is built, whole, or marked as failed.
    /// </summary>
    [Fact]
    public void A_process_that_is_killed_at_any_moment_loses_nothing()
    {
        var office = Office.Open(Path.Combine(folder, "o"), SystemClock.Instance);
        File.Copy(Sample.Database, office.Cases);
        Users.Add(office.State, "official", Role.Official, TestOffice.Password, Actor.CommandLine);
        var asked = new List<long>();
        foreach (var moment in (int[])[0, 900, 2200, 3500])
        {
            using var site = new Served("--office " + office.Folder);
            SignIn(site);
            asked.Add(
                TestPerson.JobOf(site.Person.Order(("report", "nap-progress"), ("period", "2025-Q4"), ("when", "once")))
            );
            Thread.Sleep(moment);
            site.Kill();

            Assert.Equal(
                "ok",
                office.State.Ask(connection => connection.QuerySingle<string>("PRAGMA integrity_check"))
            );
            Assert.Empty(ActivityLog.Read(office.State).Problems);
            Assert.Equal(asked, Jobs.Latest(office.State, 10).Select(job => job.JobId).Order());
            Assert.Equal(
                asked.Select(Jobs.NameOf),
                ActivityLog
                    .Read(office.State)
                    .Entries.Where(entry => entry.Act == "build-asked")
                    .Select(entry => entry.What)
            );
        }
        using var last = new Served("--office " + office.Folder);
        var watch = Stopwatch.StartNew();
        while (Jobs.Latest(office.State, 10).Any(job => !job.IsOver) && watch.Elapsed < TimeSpan.FromMinutes(2))
        {
            Thread.Sleep(200);
        }

        var jobs = Jobs.Latest(office.State, 10);
        Assert.All(
            jobs,
            job =>
                Assert.True(
                    job.State == JobState.Done
                        || (job.State == JobState.Failed && job.Problems!.Contains("RE565", StringComparison.Ordinal)),
                    job.State + job.Problems
                )
        );
        Assert.Contains(jobs, job => job.State == JobState.Done);
        Assert.All(
            jobs.Where(job => job.State == JobState.Done),
            job =>
                Verification.Run(
                    new VerificationRequest(
                        Path.Combine(office.BuildOf(job.JobId), "nap-progress", "2025-Q4", "public-en")
                    ),
                    Installation.Find()
                )
        );
        Assert.Empty(ActivityLog.Read(office.State).Problems);
    }

    private static void SignIn(Served site)
    {
        using var answer = site.Person.Post("/sign-in", ("name", "official"), ("password", TestOffice.Password));
        Assert.Equal(System.Net.HttpStatusCode.Found, answer.StatusCode);
    }

    private (int Code, string Output) Ended(string command, string? input = null)
    {
        var (code, output, _) = Run(command, input);
        return (code, output.TrimEnd().ReplaceLineEndings("\n"));
    }

    private (int Code, string Output, string Errors) Run(string command, string? input)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "report-engine.dll"));
        foreach (var argument in command.Split(' '))
        {
            start.ArgumentList.Add(argument);
        }
        using var process = Process.Start(start)!;
        process.StandardInput.WriteLine(input);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }
}
