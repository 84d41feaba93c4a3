using Dapper;
using Microsoft.Data.Sqlite;
using NodaTime;
using ReportEngine.Web.State;
using ReportEngine.Web.Work;

namespace ReportEngine.Tests.Reports.Web;

/// <summary>What the background does when things go wrong around it, and what it leaves behind.</summary>
public sealed class WorkshopTests : IDisposable
{
    private readonly TestOffice office = new();

    /// <summary>SQLite waits 5 seconds for another writer, and then gives up.</summary>
    [Fact]
    public void What_was_done_is_not_told_as_failed_because_its_end_could_not_be_written()
    {
        var id = TestPerson.JobOf(
            office.As(Role.Official).Order(("report", "nap-progress"), ("period", "2025-Q4"), ("when", "once"))
        );
        TestOffice.Until(() => Jobs.Find(office.Office.State, id)!.State == JobState.Working);
        using (
            var other = new SqliteConnection(
                "Data Source=" + Path.Combine(office.Office.Folder, ReportEngine.Web.Office.StateFile)
            )
        )
        {
            other.Open();
            other.Execute("BEGIN IMMEDIATE");
            TestOffice.Until(() =>
                Directory.Exists(Path.Combine(office.Office.BuildOf(id), "nap-progress", "2025-Q4", "public-en"))
            );
            Thread.Sleep(TimeSpan.FromSeconds(7));
            Assert.Equal(JobState.Working, Jobs.Find(office.Office.State, id)!.State);
            other.Execute("ROLLBACK");
        }

        Assert.Equal(JobState.Done, office.Ended(id).State);
        Assert.DoesNotContain(office.Log, entry => entry.Act == "failed");
    }

    [Fact]
    public void Uploads_are_kept_while_an_import_needs_them_and_for_a_day_after_it_failed()
    {
        var state = office.Office.State;
        var (waiting, cancelled, failed) = (
            Upload(JobState.Waiting),
            Upload(JobState.Cancelled),
            Upload(JobState.Failed)
        );
        var unknown = Path.Combine(office.Office.Uploads, Uploads.New(office.Office));
        Directory.SetLastWriteTimeUtc(waiting, office.Now.ToDateTimeUtc().AddDays(-3));
        Leftovers.Sweep(office.Office, office);
        Assert.Equal(
            (true, false, true, true),
            (
                Directory.Exists(waiting),
                Directory.Exists(cancelled),
                Directory.Exists(failed),
                Directory.Exists(unknown)
            )
        );

        office.Now += Duration.FromHours(25);
        Directory.SetLastWriteTimeUtc(unknown, office.Now.ToDateTimeUtc().AddDays(-2));
        Leftovers.Sweep(office.Office, office);
        Assert.Equal(
            (true, false, false, false),
            (
                Directory.Exists(waiting),
                Directory.Exists(cancelled),
                Directory.Exists(failed),
                Directory.Exists(unknown)
            )
        );

        string Upload(JobState end)
        {
            var name = Uploads.New(office.Office);
            using var connection = new SqliteConnection(
                "Data Source=" + Path.Combine(office.Office.Folder, ReportEngine.Web.Office.StateFile)
            );
            // Waits for a start that never comes, since nobody begins a job that is being worked on.
            connection.Execute(
                "INSERT INTO job (kind, asked, made_by, made_at, state, ended_at) VALUES ('import', @asked, 1, "
                    + "'2026-02-01T00:00:00Z', @state, @ended)",
                new
                {
                    asked = $$"""{"Upload":"{{name}}","Files":1,"Bytes":1}""",
                    state = end == JobState.Waiting ? "working" : end.ToString().ToLowerInvariant(),
                    ended = end == JobState.Waiting ? null : "2026-02-01T00:00:00Z",
                }
            );
            return Path.Combine(office.Office.Uploads, name);
        }
    }

    [Fact]
    public void A_folder_that_was_there_before_is_closed_to_others()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }
        var folder = Sample.TemporaryFolder();
        File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);

        var made = ReportEngine.Web.Office.Open(Path.GetRelativePath(Environment.CurrentDirectory, folder), office);

        Assert.Equal(folder, made.Folder);
        Assert.Equal((UnixFileMode)0b111_000_000, File.GetUnixFileMode(folder));
    }

    [Fact]
    public void The_list_of_officials_is_not_pushed_out_by_what_auditors_ask_for()
    {
        var id = Jobs.Add(
            office.Office.State,
            Users.All(office.Office.State).First(user => user.Role == Role.Official),
            JobKind.Import,
            new ImportOrder("none", 1, 1)
        );
        using (
            var connection = new SqliteConnection(
                "Data Source=" + Path.Combine(office.Office.Folder, ReportEngine.Web.Office.StateFile)
            )
        )
        {
            for (var number = 0; number < 40; number++)
            {
                connection.Execute(
                    "INSERT INTO job (kind, asked, made_by, made_at, state) VALUES ('verify', '{}', 1, "
                        + "'2026-02-01T00:00:00Z', 'cancelled')"
                );
            }
        }

        Assert.Contains($"/office/jobs/{id}", office.As(Role.Official).Text("/office"), StringComparison.Ordinal);
    }

    public void Dispose() => office.Dispose();
}
