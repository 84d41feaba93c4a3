using System.Xml;
using System.Xml.Linq;

namespace ReportEngine.Checking.Reading;

/// <summary>
/// Reads a workbook from any hand; whatever it is made to do ends in a <see cref="ReportException"/>.
/// </summary>
internal static class WorkbookReader
{
    public static ReadWorkbook Read(string file)
    {
        var bytes = WorkbookBytes.Read(file);
        WorkbookPackage? package = null;
        try
        {
            package = new WorkbookPackage(file, bytes, new ReadBudget(file));
            return Workbook(package);
        }
        catch (XmlException error)
        {
            throw WorkbookProblems.BrokenXml(file, package?.Part ?? "", error.LineNumber);
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException)
        {
            throw WorkbookProblems.BrokenArchive(file, "The zip archive is broken.");
        }
        finally
        {
            package?.Dispose();
        }
    }

    private static ReadWorkbook Workbook(WorkbookPackage package)
    {
        if (!package.Has("[Content_Types].xml"))
        {
            throw WorkbookProblems.NotAPackage(
                package.File,
                package.Has("mimetype") ? "An OpenDocument or e-book package." : "A zip archive, but no workbook."
            );
        }
        var roots = package.RelationshipsOf("");
        var part =
            Target(roots, "officeDocument") ?? throw WorkbookProblems.MissingPart(package.File, "for the workbook");
        if (part.EndsWith(".bin", StringComparison.OrdinalIgnoreCase))
        {
            throw WorkbookProblems.NotAPackage(package.File, "A workbook of the binary format .xlsb.");
        }
        var workbook = package.Load(part);
        if (workbook.Name.LocalName != "workbook")
        {
            throw WorkbookProblems.NotAPackage(package.File, "An Office file, but no workbook.");
        }
        var relationships = package.RelationshipsOf(part);
        var strings = Target(relationships, "sharedStrings") is { } shared ? SharedStrings.Read(package, shared) : [];
        var styles = Target(relationships, "styles") is { } looks ? StylesReader.Read(package.Load(looks)) : [];
        return new ReadWorkbook(
            Path.GetFileName(package.File),
            Properties(Target(roots, "core-properties") is { } core && package.Has(core) ? package.Load(core) : null),
            Sheets(package, workbook, relationships, strings, styles),
            StylesReader.Number(Descendant(workbook, "workbookView"), "activeTab"),
            ActiveContent(package, relationships)
        );
    }

    private static IReadOnlyList<ReadSheet> Sheets(
        WorkbookPackage package,
        XElement workbook,
        IReadOnlyList<Relationship> relationships,
        IReadOnlyList<RichText> strings,
        IReadOnlyList<ReadStyle> styles
    )
    {
        var tabs = StylesReader.Child(workbook, "sheets")?.Elements().ToList() ?? [];
        package.Budget.Stop(tabs.Count > CheckLimits.Sheets, "Too many sheets.", CheckLimits.Sheets);
        if (tabs.Count == 0)
        {
            throw WorkbookProblems.MissingPart(package.File, "for a sheet");
        }
        var sheets = new List<ReadSheet>();
        foreach (var tab in tabs)
        {
            var name = (string?)tab.Attribute("name") ?? "";
            var id = tab.Attributes()
                .FirstOrDefault(one => one.Name.LocalName == "id" && one.Name.Namespace != XNamespace.None)
                ?.Value;
            var part =
                relationships.FirstOrDefault(one => one.Id == id && !one.IsExternal)?.Target
                ?? throw WorkbookProblems.MissingPart(package.File, "of sheet " + name);
            sheets.Add(
                SheetReader.Read(
                    package,
                    part,
                    name,
                    (string?)tab.Attribute("state") is "hidden" or "veryHidden",
                    strings,
                    styles
                )
            );
        }
        return sheets;
    }

    private static ReadProperties Properties(XElement? core) =>
        new(Said(core, "title"), Said(core, "language"), Said(core, "creator"), Said(core, "keywords"));

    private static string Said(XElement? core, string name) => StylesReader.Child(core, name)?.Value.Trim() ?? "";

    /// <summary>
    /// What runs or fetches when the workbook is opened, told in words; formulas stand with their cells.
    /// </summary>
    private static IReadOnlyList<string> ActiveContent(
        WorkbookPackage package,
        IReadOnlyList<Relationship> relationships
    )
    {
        List<string> found =
        [
            .. relationships
                .Select(one => one.Kind)
                .Distinct(StringComparer.Ordinal)
                .Select(kind =>
                    kind switch
                    {
                        "vbaProject" => "macros",
                        "externalLink" => "links to other workbooks",
                        "connections" => "connections to databases",
                        _ => "",
                    }
                )
                .Where(words => words.Length > 0),
        ];
        if (
            !found.Contains("macros")
            && package.Parts.Any(part => part.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))
        )
        {
            found.Add("macros");
        }
        return found;
    }

    private static string? Target(IReadOnlyList<Relationship> all, string kind) =>
        all.FirstOrDefault(one => one.Kind == kind && !one.IsExternal)?.Target;

    private static XElement? Descendant(XElement element, string name) =>
        element.Descendants().FirstOrDefault(one => one.Name.LocalName == name);
}
