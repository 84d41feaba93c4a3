using ReportEngine.Figures;

namespace ReportEngine.Templates;

/// <summary>Where a function may stand.</summary>
internal enum FunctionRole
{
    /// <summary>Alone between {{ and }}: it puts a block in its place.</summary>
    Block,

    /// <summary>A figure: in a sentence, or handed on in brackets.</summary>
    Figure,

    /// <summary>After if: yes or no.</summary>
    Question,

    /// <summary>After wrap, around what ends with end.</summary>
    Wrap,
}

/// <summary>What a member of an object is.</summary>
internal enum MemberKind
{
    Words,
    YesOrNo,
}

/// <summary>
/// Every name a template may use, and there is no other: functions, objects with their members, and lists to loop over.
/// </summary>
internal static class TemplateLanguage
{
    public const string Table = "table";
    public const string DataTable = "data_table";
    public const string Chart = "chart";
    public const string Finding = "finding";
    public const string Figure = "figure";
    public const string Figures = "figures";
    public const string Include = "include";
    public const string Note = "note";
    public const string Definitions = "definitions";
    public const string DataDefinitions = "data_definitions";
    public const string AllDefinitions = "all_definitions";
    public const string Evidence = "evidence";
    public const string PageBreak = "page_break";
    public const string IsWithheld = "is_withheld";
    public const string IsReached = "is_reached";
    public const string IsZero = "is_zero";
    public const string IsFew = "is_few";

    /// <summary>A list to loop over that, printed, is a section for each of them.</summary>
    public const string Points = "points";
    public const string Periods = "periods";

    /// <summary>The place in a loop: for.first and for.last.</summary>
    public const string Loop = "for";
    public const string Code = "code";
    public const string Name = "name";

    /// <summary>The argument of a table or chart that it is cited by.</summary>
    public const string Number = "number";

    /// <summary>The argument of a figure that names another period than the report's.</summary>
    public const string Period = "period";

    public static IReadOnlyDictionary<string, FunctionRole> Functions { get; } =
        new Dictionary<string, FunctionRole>(StringComparer.Ordinal)
        {
            [Table] = FunctionRole.Block,
            [DataTable] = FunctionRole.Block,
            [Chart] = FunctionRole.Block,
            [Finding] = FunctionRole.Block,
            [Figures] = FunctionRole.Block,
            [Include] = FunctionRole.Block,
            [Definitions] = FunctionRole.Block,
            [DataDefinitions] = FunctionRole.Block,
            [AllDefinitions] = FunctionRole.Block,
            [Evidence] = FunctionRole.Block,
            [PageBreak] = FunctionRole.Block,
            [Figure] = FunctionRole.Figure,
            [IsWithheld] = FunctionRole.Question,
            [IsReached] = FunctionRole.Question,
            [IsZero] = FunctionRole.Question,
            [IsFew] = FunctionRole.Question,
            [Note] = FunctionRole.Wrap,
        };

    /// <summary>Each function as it is written.</summary>
    public static IReadOnlyDictionary<string, string> Usages { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Table] = "{{ table \"outcomes_by_platform\" }}",
            [DataTable] = "{{ data_table \"outcomes_by_platform\" }}",
            [Chart] = "{{ chart \"outcome_shares\" }}",
            [Finding] = "{{ finding \"times_headline\" }}",
            [Figure] = "{{ figure \"OUT.02\" platform: \"telegram\" }}",
            [Figures] = "{{ figures (figure \"REF.01\") (figure \"OUT.02\") }}",
            [Include] = "{{ include \"limits\" }}",
            [Note] = "{{ wrap note \"How to read this\" }} … {{ end }}",
            [Definitions] = "{{ definitions }}",
            [DataDefinitions] = "{{ data_definitions }}",
            [AllDefinitions] = "{{ all_definitions }}",
            [Evidence] = "{{ evidence }}",
            [PageBreak] = "{{ page_break }}",
            [IsWithheld] = "{{ if is_withheld (figure \"ACC.01\") }}",
            [IsReached] = "{{ if is_reached (figure \"RT.02\" statistic: \"median\") }}",
            [IsZero] = "{{ if is_zero (figure \"SAF.03\") }}",
            [IsFew] = "{{ if is_few (figure \"OUT.02\" platform: \"telegram\") }}",
        };

    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, MemberKind>> Objects { get; } =
        new Dictionary<string, IReadOnlyDictionary<string, MemberKind>>(StringComparer.Ordinal)
        {
            [Period] = Members(["name", "id", "fiscal_year", "last_day"], ["is_complete", "has_previous"]),
            ["cut_off"] = Members(["day", "moment", "clock"], []),
            ["release"] = Members([], ["is_follow_up"]),
            ["edition"] = Members(
                ["name", "threshold", "withheld"],
                ["is_protected", "has_withheld", "is_official", "is_auditor"]
            ),
            ["plan"] = Members(["red", "unrated"], ["has_red", "has_unrated"]),
            ["dataset"] = Members(["title", "office", "contact", "baseline"], ["is_invented"]),
        };

    /// <summary>What each list is over; null for periods, which are no dimension.</summary>
    public static IReadOnlyDictionary<string, Dimension?> Lists { get; } =
        new Dictionary<string, Dimension?>(StringComparer.Ordinal)
        {
            ["platforms"] = Dimension.Platform,
            ["organisations"] = Dimension.Organisation,
            ["agencies"] = Dimension.Agency,
            [Points] = Dimension.Point,
            [Periods] = null,
        };

    public static IReadOnlyDictionary<string, MemberKind> LoopMembers { get; } = Members([], ["first", "last"]);

    public static IReadOnlyDictionary<string, MemberKind> ItemMembers { get; } = Members([Code, Name], []);

    public static IEnumerable<string> Names => [.. Functions.Keys, .. Objects.Keys, .. Lists.Keys];

    private static Dictionary<string, MemberKind> Members(string[] words, string[] flags) =>
        words
            .Select(name => (name, kind: MemberKind.Words))
            .Concat(flags.Select(name => (name, kind: MemberKind.YesOrNo)))
            .ToDictionary(member => member.name, member => member.kind, StringComparer.Ordinal);
}
