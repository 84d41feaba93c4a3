using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ReportEngine.Cases;

/// <summary>What a column may hold, as the schema says it.</summary>
internal sealed record ColumnSchema(
    string Name, ColumnForm Form, bool Required, bool IsKey, IReadOnlyList<string> Codes, string? References);

internal enum ColumnForm
{
    Text,
    Integer,
    Real,
    Instant,
    Date,
}

/// <summary>
/// A table of the case database, read from the schema itself: types and references from SQLite, code lists from the
/// CHECK clauses, instants and dates from the names of columns (see the head of schema.sql).
/// </summary>
internal sealed partial record TableSchema(string Name, IReadOnlyList<ColumnSchema> Columns)
{
    public ColumnSchema Key => Columns.First(column => column.IsKey);

    /// <summary>All tables in an order in which every reference points to an earlier table (or the same one).</summary>
    public static IReadOnlyList<TableSchema> All { get; } = Read();

    private static List<TableSchema> Read()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        connection.Execute(Schema.Sql);
        var definitions = connection.Query<(string Name, string Sql)>(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY rowid").ToList();
        return [.. definitions.Select(definition => new TableSchema(definition.Name, ColumnsOf(connection, definition.Name, definition.Sql)))];
    }

    private static List<ColumnSchema> ColumnsOf(SqliteConnection connection, string table, string sql)
    {
        var references = connection.Query<(string Column, string Parent)>(
            "SELECT \"from\", \"table\" FROM pragma_foreign_key_list(@table)", new { table }).ToDictionary(row => row.Column, row => row.Parent);
        var codes = Codes().Matches(sql).ToDictionary(
            match => match.Groups["column"].Value,
            match => (IReadOnlyList<string>)[.. match.Groups["list"].Value.Split(',').Select(code => code.Trim().Trim('\''))]);
        return [.. connection.Query<(string Name, string Type, long NotNull, long Key)>(
                "SELECT name, type, \"notnull\", pk FROM pragma_table_info(@table)", new { table })
            .Select(row => new ColumnSchema(row.Name, FormOf(row.Name, row.Type), row.NotNull == 1 || row.Key == 1, row.Key == 1,
                codes.GetValueOrDefault(row.Name, []), references.GetValueOrDefault(row.Name)))];
    }

    private static ColumnForm FormOf(string name, string type) => (name, type) switch
    {
        (_, "INTEGER") => ColumnForm.Integer,
        (_, "REAL") => ColumnForm.Real,
        ("at", _) => ColumnForm.Instant,
        _ when name.EndsWith("_at", StringComparison.Ordinal) => ColumnForm.Instant,
        _ when DateName().IsMatch(name) => ColumnForm.Date,
        _ => ColumnForm.Text,
    };

    [GeneratedRegex(@"CHECK \((?<column>\w+) IN \((?<list>[^)]*)\)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Codes();

    [GeneratedRegex("_(on|from|to|as_of)$", RegexOptions.CultureInvariant)]
    private static partial Regex DateName();
}
