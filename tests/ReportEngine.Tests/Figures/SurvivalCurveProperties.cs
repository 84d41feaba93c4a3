using CsCheck;
using ReportEngine.Figures;
using static ReportEngine.Tests.Figures.RandomCases;

namespace ReportEngine.Tests.Figures;

public sealed class SurvivalCurveProperties
{
    [Fact]
    public void Curve_is_that_of_redistribution_to_the_right_on_a_thousand_data_sets() =>
        Some.Sample(
            cases => Curve(cases).Steps.All(step => Near(step.Survival, NaiveEstimators.Survival(cases, step.Seconds))),
            iter: 1000
        );

    [Fact]
    public void Restricted_mean_is_the_area_second_by_second_on_a_thousand_data_sets() =>
        Some.Sample(
            cases =>
                Near(
                    Curve(cases).MeanUpTo(cases.Max(one => one.Time))!.Value.Seconds,
                    NaiveEstimators.Area(cases, cases.Max(one => one.Time))
                ),
            iter: 1000
        );

    [Fact]
    public void Curve_only_falls_and_stays_within_0_and_1() =>
        Some.Sample(cases =>
        {
            var shares = Curve(cases).Steps.Select(step => step.Survival).Prepend(1).ToList();
            return shares.Zip(shares.Skip(1)).All(pair => pair.First >= pair.Second)
                && shares.All(share => share is >= 0 and <= 1);
        });

    [Fact]
    public void Intervals_hold_the_curve_and_stay_within_0_and_1() =>
        Gen.Select(Some, Gen.Enum<IntervalScale>())
            .Sample(
                (cases, scale) =>
                    Curve(cases)
                        .Steps.All(step =>
                            step.Interval(scale) is not { } interval
                            || (
                                interval.Low >= 0
                                && interval.Low <= step.Survival + 1e-12
                                && interval.High >= step.Survival - 1e-12
                                && interval.High <= 1
                            )
                        )
            );

    [Fact]
    public void Limits_of_a_quantile_hold_it() =>
        Gen.Select(Some, Gen.Double[0.01, 0.99])
            .Sample(
                (cases, share) =>
                {
                    var estimate = Curve(cases).Quantile(share, IntervalScale.LogLog);
                    return (estimate.Low ?? 0) <= (estimate.Seconds ?? double.MaxValue)
                        && (estimate.Seconds ?? double.MaxValue) <= (estimate.High ?? double.MaxValue);
                }
            );

    [Fact]
    public void Larger_share_takes_no_less_time() =>
        Gen.Select(Some, Gen.Double[0.01, 0.99], Gen.Double[0.01, 0.99])
            .Sample(
                (cases, one, other) =>
                    (Curve(cases).TimeOf(Math.Min(one, other)) ?? double.MaxValue)
                    <= (Curve(cases).TimeOf(Math.Max(one, other)) ?? double.MaxValue)
            );

    [Fact]
    public void Order_of_rows_does_not_matter() =>
        Some.Sample(cases => Curve(cases).Steps.SequenceEqual(Curve(Enumerable.Reverse(cases)).Steps));

    [Fact]
    public void Grouping_of_rows_does_not_matter() =>
        Some.Sample(cases =>
            SurvivalCurve
                .Of(
                    Timings(cases)
                        .GroupBy(timing => (timing.Seconds, timing.Ended))
                        .Select(group => new Timing(group.Key.Seconds, group.Key.Ended, group.Count()))
                )
                .Steps.SequenceEqual(Curve(cases).Steps)
        );

    [Fact]
    public void With_no_case_open_the_curve_is_the_share_with_a_longer_time() =>
        NoneOpen.Sample(cases =>
            Curve(cases)
                .Steps.All(step =>
                    Near(step.Survival, (double)cases.Count(one => one.Time > step.Seconds) / cases.Count)
                )
        );

    [Fact]
    public void With_no_case_open_the_standard_error_is_the_binomial_one() =>
        NoneOpen.Sample(cases =>
            Curve(cases)
                .Steps.All(step =>
                    step.StandardError is not { } error
                    || Near(error, Math.Sqrt(step.Survival * (1 - step.Survival) / cases.Count))
                )
        );
}
