using ReportEngine.Cases;
using static ReportEngine.Figures.Dimension;

namespace ReportEngine.Figures;

/// <summary>How soon platforms acknowledged, answered and acted.</summary>
internal static class ResponseMetrics
{
    private const string Censoring =
        "estimated by the Kaplan–Meier method, so that those still waiting count with the time they have waited so "
        + "far; those withdrawn before an answer count until withdrawal";

    private const string RulesOf2021 =
        "Removal and Blocking of Unlawful Online Content (Procedure, Oversight and Safeguards) Rules, 2021, rule 5(2)";

    /// <summary>What figures on the time of effect do where it is missing.</summary>
    private const string Effect =
        "Where nobody recorded when an action took effect, the first check that found the account or post down stands "
        + "in; without one the referral is left out, and counted in DQ.01.";

    private const string NotReached =
        "'Not reached' means that the estimated share stays below that level up to the cut-off.";

    internal static IReadOnlyList<Metric> All { get; } =
    [
        Time(
            "RT.01",
            "Time to acknowledgement",
            "Hours from submission to the platform's acknowledgement, or to its first answer if that "
                + "came earlier or alone, "
                + Censoring
                + ". "
                + NotReached,
            "Referrals acknowledged or answered",
            "EU Digital Services Act templates, confirmation of receipt",
            [Platform, Basis],
            Computation.Parts(
                ResponseQueries.TimeToAcknowledgement,
                rows => ResponseTimes.Quantiles(rows, Codes.Median, Codes.NinetiethPercentile)
            )
        ) with
        {
            Statistics = [Codes.Median, Codes.NinetiethPercentile],
            Changes = DefinitionChange.Second(DefinitionChange.Ends),
        },
        Time(
            "RT.02",
            "Time to an answer",
            "Hours from submission to the platform's first answer, whatever it was, "
                + Censoring
                + ". The median is the time by which half of all referrals had an answer, and the middle of the "
                + "step where the curve stands at exactly half. "
                + NotReached
                + " Clock time, without deducting pauses for clarification.",
            "Referrals answered",
            "EU Digital Services Act templates, median times; Kaplan and Meier (1958)",
            [Platform, Basis, SubjectType],
            Computation.Parts(
                ResponseQueries.TimeToResponse,
                rows =>
                    ResponseTimes.Quantiles(rows, Codes.Median, Codes.NinetiethPercentile, Codes.NinetyFifthPercentile)
            )
        ) with
        {
            Statistics = [Codes.Median, Codes.NinetiethPercentile, Codes.NinetyFifthPercentile],
            Changes = DefinitionChange.Second(DefinitionChange.Ends),
        },
        Time(
            "RT.03",
            "Time to action",
            "Hours from submission until the platform's action took effect, by the cumulative incidence of "
                + "action (Aalen–Johansen). A refusal, another answer without action or a withdrawal before any "
                + "decision "
                + "ends a referral without action; it is not treated as still waiting. The median is the time by "
                + "which half "
                + "of all referrals had been acted on; 'not reached' means that fewer will have been, or had been "
                + "by the "
                + "cut-off. "
                + Effect,
            "Referrals acted on",
            "EU Regulation 2021/784, Article 21(1)(a); Aalen and Johansen (1978)",
            [Platform, Basis, SubjectType, Organisation],
            Computation.Parts(ResponseQueries.TimeToAction, rows => ResponseTimes.ActionQuantiles(rows))
        ) with
        {
            Statistics = [Codes.Median, Codes.NinetiethPercentile],
            Changes = DefinitionChange.Second(DefinitionChange.Ends, DefinitionChange.Effects),
        },
        Within(
            "RT.04",
            1,
            "Acted on within 1 hour",
            "1 hour is the limit of EU Regulation 2021/784 for removal orders; it binds nobody here and stands "
                + "for comparison.",
            "EU Regulation 2021/784, Article 3(3); SWD(2024) 36, KPI 42",
            [Platform, Basis]
        ),
        Within(
            "RT.05",
            12,
            "Acted on within 12 hours",
            "12 hours is the limit for emergency directions under the Rules of 2021; other referrals stand for "
                + "comparison.",
            RulesOf2021,
            [Platform, Basis]
        ),
        Within(
            "RT.06",
            24,
            "Acted on within 24 hours",
            "24 hours was the limit of the Rules of 2020 and is that of other states' laws; it binds nobody here "
                + "and stands for comparison.",
            "Citizens Protection (Against Online Harm) Rules 2020; Australian eSafety Commissioner",
            [Platform, Basis]
        ),
        Within(
            "RT.07",
            48,
            "Acted on within 48 hours",
            "48 hours is the limit for ordinary directions under the Rules of 2021; it does not bind voluntary "
                + "referrals, which are shown apart by kind of request.",
            RulesOf2021,
            [Platform, Basis]
        ),
        new()
        {
            Id = "RT.08",
            Name = "No answer within the legal limit",
            Unit = Unit.Share,
            Definition =
                "Directions submitted in the period whose legal time limit had run out by the cut-off and that "
                + "had no answer within it, whether answered later or still waiting. Directions withdrawn "
                + "within the limit and before any answer are left out. Court orders and voluntary referrals have "
                + "no limit in the "
                + "register.",
            Numerator = "Directions without an answer within the limit",
            Denominator = "Directions whose limit had run out",
            Source = RulesOf2021,
            Changes = DefinitionChange.Second(DefinitionChange.Ends),
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, Basis],
            Nothing = "no limit",
            Computation = Computation.One(ResponseQueries.Limits, ResponseTimes.Breaches),
        },
        new()
        {
            Id = "RT.09",
            Name = "Referrals with a pause for clarification",
            Unit = Unit.Share,
            Definition =
                "Referrals submitted in the period for which the platform asked us for clarification at least "
                + "once by the cut-off.",
            Numerator = "Referrals with a pause",
            Denominator = "Referrals submitted (REF.01)",
            Source = "EU Regulation 2021/784, Article 3(8)",
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, Agency],
            Computation = Computation.One(
                ResponseQueries.Clocks,
                rows => new Share(
                    rows.Where(row => row.Pauses.Length > 0).Sum(row => row.Cases),
                    rows.Sum(row => row.Cases)
                )
            ),
        },
        Time(
            "RT.10",
            "Our own handling time",
            "Hours from first detection of the account to the submission of its referral. Repeats are left out.",
            "Referrals submitted, without repeats",
            "derived; accountability of the referring side",
            [Platform, Agency, Detection],
            Computation.Parts(
                ResponseQueries.Handling,
                rows => ResponseTimes.Quantiles(rows, Codes.Median, Codes.NinetiethPercentile)
            )
        ) with
        {
            Statistics = [Codes.Median, Codes.NinetiethPercentile],
            Denominator = "Referrals submitted, without repeats",
        },
        new()
        {
            Id = "RT.11",
            Name = "Change on the period before",
            Unit = Unit.Change,
            Definition =
                "This period less the one before, both at the same cut-off: percentage points of the share "
                + "acted on (OUT.02), hours of the median time to an answer (RT.02), and the probability of a "
                + "difference between the two curves of time to an answer at least as large by chance alone "
                + "(log-rank test), given when both periods have 10 answers or more. The later period has been "
                + "followed for less "
                + "time, so its shares may still rise.",
            Source = "derived; Mantel (1966), Peto and Peto (1972)",
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform],
            Part = Dimension.Change,
            Computation = Computation.From((set, metric, by) => PeriodChange.Of(set, metric, by)),
        },
        new()
        {
            Id = "RT.17",
            Name = "Acted on within the legal limit",
            Unit = Unit.Share,
            Definition =
                "Directions submitted in the period whose legal time limit had run out by the cut-off and on "
                + "which the platform's action took effect within it. Directions withdrawn within the limit and before "
                + "any answer are left out. A direction that was refused or answered otherwise in time is neither here "
                + "nor in RT.08. "
                + Effect,
            Numerator = "Directions acted on within the limit",
            Denominator = "Directions whose limit had run out",
            Source = RulesOf2021,
            Changes = DefinitionChange.Second(DefinitionChange.Ends, DefinitionChange.Effects),
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, Basis],
            Nothing = "no limit",
            Computation = Computation.One(ResponseQueries.Limits, ResponseTimes.ActedInTime),
        },
        new()
        {
            Id = "RT.20",
            Name = "Directions by what came within the legal limit",
            Unit = Unit.Share,
            Definition =
                "The directions of RT.08 by what came within the limit: an action that took effect; another answer, "
                + "which is a refusal, any other answer, or an action of which it is not recorded when it took effect; "
                + "or no answer (RT.08).",
            Numerator = "Directions of that kind",
            Denominator = "Directions whose limit had run out",
            Source = RulesOf2021,
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, Basis],
            Part = InTime,
            Nothing = "no limit",
            Computation = Computation.Parts(ResponseQueries.Limits, ResponseTimes.InTime),
        },
        new()
        {
            Id = "RT.22",
            Name = "Directions without an answer in time, by what came after",
            Unit = Unit.Share,
            Definition =
                "The directions counted in RT.08 by what came after the limit, by the cut-off: an answer; nothing, "
                + "because we withdrew them; or nothing yet.",
            Numerator = "Directions of that kind",
            Denominator = "Directions without an answer within the limit (RT.08)",
            Source = "derived from RT.08",
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, Basis],
            Part = Dimension.AfterLimit,
            Nothing = "none late",
            Computation = Computation.Parts(ResponseQueries.Limits, ResponseTimes.AfterLimit),
        },
        Time(
            "RT.12",
            "Overrun of directions past the legal limit",
            "Hours beyond the legal limit until the first answer, over the directions counted in RT.08, "
                + Censoring
                + ".",
            "Directions answered late",
            "derived from RT.08",
            [Platform, Basis],
            Computation.Parts(ResponseQueries.Limits, rows => ResponseTimes.Overruns(rows))
        ) with
        {
            Statistics = [Codes.Median],
            Changes = DefinitionChange.Second(DefinitionChange.Ends),
            Nothing = "no limit",
        },
        new()
        {
            Id = "RT.13",
            Name = "Directions still waiting past the legal limit, by days overdue",
            Unit = Unit.Share,
            Definition =
                "Directions submitted in the period that had no answer at the cut-off although their "
                + "legal limit had run out, by whole days since it did.",
            Numerator = "Directions of that age waiting for an answer",
            Denominator = "Directions waiting for an answer past the limit",
            Source = "derived from RT.08",
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, Basis],
            Part = Age,
            Nothing = "none waiting",
            Computation = Computation.Parts(ResponseQueries.Limits, ResponseTimes.OverdueByAge),
        },
        new()
        {
            Id = "RT.21",
            Name = "Directions of all periods past their limit without an answer",
            Unit = Unit.Share,
            Definition =
                "Directions without an answer at the cut-off although their legal limit had run out, whenever "
                + "submitted, by whole days since it did.",
            Numerator = "Directions of that age waiting for an answer",
            Denominator = "Directions waiting for an answer past the limit",
            Source = "derived from RT.13, of all periods",
            Cohort = Cohort.Stock,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, Basis],
            Part = Age,
            Nothing = "none waiting",
            Computation = Computation.Parts(ResponseQueries.Limits, ResponseTimes.OverdueByAge),
        },
        Time(
            "RT.14",
            "Time to an answer by clock",
            "The median of RT.02 by four clocks: from submission or from the platform's acknowledgement, with "
                + "all time counted or without the time the platform waited for our clarification. Pauses that overlap "
                + "count once. Referrals without an acknowledgement start their second clock at the response or not at "
                + "all; those withdrawn before an answer count until withdrawal.",
            "Referrals answered",
            "EU Regulation 2021/784, Article 3(8)",
            [Platform, Basis],
            Computation.Parts(ResponseQueries.Clocks, ResponseTimes.ByClock),
            Clock
        ) with
        {
            Changes = DefinitionChange.Second(DefinitionChange.Ends),
        },
        new()
        {
            Id = "RT.15",
            Name = "Share with an answer by time since submission",
            Unit = Unit.Estimate,
            Definition =
                "The estimated share of referrals that had an answer by a time after submission (1 − S(t) "
                + "of the Kaplan–Meier curve behind RT.02), its log-log 95 % interval, and the referrals still at "
                + "risk just before that time. Those withdrawn before an answer count until withdrawal. No share "
                + "is given for fewer than 10 referrals, nor after the last "
                + "referral was seen.",
            Denominator = "Referrals submitted (REF.01)",
            Source = "Kaplan and Meier (1958); Kalbfleisch and Prentice (2002), section 1.4",
            Changes = DefinitionChange.Second(DefinitionChange.Ends),
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, Basis],
            Part = TimeSince,
            Computation = Computation.Parts(ResponseQueries.TimeToResponse, ResponseTimes.CurveValues),
        },
        Time(
            "RT.18",
            "Median of answered referrals alone",
            "The median hours from submission to the first answer over the referrals that had one by the "
                + "cut-off (Hyndman and Fan, type 7), as reports on closed cases give it. It is too low whenever slow "
                + "answers are still outstanding, and stands here only to show by how much.",
            "Referrals answered",
            "Hyndman and Fan (1996)",
            [Platform, Basis],
            Computation.Parts(ResponseQueries.TimeToResponse, ResponseTimes.AnsweredAlone)
        ) with
        {
            Statistics = [Codes.Median],
            Denominator = "Referrals submitted (REF.01)",
            Changes = DefinitionChange.Second(DefinitionChange.Ends),
        },
        Time(
            "RT.19",
            "Mean time to an answer within 30 days",
            "The mean hours to the first answer when every time over 30 days is counted as 30 days: the "
                + "area under the Kaplan–Meier curve up to then. Not given where the curve is unknown before 30 "
                + "days. Its "
                + "interval is the mean plus and minus 1.96 standard errors.",
            "Referrals answered",
            "Klein and Moeschberger (2003), section 4.5",
            [Platform, Basis],
            Computation.Parts(ResponseQueries.TimeToResponse, ResponseTimes.RestrictedMeans)
        ) with
        {
            Statistics = [Codes.Mean],
            Changes = DefinitionChange.Second(DefinitionChange.Ends),
        },
        new()
        {
            Id = "RT.16",
            Name = "Age of the oldest referral of the period waiting for an answer",
            Unit = Unit.Days,
            Definition =
                "Whole days (of 24 hours) from submission to the cut-off of the referral that has been waiting "
                + "longest, of "
                + "those submitted in the period. Not applicable when none is waiting.",
            Source = "derived",
            Changes = DefinitionChange.Second(DefinitionChange.Open),
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = [Platform, Basis],
            Nothing = "none waiting",
            Computation = Computation.One(ResponseQueries.Open, ResponseTimes.Oldest),
        },
    ];

    private static Metric Time(
        string id,
        string name,
        string definition,
        string counted,
        string source,
        IReadOnlyList<Dimension> breakdowns,
        Computation computation,
        Dimension part = Statistic
    ) =>
        new()
        {
            Id = id,
            Name = name,
            Unit = Unit.Hours,
            Definition = definition,
            Numerator = counted,
            Denominator = "Referrals followed from the start",
            Source = source,
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = breakdowns,
            Part = part,
            Computation = computation,
        };

    private static Metric Within(
        string id,
        int hours,
        string name,
        string limit,
        string source,
        IReadOnlyList<Dimension> breakdowns
    ) =>
        new()
        {
            Id = id,
            Name = name,
            Unit = Unit.Share,
            Definition =
                "Of the referrals submitted in the period and at least as many hours before the cut-off, those "
                + "on which the platform's action took effect within that time of submission, by the last outcome "
                + "known; an action undone since still counts (SAF.02). "
                + limit
                + " "
                + Effect,
            Numerator = "Referrals acted on in that time",
            Changes = DefinitionChange.Second(DefinitionChange.Ends, DefinitionChange.Effects),
            Denominator = "Referrals submitted at least that long before the cut-off",
            Source = source,
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.ActOfState,
            Breakdowns = breakdowns,
            Computation = Computation.One(
                ResponseQueries.TimeToAction,
                rows => ResponseTimes.ActionedWithin(rows, hours * 3600L)
            ),
        };
}
