using ReportEngine.Cases;
using ReportEngine.Documents;
using ReportEngine.Figures;

namespace ReportEngine.Tests.Rendering;

/// <summary>Tables of a name and some measures, made by hand.</summary>
internal static class FigureTables
{
    internal static Table TableOf(string[] metrics, params Row[] rows) =>
        new(
            "table",
            "Table",
            [
                new Column("name", "name", ColumnKind.Text),
                .. metrics.Select(id => new Column(id, id, ColumnKind.Figure, MetricCatalogue.Find(id))),
            ],
            rows,
            []
        );

    internal static Row Row(string name, params Quantity[] quantities) =>
        new([
            new TextCell(name),
            .. quantities.Select(quantity => new FigureCell(
                new Figure(
                    MetricCatalogue.Find("OUT.02"),
                    [],
                    quantity,
                    Period.TryParse("2025-Q4")!,
                    CutOff.TryParse("2026-01-15")!
                )
            )),
        ]);
}
