using System.Globalization;
using NodaTime;
using ReportEngine.Cases;

namespace ReportEngine.Figures;

/// <summary>From grouped times to figures: quantiles, mature shares, breaches and other clocks.</summary>
internal static class ResponseTimes
{
    private const long Day = 86_400;
    private const IntervalScale Scale = IntervalScale.LogLog;

    /// <summary>Fewest cases for a value of a curve.</summary>
    private const long LeastCases = 10;

    private static readonly Dictionary<string, double> Shares = new(StringComparer.Ordinal)
    {
        [Codes.Quartile] = 0.25,
        [Codes.Median] = 0.5,
        [Codes.NinetiethPercentile] = 0.9,
        [Codes.NinetyFifthPercentile] = 0.95,
    };

    internal static IReadOnlyList<Timing> Timings(IEnumerable<TimingRow> rows) =>
        [.. rows.Select(row => new Timing(row.Seconds, row.Ended == 1, row.Cases))];

    internal static IEnumerable<Part> Quantiles(IEnumerable<TimingRow> rows, params string[] statistics) =>
        Quantiles(Timings(rows), statistics);

    internal static IEnumerable<Part> Quantiles(IReadOnlyList<Timing> timings, params string[] statistics)
    {
        var curve = SurvivalCurve.Of(timings);
        return statistics.Select(statistic => new Part(statistic, Quantile(curve, timings, Shares[statistic])));
    }

    internal static IEnumerable<Part> ActionQuantiles(IReadOnlyList<ActionRow> rows)
    {
        var timed = Timed(rows);
        var curve = Incidence(rows);
        var (events, cases) = (timed.Where(row => row.Cause == 1).Sum(row => row.Cases), timed.Sum(row => row.Cases));
        return ((string[])[Codes.Median, Codes.NinetiethPercentile]).Select(statistic => new Part(
            statistic,
            Hours(curve.Quantile(1, Shares[statistic]), events, cases, Shares[statistic]) with
            {
                LeftOut = rows.Sum(row => row.Cases) - cases,
            }
        ));
    }

    /// <summary>
    /// The incidence of action (cause 1) and of other ends (2). What was acted on at a time that nobody recorded is
    /// left out: it is neither open nor an end without action.
    /// </summary>
    internal static CumulativeIncidence Incidence(IEnumerable<ActionRow> rows) =>
        CumulativeIncidence.Of(
            Timed(rows).Select(row => new CauseTiming(row.Seconds, (int)row.Cause, row.Cases)),
            causes: 2
        );

    private static List<ActionRow> Timed(IEnumerable<ActionRow> rows) =>
        [.. rows.Where(row => row.Cause != ActionRow.AtUnknownTime)];

    /// <summary>
    /// Of cases followed for a time, those actioned within it. A refusal is no action, so it stays in the denominator.
    /// </summary>
    internal static Quantity ActionedWithin(IReadOnlyList<ActionRow> rows, long seconds) =>
        MatureShare.Within(
            Timed(rows).Select(row => new FollowedTiming(row.FollowUp, row.Cause == 1 ? row.Seconds : null, row.Cases)),
            seconds
        ) with
        {
            LeftOut = rows.Where(row => row.Cause == ActionRow.AtUnknownTime && row.FollowUp >= seconds)
                .Sum(row => row.Cases),
        };

    internal static Quantity Breaches(IReadOnlyList<LimitRow> rows) => OfDue(rows, IsBreach);

    /// <summary>
    /// Of the directions of <see cref="Breaches"/>, those acted on within the limit; the last second counts.
    /// </summary>
    internal static Quantity ActedInTime(IReadOnlyList<LimitRow> rows)
    {
        var timed = OfDue([.. rows.Where(row => row.ActedInTime is not null)], row => row.ActedInTime == 1);
        return timed with { LeftOut = OfDue(rows, row => row.ActedInTime is null).Numerator };
    }

