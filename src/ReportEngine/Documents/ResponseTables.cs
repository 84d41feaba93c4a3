using ReportEngine.Figures;
using static ReportEngine.Documents.TableSource;

namespace ReportEngine.Documents;

/// <summary>The tables of response times; most exist by platform and by the basis of the request.</summary>
internal static class ResponseTables
{
    internal static IReadOnlyDictionary<string, TableSource> All { get; } =
        new Dictionary<string, TableSource>(StringComparer.Ordinal)
        {
            ["response_times_by_platform"] = ByPlatform("Time to final response, by platform", Response),
            ["response_times_by_basis"] = ByBasis("Time to final response, by basis of the request", Response),
            ["answered_alone_by_platform"] = ByPlatform(
                "What a median of answered referrals alone would say, by platform",
                new("RT.02", "Median, open referrals counted in", Codes.Median),
                new("RT.18", "Median of answered ones alone", Codes.Median),
                new("RT.19", "Mean within 30 days", Codes.Mean)
            ),
            ["acknowledgement_by_platform"] = ByPlatform("Time to acknowledgement, by platform", Acknowledgement),
            ["time_to_action_by_platform"] = ByPlatform("Time to action, by platform", Action),
            ["time_to_action_by_basis"] = ByBasis("Time to action, by basis of the request", Action),
            ["within_by_platform"] = ByPlatform("Actioned within each time, by platform", Within),
            ["within_by_basis"] = ByBasis("Actioned within each time, by basis of the request", Within),
            ["breaches_by_platform"] = ByPlatform("Directions and their legal limit, by platform", Breaches),
            ["breaches_by_basis"] = ByBasis("Directions and their legal limit, by basis", Breaches),
            ["overdue_by_platform"] = ByPlatform(
                "Directions still open past their legal limit, by days overdue",
                new("RT.13", "0 to 2 days", "days-0-2"),
                new("RT.13", "3 to 7 days", "days-3-7"),
                new("RT.13", "8 to 30 days", "days-8-30"),
                new("RT.13", "Over 30 days", "days-over-30")
            ),
            ["answered_by_time"] = ByPlatform(
                "Share with a final response by time since submission, and referrals at risk",
                new("RT.15", "24 hours", "24"),
                new("RT.15", "48 hours", "48"),
                new("RT.15", "7 days", "168"),
                new("RT.15", "14 days", "336"),
                new("RT.15", "30 days", "720")
            ),
            ["clocks_by_platform"] = ByPlatform(
                "Median time to final response by four clocks",
                new("RT.14", "From submission", "submission-gross"),
                new("RT.14", "From submission, without pauses", "submission-net"),
                new("RT.14", "From acknowledgement", "receipt-gross"),
                new("RT.14", "From acknowledgement, without pauses", "receipt-net")
            ),
            ["actions_before_by_platform"] = ByPlatform(
                "Share actioned, this period and the one before",
                new("OUT.02", "Period before", Before: true),
                new("OUT.02", "This period"),
                new("RT.11", "Change (percentage points)", Codes.ActionRate)
            ),
            ["times_before_by_platform"] = ByPlatform(
                "Median time to final response, this period and the one before",
                new("RT.02", "Period before", Codes.Median, Before: true),
                new("RT.02", "This period", Codes.Median),
                new("RT.11", "Change (hours)", Codes.MedianTime),
                new("RT.11", "p-value (log-rank test)", Codes.PValue)
            ),
            ["handling_by_agency"] = By(
                Dimension.Agency,
                "Agency",
                "Our own handling time, by agency",
                new("RT.10", "Median", Codes.Median),
                new("RT.10", "90th percentile", Codes.NinetiethPercentile),
                new("RT.09")
            ),
        };

    private static MetricColumn[] Response =>
        [
            new("REF.01"),
            new("OUT.01", "Pending", "pending"),
            new("RT.16", "Oldest open (days)"),
            new("RT.02", "Median", Codes.Median),
            new("RT.02", "90th percentile", Codes.NinetiethPercentile),
            new("RT.02", "95th percentile", Codes.NinetyFifthPercentile, ForData: true),
        ];

    private static MetricColumn[] Acknowledgement =>
        [
            new("REF.01"),
            new("RT.01", "Median", Codes.Median),
            new("RT.01", "90th percentile", Codes.NinetiethPercentile),
        ];

    private static MetricColumn[] Action =>
        [
            new("REF.01"),
            new("OUT.02", "Actioned"),
            new("RT.03", "Median", Codes.Median),
            new("RT.03", "90th percentile", Codes.NinetiethPercentile),
        ];

    private static MetricColumn[] Within =>
        [
            new("RT.04", "Within 1 hour"),
            new("RT.05", "Within 12 hours"),
            new("RT.06", "Within 24 hours"),
            new("RT.07", "Within 48 hours"),
        ];

    private static MetricColumn[] Breaches =>
        [new("RT.17"), new("RT.08"), new("RT.12", "Median overrun", Codes.Median)];

    private static TableSource ByBasis(string title, params MetricColumn[] columns) =>
        By(Dimension.Basis, "Basis", title, columns);
}
