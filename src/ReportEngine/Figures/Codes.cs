namespace ReportEngine.Figures;

/// <summary>Dimension values that are fixed by a definition rather than by a reference table.</summary>
public static class Codes
{
    /// <summary>What all together are called in the place of a value; a key of the language files.</summary>
    public const string Total = "Total";

    public const string Median = "median";
    public const string NinetiethPercentile = "p90";
    public const string NinetyFifthPercentile = "p95";
    public const string Requests = "requests";
    public const string Accounts = "accounts";
    public const string Value = "value";
    public const string Baseline = "baseline";
    public const string Target = "target";
    public const string Due = "due";
    public const string Done = "done";
    public const string Late = "overdue";
    public const string Cancelled = "cancelled";
    public const string Quartile = "p25";
    public const string Mean = "mean";
    public const string Deepest = "max";
    public const string ActionRate = "action-rate";
    public const string MedianTime = "median-time";
    public const string PValue = "p-value";
    public const string Theirs = "theirs";
    public const string Ours = "ours";
    public const string Gap = "gap";
    public const string Adjusted = "p-adjusted";

    public const string Before = "before";
    public const string Now = "now";
    public const string Difference = "difference";

    public const string Low = "low";
    public const string High = "high";

    public const string ActedInTime = "acted";
    public const string AnsweredInTime = "answered";
    public const string NoneInTime = "none";

    public const string AnsweredLate = "answered";
    public const string WithdrawnLate = "withdrawn";
    public const string StillWaiting = "waiting";

    /// <summary>Between the lists of a combination.</summary>
    internal const string And = " + ";

    /// <summary>Between a plan and the number of its point.</summary>
    internal const string Within = " · ";