    /// <summary>
    /// The directions of <see cref="Breaches"/> by what came within the limit; the last second
    /// counts.
    /// </summary>
    internal static IEnumerable<Part> InTime(IReadOnlyList<LimitRow> rows) =>
        new[]
        {
            (Codes.ActedInTime, OfDue(rows, row => !IsBreach(row) && row.ActedInTime == 1)),
            (Codes.AnsweredInTime, OfDue(rows, row => !IsBreach(row) && row.ActedInTime != 1)),
            (Codes.NoneInTime, OfDue(rows, IsBreach)),
        }.Select(part => new Part(part.Item1, part.Item2));

    /// <summary>The directions of <see cref="Breaches"/> that had no answer in time, by what came after.</summary>
    internal static IEnumerable<Part> AfterLimit(IReadOnlyList<LimitRow> rows) =>
        OutcomeMetrics.Split(
            [.. rows.Where(IsBreach)],
            row =>
                row.Ended == 1 ? Codes.AnsweredLate
                : IsWithdrawn(row) ? Codes.WithdrawnLate
                : Codes.StillWaiting,
            row => row.Cases
        );

    internal static IEnumerable<Part> Overruns(IReadOnlyList<LimitRow> rows) =>
        rows.Count == 0
            ? [new Part(Codes.Median, new NotApplicable())]
            : Quantiles(
                [.. rows.Where(IsBreach).Select(row => new Timing(row.Seconds - row.Limit, row.Ended == 1, row.Cases))],
                Codes.Median
            );

    internal static IEnumerable<Part> OverdueByAge(IReadOnlyList<LimitRow> rows) =>
        OutcomeMetrics.Split(
            [.. rows.Where(row => IsBreach(row) && row.Ended == 0 && !IsWithdrawn(row))],
            row =>
                ((row.Seconds - row.Limit) / Day) switch
                {
                    < 3 => "days-0-2",
                    < 8 => "days-3-7",
                    < 31 => "days-8-30",
                    _ => "days-over-30",
                },
            row => row.Cases
        );

    internal static IEnumerable<Part> ByClock(IReadOnlyList<ClockRow> rows) =>
        [
            .. ClockPart("submission-gross", rows, _ => 0, net: false),
            .. ClockPart("submission-net", rows, _ => 0, net: true),
            .. ClockPart("receipt-gross", rows, row => row.Received, net: false),
            .. ClockPart("receipt-net", rows, row => row.Received, net: true),
        ];

    internal static IEnumerable<Part> CurveValues(IReadOnlyList<TimingRow> rows)
    {
        var curve = SurvivalCurve.Of(Timings(rows));
        var cases = rows.Sum(row => row.Cases);
        return Codes
            .Fixed[Dimension.TimeSince]
            .Select(time =>
            {
                var seconds = 3600 * long.Parse(time.Code, CultureInfo.InvariantCulture);
                var atRisk = curve.AtRisk(seconds);
                var open = cases >= LeastCases ? curve.At(seconds) : null;
                Interval? interval =
                    open is not null && curve.IntervalAt(seconds, Scale) is { } of
                        ? new Interval(1 - of.High, 1 - of.Low)
                        : null;
                return new Part(time.Code, new Estimate(1 - open, interval, atRisk, cases));
            });
    }

    internal static IEnumerable<Part> AnsweredAlone(IReadOnlyList<TimingRow> rows)
    {
        var answered = rows.Where(row => row.Ended == 1).ToList();
        var (events, cases) = (answered.Sum(row => row.Cases), rows.Sum(row => row.Cases));
        var seconds = SampleQuantile.Of(
            answered.SelectMany(row => Enumerable.Repeat((double)row.Seconds, (int)row.Cases)),
            0.5,
            SampleQuantileType.Mode
        );
        return
        [
            new Part(
                Codes.Median,
                new Hours(events >= Statistics.LeastEvents ? seconds / 3600 : null, Reached: true, events, cases)
            ),
        ];
    }

