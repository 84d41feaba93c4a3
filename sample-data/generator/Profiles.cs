namespace ReportEngine.SampleData;

/// <summary>The six platforms.</summary>
public static class Profiles
{
    private static readonly string[] EndNames =
    [
        "no_action_stated",
        "refused_policy",
        "refused_legal",
        "insufficient_info",
        "not_found",
        "already_unavailable",
        "duplicate",
        "withdrawn",
        "pending",
    ];

    public static readonly IReadOnlyList<PlatformProfile> All =
    [
        new(
            "facebook",
            [new(("facebook", "account"), 50), new(("facebook", "page"), 32), new(("facebook", "group"), 18)]
        )
        {
            Volumes = Volumes(155, 85, 320, 16),
            ActionedByUpdate = 223,
            ActionedLater = (905, 915),
            Decision = new([1, 7, 14, 22, 34, 55, 160]),
            Actions = Actions(70, 22, 8),
            OtherEnds = Ends(16, 22, 12, 10, 14, 14, 4, 4, 10),
            Followers = [2, 70, 250, 640, 1300, 2300, 4100, 7400, 22000],
        },
        new("instagram", [new(("instagram", "account"), 1)])
        {
            Volumes = Volumes(36, 20, 110, 6),
            ActionedByUpdate = 27,
            ActionedLater = (560, 640),
            Decision = new([2, 12, 22, 34, 52, 90, 300]),
            Actions = Actions(72, 22, 6),
            OtherEnds = Ends(22, 22, 8, 12, 8, 10, 3, 2, 16),
            Followers = [1, 47, 180, 410, 880, 1700, 3000, 4800, 14000],
        },
        new("telegram", [new(("telegram", "channel"), 78), new(("telegram", "group"), 22)])
        {
            Volumes = Volumes(37, 23, 105, 4),
            ActionedByUpdate = 60,
            ActionedLater = (950, 960),
            Decision = new([0.6, 4, 9, 16, 26, 44, 110]),
            AcknowledgedPerThousand = 700,
            Actions = Actions(86, 8, 6),
            OtherEnds = Ends(10, 8, 0, 10, 20, 20, 6, 4, 22),
            Followers = [7, 120, 410, 990, 1900, 3500, 6100, 10000, 28000],
        },
        new("tiktok", [new(("tiktok", "account"), 1)])
        {
            Volumes = Volumes(0, 110, 270, 14),
            ActionedByUpdate = 102,
            ActionedLater = (915, 930),
            Decision = new([0.8, 5, 11, 18, 28, 46, 120]),
            Actions = Actions(82, 14, 4),
            OtherEnds = Ends(12, 26, 8, 10, 14, 14, 4, 2, 10),
            Followers = [1, 53, 200, 530, 1200, 2200, 4200, 7900, 24000],
        },
        new("whatsapp", [new(("whatsapp", "group"), 62), new(("whatsapp-channels", "channel"), 38)])
        {
            Volumes = Volumes(63, 37, 150, 8),
            RepeatsBeforeUpdate = 3,
            ActionedByUpdate = 30,
            ActionedLater = (330, 380),
            Decision = new([4, 20, 38, 62, 100, 190, 620]),
            AcknowledgedPerThousand = 840,
            Actions = Actions(94, 0, 6),
            OtherEnds = Ends(26, 8, 6, 26, 8, 6, 2, 2, 16),
            Followers = [8, 90, 210, 380, 620, 900, 1800, 4200, 16000],
        },
        new("x", [new(("x", "account"), 1)])
        {
            Volumes = Volumes(190, 110, 490, 22),
            RepeatsBeforeUpdate = 6,
            ActionedByUpdate = 91,
            ActionedLater = (335, 440),
            Decision = new([3, 22, 44, 74, 130, 260, 900]),
            AcknowledgedPerThousand = 760,
            Actions = Actions(52, 42, 6),
            OtherEnds = Ends(28, 17, 9, 9, 6, 6, 3, 2, 20),
            Followers = [1, 35, 140, 410, 880, 1700, 3200, 5800, 21000],
        },
    ];

    private static Dictionary<Phase, int> Volumes(int beforeBriefing, int beforeUpdate, int restOfYear, int newYear) =>
        new()
        {
            [Phase.BeforeBriefing] = beforeBriefing,
            [Phase.BeforeUpdate] = beforeUpdate,
            [Phase.RestOfYear] = restOfYear,
            [Phase.NewYear] = newYear,
        };

    private static List<Weighted<string>> Actions(int removed, int restricted, int partial) =>
        [new("removed_global", removed), new("restricted_geo", restricted), new("partial", partial)];

    private static List<Weighted<string>> Ends(params int[] weights) =>
        [.. weights.Select((weight, index) => new Weighted<string>(EndNames[index], weight))];
}
