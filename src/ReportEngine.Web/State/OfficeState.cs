using System.Data;
using Dapper;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace ReportEngine.Web.State;

/// <summary>
/// The site's own SQLite file. Every change is one transaction that is on the disk when the call returns (write-ahead
/// log, synchronous FULL), with the line of the log that tells of it; a process may end at any moment.
/// </summary>
public sealed class OfficeState
{
    /// <summary>'REPO' as a big-endian number.</summary>
    private const long ApplicationId = 0x5245504F;

    private const long UserVersion = 2;
    private const int SecondsToWait = 5;

    private readonly string path;
    private readonly string connectionText;

    private OfficeState(string path, IClock clock)
    {
        this.path = path;
        Clock = clock;
        connectionText = new SqliteConnectionStringBuilder
        {
            DataSource = Path.GetFullPath(path),
            ForeignKeys = true,
            DefaultTimeout = SecondsToWait,
        }.ToString();
    }

    internal IClock Clock { get; }

    /// <summary>Opens the file, or makes it.</summary>
    /// <exception cref="ReportException">
    /// RE560: it cannot be used; RE561: it is another program's, or of another version.
    /// </exception>
    public static OfficeState Open(string path, IClock clock)
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        var state = new OfficeState(path, clock);
        state.Answered(() =>
        {
            using var connection = state.Connect();
            // Before anything is changed: another program's file stays as it is, to the byte.
            using (var reading = connection.BeginTransaction(deferred: true))
            {
                state.IsNew(connection, reading);
            }
            connection.Execute("PRAGMA journal_mode = WAL");
            OfficeMigration.Run(connection, path, UserVersion);
            using var transaction = connection.BeginTransaction(deferred: false);
            if (state.IsNew(connection, transaction))
            {
                connection.Execute(
                    Schema()
                        + FormattableString.Invariant(
                            $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {UserVersion};"
                        ),
                    transaction: transaction
                );
            }
            transaction.Commit();
            return true;
        });
        return state;
    }

    /// <summary>Answers a question; nothing is changed.</summary>
    internal T Ask<T>(Func<SqliteConnection, T> ask) =>
        Answered(() =>
        {
            using var connection = Connect();
            return ask(connection);
        });

    /// <summary>Makes a change whole, or not at all.</summary>
    internal T Change<T>(Func<OfficeChange, T> change) =>
        Answered(() =>
        {
            using var connection = Connect();
            using var transaction = connection.BeginTransaction(deferred: false);
            var made = change(new OfficeChange(connection, transaction, InstantText.Of(Clock.GetCurrentInstant())));
            transaction.Commit();
            return made;
        });

    internal void Change(Action<OfficeChange> change) =>
        Change(one =>
        {
            change(one);
            return true;
        });

    /// <summary>Whether there is nothing in the file yet.</summary>
    /// <exception cref="ReportException">RE561: there is something, and not of an office.</exception>
    private bool IsNew(SqliteConnection connection, SqliteTransaction transaction)
    {
        var (application, version) = (
            connection.QuerySingle<long>("PRAGMA application_id", transaction: transaction),
            connection.QuerySingle<long>("PRAGMA user_version", transaction: transaction)
        );
        if (
            application == 0
            && version == 0
            && connection.QuerySingle<long>("SELECT count(*) FROM sqlite_schema", transaction: transaction) == 0
        )
        {
            return true;
        }
        if (application == ApplicationId && version is >= 1 and <= UserVersion)
        {
            return false;
        }
        throw new ReportException(
            ExitCode.WrongUsage,
            new Problem(
                path,
                "RE561",
                FormattableString.Invariant($"The file has the application id {application} and version {version}."),
                FormattableString.Invariant($"the file of an office, with {ApplicationId} and at most {UserVersion}"),
                "Choose another folder, or an engine as new as the one that wrote it."
            )
        );
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(connectionText);
        try
        {
            connection.Open();
            connection.Execute("PRAGMA synchronous = FULL");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private T Answered<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception error) when (error is SqliteException or DataException)
        {
            throw new ReportException(
                ExitCode.EnvironmentFailed,
                new Problem(
                    path,
                    "RE560",
                    "The office's file cannot be used: " + error.Message,
                    "a file that can be written to, with room",
                    "Nothing was changed."
                )
            );
        }
    }

    private static string Schema()
    {
        using var reader = new StreamReader(typeof(OfficeState).Assembly.GetManifestResourceStream("office.sql")!);
        return reader.ReadToEnd();
    }
}

/// <summary>A change as it is made.</summary>
/// <param name="At">The moment that everything in it bears.</param>
internal sealed record OfficeChange(SqliteConnection Connection, SqliteTransaction Transaction, string At)
{
    public int Execute(string sql, object? parameters = null) => Connection.Execute(sql, parameters, Transaction);

    public T Single<T>(string sql, object? parameters = null) =>
        Connection.QuerySingle<T>(sql, parameters, Transaction);

    public T? Find<T>(string sql, object? parameters = null) =>
        Connection.QuerySingleOrDefault<T>(sql, parameters, Transaction);
}
