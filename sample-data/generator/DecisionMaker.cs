namespace ReportEngine.SampleData;

/// <summary>Draws what becomes of a referral and when: a decision, a withdrawal, or nothing yet.</summary>
public sealed class DecisionMaker(RandomSequence random)
{
    private const int Attempts = 40;
    private static readonly DateTime Update = Phase.BeforeUpdate.End;
    private static readonly Weighted<string>[] Grounds = [new("terms", 55), new("law", 33), new("unknown", 12)];

    /// <summary>The fate, where given, is what the register knew on 14 August.</summary>
    public CaseEvent? Decide(PlannedSubmission planned, Referral referral, bool? fate)
    {
        var platform = planned.Platform;
        if (fate ?? random.Chance(ActionedPerThousand(platform, planned.At)))
        {
            return fate is true
                ? InTime(platform, referral, random.Pick(platform.Actions))
                : Event(referral, random.Pick(platform.Actions), planned.At + Wait(platform, referral, 1));
        }
        var end = random.Pick(platform.OtherEnds);
        if (referral.RepeatOf is not null && random.Chance(400))
        {
            end = "duplicate";
        }
        return end switch
        {
            "pending" => fate is false ? AfterUpdate(platform, referral) : null,
            "withdrawn" => Event(referral, "withdrawn", planned.At + (Delays.AppealDecision.Draw(random) / 4)),
            _ => Event(
                referral,
                end,
                planned.At + Wait(platform, referral, end.StartsWith("refused", StringComparison.Ordinal) ? 1.5 : 1.1)
            ),
        };
    }

    /// <summary>Whose ground, and where the action holds.</summary>
    public static CaseEvent WithDetail(RandomSequence random, CaseEvent decision)
    {
        var actioned = Outcomes.IsActioned(decision.Outcome);
        return decision with
        {
            PlatformGround =
                decision.Outcome == "restricted_geo" ? "law"
                : actioned ? random.Pick(Grounds)
                : null,
            Scope =
                !actioned ? null
                : decision.Outcome == "restricted_geo" ? "PK"
                : decision.Outcome == "removed_global" || random.Chance(500) ? "global"
                : "PK",
        };
    }

    private static int ActionedPerThousand(PlatformProfile platform, DateTime at)
    {
        var (first, last) = platform.ActionedLater;
        var days = Math.Clamp((at - Update).Days, 0, 150);
        return first + ((last - first) * days / 150);
    }

    /// <summary>An action that the register knew by 14 August.</summary>
    private CaseEvent InTime(PlatformProfile platform, Referral referral, string outcome)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (
                Event(referral, outcome, referral.Submission.At + Wait(platform, referral, 1)) is { } decision
                && decision.RecordedAt <= Update
            )
            {
                return decision;
            }
        }
        var at = referral.Submission.At + ((Update - referral.Submission.At) / 3);
        at = at.AddTicks(-(at.Ticks % TimeSpan.TicksPerSecond));
        var recorded =
            at.AddMinutes(20) < referral.Submission.RecordedAt ? referral.Submission.RecordedAt : at.AddMinutes(20);
        return WithDetail(random, new CaseEvent(referral, "decision", at, recorded) { Outcome = outcome });
    }

    /// <summary>Still open on 14 August; about half are answered in the weeks after.</summary>
    private CaseEvent? AfterUpdate(PlatformProfile platform, Referral referral)
    {
        if (!random.Chance(450))
        {
            return null;
        }
        var outcome = random.Chance(500) ? random.Pick(platform.Actions) : "no_action_stated";
        return Event(referral, outcome, Update.AddMinutes(random.Between(200, 60_000)));
    }

    private TimeSpan Wait(PlatformProfile platform, Referral referral, double factor)
    {
        var urgent = referral.Submission.Basis == "emergency_direction";
        var wait = (urgent ? Delays.Emergency : platform.Decision).Draw(random);
        factor =
            (urgent && platform.Id is "x" or "whatsapp") ? factor * 1.3
            : referral.Submission.Basis == "referral" ? factor * 1.15
            : factor;
        return TimeSpan.FromSeconds((long)(wait.TotalSeconds * factor));
    }

    /// <summary>Null when the register could not have known it by the extract.</summary>
    private CaseEvent? Event(Referral referral, string outcome, DateTime at)
    {
        at = at.AddTicks(-(at.Ticks % TimeSpan.TicksPerSecond));
        var recorded = at + (random.Chance(35) ? Delays.LateRecording : Delays.Recording).Draw(random);
        recorded = recorded < referral.Submission.RecordedAt ? referral.Submission.RecordedAt : recorded;
        if (recorded > Calendar.ExtractedAt)
        {
            return null;
        }
        return outcome == "withdrawn"
            ? new CaseEvent(referral, "withdrawn", at, recorded)
            : WithDetail(random, new CaseEvent(referral, "decision", at, recorded) { Outcome = outcome });
    }
}
