using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Releases;

namespace ReportEngine.Rendering;

/// <summary>The auditor's way from a figure of the workbook to the rows of the register.</summary>
internal static class TraceSheets
{
    /// <summary>What a cell takes; longer lists of keys are in trace.json alone.</summary>
    private const int LongestCell = 32_700;

    public static Sheet[] Of(RenderRequest request, TraceFile trace)
    {
        var figures = Document.FiguresOf(request.Document.Blocks).DistinctBy(CellKey.Of).ToDictionary(CellKey.Of);
        return
        [
            ExcelRenderer.Listing(
                request,
                "trace",
                "Trace",
                "Rows of the register behind each figure",
                [
                    "This worksheet contains one table.",
                    "Rows: all that were counted, for a share also those it is taken out of; the columns of the "
                        + "question tell them apart. Of: the dimension values of the figure; [z] for a total. From "
                        + "[z]: from the beginning. From and To are in UTC.",
                    "Keys are those of the files in registers, beside this workbook; in which column, the key "
                        + "says. Values of plan returns and milestones are in the database alone. The digest is the "
                        + "SHA-256 of the salt of trace.json and the keys, each on a line. trace.json counts questions "
                        + "from 0.",
                    .. trace.Figures.Any(entry => Other(FigureOf(entry)) is "[low]")
                        ? [request.Words.MarkerMeaning("low")]
                        : Array.Empty<string>(),
                    .. trace
                        .Figures.SelectMany(entry => entry.Sources)
                        .Any(source => source.Keys?.Text.Length > LongestCell)
                        ? ["[x]: the list of keys is too long for a cell and stands in trace.json."]
                        : Array.Empty<string>(),
                ],
                [
                    .. ExcelRenderer.Columns(request, "Figure", "Of", "Period"),
                    Whole(request, "Counted (number)"),
                    Whole(request, "Out of (number)"),
                    new FlatColumn(request.Words.Say("Other value (hours, ratio, points)"), FlatKind.OneDecimal),
                    .. ExcelRenderer.Columns(request, "From", "To"),
                    Whole(request, "Question (number)"),
                    Whole(request, "Rows (number)"),
                    .. ExcelRenderer.Columns(request, "Keys", "Digest"),
                ],
                [
                    .. trace.Figures.SelectMany(entry =>
                        entry.Sources.Select(source =>
                            (IReadOnlyList<object>)
                                [
                                    entry.Figure.MetricId,
                                    entry.Figure.Codes.Length == 0 ? "[z]" : entry.Figure.Codes,
                                    entry.Figure.Period,
                                    Counted(FigureOf(entry)),
                                    OutOf(FigureOf(entry)),
                                    Other(FigureOf(entry)),
                                    From(source.From),
                                    source.To,
                                    (long)source.Question + 1,
                                    source.Keys?.Count ?? 0,
                                    source.Keys?.Text switch
                                    {
                                        null or "" => "[z]",
                                        { Length: > LongestCell } => "[x]",
                                        var keys => trace.Questions[source.Question].Key + ": " + keys,
                                    },
                                    source.Sha256,
                                ]
                        )
                    ),
                ]
            ),
            ExcelRenderer.Listing(
                request,
                "trace_questions",
                "Trace questions",
                "Questions to the register behind the figures",
                [
                    "This worksheet contains one table.",
                    "The temporary tables they are about are defined in trace.json.",
                ],
                [Whole(request, "Question (number)"), .. ExcelRenderer.Columns(request, "Key", "SQL")],
                [
                    .. trace.Questions.Select(
                        (question, index) => (IReadOnlyList<object>)[(long)index + 1, question.Key, question.Sql]
                    ),
                ]
            ),
        ];

        Figure? FigureOf(TraceEntry entry) => figures.GetValueOrDefault(entry.Figure);
    }

    private static object Counted(Figure? figure) =>
        figure?.Quantity is Count count ? count.Number
        : figure?.Numerator is { } number ? number
        : "[z]";

    private static object OutOf(Figure? figure) => figure?.Denominator is { } number ? number : "[z]";

    /// <summary>What is neither counted nor a share of it; what would show as 0.0 without being 0 says so.</summary>
    private static object Other(Figure? figure) =>
        figure switch
        {
            null or { Value: null } or { Quantity: Count or Share or Portion } => "[z]",
            { Value: > 0 and < 0.05 or < 0 and > -0.05 } => "[low]",
            { Value: { } value } => value,
        };

    /// <summary>Of stocks, which begin before any record.</summary>
    private static string From(string instant) => string.CompareOrdinal(instant, "1900") < 0 ? "[z]" : instant;

    private static FlatColumn Whole(RenderRequest request, string heading) =>
        new(request.Words.Say(heading), FlatKind.Whole);
}
