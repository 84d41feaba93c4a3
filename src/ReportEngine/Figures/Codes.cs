namespace ReportEngine.Figures;

/// <summary>Dimension values that are fixed by a definition rather than by a reference table.</summary>
public static class Codes
{
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
    public const string Late = "late";

    /// <summary>Between the lists of a combination.</summary>
    internal const string And = " + ";

    /// <summary>Between a plan and the number of its point.</summary>
    internal const string Within = " · ";

    internal static readonly Dictionary<Dimension, IReadOnlyList<DimensionValue>> Fixed = new()
    {
        [Dimension.RequestType] = List(Dimension.RequestType,
            ("preservation", "Preservation"), ("voluntary", "Voluntary disclosure"), ("emergency", "Emergency disclosure"),
            ("mla", "Mutual legal assistance")),
        [Dimension.Forum] = List(Dimension.Forum,
            ("platform", "Platform"), ("pta", "Pakistan Telecommunication Authority"), ("tribunal", "Tribunal"), ("court", "Court")),
        [Dimension.Age] = List(Dimension.Age,
            ("days-0-2", "0 to 2 days"), ("days-3-7", "3 to 7 days"), ("days-8-30", "8 to 30 days"), ("days-over-30", "over 30 days")),
        [Dimension.Disclosure] = List(Dimension.Disclosure,
            ("full", "All data disclosed"), ("partial", "Some data disclosed"), ("refused", "Refused"), ("no_data", "No data held"),
            ("withdrawn", "Withdrawn"), ("pending", "Pending")),
        [Dimension.Statistic] = List(Dimension.Statistic,
            (Median, "median"), (NinetiethPercentile, "90th percentile"), (NinetyFifthPercentile, "95th percentile"),
            (Requests, "requests"), (Accounts, "accounts named"), (Value, "value"), (Baseline, "baseline"), (Target, "target"),
            (Due, "due"), (Done, "done"), (Late, "late")),
    };

    /// <summary>The words for a combination of jurisdictions such as 'PK+UN+US?'.</summary>
    public static string CoverageLabel(string code) => code == "none"
        ? "On none of the lists"
        : string.Join(And, code.Split('+').Select(mark => mark.TrimEnd('?') switch
        {
            "PK" => "Pakistan",
            "UN" => "UN",
            "US" => "United States",
            "UK" => "United Kingdom",
            var other => other,
        } + (mark.EndsWith('?') ? " (not confirmed)" : "")));

    private static List<DimensionValue> List(Dimension dimension, params (string Code, string Label)[] values) =>
        [.. values.Select(value => new DimensionValue(dimension, value.Code, value.Label))];
}
