using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace ReportEngine.Cases;

/// <summary>One prepared INSERT, used for every row of a table.</summary>
internal sealed partial class TableInsert : IDisposable
{
    private const int ConstraintCode = 19;
    private const int PrimaryKeyCode = 1555;

    private readonly TableSchema table;
    private readonly SqliteCommand command;
    private readonly SqliteParameter[] parameters;

    public TableInsert(SqliteConnection connection, TableSchema table)
    {
        this.table = table;
        command = connection.CreateCommand();
        parameters =
        [
            .. table.Columns.Select(column =>
                command.Parameters.Add(new SqliteParameter("$" + column.Name, SqliteTypeOf(column)))
            ),
        ];
        command.CommandText =
            "INSERT INTO "
            + table.Name
            + " VALUES ("
            + string.Join(", ", parameters.Select(parameter => parameter.ParameterName))
            + ")";
    }

    /// <summary>
    /// Null when the row is in the table; otherwise the rule of the schema that it breaks, and where.
    /// </summary>
    public (ColumnSchema? Column, Finding Finding)? Write(object[] values)
    {
        for (var index = 0; index < parameters.Length; index++)
        {
            parameters[index].Value = values[index];
        }
        try
        {
            command.ExecuteNonQuery();
            return null;
        }
        catch (SqliteException error) when (error.SqliteExtendedErrorCode == PrimaryKeyCode)
        {
            return (table.Key, ImportFindings.DuplicateId(table.Key, TableIds.TextOf(values[table.Key.Index])));
        }
        catch (SqliteException error) when (error.SqliteErrorCode == ConstraintCode)
        {
            return Broken(RuleName().Match(error.Message).Groups["rule"].Value);
        }
    }

    public void Dispose() => command.Dispose();

    /// <summary>SQLite names the constraint, or says its expression when it has no name.</summary>
    private (ColumnSchema? Column, Finding Finding) Broken(string rule)
    {
        var expression = table.Checks.FirstOrDefault(check => check.Name == rule)?.Expression;
        var words = Word().Matches(expression ?? rule).Select(match => match.Value);
        return (
            words.Select(table.Column).FirstOrDefault(column => column is not null),
            ImportFindings.BrokenCheck(rule, expression)
        );
    }

    private static SqliteType SqliteTypeOf(ColumnSchema column) =>
        column.Form switch
        {
            ColumnForm.Integer => SqliteType.Integer,
            ColumnForm.Real => SqliteType.Real,
            _ => SqliteType.Text,
        };

    [GeneratedRegex("constraint failed: (?<rule>.+)'\\.$", RegexOptions.CultureInvariant)]
    private static partial Regex RuleName();

    [GeneratedRegex(@"\w+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
