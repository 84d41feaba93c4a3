using NodaTime;
using NodaTime.Text;
using ReportEngine.Cases;

namespace ReportEngine.Figures;

/// <summary>The rules behind a plan's ratings, each for one indicator in one period.</summary>
internal static class NapProgress
{
    private static readonly string[] Ranks = ["unrated", "red", "amber-red", "green-amber", "green"];

    /// <summary>
    /// The indicator's value: a catalogue figure, or the sum of the returns received for the period's quarters.
    /// </summary>
    internal static Quantity Value(FigureSet set, NapIndicator indicator)
    {
        if (indicator.MetricId is { } metricId)
        {
            return set.RatedBy(metricId);
        }
        var returns = Returns(set, [indicator]).ToList();
        // Decimals, which are added exactly: of fractions of 2 the sum would depend on the order of the rows.
        var received = returns.Select(row => row.Value).OfType<double>().Select(value => (decimal)value).ToList();
        return received.Count == 0 ? new Missing() : new Measured((double)received.Sum(), indicator.Unit == "share");
    }

    /// <summary>
    /// Targets are set for a whole quarter; a year or an unfinished quarter cannot be held against them.
    /// </summary>
    private static bool HasTarget(FigureSet set) =>
        set.Period.Kind == PeriodKind.Quarter && set.Period.IsCompleteAt(set.CutOff);

    internal static Quantity Progress(FigureSet set, NapIndicator indicator)
    {
        if (!HasTarget(set))
        {
            return new NotApplicable();
        }
        if (Value(set, indicator) is Withheld)
        {
            return new Withheld();
        }
        if (
            IsIncomplete(set, indicator)
            || Number(Value(set, indicator)) is not { } value
            || indicator is not { BaselineValue: { } baseline, TargetValue: { } target }
        )
        {
            return new Missing();
        }
        return target == baseline
            ? new NotApplicable()
            : new Measured((value - baseline) / (target - baseline), IsShare: true);
    }

    /// <summary>
    /// The days from the baseline to the end of the period, of those from the baseline to the target: below 0 where the
    /// baseline is later, above 1 where the day of the target is over.
    /// </summary>
    internal static Quantity TimeUsed(FigureSet set, NapIndicator indicator)
    {
        if (!HasTarget(set))
        {
            return new NotApplicable();
        }
        if (indicator is not { BaselineOn: { } baseline, TargetOn: { } target })
        {
            return new Missing();
        }
        var (first, last) = (LocalDatePattern.Iso.Parse(baseline).Value, LocalDatePattern.Iso.Parse(target).Value);
        var lastOfPeriod = set.Period.End.PlusDays(-1);
        return first >= last
            ? new NotApplicable()
            : new Measured(Days(first, lastOfPeriod) / Days(first, last), IsShare: true);
    }

    private static double Days(LocalDate first, LocalDate last) => NodaTime.Period.DaysBetween(first, last);

    /// <summary>
    /// How far the way gone is behind the time used, as a part of the whole: below 0 where it is ahead. Null without
    /// one of them.
    /// </summary>
    internal static double? Lag(FigureSet set, NapIndicator indicator) =>
        (TimeUsed(set, indicator), Progress(set, indicator)) is (Measured time, Measured way)
            ? time.Value - way.Value
            : null;

    internal static Status Rating(FigureSet set, NapIndicator indicator)
    {
        if (
            Progress(set, indicator) is not Measured progress
            || indicator is not { Green: { } green, Amber: { } amber, Red: { } red }
        )
        {
            return Unrated;
        }
        var percent = progress.Value * 100;
        return percent >= green ? new Status("green", "Green")
            : percent >= amber ? new Status("green-amber", "Green-Amber")
            : percent >= red ? new Status("amber-red", "Amber-Red")
            : new Status("red", "Red");
    }

    /// <summary>The worst rating of those indicators that have one; null when none has.</summary>
    internal static Status? WorstRated(FigureSet set, IEnumerable<NapIndicator> indicators) =>
        indicators
            .Select(indicator => Rating(set, indicator))
            .Where(rating => rating.Code != Unrated.Code)
            .MinBy(RankOf);

