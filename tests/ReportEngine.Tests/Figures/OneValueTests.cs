using ReportEngine.Documents;
using ReportEngine.Figures;

namespace ReportEngine.Tests.Figures;

/// <summary>A key names one number.</summary>
public sealed class OneValueTests
{
    [Fact]
    public void A_document_with_two_values_under_one_key_is_refused()
    {
        var (once, twice) = Sample.With(
            "2025-Q4",
            null,
            set =>
            {
                var rating = set.Of("NAP.08")[0];
                var other = rating with { Quantity = new Status("none", "None rated") };
                return (
                    Document.Ambiguities([new KeyFigures([rating]), new KeyFigures([rating])], "report"),
                    Document.Ambiguities([new KeyFigures([rating]), new KeyFigures([other])], "report")
                );
            }
        );

        Assert.Empty(once);
        Assert.Equal("RE410", Assert.Single(twice).Code);
    }

    /// <summary>Point 7 of the sample: one indicator is not rated, another is red.</summary>
    [Fact]
    public void The_rating_of_a_point_and_the_worst_of_its_rated_indicators_are_two_figures() =>
        Assert.Equal(
            ("unrated", "red"),
            Sample.With(
                "2025-Q4",
                null,
                set =>
                    (
                        ((Status)set.One("NAP.08", (Dimension.Point, "NAP2014-07")).Quantity).Code,
                        ((Status)set.One("NAP.09", (Dimension.Point, "NAP2014-07")).Quantity).Code
                    )
            )
        );

    [Fact]
    public void A_point_s_rating_in_a_release_of_version_0_1_0_is_matched() =>
        Assert.Equal(
            new CellKey("NAP.08", "2025-Q4", "point=NAP2014-07"),
            new CellKey("NAP.03", "2025-Q4", "Point=NAP2014-07").Respelled()
        );
}
