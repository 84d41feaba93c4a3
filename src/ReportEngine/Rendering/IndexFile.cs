using System.Globalization;
using System.Text;
using CsvHelper;
using ReportEngine.Documents;

namespace ReportEngine.Rendering;

/// <summary>
/// index.csv: from the number of each table and chart to where it stands in each file of the release. A field is empty
/// where the release has no such file, or the table is not printed on paper.
/// </summary>
internal static class IndexFile
{
    public const string FileName = "index.csv";

    private static readonly IReadOnlyList<string> Fields =
    [
        "kind",
        "number",
        "title",
        "page",
        "tab",
        "anchor",
        "data",
        "picture",
    ];

    /// <summary>Charts, then tables, each in the order of the report; what has no number is left out.</summary>
    public static OutputFile Of(Document document, IReadOnlyList<OutputFile> files)
    {
        var charts = document
            .Charts.DistinctBy(chart => chart.Id)
            .Select(chart => (Key: Places.KeyOf(chart), Kind: "figure", chart.Number, chart.Title));
        var tables = document.Tables.Select(table =>
            (Key: Places.KeyOf(table), Kind: "table", table.Number, table.Title)
        );
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(text, DataRenderer.Csv, leaveOpen: true))
        {
            foreach (var field in Fields)
            {
                csv.WriteField(field);
            }
            csv.NextRecord();
            foreach (var (key, kind, number, title) in charts.Concat(tables).Where(one => one.Key is not null))
            {
                string[] record =
                [
                    kind,
                    number!,
                    SpreadsheetText.Safe(title),
                    In(".pdf", key!),
                    SpreadsheetText.Safe(In(".xlsx", key!)),
                    In(".html", key!),
                    In(".csv", key!),
                    In(".png", key!),
                ];
                foreach (var value in record)
                {
                    csv.WriteField(value);
                }
                csv.NextRecord();
            }
        }
        return new OutputFile(FileName, new UTF8Encoding(false).GetBytes(text.ToString()));

        string In(string extension, string key) =>
            files
                .Where(file => file.Path.EndsWith(extension, StringComparison.Ordinal))
                .Select(file => file.Places.GetValueOrDefault(key))
                .FirstOrDefault(place => place is not null)
            ?? "";
    }
}
