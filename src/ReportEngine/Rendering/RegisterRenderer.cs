using System.Globalization;
using System.Text;
using ReportEngine.Cases;
using ReportEngine.Documents;

namespace ReportEngine.Rendering;

/// <summary>A register row by row as a workbook and as CSV, written as the rows come, with a data package that marks and describes the CSV.</summary>
internal static class RegisterRenderer
{
    /// <param name="rows">Gives the rows anew each time it is asked.</param>
    public static IReadOnlyList<OutputFile> Render(Document document, Func<RegisterRows> rows)
    {
        var words = new DocumentWords(document.Language);
        var stem = "referrals-" + document.Period.Id + "-" + document.Edition.Id;
        var csv = Csv(rows());
        return
        [
            new OutputFile("registers/" + stem + ".xlsx", Workbook(document, words, rows())), new OutputFile("registers/" + stem + ".csv", csv),
            new OutputFile("registers/datapackage.json", DataRenderer.Package(document, words, stem, words.Titled(words.Say("Referrals row by row"), document),
            [
                DataRenderer.Resource(stem, stem + ".csv", words.Say("Referrals"), [.. Register.Columns.Select(column => new DataRenderer.Field(column.Name, TypeOf(column), words.Say(column.Heading)))], csv),
            ])),
        ];
    }

    private static string TypeOf(RegisterColumn column) => column.Form switch
    {
        RegisterForm.Key or RegisterForm.Number => "integer",
        RegisterForm.Hour => "datetime",
        _ => "string",
    };

    private static byte[] Workbook(Document document, DocumentWords words, RegisterRows rows)
    {
        var title = words.Titled(words.Say("Referrals row by row"), document);
        var marking = string.Join(" · ", words.Marks(document));
        var flat = new FlatTable([.. Register.Columns.Select(column => new FlatColumn(words.Say(column.Heading), KindOf(column)))], []);
        var sheet = new Sheet(words.Say("Referrals"), title,
            [
                marking, words.Say("This worksheet contains one table."),
                words.Say("Keys are those of the register. Whoever knows an account's followers and organisation may find its row: treat every row as data of a person."),
                words.Say("Hours are rounded down, so that a time between two of them can be up to an hour off; the figures are of the exact times."),
                words.Say("The last outcome counts. A first action in effect may have been followed by another decision."),
                words.MarkerMeaning("x"),
                words.Say("Source: {0}", words.Say("Case register, {0}. {1}.", words.Office(document), words.CutOff(document))),
                words.Say("Contact") + ": " + words.Say(document.Dataset.Contact),
                words.Say("Status") + ": " + words.Status(document),
                words.Say("Released") + ": " + words.Say("Never: for the auditor alone"),
                words.Say("Next update") + ": " + words.Say("With the next build of the auditor edition"),
            ], new SheetTable("referrals", flat) { Streamed = rows });
        return WorkbookWriter.Write([sheet], new WorkbookProperties(title, words.Office(document),
            string.Join(", ", "register", document.Period.Id, document.Edition.Id), marking, document.Language.Tag, document.Language.RightToLeft, document.CutOff.Text));
    }

    private static FlatKind KindOf(RegisterColumn column) => column.Form switch
    {
        RegisterForm.Key => FlatKind.Key,
        RegisterForm.Number => FlatKind.Whole,
        RegisterForm.Hour => FlatKind.Hour,
        _ => FlatKind.Text,
    };

    private static byte[] Csv(RegisterRows rows)
    {
        using var stream = new MemoryStream();
        using (var text = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\r\n" })
        {
            text.WriteLine(string.Join(',', Register.Columns.Select(column => column.Name)));
            foreach (var row in rows.Rows)
            {
                for (var index = 0; index < row.Length; index++)
                {
                    if (index > 0)
                    {
                        text.Write(',');
                    }
                    text.Write(Field(row[index], Register.Columns[index].Form));
                }
                text.WriteLine();
            }
        }
        return stream.ToArray();
    }

    private static string Field(object? value, RegisterForm form) => value switch
    {
        null => "",
        long seconds when form == RegisterForm.Hour => DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture),
        long number => number.ToString(CultureInfo.InvariantCulture),
        var code => "\"" + SpreadsheetText.Safe(Convert.ToString(code, CultureInfo.InvariantCulture)!).Replace("\"", "\"\"", StringComparison.Ordinal) + "\"",
    };
}
