using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Rendering;

namespace ReportEngine.Releases;

/// <summary>
/// figures.json: every figure of a release once, by its key, with the version of its definition and what it came to,
/// not rounded. What a later release is held against. A withheld count stands in it as withheld.
/// </summary>
internal static class FigureFile
{
    public const string FileName = "figures.json";

    private static readonly JsonSerializerOptions Json = new(CanonicalForm.Options)
    {
        AllowOutOfOrderMetadataProperties = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameQuantities } },
    };

    /// <summary>
    /// In the order of keys; figures about the figures of another release are of that release, and left out.
    /// </summary>
    public static OutputFile Of(Document document)
    {
        var figures = Document
            .FiguresOf(document.Blocks)
            .Where(figure => figure.CodeOf(Dimension.RevisionSide) is null)
            .Select(ReleasedFigure.Of)
            .DistinctBy(figure => figure.Key)
            .OrderBy(figure => figure.Key);
        return new OutputFile(
            FileName,
            CanonicalForm.Write(new Content(new DocumentWords(document.Language).Marks(document), [.. figures]), Json)
        );
    }

    /// <exception cref="FormatException">Not what <see cref="Of"/> writes.</exception>
    public static IReadOnlyList<ReleasedFigure> Read(byte[] content)
    {
        try
        {
            return
            [
                .. CanonicalForm
                    .Read<Content>(content, Json)
                    .Figures.Select(figure => figure with { Key = figure.Key.Respelled() }),
            ];
        }
        catch (Exception error) when (error is NotSupportedException or ArgumentException)
        {
            throw new FormatException("A quantity in it is of no known kind.", error);
        }
    }

    /// <summary>
    /// The figures of a folder as its manifest has them; null when they are missing, changed or not readable.
    /// </summary>
    internal static IReadOnlyList<ReleasedFigure>? Read(string folder, Manifest manifest)
    {
        try
        {
            return
                manifest.Files.FirstOrDefault(file => file.Path == FileName) is { Bytes: < LongestFile } listed
                && ReleaseFolder.ReadSmall(folder, FileName, listed.Bytes) is { } content
                && Manifest.Sha256(content) == listed.Sha256
                ? Read(content)
                : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <exception cref="ReportException">
    /// RE541: the folder has no figures that a later release could be held against.
    /// </exception>
    internal static void Require(string folder, Manifest manifest)
    {
        if (Read(folder, manifest) is null)
        {
            throw new ReportException(
                ExitCode.DataFailed,
                new Problem(
                    Path.Combine(folder, FileName),
                    "RE541",
                    "Its figures are missing or cannot be read.",
                    "a file as 'report-engine build' writes it",
                    "Nothing was published. Build it again."
                )
            );
        }
    }

    private const long LongestFile = 64 * 1024 * 1024;

    /// <param name="Marks">What every page of the release is marked with.</param>
    private sealed record Content(IReadOnlyList<string> Marks, IReadOnlyList<ReleasedFigure> Figures);

    /// <summary>Each kind of quantity by its name.</summary>
    private static void NameQuantities(JsonTypeInfo type)
    {
        if (type.Type != typeof(Quantity))
        {
            return;
        }
        type.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "kind" };
        foreach (
            var kind in (Type[])
                [
                    typeof(Count),
                    typeof(Sum),
                    typeof(Share),
                    typeof(Portion),
                    typeof(Estimate),
                    typeof(Change),
                    typeof(Ratio),
                    typeof(Hours),
                    typeof(Measured),
                    typeof(Status),
                    typeof(Missing),
                    typeof(NotApplicable),
                    typeof(Withheld),
                ]
        )
        {
            type.PolymorphismOptions.DerivedTypes.Add(
                new JsonDerivedType(kind, JsonNamingPolicy.KebabCaseLower.ConvertName(kind.Name))
            );
        }
    }
}
