using System.Globalization;
using System.Text;
using ReportEngine.Cases;
using ReportEngine.Documents;

namespace ReportEngine.Rendering;

/// <summary>
/// The register row by row, written as the rows come: the referrals of the period as a workbook and as CSV, everything
/// known at the cut-off as CSV, with a data package that marks and describes the CSV files.
/// </summary>
internal static class RegisterRenderer
{
    /// <param name="rows">Gives the rows of a register anew each time it is asked.</param>
    public static IReadOnlyList<OutputFile> Render(Document document, Func<Register, RegisterRows> rows)
    {
        var words = new DocumentWords(document.Language);
        var stem = "referrals-" + document.Period.Id + "-" + document.Edition.Id;
        var data = Registers
            .All.Select(register => (Register: register, Stem: register.Name + "-" + document.Edition.Id))
            .Prepend((Register: Registers.OfPeriod, Stem: stem))
            .Select(one => (one.Register, one.Stem, Content: Csv(one.Register, rows(one.Register))))
            .ToList();
        return
        [
            new OutputFile(
                "registers/" + stem + ".xlsx",
                Workbook(Registers.OfPeriod, document, words, rows(Registers.OfPeriod))
            ),
            .. data.Select(one => new OutputFile("registers/" + one.Stem + ".csv", one.Content)),
            new OutputFile(
                "registers/datapackage.json",
                DataRenderer.Package(
                    document,
                    words,
                    "registers-" + document.Edition.Id,
                    words.Titled(words.Say("Register row by row"), document),
                    [
                        .. data.Select(one =>
                            DataRenderer.Resource(
                                one.Stem,
                                one.Stem + ".csv",
                                words.Say(one.Register.Title),
                                [
                                    .. one.Register.Columns.Select(column => new DataRenderer.Field(
                                        column.Name,
                                        TypeOf(column),
                                        words.Say(column.Heading)
                                    )),
                                ],
                                one.Content
                            )
                        ),
                    ]
                )
            ),
        ];
    }

    private static string TypeOf(RegisterColumn column) =>
        column.Form switch
        {
            RegisterForm.Number => "integer",
            RegisterForm.Hour => "datetime",
            RegisterForm.Day => "date",
            _ => "string",
        };

    private static byte[] Workbook(Register register, Document document, DocumentWords words, RegisterRows rows)
    {
        var title = words.Titled(words.Say(register.Title), document);
        var marking = string.Join(" · ", words.Marks(document));
        var flat = new FlatTable(
            [.. register.Columns.Select(column => new FlatColumn(words.Say(column.Heading), KindOf(column)))],
            []
        );
        var sheet = new Sheet(
            words.Say("Referrals"),
            title,
            [
                marking,
                words.Say("This worksheet contains one table."),
                words.Say(
                    "Keys are those of the register. Whoever knows an account's followers and organisation may "
                        + "find its row: treat every row as data of a person."
                ),
                words.Say(
                    "Hours are rounded down, so that a time between two of them can be up to an hour off; the "
                        + "figures are of the exact times."
                ),
                words.Say(
                    "The last outcome counts. A first action in effect may have been followed by another decision."
                ),
                words.MarkerMeaning("x"),
                words.Say(
                    "Source: {0}",
                    words.Say("Case register, {0}. {1}.", words.Office(document), words.CutOff(document))
                ),
                words.Say("Contact") + ": " + words.Say(document.Dataset.Contact),
                words.Say("Status") + ": " + words.Status(document),
                words.Say("Released") + ": " + words.Say("Never: for the auditor alone"),
                words.Say("Next update") + ": " + words.Say("With the next build of the auditor edition"),
            ],
            new SheetTable("referrals", flat) { Streamed = rows }
        );
        return WorkbookWriter.Write(
            [sheet],
            new WorkbookProperties(
                title,
                words.Office(document),
                string.Join(", ", "register", document.Period.Id, document.Edition.Id),
                marking,
                document.Language.Tag,
                document.Language.RightToLeft,
                document.CutOff.Text
            )
        );
    }

    private static FlatKind KindOf(RegisterColumn column) =>
        column.Form switch
        {
            RegisterForm.Key => FlatKind.Key,
            RegisterForm.Number => FlatKind.Whole,
            RegisterForm.Hour => FlatKind.Hour,
            _ => FlatKind.Text,
        };

    private static byte[] Csv(Register register, RegisterRows rows)
    {
        using var stream = new MemoryStream();
        using (var text = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\r\n" })
        {
            text.WriteLine(string.Join(',', register.Columns.Select(column => column.Name)));
            foreach (var row in rows.Rows)
            {
                for (var index = 0; index < row.Length; index++)
                {
                    if (index > 0)
                    {
                        text.Write(',');
                    }
                    text.Write(Field(row[index], register.Columns[index].Form));
                }
                text.WriteLine();
            }
        }
        return stream.ToArray();
    }

    private static string Field(object? value, RegisterForm form) =>
        value switch
        {
            null => "",
            long seconds when form == RegisterForm.Hour => DateTimeOffset
                .FromUnixTimeSeconds(seconds)
                .ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture),
            long number => number.ToString(CultureInfo.InvariantCulture),
            var code => "\""
                + SpreadsheetText
                    .Safe(Convert.ToString(code, CultureInfo.InvariantCulture)!)
                    .Replace("\"", "\"\"", StringComparison.Ordinal)
                + "\"",
        };
}
