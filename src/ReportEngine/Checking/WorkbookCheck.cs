using ReportEngine.Checking.Reading;

namespace ReportEngine.Checking;

/// <summary>A broken rule at one place, ready to be told.</summary>
public sealed record Finding(
    string Rule,
    Severity Severity,
    string? Sheet,
    string? Cell,
    string Found,
    string Expected,
    string Remedy
)
{
    public Problem In(string file) =>
        new(
            Sheet is null ? file
                : Cell is null ? $"{file} [{Sheet}]"
                : $"{file} [{Sheet}!{Cell}]",
            Rule,
            Found,
            Expected,
            Remedy,
            Severity
        );
}

/// <summary>What only a person can answer, and signs for.</summary>
public sealed record Attestation(string Rule, string Question);

/// <summary>
/// The rules of "Releasing statistics in spreadsheets" held against a workbook, ours or anyone's. A rule that is broken
/// in the same way all over a sheet is told at the first places, the last of which says how many more there are.
/// </summary>
public sealed record WorkbookCheck(
    string File,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<Attestation> Attestations
)
{
    private const int MostOnASheet = 10;

    public int Errors => Findings.Count(finding => finding.Severity == Severity.Error);

    public int Warnings => Findings.Count - Errors;

    public static WorkbookCheck Of(string file)
    {
        var workbook = WorkbookReader.Read(file);
        return new WorkbookCheck(
            file,
            [.. CheckRule.All.SelectMany(rule => Told(rule, workbook))],
            Checking.Attestations.For(workbook)
        );
    }

    private static IEnumerable<Finding> Told(CheckRule rule, ReadWorkbook workbook)
    {
        foreach (var sheet in rule.Find(workbook).GroupBy(fault => fault.Sheet, StringComparer.Ordinal))
        {
            var faults = sheet.ToList();
            for (var index = 0; index < Math.Min(faults.Count, MostOnASheet); index++)
            {
                var more = index == MostOnASheet - 1 ? faults.Count - MostOnASheet : 0;
                var found =
                    faults[index].Found
                    + (more == 0 ? "" : FormattableString.Invariant($" And {more} more on this sheet."));
                yield return new Finding(
                    rule.Id,
                    rule.Severity,
                    sheet.Key,
                    faults[index].Cell?.ToString(),
                    found,
                    rule.Expected,
                    rule.Remedy
                );
            }
        }
    }
}
