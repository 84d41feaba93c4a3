using ReportEngine.Figures;
using static ReportEngine.Documents.TableSource;

namespace ReportEngine.Documents;

/// <summary>Every table a template may ask for by id. A new table is one entry.</summary>
public static class TableCatalogue
{
    private static readonly Dictionary<string, TableSource> Sources = new(StringComparer.Ordinal)
    {
        ["referrals_by_platform"] = ByPlatform(
            "Referrals and requests by platform",
            new("REF.01"),
            new("REF.02"),
            new("REF.03"),
            new("REF.04"),
            new("ACC.01")
        ),
        ["accounts_by_organisation"] = By(
            Dimension.Organisation,
            "Organisation",
            "Referrals and accounts by organisation",
            new("REF.01"),
            new("ACC.01"),
            new("MIR.01", "Mirror accounts first seen")
        ),
        ["not_yet_referred"] = By(
            Dimension.Organisation,
            "Organisation",
            "Identified, not yet referred",
            new MetricColumn("REF.05")
        ),
        ["reach_by_platform"] = ByPlatform(
            "Reach of referred accounts by platform",
            new("ACC.01"),
            new("ACC.03", "Followers when referred"),
            new("ACC.04")
        ),
        ["outcomes"] = Split("Referrals by outcome", "OUT.01", "Outcome", "Referrals"),
        ["outcomes_by_platform"] = ByPlatform(
            "What became of all referrals, by platform",
            new("OUT.02", "Acted on"),
            new("OUT.06"),
            new("OUT.10"),
            new("OUT.01", "Withdrawn by us before an answer", "withdrawn"),
            new("OUT.01", "Waiting for an answer", "pending")
        ),
        ["actions_by_platform"] = ByPlatform(
            "Actions by platform",
            new("OUT.02", "Acted on, of all"),
            new("OUT.03", "Acted on, of decided"),
            new("OUT.04")
        ),
        ["platform_grounds"] = ByPlatform(
            "Grounds that platforms gave for acting",
            new("OUT.05", "Its own rules", "terms"),
            new("OUT.05", "Law", "law"),
            new("OUT.05", "Not stated", "unknown")
        ),
        ["network_blocks"] = By(
            Dimension.Ground,
            "Legal ground",
            "Blocks in the network, by legal ground",
            new("OUT.09", "Ordered", "ordered"),
            new("OUT.09", "Took effect", "effective"),
            new("OUT.09", "Lifted", "lifted")
        ),
        ["still_accessible_by_platform"] = ByPlatform(
            "Still accessible at our last check, whether or not the platform had acted, by platform",
            new MetricColumn("OUT.08")
        ),
        ["checked_by_platform"] = ByPlatform(
            "Actions that we checked within 72 hours, by platform",
            new MetricColumn("DQ.02")
        ),
        ["pending_by_age"] = Split(
            "All referrals waiting for an answer, whenever submitted, by age",
            "OUT.07",
            "Time since submission",
            "Referrals waiting for an answer"
        ),
        ["pending_by_platform"] = ByPlatform(
            "Waiting referrals of all periods, by platform and age",
            new("OUT.07", "0 to 2 days", "days-0-2"),
            new("OUT.07", "3 to 7 days", "days-3-7"),
            new("OUT.07", "8 to 30 days", "days-8-30"),
            new("OUT.07", "Over 30 days", "days-over-30")
        ),
        ["mirrors_by_platform"] = ByPlatform(
            "Mirror and related accounts, by platform",
            new("MIR.01"),
            new("MIR.02"),
            new("MIR.05"),
            new("MIR.06")
        ),
        ["mirrors_by_organisation"] = By(
            Dimension.Organisation,
            "Organisation",
            "Mirror accounts, by organisation",
            new("MIR.01"),
            new("MIR.02")
        ),
        ["mirror_times_by_platform"] = ByPlatform(
            "Time to mirror and generations, by platform",
            new("MIR.03", "First quartile", Codes.Quartile),
            new("MIR.03", "Half within", Codes.Median),
            new("MIR.04", "Generations, mean", Codes.Mean),
            new("MIR.04", "Generations, deepest", Codes.Deepest)
        ),
        ["legal_grounds"] = Split("Referrals by legal ground", "LEG.01", "Legal ground", "Referrals"),
        ["list_coverage"] = Split(
            "Referrals by where the organisation was listed on the day of the referral",
            "LEG.02",
            "Listed in",
            "Referrals"
        ),
        ["list_changes"] = By(
            Dimension.List,
            "List",
            "Changes of the lists in the period",
            new("LEG.04", "Added", "added"),
            new("LEG.04", "Removed", "removed")
        ),
        // Referrals by source are the numerators of DET.01.
        ["detection"] = Defining(
            "DET.01",
            By(
                Dimension.Detection,
                "Source",
                "Referrals by source of first detection",
                new("REF.01"),
                new("REF.06"),
                new("OUT.02", "Acted on, of all"),
                new("SAF.04")
            )
        ),
        ["flags_by_version"] = By(
            Dimension.DetectorVersion,
            "Version of the detector",
            "Automated flags confirmed by a person",
            new MetricColumn("DET.02")
        ),
        ["human_review_by_platform"] = ByPlatform(
            "Referrals decided by a person, by platform",
            new MetricColumn("DET.03")
        ),
        ["follow_on"] = Split("What followed referrals", "DET.04", "Kind", "Number"),
        ["data_requests_by_type"] = By(
            Dimension.RequestType,
            "Type of request",
            "Requests for user data by type",
            new("UDR.01", "Requests", Codes.Requests),
            new("UDR.01", "Accounts named", Codes.Accounts),
            new("UDR.02", "Answered with all or some data, of decided"),
            new("UDR.04", "Half had an answer within", Codes.Median)
        ),
        ["data_requests_by_outcome"] = Split(
            "Requests to disclose user data, by outcome",
            "UDR.03",
            "Outcome",
            "Requests"
        ),
        ["preservations_by_outcome"] = Split(
            "Requests to preserve user data, by outcome",
            "UDR.06",
            "Outcome",
            "Requests"
        ),
        ["preservations_by_platform"] = ByPlatform(
            "Preservations that lapsed before legal process, by platform",
            new MetricColumn("UDR.05")
        ),
        ["safeguards_by_platform"] = ByPlatform(
            "Appeals, reversals and our own errors, by platform",
            new("SAF.01"),
            new("SAF.02"),
            new("SAF.03"),
            new("SAF.04"),
            new("SAF.05")
        ),
        ["appeals_by_forum"] = By(
            Dimension.Forum,
            "Forum",
            "Appeals and complaints by forum",
            new("SAF.01"),
            new("SAF.06", "Half were decided within", Codes.Median)
        ),
        ["appeal_results"] = Split("Results of appeals and complaints", "SAF.08", "Result", "Appeals and complaints"),
        ["protected_contexts"] = Split("Protected contexts found in assessments", "SAF.07", "Context", "Accounts"),
        ["missing_fields"] = Split("Fields missing in the register", "DQ.01", "Field", "Referrals without it"),
        ["revisions"] = Whole(ChangeTables.Revisions),
        ["corrections"] = Whole(ChangeTables.Corrections),
        ["revised_figures"] = Whole(ChangeTables.Counts),
        ["withheld"] = By(
            Dimension.Metric,
            "Figure",
            "Counts withheld to protect individuals",
            new MetricColumn("DQ.04")
        ),
        ["asks_met_by_platform"] = ByPlatform(
            "Steps met and steps without evidence held, by platform",
            new("COM.02"),
            new("COM.05")
        ),
        ["days_since_ask"] = By(
            Dimension.Ask,
            "Step asked",
            "Days since each step was asked",
            new MetricColumn("COM.03")
        ),
        ["commitment_evidence"] = Whole(CommitmentTable.Evidence),
        ["self_reports"] = Whole(SelfReportTable.Build),
        ["overdue_of_all_periods"] = ByPlatform(
            "Directions of all periods past their legal limit without an answer, by days past it",
            new("RT.21", "0 to 2 days", "days-0-2"),
            new("RT.21", "3 to 7 days", "days-3-7"),
            new("RT.21", "8 to 30 days", "days-8-30"),
            new("RT.21", "Over 30 days", "days-over-30")
        ),
        ["work_due"] = Whole(WorkTables.Due),
        ["work_waiting"] = Whole(WorkTables.Waiting),
        ["legal_limits"] = Whole(LegalLimitTable.Build),
        ["trend"] = Whole(TrendTable.Build),
        ["mirror_trend"] = Whole(TrendTable.Mirrors),
        ["like_for_like"] = Whole(LikeForLikeTables.Measures),
        ["like_for_like_by_platform"] = Whole(LikeForLikeTables.Platforms),
        ["like_for_like_actions"] = Whole(LikeForLikeTables.Actions),
        ["like_for_like_tests"] = Whole(LikeForLikeTables.Tests),
        ["times_key_figures"] = Whole(KeyFigureTables.Times),
        ["transparency_key_figures"] = Whole(KeyFigureTables.Transparency),
        ["plan_key_figures"] = Whole(KeyFigureTables.Plan),
        ["mix"] = Whole(ComparisonTables.Mix),
        ["kinds_by_platform"] = Whole(ComparisonTables.Kinds),
        ["standings_by_platform"] = Whole(ComparisonTables.Standings),
        ["series_breaks"] = Whole(TrendTable.Breaks),
        ["commitments"] = Whole(CommitmentTable.Build),
        ["nap_grid"] = Whole(NapTables.Grid),
        ["nap_indicators"] = new([Dimension.Point], NapTables.Indicators),
        ["nap_targets"] = new([Dimension.Point], NapTables.Targets),
        ["nap_milestones"] = new([Dimension.Point], NapTables.Milestones),
        ["nap_points"] = Whole(NapTables.Points),
        ["nap_indicators_by_rating"] = Split("Indicators by rating", "NAP.10", "Rating", "Indicators"),
        ["nap_points_by_rating"] = Split("Points by rating", "NAP.07", "Rating", "Points"),
    };

