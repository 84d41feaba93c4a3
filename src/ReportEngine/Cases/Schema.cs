namespace ReportEngine.Cases;

/// <summary>The SQL files of the case database, and the marks by which a file of ours is known.</summary>
public static class Schema
{
    /// <summary>'REPG' as a big-endian number, as schema.sql sets it.</summary>
    public const long ApplicationId = 1380275527;

    public const long UserVersion = 2;

    private static readonly Lazy<IReadOnlyList<TableSchema>> tables = new(TableSchema.ReadAll);

    public static string Sql => Read("schema.sql");

    /// <summary>The register as known at @known, as temporary tables.</summary>
    public static string CutOffSql => Read("cutoff.sql");

    /// <summary>All tables, each after those it refers to.</summary>
    internal static IReadOnlyList<TableSchema> Tables => tables.Value;

    private static string Read(string name)
    {
        using var stream =
            typeof(Schema).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException(name + " is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