    internal static readonly Dictionary<Dimension, IReadOnlyList<DimensionValue>> Fixed = new()
    {
        [Dimension.RequestType] = List(
            Dimension.RequestType,
            ("preservation", "Preservation"),
            ("voluntary", "Voluntary disclosure"),
            ("emergency", "Emergency disclosure"),
            ("mla", "Mutual legal assistance")
        ),
        [Dimension.Forum] = List(
            Dimension.Forum,
            ("platform", "Platform"),
            ("pta", "Pakistan Telecommunication Authority"),
            ("tribunal", "Tribunal"),
            ("court", "Court")
        ),
        [Dimension.Age] = List(
            Dimension.Age,
            ("days-0-2", "0 to 2 days"),
            ("days-3-7", "3 to 7 days"),
            ("days-8-30", "8 to 30 days"),
            ("days-over-30", "over 30 days")
        ),
        [Dimension.Disclosure] = List(
            Dimension.Disclosure,
            ("full", "All data disclosed"),
            ("partial", "Part of the data disclosed"),
            ("refused", "Refused"),
            ("no_data", "No data held"),
            ("withdrawn", "Withdrawn"),
            ("pending", "Waiting for an answer")
        ),
        [Dimension.PlatformGround] = List(
            Dimension.PlatformGround,
            ("terms", "Its own rules"),
            ("law", "Law"),
            ("unknown", "Not stated")
        ),
        [Dimension.NetworkBlock] = List(
            Dimension.NetworkBlock,
            ("ordered", "Ordered"),
            ("effective", "Took effect"),
            ("lifted", "Lifted")
        ),
        [Dimension.ListChange] = List(Dimension.ListChange, ("added", "Added"), ("removed", "Removed")),
        [Dimension.AppealResult] = List(
            Dimension.AppealResult,
            ("upheld", "Referral upheld"),
            ("partly", "Partly reversed"),
            ("reversed", "Reversed"),
            ("omitted", "Not decided on the merits"),
            ("pending", "Waiting for a decision")
        ),
        [Dimension.ProtectedContext] = List(
            Dimension.ProtectedContext,
            ("journalism", "Journalism"),
            ("research", "Research"),
            ("news", "News"),
            ("counter_speech", "Counter-speech")
        ),
        [Dimension.FollowOn] = List(
            Dimension.FollowOn,
            ("inquiry", "Inquiry"),
            ("fir", "First information report"),
            ("prosecution", "Prosecution")
        ),
        [Dimension.Field] = List(
            Dimension.Field,
            ("ground", "Legal ground"),
            ("acknowledgement", "Acknowledgement"),
            ("followers", "Followers when referred"),
            ("language", "Language"),
            ("country", "Country"),
            ("effect", "Time of effect, of referrals acted on")
        ),
        [Dimension.Clock] = List(
            Dimension.Clock,
            ("submission-gross", "From submission, all time counted"),
            ("submission-net", "From submission, without pauses for clarification"),
            ("receipt-gross", "From acknowledgement, all time counted"),
            ("receipt-net", "From acknowledgement, without pauses for clarification")
        ),
        [Dimension.TimeSince] = List(
            Dimension.TimeSince,
            ("1", "1 hour"),
            ("12", "12 hours"),
            ("24", "24 hours"),
            ("48", "48 hours"),
            ("168", "7 days"),
            ("336", "14 days"),
            ("720", "30 days"),
            ("1440", "60 days")
        ),
        [Dimension.Change] = List(
            Dimension.Change,
            (ActionRate, "acted on, change"),
            (MedianTime, "time in which half had an answer, change"),
            (PValue, "probability of a difference as large by chance (log-rank test)")
        ),
        [Dimension.Preservation] = List(
            Dimension.Preservation,
            ("full", "All data preserved"),
            ("partial", "Some data preserved"),
            ("refused", "Refused"),
            ("no_data", "No data held"),
            ("withdrawn", "Withdrawn"),
            ("pending", "Waiting for an answer")
        ),
        [Dimension.Statistic] = List(
            Dimension.Statistic,
            (Median, "half within"),
            (NinetiethPercentile, "nine in ten within"),
            (NinetyFifthPercentile, "95 in 100 within"),
            (Requests, "requests"),
            (Accounts, "accounts named"),
            (Value, "value"),
            (Baseline, "baseline"),
            (Target, "target"),
            (Due, "due"),
            (Done, "done"),
            (Late, "overdue"),
            (Cancelled, "cancelled"),
            (Quartile, "first quartile"),
            (Mean, "mean"),
            (Deepest, "deepest"),
            (Theirs, "the platform's figure"),
            (Ours, "the register's figure"),
            (Gap, "difference"),
            (Before, "period before"),
            (Now, "this period"),
            (PValue, "of this test alone"),
            (Adjusted, "with all tests of its kind"),
            (Low, "lower end"),
            (High, "upper end")
        ),
        [Dimension.InTime] = List(
            Dimension.InTime,
            (ActedInTime, "Acted on in time"),
            (AnsweredInTime, "Answered otherwise in time"),
            (NoneInTime, "No answer in time")
        ),
        [Dimension.AfterLimit] = List(
            Dimension.AfterLimit,
            (AnsweredLate, "Answered after the limit"),
            (WithdrawnLate, "Withdrawn by us after the limit, without an answer"),
            (StillWaiting, "Waiting for an answer")
        ),
        [Dimension.Rating] = List(
            Dimension.Rating,
            ("green", "Green"),
            ("green-amber", "Green-Amber"),
            ("amber-red", "Amber-Red"),
            ("red", "Red"),
            ("unrated", "Not rated")
        ),
        [Dimension.RevisionSide] = List(
            Dimension.RevisionSide,
            (Before, "as released before"),
            (Now, "now"),
            (Difference, "now less before")
        ),
        [Dimension.Measure] = List(
            Dimension.Measure,
            ("requests", "Requests"),
            ("accounts_received", "Accounts named"),
            ("removal_rate", "Share removed or restricted")
        ),
    };

    /// <summary>The words for a combination of jurisdictions such as 'PK+UN+US?'.</summary>
    public static string CoverageLabel(string code) =>
        code == "none"
            ? "On none of the lists"
            : string.Join(
                And,
                code.Split('+')
                    .Select(mark =>
                        mark.TrimEnd('?') switch
                        {
                            "PK" => "Pakistan",
                            "UN" => "UN",
                            "US" => "United States",
                            "UK" => "United Kingdom",
                            var other => other,
                        } + (mark.EndsWith('?') ? " (not confirmed)" : "")
                    )
            );

    private static List<DimensionValue> List(Dimension dimension, params (string Code, string Label)[] values) =>
        [.. values.Select(value => new DimensionValue(dimension, value.Code, value.Label))];
}
