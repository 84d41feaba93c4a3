using System.Globalization;
using System.Text.RegularExpressions;
using ReportEngine.Checking.Reading;

namespace ReportEngine.Checking;

/// <summary>Numbers that can be added up, and that look alike down a column.</summary>
internal static partial class NumberRules
{
    private const double Thousand = 1000;

    public static readonly IReadOnlyList<CheckRule> All =
    [
        new(
            "T10",
            Severity.Warning,
            "one type of number in a column, and no number stored as text",
            "Store numbers as numbers, and give each unit its own column.",
            MixedTypes
        ),
        new(
            "T11",
            Severity.Warning,
            "the same decimals down a column, commas in thousands, none in years",
            "Give the column one number format.",
            Formats
        ),
        new(
            "S04",
            Severity.Warning,
            "[low] where a value is not zero but is shown as 0",
            "Show more decimals, or write [low].",
            ShownAsZero
        ),
    ];

    private static IEnumerable<Fault> MixedTypes(ReadWorkbook book)
    {
        foreach (var (sheet, column) in ColumnsOf(book))
        {
            var first = column.FirstOrDefault(cell => cell.Number is not null);
            var other = first is null
                ? null
                : column.FirstOrDefault(cell => cell.Number is not null && Kind(cell) != Kind(first));
            if (other is not null)
            {
                yield return new Fault(
                    sheet.Name,
                    other.Address,
                    $"A {Named(other)} in a column that began with a {Named(first!)}."
                );
            }
            if (
                column.FirstOrDefault(cell =>
                    StoredAsText().IsMatch(cell.Words) && cell.Address.Column > cell.Table!.Range.First.Column
                ) is
                { } text
            )
            {
                yield return new Fault(sheet.Name, text.Address, $"The number '{text.Words}' is stored as text.");
            }
        }
    }

    private static IEnumerable<Fault> Formats(ReadWorkbook book)
    {
        foreach (var (sheet, column) in ColumnsOf(book))
        {
            var numbers = column
                .Where(cell =>
                    cell.Number is not null && cell.Style.Format.Kind is NumberKind.Number or NumberKind.Percent
                )
                .ToList();
            if (
                numbers.FirstOrDefault(cell =>
                    Kind(cell) == Kind(numbers[0]) && cell.Style.Format.Decimals != numbers[0].Style.Format.Decimals
                ) is
                { } odd
            )
            {
                yield return new Fault(
                    sheet.Name,
                    odd.Address,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{odd.Style.Format.Decimals} decimals in a column that began with "
                            + $"{numbers[0].Style.Format.Decimals}."
                    )
                );
            }
            var years = column.Where(cell => cell.Number is not null).All(IsYear);
            var bare = column.FirstOrDefault(cell =>
                Math.Abs(cell.Number ?? 0) >= Thousand
                && !cell.Style.Format.HasThousands
                && !years
                && !IsKeyColumn(sheet, cell)
                && cell.Style.Format.Kind is NumberKind.Number or NumberKind.General
            );
            var marked = column.FirstOrDefault(cell =>
                years && IsYear(cell) && cell.Style.Format.HasThousands && IsYearColumn(sheet, cell)
            );
            if ((bare ?? marked) is { } wrong)
            {
                yield return new Fault(
                    sheet.Name,
                    wrong.Address,
                    bare is null ? "A year with a comma." : "A number of four digits or more without commas."
                );
            }
        }
    }

    private static IEnumerable<Fault> ShownAsZero(ReadWorkbook book) =>
        ColumnsOf(book)
            .SelectMany(one =>
                one.Column.Where(cell =>
                        cell.Number is { } value
                        && value != 0
                        && cell.Style.Format.Kind is NumberKind.Number or NumberKind.Percent
                        && Math.Round(
                            Math.Abs(value) * (cell.Style.Format.Kind == NumberKind.Percent ? 100 : 1),
                            Math.Min(cell.Style.Format.Decimals, 15),
                            MidpointRounding.AwayFromZero
                        ) == 0
                    )
                    .Select(cell => new Fault(
                        one.Sheet.Name,
                        cell.Address,
                        FormattableString.Invariant($"The value {cell.Number} is shown as 0.")
                    ))
            );

    private static IEnumerable<(ReadSheet Sheet, IReadOnlyList<ReadCell> Column)> ColumnsOf(ReadWorkbook book) =>
        TableRules
            .BodiesOf(book)
            .SelectMany(one =>
                one.Body.GroupBy(cell => cell.Address.Column)
                    .Select(column => (one.Sheet, (IReadOnlyList<ReadCell>)[.. column]))
            );

    private static NumberKind Kind(ReadCell cell) =>
        cell.Style.Format.Kind is NumberKind.General or NumberKind.Text ? NumberKind.Number : cell.Style.Format.Kind;

    private static string Named(ReadCell cell) =>
        Kind(cell) switch
        {
            NumberKind.Percent => "percentage",
            NumberKind.Date => "date",
            _ => "plain number",
        };

    private static bool IsYear(ReadCell cell) =>
        cell.Number is >= 1800 and <= 2200 && double.IsInteger(cell.Number.Value);

    /// <summary>Keys of rows name and do not count; their heading says what they are.</summary>
    private static bool IsKeyColumn(ReadSheet sheet, ReadCell cell) =>
        sheet
            .At(cell.Table!.Range.First.Row, cell.Address.Column)
            ?.Words.EndsWith("(key)", StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsYearColumn(ReadSheet sheet, ReadCell cell) =>
        sheet
            .At(cell.Table!.Range.First.Row, cell.Address.Column)
            ?.Words.Contains("year", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>With a leading zero it is a code, not a number.</summary>
    [GeneratedRegex(@"^[-+]?(0|[1-9][0-9]{0,2}(,[0-9]{3})+|[1-9][0-9]*)(\.[0-9]+)?\s?%?$")]
    private static partial Regex StoredAsText();
}
