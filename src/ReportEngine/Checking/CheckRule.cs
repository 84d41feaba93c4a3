using ReportEngine.Checking.Reading;

namespace ReportEngine.Checking;

/// <summary>
/// One demand of the guidance on a workbook. Where the guidance makes one thing essential and another advised under the
/// same id, two entries share it.
/// </summary>
internal sealed record CheckRule(
    string Id,
    Severity Severity,
    string Expected,
    string Remedy,
    Func<ReadWorkbook, IEnumerable<Fault>> Find
)
{
    /// <summary>Every rule a program can decide, in the order findings are told.</summary>
    public static readonly IReadOnlyList<CheckRule> All =
    [
        .. TableRules.All,
        .. TableCellRules.All,
        .. NumberRules.All,
        .. ShorthandRules.All,
        .. NoteRules.All,
        .. LookRules.All,
        .. ContentRules.All,
        .. ColumnARules.All,
        .. WorkbookRules.All,
        .. FrontSheetRules.All,
    ];
}

/// <summary>A place where a rule is broken; no sheet means the file, no cell the whole sheet.</summary>
internal sealed record Fault(string? Sheet, CellAddress? Cell, string Found);
