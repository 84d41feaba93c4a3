using System.Globalization;
using ReportEngine.Figures;
using ReportEngine.Languages;

namespace ReportEngine.Tests.Figures;

/// <summary>
/// The 19 tests of 2025-Q4 against Q3 of the sample, as a program of its own in another language gives them from the
/// CSV files; its values equal those of R (survival's survdiff with a robust score test, and Mantel–Haenszel).
/// </summary>
public sealed class LikeForLikeSampleTests(OpenSample sample) : IClassFixture<OpenSample>
{
    private const int Decimals = 6;

    /// <summary>Cases and those that are so, before and now; requests; then the numbers of the test.</summary>
    [Theory]
    [InlineData(
        "RT.02",
        null,
        "1010 950 923 864 329 302",
        "0.921304 856 36.926111 41.330000 -22.062938 20.101335 21.230534 "
            + "465.634841 -1.039208 -1.038049 0.299247 1.000000"
    )]
    [InlineData(
        "RT.08",
        null,
        "700 254 569 256 220 196",
        "0.926374 240.378925 0.388233 0.441958 15.621075 7.610008 8.022314 "
            + "329.789437 1.947203 1.940171 0.052359 0.314154"
    )]
    [InlineData(
        "OUT.02",
        null,
        "1010 661 923 613 329 302",
        "0.921304 326.244041 0.628627 0.667437 17.244041 8.385317 8.130498 "
            + "413.199986 2.120908 2.113891 0.034525 0.241672"
    )]
    [InlineData(
        "OUT.06",
        null,
        "1010 87 923 76 329 302",
        "0.921304 80.045541 0.090300 0.081195 -4.045541 5.738222 5.621244 "
            + "298.393076 -0.719688 -0.718774 0.472280 1.000000"
    )]
    [InlineData(
        "OUT.08",
        null,
        "744 179 672 144 290 273",
        "0.907854 154.335462 0.250003 0.214640 -11.335462 6.895344 6.555225 "
            + "356.196729 -1.729225 -1.724403 0.084635 0.423176"
    )]
    [InlineData(
        "MIR.02",
        null,
        "532 95 461 86 220 208",
        "0.899075 85.083665 0.182328 0.181951 -0.083665 5.610474 5.722996 "
            + "210.666885 -0.014619 -0.014602 0.988350 1.000000"
    )]
    [InlineData(
        "SAF.02",
        null,
        "661 8 613 7 261 253",
        "0.894331 6.838677 0.011477 0.012045 0.161323 1.848341 1.752126 "
            + "234.764555 0.092073 0.091974 0.926719 1.000000"
    )]
    [InlineData(
        "RT.02",
        "facebook",
        "259 257 183 182 74 58",
        "0.952568 179 20.534167 24.694444 -2.718488 10.099964 10.059439 "
            + "112.567667 -0.270243 -0.269601 0.787468 1.000000"
    )]
    [InlineData(
        "RT.02",
        "tiktok",
        "199 196 181 180 64 66",
        "0.886781 180 16.301389 21.220833 -24.392342 8.842620 10.024663 "
            + "87.742611 -2.433233 -2.386831 0.016994 0.186938"
    )]
    [InlineData(
        "RT.02",
        "whatsapp",
        "95 87 99 83 34 32",
        "0.947494 78 79.616667 81.625833 -9.304312 6.148659 7.736505 "
            + "44.215016 -1.202651 -1.186297 0.235505 1.000000"
    )]
    [InlineData(
        "OUT.02",
        "instagram",
        "62 37 75 53 22 26",
        "0.858877 21.718109 0.582115 0.694694 3.281891 2.567560 2.559353 "
            + "29.392446 1.282312 1.254279 0.209741 1.000000"
    )]
    [InlineData(
        "OUT.02",
        "x",
        "324 109 327 140 112 101",
        "0.947683 123.132298 0.331981 0.423612 14.132298 6.028436 6.033130 "
            + "192.714236 2.342449 2.323015 0.020178 0.201783"
    )]
    public void It_is_what_another_program_gives(string metric, string? platform, string counts, string numbers)
    {
        var test = Of(metric, platform);
        var result = test.Result;

        Assert.Equal(
            counts,
            string.Join(
                ' ',
                (long[])
                    [
                        result.Before.Cases,
                        result.Before.Yes,
                        result.Now.Cases,
                        result.Now.Yes,
                        result.Before.Requests,
                        result.Now.Requests,
                    ]
            )
        );
        double[] found =
        [
            result.Comparable,
            result.Expected,
            result.Before.Value!.Value,
            result.Now.Value!.Value,
            result.Excess,
            result.ErrorOfCases,
            result.Error,
            result.Test!.DegreesOfFreedom,
            result.Test.T,
            result.Test.Z,
            result.Test.Probability,
            test.Adjusted!.Value,
        ];
        foreach (var (value, written) in found.Zip(numbers.Split(' ')))
        {
            Assert.Equal(double.Parse(written, CultureInfo.InvariantCulture), value, Decimals);
        }
        Assert.Equal(Verdict.NoClearChange, test.Verdict);
    }

    [Fact]
    public void Two_refused_of_58_at_Telegram_are_too_few_to_test()
    {
        var test = Of("OUT.02", "telegram");

        Assert.Null(test.Result.Test);
        Assert.Null(test.Adjusted);
        Assert.Equal(Verdict.NoTest, test.Verdict);
        Assert.Equal(1.846410, test.Result.Expected, Decimals);
    }

    [Fact]
    public void There_are_seven_measures_and_two_of_each_platform() => Assert.Equal(19, sample.Set.Changes.Count);

    /// <summary>OUT.02 by the same program: 0.628627, 0.667437; 0.034525, 0.241672; 0.921304.</summary>
    [Theory]
    [InlineData("CHG.01", "before", "63\u00a0%")]
    [InlineData("CHG.01", "now", "67\u00a0%")]
    [InlineData("CHG.02", "p-value", "0.035")]
    [InlineData("CHG.02", "p-adjusted", "0.242")]
    [InlineData("CHG.03", null, "No clear change")]
    [InlineData("CHG.04", null, "92\u00a0%")]
    public void Its_numbers_are_figures_of_the_catalogue(string id, string? part, string text)
    {
        var values = new List<(Dimension, string)> { (Dimension.Metric, "OUT.02") };
        if (part is not null)
        {
            values.Add((Dimension.Statistic, part));
        }
        Assert.Equal(text, new NumberStyle(Language.English).Text(sample.Set.One(id, values)));
    }

    [Fact]
    public void The_period_before_is_the_one_known_at_the_same_age()
    {
        var before = sample.Set.SameAge.One("OUT.02");

        Assert.Equal(("2025-Q3", "2025-10-15"), (before.Period.Id, before.AsOf.DayText));
        Assert.Equal("2025-Q3@2025-10-15T18:59:59Z", CellKey.Of(before).Period);
        Assert.NotEqual(CellKey.Of(sample.Set.Previous.One("OUT.02")), CellKey.Of(before));
    }

    [Fact]
    public void Counts_of_accounts_are_never_given_at_another_age() =>
        Assert.Throws<InvalidOperationException>(() => sample.Set.SameAge.Of("ACC.01"));

    private ChangeTest Of(string metric, string? platform) =>
        Assert.Single(sample.Set.Changes, test => test.Metric.Id == metric && test.Platform == platform);
}
