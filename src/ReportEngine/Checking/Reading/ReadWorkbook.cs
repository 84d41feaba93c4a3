namespace ReportEngine.Checking.Reading;

/// <summary>What the rules need to know of a workbook, whoever wrote it.</summary>
internal sealed record ReadWorkbook(
    string FileName,
    ReadProperties Properties,
    IReadOnlyList<ReadSheet> Sheets,
    int ActiveTab,
    IReadOnlyList<string> ActiveContent
)
{
    /// <summary>
    /// Rules about words know English only; a workbook that names no language is taken to be English.
    /// </summary>
    public bool IsEnglish =>
        Properties.Language.Length == 0 || Properties.Language.StartsWith("en", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Core properties; empty where the file has none.</summary>
internal sealed record ReadProperties(string Title, string Language, string Creator, string Keywords);

/// <summary>
/// A tab with its cells in reading order; <paramref name="HeaderFooters"/> are as stored, with their codes.
/// </summary>
internal sealed record ReadSheet(
    string Name,
    bool IsHidden,
    ReadView View,
    IReadOnlyList<ReadColumns> Columns,
    double DefaultWidth,
    IReadOnlyList<int> HiddenRows,
    IReadOnlyList<ReadCell> Cells,
    IReadOnlyDictionary<CellAddress, ReadCell> ByAddress,
    IReadOnlyList<ReadTable> Tables,
    IReadOnlyList<CellRange> Merges,
    CellAddress? Filter,
    IReadOnlyList<ReadLink> Links,
    IReadOnlyList<string> HeaderFooters,
    IReadOnlyList<ReadDrawing> Drawings
)
{
    public ReadCell? At(int row, int column) => ByAddress.GetValueOrDefault(new CellAddress(row, column));

    /// <summary>The lines of column A from row 2 to the first table; on a sheet without tables, all of them.</summary>
    public IReadOnlyList<ReadCell> LinesAbove
    {
        get
        {
            var first = Tables.Count == 0 ? int.MaxValue : Tables.Min(table => table.Range.First.Row);
            return
            [
                .. Cells.Where(cell =>
                    cell.Address.Column == 1 && cell.Address.Row > 1 && cell.Address.Row < first && !cell.IsBlank
                ),
            ];
        }
    }

    public double WidthOf(int column) =>
        Columns.FirstOrDefault(one => one.First <= column && column <= one.Last)?.Width ?? DefaultWidth;
}

internal sealed record ReadView(bool HasPane, string ActiveCell, int Zoom);

internal sealed record ReadColumns(int First, int Last, double? Width, bool IsHidden);

/// <summary>A link on a cell; <paramref name="Target"/> is outside the workbook or a place in it.</summary>
internal sealed record ReadLink(CellAddress Cell, string Target);

internal enum DrawingKind
{
    Picture,
    Shape,
    Comment,
}

internal sealed record ReadDrawing(DrawingKind Kind, CellAddress Cell, bool HasDescription);

/// <summary>
/// A table part; <paramref name="Headings"/> are the names it keeps beside the cells of its header row.
/// </summary>
internal sealed record ReadTable(
    string Name,
    CellRange Range,
    bool HasHeaderRow,
    bool HasFilter,
    IReadOnlyList<string> Headings
)
{
    public int FirstBodyRow => Range.First.Row + (HasHeaderRow ? 1 : 0);
}

/// <summary>A cell with content or a format, and the table it stands in; text and number are never both set.</summary>
internal sealed record ReadCell(
    CellAddress Address,
    string? Text,
    double? Number,
    bool HasFormula,
    bool HasRaisedText,
    ReadStyle Style,
    ReadTable? Table
)
{
    /// <summary>Below the header row of a table.</summary>
    public bool IsInBody => Table is not null && Address.Row >= Table.FirstBodyRow;

    public bool IsBlank => Number is null && string.IsNullOrWhiteSpace(Text);

    /// <summary>Empty for a number.</summary>
    public string Words => Text?.Trim() ?? "";
}

/// <summary>The look of a cell as far as a rule asks for it.</summary>
internal sealed record ReadStyle(
    string Font,
    int FontFamily,
    double Size,
    bool IsItalic,
    bool IsUnderlined,
    bool IsRaised,
    bool IsColoured,
    bool IsFilled,
    bool IsTurned,
    bool IsWrapped,
    bool IsHeading1,
    NumberFormat Format
);
