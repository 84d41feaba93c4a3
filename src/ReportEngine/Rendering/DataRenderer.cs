using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using NodaTime.Text;
using ReportEngine.Documents;
using ReportEngine.Figures;

namespace ReportEngine.Rendering;

/// <summary>
/// Tidy CSV (RFC 4180, UTF-8): a row a figure, a file a table, and a Frictionless data package that describes every
/// column. A value is empty when a status says why; markers never stand in a number's place.
/// </summary>
internal static class DataRenderer
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    private static readonly CsvConfiguration Csv = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        ShouldQuote = arguments => arguments.FieldType == typeof(string) && !string.IsNullOrEmpty(arguments.Field),
    };

    public static IReadOnlyList<OutputFile> Render(RenderRequest request)
    {
        var tables = request.Document.Tables.DistinctBy(table => table.Id)
            .Select(table => (Table: table, Fields: Fields(table), Content: Write(table))).ToList();
        var package = new Dictionary<string, object?>
        {
            ["profile"] = "tabular-data-package",
            ["name"] = request.FileStem.ToLowerInvariant(),
            ["title"] = request.Document.Title + ", " + NumberStyle.PeriodName(request.Document.Period),
            ["description"] = DocumentWords.CutOff(request.Document) + ". " + request.Document.Edition.Name + "."
                + (request.Document.IsInvented ? " " + DocumentWords.InventedMark + "." : "")
                + (request.Document.Edition.Marking is { } marking ? " " + marking + "." : ""),
            ["contributors"] = new[] { new { title = PlainText.Clean(request.Document.Dataset.Office), role = "publisher" } },
            ["resources"] = tables.Select(entry => Resource(entry.Table, entry.Fields, entry.Content)).ToList(),
        };
        return
        [
            .. tables.Select(entry => new OutputFile("data/" + FileName(entry.Table), entry.Content)),
            new OutputFile("data/datapackage.json", JsonSerializer.SerializeToUtf8Bytes(package, Json)),
        ];
    }

    private static string FileName(Table table) => table.Id.Replace('_', '-') + ".csv";

    private static Dictionary<string, object?> Resource(Table table, IReadOnlyList<Field> fields, byte[] content) => new()
    {
        ["name"] = table.Id.Replace('_', '-'),
        ["path"] = FileName(table),
        ["title"] = table.Title,
        ["profile"] = "tabular-data-resource",
        ["format"] = "csv",
        ["mediatype"] = "text/csv",
        ["encoding"] = "utf-8",
        ["bytes"] = content.Length,
        ["hash"] = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(content)),
        ["schema"] = new
        {
            fields = fields.Select(field => new { name = field.Name, type = field.Type, description = field.Description }),
            missingValues = new[] { "" },
        },
    };

    private static byte[] Write(Table table)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(text, Csv, leaveOpen: true))
        {
            foreach (var field in Fields(table))
            {
                csv.WriteField(field.Name);
            }
            csv.NextRecord();
            if (HasFigures(table))
            {
                foreach (var figure in table.Figures)
                {
                    WriteFigure(csv, table, figure);
                }
            }
            else
            {
                foreach (var row in table.Rows)
                {
                    foreach (var cell in row.Cells)
                    {
                        csv.WriteField(PlainCell(cell));
                    }
                    csv.NextRecord();
                }
            }
        }
        return new UTF8Encoding(false).GetBytes(text.ToString());
    }

    private static void WriteFigure(CsvWriter csv, Table table, Figure figure)
    {
        csv.WriteField(figure.Metric.Id);
        csv.WriteField(figure.Metric.Version);
        csv.WriteField(figure.Period.Id);
        csv.WriteField(figure.AsOf.DayText);
        foreach (var dimension in DimensionsOf(table))
        {
            csv.WriteField(figure.CodeOf(dimension) ?? "total");
            csv.WriteField(figure.Dimensions.FirstOrDefault(value => value.Dimension == dimension).Label is { } label
                ? SpreadsheetText.Safe(label)
                : "Total");
        }
        csv.WriteField(FigureUnit.Of(figure.Metric.Unit));
        csv.WriteField(figure.Value);
        csv.WriteField(figure.Quantity is Status status ? status.Code : "");
        csv.WriteField(figure.Numerator);
        csv.WriteField(figure.Denominator);
        csv.WriteField(figure.Interval?.Low);
        csv.WriteField(figure.Interval?.High);
        csv.WriteField(figure.Quantity.Marker ?? "");
        csv.NextRecord();
    }

    private static string PlainCell(Cell cell) => cell switch
    {
        TextCell text => SpreadsheetText.Safe(text.Text),
        DateCell date => LocalDatePattern.Iso.Format(date.Day),
        _ => "",
    };

    private static IReadOnlyList<Field> Fields(Table table) => !HasFigures(table)
        ? [.. table.Columns.Select(column => new Field(column.Id, column.Kind == ColumnKind.Date ? "date" : "string", column.Heading))]
        :
        [
            new("figure_id", "string", "Id of the metric; its definition is in the method annex of the report"),
            new("metric_version", "integer", "Version of the definition"),
            new("period", "string", "Period of the report"),
            new("as_of", "date", "Cut-off: what was known at the end of this day, Asia/Karachi"),
            .. DimensionsOf(table).SelectMany(dimension => (Field[])
            [
                new(TableBuilder.ColumnId(dimension), "string", "Code of the " + dimension + "; 'total' for all"),
                new(TableBuilder.ColumnId(dimension) + "_label", "string", "Label of the " + dimension),
            ]),
            new("unit", "string", "What value is measured in; a proportion runs from 0 to 1"),
            new("value", "number", "The figure, not rounded"),
            new("status_code", "string", "The figure where it is a status"),
            new("numerator", "integer", "What was counted, for shares and ratios; known cases, for sums and times"),
            new("denominator", "integer", "Out of how many"),
            new("low", "number", "Lower end of the 95 % interval"),
            new("high", "number", "Upper end of the 95 % interval"),
            new("status", "string", "Why value is empty: u too few cases for a rate, x not available or not reached, z not applicable, c withheld"),
        ];

    private static bool HasFigures(Table table) => table.Columns.Any(column => column.Kind == ColumnKind.Figure);

    private static IEnumerable<Dimension> DimensionsOf(Table table) =>
        table.Figures.SelectMany(figure => figure.Dimensions).Select(value => value.Dimension).Distinct().Order();

    private sealed record Field(string Name, string Type, string Description);
}
