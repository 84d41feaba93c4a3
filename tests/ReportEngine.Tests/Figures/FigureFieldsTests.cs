using ReportEngine.Figures;
using ReportEngine.Rendering;

namespace ReportEngine.Tests.Figures;

/// <summary>What machines read of a figure: one value, one unit, one spelling.</summary>
public sealed class FigureFieldsTests
{
    [Fact]
    public void Every_dimension_has_one_name_that_is_found_again_in_every_spelling_there_was() =>
        Assert.All(
            Enum.GetValues<Dimension>(),
            dimension =>
            {
                var name = DimensionNames.Of(dimension);
                Assert.Matches("^[a-z]+(_[a-z]+)*$", name);
                Assert.All(
                    (string[])[name, name.Replace('_', '-'), dimension + "", (dimension + "").ToLowerInvariant()],
                    spelled => Assert.Equal(dimension, DimensionNames.TryFind(spelled))
                );
            }
        );

    /// <summary>A data file has a column for each: two of one name could not be told apart.</summary>
    [Fact]
    public void No_dimension_has_the_name_of_a_field() =>
        Assert.Empty(
            Enum.GetValues<Dimension>()
                .SelectMany(dimension =>
                    (string[])[DimensionNames.Of(dimension), DimensionNames.Of(dimension) + "_label"]
                )
                .Intersect(FigureFields.Identity.Concat(FigureFields.Values).Select(field => field.Name))
        );

    [Theory]
    [InlineData("RequestType=mla,Statistic=median", "request_type=mla,statistic=median")]
    [InlineData("Platform=a%2Cb", "platform=a%2Cb")]
    [InlineData("", "")]
    [InlineData("Unheard=of", "Unheard=of")]
    public void A_key_of_an_earlier_release_is_that_of_today(string written, string today) =>
        Assert.Equal(today, new CellKey("UDR.01", "2025-Q3", written).Respelled().Codes);

    /// <summary>8.9 points more are 0.089 as a difference of proportions; the label names no other unit.</summary>
    [Theory]
    [InlineData("action-rate", "difference of proportions")]
    [InlineData("median-time", "hours")]
    [InlineData("p-value", "probability")]
    public void Each_part_of_a_change_has_the_unit_of_its_value(string part, string unit) =>
        Sample.With(
            "2025-Q4",
            null,
            set =>
            {
                var figure = set.One("RT.11", (Dimension.Change, part));
                Assert.Equal(unit, Field("unit").Of(figure));
                Assert.Equal(figure.Value, Field("value").Of(figure));
                Assert.DoesNotContain("points", figure.Dimensions[^1].Label, StringComparison.Ordinal);
                return true;
            }
        );

    /// <summary>Depths are generations; what a platform counts itself is a count, or a proportion.</summary>
    [Fact]
    public void What_is_no_indicator_names_the_unit_of_its_value() =>
        Sample.With(
            "2025-Q4",
            null,
            set =>
            {
                Assert.All(set.Of("MIR.04"), figure => Assert.Equal("generations", Field("unit").Of(figure)));
                var own = set.Of("COM.04", Dimension.Platform);
                Assert.Contains(own, figure => Field("unit").Of(figure) is "count");
                Assert.All(
                    own.Where(figure => figure.Value is not null),
                    figure =>
                        Assert.Equal(
                            figure.Quantity is Measured { IsShare: true } or Share ? "proportion" : "count",
                            Field("unit").Of(figure)
                        )
                );
                return true;
            }
        );

    /// <summary>Every figure of the catalogue, total and by its first breakdown.</summary>
    [Fact]
    public void What_has_neither_value_nor_status_says_why_in_a_marker() =>
        Sample.With(
            "2025-Q4",
            null,
            set =>
            {
                Assert.All(
                    MetricCatalogue.All.SelectMany(metric =>
                        set.Of(metric.Id).Concat(set.Of(metric.Id, [.. metric.Breakdowns.Take(1)]))
                    ),
                    figure =>
                        Assert.Equal(
                            Field("value").Of(figure) is null && Field("status_code").Of(figure) is null,
                            Field("status").Of(figure) is not null
                        )
                );
                return true;
            }
        );

    [Fact]
    public void A_status_is_its_code_in_JSON_and_carries_what_its_definition_counts() =>
        Sample.With(
            "2025-Q4",
            null,
            set =>
            {
                var rating = FigureJson.Of(set.Of("NAP.03")[0]);
                Assert.Equal((string?)rating["statusCode"], (string?)rating["value"]);
                Assert.NotNull(rating["value"]);
                var share = FigureJson.Of(set.One("OUT.02"));
                Assert.Equal("Referrals acted on", (string?)share["counted"]);
                Assert.Equal("Referrals submitted (REF.01)", (string?)share["outOf"]);
                Assert.Equal("submission", (string?)share["cohort"]);
                return true;
            }
        );

    private static FigureField Field(string name) => FigureFields.Values.Single(field => field.Name == name);
}
