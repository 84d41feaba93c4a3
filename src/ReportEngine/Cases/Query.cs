using ReportEngine.Figures;

namespace ReportEngine.Cases;

/// <summary>A row of a grouped answer; the keys are codes of the dimensions asked for, in the order asked.</summary>
public abstract record GroupRow
{
    public string? Key1 { get; init; }

    public string? Key2 { get; init; }

    /// <summary>Of <see cref="Dimension.Request"/>, where the question was asked by it, too.</summary>
    public string? Key3 { get; init; }

    /// <summary>The key of the one row of the register this row is about, where the question was asked so.</summary>
    public string? Record { get; init; }
}

/// <summary>
/// A grouped question the database answers. The text is constant but for {keys} and {group}, which are filled from
/// <see cref="Columns"/>: a dimension without a column cannot be asked for; that of <see cref="Dimension.Record"/>
/// names the row of the register each count comes from. Parameters: @from (inclusive) and @to (exclusive) bound the
/// period, @known is the cut-off.
/// </summary>
public abstract record Query(string Sql, IReadOnlyDictionary<Dimension, string> Columns)
{
    /// <summary>The statement for a list of at most two dimensions, and the request after them.</summary>
    /// <param name="byRecord">A row of the answer for each row of the register: what was added up, one by one.</param>
    public string For(IReadOnlyList<Dimension> by, bool byRecord = false)
    {
        var columns = by.Select(dimension => Columns[dimension]).ToList();
        var record = Columns[Dimension.Record];
        var keys =
            string.Concat(
                columns.Select((column, index) => FormattableString.Invariant($"{column} AS key{index + 1}, "))
            ) + (byRecord ? "CAST(" + record + " AS TEXT) AS record, " : "");
        var group = string.Concat(columns.Select(column => column + ", ")) + (byRecord ? record + ", " : "");
        return Sql.Replace("{keys}", keys, StringComparison.Ordinal)
            .Replace("{group}", group, StringComparison.Ordinal);
    }

    /// <summary>What the key of a row is called in the register: referral_id, subject_id, …</summary>
    public string RecordName => Columns[Dimension.Record].Split('.', '|')[1].Trim();

    /// <summary>The type of the rows the answer is read into.</summary>
    public abstract Type RowType { get; }
}

public sealed record Query<TRow>(string Sql, IReadOnlyDictionary<Dimension, string> Columns) : Query(Sql, Columns)
    where TRow : GroupRow
{
    public override Type RowType => typeof(TRow);
}
