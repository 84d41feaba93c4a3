namespace ReportEngine.SampleData;

/// <summary>All cases: subjects, submissions, referrals and what happened to them, built in time order.</summary>
public sealed class Register
{
    private static readonly Weighted<string>[] Agencies =
    [
        new("nccia", 40),
        new("nacta", 20),
        new("ctd-kp", 14),
        new("ctd-balochistan", 12),
        new("ctd-punjab", 8),
        new("ctd-sindh", 6),
    ];
    private static readonly Weighted<string>[] Bases =
    [
        new("direction", 600),
        new("referral", 310),
        new("emergency_direction", 76),
        new("court_order", 14),
    ];
    private static readonly Weighted<string>[] Reasons =
    [
        new("imminent_threat", 5),
        new("public_order", 4),
        new("live_attack", 2),
    ];
    private static readonly Weighted<string>[] Grounds =
    [
        new("glorification", 30),
        new("incitement", 18),
        new("recruitment", 13),
        new("security_defence", 16),
        new("proscribed_organisation", 10),
        new("sectarian_hate", 8),
        new("financing", 5),
    ];

    private readonly RandomSequence random = new(20250724);
    private readonly SubjectMaker maker;
    private readonly CourseWriter writer;
    private readonly Dictionary<string, int> repeatsLeft = Profiles.All.ToDictionary(
        platform => platform.Id,
        platform => platform.RepeatsBeforeUpdate
    );

    public Register()
    {
        maker = new SubjectMaker(random);
        writer = new CourseWriter(random);
        foreach (var planned in Intake.Plan(random))
        {
            Submit(planned);
        }
    }

    public IReadOnlyList<Subject> Subjects => maker.All;

    public IReadOnlyList<SubjectLink> Links => maker.Links;

    public List<Submission> Submissions { get; } = [];

    public List<Course> Courses { get; } = [];

    public IReadOnlyList<CaseEvent> Events => writer.Events;

    /// <summary>A subject that is assessed but in no submission.</summary>
    public Subject AssessOnly(PlatformProfile platform, DateTime at)
    {
        var (service, type) = random.Pick(platform.Services);
        return maker.Make(platform, service, type, at);
    }

    private void Submit(PlannedSubmission planned)
    {
        var basis = random.Pick(Bases);
        var agency = random.Pick(Agencies);
        var submission = new Submission(
            Submissions.Count + 1,
            planned.Platform.Id,
            planned.ServiceId,
            agency,
            basis != "referral" ? "pta"
                : agency is "nccia" or "nacta" ? agency
                : "nccia"
        )
        {
            Basis = basis,
            Channel = Channel(basis),
            EmergencyReason = basis == "emergency_direction" ? random.Pick(Reasons) : null,
            At = planned.At,
            ExternalReference = random.Chance(820)
                ? FormattableString.Invariant($"S-{planned.At.Year}-{Submissions.Count + 1:0000}")
                : null,
            RecordedAt = planned.RecordedAt,
        };
        Submissions.Add(submission);
        var again = new HashSet<int>();
        for (var index = 0; index < planned.Size; index++)
        {
            var earlier = Repeated(planned, again);
            var referral = Refer(planned, submission, earlier);
            var course = writer.Write(planned, referral, index < planned.Fates.Count ? planned.Fates[index] : null);
            Courses.Add(course);
            if (course is { IsActioned: true, EffectAt: { } effect })
            {
                maker.Actioned(referral.Subject, effect);
            }
        }
    }

    /// <summary>Now and then a referral repeats one that nobody has answered.</summary>
    private Referral? Repeated(PlannedSubmission planned, HashSet<int> again)
    {
        var limited = planned.Phase == Phase.BeforeUpdate;
        if (
            planned.Phase == Phase.BeforeBriefing
            || (limited && repeatsLeft[planned.Platform.Id] == 0)
            || !random.Chance(limited ? 300 : 60)
        )
        {
            return null;
        }
        var open = Courses
            .Where(course =>
                course.Referral.Submission.ServiceId == planned.ServiceId
                && course.Referral.RepeatOf is null
                && !again.Contains(course.Referral.Subject.Id)
                && course.Referral.Submission.RecordedAt < planned.At
                && course.Referral.Submission.At < planned.At.AddDays(-2)
                && course.Referral.Submission.At > planned.At.AddDays(-60)
                && (course.DecidedAt is null || course.DecidedAt > planned.At)
            )
            .ToList();
        if (open.Count == 0)
        {
            return null;
        }
        repeatsLeft[planned.Platform.Id] -= limited ? 1 : 0;
        var earlier = random.OneOf(open).Referral;
        again.Add(earlier.Subject.Id);
        return earlier;
    }

    private Referral Refer(PlannedSubmission planned, Submission submission, Referral? earlier)
    {
        var types = planned
            .Platform.Services.Where(one => one.Value.Service == planned.ServiceId)
            .Select(one => new Weighted<string>(one.Value.Type, one.Weight))
            .ToList();
        var type = random.Pick(types);
        if (
            planned.Phase == Phase.RestOfYear
            && planned.Platform.Id is "tiktok" or "x"
            && planned.Fates.Count == 0
            && random.Chance(9)
        )
        {
            type = planned.Platform.Id == "x" ? "post" : "video";
        }
        var subject = earlier?.Subject ?? maker.Make(planned.Platform, planned.ServiceId, type, planned.At);
        var ground = earlier?.Ground ?? random.Pick(Grounds);
        return new Referral(Courses.Count + 1, submission, subject, ground)
        {
            DesignationId = random.Chance(950) ? subject.OrganisationId + "-pk" : null,
            RepeatOf = earlier?.Id,
            NapPointId = "NAP2014-" + Point(subject, ground),
        };
    }

    private static string Point(Subject subject, string ground) =>
        ground switch
        {
            _ when subject.IsMirror => "07",
            "glorification" => "11",
            "sectarian_hate" => "05",
            "proscribed_organisation" => "13",
            _ => "14",
        };

    private string Channel(string basis) =>
        basis switch
        {
            "direction" => random.Chance(800) ? "portal" : "letter",
            "emergency_direction" => random.Chance(650) ? "email" : "portal",
            "court_order" => "letter",
            _ => random.Chance(600) ? "platform_form" : "email",
        };
}
