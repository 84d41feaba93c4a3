using System.Globalization;
using ReportEngine.Documents;

namespace ReportEngine.Rendering;

/// <summary>
/// What the tab of each table is called in the words of readers: short, since Excel allows 31 signs with the number.
/// </summary>
internal static class SheetNames
{
    /// <summary>Of a sheet, as Excel demands.</summary>
    public const int Longest = 31;

    /// <summary>Signs that Excel allows in no name.</summary>
    private const string Forbidden = @"[]:*?/\";

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["times_key_figures"] = "Summary",
        ["transparency_key_figures"] = "Summary",
        ["plan_key_figures"] = "Summary",
        ["referrals_by_platform"] = "Referrals and requests",
        ["accounts_by_organisation"] = "Accounts by organisation",
        ["not_yet_referred"] = "Not yet referred",
        ["reach_by_platform"] = "Followers",
        ["outcomes"] = "Twelve outcomes",
        ["outcomes_by_platform"] = "What became of them",
        ["actions_by_platform"] = "Actions",
        ["platform_grounds"] = "Grounds for acting",
        ["network_blocks"] = "Network blocks",
        ["still_accessible_by_platform"] = "Still accessible",
        ["checked_by_platform"] = "Checked in 72 hours",
        ["pending_by_age"] = "Waiting by age",
        ["pending_by_platform"] = "Who waits",
        ["mirrors_by_platform"] = "Came back",
        ["mirrors_by_organisation"] = "Mirrors by organisation",
        ["mirror_times_by_platform"] = "Times to mirror",
        ["mirror_trend"] = "Mirrors over time",
        ["legal_grounds"] = "Legal grounds",
        ["list_coverage"] = "Where listed",
        ["list_changes"] = "List changes",
        ["detection"] = "Who found it",
        ["flags_by_version"] = "Automated flags",
        ["human_review_by_platform"] = "Decided by a person",
        ["follow_on"] = "What followed",
        ["data_requests_by_type"] = "Data requests",
        ["data_requests_by_outcome"] = "Data request outcomes",
        ["preservations_by_outcome"] = "Preservations",
        ["preservations_by_platform"] = "Preservations lapsed",
        ["safeguards_by_platform"] = "Our own errors",
        ["appeals_by_forum"] = "Appeals by forum",
        ["appeal_results"] = "Appeal results",
        ["protected_contexts"] = "Protected contexts",
        ["missing_fields"] = "Missing fields",
        ["revisions"] = "Revisions",
        ["corrections"] = "Corrections",
        ["revised_figures"] = "Revised figures",
        ["withheld"] = "Withheld counts",
        ["asks_met_by_platform"] = "Steps met",
        ["days_since_ask"] = "Days since each step was asked",
        ["commitment_evidence"] = "Evidence on steps",
        ["commitments"] = "Steps asked",
        ["overdue_of_all_periods"] = "Overdue",
        ["work_due"] = "Coming due",
        ["work_waiting"] = "Waits for us",
        ["sentences"] = "Sentences of page one",
        ["identities"] = "Identities",
        ["withheld_in_public"] = "Withheld in public",
        ["legal_limits"] = "Provisions",
        ["self_reports"] = "Platforms' own reports",
        ["trend"] = "Last periods",
        ["like_for_like"] = "Against before",
        ["like_for_like_by_platform"] = "Platforms against before",
        ["like_for_like_actions"] = "Acted on against before",
        ["like_for_like_tests"] = "Tests of changes",
        ["mix"] = "Mix of requests",
        ["kinds_by_platform"] = "Kinds of request",
        ["standings_by_platform"] = "Platforms against all",
        ["series_breaks"] = "Series breaks",
        ["nap_grid"] = "Points at a glance",
        ["nap_indicators"] = "Indicators",
        ["nap_targets"] = "Baselines and targets",
        ["nap_milestones"] = "Milestones",
        ["nap_points"] = "Points of the plans",
        ["nap_indicators_by_rating"] = "Indicators by rating",
        ["nap_points_by_rating"] = "Points by rating",
        ["response_times_by_platform"] = "Time to answer",
        ["response_times_by_basis"] = "Answer by kind",
        ["answered_alone_by_platform"] = "Answered alone",
        ["acknowledgement_by_platform"] = "Acknowledgement",
        ["time_to_action_by_platform"] = "Time to action",
        ["time_to_action_by_basis"] = "Action by kind",
        ["within_by_platform"] = "Acted on within",
        ["within_by_basis"] = "Acted on within, by kind",
        ["breaches_by_platform"] = "Legal limits",
        ["breaches_by_basis"] = "Legal limits by kind",
        ["overdue_by_platform"] = "Past the limit",
        ["late_by_platform"] = "After the limit",
        ["in_time_by_platform"] = "Within the limit",
        ["answered_by_time"] = "Answered by day",
        ["clocks_by_platform"] = "Four clocks",
        ["actions_before_by_platform"] = "Actions before",
        ["times_before_by_platform"] = "Times before",
        ["handling_by_agency"] = "Our own part",
    };

    /// <summary>"R2 Time to answer"; of a table narrowed to one thing, its id in words.</summary>
    public static string Of(Table table, DocumentWords words) =>
        Cut(table.IsSummary ? NameOf(table, words) : Numbered(table, NameOf(table, words)));

    /// <summary>"R2 intervals".</summary>
    public static string OfIntervals(Table table, DocumentWords words) =>
        Cut(
            table.Number is { } number
                ? words.Say("{0} intervals", number)
                : words.Say("{0} intervals", NameOf(table, words))
        );

    private static string Numbered(Table table, string name) => table.Number is { } number ? number + " " + name : name;

    private static string NameOf(Table table, DocumentWords words) =>
        Names.TryGetValue(table.Id, out var name) ? words.Say(name) : InWords(table.Id);

    private static string InWords(string tableId)
    {
        var words = tableId.Replace("nap_", "NAP_", StringComparison.Ordinal).Replace('_', ' ');
        return char.ToUpper(words[0], CultureInfo.InvariantCulture) + words[1..];
    }

    private static string Cut(string name)
    {
        var allowed = string.Concat(name.Where(sign => !Forbidden.Contains(sign)));
        return allowed.Length <= Longest ? allowed : allowed[..Longest].TrimEnd();
    }
}
