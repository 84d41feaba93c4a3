using ReportEngine.Figures;
using static ReportEngine.Tests.Figures.PublishedTimings;

namespace ReportEngine.Tests.Figures;

public sealed class SurvivalCurveTests
{
    /// <summary>
    /// R's survfit for aml, Maintained; the log interval to 4 decimals as R prints it, log-log the same.
    /// </summary>
    [Theory]
    [InlineData(9, 11, 0.909091, 0.086678, 0.7541, 1.0000, 0.5081, 0.9867)]
    [InlineData(13, 10, 0.818182, 0.116291, 0.6192, 1.0000, 0.4474, 0.9512)]
    [InlineData(18, 8, 0.715909, 0.139665, 0.4884, 1.0000, 0.3502, 0.8990)]
    [InlineData(23, 7, 0.613636, 0.152632, 0.3769, 0.9992, 0.2658, 0.8353)]
    [InlineData(31, 5, 0.490909, 0.164193, 0.2549, 0.9456, 0.1673, 0.7534)]
    [InlineData(34, 4, 0.368182, 0.162669, 0.1549, 0.8753, 0.0928, 0.6570)]
    [InlineData(48, 2, 0.184091, 0.153493, 0.0359, 0.9435, 0.0117, 0.5250)]
    public void Curve_is_that_of_R_for_aml_maintained(
        long time,
        long atRisk,
        double survival,
        double error,
        double logLow,
        double logHigh,
        double doubleLow,
        double doubleHigh
    )
    {
        var step = StepAt(AmlMaintained, time);

        Assert.Equal((atRisk, 1), (step.AtRisk, step.Ended));
        Assert.Equal(survival, step.Survival, 6);
        Assert.Equal(error, step.StandardError!.Value, 6);
        AssertInterval(logLow, logHigh, step.Interval(IntervalScale.Log));
        AssertInterval(doubleLow, doubleHigh, step.Interval(IntervalScale.LogLog));
    }

    /// <summary>R's survfit for aml, Nonmaintained, to the 4 and 3 decimals of its printed table.</summary>
    [Theory]
    [InlineData(5, 12, 2, 0.8333, 0.1076, 0.6470, 1.000)]
    [InlineData(8, 10, 2, 0.6667, 0.1361, 0.4468, 0.995)]
    [InlineData(12, 8, 1, 0.5833, 0.1423, 0.3616, 0.941)]
    [InlineData(23, 6, 1, 0.4861, 0.1481, 0.2675, 0.883)]
    [InlineData(27, 5, 1, 0.3889, 0.1470, 0.1854, 0.816)]
    [InlineData(30, 4, 1, 0.2917, 0.1387, 0.1148, 0.741)]
    [InlineData(33, 3, 1, 0.1944, 0.1219, 0.0569, 0.664)]
    [InlineData(43, 2, 1, 0.0972, 0.0919, 0.0153, 0.620)]
    public void Curve_is_that_of_R_for_aml_nonmaintained(
        long time,
        long atRisk,
        long ended,
        double survival,
        double error,
        double low,
        double high
    )
    {
        var step = StepAt(AmlNonmaintained, time);

        Assert.Equal((atRisk, ended), (step.AtRisk, step.Ended));
        Assert.Equal(survival, step.Survival, 4);
        Assert.Equal(error, step.StandardError!.Value, 4);
        Assert.Equal(low, step.Interval(IntervalScale.Log)!.Value.Low, 4);
        Assert.Equal(high, step.Interval(IntervalScale.Log)!.Value.High, 3);
    }

    /// <summary>R's survfit for Freireich's 6-MP group on all three scales.</summary>
    [Theory]
    [InlineData(6, 21, 3, 0.857143, 0.076360, 0.7075, 1.0000, 0.7198, 1.0000, 0.6197, 0.9516)]
    [InlineData(7, 17, 1, 0.806723, 0.086935, 0.6363, 0.9771, 0.6531, 0.9964, 0.5631, 0.9228)]
    [InlineData(10, 15, 1, 0.752941, 0.096350, 0.5641, 0.9418, 0.5859, 0.9676, 0.5032, 0.8894)]
    [InlineData(13, 12, 1, 0.690196, 0.106815, 0.4808, 0.8995, 0.5096, 0.9348, 0.4316, 0.8491)]
    [InlineData(16, 11, 1, 0.627451, 0.114054, 0.4039, 0.8510, 0.4394, 0.8960, 0.3675, 0.8049)]
    [InlineData(22, 7, 1, 0.537815, 0.128234, 0.2865, 0.7891, 0.3370, 0.8582, 0.2678, 0.7468)]
    [InlineData(23, 6, 1, 0.448179, 0.134591, 0.1844, 0.7120, 0.2488, 0.8074, 0.1881, 0.6801)]
    public void Curve_is_that_of_R_for_six_mercaptopurine(
        long time,
        long atRisk,
        long ended,
        double survival,
        double error,
        double plainLow,
        double plainHigh,
        double logLow,
        double logHigh,
        double doubleLow,
        double doubleHigh
    )
    {
        var step = StepAt(SixMercaptopurine, time);

        Assert.Equal((atRisk, ended), (step.AtRisk, step.Ended));
        Assert.Equal(survival, step.Survival, 6);
        Assert.Equal(error, step.StandardError!.Value, 6);
        AssertInterval(plainLow, plainHigh, step.Interval(IntervalScale.Plain));
        AssertInterval(logLow, logHigh, step.Interval(IntervalScale.Log));
        AssertInterval(doubleLow, doubleHigh, step.Interval(IntervalScale.LogLog));
    }

