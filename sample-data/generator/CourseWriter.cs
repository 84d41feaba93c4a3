namespace ReportEngine.SampleData;

/// <summary>
/// Writes the events of a referral, from acknowledgement to effect, as the register came to know them.
/// </summary>
public sealed class CourseWriter(RandomSequence random)
{
    private readonly DecisionMaker decisions = new(random);

    public List<CaseEvent> Events { get; } = [];

    public Course Write(PlannedSubmission planned, Referral referral, bool? fate)
    {
        var decision = decisions.Decide(planned, referral, fate);
        var closed = decision?.At ?? Calendar.ExtractedAt;
        Acknowledge(planned.Platform, referral, closed);
        Clarify(referral, closed, decision);
        Remind(referral, closed);
        if (decision is null)
        {
            return new Course(referral, null, null, null);
        }
        Events.Add(decision);
        if (decision.Kind == "withdrawn")
        {
            return new Course(referral, "withdrawn", decision.At, null);
        }
        var effect = Effect(decision);
        var last = Correct(decision) ?? decision;
        return new Course(referral, last.Outcome, decision.At, effect);
    }

    private void Acknowledge(PlatformProfile platform, Referral referral, DateTime closed)
    {
        if (!random.Chance(platform.AcknowledgedPerThousand))
        {
            return;
        }
        var submitted = referral.Submission.At;
        var at = submitted + Delays.Acknowledged.Draw(random);
        Add(referral, "ack", at < closed ? at : submitted + ((closed - submitted) / 4));
    }

    /// <summary>The platform asks for more: the clock of the net time stands still until the answer.</summary>
    private void Clarify(Referral referral, DateTime closed, CaseEvent? decision)
    {
        var asked = decision?.Outcome == "insufficient_info";
        var room = closed - referral.Submission.At;
        if (room < TimeSpan.FromHours(10) || !random.Chance(asked ? 900 : 85))
        {
            return;
        }
        var opened = referral.Submission.At + (room / random.Between(4, 9));
        opened =
            opened > referral.Submission.At.AddDays(9)
                ? referral.Submission.At.AddHours(random.Between(20, 200))
                : opened;
        Add(referral, "clarify_open", opened);
        if (
            random.Chance(
                decision is null ? 650
                : asked ? 250
                : 1000
            )
        )
        {
            var closes = opened.AddMinutes(random.Between(200, 5200));
            Add(referral, "clarify_close", closes < closed ? closes : opened + ((closed - opened) / 2));
        }
    }

    private void Remind(Referral referral, DateTime closed)
    {
        var urgent = referral.Submission.Basis == "emergency_direction";
        var at = referral.Submission.At.AddHours(urgent ? 13 : 49);
        for (var count = 0; count < 14 && at < closed; count++)
        {
            Add(referral, "reminder", at);
            at = at.AddHours(random.Between(44, 60) + (count * 14));
        }
    }

    private DateTime? Effect(CaseEvent decision)
    {
        if (!Outcomes.IsActioned(decision.Outcome))
        {
            return null;
        }
        var verified = random.Chance(170);
        var at = decision.At + Delays.DecisionToEffect.Draw(random);
        return Add(decision.Referral, "effect", at, verified ? "verified" : "platform") ? at : null;
    }

    /// <summary>A decision that was noted wrongly is noted again later; the row it replaces stays.</summary>
    private CaseEvent? Correct(CaseEvent decision)
    {
        if (!random.Chance(26))
        {
            return null;
        }
        var recorded = decision.RecordedAt + Delays.Correction.Draw(random);
        var keeps = recorded <= Phase.BeforeUpdate.End || random.Chance(600);
        var outcome = decision.Outcome switch
        {
            "removed_global" => keeps ? "restricted_geo" : "no_action_stated",
            "restricted_geo" => keeps ? "removed_global" : "no_action_stated",
            "partial" => keeps ? "removed_global" : "no_action_stated",
            "not_found" => "already_unavailable",
            "already_unavailable" => "not_found",
            "refused_policy" => "refused_legal",
            _ => keeps ? "insufficient_info" : "restricted_geo",
        };
        if (recorded > Calendar.ExtractedAt || outcome == decision.Outcome)
        {
            return null;
        }
        var correction = DecisionMaker.WithDetail(
            random,
            decision with
            {
                Outcome = outcome,
                RecordedAt = recorded,
                Supersedes = decision,
            }
        );
        Events.Add(correction);
        if (Outcomes.IsActioned(outcome) && !Outcomes.IsActioned(decision.Outcome))
        {
            Events.Add(
                new CaseEvent(decision.Referral, "effect", decision.At.AddMinutes(35), recorded)
                {
                    EffectSource = "platform",
                }
            );
        }
        return correction;
    }

    private bool Add(Referral referral, string kind, DateTime at, string? effectSource = null)
    {
        at = at.AddTicks(-(at.Ticks % TimeSpan.TicksPerSecond));
        var recorded = at + (random.Chance(30) ? Delays.LateRecording : Delays.Recording).Draw(random);
        recorded = recorded < referral.Submission.RecordedAt ? referral.Submission.RecordedAt : recorded;
        if (recorded > Calendar.ExtractedAt)
        {
            return false;
        }
        Events.Add(new CaseEvent(referral, kind, at, recorded) { EffectSource = effectSource });
        return true;
    }
}
