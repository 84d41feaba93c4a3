using ReportEngine.Releases;

namespace ReportEngine.Rendering;

/// <summary>The auditor's way from a figure of the workbook to the rows of the register.</summary>
internal static class TraceSheets
{
    /// <summary>What a cell takes; longer lists of keys are in trace.json alone.</summary>
    private const int LongestCell = 32_700;

    public static Sheet[] Of(RenderRequest request, TraceFile trace) =>
    [
        ExcelRenderer.Listing(request, "trace", "Trace", "Rows of the register behind each figure",
            [
                "This worksheet contains one table.",
                "Rows: all that were counted, for a share also those it is taken out of. Of: the dimension values of the figure; [z] for a total. The digest is the SHA-256 of the salt of trace.json and the keys, each on a line.",
                .. trace.Figures.SelectMany(entry => entry.Sources).Any(source => source.Keys?.Text.Length > LongestCell)
                    ? ["[x]: the list of keys is too long for a cell and stands in trace.json."] : Array.Empty<string>(),
            ],
            [
                .. ExcelRenderer.Columns(request, "Figure", "Of", "Period", "From", "To"), Whole(request, "Question (number)"), Whole(request, "Rows (number)"),
                .. ExcelRenderer.Columns(request, "Keys", "Digest"),
            ],
            [.. trace.Figures.SelectMany(entry => entry.Sources.Select(source => (IReadOnlyList<object>)
            [
                entry.Figure.MetricId, entry.Figure.Codes.Length == 0 ? "[z]" : entry.Figure.Codes, entry.Figure.Period, source.From, source.To,
                (long)source.Question + 1, source.Keys?.Count ?? 0,
                source.Keys?.Text switch { null or "" => "[z]", { Length: > LongestCell } => "[x]", var keys => trace.Questions[source.Question].Key + ": " + keys }, source.Sha256,
            ]))]),
        ExcelRenderer.Listing(request, "trace_questions", "Trace questions", "Questions to the register behind the figures",
            ["This worksheet contains one table.", "The temporary tables they are about are defined in trace.json."],
            [Whole(request, "Question (number)"), .. ExcelRenderer.Columns(request, "Key", "SQL")],
            [.. trace.Questions.Select((question, index) => (IReadOnlyList<object>)[(long)index + 1, question.Key, question.Sql])]),
    ];

    private static FlatColumn Whole(RenderRequest request, string heading) => new(request.Words.Say(heading), FlatKind.Whole);
}
