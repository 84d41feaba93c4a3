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
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    internal static readonly CsvConfiguration Csv = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        ShouldQuote = arguments => arguments.FieldType == typeof(string) && !string.IsNullOrEmpty(arguments.Field),
    };

    public static IReadOnlyList<OutputFile> Render(RenderRequest request)
    {
        var (document, words) = (request.Document, request.Words);
        var tables = document
            .Tables.Select(table => (Table: table, Fields: Fields(table, words), Content: Write(table, words)))
            .ToList();
        return
        [
            .. tables.Select(entry => new OutputFile(FileOf(entry.Table), entry.Content)
            {
                Places = PlaceOf(entry.Table),
            }),
            new OutputFile(
                "data/datapackage.json",
                Package(
                    document,
                    words,
                    request.FileStem.ToLowerInvariant(),
                    words.Titled(document.Title, document),
                    [
                        .. tables.Select(entry =>
                            Resource(
                                entry.Table.Id.Replace('_', '-'),
                                FileName(entry.Table),
                                entry.Table.Title,
                                entry.Fields,
                                entry.Content
                            )
                        ),
                    ]
                )
            ),
        ];
    }

    /// <summary>A data package (Frictionless) that names the edition and carries its marks.</summary>
    internal static byte[] Package(
        Document document,
        DocumentWords words,
        string name,
        string title,
        IReadOnlyList<object> resources
    ) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new Dictionary<string, object?>
            {
                ["profile"] = "tabular-data-package",
                ["name"] = name,
                ["title"] = title,
                ["description"] = string.Join(
                    " ",
                    new[] { words.CutOff(document), document.Edition.Name }
                        .Concat(words.Marks(document))
                        .Select(part => part + ".")
                ),
                ["languages"] = new[] { document.Language.Tag },
                ["contributors"] = new[] { new { title = words.Office(document), role = "publisher" } },
                ["resources"] = resources,
            },
            Json
        );

    /// <summary>Relative to the folder of the build.</summary>
    internal static string FileOf(Table table) => "data/" + FileName(table);

    private static Dictionary<string, string> PlaceOf(Table table) =>
        Places.KeyOf(table) is { } key ? new() { [key] = FileOf(table) } : [];

    private static string FileName(Table table) => table.Id.Replace('_', '-') + ".csv";

    /// <summary>A CSV file of the package with its columns, length and digest.</summary>
    internal static Dictionary<string, object?> Resource(
        string name,
        string path,
        string title,
        IReadOnlyList<Field> fields,
        byte[] content
    ) =>
        new()
        {
            ["name"] = name,
            ["path"] = path,
            ["title"] = title,
            ["profile"] = "tabular-data-resource",
            ["format"] = "csv",
            ["mediatype"] = "text/csv",
            ["encoding"] = "utf-8",
            ["bytes"] = content.Length,
            ["hash"] = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(content)),
            ["schema"] = new
            {
                fields = fields.Select(field => new
                {
                    name = field.Name,
                    type = field.Type,
                    description = field.Description,
                }),
                missingValues = new[] { "" },
            },
        };

    private static byte[] Write(Table table, DocumentWords words)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(text, Csv, leaveOpen: true))
        {
            foreach (var field in Fields(table, words))
            {
                csv.WriteField(field.Name);
            }
            csv.NextRecord();
            if (HasFigures(table))
            {
                foreach (var figure in table.Figures)
                {
                    WriteFigure(csv, table, figure, words);
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

    private static void WriteFigure(CsvWriter csv, Table table, Figure figure, DocumentWords words)
    {
        WriteFields(csv, figure, FigureFields.Identity);
        foreach (var dimension in DimensionsOf(table))
        {
            csv.WriteField(figure.CodeOf(dimension) is { } code ? SpreadsheetText.Safe(code) : "total");
            csv.WriteField(
                figure.Dimensions.FirstOrDefault(value => value.Dimension == dimension).Label is { } label
                    ? SpreadsheetText.Safe(label)
                    : words.Say("Total")
            );
        }
        WriteFields(csv, figure, FigureFields.Values);
        csv.NextRecord();
    }

    /// <summary>Texts are quoted, numbers and days are not; a field without a value is empty.</summary>
    private static void WriteFields(CsvWriter csv, Figure figure, IReadOnlyList<FigureField> fields)
    {
        foreach (var field in fields)
        {
            switch (field.Of(figure))
            {
                case long number:
                    csv.WriteField(number);
                    break;
                case double number:
                    csv.WriteField(number);
                    break;
                case var text:
                    csv.WriteField((string?)text ?? "");
                    break;
            }
        }
    }

    private static string PlainCell(Cell cell) =>
        cell switch
        {
            TextCell text => SpreadsheetText.Safe(text.Text),
            NumberCell number => number.Number.ToString(CultureInfo.InvariantCulture),
            DateCell date => LocalDatePattern.Iso.Format(date.Day),
            _ => "",
        };

    private static IReadOnlyList<Field> Fields(Table table, DocumentWords words)
    {
        if (!HasFigures(table))
        {
            return
            [
                .. table.Columns.Select(column => new Field(
                    column.Id,
                    column.Kind switch
                    {
                        ColumnKind.Date => "date",
                        ColumnKind.Number => "integer",
                        _ => "string",
                    },
                    column.Heading
                )),
            ];
        }
        return
        [
            .. FigureFields.Identity.Select(Described),
            .. DimensionsOf(table)
                .SelectMany(dimension =>
                    (Field[])
                        [
                            Said(DimensionNames.Of(dimension), "string", "Code of the dimension; 'total' for all"),
                            Said(DimensionNames.Of(dimension) + "_label", "string", "Label of the dimension"),
                        ]
                ),
            .. FigureFields.Values.Select(Described),
        ];

        Field Said(string name, string type, string description) => new(name, type, words.Say(description));

        Field Described(FigureField field) => Said(field.Name, field.TypeName, field.Description);
    }

    private static bool HasFigures(Table table) => table.Columns.Any(column => column.Kind == ColumnKind.Figure);

    private static IEnumerable<Dimension> DimensionsOf(Table table) =>
        table.Figures.SelectMany(figure => figure.Dimensions).Select(value => value.Dimension).Distinct().Order();

    internal sealed record Field(string Name, string Type, string Description);
}
