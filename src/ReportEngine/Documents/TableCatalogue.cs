using ReportEngine.Figures;

namespace ReportEngine.Documents;

/// <summary>Every table a template may ask for by id. A new table is one entry.</summary>
public static class TableCatalogue
{
    private static readonly Dictionary<string, Func<FigureSet, string, Table>> Builders = new(StringComparer.Ordinal)
    {
        ["referrals_by_platform"] = (set, id) => TableBuilder.ByDimension(set, id, "Referrals and requests by platform",
            Dimension.Platform, "Platform", new("REF.01"), new("REF.02"), new("REF.03"), new("REF.04"), new("ACC.01")),
        ["accounts_by_organisation"] = (set, id) => TableBuilder.ByDimension(set, id, "Referrals and accounts by organisation",
            Dimension.Organisation, "Organisation", new("REF.01"), new("ACC.01"), new("MIR.01"), new("REF.05", "Identified, not yet referred at the cut-off")),
        ["reach_by_platform"] = (set, id) => TableBuilder.ByDimension(set, id, "Reach of referred accounts by platform",
            Dimension.Platform, "Platform", new("ACC.01"), new("ACC.03", "Followers when referred")),
        ["outcomes"] = (set, id) => TableBuilder.Split(set, id, "Referrals by outcome", "OUT.01", "Outcome", "Referrals"),
        ["outcomes_by_platform"] = (set, id) => TableBuilder.ByDimension(set, id, "What platforms did, by platform",
            Dimension.Platform, "Platform", new("OUT.02", "Actioned, of all"), new("OUT.03", "Actioned, of decided"),
            new("OUT.06", "Refused"), new("OUT.01", "Pending", "pending")),
        ["still_accessible_by_platform"] = (set, id) => TableBuilder.ByDimension(set, id, "Still accessible at the last check, by platform",
            Dimension.Platform, "Platform", new MetricColumn("OUT.08")),
        ["pending_by_age"] = (set, id) => TableBuilder.Split(set, id, "All referrals open at the cut-off, whenever submitted, by age", "OUT.07", "Time since submission", "Pending referrals"),
        ["pending_by_platform"] = (set, id) => TableBuilder.ByDimension(set, id, "All referrals open at the cut-off, whenever submitted, by platform and age",
            Dimension.Platform, "Platform", new("OUT.07", "0 to 2 days", "days-0-2"), new("OUT.07", "3 to 7 days", "days-3-7"),
            new("OUT.07", "8 to 30 days", "days-8-30"), new("OUT.07", "Over 30 days", "days-over-30")),
        ["response_times_by_platform"] = (set, id) => ResponseTimes(set, id, "Time to final response by platform", Dimension.Platform, "Platform"),
        ["response_times_by_basis"] = (set, id) => ResponseTimes(set, id, "Time to final response by basis of the request", Dimension.Basis, "Basis"),
        ["within_48_hours_by_platform"] = (set, id) => TableBuilder.ByDimension(set, id, "Actioned within 48 hours, by platform",
            Dimension.Platform, "Platform", new MetricColumn("RT.07")),
        ["within_48_hours_by_basis"] = (set, id) => TableBuilder.ByDimension(set, id, "Actioned within 48 hours, by basis of the request",
            Dimension.Basis, "Basis", new MetricColumn("RT.07")),
        ["mirrors_by_platform"] = (set, id) => TableBuilder.ByDimension(set, id, "Mirror accounts found, by platform",
            Dimension.Platform, "Platform", new MetricColumn("MIR.01")),
        ["legal_grounds"] = (set, id) => TableBuilder.Split(set, id, "Referrals by legal ground", "LEG.01", "Legal ground", "Referrals"),
        ["list_coverage"] = (set, id) => TableBuilder.Split(set, id, "Referrals by where the organisation was listed on the day of the referral",
            "LEG.02", "Listed in", "Referrals"),
        ["detection"] = (set, id) => TableBuilder.Split(set, id, "Referrals by source of first detection", "DET.01", "Source", "Referrals"),
        ["data_requests_by_type"] = (set, id) => TableBuilder.ByDimension(set, id, "Requests for user data by type",
            Dimension.RequestType, "Type of request", new("UDR.01", "Requests", Codes.Requests),
            new("UDR.01", "Accounts named", Codes.Accounts), new("UDR.02", "All or some data disclosed, of decided")),
        ["data_requests_by_outcome"] = (set, id) => TableBuilder.Split(set, id, "Requests for user data by outcome", "UDR.03", "Outcome", "Requests"),
        ["safeguards_by_platform"] = (set, id) => TableBuilder.ByDimension(set, id, "Appeals, reversals and our own errors, by platform",
            Dimension.Platform, "Platform", new("SAF.01"), new("SAF.02"), new("SAF.03")),
        ["appeals_by_forum"] = (set, id) => TableBuilder.ByDimension(set, id, "Appeals and complaints by forum",
            Dimension.Forum, "Forum", new MetricColumn("SAF.01")),
        ["asks_met_by_platform"] = (set, id) => TableBuilder.ByDimension(set, id, "Asks met, by platform",
            Dimension.Platform, "Platform", new MetricColumn("COM.02")),
        ["commitments"] = CommitmentTable.Build,
        ["nap_grid"] = NapTables.Grid,
        ["nap_indicators"] = NapTables.Indicators,
        ["nap_milestones"] = NapTables.Milestones,
        ["nap_points"] = NapTables.Points,
    };

    public static IReadOnlyCollection<string> Ids => Builders.Keys;

    public static Table Build(string id, FigureSet set) => Builders[id](set, id);

    private static Table ResponseTimes(FigureSet set, string id, string title, Dimension dimension, string heading) =>
        TableBuilder.ByDimension(set, id, title, dimension, heading,
            new("REF.01"), new("OUT.01", "Pending", "pending"), new("RT.02", "Median (hours)", Codes.Median),
            new("RT.02", "90th percentile (hours)", Codes.NinetiethPercentile),
            new("RT.02", "95th percentile (hours)", Codes.NinetyFifthPercentile));
}
