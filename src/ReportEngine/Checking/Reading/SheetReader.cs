using System.Globalization;
using System.Xml;

namespace ReportEngine.Checking.Reading;

/// <summary>Reads one worksheet as a stream, then its tables and drawings.</summary>
internal sealed class SheetReader
{
    private const double UsualWidth = 8.43;

    private readonly WorkbookPackage _package;
    private readonly string _part;
    private readonly CellReader _cells;
    private readonly IReadOnlyList<Relationship> _relationships;
    private readonly IReadOnlyList<ReadTable> _tables;
    private readonly Dictionary<string, string> _targets = new(StringComparer.Ordinal);
    private readonly List<ReadColumns> _columns = [];
    private readonly List<int> _hiddenRows = [];
    private readonly List<CellRange> _merges = [];
    private readonly List<ReadLink> _links = [];
    private readonly List<string> _headerFooters = [];
    private ReadView _view = new(false, "A1", 100);
    private double _width = UsualWidth;
    private CellAddress? _filter;

    private SheetReader(
        WorkbookPackage package,
        string part,
        IReadOnlyList<RichText> strings,
        IReadOnlyList<ReadStyle> styles
    )
    {
        (_package, _part) = (package, part);
        _relationships = package.RelationshipsOf(part);
        _tables = SheetParts.Tables(package, _relationships);
        _cells = new CellReader(package, part, _tables, strings, styles);
        foreach (var one in _relationships)
        {
            _targets[one.Id] = one.Target;
        }
    }

    public static ReadSheet Read(
        WorkbookPackage package,
        string part,
        string name,
        bool hidden,
        IReadOnlyList<RichText> strings,
        IReadOnlyList<ReadStyle> styles
    )
    {
        var sheet = new SheetReader(package, part, strings, styles);
        using (var reader = package.Open(part))
        {
            while (reader.Read())
            {
                package.StopAtDepth(reader);
                if (reader.NodeType == XmlNodeType.Element)
                {
                    sheet.Take(reader);
                }
            }
        }
        return new ReadSheet(
            name,
            hidden,
            sheet._view,
            sheet._columns,
            sheet._width,
            sheet._hiddenRows,
            sheet._cells.Cells,
            sheet._cells.ByAddress,
            sheet._tables,
            sheet._merges,
            sheet._filter,
            sheet._links,
            sheet._headerFooters,
            SheetParts.Drawings(package, sheet._relationships)
        );
    }

    private void Take(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "sheetView":
                _view = _view with { Zoom = (int)(Number(reader, "zoomScale") ?? 100) };
                break;
            case "customSheetViews":
                reader.Skip();
                break;
            case "pane":
                _view = _view with
                {
                    HasPane =
                        reader.GetAttribute("state") is not null
                        || reader.GetAttribute("xSplit") is not null
                        || reader.GetAttribute("ySplit") is not null,
                };
                break;
            case "selection":
                _view = _view with { ActiveCell = reader.GetAttribute("activeCell") ?? "A1" };
                break;
            case "sheetFormatPr":
                _width = Number(reader, "defaultColWidth") ?? UsualWidth;
                break;
            case "col":
                TakeColumns(reader);
                break;
            case "row":
                var row = _cells.StartRow(reader);
                if (IsOn(reader, "hidden"))
                {
                    _package.Budget.SpendItem();
                    _hiddenRows.Add(row);
                }
                break;
            case "c":
                _cells.Read(reader);
                break;
            case "mergeCell":
                _package.Budget.SpendItem();
                _merges.Add(Range(reader));
                break;
            case "autoFilter":
                _filter = Range(reader).First;
                break;
            case "hyperlink":
                TakeLink(reader);
                break;
            case "oddHeader" or "oddFooter" or "evenHeader" or "evenFooter" or "firstHeader" or "firstFooter":
                _headerFooters.Add(SharedStrings.Text(_package, reader).Text);
                break;
        }
    }

    private void TakeColumns(XmlReader reader)
    {
        _package.Budget.SpendItem();
        var (first, last) = ((int)(Number(reader, "min") ?? 0), (int)(Number(reader, "max") ?? 0));
        if (first < 1 || last < first || last > CheckLimits.LastColumn || _columns.Count >= CheckLimits.LastColumn)
        {
            throw WorkbookProblems.WrongValue(
                _package.File,
                _part,
                FormattableString.Invariant($"columns {first} to {last}."),
                "columns from 1 to 16384"
            );
        }
        _columns.Add(new ReadColumns(first, last, Number(reader, "width"), IsOn(reader, "hidden")));
    }

    private void TakeLink(XmlReader reader)
    {
        _package.Budget.SpendItem();
        var id =
            reader.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
            ?? reader.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships");
        _links.Add(
            new ReadLink(
                Range(reader).First,
                (id is null ? null : _targets.GetValueOrDefault(id)) ?? reader.GetAttribute("location") ?? ""
            )
        );
    }

    private CellRange Range(XmlReader reader) =>
        CellRange.TryParse(reader.GetAttribute("ref") ?? "")
        ?? throw WorkbookProblems.WrongValue(
            _package.File,
            _part,
            $"a range '{reader.GetAttribute("ref")}'.",
            "cells from A1 to XFD1048576"
        );

    private static bool IsOn(XmlReader reader, string name) => reader.GetAttribute(name) is "1" or "true";

    private static double? Number(XmlReader reader, string name) =>
        double.TryParse(reader.GetAttribute(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && Math.Abs(number) < 1e6
            ? number
            : null;
}
