using System.Text;
using Dapper;
using ReportEngine.Releases;

namespace ReportEngine.Web.State;

/// <summary>What is told of in the log.</summary>
public enum Act
{
    UserAdded,
    UserChanged,
    SignedIn,
    SignInRefused,
    SignedOut,
    BuildAsked,
    ImportAsked,
    VerificationAsked,
    Cancelled,
    Built,
    Imported,
    Verified,
    Failed,
    HandedOver,
    Returned,
    Approved,
    Scheduled,
    Stopped,
    Published,
    Downloaded,
    Traced,
    Checked,
    LogRead,
    Refused,
}

/// <summary>A line of the log: who did what to what, and the digest of the line before.</summary>
/// <param name="Sequence">From 1, without a gap: the order, whatever the clock does.</param>
/// <param name="Role">What the person was then; "service" for what runs in the background.</param>
/// <param name="What">A job, a release, a file of one, a user: never anything from the register.</param>
/// <param name="Previous">
/// SHA-256 of the line before this one, with its line feed; <see cref="ReleaseStore.NoLine"/> for the first.
/// </param>
public sealed record LogEntry(
    long Sequence,
    string At,
    string Who,
    string Role,
    string Act,
    string What,
    string Previous
);

/// <summary>The log as it was read: sound up to its head, or with what is wrong with it.</summary>
/// <param name="Head">
/// SHA-256 of the last line; to be written down elsewhere, because only that shows that lines at the end are gone.
/// </param>
public sealed record LogReading(IReadOnlyList<LogEntry> Entries, string Head, IReadOnlyList<Problem> Problems);

/// <summary>
/// The hash-chained log of who did what on the site. A line is canonical JSON with a line feed, as those of a ledger of
/// releases.
/// </summary>
public static class ActivityLog
{
    /// <summary>"signed-in": as the log has it.</summary>
    public static string NameOf(Act act) =>
        string.Concat(
            act.ToString()
                .Select(
                    (letter, index) =>
                        char.IsUpper(letter) && index > 0
                            ? "-" + char.ToLowerInvariant(letter)
                            : char.ToLowerInvariant(letter).ToString()
                )
        );

    /// <summary>Adds a line of its own.</summary>
    /// <exception cref="ReportException">RE560: it cannot be written, so what it tells of must not be done.</exception>
    public static void Write(OfficeState state, Actor who, Act act, string what) =>
        state.Change(change => change.Log(who, act, what));

    /// <summary>
    /// Adds a line as a part of a change. Lines are for ever, so none is long, and none can hide or reorder what it
    /// says.
    /// </summary>
    internal static void Log(this OfficeChange change, Actor who, Act act, string what)
    {
        var last = change.Find<Line>("SELECT sequence, line AS text, digest FROM log ORDER BY sequence DESC LIMIT 1");
        var entry = new LogEntry(
            (last?.Sequence ?? 0) + 1,
            change.At,
            PlainText.Clean(who.Name),
            who.Role,
            NameOf(act),
            PlainText.Clean(what),
            last is null ? ReleaseStore.NoLine : Digest(last.Text)
        );
        var line = Encoding.UTF8.GetString(CanonicalForm.Write(entry));
        change.Execute(
            "INSERT INTO log (sequence, line, digest) VALUES (@Sequence, @line, @digest)",
            new
            {
                entry.Sequence,
                line,
                digest = Digest(line),
            }
        );
    }

    /// <summary>Reads the whole log and holds its chain together.</summary>
    /// <param name="knownHead">A head written down earlier, which must still be in it.</param>
    public static LogReading Read(OfficeState state, string? knownHead = null)
    {
        var (lines, highest) = state.Ask(connection =>
        {
            using var snapshot = connection.BeginTransaction(deferred: true);
            return (
                connection
                    .Query<Line>(
                        "SELECT sequence, line AS text, digest FROM log ORDER BY sequence",
                        transaction: snapshot
                    )
                    .ToList(),
                connection.QuerySingleOrDefault<long?>(
                    "SELECT seq FROM sqlite_sequence WHERE name = 'log'",
                    transaction: snapshot
                ) ?? 0
            );
        });
        var (entries, problems, head, heads) = (
            new List<LogEntry>(),
            new List<Problem>(),
            ReleaseStore.NoLine,
            new HashSet<string>(StringComparer.Ordinal)
        );
        foreach (var (line, number) in lines.Select((line, index) => (line, index + 1L)))
        {
            var entry = ReadLine(line.Text);
            if (entry is null)
            {
                problems.Add(Broken(line.Sequence, "It is no line of a log."));
            }
            else if (entry.Sequence != number || line.Sequence != number)
            {
                problems.Add(
                    Broken(
                        line.Sequence,
                        FormattableString.Invariant(
                            $"It stands in the place of line {number} and calls itself {entry.Sequence}."
                        )
                    )
                );
            }
            else if (Digest(line.Text) != line.Digest)
            {
                problems.Add(
                    Broken(line.Sequence, "Its digest was " + line.Digest + " and is " + Digest(line.Text) + ".")
                );
            }
            else if (entry.Previous != head)
            {
                problems.Add(
                    Broken(
                        line.Sequence,
                        "It follows a line with the digest " + entry.Previous + "; the line before it has " + head + "."
                    )
                );
            }
            if (entry is not null)
            {
                entries.Add(entry);
            }
            head = Digest(line.Text);
            heads.Add(head);
        }
        if (highest > lines.Count)
        {
            problems.Add(
                Broken(highest, FormattableString.Invariant($"There were {highest} lines, and {lines.Count} are left."))
            );
        }
        if (knownHead is not null && !heads.Contains(knownHead))
        {
            problems.Add(
                Broken(lines.Count, "No line has the digest " + knownHead + ", which was written down earlier.")
            );
        }
        return new LogReading(entries, head, problems);
    }

    /// <summary>The lines as they are kept, to be checked by anybody with SHA-256.</summary>
    public static string Text(OfficeState state) =>
        string.Concat(
            state.Ask(connection => connection.Query<string>("SELECT line FROM log ORDER BY sequence").ToList())
        );

    private static string Digest(string line) => Manifest.Sha256(Encoding.UTF8.GetBytes(line));

    private static LogEntry? ReadLine(string line)
    {
        try
        {
            return CanonicalForm.Read<LogEntry>(Encoding.UTF8.GetBytes(line));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static Problem Broken(long line, string found) =>
        new(
            FormattableString.Invariant($"log, line {line}"),
            "RE562",
            found,
            "a log that nobody changed: each line with the digest of the line before",
            "Find out who could write to the office's file."
        );

    private sealed record Line
    {
        public required long Sequence { get; init; }

        public required string Text { get; init; }

        public required string Digest { get; init; }
    }
}
