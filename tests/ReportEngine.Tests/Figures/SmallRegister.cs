using System.Globalization;
using ReportEngine.Tests.Cases;

namespace ReportEngine.Tests.Figures;

/// <summary>
/// A register small enough to count by hand. July to September 2025: twelve referrals to X, one a day from 1 July, and
/// a repeat; ten to Telegram on 20 July, ten directions to Instagram on 1 August. October: ten to WhatsApp.
/// </summary>
internal static class SmallRegister
{
    private static readonly Lazy<string> LazyDatabase = new(Import);

    public static string Database => LazyDatabase.Value;

    private static string Import()
    {
        var folder = new CsvFolder();
        ToX(folder);
        ToTelegram(folder);
        for (var hours = 51; hours <= 60; hours++)
        {
            Actioned(
                folder,
                folder.Referral(
                    "instagram",
                    "2025-08-01T00:00:00Z",
                    "removed_global",
                    At("2025-08-01", hours),
                    basis: "direction"
                ),
                At("2025-08-01", hours)
            );
        }
        for (var number = 0; number < 10; number++)
        {
            Actioned(
                folder,
                folder.Referral("whatsapp", "2025-10-01T00:00:00Z", "removed_global", At("2025-10-01", 20)),
                At("2025-10-01", 20)
            );
        }
        Mirrors(folder);
        RequestsForData(folder);
        Plan(folder);
        return folder
            .WithLines("statutory_limit", "limit-1,direction,48,Test Rules,2021-01-01,,")
            .WithLines(
                "designation",
                "1,org-1,pk,,2025-07-02,,,test,2025-07-02",
                "2,org-1,us,,2025-07-15,,,test,2025-07-15"
            )
            .With(
                "verification",
                new
                {
                    subject_id = 1,
                    checked_at = "2025-07-02T00:00:00Z",
                    state = "live",
                },
                new
                {
                    subject_id = 2,
                    checked_at = "2025-07-03T00:00:00Z",
                    state = "down",
                }
            )
            .With(
                "network_block",
                new { at = "2025-08-01T00:00:00Z" },
                new { at = "2025-08-02T00:00:00Z", kind = "effective" }
            )
            .With("reinstatement", new { referral_id = 2, at = "2025-09-01T00:00:00Z" })
            .With(
                "quality_audit",
                new { referral_id = 1, audited_at = "2025-08-01T00:00:00Z" },
                new
                {
                    referral_id = 5,
                    audited_at = "2025-08-01T00:00:00Z",
                    verdict = "wrong_target",
                }
            )
            .With("follow_on", new { referral_id = 4, at = "2025-08-01T00:00:00Z" })
            .WithLines("platform_ask", "ask-1,Test ask,Test letter,2025-07-24,,1,1")
            .With(
                "commitment_event",
                new
                {
                    platform_id = "x",
                    at = "2025-08-01T00:00:00Z",
                    status = "met",
                },
                new
                {
                    platform_id = "telegram",
                    at = "2025-08-01T00:00:00Z",
                    status = "partial",
                }
            )
            .With(
                "platform_selfreport",
                new
                {
                    selfreport_id = "a",
                    platform_id = "whatsapp",
                    period = "2025-H2",
                    country = "PK",
                    metric = "requests",
                    unit = "requests",
                    value = 935,
                    source_url = "https://example.invalid",
                }
            )
            .Import();
    }

    /// <summary>
    /// Answers after 1, 2, 3 … hours, but 60 for the eighth; the tenth and the repeat are open, the twelfth was
    /// withdrawn after 12 hours.
    /// </summary>
    private static void ToX(CsvFolder folder)
    {
        string?[] outcomes =
        [
            "removed_global",
            "removed_global",
            "restricted_geo",
            "removed_global",
            "refused_policy",
            "not_found",
            "removed_global",
            "removed_global",
            "refused_legal",
            null,
            "removed_global",
            null,
        ];
        for (var number = 1; number <= 12; number++)
        {
            var day = FormattableString.Invariant($"2025-07-{number:00}");
            var decided = At(day, number == 8 ? 60 : number);
            var outcome = outcomes[number - 1];
            folder.Referral(
                "x",
                At(day, 0),
                outcome,
                decided,
                number switch
                {
                    1 => 100,
                    5 => 50,
                    _ => null,
                },
                number is >= 7 and <= 11 ? "direction" : "referral"
            );
            if (outcome is "removed_global" or "restricted_geo")
            {
                Actioned(folder, number, decided);
            }
        }
        folder
            .With(
                "referral_event",
                new
                {
                    referral_id = 3,
                    at = "2025-07-03T01:00:00Z",
                    kind = "clarify_open",
                },
                new
                {
                    referral_id = 3,
                    at = "2025-07-03T02:00:00Z",
                    kind = "clarify_close",
                },
                new
                {
                    referral_id = 12,
                    at = "2025-07-12T12:00:00Z",
                    kind = "withdrawn",
                },
                new
                {
                    referral_id = 1,
                    at = "2025-07-01T02:00:00Z",
                    kind = "decision",
                    outcome_code = "removed_global",
                    platform_ground = "terms",
                }
            )
            .With(
                "referral",
                new
                {
                    referral_id = 13,
                    submission_id = 11,
                    subject_id = 1,
                    is_repeat_of = 1,
                    recorded_at = "2025-07-11T00:00:00Z",
                }
            );
    }

