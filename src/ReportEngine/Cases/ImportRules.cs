using Dapper;
using Microsoft.Data.Sqlite;

namespace ReportEngine.Cases;

/// <summary>A rule over several rows: a query for the key of each row that breaks it, and the words for what was found.</summary>
internal sealed record ImportRule(string Code, string Table, string Column, string Expected, string Sql);

/// <summary>Rules that need more than one row, asked when all rows are in. A new check is one entry.</summary>
internal static class ImportRules
{
    public static readonly IReadOnlyList<ImportRule> All =
    [
        new("RE114", "referral_event", "at", "a time at or after the submission",
            """
            SELECT e.event_id AS key, 'at ''' || e.at || ''' is earlier than the submission of referral ' || e.referral_id || ', ' || m.submitted_at || '.' AS found
            FROM referral_event e JOIN referral r USING (referral_id) JOIN submission m USING (submission_id)
            WHERE e.at < m.submitted_at
            """),
        new("RE119", "referral_event", "supersedes_event_id", "another event of the same referral",
            """
            SELECT e.event_id AS key, 'supersedes_event_id ''' || e.supersedes_event_id || ''' is '
                   || CASE WHEN s.event_id = e.event_id THEN 'the event itself.'
                           ELSE 'an event of referral ' || s.referral_id || ', not of ' || e.referral_id || '.' END AS found
            FROM referral_event e JOIN referral_event s ON s.event_id = e.supersedes_event_id
            WHERE s.referral_id <> e.referral_id OR s.event_id = e.event_id
            """),
        new("RE122", "data_request_response", "responded_at", "a time at or after the request",
            """
            SELECT p.response_id AS key, 'responded_at ''' || p.responded_at || ''' is earlier than data request ' || q.udr_id || ', ' || q.sent_at || '.' AS found
            FROM data_request_response p JOIN data_request q USING (udr_id) WHERE p.responded_at < q.sent_at
            """),
        new("RE122", "appeal_decision", "decided_at", "a time at or after the appeal",
            """
            SELECT d.decision_id AS key, 'decided_at ''' || d.decided_at || ''' is earlier than appeal ' || a.appeal_id || ', ' || a.lodged_at || '.' AS found
            FROM appeal_decision d JOIN appeal a USING (appeal_id) WHERE d.decided_at < a.lodged_at
            """),
        new("RE123", "referral", "is_repeat_of", "an earlier referral of the same subject",
            """
            SELECT r.referral_id AS key, 'is_repeat_of ''' || r.is_repeat_of || ''' is '
                   || CASE WHEN o.subject_id <> r.subject_id THEN 'a referral of subject ' || o.subject_id || ', not of ' || r.subject_id || '.'
                           ELSE 'not earlier than this referral.' END AS found
            FROM referral r JOIN referral o ON o.referral_id = r.is_repeat_of
            JOIN submission rm ON rm.submission_id = r.submission_id JOIN submission om ON om.submission_id = o.submission_id
            WHERE o.subject_id <> r.subject_id OR om.submitted_at > rm.submitted_at
               OR (om.submitted_at = rm.submitted_at AND o.referral_id >= r.referral_id)
            """),
        new("RE126", "nap_value", "quarter", "a quarter such as 2025-Q3",
            """
            SELECT v.value_id AS key, 'quarter ''' || v.quarter || ''' is not a quarter.' AS found
            FROM nap_value v WHERE v.quarter NOT GLOB '20[0-9][0-9]-Q[1-4]'
            """),
        new("RE127", "nap_value", "supersedes_value_id", "an earlier return of the same unit, indicator and quarter",
            """
            SELECT v.value_id AS key, 'supersedes_value_id ''' || v.supersedes_value_id || ''' is no other return of the same unit.' AS found
            FROM nap_value v JOIN nap_value s ON s.value_id = v.supersedes_value_id
            WHERE s.value_id = v.value_id OR s.indicator_id <> v.indicator_id OR s.agency_id <> v.agency_id OR s.quarter <> v.quarter
            """),
        new("RE128", "nap_value", "value_id", "one return a unit, indicator and quarter, or the id of the one it corrects in supersedes_value_id",
            """
            SELECT v.value_id AS key, 'return ' || v.value_id || ' is a second one for ' || v.indicator_id || ', ' || v.agency_id || ', ' || v.quarter || '.' AS found
            FROM nap_value v
            WHERE v.supersedes_value_id IS NULL AND EXISTS (
                SELECT 1 FROM nap_value o WHERE o.indicator_id = v.indicator_id AND o.agency_id = v.agency_id AND o.quarter = v.quarter
                AND o.supersedes_value_id IS NULL AND o.value_id < v.value_id)
            """),
    ];

    public static void Check(ImportRun run)
    {
        foreach (var rule in All)
        {
            var broken = run.Connection.Query<long>("SELECT key FROM (" + rule.Sql + ")", buffered: false).ToHashSet();
            if (broken.Count > 0)
            {
                Locate(run, rule, broken);
            }
        }
    }

    /// <summary>Reads the CSV again to tell the lines of the first broken rows; done only when there are any.</summary>
    private static void Locate(ImportRun run, ImportRule rule, HashSet<long> broken)
    {
        var table = Schema.Tables.First(one => one.Name == rule.Table);
        using var csv = new CsvTable(File.OpenRead(run.PathOf(table)));
        csv.Read();
        var key = Array.IndexOf(csv.Fields, table.Key.Name);
        var column = Array.IndexOf(csv.Fields, rule.Column) + 1;
        var located = 0;
        while (located < Import.MostProblems && csv.Read())
        {
            if (csv.Fields.Length == table.Columns.Count && ImportValues.Read(table.Key, csv.Fields[key], out var id) is null && broken.Remove((long)id))
            {
                var found = run.Connection.QuerySingle<string>("SELECT found FROM (" + rule.Sql + ") WHERE key = @id", new { id = (long)id });
                run.Problems.Add(table, csv.Line, column, new Finding(rule.Code, found, rule.Expected));
                located++;
            }
        }
        run.Problems.AddUnlisted(broken.Count);
    }
}
