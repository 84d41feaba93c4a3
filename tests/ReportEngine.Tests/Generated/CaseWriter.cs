using System.Globalization;
using ReportEngine.Tests.Cases;

namespace ReportEngine.Tests.Generated;

/// <summary>The cases of a generated register: referrals with their histories, and what hangs on them.</summary>
internal sealed class CaseWriter(CsvFolder folder, RegisterPlan plan)
{
    private static readonly DateTime First = new(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Last = new(2026, 1, 15, 18, 59, 59, DateTimeKind.Utc);

    private static readonly string[] Outcomes =
    [
        "removed_global",
        "removed_global",
        "removed_global",
        "restricted_geo",
        "partial",
        "refused_policy",
        "refused_legal",
        "no_action_stated",
        "already_unavailable",
        "not_found",
        "duplicate",
        "insufficient_info",
    ];

    private static readonly string[] Types = ["account", "account", "page", "channel", "group", "post", "video"];
    private static readonly string[] Bases =
    [
        "referral",
        "referral",
        "direction",
        "emergency_direction",
        "court_order",
    ];

#pragma warning disable CA5394 // Chosen by a seed so that they can be chosen again.
    private readonly Random random = new(plan.Seed);
#pragma warning restore CA5394

    private readonly List<(int Subject, string Service, DateTime Seen)> subjects = [];
    private readonly List<(int Id, int Subject, DateTime SubmittedAt)> referrals = [];
    private int events;
    private int submissions;

    /// <summary>A referral with its account, its submission or an earlier one's, and all that became of it.</summary>
    public void Referral()
    {
        var again = subjects.Count > 0 && Chance(8);
        var submittedAt = At(First, Last.AddHours(-1));
        var subject = again ? subjects[Below(subjects.Count)] : Subject(submittedAt);
        submittedAt = again && submittedAt < subject.Seen ? subject.Seen : submittedAt;
        submissions++;
        folder.With(
            "submission",
            new
            {
                submission_id = submissions,
                service_id = subject.Service,
                submitted_at = Text(submittedAt),
                basis = Bases[Below(Bases.Length)],
                agency_id = Agency(),
                issuing_agency_id = Agency(),
                recorded_at = Text(submittedAt),
            }
        );
        var earlier = referrals.FindLast(one => one.Subject == subject.Subject && one.SubmittedAt < submittedAt).Id;
        var id = referrals.Count + 1;
        folder.With(
            "referral",
            new
            {
                referral_id = id,
                submission_id = submissions,
                subject_id = subject.Subject,
                ground_code = Chance(90) ? "ground-" + Number(1 + Below(2)) : "",
                is_repeat_of = earlier > 0 ? Number(earlier) : "",
                recorded_at = Text(Recorded(submittedAt)),
            }
        );
        referrals.Add((id, subject.Subject, submittedAt));
        History(id, submittedAt);
    }

    /// <summary>Links, checks, audits, appeals, reversals, blocks and requests for data.</summary>
    public void WhatHangsOnReferrals()
    {
        foreach (var (id, subject, submittedAt) in referrals)
        {
            var later = At(submittedAt, Last);
            if (Chance(60))
            {
                string[] states = ["live", "down", "geo_down", "unknown"];
                folder.With(
                    "verification",
                    new
                    {
                        subject_id = subject,
                        checked_at = Text(later),
                        state = states[Below(4)],
                        recorded_at = Text(Recorded(later)),
                    }
                );
            }
            Sometimes(
                10,
                "quality_audit",
                new
                {
                    referral_id = id,
                    audited_at = Text(later),
                    verdict = Chance(80) ? "correct" : "wrong_target",
                }
            );
            Sometimes(4, "reinstatement", new { referral_id = id, at = Text(later) });
            Sometimes(
                3,
                "follow_on",
                new
                {
                    referral_id = id,
                    at = Text(later),
                    kind = Chance(50) ? "fir" : "inquiry",
                }
            );
            Sometimes(
                5,
                "network_block",
                new
                {
                    subject_id = subject,
                    at = Text(later),
                    kind = Chance(70) ? "ordered" : "lifted",
                }
            );
        }
        for (var number = 0; number < 1 + (plan.Referrals / 6); number++)
        {
            Appeal(number + 1);
            DataRequest(number + 1);
            if (subjects.Count > 1)
            {
                Link();
            }
        }
    }

    private (int Subject, string Service, DateTime Seen) Subject(DateTime submittedAt)
    {
        var seen = At(submittedAt.AddDays(-20), submittedAt);
        var subject = (subjects.Count + 1, GeneratedRegister.PlatformOf(Below(plan.Platforms)), seen);
        folder.With(
            "subject",
            new
            {
                subject_id = subject.Item1,
                service_id = subject.Item2,
                subject_type = Types[Below(Types.Length)],
                org_id = "org-" + Number(1 + Below(3)),
                first_seen_at = Text(seen),
                first_detected_at = Text(At(seen, submittedAt)),
                detection_source = Chance(30) ? "classifier" : "analyst",
                followers_at_referral = Chance(80) ? Number(Below(Chance(2) ? 1_000_000_000 : 5_000)) : "",
                attribution_confidence = Chance(10) ? "possible" : "confirmed",
                recorded_at = Text(Recorded(submittedAt)),
            }
        );
        if (Chance(70))
        {
            folder.With(
                "assessment",
                new
                {
                    subject_id = subject.Item1,
                    assessed_at = Text(submittedAt),
                    protected_context = Chance(5) ? "news" : "none",
                    result = Chance(90) ? "refer" : "do_not_refer",
                    recorded_at = Text(submittedAt),
                }
            );
        }
        subjects.Add(subject);
        return subject;
    }

    /// <summary>
    /// An acknowledgement, a pause, an answer with its effect, and with mess what must not happen but does.
    /// </summary>
    private void History(int id, DateTime submittedAt)
    {
        var received = At(submittedAt, submittedAt.AddDays(3));
        if (Chance(70))
        {
            Event(id, "ack", received);
        }
        if (Chance(15))
        {
            var opened = At(received, received.AddDays(2));
            Event(id, "clarify_open", opened);
            if (Chance(70))
            {
                Event(id, "clarify_close", At(opened, opened.AddDays(4)));
            }
        }
        var decided = At(received, received.AddDays(Chance(20) ? 90 : 8));
        if (Chance(80))
        {
            Answer(id, decided);
            if (Chance(plan.Mess / 4))
            {
                Answer(id, At(decided, decided.AddDays(30)));
            }
        }
        if (Chance(4 + (plan.Mess / 6)))
        {
            // Before an answer, after it, or without any: whichever comes first ends the waiting.
            Event(id, "withdrawn", At(submittedAt, decided.AddDays(5)));
        }
    }

    private void Answer(int id, DateTime at)
    {
        var outcome = Outcomes[Below(Outcomes.Length)];
        Event(id, "decision", at, outcome);
        if (outcome is "removed_global" or "restricted_geo" or "partial" && !Chance(plan.Mess))
        {
            Event(id, "effect", At(at.AddHours(-3), at.AddDays(1)));
        }
    }

    private void Event(int id, string kind, DateTime at, string outcome = "", int supersedes = 0)
    {
        var submittedAt = referrals[id - 1].SubmittedAt;
        at = at < submittedAt ? submittedAt : at;
        if (at > Last)
        {
            return;
        }
        events++;
        var number = events;
        folder.With(
            "referral_event",
            new
            {
                event_id = number,
                referral_id = id,
                at = Text(at),
                kind,
                outcome_code = outcome,
                platform_ground = kind == "decision" && Chance(60) ? "terms" : "",
                recorded_at = Text(Recorded(at)),
                supersedes_event_id = supersedes > 0 ? Number(supersedes) : "",
            }
        );
        // A corrected answer is another answer; other kinds keep their time, or pairs of pauses would fall apart.
        if (supersedes == 0 && kind is "decision" or "effect" && Chance(plan.Mess / 5))
        {
            Event(id, kind, at, kind == "decision" ? Outcomes[Below(Outcomes.Length)] : "", number);
        }
    }

    private void Appeal(int number)
    {
        var (id, _, submittedAt) = referrals[Below(referrals.Count)];
        var lodged = At(submittedAt, Last);
        string[] forums = ["platform", "pta", "tribunal", "court"];
        folder.With(
            "appeal",
            new
            {
                appeal_id = number,
                referral_id = id,
                lodged_at = Text(lodged),
                forum = forums[Below(4)],
            }
        );
        var result = Chance(70) ? "upheld" : "reversed";
        Sometimes(
            60,
            "appeal_decision",
            new
            {
                appeal_id = number,
                decided_at = Text(At(lodged, Last)),
                result,
            }
        );
    }

    private void DataRequest(int number)
    {
        var sent = At(First, Last);
        string[] types = ["preservation", "voluntary", "emergency", "mla"];
        var type = types[Below(4)];
        folder.With(
            "data_request",
            new
            {
                udr_id = number,
                service_id = GeneratedRegister.PlatformOf(Below(plan.Platforms)),
                type,
                sent_at = Text(sent),
                preservation_expires_on = type == "preservation"
                    ? sent.AddDays(90).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                    : "",
                accounts_specified = 1 + Below(4),
            }
        );
        string[] outcomes = ["full", "partial", "refused", "no_data", "withdrawn"];
        Sometimes(
            70,
            "data_request_response",
            new
            {
                udr_id = number,
                responded_at = Text(At(sent, Last)),
                outcome = outcomes[Below(5)],
            }
        );
        Sometimes(
            80,
            "data_request_subject",
            new { udr_id = number, subject_id = subjects[Below(subjects.Count)].Subject }
        );
    }

    /// <summary>Between any two, of any kind, whichever was seen first: an analyst can be wrong.</summary>
    private void Link()
    {
        var newer = 1 + Below(subjects.Count - 1);
        var decided = At(subjects[newer].Seen, Last);
        string[] kinds = ["mirror_of", "mirror_of", "backup_of", "displaced_to"];
        folder.With(
            "subject_link",
            new
            {
                from_subject_id = subjects[newer].Subject,
                to_subject_id = subjects[Below(newer)].Subject,
                kind = kinds[Below(4)],
                confidence = Chance(20) ? "possible" : "probable",
                decided_at = Text(decided),
            }
        );
    }

    private void Sometimes(int percent, string table, object row)
    {
        if (Chance(percent))
        {
            folder.With(table, row);
        }
    }

    /// <summary>When a row reached the register: at once, or days later.</summary>
    private DateTime Recorded(DateTime at) =>
        Chance(plan.Mess) ? At(at, at.AddDays(25) < Last ? at.AddDays(25) : Last) : at;

    /// <summary>
    /// A moment between two, both inclusive; with ties a whole hour or day where one lies between them.
    /// </summary>
    private DateTime At(DateTime from, DateTime to)
    {
        var at = to <= from ? from : from.AddSeconds(Below((int)(to - from).TotalSeconds + 1));
        var tied = Chance(50) ? at.Date : new DateTime(at.Year, at.Month, at.Day, at.Hour, 0, 0, DateTimeKind.Utc);
        return Chance(plan.Ties) && tied >= from ? tied : at;
    }

    private string Agency() => "agency-" + Number(1 + Below(3));

    private static string Text(DateTime at) => at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

#pragma warning disable CA5394
    private int Below(int most) => random.Next(most);
#pragma warning restore CA5394

    private bool Chance(int percent) => Below(100) < percent;
}
