using Dapper;
using Microsoft.Data.Sqlite;

namespace ReportEngine.Cases;

/// <summary>
/// A rule over several rows: a query for the key of each row that breaks it, and the words for what was found.
/// </summary>
internal sealed record ImportRule(string Code, string Table, string Column, string Expected, string Sql);

/// <summary>Rules that need more than one row, asked when all rows are in. A new check is one entry.</summary>
internal static class ImportRules
{
    public static readonly IReadOnlyList<ImportRule> All =
    [
        new(
            "RE114",
            "referral_event",
            "at",
            "a time at or after the submission",
            """
            SELECT e.event_id AS key, 'at ''' || e.at || ''' is earlier than the submission of referral '
                || e.referral_id || ', ' || m.submitted_at || '.' AS found
            FROM referral_event e JOIN referral r USING (referral_id) JOIN submission m USING (submission_id)
            WHERE e.at < m.submitted_at
            """
        ),
        new(
            "RE131",
            "referral_event",
            "at",
            "a final response at or after the platform's acknowledgement",
            $"""
            SELECT e.event_id AS key, 'decision at ''' || e.at || ''' is earlier than the acknowledgement of referral '
                || e.referral_id || ', ' || a.at || '.' AS found
            FROM referral_event e
            JOIN (SELECT referral_id, min(at) AS at FROM referral_event k
                  WHERE k.kind = 'ack' AND {Stands("k")} GROUP BY referral_id) a USING (referral_id)
            WHERE e.kind = 'decision' AND e.at < a.at AND {Stands("e")}
            """
        ),
        new(
            "RE132",
            "referral_event",
            "at",
            "an answer at or after its question; the first answer ends the first question, the second the second",
            $"""
            SELECT c.event_id AS key, 'clarify_close at ''' || c.at || ''' is '
                   || CASE WHEN o.at IS NULL THEN 'one more than there are questions of referral ' || c.referral_id
                       || '.'
                           ELSE 'earlier than its question, ' || o.at || '.' END AS found
            FROM (SELECT k.*, row_number() OVER (PARTITION BY referral_id ORDER BY at, event_id) AS number
                  FROM referral_event k WHERE k.kind = 'clarify_close' AND {Stands("k")}) c
            LEFT JOIN (SELECT k.referral_id, k.at, row_number() OVER (PARTITION BY referral_id
                ORDER BY at, event_id) AS number
                       FROM referral_event k WHERE k.kind = 'clarify_open' AND {Stands("k")}) o
                   ON o.referral_id = c.referral_id AND o.number = c.number
            WHERE o.at IS NULL OR c.at < o.at
            """
        ),
        new(
            "RE122",
            "data_request_response",
            "responded_at",
            "a time at or after the request",
            """
            SELECT p.response_id AS key, 'responded_at ''' || p.responded_at || ''' is earlier than data request '
                || q.udr_id || ', ' || q.sent_at || '.' AS found
            FROM data_request_response p JOIN data_request q USING (udr_id) WHERE p.responded_at < q.sent_at
            """
        ),
        new(
            "RE122",
            "appeal_decision",
            "decided_at",
            "a time at or after the appeal",
            """
            SELECT d.decision_id AS key, 'decided_at ''' || d.decided_at || ''' is earlier than appeal ' || a.appeal_id
                || ', ' || a.lodged_at || '.' AS found
            FROM appeal_decision d JOIN appeal a USING (appeal_id) WHERE d.decided_at < a.lodged_at
            """
        ),
        new(
            "RE123",
            "referral",
            "is_repeat_of",
            "an earlier referral of the same subject",
            """
            SELECT r.referral_id AS key, 'is_repeat_of ''' || r.is_repeat_of || ''' is '
                   || CASE WHEN o.subject_id <> r.subject_id THEN 'a referral of subject ' || o.subject_id
                       || ', not of ' || r.subject_id || '.'
                           ELSE 'not earlier than this referral.' END AS found
            FROM referral r JOIN referral o ON o.referral_id = r.is_repeat_of
            JOIN submission rm ON rm.submission_id = r.submission_id
                JOIN submission om ON om.submission_id = o.submission_id
            WHERE o.subject_id <> r.subject_id OR om.submitted_at > rm.submitted_at
               OR (om.submitted_at = rm.submitted_at AND o.referral_id >= r.referral_id)
            """
        ),
        new(
            "RE130",
            "referral",
            "submission_id",
            "a submission to the service the subject is on",
            """
            SELECT r.referral_id AS key, 'submission ' || m.submission_id || ' went to ' || m.service_id
                || ', subject ' || s.subject_id || ' is on ' || s.service_id || '.' AS found
            FROM referral r JOIN submission m USING (submission_id) JOIN subject s USING (subject_id)
            WHERE m.service_id <> s.service_id
            """
        ),
        new(
            "RE126",
            "nap_value",
            "quarter",
            "a quarter such as 2025-Q3",
            """
            SELECT v.value_id AS key, 'quarter ''' || v.quarter || ''' is not a quarter.' AS found
            FROM nap_value v WHERE v.quarter NOT GLOB '20[0-9][0-9]-Q[1-4]'
            """
        ),
        new(
            "RE128",
            "nap_value",
            "value_id",
            "one return a unit, indicator and quarter, or the id of the one it corrects in supersedes_value_id",
            """
            SELECT v.value_id AS key, 'return ' || v.value_id || ' is a second one for ' || v.indicator_id || ', '
                || v.agency_id || ', ' || v.quarter || '.' AS found
            FROM nap_value v
            WHERE v.supersedes_value_id IS NULL AND v.value_id NOT IN (
                SELECT min(value_id) FROM nap_value WHERE supersedes_value_id IS NULL
                    GROUP BY indicator_id, agency_id, quarter)
            """
        ),
        .. Schema.Tables.Select(SupersedingRule.Of).OfType<ImportRule>(),
    ];

