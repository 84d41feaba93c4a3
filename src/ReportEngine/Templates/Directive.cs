using ReportEngine.Figures;

namespace ReportEngine.Templates;

/// <summary>
/// Something a template asks for with a tag of ours; it stands in the text as a placeholder until resolved.
/// </summary>
internal abstract record Directive(string Place);

internal sealed record TableDirective(string Place, string Id) : Directive(Place);

internal sealed record ChartDirective(string Place, string Id) : Directive(Place);

/// <summary>A figure in a sentence, for given dimension values.</summary>
internal sealed record FigureDirective(
    string Place,
    string Id,
    IReadOnlyList<(Dimension Dimension, string Code)> Values
) : Directive(Place);

internal sealed record KeyFiguresDirective(string Place, IReadOnlyList<FigureDirective> Figures) : Directive(Place);

internal sealed record NoteDirective(string Place, string Title) : Directive(Place);

internal sealed record EndNoteDirective(string Place) : Directive(Place);

/// <summary>A section for each point of the plan that has indicators.</summary>
internal sealed record PointsDirective(string Place) : Directive(Place);

internal sealed record DefinitionsDirective(string Place) : Directive(Place);

internal sealed record PageBreakDirective(string Place) : Directive(Place);

/// <summary>How placeholders are written: a private-use character, the index, another. Data can hold neither.</summary>
internal static class Placeholder
{
    public const char Start = '\uE000';
    public const char End = '\uE001';

    public static string Of(int index) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Start}{index}{End}");
}
