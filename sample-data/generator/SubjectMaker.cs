namespace ReportEngine.SampleData;

/// <summary>"From is a mirror of to", with the moment an analyst decided so.</summary>
public sealed record SubjectLink(
    Subject From,
    Subject To,
    string Kind,
    string Evidence,
    string Confidence,
    DateTime DecidedAt
);

/// <summary>Invents subjects: new ones, and ones that come back after an earlier one was actioned.</summary>
public sealed class SubjectMaker(RandomSequence random)
{
    private static readonly Weighted<string>[] Organisations =
    [
        new("ttp", 52),
        new("bla", 24),
        new("blf", 12),
        new("iskp", 12),
    ];
    private static readonly Weighted<string>[] Sources =
    [
        new("analyst", 45),
        new("automated", 25),
        new("public_report", 12),
        new("partner_agency", 15),
        new("platform", 3),
    ];
    private static readonly Weighted<string>[] Confidences =
    [
        new("confirmed", 55),
        new("probable", 38),
        new("possible", 7),
    ];
    private static readonly Weighted<string>[] LinkConfidences =
    [
        new("confirmed", 42),
        new("probable", 44),
        new("possible", 14),
    ];
    private static readonly string[] Evidence =
    [
        "content",
        "naming",
        "announcement",
        "contact_graph",
        "content",
        "naming",
    ];

    private readonly List<(Subject Subject, DateTime EffectAt)> actioned = [];

    public List<Subject> All { get; } = [];

    public List<SubjectLink> Links { get; } = [];

    /// <summary>From here on the subject may come back.</summary>
    public void Actioned(Subject subject, DateTime effectAt) => actioned.Add((subject, effectAt));

    /// <summary>A subject to be referred, or only assessed, at the moment given.</summary>
    public Subject Make(PlatformProfile platform, string service, string type, DateTime at)
    {
        var kind = random.Below(1000) switch
        {
            < 135 => "mirror_of",
            < 165 => "backup_of",
            < 190 => "displaced_to",
            _ => null,
        };
        if (kind is not null && Parent(platform.Id, kind, at) is { } parent)
        {
            return Return(platform, service, type, at, kind, parent);
        }
        var detected = at - Delays.DetectedToSubmitted.Draw(random);
        return Add(
            platform,
            service,
            type,
            random.Pick(Organisations),
            detected - Delays.SeenToDetected.Draw(random),
            detected,
            isMirror: false
        );
    }

    private (Subject Subject, DateTime EffectAt)? Parent(string platform, string kind, DateTime at)
    {
        var possible = actioned
            .Where(one =>
                one.EffectAt < at.AddHours(-9)
                && one.EffectAt > at.AddDays(-27)
                && one.Subject.PlatformId == platform != (kind == "displaced_to")
            )
            .ToList();
        var again = possible.Where(one => one.Subject.IsMirror).ToList();
        // who came back once tends to come back again
        possible = again.Count > 0 && random.Chance(420) ? again : possible;
        return possible.Count == 0 ? null : random.OneOf(possible);
    }

    private Subject Return(
        PlatformProfile platform,
        string service,
        string type,
        DateTime at,
        string kind,
        (Subject Subject, DateTime EffectAt) parent
    )
    {
        var room = at - parent.EffectAt;
        var lag = Delays.EffectToMirror.Draw(random);
        lag = lag > room - TimeSpan.FromHours(4) ? Part(room, 0.1 + (0.6 * random.Fraction())) : lag;
        var seen = kind == "backup_of" ? parent.EffectAt.AddHours(-random.Between(20, 900)) : parent.EffectAt + lag;
        var detected = seen + Part(at - seen, 0.2 + (0.5 * random.Fraction()));
        var subject = Add(
            platform,
            service,
            type,
            parent.Subject.OrganisationId,
            seen,
            detected,
            isMirror: kind == "mirror_of"
        );
        var decided = detected + Part(at - detected, 0.1 + (0.8 * random.Fraction()));
        Links.Add(
            new SubjectLink(
                subject,
                parent.Subject,
                kind,
                random.OneOf(Evidence),
                random.Pick(LinkConfidences),
                decided
            )
        );
        return subject;
    }

    private Subject Add(
        PlatformProfile platform,
        string service,
        string type,
        string organisation,
        DateTime seen,
        DateTime detected,
        bool isMirror
    )
    {
        var subject = new Subject(All.Count + 1, platform.Id, service, type, organisation)
        {
            FirstSeenAt = seen,
            DetectedAt = detected,
            Source = random.Pick(Sources),
            Language = Language(organisation),
            Country =
                random.Chance(550) ? null
                : random.Chance(600) ? "AF"
                : "PK",
            Followers = platform.Audience(random, type),
            Confidence = random.Pick(Confidences),
            RecordedAt = detected.AddMinutes(random.Between(4, 50)),
            IsMirror = isMirror,
        };
        All.Add(subject);
        return subject;
    }

    private string Language(string organisation) =>
        organisation switch
        {
            "bla" or "blf" => random.Pick<string>([new("ur", 50), new("bal", 30), new("en", 20)]),
            "iskp" => random.Pick<string>([new("ps", 40), new("fa", 25), new("ur", 20), new("ar", 15)]),
            _ => random.Pick<string>([new("ur", 52), new("ps", 40), new("en", 8)]),
        };

    private static TimeSpan Part(TimeSpan whole, double share) =>
        TimeSpan.FromSeconds((long)(whole.TotalSeconds * share));
}
