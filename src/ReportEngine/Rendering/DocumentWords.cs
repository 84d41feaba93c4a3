using ReportEngine.Documents;
using ReportEngine.Figures;

namespace ReportEngine.Rendering;

/// <summary>Sentences that every format prints about a document, its tables and its metrics.</summary>
internal static class DocumentWords
{
    public const string InventedMark = "Sample data: invented cases";

    public static string CutOff(Document document) => "Known by " + NumberStyle.Date(document.CutOff.Day);

    public static string Status(Document document) => document.Period.IsCompleteAt(document.CutOff)
        ? "Provisional: later records may change figures"
        : "Provisional and incomplete: the period was not over at the cut-off";

    public static string Source(Document document, Table table)
    {
        var ids = string.Join(", ", table.Metrics.Select(metric => metric.Id));
        return "Case register, " + PlainText.Clean(document.Dataset.Office) + ". " + CutOff(document) + "."
            + (ids.Length == 0 ? "" : " Figures: " + ids + ".");
    }

    public static string Source(Document document, Chart chart) =>
        "Case register, " + PlainText.Clean(document.Dataset.Office) + ". " + CutOff(document) + ". Figure: "
        + chart.Points.Select(point => point.Figure.Metric.Id).FirstOrDefault("none") + ".";

    /// <summary>The table's own notes, then the meaning of each marker that stands in it.</summary>
    public static IReadOnlyList<string> Notes(Table table)
    {
        var markers = table.Figures.SelectMany(MarkersOf)
            .Concat(table.Rows.SelectMany(row => row.Cells).OfType<MarkerCell>().Select(cell => cell.Marker))
            .Distinct().Order(StringComparer.Ordinal).ToList();
        var notReached = table.Figures.Any(figure => figure.Quantity is Hours { Reached: false, Cases: > 0 });
        return
        [
            .. table.Notes,
            .. markers.Where(marker => marker != "x" || !notReached).Select(NumberStyle.MarkerMeaning),
            .. notReached ? ["Not reached ([x] in the workbook): fewer referrals than that share had an answer by the cut-off."] : Array.Empty<string>(),
        ];
    }

    public static IEnumerable<(string Label, string Text)> Definition(Metric metric)
    {
        yield return ("Definition", metric.Definition);
        if (metric.Numerator is { } numerator)
        {
            yield return ("Counted", numerator);
        }
        if (metric.Denominator is { } denominator)
        {
            yield return ("Out of", denominator);
        }
        yield return ("Unit", UnitName(metric.Unit));
        yield return ("Cases taken", Cohort(metric.Cohort));
        yield return ("After", metric.Source);
    }

    public static string UnitName(Unit unit) => unit switch
    {
        Unit.Count => "number",
        Unit.Followers => "followers",
        Unit.Share => "number, out of, and per cent",
        Unit.PerThousand => "number, out of, and per 1,000",
        Unit.Ratio => "ratio",
        Unit.Hours => "hours",
        Unit.Status => "status",
        _ => "as the indicator says",
    };

    public static IReadOnlyList<(string Label, string Value)> CoverFacts(Document document) =>
    [
        ("Period", NumberStyle.PeriodName(document.Period) + " (" + document.Period.Id + "; fiscal year " + document.Period.FiscalYear + ")"),
        ("Cut-off", "What was known at the end of " + NumberStyle.Date(document.CutOff.Day) + ", Asia/Karachi"),
        ("Edition", document.Edition.Name),
        ("Status", Status(document)),
        ("Data", PlainText.Clean(document.Dataset.Title)),
        ("Answers for it", PlainText.Clean(document.Dataset.Office)),
        ("Contact", PlainText.Clean(document.Dataset.Contact)),
    ];

    /// <summary>The text alternative of a chart: what is drawn, then every value.</summary>
    public static string Alternative(Chart chart) => chart.Explanation + " " + string.Join("; ", chart.Points.Select(point =>
        point.Line + (point.Series.Length == 0 ? "" : ", " + point.Series) + ": " + NumberStyle.Sentence(point.Figure))) + ".";

    private static string Cohort(Cohort cohort) => cohort switch
    {
        Figures.Cohort.Submission => "submitted in the period, followed to the cut-off",
        Figures.Cohort.Activity => "happened in the period",
        Figures.Cohort.Cumulative => "from the baseline date to the end of the period or the cut-off",
        _ => "standing at the cut-off",
    };

    private static IEnumerable<string> MarkersOf(Figure figure) => figure.Quantity.Marker is { } marker ? [marker] : [];
}
