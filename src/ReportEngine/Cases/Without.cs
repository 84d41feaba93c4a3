namespace ReportEngine.Cases;

/// <summary>
/// Leaves out of the register what came after an earlier cut-off: corrections, or rows about what had happened by then,
/// or both. The difference to the whole register tells why a published figure is another today.
/// </summary>
public sealed record Without(CutOff Since, bool Corrections, bool LateRecords)
{
    /// <summary>
    /// Temporary views that stand before the tables of the same names in everything this connection asks.
    /// </summary>
    internal string Sql =>
        string.Join(
            '\n',
            Schema
                .Tables.Where(table => table.Column("recorded_at") is not null)
                .Select(table => (table.Name, Rules: Rules(table).ToList()))
                .Where(table => table.Rules.Count > 0)
                .Select(table =>
                    $"CREATE TEMP VIEW {table.Name} AS SELECT * FROM main.{table.Name} WHERE "
                    + $"{string.Join(" AND ", table.Rules)};"
                )
        );

    private IEnumerable<string> Rules(TableSchema table)
    {
        var known = $"recorded_at <= '{Since.Text}'";
        var original = table.Supersedes is { } supersedes ? supersedes.Name + " IS NULL" : "1";
        if (Corrections && table.Supersedes is not null)
        {
            yield return $"({known} OR {original})";
        }
        if (LateRecords)
        {
            var later = Later(table);
            yield return $"({known} OR NOT ({original}) OR {later})";
        }
    }

    /// <summary>
    /// Happened after the earlier cut-off: by a time of the row's own or, as a referral has it, by that of a row it
    /// belongs to. A row without either, such as a return for a quarter, is about what was over.
    /// </summary>
    private string Later(TableSchema table)
    {
        if (table.Happenings.FirstOrDefault() is { } happened)
        {
            return $"{happened.Name} > '{Since.Text}'";
        }
        var parent = table
            .Columns.Where(column => column is { Required: true, References: not null })
            .Select(column => (Column: column, Table: Schema.Tables.First(one => one.Name == column.References)))
            .FirstOrDefault(one => one.Table.Happenings.Any());
        return parent.Table is null
            ? "0"
            : $"EXISTS (SELECT 1 FROM main.{parent.Table.Name} p WHERE p.{parent.Table.Key.Name} = "
                + $"{parent.Column.Name} AND p.{parent.Table.Happenings.First().Name} > '{Since.Text}')";
    }
}
