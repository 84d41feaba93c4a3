using Dapper;
using Microsoft.Data.Sqlite;
using ReportEngine.Web.State;

namespace ReportEngine.Tests.Web.State;

/// <summary>Files of earlier versions are brought up to this one, and kept as they were.</summary>
public sealed class OfficeMigrationTests
{
    private readonly TestState test = new();

    [Fact]
    public void A_file_of_the_first_version_opens_with_all_it_held_and_is_kept_beside_it()
    {
        var id = Jobs.Add(test.State, test.Official, JobKind.Import, new ImportOrder("none", 1, 1));
        AsOfTheFirstVersion(id);

        var state = OfficeState.Open(test.File, test);

        Assert.Equal(JobState.Waiting, Jobs.Find(state, id)!.State);
        Assert.Empty(ActivityLog.Read(state).Problems);
        Assert.Equal(2, Version(test.File));
        Assert.Equal(1, Version(test.File + ".v1"));
        using var connection = new SqliteConnection("Data Source=" + test.File);
        Assert.Equal(["handover", "stop"], Acts(connection, id));
    }

    private static IEnumerable<string> Acts(SqliteConnection connection, long id)
    {
        connection.Execute(
            "INSERT INTO decision (job_id, act, made_by, made_at) VALUES (@id, 'stop', 1, '2026-02-01T00:00:00Z')",
            new { id }
        );
        return connection.Query<string>("SELECT act FROM decision ORDER BY decision_id").ToList();
    }

    private void AsOfTheFirstVersion(long id) =>
        test.Tamper(
            """
            ALTER TABLE job DROP COLUMN not_before;
            DROP TABLE decision;
            CREATE TABLE decision (
                decision_id INTEGER PRIMARY KEY,
                job_id INTEGER NOT NULL REFERENCES job (job_id),
                act TEXT NOT NULL CHECK (act IN ('handover', 'approval', 'return')),
                made_by INTEGER NOT NULL REFERENCES user (user_id),
                made_at TEXT NOT NULL,
                words TEXT
            ) STRICT;
            INSERT INTO decision (job_id, act, made_by, made_at) VALUES (@id, 'handover', 1, '2026-02-01T00:00:00Z');
            PRAGMA user_version = 1;
            """,
            new { id }
        );

    private static long Version(string file)
    {
        using var connection = new SqliteConnection("Data Source=" + file);
        return connection.QuerySingle<long>("PRAGMA user_version");
    }
}
