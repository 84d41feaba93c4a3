namespace ReportEngine.Cases;

/// <summary>
/// Leaves out of the register what came after an earlier cut-off: corrections, or rows about what had happened by then,
/// or both. The difference to the whole register tells why a published figure is another today.
/// </summary>
public sealed record Without(CutOff Since, bool Corrections, bool LateRecords)
{
    /// <summary>Temporary views that stand before the tables of the same names in everything this connection asks.</summary>
    internal string Sql => string.Join('\n', Schema.Tables.Where(table => table.Column("recorded_at") is not null)
        .Select(table => (table.Name, Rules: Rules(table).ToList())).Where(table => table.Rules.Count > 0)
        .Select(table => $"CREATE TEMP VIEW {table.Name} AS SELECT * FROM main.{table.Name} WHERE {string.Join(" AND ", table.Rules)};"));

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
            // A row without a time of its own, such as a return for a quarter, is about what was over.
            var later = table.Happenings.FirstOrDefault() is { } happened ? $"{happened.Name} > '{Since.Text}'" : "0";
            yield return $"({known} OR NOT ({original}) OR {later})";
        }
    }
}