    internal static IEnumerable<Part> RestrictedMeans(IReadOnlyList<TimingRow> rows)
    {
        var (events, cases) = (rows.Where(row => row.Ended == 1).Sum(row => row.Cases), rows.Sum(row => row.Cases));
        var mean = events >= Statistics.LeastEvents ? SurvivalCurve.Of(Timings(rows)).MeanUpTo(30 * Day) : null;
        var half = Statistics.Z * mean?.StandardError;
        return
        [
            new Part(
                Codes.Mean,
                new Hours(
                    mean?.Seconds / 3600,
                    Reached: true,
                    events,
                    cases,
                    (mean?.Seconds - half) / 3600,
                    (mean?.Seconds + half) / 3600
                )
            ),
        ];
    }

    internal static Quantity Oldest(IReadOnlyList<TimingRow> open) =>
        open.Count == 0 ? new NotApplicable() : new Count(open.Max(row => row.Seconds) / Day);

    /// <summary>Of the directions whose limit had run out and that were not withdrawn within it.</summary>
    private static Share OfDue(IReadOnlyList<LimitRow> rows, Func<LimitRow, bool> counted)
    {
        var due = rows.Where(row => row.FollowUp > row.Limit && !(IsWithdrawn(row) && row.Seconds <= row.Limit))
            .ToList();
        return new Share(due.Where(counted).Sum(row => row.Cases), due.Sum(row => row.Cases));
    }

    private static bool IsBreach(LimitRow row) => row.Seconds > row.Limit;

    /// <summary>Without an end before the cut-off although its time stops there: taken back by us.</summary>
    private static bool IsWithdrawn(LimitRow row) => row.Ended == 0 && row.Seconds < row.FollowUp;

    private static IEnumerable<Part> ClockPart(
        string code,
        IReadOnlyList<ClockRow> rows,
        Func<ClockRow, long?> start,
        bool net
    )
    {
        var timings = rows.Select(row =>
                (
                    Row: row,
                    Start: start(row) is { } from ? Math.Min(from, row.Seconds)
                    : row.Ended == 1 ? row.Seconds
                    : (long?)null
                )
            )
            .Where(pair => pair.Start is not null)
            .Select(pair => new Timing(Duration(pair.Row, pair.Start!.Value, net), pair.Row.Ended == 1, pair.Row.Cases))
            .ToList();
        return Quantiles(timings, Codes.Median).Select(part => part with { Code = code });
    }

    private static long Duration(ClockRow row, long start, bool net)
    {
        var elapsed = PausedClock.Measure(At(start), At(row.Seconds), Pauses(row));
        return net ? elapsed.NetSeconds : elapsed.GrossSeconds;
    }

    private static IEnumerable<Pause> Pauses(ClockRow row) =>
        row
            .Pauses.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(pause =>
            {
                var dash = pause.IndexOf('-', 1);
                var (from, to) = (pause[..dash], pause[(dash + 1)..]);
                return new Pause(
                    At(long.Parse(from, CultureInfo.InvariantCulture)),
                    to.Length == 0 ? null : At(long.Parse(to, CultureInfo.InvariantCulture))
                );
            });

    /// <summary>A time of a case counted from its own submission.</summary>
    private static Instant At(long seconds) => Instant.FromUnixTimeSeconds(seconds);

    private static Hours Quantile(SurvivalCurve curve, IReadOnlyList<Timing> timings, double share) =>
        Hours(
            curve.Quantile(share, Scale),
            timings.Where(timing => timing.Ended).Sum(timing => timing.Cases),
            timings.Sum(timing => timing.Cases),
            share
        );

    private static Hours Hours(QuantileEstimate estimate, long events, long cases, double share)
    {
        // From too few answers nothing is told: no value, no limit, and not that it is not reached.
        var enough = events >= (share > 0.9 ? Statistics.LeastEventsForTail : Statistics.LeastEvents);
        return new Hours(
            enough ? estimate.Seconds / 3600 : null,
            !enough || estimate.Seconds is not null,
            events,
            cases,
            enough ? estimate.Low / 3600 : null,
            enough ? estimate.High / 3600 : null
        );
    }
}
