namespace ReportEngine.Cases;

/// <summary>The first row of a CSV: each column of the table once, in any order.</summary>
internal static class ImportHeader
{
    /// <summary>For each column of the table its field in the file; null when the header cannot be used.</summary>
    public static int[]? Read(TableSchema table, CsvTable csv, ImportProblems problems)
    {
        if (!csv.Read() || csv.Line > 1)
        {
            problems.Add(table, 1, 1, ImportFindings.NoHeader());
            return null;
        }
        var header = csv.Fields;
        var names = table.Columns.Select(column => column.Name).ToList();
        var sound = true;
        for (var field = 0; field < header.Length; field++)
        {
            var finding =
                !names.Contains(header[field], StringComparer.Ordinal)
                    ? ImportFindings.UnknownColumn(header[field], names)
                : Array.IndexOf(header, header[field]) < field ? ImportFindings.RepeatedColumn(header[field])
                : null;
            if (finding is not null)
            {
                problems.Add(table, 1, field + 1, finding);
                sound = false;
            }
        }
        foreach (var name in names.Where(name => !header.Contains(name, StringComparer.Ordinal)))
        {
            problems.Add(table, 1, header.Length + 1, ImportFindings.MissingColumn(name));
            sound = false;
        }
        return sound ? [.. names.Select(name => Array.IndexOf(header, name))] : null;
    }
}
