using Dapper;
using Microsoft.Data.Sqlite;
using NodaTime;
using ReportEngine.Web.State;

namespace ReportEngine.Tests.Web.State;

/// <summary>An office's file in a folder of its own, at a time that a test sets, with a user of each role.</summary>
internal sealed class TestState : IClock
{
    public const string Password = "four plain words here";

    public TestState()
    {
        File = Path.Combine(Sample.TemporaryFolder(), "office.db");
        State = OfficeState.Open(File, this);
        Official = Users.Add(State, "amna", Role.Official, Password, Actor.CommandLine);
        Approver = Users.Add(State, "bilal", Role.Approver, Password, Actor.CommandLine);
        Auditor = Users.Add(State, "cyra", Role.Auditor, Password, Actor.CommandLine);
    }

    public string File { get; }

    public OfficeState State { get; }

    public User Official { get; }

    public User Approver { get; }

    public User Auditor { get; }

    public Instant Now { get; set; } = Instant.FromUtc(2026, 2, 1, 0, 0);

    public Instant GetCurrentInstant() => Now;

    /// <summary>Changes the file as somebody could who may write to it, the guards of the table taken off.</summary>
    public void Tamper(string sql, object? parameters = null)
    {
        using var connection = new SqliteConnection("Data Source=" + File);
        connection.Open();
        connection.Execute("DROP TRIGGER IF EXISTS log_is_not_changed; DROP TRIGGER IF EXISTS log_is_not_cut;");
        connection.Execute(sql, parameters);
    }
}
