using System.Globalization;
using System.Xml;

namespace ReportEngine.Checking.Reading;

/// <summary>Reads the cells of one sheet one after another; what a cell refers to is given beforehand.</summary>
internal sealed class CellReader(
    WorkbookPackage package,
    string part,
    IReadOnlyList<ReadTable> tables,
    IReadOnlyList<RichText> strings,
    IReadOnlyList<ReadStyle> styles
)
{
    private readonly List<ReadCell> _cells = [];
    private readonly Dictionary<CellAddress, ReadCell> _byAddress = [];
    private IReadOnlyList<ReadTable> _rowTables = [];
    private int _row;
    private int _column;

    public IReadOnlyList<ReadCell> Cells => _cells;

    public IReadOnlyDictionary<CellAddress, ReadCell> ByAddress => _byAddress;

    /// <summary>A row without a number follows the row before.</summary>
    public int StartRow(XmlReader reader)
    {
        var given = reader.GetAttribute("r");
        _row =
            given is null ? _row + 1
            : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : 0;
        _column = 0;
        _rowTables = [.. tables.Where(table => table.Range.First.Row <= _row && _row <= table.Range.Last.Row)];
        return _row is >= 1 and <= CheckLimits.LastRow
            ? _row
            : throw WorkbookProblems.WrongValue(
                package.File,
                part,
                $"a row numbered '{given}'.",
                "rows from 1 to 1048576"
            );
    }

    /// <summary>Leaves the reader on the last node of the cell.</summary>
    public void Read(XmlReader reader)
    {
        package.Budget.SpendItem();
        var address = Address(reader.GetAttribute("r"));
        var kind = reader.GetAttribute("t");
        var style =
            int.TryParse(reader.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && index < styles.Count
                ? styles[index]
            : styles.Count > 0 ? styles[0]
            : StylesReader.Plain;
        RichText? content = null;
        var (formula, depth) = (false, reader.Depth);
        if (!reader.IsEmptyElement)
        {
            while (reader.Read() && reader.Depth > depth)
            {
                package.StopAtDepth(reader);
                if (reader.NodeType != XmlNodeType.Element)
                {
                    continue;
                }
                formula |= reader.LocalName == "f";
                content = reader.LocalName is "v" or "is" ? SharedStrings.Text(package, reader) : content;
            }
        }
        Add(Cell(address, kind, content, formula, style));
    }

    private ReadCell Cell(CellAddress address, string? kind, RichText? content, bool formula, ReadStyle style)
    {
        double? number =
            kind is null or "n"
            && content is not null
            && double.TryParse(content.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value)
                ? value
                : null;
        var text = kind == "s" && content is not null ? Shared(address, content.Text) : content;
        return new ReadCell(
            address,
            number is null ? text?.Text : null,
            number,
            formula,
            text?.HasRaised == true || style.IsRaised,
            style,
            _rowTables.FirstOrDefault(table => table.Range.Holds(address))
        );
    }

    private RichText Shared(CellAddress address, string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < strings.Count
            ? strings[index]
            : throw WorkbookProblems.WrongValue(
                package.File,
                part,
                $"cell {address} refers to text '{number}'.",
                "a number of a shared string"
            );

    private CellAddress Address(string? given)
    {
        var address = given is null ? new CellAddress(_row, _column + 1) : CellAddress.TryParse(given);
        if (address is not { } found || found.Column > CheckLimits.LastColumn || found.Row != _row)
        {
            throw WorkbookProblems.WrongValue(
                package.File,
                part,
                $"a cell at '{given}' in row {_row}.",
                "cells from A to XFD in their row"
            );
        }
        _column = found.Column;
        return found;
    }

    private void Add(ReadCell cell)
    {
        package.Budget.SpendText(cell.Text?.Length ?? 0);
        _cells.Add(
            _byAddress.TryAdd(cell.Address, cell)
                ? cell
                : throw WorkbookProblems.WrongValue(
                    package.File,
                    part,
                    $"cell {cell.Address} stands there twice.",
                    "each cell once"
                )
        );
    }
}
