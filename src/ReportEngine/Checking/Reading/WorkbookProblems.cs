using System.Globalization;

namespace ReportEngine.Checking.Reading;

/// <summary>
/// Why a file could not be checked at all; findings about a workbook that could be read are not here.
/// </summary>
internal static class WorkbookProblems
{
    private const string AWorkbook = "a workbook in the format .xlsx";

    public static ReportException NoSuchFile(string file) =>
        new(ExitCode.WrongUsage, new Problem(file, "RE601", "No such file.", AWorkbook));

    public static ReportException NotAPackage(string file, string found) =>
        Failed(file, "RE602", found, AWorkbook, "Open it in a spreadsheet program and save it as .xlsx.");

    public static ReportException OldFormat(string file) =>
        Failed(
            file,
            "RE603",
            "A workbook of the old binary format .xls.",
            AWorkbook,
            "Save it as .xlsx and check that file."
        );

    public static ReportException Protected(string file) =>
        Failed(
            file,
            "RE604",
            "The workbook is encrypted with a password.",
            "a workbook that anyone can open",
            "Remove the password and check again."
        );

    public static ReportException BrokenArchive(string file, string found) =>
        Failed(file, "RE605", found, "a whole zip archive", "Fetch or save the file again.");

    public static ReportException TooMuch(string file, string found, long most) =>
        Failed(
            file,
            "RE606",
            found,
            "at most " + most.ToString("#,##0", CultureInfo.InvariantCulture),
            "Split the workbook; data this large belong in CSV."
        );

    public static ReportException BrokenXml(string file, string part, int line) =>
        Failed(
            file,
            "RE607",
            FormattableString.Invariant($"Part {part}, line {line}: broken XML, or a document type, which is refused."),
            "well-formed XML without a document type",
            "Save the workbook again with a spreadsheet program."
        );

    public static ReportException MissingPart(string file, string part) =>
        Failed(
            file,
            "RE608",
            $"Part {part} is missing.",
            "a package with a workbook and its sheets",
            "Save the workbook again with a spreadsheet program."
        );

    public static ReportException WrongValue(string file, string part, string found, string expected) =>
        Failed(file, "RE609", $"Part {part}: {found}", expected, "Save the workbook again with a spreadsheet program.");

    private static ReportException Failed(string file, string code, string found, string expected, string remedy) =>
        new(ExitCode.DataFailed, new Problem(file, code, found, expected, remedy));
}
