using NodaTime.Text;
using ReportEngine.Figures;

namespace ReportEngine.Documents;

/// <summary>The legal limits of the period, with the provision that sets each, as the register has them.</summary>
internal static class LegalLimitTable
{
    internal static Table Build(FigureSet set, string id) =>
        new(
            id,
            "Legal limits and the provisions that set them",
            [
                new Column("basis", "Kind of request", ColumnKind.Text),
                new Column("hours", "Hours", ColumnKind.Number),
                new Column("instrument", "Provision", ColumnKind.Text),
                new Column("from", "In force from", ColumnKind.Date) { IsForData = true },
                new Column("source", "Source", ColumnKind.Text) { IsForData = true },
            ],
            [
                .. set
                    .Reference.Limits.Where(limit => limit.IsInForce(set.Period))
                    .Select(limit => new Row([
                        new TextCell(set.Label(Dimension.Basis, limit.Basis).Label),
                        new NumberCell(limit.Hours),
                        new TextCell(limit.Instrument),
                        new DateCell(LocalDatePattern.Iso.Parse(limit.ValidFrom).Value),
                        limit.SourceUrl is { } source ? new TextCell(source) : new MarkerCell("x"),
                    ])),
            ],
            []
        )
        {
            IsOfSeveralPeriods = true,
        };
}