    /// <summary>Higher is better.</summary>
    internal static int RankOf(Status rating) => Array.IndexOf(Ranks, rating.Code);

    /// <summary>
    /// Indicators by their rating, the worst first and those without one last; of one rating, the least progress first.
    /// </summary>
    internal static IEnumerable<NapIndicator> WorstFirst(FigureSet set, IEnumerable<NapIndicator> indicators) =>
        indicators
            .OrderBy(indicator => Rating(set, indicator) == Unrated)
            .ThenBy(indicator => RankOf(Rating(set, indicator)))
            .ThenBy(indicator => (Progress(set, indicator) as Measured)?.Value);

    internal static Status Unrated => new("unrated", "Not rated");

    /// <summary>A point is as good as its worst indicator, and unrated as soon as one of them is.</summary>
    internal static Status PointRating(FigureSet set, IEnumerable<NapIndicator> indicators)
    {
        var ratings = indicators.Select(indicator => Rating(set, indicator)).ToList();
        return ratings.Count == 0 ? Unrated : ratings.MinBy(RankOf)!;
    }

    internal static Status Trend(FigureSet set, NapIndicator indicator) =>
        Change(set, indicator) switch
        {
            Verdict.Rose or Verdict.Longer or Verdict.More => indicator.Direction == "up"
                ? new Status("up-better", "Up (better)")
                : new Status("up-worse", "Up (worse)"),
            Verdict.Fell or Verdict.Shorter or Verdict.Fewer => indicator.Direction == "up"
                ? new Status("down-worse", "Down (worse)")
                : new Status("down-better", "Down (better)"),
            (Verdict.NoClearChange or Verdict.AboutAsMany) and var same => ChangeVerdicts.StatusOf(same),
            _ => new Status("no-comparison", "No comparison"),
        };

    /// <summary>
    /// The verdict of the release on the indicator's measure; none where there is nothing to compare.
    /// </summary>
    private static Verdict Change(FigureSet set, NapIndicator indicator)
    {
        if (!HasTarget(set) || IsIncomplete(set, indicator) || IsIncomplete(set.Previous, indicator))
        {
            return Verdict.NoTest;
        }
        if (indicator.MetricId is { } id)
        {
            return set.Changes.FirstOrDefault(one => one.Platform is null && one.Metric.Id == id)?.Verdict
                ?? (CountChanges.Measures.Contains(id) ? CountChanges.Of(set, id) : Verdict.NoTest);
        }
        return
            (Value(set.Previous, indicator), Value(set, indicator))
                is (Measured { IsShare: false } before, Measured { IsShare: false } now)
            ? CountChanges.Of(before.Value, now.Value, null)
            : Verdict.NoTest;
    }

    /// <summary>
    /// Whether a return due is missing: a sum without it cannot be held against a target or another period.
    /// </summary>
    private static bool IsIncomplete(FigureSet set, NapIndicator indicator) =>
        Completeness(set, [indicator]) is var completeness && completeness.Numerator < completeness.Denominator;

    internal static Share Completeness(FigureSet set, IEnumerable<NapIndicator> indicators)
    {
        var returns = Returns(set, indicators).ToList();
        return new Share(returns.Count(row => row.Value is not null), returns.Count);
    }

    private static IEnumerable<NapReturn> Returns(FigureSet set, IEnumerable<NapIndicator> indicators)
    {
        var wanted = indicators.Select(indicator => indicator.IndicatorId).ToHashSet(StringComparer.Ordinal);
        return set.Nap.Returns.Where(row =>
            wanted.Contains(row.IndicatorId)
            && Period.TryParse(row.Quarter) is { } quarter
            && quarter.Start >= set.Period.Start
            && quarter.End <= set.Period.End
        );
    }

    private static double? Number(Quantity quantity) =>
        quantity switch
        {
            Count count => count.Number,
            Share share => share.Value,
            Measured measured => measured.Value,
            Ratio ratio => ratio.Value,
            Sum sum => sum.Total,
            _ => null,
        };
}
