using ReportEngine.Figures;

namespace ReportEngine.Cases;

/// <summary>A row of a grouped answer; the keys are codes of the dimensions asked for, in the order asked.</summary>
public abstract record GroupRow
{
    public string? Key1 { get; init; }

    public string? Key2 { get; init; }
}

/// <summary>
/// A grouped question the database answers. The text is constant but for {keys} and {group}, which are filled from
/// <see cref="Columns"/>: a dimension without a column cannot be asked for. Parameters: @from (inclusive) and @to
/// (exclusive) bound the period, @known is the cut-off.
/// </summary>
public abstract record Query(string Sql, IReadOnlyDictionary<Dimension, string> Columns)
{
    /// <summary>The statement for a list of at most two dimensions.</summary>
    public string For(IReadOnlyList<Dimension> by)
    {
        var columns = by.Select(dimension => Columns[dimension]).ToList();
        var keys = string.Concat(columns.Select((column, index) => column + " AS key" + (index == 0 ? "1" : "2") + ", "));
        var group = string.Concat(columns.Select(column => column + ", "));
        return Sql.Replace("{keys}", keys, StringComparison.Ordinal).Replace("{group}", group, StringComparison.Ordinal);
    }

    /// <summary>The type of the rows the answer is read into.</summary>
    public abstract Type RowType { get; }
}

public sealed record Query<TRow>(string Sql, IReadOnlyDictionary<Dimension, string> Columns) : Query(Sql, Columns)
    where TRow : GroupRow
{
    public override Type RowType => typeof(TRow);
}
