using System.Globalization;
using ReportEngine.Documents;
using ReportEngine.Figures;

namespace ReportEngine.Rendering;

/// <summary>
/// The workbook: Cover, Contents, Notes, one table a sheet, then Checks and Dictionary. Layout follows the guidance
/// "Releasing statistics in spreadsheets": everything a reader needs stands in column A above the table.
/// </summary>
internal static class ExcelRenderer
{
    public static IReadOnlyList<OutputFile> Render(RenderRequest request)
    {
        var document = request.Document;
        var tables = document.Tables.DistinctBy(table => table.Id).Select(table => TableSheet(table, document)).ToList();
        List<Sheet> content = [Notes(document), .. tables, Checks(document), Dictionary(document)];
        var sheets = new List<Sheet> { Cover(document), Contents(document, content) };
        sheets.AddRange(content);
        var properties = new WorkbookProperties(
            document.Title + ", " + NumberStyle.PeriodName(document.Period),
            PlainText.Clean(document.Dataset.Office),
            string.Join(", ", document.ReportId, document.Period.Id, document.Edition.Id),
            document.CutOff.Text);
        return [new OutputFile(request.FileStem + ".xlsx", WorkbookWriter.Write(sheets, properties))];
    }

    private static Sheet Cover(Document document) => new("Cover", document.Title + ", " + NumberStyle.PeriodName(document.Period),
    [
        .. Marks(document),
        document.Subtitle,
        .. DocumentWords.CoverFacts(document).Select(fact => fact.Label + ": " + fact.Value),
        "Numbers are not rounded in the cells; formats show one decimal. Shares are stored as fractions of 1.",
        "The same figures are published as PDF, HTML and CSV beside this workbook.",
    ], null);

    private static Sheet Contents(Document document, IReadOnlyList<Sheet> sheets) => new("Contents", "Contents",
        [.. Marks(document), "This worksheet contains one table. Each name in column A is a link to a sheet."],
        new SheetTable("contents", new FlatTable(
            [new FlatColumn("Sheet", FlatKind.Text), new FlatColumn("What it holds", FlatKind.Text)],
            [.. sheets.Select(sheet => (IReadOnlyList<object>)[sheet.Name, sheet.Title])]), LinksToSheets: true));

    private static Sheet Notes(Document document) => new("Notes", "Notes on shorthand and counting",
        [.. Marks(document), "This worksheet contains one table."],
        new SheetTable("notes", new FlatTable(
            [new FlatColumn("Sign or word", FlatKind.Text), new FlatColumn("What it means", FlatKind.Text)],
            [
                ["[u]", "No rate is given: fewer than 10 cases, or too few answers for a quantile."],
                ["[x]", "Not available; for times: not reached, because fewer referrals than that share had an answer by the cut-off."],
                ["[z]", "Not applicable."],
                ["0", "A true zero: nothing was counted."],
                ["Actioned", "Removed everywhere, restricted in Pakistan, or limited in part by the platform. Not a block of the network."],
                ["Cut-off", DocumentWords.CutOff(document) + ". Later records are not in these figures."],
                ["95 % interval", "Wilson score interval for a share. Where two intervals overlap, the difference may be chance."],
            ])));

    private static Sheet TableSheet(Table table, Document document)
    {
        var flat = FlatTable.Of(table);
        return new Sheet(SheetName(table.Id), table.Title + ", " + NumberStyle.PeriodName(document.Period),
        [
            .. Marks(document),
            "This worksheet contains one table.",
            .. DocumentWords.Notes(table),
            "Source: " + DocumentWords.Source(document, table),
        ], new SheetTable(table.Id, flat));
    }

    private static Sheet Checks(Document document) => new("Checks", "Identity checks",
        [.. Marks(document), "This worksheet contains one table. A report with a broken identity is never written."],
        new SheetTable("checks", new FlatTable(
            [
                new FlatColumn("Check", FlatKind.Text), new FlatColumn("Identity", FlatKind.Text),
                new FlatColumn("Left side (number)", FlatKind.Whole), new FlatColumn("Right side (number)", FlatKind.Whole),
                new FlatColumn("Result", FlatKind.Text),
            ],
            [.. document.Checks.Select(check => (IReadOnlyList<object>)
                [check.Id, check.Statement, check.Left, check.Right, check.Holds ? "Holds" : "Broken"])])));

    private static Sheet Dictionary(Document document) => new("Dictionary", "Definitions of the figures in this workbook",
        [.. Marks(document), "This worksheet contains one table. [z]: a plain count has no numerator and denominator."],
        new SheetTable("dictionary", new FlatTable(
            [
                new FlatColumn("Figure", FlatKind.Text), new FlatColumn("Version", FlatKind.Whole), new FlatColumn("Name", FlatKind.Text),
                new FlatColumn("Unit", FlatKind.Text), new FlatColumn("Definition", FlatKind.Text), new FlatColumn("Counted", FlatKind.Text),
                new FlatColumn("Out of", FlatKind.Text), new FlatColumn("After", FlatKind.Text),
            ],
            [.. Document.MetricsOf(document.Blocks).Select(metric => (IReadOnlyList<object>)
            [
                metric.Id, (long)metric.Version, metric.Name, DocumentWords.UnitName(metric.Unit), metric.Definition,
                metric.Numerator ?? "[z]", metric.Denominator ?? "[z]", metric.Source,
            ])])));

    private static IEnumerable<string> Marks(Document document) =>
        new[] { document.Edition.Marking, document.IsInvented ? DocumentWords.InventedMark : null }.OfType<string>();

    /// <summary>The table's id as words, at most 31 characters as Excel demands.</summary>
    private static string SheetName(string tableId)
    {
        var words = tableId.Replace("nap_", "NAP_", StringComparison.Ordinal).Replace('_', ' ');
        var name = char.ToUpper(words[0], CultureInfo.InvariantCulture) + words[1..];
        return name.Length <= 31 ? name : name[..31].TrimEnd();
    }
}
