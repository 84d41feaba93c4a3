namespace ReportEngine.Cases;

/// <summary>What a column of a register holds.</summary>
public enum RegisterForm
{
    Key,
    Number,
    Code,

    /// <summary>Seconds since 1970 in UTC, rounded down to the hour.</summary>
    Hour,

    /// <summary>A day as the register writes it, in Karachi.</summary>
    Day,
}

/// <param name="Name">As data files have it.</param>
public sealed record RegisterColumn(string Name, string Heading, RegisterForm Form, string Sql);

/// <summary>
/// A part of the register row by row, for the auditor: keys of the register, codes, days and hours. No column of it
/// holds a name, an address, a reference to a letter or a word of free text. All rows known at the cut-off, in the
/// order of the first column, which is their key.
/// </summary>
/// <param name="Rows">
/// The SQL from FROM on; it may use @known, and of a period @from (inclusive) and @to (exclusive).
/// </param>
public sealed record Register(string Name, string Title, IReadOnlyList<RegisterColumn> Columns, string Rows)
{
    internal string Sql =>
        "SELECT " + string.Join(", ", Columns.Select(column => column.Sql)) + " FROM " + Rows + " ORDER BY 1";

    internal string CountSql => "SELECT count(*) FROM " + Rows;
}

/// <summary>
/// Rows to be gone through once, one at a time, so that memory does not grow with them; null where there is no value.
/// </summary>
public sealed record RegisterRows(long Count, IEnumerable<object?[]> Rows);
