using ReportEngine.Cases;
using static ReportEngine.Figures.Dimension;

namespace ReportEngine.Figures;

/// <summary>Requests for user data: how many, answered how, and how soon.</summary>
internal static class DataRequestMetrics
{
    private static (Dimension Dimension, string Code) Preservations => (RequestType, "preservation");

    internal static IReadOnlyList<Metric> All { get; } =
    [
        new()
        {
            Id = "UDR.01",
            Name = "Data requests and accounts named",
            Unit = Unit.Count,
            Definition =
                "Requests for user data sent to platforms in the period, and the accounts they named. An account "
                + "named in two requests is counted twice.",
            Source = "UNODC request types; Meta and TikTok user data reports",
            Cohort = Cohort.Activity,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, RequestType, Agency],
            Part = Statistic,
            Statistics = [Codes.Requests, Codes.Accounts],
            Computation = Computation.Parts(
                OtherQueries.DataRequests,
                rows =>
                    [
                        new Part(Codes.Requests, new Count(rows.Sum(row => row.Requests))),
                        new Part(Codes.Accounts, new Count(rows.Sum(row => row.Accounts))),
                    ]
            ),
        },
        new()
        {
            Id = "UDR.02",
            Excludes = Preservations,
            Name = "Data requests answered with all or some data",
            Unit = Unit.Share,
            Definition =
                "Data requests sent in the period that were answered with all or some of the data, of those "
                + "decided by the cut-off. Requests to preserve data are left out: nothing is disclosed on them.",
            Numerator = "Requests with full or partial disclosure",
            Denominator =
                "Requests for disclosure answered or refused, without those waiting for an answer or withdrawn",
            Source = "Meta and TikTok, some data disclosed",
            Cohort = Cohort.Activity,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, RequestType],
            Nothing = "none decided",
            Computation = Computation.One(
                OtherQueries.DataRequests,
                rows => new Share(
                    rows.Where(row => row is { AsksForData: 1, Outcome: "full" or "partial" }).Sum(row => row.Requests),
                    rows.Where(row => row is { AsksForData: 1, Outcome: not ("pending" or "withdrawn") })
                        .Sum(row => row.Requests)
                )
            ),
        },
        new()
        {
            Id = "UDR.03",
            Excludes = Preservations,
            Name = "Requests to disclose by outcome",
            Unit = Unit.Share,
            Definition =
                "Requests to disclose user data sent in the period by their last outcome known at the cut-off, "
                + "those waiting for an answer included. Requests to preserve stand apart (UDR.06).",
            Numerator = "Requests to disclose with the outcome",
            Denominator = "Requests to disclose sent",
            Source = "X and Meta user data reports",
            Cohort = Cohort.Activity,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, RequestType],
            Part = Disclosure,
            Computation = Computation.Parts(
                OtherQueries.DataRequests,
                rows =>
                    OutcomeMetrics.Split(
                        [.. rows.Where(row => row.AsksForData == 1)],
                        row => row.Outcome,
                        row => row.Requests
                    )
            ),
        },
        new()
        {
            Id = "UDR.06",
            Name = "Requests to preserve by outcome",
            Unit = Unit.Share,
            Definition =
                "Requests to preserve user data sent in the period by their last outcome known at the cut-off, "
                + "those waiting for an answer included.",
            Numerator = "Requests to preserve with the outcome",
            Denominator = "Requests to preserve sent",
            Source = "X and Meta user data reports",
            Cohort = Cohort.Activity,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform],
            Part = Preservation,
            Computation = Computation.Parts(
                OtherQueries.DataRequests,
                rows =>
                    OutcomeMetrics.Split(
                        [.. rows.Where(row => row.AsksForData == 0)],
                        row => row.Outcome,
                        row => row.Requests
                    )
            ),
        },
        new()
        {
            Id = "UDR.04",
            Excludes = Preservations,
            Name = "Time to disclosure",
            Unit = Unit.Hours,
            Definition =
                "Hours from sending a request to disclose in the period to the platform's first answer, "
                + "estimated by the Kaplan–Meier method so that those still waiting count with the time they have "
                + "waited. Requests to preserve are left out.",
            Numerator = "Requests answered",
            Denominator = "Requests to disclose sent",
            Source = "EU Digital Services Act templates, median times",
            Cohort = Cohort.Activity,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, RequestType],
            Part = Statistic,
            Statistics = [Codes.Median],
            Computation = Computation.Parts(
                LegalQueries.TimeToDisclosure,
                rows => ResponseTimes.Quantiles(rows, Codes.Median)
            ),
        },
        new()
        {
            Id = "UDR.05",
            Name = "Preservations lapsed before legal process",
            Unit = Unit.Share,
            Definition =
                "Preservations that the platform had confirmed at some time, in whole or in part (also if it "
                + "refused later), and whose time ran out in the period, without a request to disclose for one of "
                + "the same accounts having been sent after the request to preserve and by that day.",
            Numerator = "Preservations lapsed",
            Denominator = "Preservations whose time ran out",
            Source = "Preservation for 90 days, platforms' law enforcement guidelines",
            Cohort = Cohort.Activity,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform],
            Computation = Computation.One(LegalQueries.LapsedPreservations, OutcomeMetrics.Subset),
        },
    ];
}
