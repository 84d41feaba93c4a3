using ReportEngine.Figures;

namespace ReportEngine.Documents;

/// <summary>A part of a document, in reading order. Every format renders the same blocks.</summary>
public abstract record Block;

/// <summary>Level 1 opens a chapter; ids are unique in the document and stay the same when words do.</summary>
public sealed record Heading(int Level, IReadOnlyList<Inline> Content, string Id) : Block
{
    public string PlainText => string.Concat(Content.OfType<TextRun>().Select(run => run.Text));
}

public sealed record Paragraph(IReadOnlyList<Inline> Content) : Block;

public sealed record ListBlock(bool Ordered, IReadOnlyList<IReadOnlyList<Inline>> Items) : Block;

/// <summary>Words set apart: how to read a figure, what it does not say.</summary>
public sealed record Note(string Title, IReadOnlyList<Block> Content) : Block;

/// <summary>What the report found, in one sentence; on page one.</summary>
/// <param name="Basis">
/// What the rule that chose it looked at and the words do not print: traced as what they do.
/// </param>
public sealed record Headline(IReadOnlyList<Inline> Content, IReadOnlyList<Figure> Basis) : Block;

/// <summary>A finding on page one: a label of one or a few words, and sentences.</summary>
/// <param name="Basis">As of <see cref="Headline"/>.</param>
public sealed record Finding(string Label, IReadOnlyList<Inline> Content, IReadOnlyList<Figure> Basis) : Block;

/// <summary>A few figures shown large, each with its name and id.</summary>
public sealed record KeyFigures(IReadOnlyList<Figure> Figures) : Block;

/// <param name="IsPrinted">Also on paper; else in workbooks, data files and on the page of a report alone.</param>
public sealed record TableBlock(Table Table, bool IsPrinted = true) : Block;

public sealed record ChartBlock(Chart Chart) : Block;

/// <summary>Definitions of metrics: of those that the document uses, or of all there are.</summary>
/// <param name="IsPrinted">As of <see cref="TableBlock"/>.</param>
public sealed record Definitions(IReadOnlyList<Metric> Metrics, bool IsPrinted = true) : Block;

/// <summary>
/// Where an auditor is told what stands behind the report; read as the tables of <see cref="EvidenceTables"/>.
/// </summary>
public sealed record Evidence : Block;

public sealed record PageBreak : Block;
