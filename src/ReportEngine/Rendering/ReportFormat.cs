using ReportEngine.Documents;
using ReportEngine.Releases;
using ReportEngine.Rendering.Typesetting;

namespace ReportEngine.Rendering;

/// <summary>A file a renderer made; the path is relative to the folder of the build, with '/' between parts.</summary>
public sealed record OutputFile(string Path, byte[] Content)
{
    /// <summary>
    /// Where in the file each numbered table and chart stands, by the key of <see cref="Places"/>: a page, a tab, an
    /// anchor; empty where the file holds nothing else.
    /// </summary>
    internal IReadOnlyDictionary<string, string> Places { get; init; } = new Dictionary<string, string>();
}

/// <summary>What a renderer gets: the document, its charts as drawn, and the means to set pages.</summary>
public sealed record RenderRequest(
    Document Document,
    IReadOnlyDictionary<string, IReadOnlyList<DrawnChart>> Charts,
    Typesetter Typesetter
)
{
    /// <summary>
    /// What the PDF carries inside itself, which makes it an archive (PDF/A-3a); nothing, and it is PDF/UA-1.
    /// </summary>
    public IReadOnlyList<OutputFile> Attachments { get; init; } = [];

    /// <summary>The formats the report is built in, to whose files a page leads; none, where it stands alone.</summary>
    public IReadOnlyList<ReportFormat> Formats { get; init; } = [];

    /// <summary>Whether the index, and pictures for the press, stand beside a file of this.</summary>
    public bool HasFilesBeside => Formats.Count > 0;

    /// <summary>The rows behind each figure, where the edition shows them.</summary>
    public TraceFile? Trace { get; init; }

    /// <summary>The engine's sentences in the language of the document.</summary>
    public DocumentWords Words { get; } = new(Document.Language);

    /// <summary>Whether the report is built in a format.</summary>
    public bool Has(string formatId) => Formats.Any(format => format.Id == formatId);

    /// <summary>The stem of every file of this build: response-times-2025-q3.</summary>
    public string FileStem => Document.ReportId + "-" + Document.Period.Id;
}

/// <summary>A way of writing a document down. A new format is one renderer and one line in <see cref="All"/>.</summary>
public sealed record ReportFormat(
    string Id,
    string Name,
    bool NeedsCharts,
    Func<RenderRequest, IReadOnlyList<OutputFile>> Render
)
{
    public static IReadOnlyList<ReportFormat> All { get; } =
    [
        new("pdf", "PDF", true, PdfRenderer.Render),
        new("xlsx", "Excel workbook", false, ExcelRenderer.Render),
        new("html", "HTML", true, HtmlRenderer.Render),
        new("csv", "CSV data package", false, DataRenderer.Render),
    ];
}
