using System.Globalization;
using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;

namespace ReportEngine.Rendering;

/// <summary>
/// The workbook: Cover, Summary, Contents, Notes, one table a sheet with its intervals beside it, then Checks and
/// Dictionary. Layout follows the guidance "Releasing statistics in spreadsheets": everything a reader needs stands in
/// column A above the table.
/// </summary>
internal static class ExcelRenderer
{
    private const string NotesName = "notes";
    private const StringComparison Ordinal = StringComparison.Ordinal;

    public static IReadOnlyList<OutputFile> Render(RenderRequest request)
    {
        var (document, words) = (request.Document, request.Words);
        List<Sheet> content =
        [
            .. document.Tables.Where(table => table.IsSummary).Select(table => Summary(table, request)),
            Notes(request),
            .. document.Tables.Where(table => !table.IsSummary).SelectMany(table => TableSheets(table, request)),
            // In an appendix of evidence the same table has its place and number.
            .. document.Tables.Any(table => table.Id == EvidenceTables.IdentitiesId)
                ? Array.Empty<Sheet>()
                : [Checks(request)],
            .. document.Defined.Count == 0 ? Array.Empty<Sheet>() : [Dictionary(request)],
            .. request.Trace is { } trace ? TraceSheets.Of(request, trace) : [],
        ];
        content = Named(content);
        List<Sheet> sheets = [Cover(request), .. content];
        sheets.Insert(sheets.FindIndex(sheet => sheet.Table?.Name == NotesName), Contents(request, content));
        var properties = new WorkbookProperties(
            words.Titled(document.Title, document),
            words.Office(document),
            string.Join(", ", document.ReportId, document.Period.Id, document.Edition.Id),
            string.Join(" · ", words.Marks(document)),
            document.Language.Tag,
            document.Language.RightToLeft,
            document.CutOff.Text
        );
        return
        [
            new OutputFile(request.FileStem + ".xlsx", WorkbookWriter.Write(sheets, properties))
            {
                Places = document
                    .Tables.Where(table => table.Number is not null)
                    .ToDictionary(
                        table => Places.KeyOf(table)!,
                        table => sheets.First(sheet => sheet.Table?.Name == table.Id).Name
                    ),
            },
        ];
    }

