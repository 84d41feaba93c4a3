using System.Globalization;

namespace ReportEngine.Cases;

/// <summary>
/// The keys read so far of the tables that others refer to, those of rejected rows too: one mistake is told once, not
/// again by every row that points to it.
/// </summary>
internal sealed class ImportedIds
{
    private readonly Dictionary<string, TableIds> tables = Schema
        .Tables.SelectMany(table => table.Columns)
        .Select(column => column.References)
        .OfType<string>()
        .Distinct()
        .ToDictionary(name => name, _ => new TableIds());

    /// <summary>The keys of a table; null when no other table refers to it.</summary>
    public TableIds? Of(string? table) => table is null ? null : tables.GetValueOrDefault(table);
}

/// <summary>20 bytes an id, and codes of reference tables as they are.</summary>
internal sealed class TableIds
{
    private readonly HashSet<long> numbers = [];
    private readonly HashSet<string> codes = new(StringComparer.Ordinal);

    /// <summary>Set once a row could not be identified: then nobody can say that a reference is broken.</summary>
    public bool Incomplete { get; set; }

    public IReadOnlyCollection<string> Codes => codes;

    /// <summary>False when the key is there already.</summary>
    public bool Add(object key) => key is long number ? numbers.Add(number) : codes.Add((string)key);

    public bool Holds(object key) =>
        Incomplete || (key is long number ? numbers.Contains(number) : codes.Contains((string)key));

    public static string TextOf(object key) => Convert.ToString(key, CultureInfo.InvariantCulture)!;
}
