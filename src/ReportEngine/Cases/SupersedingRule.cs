namespace ReportEngine.Cases;

/// <summary>
/// The rule over every column supersedes_*: figures leave out a row as soon as its correction is known, so a row that
/// supersedes itself, a stranger's row or, round a circle, its own correction would vanish and nobody would see it go.
/// </summary>
internal static class SupersedingRule
{
    private const string Code = "RE119";

    /// <summary>
    /// Null for a table without corrections. Every superseding row is reached from one that supersedes no other (or one
    /// that was refused already), unless it leads into a circle. The walk holds superseding rows only, each once.
    /// </summary>
    public static ImportRule? Of(TableSchema table)
    {
        if (table.Supersedes is not { } supersedes)
        {
            return null;
        }
        var (name, key, column) = (table.Name, table.Key.Name, supersedes.Name);
        var differs = string.Join(" OR ", table.Case.Select(shared => "s." + shared.Name + " <> c." + shared.Name));
        return new ImportRule(
            Code,
            name,
            column,
            "another row of the same "
                + string.Join(", ", table.Case.Select(shared => shared.Name))
                + ", corrected once and not in a circle",
            $"""
            WITH RECURSIVE sound(id) AS (
                SELECT c.{key} FROM {name} c LEFT JOIN {name} s ON s.{key} = c.{column} WHERE c.{column} IS NOT NULL
                    AND s.{column} IS NULL
                UNION ALL
                SELECT c.{key} FROM sound JOIN {name} c ON c.{column} = sound.id),
            first(id) AS (SELECT min({key}) FROM {name} WHERE {column} IS NOT NULL GROUP BY {column}),
            judged AS (
                SELECT c.{key} AS key, c.{column} AS superseded,
                       CASE WHEN s.{key} = c.{key} THEN 'the row itself.'
                            WHEN {differs} THEN 'a row of ' || {Case("s")} || ', not of ' || {Case("c")} || '.'
                            WHEN c.{key} NOT IN (SELECT id
                                FROM sound) THEN 'in a circle of rows that supersede each other.'
                            WHEN c.{key} NOT IN (SELECT id FROM first) THEN 'superseded by another row already.'
                                END AS fault
                FROM {name} c JOIN {name} s ON s.{key} = c.{column})
            SELECT key, '{column} ''' || superseded || ''' is ' || fault AS found FROM judged WHERE fault IS NOT NULL
            """
        );

        string Case(string alias) =>
            string.Join(" || ', ' || ", table.Case.Select(shared => $"'{shared.Name} ' || {alias}.{shared.Name}"));
    }
}
