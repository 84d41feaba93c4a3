using System.Globalization;
using ReportEngine.Documents;
using ReportEngine.Figures;

namespace ReportEngine.Templates;

/// <summary>What a function puts in its place; a placeholder stands in the text until that is read.</summary>
internal abstract record Placed;

/// <summary>A figure in a sentence.</summary>
internal sealed record PlacedFigure(Figure Figure) : Placed;

internal sealed record PlacedBlocks(IReadOnlyList<Block> Blocks) : Placed;

/// <summary>What follows is in a note, up to the next <see cref="NoteEnd"/>.</summary>
internal sealed record NoteStart(string Title) : Placed;

internal sealed record NoteEnd : Placed;

/// <summary>
/// How placeholders are written: a private-use character, the index, another. No template may hold either, and
/// <see cref="PlainText.Clean"/> takes them out of data.
/// </summary>
internal static class Placeholder
{
    public const char Start = '\uE000';
    public const char End = '\uE001';

    public static string Of(int index) => string.Create(CultureInfo.InvariantCulture, $"{Start}{index}{End}");
}