    /// <summary>
    /// R's survfit for all 228 cases of lung, conf.type log-log, where std.err is √V: reference values of the tests of
    /// the Julia package Survival.
    /// </summary>
    [Theory]
    [InlineData(5, 228, 0.995614035087719, 0.00439561501176264, 0.969277036218889, 0.999381011438739)]
    [InlineData(92, 201, 0.87719298245614, 0.0247797313891676, 0.82710797054876, 0.913523939039162)]
    [InlineData(163, 176, 0.766515703858413, 0.0366445389292216, 0.705846422655995, 0.816310420606175)]
    [InlineData(225, 128, 0.632303331158568, 0.0512834235972049, 0.565089275628556, 0.692027653657591)]
    [InlineData(285, 101, 0.553073380810908, 0.0619026465364898, 0.483399185672152, 0.617202647171631)]
    [InlineData(310, 85, 0.495024293180913, 0.0711737721401541, 0.424244072784757, 0.561795979140734)]
    [InlineData(371, 65, 0.396649574476678, 0.0902832456095408, 0.326371653762711, 0.465962187364682)]
    [InlineData(390, 59, 0.383427921994122, 0.0934118679904798, 0.313379787707659, 0.452964531112994)]
    public void Curve_is_that_of_R_for_lung(
        long time,
        long atRisk,
        double survival,
        double rootOfSum,
        double low,
        double high
    )
    {
        var curve = SurvivalCurve.Of(Read(LungMen + " " + LungWomen));
        var step = curve.Steps.Single(step => step.Seconds == time);

        Assert.Equal(atRisk, curve.AtRisk(time));
        Assert.Equal(survival, curve.At(time)!.Value, 12);
        Assert.Equal(rootOfSum, Math.Sqrt(step.GreenwoodSum), 12);
        Assert.Equal(low, curve.IntervalAt(time, IntervalScale.LogLog)!.Value.Low, 9);
        Assert.Equal(high, curve.IntervalAt(time, IntervalScale.LogLog)!.Value.High, 9);
    }

    /// <summary>R's survfit, the two small samples of the tests of statsmodels; the curve of each ends at 0.</summary>
    [Theory]
    [InlineData("3+ 1 2 3 2+ 1+ 5 3+", "1 0.8750000 0.1169268;2 0.7291667 0.1649762;3 0.5468750 0.2005800")]
    [InlineData("1+ 1 2+ 3+ 7 1+ 5 3+ 9", "1 0.8888889 0.1047566;5 0.5925926 0.2518034;7 0.2962963 0.2444320")]
    public void Curve_with_endings_and_censorings_at_one_time_is_that_of_R(string times, string expected)
    {
        foreach (var row in expected.Split(';').Select(row => row.Split(' ').Select(Number).ToList()))
        {
            Assert.Equal(row[1], StepAt(times, (long)row[0]).Survival, 6);
            Assert.Equal(row[2], StepAt(times, (long)row[0]).StandardError!.Value, 6);
        }
        var last = SurvivalCurve.Of(Read(times)).Steps[^1];
        Assert.Equal(0, last.Survival);
        Assert.Null(last.StandardError);
        Assert.All(Enum.GetValues<IntervalScale>(), scale => Assert.Null(last.Interval(scale)));
    }

    [Fact]
    public void Share_ended_by_day_14_is_that_published_for_six_mercaptopurine()
    {
        var curve = SurvivalCurve.Of(Read(SixMercaptopurine));

        Assert.Equal(0.310, 1 - curve.At(14)!.Value, 3);
        Assert.Equal(0.151, 1 - curve.IntervalAt(14, IntervalScale.LogLog)!.Value.High, 3);
        Assert.Equal(0.568, 1 - curve.IntervalAt(14, IntervalScale.LogLog)!.Value.Low, 3);
    }

    private static SurvivalStep StepAt(string times, long time) =>
        SurvivalCurve.Of(Read(times)).Steps.Single(step => step.Seconds == time);

    private static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static void AssertInterval(double low, double high, Interval? interval)
    {
        Assert.Equal(low, interval!.Value.Low, 4);
        Assert.Equal(high, interval.Value.High, 4);
    }
}
