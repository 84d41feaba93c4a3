using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ReportEngine.Cases;

internal enum ColumnForm
{
    Text,
    Integer,
    Real,
    Instant,
    Date,
}

/// <summary>
/// What a column may hold. Codes: the whole list, or empty. References: the table whose key it names.
/// </summary>
internal sealed record ColumnSchema(
    string Name,
    int Index,
    ColumnForm Form,
    bool Required,
    bool IsKey,
    IReadOnlyList<string> Codes,
    string? References
);

/// <summary>A named CHECK over several columns.</summary>
internal sealed record TableCheck(string Name, string Expression);

/// <summary>
/// A table of the case database, read from the schema itself: types, keys and references from SQLite, code lists from
/// the CHECK clauses, instants and dates from the names of columns (see the head of schema.sql).
/// </summary>
internal sealed partial record TableSchema(
    string Name,
    string Sql,
    IReadOnlyList<ColumnSchema> Columns,
    IReadOnlyList<TableCheck> Checks,
    IReadOnlyList<string> Indexes
)
{
    public static IReadOnlyList<TableSchema> All => Schema.Tables;

    public ColumnSchema Key => Columns.First(column => column.IsKey);

    /// <summary>
    /// The column that names the row of this table a row corrects; null in a table without corrections.
    /// </summary>
    public ColumnSchema? Supersedes =>
        Columns.FirstOrDefault(column =>
            column.References == Name && column.Name.StartsWith("supersedes_", StringComparison.Ordinal)
        );

    /// <summary>
    /// What a correction must share with the row it corrects: required references and free text say whose row it is,
    /// the rest (times, values, codes of a fixed list) is what may have been wrong.
    /// </summary>
    public IEnumerable<ColumnSchema> Case =>
        Columns.Where(column =>
            column is { Required: true, IsKey: false }
            && (column.References is not null || (column.Form == ColumnForm.Text && column.Codes.Count == 0))
        );

    /// <summary>When what the row tells happened: every instant but the one of its recording.</summary>
    public IEnumerable<ColumnSchema> Happenings =>
        Columns.Where(column => column.Form == ColumnForm.Instant && column.Name != "recorded_at");

    /// <summary>Pairs x_from, x_to: inclusive start, exclusive end.</summary>
    public IEnumerable<(ColumnSchema From, ColumnSchema To)> Spans =>
        from start in Columns
        where start.Form == ColumnForm.Date && start.Name.EndsWith("_from", StringComparison.Ordinal)
        from end in Columns
        where end.Name == start.Name[..^"from".Length] + "to"
        select (start, end);

    public ColumnSchema? Column(string name) => Columns.FirstOrDefault(column => column.Name == name);

    public static IReadOnlyList<TableSchema> ReadAll()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        connection.Execute(Schema.Sql);
        var waiting = connection
            .Query<(string Name, string Sql)>("SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY rowid")
            .Select(table => Read(connection, table.Name, table.Sql))
            .ToList();
        var ordered = new List<TableSchema>();
        while (waiting.Count > 0)
        {
            var next = waiting.First(table =>
                table.Columns.All(column =>
                    column.References is not { } parent
                    || parent == table.Name
                    || ordered.Exists(earlier => earlier.Name == parent)
                )
            );
            waiting.Remove(next);
            ordered.Add(next);
        }
        return ordered;
    }

    private static TableSchema Read(SqliteConnection connection, string table, string sql)
    {
        var references = connection
            .Query<(string Column, string Parent)>(
                "SELECT \"from\", \"table\" FROM pragma_foreign_key_list(@table)",
                new { table }
            )
            .ToDictionary(row => row.Column, row => row.Parent);
        var codes = CodeList()
            .Matches(sql)
            .ToDictionary(
                match => match.Groups["column"].Value,
                match =>
                    (IReadOnlyList<string>)
                        [.. match.Groups["list"].Value.Split(',').Select(code => code.Trim().Trim('\''))]
            );
        var columns = connection
            .Query<(long Index, string Name, string Type, long NotNull, long Key)>(
                "SELECT cid, name, type, \"notnull\", pk FROM pragma_table_info(@table) ORDER BY cid",
                new { table }
            )
            .Select(row => new ColumnSchema(
                row.Name,
                (int)row.Index,
                FormOf(row.Name, row.Type),
                row.NotNull == 1 || row.Key > 0,
                row.Key > 0,
                codes.GetValueOrDefault(row.Name, []),
                references.GetValueOrDefault(row.Name)
            ));
        var checks = NamedCheck()
            .Matches(sql)
            .Select(match => new TableCheck(match.Groups["name"].Value, match.Groups["rule"].Value));
        var indexes = connection.Query<string>(
            "SELECT sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = @table AND sql IS NOT NULL ORDER "
                + "BY rowid",
            new { table }
        );
        return new TableSchema(table, sql, [.. columns], [.. checks], [.. indexes]);
    }

    private static ColumnForm FormOf(string name, string type) =>
        (name, type) switch
        {
            (_, "INTEGER") => ColumnForm.Integer,
            (_, "REAL") => ColumnForm.Real,
            _ when InstantName().IsMatch(name) => ColumnForm.Instant,
            _ when DateName().IsMatch(name) => ColumnForm.Date,
            _ => ColumnForm.Text,
        };

    [GeneratedRegex(@"CHECK\s*\(\s*(?<column>\w+)\s+IN\s*\((?<list>[^)]*)\)\s*\)", RegexOptions.CultureInvariant)]
    private static partial Regex CodeList();

    [GeneratedRegex(@"CONSTRAINT (?<name>\w+) CHECK \((?<rule>.+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex NamedCheck();

    [GeneratedRegex("(^|_)at$", RegexOptions.CultureInvariant)]
    private static partial Regex InstantName();

    [GeneratedRegex("_(on|from|to|as_of)$", RegexOptions.CultureInvariant)]
    private static partial Regex DateName();
}
