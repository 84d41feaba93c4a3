using ReportEngine.Cases;
using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;
using ReportEngine.Tests.Figures;

namespace ReportEngine.Tests.Reports.Figures;

public sealed class TraceTests(OpenSample sample) : IClassFixture<OpenSample>
{
    public static TheoryData<string> Ids() =>
        [.. MetricCatalogue.All.Select(metric => metric.Id).Where(id => id != "DQ.03")];

    /// <summary>
    /// Counted again from nothing but the rows its trace lists, each figure in every breakdown comes to the same.
    /// </summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void The_rows_of_a_trace_give_the_figure_again(string id)
    {
        var (cases, set) = (sample.Cases, sample.Set);
        var tracer = new Tracer(set.Asking, known => cases.KnownAt(known).ReadRecords);
        var metric = MetricCatalogue.Find(id);
        foreach (
            var figure in metric
                .Breakdowns.Select(dimension => (Dimension[])[dimension])
                .Prepend([])
                .SelectMany(by => set.Of(id, by))
        )
        {
            var trace = tracer.Of(figure)!;
            Assert.Equal(figure.Quantity, trace.Figure.Quantity);

            var listed = set.Asking(
                figure,
                known =>
                    (query, by, from, to) =>
                    {
                        var sources = trace
                            .Sources.Where(source =>
                                source.Query == query && source.Known == known && source.From == from && source.To == to
                            )
                            .SelectMany(source => source.Records)
                            .ToHashSet(StringComparer.Ordinal);
                        return
                        [
                            .. cases
                                .KnownAt(known)
                                .ReadRecords(query, by, from, to)
                                .Where(row => sources.Contains(row.Record!)),
                        ];
                    }
            );
            var again = listed
                .Unprotected(
                    id,
                    [
                        .. figure
                            .Dimensions.Select(value => value.Dimension)
                            .Where(dimension => dimension != metric.Part && metric.Breakdowns.Contains(dimension)),
                    ]
                )
                .FirstOrDefault(one => CellKey.Of(one) == CellKey.Of(figure));
            if (again is null)
            {
                // A figure of nothing: no row, no group.
                Assert.All(trace.Sources, source => Assert.Empty(source.Records));
            }
            else
            {
                Assert.Equal(figure.Quantity, again.Quantity);
            }
        }
    }

    [Fact]
    public void A_trace_lists_the_rows_of_its_own_part_alone() =>
        Sample.With(
            "2025-Q4",
            null,
            set =>
            {
                using var cases = CaseFile.Open(Sample.Database, null);
                var tracer = new Tracer(set.Asking, known => cases.KnownAt(known).ReadRecords);
                var all = Assert.Single(tracer.Of(set.One("REF.01"))!.Sources);
                var telegram = Assert.Single(tracer.Of(set.One("REF.01", (Dimension.Platform, "telegram")))!.Sources);

                Assert.Equal("referral_id", all.Query.RecordName);
                Assert.Equal(set.One("REF.01").Value, all.Records.Count);
                Assert.Equal(set.One("REF.01", (Dimension.Platform, "telegram")).Value, telegram.Records.Count);
                Assert.Subset(all.Records.ToHashSet(), telegram.Records.ToHashSet());
                return true;
            }
        );
}
