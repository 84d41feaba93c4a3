using CsCheck;
using ReportEngine.Figures;
using static ReportEngine.Tests.Figures.RandomCases;

namespace ReportEngine.Tests.Figures;

public sealed class CumulativeIncidenceProperties
{
    private static readonly int[] EveryCause = [.. Enumerable.Range(1, Causes)];

    [Fact]
    public void Incidences_are_those_of_the_direct_sum_on_a_thousand_data_sets() =>
        Some.Sample(
            cases =>
                Incidence(cases)
                    .Steps.All(step =>
                        EveryCause.All(cause =>
                            Near(step.Incidence(cause), NaiveEstimators.Incidence(cases, cause, step.Seconds))
                        )
                    ),
            iter: 1000
        );

    [Fact]
    public void Variances_are_those_of_the_published_sums_on_a_thousand_data_sets() =>
        Some.Sample(
            cases =>
                EveryCause.All(cause =>
                    Near(
                        Incidence(cases).Steps[^1].Variances[cause - 1],
                        NaiveEstimators.Variance(cases, cause, cases.Max(one => one.Time))
                    )
                ),
            iter: 1000
        );

    [Fact]
    public void Incidences_and_survivor_make_one_whole() =>
        Some.Sample(cases => Incidence(cases).Steps.All(step => Near(step.Incidences.Sum() + step.Survival, 1)));

    [Fact]
    public void Survivor_is_the_Kaplan_Meier_curve_of_any_end() =>
        Some.Sample(cases =>
            Incidence(cases).Steps.Zip(Curve(cases).Steps).All(pair => Near(pair.First.Survival, pair.Second.Survival))
        );

    [Fact]
    public void Incidences_only_rise_and_stay_within_0_and_1() =>
        Some.Sample(cases =>
            EveryCause.All(cause =>
            {
                var shares = Incidence(cases).Steps.Select(step => step.Incidence(cause)).Prepend(0).ToList();
                return shares.Zip(shares.Skip(1)).All(pair => pair.First <= pair.Second)
                    && shares.All(share => share is >= 0 and <= 1);
            })
        );

    [Fact]
    public void Intervals_hold_the_incidence_and_stay_within_0_and_1() =>
        Some.Sample(cases =>
            Incidence(cases)
                .Steps.All(step =>
                    EveryCause.All(cause =>
                        step.Interval(cause) is not { } interval
                        || (
                            interval.Low >= 0
                            && interval.Low <= step.Incidence(cause) + 1e-9
                            && interval.High >= step.Incidence(cause) - 1e-9
                            && interval.High <= 1
                        )
                    )
                )
        );

    [Fact]
    public void One_cause_is_the_complement_of_Kaplan_Meier_with_its_variance() =>
        Some.Sample(cases =>
        {
            var one = CumulativeIncidence.Of(
                cases.Select(one => new CauseTiming(one.Time, Math.Min(1, one.Cause), 1)),
                1
            );
            return one
                .Steps.Zip(Curve(cases).Steps)
                .All(pair =>
                    Near(pair.First.Incidence(1), 1 - pair.Second.Survival)
                    && (pair.Second.StandardError is not { } error || Near(pair.First.Variances[0], error * error))
                );
        });

    [Fact]
    public void With_no_case_open_incidence_and_variance_are_binomial() =>
        NoneOpen.Sample(cases =>
            Incidence(cases)
                .Steps.All(step =>
                    EveryCause.All(cause =>
                    {
                        var share =
                            (double)cases.Count(one => one.Cause == cause && one.Time <= step.Seconds) / cases.Count;
                        return Near(step.Incidence(cause), share)
                            && Near(step.Variances[cause - 1], share * (1 - share) / cases.Count);
                    })
                )
        );

    [Fact]
    public void Complement_of_Kaplan_Meier_with_other_ends_censored_never_says_less() =>
        Some.Sample(cases =>
        {
            var alone = SurvivalCurve.Of(cases.Select(one => new Timing(one.Time, one.Cause == 1, 1)));
            return alone
                .Steps.Zip(Incidence(cases).Steps)
                .All(pair => 1 - pair.First.Survival >= pair.Second.Incidence(1) - 1e-9);
        });

    [Fact]
    public void Order_and_grouping_of_rows_do_not_matter() =>
        Some.Sample(cases =>
        {
            var grouped = CauseTimings(Enumerable.Reverse(cases))
                .GroupBy(timing => (timing.Seconds, timing.Cause))
                .Select(group => new CauseTiming(group.Key.Seconds, group.Key.Cause, group.Count()));
            return CumulativeIncidence
                .Of(grouped, Causes)
                .Steps.Zip(Incidence(cases).Steps)
                .All(pair =>
                    pair.First.AtRisk == pair.Second.AtRisk
                    && pair.First.Ended.SequenceEqual(pair.Second.Ended)
                    && pair.First.Incidences.SequenceEqual(pair.Second.Incidences)
                    && pair.First.Variances.SequenceEqual(pair.Second.Variances)
                );
        });
}
