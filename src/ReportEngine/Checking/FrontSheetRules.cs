using System.Text.RegularExpressions;
using ReportEngine.Checking.Reading;

namespace ReportEngine.Checking;

/// <summary>The sheets before the tables: cover, contents and notes.</summary>
internal static partial class FrontSheetRules
{
    public static readonly IReadOnlyList<CheckRule> All =
    [
        new(
            "W02",
            Severity.Warning,
            "sheets Cover, Contents and Notes, and a row for each sheet in the contents",
            "Add the sheet, or the row.",
            FrontSheets
        ),
        new(
            "W03",
            Severity.Warning,
            "period in the title, date of publication and of the next update, status, source and contact",
            "Add a line to the cover.",
            Cover
        ),
    ];

    private static readonly IReadOnlyList<(string What, Func<ReadSheet, bool> Has)> OnTheCover =
    [
        ("period in the title", cover => Year().IsMatch(cover.At(1, 1)?.Words ?? "")),
        ("date of publication", cover => Has(cover, Published())),
        ("date of the next update", cover => Has(cover, NextUpdate())),
        ("status", cover => Has(cover, Status())),
        ("source", cover => Has(cover, Source())),
        ("contact", cover => Has(cover, Contact())),
    ];

    private static IEnumerable<Fault> FrontSheets(ReadWorkbook book)
    {
        if (book.Sheets.Sum(sheet => sheet.Tables.Count) < 2)
        {
            yield break;
        }
        if (book.IsEnglish)
        {
            foreach (var name in new[] { "Cover", "Contents", "Notes" })
            {
                if (Named(book, name) is null)
                {
                    yield return new Fault(null, null, $"There is no sheet {name}.");
                }
            }
        }
        if (Contents(book) is { } contents)
        {
            var listed = Listed(contents).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var cover = Named(book, "Cover") ?? book.Sheets[0];
            foreach (
                var sheet in book.Sheets.Where(sheet =>
                    sheet != contents && sheet != cover && !listed.Contains(sheet.Name)
                )
            )
            {
                yield return new Fault(contents.Name, null, $"The contents have no row for sheet '{sheet.Name}'.");
            }
        }
    }

    private static IEnumerable<Fault> Cover(ReadWorkbook book) =>
        book.IsEnglish && Named(book, "Cover") is { } cover
            ? OnTheCover
                .Where(one => !one.Has(cover))
                .Select(one => new Fault(cover.Name, null, $"The cover gives no {one.What}."))
            : [];

    private static ReadSheet? Named(ReadWorkbook book, string name) =>
        book.Sheets.FirstOrDefault(sheet =>
            sheet.Name.Contains(name, StringComparison.OrdinalIgnoreCase)
            && sheet.Name.Length <= name.Length + "Table of ".Length
        );

    /// <summary>
    /// In any language, the contents are the sheet whose table names most of the others.
    /// </summary>
    private static ReadSheet? Contents(ReadWorkbook book)
    {
        var names = book.Sheets.Select(sheet => sheet.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return book.Sheets.Where(sheet => sheet.Tables.Count > 0 && Listed(sheet).Count(names.Contains) > 1)
                .MaxBy(sheet => Listed(sheet).Where(names.Contains).Distinct().Count())
            ?? Named(book, "Contents");
    }

    /// <summary>The sheets that rows lead to, by their link or their words.</summary>
    private static IEnumerable<string> Listed(ReadSheet sheet) =>
        sheet
            .Links.Where(link => link.Target.Contains('!', StringComparison.Ordinal))
            .Select(link =>
                link.Target[..link.Target.LastIndexOf('!')].Trim('#', '\'').Replace("''", "'", StringComparison.Ordinal)
            )
            .Concat(
                sheet.Cells.Where(cell => cell.Address.Column == 1 && cell.Text is not null).Select(cell => cell.Words)
            );

    private static bool Has(ReadSheet cover, Regex pattern) =>
        cover.Cells.Any(cell => cell.Text is not null && pattern.IsMatch(cell.Words));

    [GeneratedRegex(@"\b(19|20)[0-9]{2}\b")]
    private static partial Regex Year();

    [GeneratedRegex(
        @"\b(date published|publication date|date of publication|published( on)?:|published on|"
            + @"released( on)?:|release date)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Published();

    [GeneratedRegex(@"\bnext (update|release|publication|edition)", RegexOptions.IgnoreCase)]
    private static partial Regex NextUpdate();

    [GeneratedRegex(@"\b(status|provisional|revised|final|official statistics)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Status();

    [GeneratedRegex(@"\b(sources?|data):", RegexOptions.IgnoreCase)]
    private static partial Regex Source();

    [GeneratedRegex(@"\bcontact\b|@", RegexOptions.IgnoreCase)]
    private static partial Regex Contact();
}
