using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CsvHelper;
using ReportEngine.Figures;
using ReportEngine.Rendering;

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
                    var figures = Published.FiguresOf(found, id);
                    return format == "csv"
                        ? Results.Bytes(Csv(figures, found), "text/csv; charset=utf-8", id + "-" + wanted + ".csv")
                        : Results.Json(figures.Select(figure => Answer(figure, found)), Json);
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

    /// <summary>As the command line gives it, with the release that said so.</summary>
    private static JsonObject Answer(Figure figure, ShelvedRelease release)
    {
        var answer = FigureJson.Of(figure);
        answer["release"] = release.Entry.Name;
        return answer;
    }

    /// <summary>The fields of the data files of releases; every dimension of the figure has its columns.</summary>
    private static byte[] Csv(IReadOnlyList<Figure> figures, ShelvedRelease release)
    {
        var dimensions = figures
            .SelectMany(figure => figure.Dimensions)
            .Select(value => value.Dimension)
            .Distinct()
            .Order()
            .ToList();
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
                var name in FigureFields
                    .Identity.Select(field => field.Name)
                    .Concat(dimensions.SelectMany(one => (string[])[DimensionNames.Of(one), Label(one)]))
                    .Concat(FigureFields.Values.Select(field => field.Name))
                    .Append("release")
            )
            {
                csv.WriteField(name);
            }
            csv.NextRecord();
            foreach (var figure in figures)
            {
                foreach (
                    var value in FigureFields
                        .Identity.Select(field => field.Of(figure))
                        .Concat(dimensions.SelectMany(one => Named(figure, one)))
                        .Concat(FigureFields.Values.Select(field => field.Of(figure)))
                        .Append(release.Entry.Name)
                )
                {
                    csv.WriteField(Convert.ToString(value, CultureInfo.InvariantCulture));
                }
                csv.NextRecord();
            }
        }
        return new UTF8Encoding(false).GetBytes(text.ToString());

        static string Label(Dimension dimension) => DimensionNames.Of(dimension) + "_label";

        static object[] Named(Figure figure, Dimension dimension) =>
            figure
                .Dimensions.Where(value => value.Dimension == dimension)
                .Select(value => (object[])[SpreadsheetText.Safe(value.Code), SpreadsheetText.Safe(value.Label)])
                .FirstOrDefault()
            ?? ["total", "Total"];
    }
}
