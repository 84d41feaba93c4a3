using ReportEngine.Tests.Cases;

namespace ReportEngine.Tests.Generated;

/// <summary>Writes every table of the register of a plan; the import accepts all of them.</summary>
internal static class GeneratedRegister
{
    private static readonly string[] OddNames =
    [
        "=1+1 \"Quoted\", and a comma",
        "<b>Bold</b> & {{ figure }} {% raw %}",
        "\u202Eright to left override",
        "Tehrik عربی mixed",
        "Élan, ŝparo; naïve – 12.5 %",
        "A name so long that it fills a line of any table and goes on beyond it, and then some more words",
        "-5",
        "小红书 Xiaohongshu ライン 카카오",
        "বাংলা নেটওয়ার্ক 📱 שלום",
        "کوردی ڕێکخراوی",
        string.Concat(Enumerable.Repeat("Supercalifragilistic", 10)),
        string.Concat(Enumerable.Repeat("and the services of ", 10)) + "it",
    ];

    /// <summary>The folder of CSV files, not written yet.</summary>
    public static CsvFolder Of(RegisterPlan plan)
    {
        var folder = new CsvFolder();
        Reference(folder, plan);
        var cases = new CaseWriter(folder, plan);
        for (var number = 0; number < plan.Referrals; number++)
        {
            cases.Referral();
        }
        if (plan.Referrals > 0)
        {
            cases.WhatHangsOnReferrals();
        }
        Plan(folder, plan);
        return folder;
    }

    public static string PlatformOf(int number) => FormattableString.Invariant($"platform-{number}");

    private static void Reference(CsvFolder folder, RegisterPlan plan)
    {
        folder.WithNone("platform").WithNone("service").WithNone("organisation").WithNone("agency");
        for (var number = 0; number < plan.Platforms; number++)
        {
            var (id, name) = (PlatformOf(number), Name(plan, number, "Platform"));
            folder.With(
                "platform",
                new
                {
                    platform_id = id,
                    name,
                    owner = "Owner of it",
                }
            );
            folder.With(
                "service",
                new
                {
                    service_id = id,
                    platform_id = id,
                    name,
                }
            );
        }
        for (var number = 1; number <= 3; number++)
        {
            var id = FormattableString.Invariant($"{number}");
            folder.With("organisation", new { org_id = "org-" + id, name = Name(plan, number + 2, "Organisation") });
            folder.With(
                "agency",
                new
                {
                    agency_id = "agency-" + id,
                    name = Name(plan, number + 4, "Agency"),
                    role = "both",
                }
            );
        }
        folder
            .WithLines("legal_ground", "ground-2,Test Act,2,Second ground,,")
            .WithLines(
                "designation",
                "1,org-1,pk,,2020-01-01,,,test,2025-07-02",
                "2,org-1,us,,2025-08-15,2025-11-10,,test,2025-07-15",
                "3,org-2,pk,,2025-09-01,,,,",
                "4,org-2,uk,,2020-01-01,2025-09-01,,test,2025-07-02"
            )
            .WithLines(
                "statutory_limit",
                "limit-1,direction,48,Test Rules,2021-01-01,,",
                "limit-2,emergency_direction,12,Test Rules,2021-01-01,,"
            )
            .WithLines(
                "platform_ask",
                "ask-1,First ask,Letter,2025-07-24,,1,1",
                "ask-2,Second ask,Letter,2025-07-24,,1,2"
            )
            .WithLines("series_break", "break-1,OUT.02,2025-08-10,Counted otherwise from here on,")
            .With(
                "organisation_alias",
                new
                {
                    org_id = "org-1",
                    alias = "Alias",
                    lang = "en",
                }
            );
    }

    /// <summary>
    /// An indicator of returns, two of the register, with targets, units, milestones and what was asked.
    /// </summary>
    private static void Plan(CsvFolder folder, RegisterPlan plan)
    {
        folder
            .WithLines("nap_point", "point-2,plan-1,2,Second point,,paraphrased,1,")
            .WithLines(
                "nap_indicator",
                "indicator-2,point-1,Acted on,result,share,Of referrals,OUT.02,up,agency-1",
                "indicator-3,point-2,Mirrors,impact,count,Accounts,MIR.01,down,agency-2"
            )
            .WithLines(
                "nap_target",
                "target-1,indicator-1,10,2025-01-01,20.5,2025-12-31,90,60,30",
                "target-2,indicator-2,0.2,2025-01-01,0.8,2025-12-31,90,60,30",
                "target-3,indicator-3,50,2025-01-01,50,2025-12-31,90,60,30"
            )
            .WithLines(
                "nap_reporting_unit",
                "unit-1,indicator-1,agency-1,2025-01-01",
                "unit-2,indicator-1,agency-2,2025-06-01"
            )
            .WithLines(
                "nap_milestone",
                "m-1,point-1,First,agency-1,2025-08-01",
                "m-2,point-2,Second,agency-2,2025-12-01"
            )
            .WithLines("nap_milestone_event", "1,m-1,2025-07-20T00:00:00Z,done,2025-07-20T00:00:00Z");
        string[] quarters = ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"];
        foreach (var (quarter, place) in quarters.Select((quarter, place) => (quarter, place)))
        {
            folder.With(
                "nap_value",
                new
                {
                    value = 0.1 * (place + 1),
                    quarter,
                    recorded_at = "2026-01-05T00:00:00Z",
                }
            );
            if (plan.Mess < 30)
            {
                folder.With(
                    "nap_value",
                    new
                    {
                        agency_id = "agency-2",
                        value = 0.2,
                        quarter,
                        recorded_at = "2026-01-05T00:00:00Z",
                    }
                );
            }
        }
        folder
            .With(
                "commitment_event",
                new
                {
                    platform_id = PlatformOf(0),
                    at = "2025-08-01T00:00:00Z",
                    status = "met",
                }
            )
            .With(
                "platform_selfreport",
                new
                {
                    selfreport_id = "a",
                    platform_id = PlatformOf(0),
                    period = "2025-H2",
                    country = "PK",
                    metric = "requests",
                    unit = "requests",
                    value = 935,
                    source_url = "https://example.invalid",
                }
            );
    }

    private static string Name(RegisterPlan plan, int number, string plain) =>
        plan.HasOddNames && number < OddNames.Length
            ? OddNames[number]
            : FormattableString.Invariant($"{plain} {number}");
}
