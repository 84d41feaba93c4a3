using ReportEngine.Figures;
using static ReportEngine.Documents.TableSource;

namespace ReportEngine.Documents;

/// <summary>The tables of response times; most exist by platform and by the basis of the request.</summary>
internal static class ResponseTables
{
    internal static IReadOnlyDictionary<string, TableSource> All { get; } =
        new Dictionary<string, TableSource>(StringComparer.Ordinal)
        {
            ["response_times_by_platform"] = ByPlatform("Time to an answer, by platform", Response),
            ["response_times_by_basis"] = ByBasis("Time to an answer, by kind of request", Response),
            ["answered_alone_by_platform"] = ByPlatform(
                "What answered referrals alone would say, by platform",
                new("RT.02", "Half within, those waiting counted in", Codes.Median),
                new("RT.18", "Half within, of answered ones alone", Codes.Median),
                new("RT.19", "Mean within 30 days", Codes.Mean)
            ),
            ["acknowledgement_by_platform"] = ByPlatform("Time to acknowledgement, by platform", Acknowledgement),
            ["time_to_action_by_platform"] = ByPlatform("Time to action, by platform", Action),
            ["time_to_action_by_basis"] = ByBasis("Time to action, by kind of request", Action),
            ["within_by_platform"] = ByPlatform("Acted on within each time, by platform", Within),
            ["within_by_basis"] = ByBasis("Acted on within each time, by kind of request", Within),
            ["breaches_by_platform"] = ByPlatform("Directions and their legal limit, by platform", Breaches),
            ["breaches_by_basis"] = ByBasis(
                "Directions and their legal limit, by kind of request",
                new("RT.17"),
                new("RT.08", "No answer within the limit, period before", SameAge: true),
                new("RT.08", "No answer within the limit, this period"),
                Overrun
            ),
            ["in_time_by_platform"] = ByPlatform(
                "Directions by what came within the legal limit, by platform",
                new("RT.20", "Acted on in time", Codes.ActedInTime),
                new("RT.20", "Answered otherwise in time", Codes.AnsweredInTime),
                new("RT.20", "No answer in time", Codes.NoneInTime)
            ),
            ["late_by_platform"] = ByPlatform(
                "Directions without an answer in time, by what came after",
                new("RT.22", "Answered after the limit", Codes.AnsweredLate),
                new("RT.22", "Withdrawn by us, without an answer", Codes.WithdrawnLate),
                new("RT.22", "Waiting for an answer", Codes.StillWaiting)
            ),
            ["overdue_by_platform"] = ByPlatform(
                "Directions still waiting past their legal limit, by days overdue",
                new("RT.13", "0 to 2 days", "days-0-2"),
                new("RT.13", "3 to 7 days", "days-3-7"),
                new("RT.13", "8 to 30 days", "days-8-30"),
                new("RT.13", "Over 30 days", "days-over-30")
            ),
            ["answered_by_time"] = ByPlatform(
                "Share with an answer by time since submission, and referrals still waiting then",
                new("RT.15", "24 hours", "24"),
                new("RT.15", "48 hours", "48"),
                new("RT.15", "7 days", "168"),
                new("RT.15", "14 days", "336"),
                new("RT.15", "30 days", "720")
            ),
            ["clocks_by_platform"] = ByPlatform(
                "Time in which half had an answer, by four clocks",
                new("RT.14", "From submission", "submission-gross"),
                new("RT.14", "From submission, without pauses", "submission-net"),
                new("RT.14", "From acknowledgement", "receipt-gross"),
                new("RT.14", "From acknowledgement, without pauses", "receipt-net")
            ),
            ["actions_before_by_platform"] = ByPlatform(
                "Share acted on, this period and the one before",
                new("OUT.02", "Period before", Before: true),
                new("OUT.02", "This period"),
                new("RT.11", "Crude change (percentage points)", Codes.ActionRate)
            ),
            ["times_before_by_platform"] = ByPlatform(
                "Time in which half had an answer, this period and the one before",
                new("RT.02", "Period before", Codes.Median, Before: true),
                new("RT.02", "This period", Codes.Median),
                new("RT.11", "Crude change (hours)", Codes.MedianTime, ForData: true),
                new("RT.11", "p-value, not like for like (log-rank test)", Codes.PValue, ForData: true)
            ),
            ["handling_by_agency"] = By(
                Dimension.Agency,
                "Agency",
                "Our own handling time, by agency",
                new("RT.10", "Half within", Codes.Median),
                new("RT.10", "Nine in ten within", Codes.NinetiethPercentile),
                new("RT.09")
            ),
        };

    private static MetricColumn[] Response =>
        [
            new("REF.01"),
            new("OUT.01", "Waiting for an answer", "pending"),
            new("RT.16", "Oldest waiting (days)"),
            new("RT.02", "Half within", Codes.Median),
            new("RT.02", "Nine in ten within", Codes.NinetiethPercentile),
            new("RT.02", "95 in 100 within", Codes.NinetyFifthPercentile, ForData: true),
        ];

    private static MetricColumn[] Acknowledgement =>
        [
            new("REF.01"),
            new("RT.01", "Half within", Codes.Median),
            new("RT.01", "Nine in ten within", Codes.NinetiethPercentile),
        ];

    private static MetricColumn[] Action =>
        [
            new("REF.01"),
            new("OUT.02", "Acted on"),
            new("RT.03", "Half within", Codes.Median),
            new("RT.03", "Nine in ten within", Codes.NinetiethPercentile),
        ];

    private static MetricColumn[] Within =>
        [
            new("RT.04", "Within 1 hour"),
            new("RT.05", "Within 12 hours"),
            new("RT.06", "Within 24 hours"),
            new("RT.07", "Within 48 hours"),
        ];

    private static MetricColumn Overrun => new("RT.12", "Over the limit: half within", Codes.Median);

    private static MetricColumn[] Breaches => [new("RT.17"), new("RT.08"), Overrun];

    private static TableSource ByBasis(string title, params MetricColumn[] columns) =>
        By(Dimension.Basis, "Kind of request", title, columns);
}
