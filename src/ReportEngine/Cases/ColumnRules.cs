using System.Globalization;
using NodaTime.Text;

namespace ReportEngine.Cases;

/// <summary>A rule a value breaks, still without its place.</summary>
internal sealed record Finding(string Code, string Found, string? Expected, string? Remedy = null)
{
    public Problem At(string place) => new(place, Code, Found, Expected, Remedy);
}

/// <summary>What a single value must be, by its column.</summary>
internal static class ColumnRules
{
    private const int LongestText = 10_000;
    private const string InstantForm = "an instant in UTC such as 2025-07-24T18:59:59Z";
    private const string DateForm = "a date such as 2025-07-24";

    public static Finding? Check(ColumnSchema column, string text, KnownRows known)
    {
        if (text.Length == 0)
        {
            return column.Required ? new Finding("RE107", "The column '" + column.Name + "' is empty.", "a value") : null;
        }
        if (text.Length > LongestText || text.Contains('\0', StringComparison.Ordinal))
        {
            return new Finding("RE118", FormattableString.Invariant($"A text of {text.Length} characters, or one with a NUL, in '{column.Name}'."),
                "at most 10,000 characters, none of them NUL");
        }
        return CheckForm(column, text, known) ?? CheckCode(column, text) ?? CheckReference(column, text, known);
    }

    public static object Value(ColumnSchema column, string text) => column.Form switch
    {
        ColumnForm.Integer => long.Parse(text, CultureInfo.InvariantCulture),
        ColumnForm.Real => double.Parse(text, CultureInfo.InvariantCulture),
        _ => text,
    };

    private static Finding? CheckForm(ColumnSchema column, string text, KnownRows known) => column.Form switch
    {
        ColumnForm.Integer when !long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) =>
            Wrong("RE108", column, text, "a whole number"),
        ColumnForm.Real when !(double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)) =>
            Wrong("RE108", column, text, "a number"),
        ColumnForm.Instant when !IsInstant(text) => Wrong("RE109", column, text, InstantForm),
        ColumnForm.Date when !IsDate(text) => Wrong("RE109", column, text, DateForm),
        ColumnForm.Instant when known.ExtractedAt is { } last && string.CompareOrdinal(text, last) > 0 =>
            Wrong("RE110", column, text, "no later than the extract of the data set, " + last),
        _ => null,
    };

    private static Finding? CheckCode(ColumnSchema column, string text) =>
        column.Codes.Count == 0 || column.Codes.Contains(text, StringComparer.Ordinal)
            ? null
            : new Finding("RE111", Quoted(column, text) + " is no code of the list.", string.Join(", ", column.Codes), Nearest.Suggestion(text, column.Codes));

    private static Finding? CheckReference(ColumnSchema column, string text, KnownRows known)
    {
        if (column.References is not { } parent || known.Contains(parent, text) || column.Name.StartsWith("supersedes", StringComparison.Ordinal))
        {
            return null;
        }
        var codes = known.CodesOf(parent);
        return codes.Count > 0
            ? new Finding("RE111", Quoted(column, text) + " is not in " + parent + ".csv.", null, Nearest.Suggestion(text, codes))
            : new Finding("RE112", Quoted(column, text) + " refers to no row of " + parent + ".csv.", "the id of a row there");
    }

    private static bool IsInstant(string text) =>
        text.Length == 20 && InstantPattern.General.Parse(text) is { Success: true, Value: var instant }
        && instant >= NodaTime.Instant.FromUtc(1900, 1, 1, 0, 0);

    private static bool IsDate(string text) => text.Length == 10 && LocalDatePattern.Iso.Parse(text) is { Success: true, Value.Year: >= 1900 and < 2100 };

    private static Finding Wrong(string code, ColumnSchema column, string text, string expected) =>
        new(code, Quoted(column, text) + " is not valid.", expected);

    private static string Quoted(ColumnSchema column, string text) => column.Name + " '" + text + "'";
}