    /// <summary>
    /// Found by a classifier 5 hours before, acknowledged after 1 hour, paused for 4 and actioned after 10; each user
    /// appealed, decided after 1, 2, 3 … hours.
    /// </summary>
    private static void ToTelegram(CsvFolder folder)
    {
        for (var number = 0; number < 10; number++)
        {
            var id = 14 + number;
            folder
                .With(
                    "subject",
                    new
                    {
                        subject_id = id,
                        service_id = "telegram",
                        first_seen_at = "2025-07-19T19:00:00Z",
                        first_detected_at = "2025-07-19T19:00:00Z",
                        detection_source = "classifier",
                        detector_version = "v1",
                    }
                )
                .With(
                    "submission",
                    new
                    {
                        submission_id = id,
                        service_id = "telegram",
                        submitted_at = "2025-07-20T00:00:00Z",
                    }
                )
                .With(
                    "referral",
                    new
                    {
                        referral_id = id,
                        submission_id = id,
                        subject_id = id,
                        ground_code = "ground-1",
                        recorded_at = "2025-07-20T00:00:00Z",
                    }
                )
                .With(
                    "referral_event",
                    new { referral_id = id, at = At("2025-07-20", 1) },
                    new
                    {
                        referral_id = id,
                        at = At("2025-07-20", 2),
                        kind = "clarify_open",
                    },
                    new
                    {
                        referral_id = id,
                        at = At("2025-07-20", 6),
                        kind = "clarify_close",
                    },
                    new
                    {
                        referral_id = id,
                        at = At("2025-07-20", 10),
                        kind = "decision",
                        outcome_code = "removed_global",
                    }
                )
                .With(
                    "appeal",
                    new
                    {
                        appeal_id = number + 1,
                        referral_id = id,
                        lodged_at = At("2025-08-01", 0),
                        forum = "pta",
                    }
                )
                .With(
                    "appeal_decision",
                    new
                    {
                        appeal_id = number + 1,
                        decided_at = At("2025-08-01", number + 1),
                        result = number == 0 ? "reversed" : "upheld",
                    }
                );
            Actioned(folder, id, At("2025-07-20", 10));
            if (number < 5)
            {
                folder.With(
                    "assessment",
                    new
                    {
                        subject_id = id,
                        assessed_at = At("2025-07-19", 20),
                        result = number < 4 ? "refer" : "do_not_refer",
                        protected_context = number < 4 ? "none" : "news",
                    }
                );
            }
        }
    }

    /// <summary>
    /// One for the first account, after 2 hours, and a mirror of that one; one for each of Telegram's, after 1, 2, 3 …
    /// hours; one account that went to Facebook.
    /// </summary>
    private static void Mirrors(CsvFolder folder)
    {
        Linked(folder, 101, "x", At("2025-07-01", 3), 1, "mirror_of");
        Linked(folder, 102, "x", At("2025-07-02", 0), 101, "mirror_of");
        Linked(folder, 103, "facebook", At("2025-07-05", 0), 4, "displaced_to");
        for (var number = 0; number < 10; number++)
        {
            Linked(folder, 110 + number, "telegram", At("2025-07-20", 11 + number), 14 + number, "mirror_of");
        }
        folder.With("assessment", new { subject_id = 101, assessed_at = "2025-07-05T00:00:00Z" });
    }

    private static void RequestsForData(CsvFolder folder)
    {
        for (var number = 1; number <= 10; number++)
        {
            folder
                .With(
                    "data_request",
                    new
                    {
                        udr_id = number,
                        sent_at = "2025-08-01T00:00:00Z",
                        accounts_specified = 2,
                    }
                )
                .With(
                    "data_request_response",
                    new
                    {
                        udr_id = number,
                        responded_at = At("2025-08-01", number),
                        outcome = number == 10 ? "refused" : "full",
                    }
                );
        }
        folder
            .With(
                "data_request",
                new
                {
                    udr_id = 11,
                    type = "preservation",
                    sent_at = "2025-07-01T00:00:00Z",
                    preservation_expires_on = "2025-09-29",
                }
            )
            .With("data_request_response", new { udr_id = 11, responded_at = "2025-07-02T00:00:00Z" })
            .With("data_request_subject", new { udr_id = 11, subject_id = 1 });
    }

    private static void Plan(CsvFolder folder) =>
        folder
            .WithLines("nap_target", "target-1,indicator-1,10,2025-01-01,20,2025-12-31,90,60,30")
            .WithLines("nap_reporting_unit", "unit-1,indicator-1,agency-1,2025-04-01")
            .With(
                "nap_value",
                new
                {
                    value_id = 1,
                    value = 5,
                    quarter = "2025-Q2",
                },
                new
                {
                    value_id = 2,
                    value = 15,
                    quarter = "2025-Q3",
                    recorded_at = "2025-10-05T00:00:00Z",
                }
            )
            .WithLines(
                "nap_milestone",
                "m-1,point-1,First,agency-1,2025-08-01",
                "m-2,point-1,Second,agency-1,2025-09-01",
                "m-3,point-1,Third,agency-1,2025-12-01"
            )
            .WithLines("nap_milestone_event", "1,m-1,2025-07-20T00:00:00Z,done,2025-07-20T00:00:00Z");

    private static void Linked(CsvFolder folder, int id, string service, string seenAt, int earlier, string kind) =>
        folder
            .With(
                "subject",
                new
                {
                    subject_id = id,
                    service_id = service,
                    first_seen_at = seenAt,
                    first_detected_at = seenAt,
                }
            )
            .With(
                "subject_link",
                new
                {
                    from_subject_id = id,
                    to_subject_id = earlier,
                    kind,
                    decided_at = seenAt,
                }
            );

    private static void Actioned(CsvFolder folder, int referral, string at) =>
        folder.With(
            "referral_event",
            new
            {
                referral_id = referral,
                at,
                kind = "effect",
            }
        );

    /// <summary>An instant a number of hours into a day.</summary>
    private static string At(string day, int hours) =>
        DateTime
            .ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)
            .AddHours(hours)
            .ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