    /// <summary>An event that no correction has replaced.</summary>
    private static string Stands(string alias) =>
        "NOT EXISTS (SELECT 1 FROM referral_event x WHERE x.supersedes_event_id = " + alias + ".event_id)";

    public static void Check(ImportRun run)
    {
        foreach (var rule in All)
        {
            // A temporary table spills to the disk: a rule that every row breaks takes no more memory than one that
            // none does.
            run.Connection.Execute(
                "DROP TABLE IF EXISTS temp.broken; CREATE TEMP TABLE broken (key INTEGER PRIMARY KEY, found TEXT "
                    + "NOT NULL)"
            );
            var broken = run.Connection.Execute(
                "INSERT OR IGNORE INTO temp.broken SELECT key, found FROM (" + rule.Sql + ")"
            );
            if (broken > 0)
            {
                Locate(run, rule, broken);
            }
        }
    }

    /// <summary>Reads the CSV again to tell the lines of the first broken rows; done only when there are any.</summary>
    private static void Locate(ImportRun run, ImportRule rule, long broken)
    {
        var table = Schema.Tables.First(one => one.Name == rule.Table);
        using var csv = new CsvTable(File.OpenRead(run.PathOf(table)));
        csv.Read();
        var key = Array.IndexOf(csv.Fields, table.Key.Name);
        var column = Array.IndexOf(csv.Fields, rule.Column) + 1;
        var located = 0;
        while (located < Math.Min(broken, Import.MostProblems) && csv.Read())
        {
            if (
                csv.Fields.Length == table.Columns.Count
                && ImportValues.Read(table.Key, csv.Fields[key], out var id) is null
                && run.Connection.QuerySingleOrDefault<string>(
                    "DELETE FROM temp.broken WHERE key = @id RETURNING found",
                    new { id = (long)id }
                )
                    is { } found
            )
            {
                run.Problems.Add(table, csv.Line, column, new Finding(rule.Code, found, rule.Expected));
                located++;
            }
        }
        run.Problems.AddUnlisted(broken - located);
    }
}
