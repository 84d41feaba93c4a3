using ReportEngine.Checking.Reading;

namespace ReportEngine.Checking;

/// <summary>
/// The rules no program can decide, as questions; more of them when the words are in a language the rules do not know.
/// </summary>
internal static class Attestations
{
    private static readonly IReadOnlyList<Attestation> Always =
    [
        new(
            "T05",
            "Do headings name their unit in round brackets and stay the same from sheet to sheet and release to "
                + "release?"
        ),
        new("T06", "Is no wrapped text cropped by the height of its row when the workbook is open?"),
        new("S04", "Does each 0 stand for a true zero, and [low] for what was rounded to zero before it was stored?"),
        new("F01", "Is nothing told by colour alone?"),
        new("F02", "Does each alternative text say what its picture shows?"),
        new("F04", "Does each link say where it leads, and the type and size of a file it opens?"),
        new("W01", "Does each tab's name say what the sheet holds?"),
        new("W03", "Does the title on the cover name the place the figures are about?"),
        new(
            "D01",
            "Has every suppressed cell been tried against totals and sibling files, so that no small count can "
                + "be worked out?"
        ),
        new(
            "M01",
            "Has the spelling been checked, are the words plain, and does coloured text stand out enough from "
                + "what is behind it?"
        ),
    ];

    private static readonly IReadOnlyList<Attestation> InOtherLanguages =
    [
        new(
            "T07",
            "Where a sheet has filters or frozen panes, does column A above the table say so and how to turn them off?"
        ),
        new("T08", "Does column A above each table with blank cells say why they are blank, with one reason?"),
        new("C02", "Does A2 of each sheet with tables say how many tables it holds?"),
        new("W02", "Are there sheets for the cover, the contents and the notes?"),
        new(
            "W03",
            "Does the cover give period, date of publication, date of the next update, status, source and contact?"
        ),
    ];

    public static IReadOnlyList<Attestation> For(ReadWorkbook workbook) =>
        [.. Always.Concat(workbook.IsEnglish ? [] : InOtherLanguages).OrderBy(one => one.Rule, StringComparer.Ordinal)];
}
