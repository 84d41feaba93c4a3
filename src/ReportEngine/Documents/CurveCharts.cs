using ReportEngine.Cases;
using ReportEngine.Figures;

namespace ReportEngine.Documents;

/// <summary>Charts of whole curves, one small picture a platform.</summary>
internal static class CurveCharts
{
    /// <summary>How far the curves are drawn.</summary>
    private const long LastSecond = 30 * 86_400;

    private static readonly HashSet<string> NamedTimes = ["24", "48", "168", "720"];

    internal static Chart Answered(FigureSet set, string id)
    {
        return new Chart(
            id,
            "Share of referrals with an answer, by days since sending",
            "A curve for each platform rises with the estimated share of its referrals that had an answer "
                + "by each day after submission, up to 30 days; the band is the 95 % interval. It ends where no "
                + "referral was followed longer.",
            ChartKind.Curves,
            [
                .. set.Of("RT.15", Dimension.Platform)
                    .Where(figure => NamedTimes.Contains(figure.CodeOf(Dimension.TimeSince)!))
                    .Select(figure => new ChartPoint(figure.Dimensions[0].Label, figure.Dimensions[^1].Label, figure)),
            ],
            [
                .. ByPlatform(set, ResponseQueries.TimeToResponse)
                    .SelectMany(platform =>
                        Steps(platform.Label, SurvivalCurve.Of(ResponseTimes.Timings(platform.Rows)))
                    ),
            ]
        )
        {
            Finding = ChartFindings.OfShares(
                "Of all referrals, {0} had an answer within 7 days, {1} within 30",
                ShareBy("168"),
                ShareBy("720")
            ),
            Key = "Band: 95 % interval. A curve ends where no referral was followed longer.",
        };

        Figure ShareBy(string hours) => set.One("RT.15", (Dimension.TimeSince, hours));
    }

    internal static Chart Incidence(FigureSet set, string id) =>
        new(
            id,
            "Referrals acted on, ended without action and still waiting, by days since sending",
            "For each platform the dark area is the share of its referrals on which action had taken effect by "
                + "each day after submission, up to 30 days; the area above it is the share that ended without action; "
                + "what is left above was still waiting. Areas end where no referral was followed longer: a blank "
                + "after that does not mean waiting.",
            ChartKind.Incidence,
            [
                .. set.Of("RT.03", Dimension.Platform)
                    .Where(figure => figure.CodeOf(Dimension.Statistic) == Codes.Median)
                    .Select(figure => new ChartPoint(figure.Dimensions[0].Label, figure.Dimensions[^1].Label, figure)),
            ],
            [
                .. ByPlatform(set, ResponseQueries.TimeToAction)
                    .SelectMany(platform => Steps(platform.Label, ResponseTimes.Incidence(platform.Rows))),
            ]
        )
        {
            Finding = ChartFindings.OfShares("Of all referrals, {0} were acted on within 48 hours", set.One("RT.07")),
            Key =
                "White above the areas: still waiting for an answer. Areas end where no referral was followed longer: "
                + "a blank after that does not mean waiting.",
        };

    private static IEnumerable<(string Label, IEnumerable<TRow> Rows)> ByPlatform<TRow>(
        FigureSet set,
        Query<TRow> query
    )
        where TRow : GroupRow
    {
        var rows = set.Rows(query, Cohort.Submission, [Dimension.Platform])
            .ToLookup(row => row.Key1, StringComparer.Ordinal);
        return set.ValuesOf(Dimension.Platform).Select(platform => (platform.Label, rows[platform.Code]));
    }

    private static IEnumerable<CurvePoint> Steps(string line, SurvivalCurve curve)
    {
        yield return new CurvePoint(line, "", 0, 0, 0, 0);
        if (curve.Steps.Count == 0)
        {
            yield break;
        }
        foreach (var step in curve.Steps.Where(step => step.Ended > 0 && step.Seconds <= LastSecond))
        {
            var interval = step.Interval(IntervalScale.LogLog);
            yield return new CurvePoint(
                line,
                "",
                step.Seconds / 3600.0,
                1 - step.Survival,
                1 - interval?.High,
                1 - interval?.Low
            );
        }
        var end = curve.At(LastSecond) is null ? curve.Steps[^1].Seconds : LastSecond;
        var last = curve.IntervalAt(end, IntervalScale.LogLog);
        yield return new CurvePoint(line, "", end / 3600.0, 1 - curve.At(end)!.Value, 1 - last?.High, 1 - last?.Low);
    }

    private static IEnumerable<CurvePoint> Steps(string line, CumulativeIncidence incidence)
    {
        if (incidence.Steps.Count == 0)
        {
            yield return new CurvePoint(line, "Acted on", 0, 0, 0, 0);
            yield break;
        }
        foreach (
            var seconds in incidence
                .Steps.Select(step => step.Seconds)
                .Where(seconds => seconds < LastSecond)
                .Prepend(0)
                .Append(LastSecond)
                .Distinct()
        )
        {
            if (incidence.At(1, seconds) is not { } actioned || incidence.At(2, seconds) is not { } otherwise)
            {
                yield break;
            }
            yield return new CurvePoint(line, "Acted on", seconds / 3600.0, actioned, 0, actioned);
            yield return new CurvePoint(
                line,
                "Ended without action",
                seconds / 3600.0,
                otherwise,
                actioned,
                actioned + otherwise
            );
        }
    }
}
