using ReportEngine.Cases;
using ReportEngine.Figures;
using ReportEngine.Languages;

namespace ReportEngine.Tests.Figures;

/// <summary>The sample data, open for the tests of one class, and the figures of its last quarter.</summary>
public sealed class OpenSample : IDisposable
{
    public OpenSample() => Set = Report.FiguresOf(Cases, Period, Language.English);

    public CaseFile Cases { get; } = CaseFile.Open(Sample.Database, null);

    public Period Period { get; } = Period.TryParse("2025-Q4")!;

    public FigureSet Set { get; }

    public void Dispose() => Cases.Dispose();
}
