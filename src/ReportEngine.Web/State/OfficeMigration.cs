using Dapper;
using Microsoft.Data.Sqlite;

namespace ReportEngine.Web.State;

/// <summary>
/// Brings an office's file of an earlier version up to this one, whole or not at all, with the file as it was kept
/// beside it: an office is never asked to begin anew.
/// </summary>
internal static class OfficeMigration
{
    /// <summary>What leads from each version to the next, from 1 on.</summary>
    private static readonly string[] Steps =
    [
        """
            ALTER TABLE job ADD COLUMN not_before TEXT;
            CREATE TABLE decided (
                decision_id INTEGER PRIMARY KEY,
                job_id INTEGER NOT NULL REFERENCES job (job_id),
                act TEXT NOT NULL CHECK (act IN ('handover', 'approval', 'return', 'stop')),
                made_by INTEGER NOT NULL REFERENCES user (user_id),
                made_at TEXT NOT NULL,
                words TEXT
            ) STRICT;
            INSERT INTO decided SELECT decision_id, job_id, act, made_by, made_at, words FROM decision;
            DROP TABLE decision;
            ALTER TABLE decided RENAME TO decision;
            """,
    ];

    /// <summary>Nothing is done to a new file, which has no version yet, and to one of this version.</summary>
    public static void Run(SqliteConnection connection, string path, long to)
    {
        var from = connection.QuerySingle<long>("PRAGMA user_version");
        if (from == 0 || from >= to)
        {
            return;
        }
        Keep(connection, FormattableString.Invariant($"{path}.v{from}"));
        using var transaction = connection.BeginTransaction(deferred: false);
        // Another process may have done it meanwhile.
        for (
            var version = connection.QuerySingle<long>("PRAGMA user_version", transaction: transaction);
            version < to;
            version++
        )
        {
            connection.Execute(
                Steps[version - 1] + FormattableString.Invariant($"PRAGMA user_version = {version + 1};"),
                transaction: transaction
            );
        }
        transaction.Commit();
    }

    /// <summary>
    /// With what stands in the write-ahead log; a copy that a killed start left half made is made again.
    /// </summary>
    private static void Keep(SqliteConnection connection, string copy)
    {
        var half = copy + ".half";
        File.Delete(half);
        connection.Execute("VACUUM INTO @half", new { half });
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(half, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
        File.Move(half, copy, overwrite: true);
    }
}
