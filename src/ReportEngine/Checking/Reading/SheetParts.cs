using System.Xml.Linq;

namespace ReportEngine.Checking.Reading;

/// <summary>The parts that hang on a sheet: its tables, and what floats over its cells.</summary>
internal static class SheetParts
{
    public static IReadOnlyList<ReadTable> Tables(WorkbookPackage package, IReadOnlyList<Relationship> relationships)
    {
        var tables = new List<ReadTable>();
        foreach (
            var part in relationships
                .Where(one => one is { Kind: "table", IsExternal: false })
                .Select(one => one.Target)
        )
        {
            var table = Table(package, part);
            package.Budget.Stop(tables.Count >= CheckLimits.Tables, "Too many tables on a sheet.", CheckLimits.Tables);
            tables.Add(
                tables.Any(other => other.Range.Meets(table.Range))
                    ? throw WorkbookProblems.WrongValue(
                        package.File,
                        part,
                        "the table covers cells of another table.",
                        "tables apart from each other"
                    )
                    : table
            );
        }
        return [.. tables.OrderBy(table => table.Range.First.Row).ThenBy(table => table.Range.First.Column)];
    }

    public static IReadOnlyList<ReadDrawing> Drawings(
        WorkbookPackage package,
        IReadOnlyList<Relationship> relationships
    )
    {
        var drawings = new List<ReadDrawing>();
        foreach (var one in relationships.Where(one => !one.IsExternal))
        {
            if (one.Kind == "drawing")
            {
                drawings.AddRange(package.Load(one.Target).Elements().SelectMany(Anchored));
            }
            else if (one.Kind == "comments")
            {
                drawings.AddRange(
                    package
                        .Load(one.Target)
                        .Descendants()
                        .Where(comment => comment.Name.LocalName == "comment")
                        .Select(comment => new ReadDrawing(
                            DrawingKind.Comment,
                            CellAddress.TryParse((string?)comment.Attribute("ref") ?? "") ?? new CellAddress(1, 1),
                            false
                        ))
                );
            }
        }
        return drawings;
    }

    private static ReadTable Table(WorkbookPackage package, string part)
    {
        var table = package.Load(part);
        var range =
            CellRange.TryParse((string?)table.Attribute("ref") ?? "")
            ?? throw WorkbookProblems.WrongValue(
                package.File,
                part,
                $"a table at '{(string?)table.Attribute("ref")}'.",
                "cells from A1 to XFD1048576"
            );
        return new ReadTable(
            (string?)table.Attribute("displayName") ?? "",
            range,
            StylesReader.Number(table, "headerRowCount", 1) > 0,
            StylesReader.Child(table, "autoFilter") is { } filter
                && !(
                    filter.Elements().Any()
                    && filter.Elements().All(column => StylesReader.IsOn(column, "hiddenButton"))
                ),
            [
                .. StylesReader
                    .Child(table, "tableColumns")
                    ?.Elements()
                    .Select(column => SharedStrings.Unescaped((string?)column.Attribute("name") ?? ""))
                    ?? [],
            ]
        );
    }

    /// <summary>The things of one anchor; each has its name and description in an element cNvPr of its own.</summary>
    private static IEnumerable<ReadDrawing> Anchored(XElement anchor)
    {
        var from = StylesReader.Child(anchor, "from");
        var cell = new CellAddress(Count(from, "row"), Count(from, "col"));
        return anchor
            .Descendants()
            .Where(one => one.Name.LocalName is "pic" or "graphicFrame" or "sp")
            .Select(one =>
            {
                var said = one.Descendants().FirstOrDefault(part => part.Name.LocalName == "cNvPr");
                return new ReadDrawing(
                    one.Name.LocalName == "sp" ? DrawingKind.Shape : DrawingKind.Picture,
                    cell,
                    !string.IsNullOrWhiteSpace((string?)said?.Attribute("descr"))
                        || said?.Descendants()
                            .Any(part => part.Name.LocalName == "decorative" && StylesReader.IsOn(part, "val")) == true
                );
            });
    }

    private static int Count(XElement? from, string name) =>
        int.TryParse(StylesReader.Child(from, name)?.Value.Trim(), out var number)
        && number is >= 0 and < CheckLimits.LastRow
            ? number + 1
            : 1;
}
