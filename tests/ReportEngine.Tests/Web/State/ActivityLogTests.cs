using System.Text.Json;
using CsCheck;
using Microsoft.Data.Sqlite;
using ReportEngine.Releases;
using ReportEngine.Web.State;

namespace ReportEngine.Tests.Web.State;

/// <summary>
/// Promises 38 and 39: the log is complete, and shows every line that was changed, taken out or put in.
/// </summary>
public sealed class ActivityLogTests
{
    [Fact]
    public void Each_line_holds_the_digest_of_the_line_before_it()
    {
        var lines = ActivityLog.Text(Logged(5).State).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(8, lines.Length);
        Assert.StartsWith(
            "{\"act\":\"user-added\",\"at\":\"2026-02-01T00:00:00Z\",\"previous\":\"" + ReleaseStore.NoLine,
            lines[0],
            StringComparison.Ordinal
        );
        foreach (var (before, after) in lines.Zip(lines.Skip(1)))
        {
            using var line = JsonDocument.Parse(after);
            Assert.Equal(
                Manifest.Sha256(System.Text.Encoding.UTF8.GetBytes(before + "\n")),
                line.RootElement.GetProperty("previous").GetString()
            );
        }
    }

    /// <summary>
    /// Whatever one line is made into, or whichever is taken out or put elsewhere: the place is told.
    /// </summary>
    [Fact]
    public void No_change_to_any_line_goes_unnoticed()
    {
        const int Lines = 9;
        var state = Logged(Lines - 3);
        var sound = ActivityLog.Text(state.State).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Gen.Select(Gen.Int[1, Lines], Gen.Int[1, Lines], Gen.Int[0, 3], Gen.Int[0, 60])
            .Where(one => one.Item3 != 2 || one.Item1 != one.Item2)
            .Sample(
                (line, other, kind, at) =>
                {
                    Restore(state, sound);
                    switch (kind)
                    {
                        case 0:
                            var changed = sound[line - 1].ToCharArray();
                            changed[at % changed.Length] = changed[at % changed.Length] == 'x' ? 'y' : 'x';
                            state.Tamper(
                                "UPDATE log SET line = @text WHERE sequence = @line",
                                new { line, text = new string(changed) + "\n" }
                            );
                            break;
                        case 1:
                            state.Tamper("DELETE FROM log WHERE sequence = @line", new { line });
                            break;
                        case 2:
                            state.Tamper(
                                "UPDATE log SET line = iif(sequence = @line, @b, @a) WHERE sequence IN (@line, @other)",
                                new
                                {
                                    line,
                                    other,
                                    a = sound[line - 1] + "\n",
                                    b = sound[other - 1] + "\n",
                                }
                            );
                            break;
                        default:
                            state.Tamper("DELETE FROM log WHERE sequence >= @line", new { line });
                            break;
                    }
                    var problems = ActivityLog.Read(state.State).Problems;
                    Assert.NotEmpty(problems);
                    Assert.All(problems, problem => Assert.Equal("RE562", problem.Code));
                },
                iter: 150,
                threads: 1
            );
    }

    /// <summary>
    /// Somebody who can compute digests takes lines off the end and tidies up: only a head that was written down
    /// elsewhere tells.
    /// </summary>
    [Fact]
    public void A_head_that_was_written_down_shows_that_the_end_is_gone()
    {
        var state = Logged(4);
        var head = ActivityLog.Read(state.State).Head;
        ActivityLog.Write(state.State, Actor.Service, Act.Built, "job 9");
        Assert.Empty(ActivityLog.Read(state.State, head).Problems);

        state.Tamper("DELETE FROM log WHERE sequence >= 7; UPDATE sqlite_sequence SET seq = 6 WHERE name = 'log'");

        Assert.Empty(ActivityLog.Read(state.State).Problems);
        Assert.Contains(
            head,
            Assert.Single(ActivityLog.Read(state.State, head).Problems).Found,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_table_itself_refuses_to_change_a_line()
    {
        var state = Logged(1);
        using var connection = new SqliteConnection("Data Source=" + state.File);
        connection.Open();
        foreach (var sql in (string[])["UPDATE log SET line = 'x'", "DELETE FROM log"])
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            Assert.Throws<SqliteException>(() => command.ExecuteNonQuery());
        }
    }

    /// <summary>Line ends of every kind, escapes for terminals and marks of direction.</summary>
    [Fact]
    public void What_is_logged_cannot_begin_a_line_of_its_own()
    {
        var state = Logged(0);
        ActivityLog.Write(
            state.State,
            new Actor("a\r\n{\"act\":\"approved\"}", "official"),
            Act.Built,
            "x\n\u2028\u2029\u001b[2J\u202e\0y"
        );

        var lines = ActivityLog.Text(state.State).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(4, lines.Length);
        Assert.All(lines, line => JsonDocument.Parse(line).Dispose());
        Assert.Empty(ActivityLog.Read(state.State).Problems);
    }

    /// <summary>What cannot be told must not be done.</summary>
    [Fact]
    public void A_change_that_cannot_be_logged_is_not_made()
    {
        var state = Logged(0);
        state.Tamper(
            "CREATE TRIGGER full BEFORE INSERT ON log BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
        );

        var error = Assert.Throws<ReportException>(() =>
            Jobs.Add(state.State, state.Official, JobKind.Verify, new VerificationOrder("a"))
        );

        Assert.Equal(("RE560", ExitCode.EnvironmentFailed), (error.Problems[0].Code, error.ExitCode));
        Assert.Empty(Jobs.Latest(state.State, 10));
    }

    /// <summary>The order is that of the sequence, whatever the clock does.</summary>
    [Fact]
    public void A_clock_that_steps_back_harms_nothing()
    {
        var state = Logged(1);
        foreach (var year in (int[])[2038, 1970, 2026])
        {
            state.Now = NodaTime.Instant.FromUtc(year, 1, 1, 0, 0);
            ActivityLog.Write(state.State, Actor.Service, Act.Built, "job 1");
        }

        Assert.Empty(ActivityLog.Read(state.State).Problems);
    }

    private static TestState Logged(int lines)
    {
        var state = new TestState();
        for (var line = 0; line < lines; line++)
        {
            ActivityLog.Write(state.State, state.Official.AsActor, Act.Downloaded, "job " + line);
        }
        return state;
    }

    private static void Restore(TestState state, string[] lines)
    {
        state.Tamper("DELETE FROM log");
        foreach (var (line, number) in lines.Select((line, index) => (line, index + 1)))
        {
            state.Tamper(
                "INSERT INTO log (sequence, line, digest) VALUES (@number, @text, @digest)",
                new
                {
                    number,
                    text = line + "\n",
                    digest = Manifest.Sha256(System.Text.Encoding.UTF8.GetBytes(line + "\n")),
                }
            );
        }
    }
}