    public static IReadOnlyCollection<string> Ids => [.. Sources.Keys, .. ResponseTables.All.Keys];

    /// <summary>Whether it holds keys of cases, which no edition for the public may hold.</summary>
    public static bool HoldsCases(string id) => id is "work_due" or "work_waiting";

    /// <summary>What a table can be narrowed by; none for one that is whole or not at all.</summary>
    public static IReadOnlyList<Dimension> DimensionsOf(string id) => SourceOf(id).Dimensions;

    /// <param name="only">The value of one of its dimensions that it is narrowed to; null for the whole table.</param>
    public static Table Build(string id, FigureSet set, DimensionValue? only = null)
    {
        var table = SourceOf(id).Build(set, only is null ? id : NarrowedId(id, only.Value), only);
        return only is null ? table : table with { NarrowedTo = only };
    }

    private static TableSource SourceOf(string id) =>
        Sources.TryGetValue(id, out var source) ? source : ResponseTables.All[id];

    private static string NarrowedId(string id, DimensionValue only) =>
        id
        + "_"
        + string.Concat(only.Code.Select(sign => char.IsAsciiLetterOrDigit(sign) ? char.ToLowerInvariant(sign) : '_'));

    private static TableSource Defining(string metricId, TableSource source) =>
        source with
        {
            Build = (set, id, only) =>
                source.Build(set, id, only) with
                {
                    AlsoDefined = [MetricCatalogue.Find(metricId)],
                },
        };
}