    /// <summary>No two of one name, which Excel does not open: names are cut at 31 letters.</summary>
    private static List<Sheet> Named(IEnumerable<Sheet> sheets)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. sheets.Select(sheet => sheet with { Name = Free(sheet.Name) })];

        string Free(string name)
        {
            var free = name;
            for (var number = 2; !taken.Add(free); number++)
            {
                var mark = FormattableString.Invariant($" {number}");
                free = name[..Math.Min(name.Length, SheetNames.Longest - mark.Length)] + mark;
            }
            return free;
        }
    }

    private static Sheet Cover(RenderRequest request) =>
        new(
            request.Words.Say("Cover"),
            request.Words.Titled(request.Document.Title, request.Document),
            [
                .. Marks(request),
                request.Document.Subtitle,
                .. request.Words.CoverFacts(request.Document).Select(fact => fact.Label + ": " + fact.Value),
                request.Words.Say(
                    "Numbers are not rounded in the cells; formats show one decimal. Shares are stored as "
                        + "fractions of 1, but on the summary, where each row has its unit."
                ),
                request.Words.Say("The same figures stand in the PDF, HTML and CSV files beside this workbook."),
            ],
            null
        );

    private static Sheet Contents(RenderRequest request, IReadOnlyList<Sheet> sheets) =>
        Listing(
            request,
            "contents",
            "Contents",
            "Contents",
            ["This worksheet contains one table. Each name in column A is a link to a sheet."],
            Columns(request, "Sheet", "What it holds"),
            [.. sheets.Select(sheet => (IReadOnlyList<object>)[sheet.Name, sheet.Title])],
            [.. sheets.Index().Select(sheet => new SheetLink(sheet.Index, 0, sheet.Item.Table!.Name))]
        );

    private static Sheet Notes(RenderRequest request)
    {
        (string Sign, string Meaning)[] rows =
        [
            ("[u]", "Not given: too few cases or answers (10 for a median or a share, 20 for 95 in 100)."),
            ("[x]", "Not available; for times: not reached: the estimated share has stayed below this level so far."),
            ("[z]", "Not applicable."),
            ("[c]", "Withheld to protect individuals."),
            ("[low]", "Rounds to zero, but is not zero."),
            ("[b]", "Break in the series: from this period on, something else is counted than before."),
            ("[r]", "Revised since the last release."),
            ("0", "A true zero: nothing was counted."),
            (
                "Acted on",
                "Removed everywhere, restricted in Pakistan, or limited in part by the platform. Not a block of "
                    + "the network."
            ),
            ("Cut-off", "Records that reached the register later are not in these figures."),
            (
                "95 % interval",
                "Wilson score interval for a share, log-log interval of the Kaplan–Meier curve for a time or an "
                    + "estimate. Where two intervals overlap, the difference may be chance; that they overlap does not "
                    + "show that there is none."
            ),
        ];
        return Listing(
            request,
            NotesName,
            "Notes",
            "Notes on shorthand and counting",
            ["This worksheet contains one table."],
            Columns(request, "Sign or word", "What it means"),
            [
                .. rows.Select(row =>
                    (IReadOnlyList<object>)[request.Words.Say(row.Sign), request.Words.Say(row.Meaning)]
                ),
            ]
        );
    }

    private static Sheet Summary(Table table, RenderRequest request) =>
        TableSheet(
            SheetNames.Of(table, request.Words),
            request.Words.Say("Summary: {0}", request.Words.Titled(request.Document.Title, request.Document)),
            table,
            SummarySheet.Of(table, request.Document, request.Words),
            request
        );

    /// <summary>The table, and its intervals on a sheet beside it.</summary>
    private static IEnumerable<Sheet> TableSheets(Table table, RenderRequest request)
    {
        var (words, language) = (request.Words, request.Document.Language);
        var title = words.Titled(table, request.Document);
        var numbered = words.NumberOf(table) is { } number ? words.Say("{0}: {1}", number, title) : title;
        var cells = new SheetTable(table.Id, FlatTable.Of(table, language));
        yield return TableSheet(SheetNames.Of(table, words), numbered, table, cells, request);
        if (FlatTable.IntervalsOf(table, language) is { } intervals)
        {
            yield return TableSheet(
                SheetNames.OfIntervals(table, words),
                words.Say("{0}: 95 % intervals", numbered),
                table,
                new SheetTable(table.Id + "_intervals", intervals),
                request
            );
        }
    }

    private static Sheet TableSheet(string name, string title, Table table, SheetTable cells, RenderRequest request)
    {
        var signs = cells.Flat.Markers.ToList();
        // What explains a sign stands where the sign does.
        var others = FlatTable.Signs.Except(signs).Select(NumberStyle.Marker).ToList();
        var notes = request
            .Words.Notes(table, forReaders: false)
            .Where(note => !others.Exists(sign => note.StartsWith(sign, Ordinal)))
            .ToList();
        return new Sheet(
            name,
            title,
            [
                .. Marks(request),
                request.Words.Say("This worksheet contains one table."),
                .. notes,
                .. signs
                    .Where(sign => !notes.Exists(note => note.Contains(NumberStyle.Marker(sign), Ordinal)))
                    .Select(request.Words.MarkerMeaning),
                request.Words.Say("Source: {0}", request.Words.Source(request.Document)),
                .. request.Words.IdsOf(table) is { } ids ? [ids] : Array.Empty<string>(),
            ],
            cells
        );
    }

    private static Sheet Checks(RenderRequest request) =>
        Listing(
            request,
            "checks",
            "Checks",
            "Identity checks",
            ["This worksheet contains one table.", "A report with a broken identity is never written."],
            [
                .. Columns(request, "Check", "Identity"),
                new FlatColumn(request.Words.Say("Left side (number)"), FlatKind.Whole),
                new FlatColumn(request.Words.Say("Right side (number)"), FlatKind.Whole),
                .. Columns(request, "Result"),
            ],
            [
                .. request.Document.Checks.Select(check =>
                    (IReadOnlyList<object>)
                        [
                            check.Id,
                            check.Statement,
                            check.Left,
                            check.Right,
                            request.Words.Say(check.Holds ? "Holds" : "Broken"),
                        ]
                ),
            ]
        );

    private static Sheet Dictionary(RenderRequest request) =>
        Listing(
            request,
            "dictionary",
            "Dictionary",
            "Definitions of the figures in this workbook",
            [
                "This worksheet contains one table.",
                "[z]: a plain count has no numerator and denominator, or the definition has not changed.",
            ],
            [
                .. Columns(request, "Figure"),
                new FlatColumn(request.Words.Say("Version"), FlatKind.Whole),
                .. Columns(request, "Name", "Unit", "Definition", "Counted", "Out of", "Counted when", "Modelled on"),
                .. Columns(request, "Changed"),
            ],
            [
                .. request.Document.Defined.Select(metric =>
                    (IReadOnlyList<object>)
                        [
                            metric.Id,
                            (long)metric.Version,
                            metric.Name,
                            request.Words.Say(metric.Unit.Words),
                            metric.Definition,
                            metric.Numerator ?? "[z]",
                            metric.Denominator ?? "[z]",
                            request.Words.Cohort(metric.Cohort),
                            metric.Source,
                            metric.Changes.Count == 0
                                ? "[z]"
                                : string.Join(' ', metric.Changes.Select(request.Words.Changed)),
                        ]
                ),
            ]
        );

    /// <summary>One line, so that the number of tables comes next.</summary>
    private static string[] Marks(RenderRequest request) =>
        request.Words.Marks(request.Document) is { Count: > 0 } marks ? [string.Join(" · ", marks)] : [];

    internal static Sheet Listing(
        RenderRequest request,
        string tableName,
        string name,
        string title,
        IReadOnlyList<string> lines,
        IReadOnlyList<FlatColumn> columns,
        IReadOnlyList<IReadOnlyList<object>> rows,
        IReadOnlyList<SheetLink>? links = null
    ) =>
        new(
            request.Words.Say(name),
            request.Words.Say(title),
            [.. Marks(request), .. lines.Select(request.Words.Say)],
            new SheetTable(tableName, new FlatTable(columns, rows)) { Links = links ?? [] }
        );

    internal static IReadOnlyList<FlatColumn> Columns(RenderRequest request, params string[] headings) =>
        [.. headings.Select(heading => new FlatColumn(request.Words.Say(heading), FlatKind.Text))];
}
