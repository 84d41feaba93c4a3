using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ReportEngine.Cases;

/// <summary>A rule over several rows: a query for the keys of the rows that break it, and the value at fault.</summary>
internal sealed record ImportRule(string Code, string Table, string Column, string Found, string Expected, string Sql);

/// <summary>Rules that need more than one row. A new check is one entry.</summary>
internal static class ImportRules
{
    private static readonly ImportRule[] All =
    [
        new("RE114", "referral_event", "at", "The event is earlier than the submission of its referral", "a time at or after the submission",
            """
            SELECT e.event_id, e.at || ' before ' || m.submitted_at FROM referral_event e
            JOIN referral r USING (referral_id) JOIN submission m USING (submission_id) WHERE e.at < m.submitted_at
            """),
        new("RE122", "data_request_response", "responded_at", "The response is earlier than its request", "a time at or after the request",
            "SELECT p.response_id, p.responded_at || ' before ' || q.sent_at FROM data_request_response p JOIN data_request q USING (udr_id) WHERE p.responded_at < q.sent_at"),
        new("RE122", "appeal_decision", "decided_at", "The decision is earlier than its appeal", "a time at or after the appeal",
            "SELECT d.decision_id, d.decided_at || ' before ' || a.lodged_at FROM appeal_decision d JOIN appeal a USING (appeal_id) WHERE d.decided_at < a.lodged_at"),
        new("RE119", "referral_event", "supersedes_event_id", "The row supersedes an event of another referral, or none", "the id of an earlier event of the same referral",
            """
            SELECT e.event_id, CAST(e.supersedes_event_id AS TEXT) FROM referral_event e
            LEFT JOIN referral_event s ON s.event_id = e.supersedes_event_id
            WHERE e.supersedes_event_id IS NOT NULL AND (s.event_id IS NULL OR s.referral_id <> e.referral_id)
            """),
        new("RE123", "referral", "is_repeat_of", "The referral repeats one of another account", "the id of an earlier referral of the same account",
            "SELECT r.referral_id, CAST(r.is_repeat_of AS TEXT) FROM referral r JOIN referral o ON o.referral_id = r.is_repeat_of WHERE o.subject_id <> r.subject_id"),
        new("RE124", "designation", "effective_to", "The designation ends before it begins", "a day after effective_from",
            "SELECT designation_id, effective_to FROM designation WHERE effective_to <= effective_from"),
        Recorded("submission", "submitted_at"),
        Recorded("referral_event", "at"),
        Recorded("verification", "checked_at"),
        Recorded("appeal", "lodged_at"),
        Recorded("data_request", "sent_at"),
    ];

    public static void Check(string folder, SqliteConnection connection, SqliteTransaction transaction, ImportProblems problems)
    {
        foreach (var rule in All)
        {
            var broken = connection.Query<(string Key, string Value)>(rule.Sql, transaction: transaction, buffered: false)
                .Take(Import.MostProblems + 1).ToDictionary(row => row.Key, row => row.Value);
            if (broken.Count > 0)
            {
                Locate(folder, rule, broken, problems);
            }
        }
    }

    private static ImportRule Recorded(string table, string column) => new(
        "RE115", table, "recorded_at", "The row was recorded before it happened", "recorded_at at or after " + column,
        "SELECT " + TableSchema.All.First(one => one.Name == table).Key.Name + ", recorded_at || ' before ' || " + column
        + " FROM " + table + " WHERE recorded_at < " + column);

    /// <summary>Reads the file again to tell the line of each broken row; done only when there are any.</summary>
    private static void Locate(string folder, ImportRule rule, Dictionary<string, string> broken, ImportProblems problems)
    {
        var table = TableSchema.All.First(one => one.Name == rule.Table);
        using var reader = new StreamReader(Path.Combine(folder, rule.Table + ".csv"));
        using var parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null });
        parser.Read();
        var key = Array.IndexOf(parser.Record!, table.Key.Name);
        var column = Array.IndexOf(parser.Record!, rule.Column) + 1;
        while (parser.Read())
        {
            if (key < parser.Record!.Length && broken.TryGetValue(parser.Record[key], out var value))
            {
                problems.Add(new Problem(FormattableString.Invariant($"{rule.Table}.csv({parser.RawRow},{column})"),
                    rule.Code, rule.Found + ": " + value + ".", rule.Expected));
            }
        }
    }
}
