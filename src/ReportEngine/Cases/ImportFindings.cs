using System.Text;
using static System.FormattableString;

namespace ReportEngine.Cases;

/// <summary>
/// A rule that is broken, still without its place. The remedy is worked out only for problems that are shown.
/// </summary>
internal sealed record Finding(string Code, string Found, string? Expected = null, Func<string?>? Remedy = null);

/// <summary>
/// The words of every problem an import can find in the data; each code is made here and nowhere else.
/// </summary>
internal static class ImportFindings
{
    private const int LongestQuote = 60;
    private const int MostChoices = 30;

    public static Finding MissingFile() =>
        new("RE101", "The file is missing.", "one CSV a table, with at least its header");

    public static Finding UnknownFile(string table, IEnumerable<string> tables) =>
        new("RE102", "No table is named '" + table + "'.", null, () => Nearest.Suggestion(table, tables));

    public static Finding MissingColumn(string name) =>
        new("RE103", "The column '" + name + "' is missing.", "a column '" + name + "' in the header");

    public static Finding UnknownColumn(string name, IReadOnlyList<string> names) =>
        new("RE104", "Unknown column '" + Cut(name) + "'.", OneOf(names), () => Nearest.Suggestion(name, names));

    public static Finding RepeatedColumn(string name) =>
        new("RE105", "The column '" + name + "' stands twice.", "each column once");

    public static Finding FieldCount(int found, int expected) =>
        new(
            "RE106",
            found == 1 ? "The row has 1 field." : Invariant($"The row has {found} fields."),
            Invariant($"{expected} fields")
        );

    public static Finding Empty(ColumnSchema column) => new("RE107", column.Name + " is empty.", "a value");

    public static Finding Blank(ColumnSchema column) =>
        new("RE107", column.Name + " holds only blanks.", column.Required ? "a value" : "a value, or nothing at all");

    public static Finding TooLarge(ColumnSchema column, string text) =>
        new("RE129", Value(column, text) + " is out of bounds.", ImportValues.FormOf(column));

    public static Finding NotWhole(ColumnSchema column, string text) =>
        Not("RE108", column, text, "a whole number", "digits only, such as 12");

    public static Finding NotNumber(ColumnSchema column, string text) =>
        Not("RE108", column, text, "a number", "a decimal point and no grouping, such as 1250.5");

    public static Finding NotInstant(ColumnSchema column, string text) =>
        Not("RE109", column, text, "an instant", ImportValues.InstantForm);

    public static Finding NotDate(ColumnSchema column, string text) =>
        Not("RE109", column, text, "a date", ImportValues.DateForm);

    public static Finding Future(ColumnSchema column, string text, string extractedAt) =>
        new(
            "RE110",
            Value(column, text) + " is later than the extract of the data set.",
            "nothing after " + extractedAt
        );

    public static Finding UnknownCode(ColumnSchema column, string text, IReadOnlyCollection<string> codes) =>
        Not("RE111", column, text, "a known code", OneOf(codes), () => Nearest.Suggestion(text, codes));

    public static Finding BrokenReference(ColumnSchema column, string text) =>
        new(
            "RE112",
            Value(column, text) + " refers to no row.",
            "the " + Key(column) + " of a row of " + column.References + ".csv"
        );

    public static Finding DuplicateId(ColumnSchema column, string text) =>
        new("RE113", Value(column, text) + " stands twice.", "each id once");

    public static Finding SameName(ColumnSchema column, string text, int line) =>
        new(
            "RE133",
            Value(column, text) + Invariant($" is that of line {line} too, as readers see it."),
            "a name of its own: it becomes a heading"
        );

    public static Finding AlikeCode(ColumnSchema column, string text, string earlier, int line) =>
        new(
            "RE134",
            Value(column, text) + " looks like '" + Cut(earlier) + Invariant($"' of line {line}."),
            "a code that differs by more than case, blanks, Unicode form and marks that nobody sees"
        );

    public static Finding KeyForm(ColumnSchema column, string text, long number) =>
        new(
            "RE135",
            Value(column, text) + Invariant($" would become {number}."),
            Invariant($"{number}, without zeros before it or a sign before 0")
        );

    public static Finding NoGlyph(ColumnSchema column, string text, Rune letter) =>
        new(
            "RE136",
            Value(column, text) + Invariant($" holds {letter} (U+{letter.Value:X4}), which no font of PDFs has."),
            "a letter that is printed; PDFs and pictures show the sign U+FFFD in its place"
        );

    public static Finding RecordedEarly(ColumnSchema column, string happenedAt, string recordedAt) =>
        new(
            "RE115",
            "recorded_at '" + recordedAt + "' is earlier than " + Value(column, happenedAt) + ".",
            "a row recorded when or after it happened"
        );

    public static Finding BrokenCheck(string rule, string? expression) =>
        new("RE116", "The row breaks the rule '" + rule + "'.", expression);

    public static Finding WrongByte(byte found) =>
        new(
            "RE117",
            Invariant($"The byte 0x{found:X2} is not UTF-8 here."),
            "UTF-8",
            () => "Save the file as CSV UTF-8."
        );

    public static Finding CutCharacter() =>
        new("RE117", "The file ends in the middle of a character.", "UTF-8", () => "Copy the file again.");

    public static Finding Utf16() => new("RE117", "The file is UTF-16.", "UTF-8", () => "Save the file as CSV UTF-8.");

    public static Finding Nul(ColumnSchema column) => new("RE118", column.Name + " holds a NUL character.", "text");

    public static Finding TooLong(ColumnSchema column, int length, int most) =>
        new("RE118", Invariant($"{column.Name} has {length} characters."), Invariant($"at most {most} characters"));

    public static Finding RowTooLong(int most) =>
        new("RE118", Invariant($"The row is longer than {most} bytes."), "a shorter row, or its closing quote");

    public static Finding Quoting(string found) =>
        new("RE120", found, "quotes around a whole value, doubled inside it; lines ended by LF or CRLF");

    public static Finding NoHeader() => new("RE121", "The file has no header.", "the columns of the table in line 1");

    public static Finding EndsEarly(ColumnSchema start, string from, ColumnSchema end, string to) =>
        new(
            "RE124",
            Value(end, to) + " is not after " + Value(start, from) + ".",
            "the first day after the period, later than its start"
        );

    public static Finding NotOneDataset(long rows) =>
        new("RE125", Invariant($"dataset.csv has {rows} rows."), "one row that names the data set");

    public static Finding More(long more) =>
        new("RE199", Invariant($"and {more} more."), null, () => "Mend these first, then import again.");

    private static Finding Not(
        string code,
        ColumnSchema column,
        string text,
        string form,
        string expected,
        Func<string?>? remedy = null
    ) => new(code, Value(column, text) + " is not " + form + ".", expected, remedy);

    private static string Value(ColumnSchema column, string text) => column.Name + " '" + Cut(text) + "'";

    private static string Cut(string text) => text.Length <= LongestQuote ? text : text[..LongestQuote] + "\u2026";

    private static string Key(ColumnSchema column) =>
        Schema.Tables.First(table => table.Name == column.References).Key.Name;

    private static string OneOf(IReadOnlyCollection<string> values) =>
        values.Count == 0 ? "a row in that table" : string.Join(", ", values.Take(MostChoices));
}
