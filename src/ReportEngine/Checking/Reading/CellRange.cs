using System.Globalization;

namespace ReportEngine.Checking.Reading;

/// <summary>A cell's place, both counted from 1.</summary>
internal readonly record struct CellAddress(int Row, int Column)
{
    public override string ToString() => Letters(Column) + Row.ToString(CultureInfo.InvariantCulture);

    /// <summary>Null when it is no place on a sheet, such as a column after XFD.</summary>
    public static CellAddress? TryParse(string text)
    {
        var (column, index) = (0, 0);
        var plain = text.Replace("$", "", StringComparison.Ordinal);
        for (; index < plain.Length && index < 4 && char.IsAsciiLetter(plain[index]); index++)
        {
            column = (column * 26) + (char.ToUpperInvariant(plain[index]) - 'A' + 1);
        }
        return
            index is > 0 and < 4
            && column <= CheckLimits.LastColumn
            && int.TryParse(plain[index..], NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            && row is >= 1 and <= CheckLimits.LastRow
            ? new CellAddress(row, column)
            : null;
    }

    private static string Letters(int column) =>
        (column > 26 ? Letters((column - 1) / 26) : "") + (char)('A' + ((column - 1) % 26));
}

/// <summary>A rectangle of cells, its corners included.</summary>
internal sealed record CellRange(CellAddress First, CellAddress Last)
{
    public override string ToString() => First == Last ? First.ToString() : First + ":" + Last;

    public bool Holds(CellAddress cell) =>
        cell.Row >= First.Row && cell.Row <= Last.Row && cell.Column >= First.Column && cell.Column <= Last.Column;

    public bool Meets(CellRange other) =>
        First.Row <= other.Last.Row
        && other.First.Row <= Last.Row
        && First.Column <= other.Last.Column
        && other.First.Column <= Last.Column;

    public static CellRange? TryParse(string text)
    {
        var corners = text.Split(':');
        var first = CellAddress.TryParse(corners[0]);
        var last = corners.Length == 1 ? first : CellAddress.TryParse(corners[1]);
        return
            corners.Length <= 2 && first is { } from && last is { } to && from.Row <= to.Row && from.Column <= to.Column
            ? new CellRange(from, to)
            : null;
    }
}
