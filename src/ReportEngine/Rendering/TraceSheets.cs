using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;
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
        var traced = trace.Figures.Select(entry => figures.GetValueOrDefault(entry.Figure)).OfType<Figure>().ToList();
        // A field that none of them has is no column; the marker stands in the place of the value.
        var fields = FigureFields
            .Values.Where(field => field != FigureFields.Marker)
            .Where(field => traced.Exists(figure => field.Of(figure) is not null))
            .ToList();
        var markers = traced
            .SelectMany(figure => fields.Select(field => Printed(field, figure)).OfType<string>())
            .Where(text => text is "[u]" or "[x]" or "[c]" or "[low]")
            .Distinct()
            .Order(StringComparer.Ordinal);
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
                        + "[z]: from the beginning. From and To are in UTC. Known at: the cut-off of "
                        + "the question, an earlier one for the period before at the same age.",
                    "Keys are those of the files in registers, beside this workbook; in which column, the key "
                        + "says. Values of plan returns and milestones are in the database alone. The digest is the "
                        + "SHA-256 of the salt of trace.json and the keys, each on a line. "
                        + "Questions are counted from 0, as in trace.json.",
                    "Values are those of the data files, under their names there; [z] where a figure has none.",
                    .. markers.Select(marker => request.Words.MarkerMeaning(marker[1..^1])),
                    .. trace
                        .Figures.SelectMany(entry => entry.Sources)
                        .Any(source => source.Keys?.Text.Length > LongestCell)
                        ? ["[x]: the list of keys is too long for a cell and stands in trace.json."]
                        : Array.Empty<string>(),
                ],
                [
                    .. ExcelRenderer.Columns(request, "Figure", "Of", "Period"),
                    .. fields.Select(field => new FlatColumn(field.Name, KindOf(field))),
                    .. ExcelRenderer.Columns(request, "From", "To", "Known at"),
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
                                    .. fields.Select(field => Printed(field, FigureOf(entry))),
                                    From(source.From),
                                    source.To,
                                    source.Known ?? trace.Known,
                                    (long)source.Question,
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
                        (question, index) => (IReadOnlyList<object>)[(long)index, question.Key, question.Sql]
                    ),
                ]
            ),
        ];

        Figure? FigureOf(TraceEntry entry) => figures.GetValueOrDefault(entry.Figure);
    }

    private static FlatKind KindOf(FigureField field) =>
        field.Type switch
        {
            FieldType.Whole => FlatKind.Whole,
            FieldType.Number => FlatKind.ThreeDecimals,
            _ => FlatKind.Text,
        };

    /// <summary>What would show as 0.000 without being 0 says so, as does a value that is not given.</summary>
    private static object Printed(FigureField field, Figure? figure) =>
        (figure is null ? null : field.Of(figure)) switch
        {
            null when field == FigureFields.Value && figure?.Quantity.Marker is { } marker => NumberStyle.Marker(
                marker
            ),
            null => "[z]",
            double number => SheetFields.OrLow(number, SheetFields.LeastShown),
            var value => value,
        };

    /// <summary>Of stocks, which begin before any record.</summary>
    private static string From(string instant) => string.CompareOrdinal(instant, "1900") < 0 ? "[z]" : instant;

    private static FlatColumn Whole(RenderRequest request, string heading) =>
        new(request.Words.Say(heading), FlatKind.Whole);
}
