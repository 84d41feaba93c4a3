using ReportEngine.Figures;
using ReportEngine.Languages;

namespace ReportEngine.Documents;

/// <summary>A run of words. Figures stay typed until a renderer prints them.</summary>
public abstract record Inline;

public sealed record TextRun(string Text) : Inline;

public sealed record Strong(IReadOnlyList<Inline> Content) : Inline;

public sealed record Emphasis(IReadOnlyList<Inline> Content) : Inline;

/// <summary>A link with words of its own; only http, https and mailto addresses written in a template.</summary>
public sealed record Link(string Address, IReadOnlyList<Inline> Content) : Inline;

/// <summary>
/// A figure in a sentence: counts as numbers, shares as "n of N (p %)", or the part of it that is asked
/// for.
/// </summary>
public sealed record FigureRun(Figure Figure, FigureForm Form = FigureForm.Whole) : Inline;
