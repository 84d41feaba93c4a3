using System.Globalization;
using System.Text;

namespace ReportEngine.Cases;

/// <summary>
/// The codes and names of a table as a person sees them: two that look alike would be one heading for two columns, and
/// one row of a chart for two platforms.
/// </summary>
internal sealed class ImportedNames(TableSchema table)
{
    /// <summary>
    /// Columns of reference tables whose words become headings and labels. Lists of two jurisdictions may be called
    /// alike: they are told apart by their codes (<see cref="CodeLists"/>).
    /// </summary>
    private static readonly HashSet<string> Labels =
    [
        "platform.name",
        "subject_type.label",
        "organisation.name",
        "basis_code.label",
        "legal_ground.label",
        "agency.name",
        "detection_source.label",
        "outcome_code.label_en",
        "outcome_code.label_ur",
        "platform_ask.text",
        "nap_indicator.name",
    ];

    private readonly List<(ColumnSchema Column, Dictionary<string, (int Line, string Text)> Seen)> columns =
    [
        .. table
            .Columns.Where(column =>
                column is { IsKey: true, Form: ColumnForm.Text } || Labels.Contains(table.Name + "." + column.Name)
            )
            .Select(column => (column, new Dictionary<string, (int, string)>(StringComparer.Ordinal))),
    ];

    /// <summary>What of a row looks like what an earlier one has; a code that is the same is told as that.</summary>
    public IEnumerable<(ColumnSchema Column, Finding Finding)> Add(int line, object[] values)
    {
        foreach (var (column, seen) in columns)
        {
            if (values[column.Index] is not string text)
            {
                continue;
            }
            if (seen.TryAdd(AsSeen(text), (line, text)))
            {
                continue;
            }
            var earlier = seen[AsSeen(text)];
            if (!column.IsKey)
            {
                yield return (column, ImportFindings.SameName(column, text, earlier.Line));
            }
            else if (earlier.Text != text)
            {
                yield return (column, ImportFindings.AlikeCode(column, text, earlier.Text, earlier.Line));
            }
        }
    }

    /// <summary>
    /// Without case, marks that leave nothing on paper, and the difference of Unicode's forms and blanks.
    /// </summary>
    internal static string AsSeen(string text)
    {
        var seen = new StringBuilder();
        foreach (var rune in text.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                // One blank between words, none before the first.
                seen.Append(seen.Length > 0 && seen[^1] != ' ' ? " " : "");
            }
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control))
            {
                seen.Append(Rune.ToLowerInvariant(rune).ToString());
            }
        }
        return seen.ToString().TrimEnd();
    }
}
