using static System.FormattableString;

namespace ReportEngine.Cases;

/// <summary>
/// The problems of one import in the order of tables, lines and columns: the first hundred whole, the rest as a number,
/// so that a file wrong in every row does not fill the memory.
/// </summary>
internal sealed class ImportProblems(string folder, Severity severity)
{
    private readonly List<Entry> kept = [];
    private long added;
    private long unlisted;
    private bool full;

    public bool Any => added + unlisted > 0;

    /// <summary>A problem of a file as a whole; files that belong to no table come first.</summary>
    public void AddFile(string file, TableSchema? table, Finding finding) =>
        Add(table, 0, 0, Path.Combine(folder, file), finding);

    public void Add(TableSchema table, int line, int column, Finding finding) =>
        Add(table, line, column, Invariant($"{table.Name}.csv({line},{column})"), finding);

    /// <summary>Problems that are sure to come after the hundred shown.</summary>
    public void AddUnlisted(long count) => unlisted += count;

    public IReadOnlyList<Problem> List()
    {
        Trim();
        var more = added + unlisted - kept.Count;
        var problems = kept.Select(entry => entry.Problem).ToList();
        if (more > 0)
        {
            problems.Add(Of(folder, ImportFindings.More(more)));
        }
        return problems;
    }

    private void Add(TableSchema? table, int line, int column, string place, Finding finding)
    {
        var order = table is null ? -1 : Schema.Tables.TakeWhile(one => one != table).Count();
        added++;
        if (full && (order, line, column).CompareTo((kept[^1].Table, kept[^1].Line, kept[^1].Column)) >= 0)
        {
            return;
        }
        kept.Add(new Entry(order, line, column, added, Of(place, finding)));
        full = false;
        if (kept.Count >= 2 * Import.MostProblems)
        {
            Trim();
            full = true;
        }
    }

    private void Trim()
    {
        kept.Sort(
            (left, right) =>
                (left.Table, left.Line, left.Column, left.Added).CompareTo(
                    (right.Table, right.Line, right.Column, right.Added)
                )
        );
        kept.RemoveRange(Math.Min(kept.Count, Import.MostProblems), Math.Max(0, kept.Count - Import.MostProblems));
    }

    private Problem Of(string place, Finding finding) =>
        new(place, finding.Code, finding.Found, finding.Expected, finding.Remedy?.Invoke(), severity);

    private sealed record Entry(int Table, int Line, int Column, long Added, Problem Problem);
}
