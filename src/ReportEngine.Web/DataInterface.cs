using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using CsvHelper;
using ReportEngine.Figures;

namespace ReportEngine.Web;

/// <summary>A release in the data interface.</summary>
public sealed record ReleaseAnswer(
    string Release,
    string Title,
    string Language,
    string Period,
    int Version,
    string Status,
    string CutOff,
    string ReleaseAt,
    string Address,
    IReadOnlyList<FileAnswer> Files
);

public sealed record FileAnswer(string Path, long Bytes, string Sha256, string Address);

/// <summary>
/// A figure in the data interface, with the names and units of 'report-engine figure --json'; dimensions and their
/// values by their codes.
/// </summary>
public sealed record FigureAnswer(
    string Id,
    string Name,
    string Unit,
    string Definition,
    IReadOnlyDictionary<string, string> Dimensions,
    double? Value,
    long? Numerator,
    long? Denominator,
    double? Low,
    double? High,
    string? Marker,
    string Period,
    string AsOf,
    string Release
);

/// <summary>The same figures for programs, under /api/v1, described by /openapi.json.</summary>
internal static class DataInterface
{
    private static readonly System.Text.Json.JsonSerializerOptions Json = new(
        System.Text.Json.JsonSerializerDefaults.Web
    )
    {
        WriteIndented = true,
        NumberHandling = JsonNumberHandling.Strict,
    };

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapMethods(
                "/api/v1/releases",
                Files.Reading,
                (Shelf shelf) => Results.Json(shelf.Archive().Select(Answer), Json)
            )
            .AllowAnonymous();
        site.MapMethods(
                "/api/v1/figures/{id}",
                Files.Reading,
                (string id, string? period, string? release, string? format, Shelf shelf) =>
                {
                    // A release is named with its language; figures are the same in each.
                    var open = release is null ? shelf.Open() : shelf.Archive();
                    if (
                        MetricCatalogue.TryFind(id) is null
                        || (period ?? Published.PeriodsOf(open, id).Select(one => one.Id).FirstOrDefault())
                            is not { } wanted
                        || Published.ReleaseOf(open, id, wanted, release) is not { } found
                    )
                    {
                        return Results.NotFound();
                    }
                    var figures = Published.FiguresOf(found, id).Select(figure => Answer(figure, found)).ToList();
                    return format == "csv"
                        ? Results.Bytes(Csv(figures), "text/csv; charset=utf-8", id + "-" + wanted + ".csv")
                        : Results.Json(figures, Json);
                }
            )
            .AllowAnonymous();
        site.MapMethods("/openapi.json", Files.Reading, () => Results.Text(OpenApi.Text, "application/json"))
            .AllowAnonymous();
    }

    private static ReleaseAnswer Answer(ShelvedRelease release) =>
        new(
            release.Entry.Name,
            release.Manifest.Title,
            release.Entry.Language,
            release.Entry.Period,
            release.Entry.Version,
            release.Entry.IsFinal ? "final" : "provisional",
            release.Entry.CutOff,
            release.Entry.ReleaseAt,
            Addresses.Of(release.Entry),
            [
                .. release.Manifest.Files.Select(file => new FileAnswer(
                    file.Path,
                    file.Bytes,
                    file.Sha256,
                    Addresses.Of(release.Entry, file.Path)
                )),
            ]
        );

    private static FigureAnswer Answer(Figure figure, ShelvedRelease release) =>
        new(
            figure.Metric.Id,
            figure.Metric.Name,
            FigureUnit.Of(figure.Metric.Unit),
            figure.Metric.Definition,
            figure.Dimensions.ToDictionary(value => value.Dimension.ToString().ToLowerInvariant(), value => value.Code),
            figure.Value,
            figure.Numerator,
            figure.Denominator,
            figure.Low,
            figure.High,
            figure.Quantity.Marker,
            figure.Period.Id,
            figure.AsOf.DayText,
            release.Entry.Name
        );

    private static byte[] Csv(IReadOnlyList<FigureAnswer> figures)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (
            var csv = new CsvWriter(
                text,
                new CsvHelper.Configuration.CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" },
                leaveOpen: true
            )
        )
        {
            foreach (
                var name in (string[])
                    [
                        "id",
                        "dimensions",
                        "value",
                        "numerator",
                        "denominator",
                        "low",
                        "high",
                        "marker",
                        "period",
                        "as_of",
                        "release",
                    ]
            )
            {
                csv.WriteField(name);
            }
            csv.NextRecord();
            foreach (var figure in figures)
            {
                csv.WriteField(figure.Id);
                csv.WriteField(string.Join("; ", figure.Dimensions.Select(value => value.Key + ": " + value.Value)));
                csv.WriteField(figure.Value);
                csv.WriteField(figure.Numerator);
                csv.WriteField(figure.Denominator);
                csv.WriteField(figure.Low);
                csv.WriteField(figure.High);
                csv.WriteField(figure.Marker);
                csv.WriteField(figure.Period);
                csv.WriteField(figure.AsOf);
                csv.WriteField(figure.Release);
                csv.NextRecord();
            }
        }
        return new UTF8Encoding(false).GetBytes(text.ToString());
    }
}
