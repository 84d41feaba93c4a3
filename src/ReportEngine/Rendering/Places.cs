using ReportEngine.Documents;

namespace ReportEngine.Rendering;

/// <summary>The keys by which a format says where in its file each numbered table and chart stands.</summary>
internal static class Places
{
    /// <summary>Null for a table without a number, which cannot be cited.</summary>
    public static string? KeyOf(Table table) => table.Number is { } number ? "table-" + number : null;

    public static string? KeyOf(Chart chart) => chart.Number is { } number ? "figure-" + number : null;
}
