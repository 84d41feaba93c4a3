using Dapper;
using Microsoft.Data.Sqlite;

namespace ReportEngine.Cases;

/// <summary>
/// What a database must be before anything is counted from it. An import makes sure of all this; a database edited by
/// hand may have lost it since.
/// </summary>
internal static class CaseFileCheck
{
    private static readonly string[] NeededOutcomes = ["pending", "withdrawn"];

    /// <exception cref="ReportException">
    /// With every difference found, or the one that makes it no case database at all.
    /// </exception>
    public static void Run(SqliteConnection connection, string path)
    {
        var application = connection.ExecuteScalar<long>("PRAGMA application_id");
        var version = connection.ExecuteScalar<long>("PRAGMA user_version");
        if (application != Schema.ApplicationId || version != Schema.UserVersion)
        {
            throw CaseFileProblems.Foreign(path, application, version);
        }
        var problems = new List<Problem>();
        foreach (var table in Schema.Tables)
        {
            var difference = Difference(connection, path, table);
            problems.AddRange(difference is not null ? [difference] : Contents(connection, path, table));
        }
        problems.AddRange(
            connection
                .Query<string>("SELECT name FROM sqlite_schema WHERE type IN ('view', 'trigger') ORDER BY name")
                .Select(name => CaseFileProblems.Extra(path, name))
        );
        if (problems.Count == 0)
        {
            problems.AddRange(
                connection
                    .Query<(string Table, string Parent)>(
                        "SELECT DISTINCT \"table\", parent FROM pragma_foreign_key_check ORDER BY 1, 2"
                    )
                    .Select(broken => CaseFileProblems.BrokenReference(path, broken.Table, broken.Parent))
            );
        }
        if (problems.Count > 0)
        {
            throw new ReportException(ExitCode.DataFailed, problems);
        }
    }

    private static Problem? Difference(SqliteConnection connection, string path, TableSchema table)
    {
        var found = connection
            .Query<(string Name, string Type)>(
                "SELECT name, type || CASE WHEN \"notnull\" AND NOT pk THEN ' NOT NULL' ELSE '' END FROM "
                    + "pragma_table_info(@Name)",
                new { table.Name }
            )
            .ToList();
        var expected = table.Columns.Select(column => (column.Name, Type: TypeOf(column))).ToList();
        var names = string.Join(", ", expected.Select(column => column.Name));
        return found.Count == 0 ? CaseFileProblems.MissingTable(path, table.Name, names)
            : !found.Select(column => column.Name).SequenceEqual(expected.Select(column => column.Name))
                ? CaseFileProblems.OtherColumns(
                    path,
                    table.Name,
                    string.Join(", ", found.Select(column => column.Name)),
                    names
                )
            : !found.SequenceEqual(expected)
                ? CaseFileProblems.OtherColumns(
                    path,
                    table.Name,
                    Typed(found.Except(expected)),
                    Typed(expected.Except(found))
                )
            : connection.ExecuteScalar<long>(
                "SELECT strict FROM pragma_table_list(@Name) WHERE schema = 'main'",
                new { table.Name }
            ) == 0
                ? CaseFileProblems.NotStrict(path, table.Name)
            : null;
    }

    /// <summary>One value a column is told, the first; SQLite itself keeps the types.</summary>
    private static IEnumerable<Problem> Contents(SqliteConnection connection, string path, TableSchema table)
    {
        foreach (var (column, value) in Wrong(connection, table))
        {
            yield return CaseFileProblems.WrongValue(path, table.Name, column, value);
        }
        if (
            table.Name == "dataset"
            && connection.ExecuteScalar<long>("SELECT count(*) FROM dataset") is not 1 and var rows
        )
        {
            yield return CaseFileProblems.NotOneDataset(path, rows);
        }
        if (table.Name == "outcome_code")
        {
            var codes = connection
                .Query<string>("SELECT outcome_code FROM outcome_code")
                .ToHashSet(StringComparer.Ordinal);
            foreach (var code in NeededOutcomes.Where(code => !codes.Contains(code)))
            {
                yield return CaseFileProblems.MissingOutcome(path, code);
            }
        }
    }

    private static IEnumerable<(ColumnSchema Column, string Value)> Wrong(
        SqliteConnection connection,
        TableSchema table
    )
    {
        var bounded = table
            .Columns.Select(column => (Column: column, Fault: FaultOf(column)))
            .Where(one => one.Fault is not null)
            .ToList();
        // One pass over a table that is sound, as nearly all are.
        if (
            bounded.Count == 0
            || connection.ExecuteScalar<long>(
                "SELECT EXISTS (SELECT 1 FROM "
                    + table.Name
                    + " WHERE "
                    + string.Join(" OR ", bounded.Select(one => one.Fault))
                    + ")"
            ) == 0
        )
        {
            yield break;
        }
        foreach (var (column, fault) in bounded)
        {
            if (
                connection.QueryFirstOrDefault<string>(
                    "SELECT CAST(" + column.Name + " AS TEXT) FROM " + table.Name + " WHERE " + fault
                ) is
                { } value
            )
            {
                yield return (column, value);
            }
        }
    }

    /// <summary>True of a value the import refuses; written anew, a time that does not exist reads otherwise.</summary>
    private static string? FaultOf(ColumnSchema column) =>
        column.Form switch
        {
            _ when column.Codes.Count > 0 =>
                $"CAST({column.Name} AS TEXT) NOT IN ({string.Join(", ", column.Codes.Select(code => $"'{code}'"))})",
            ColumnForm.Instant =>
                $"(strftime('%Y-%m-%dT%H:%M:%SZ', {column.Name}, '+0 days') IS NOT {column.Name} OR {column.Name} "
                    + "NOT BETWEEN '2000' AND '2100')",
            ColumnForm.Date =>
                $"(strftime('%Y-%m-%d', {column.Name}, '+0 days') IS NOT {column.Name} OR {column.Name} NOT "
                    + "BETWEEN '1900' AND '2100')",
            ColumnForm.Integer when ImportValues.IsQuantity(column) => FormattableString.Invariant(
                $"{column.Name} NOT BETWEEN -{ImportValues.MostWhole} AND {ImportValues.MostWhole}"
            ),
            ColumnForm.Real => FormattableString.Invariant(
                $"{column.Name} NOT BETWEEN -{ImportValues.MostReal} AND {ImportValues.MostReal}"
            ),
            _ => null,
        };

    private static string TypeOf(ColumnSchema column) =>
        column.Form switch
        {
            ColumnForm.Integer => "INTEGER",
            ColumnForm.Real => "REAL",
            _ => "TEXT",
        } + (column is { Required: true, IsKey: false } ? " NOT NULL" : "");

    private static string Typed(IEnumerable<(string Name, string Type)> columns) =>
        string.Join(", ", columns.Select(column => column.Name + " " + column.Type));
}
