namespace ReportEngine.SampleData;

/// <summary>
/// What platforms were asked (published), what they did about it (invented), and what TikTok reports itself.
/// </summary>
public static class CommitmentTables
{
    private static readonly (string Platform, string Ask, string At, string Status)[] Answers =
    [
        ("facebook", "compliance-officer", "2025-03-11", "met"),
        ("facebook", "grievance-officer", "2025-03-11", "met"),
        ("instagram", "compliance-officer", "2025-03-11", "met"),
        ("instagram", "grievance-officer", "2025-03-11", "met"),
        ("tiktok", "compliance-officer", "2025-04-02", "met"),
        ("tiktok", "grievance-officer", "2025-04-02", "met"),
        ("tiktok", "registration", "2025-05-20", "partial"),
        ("whatsapp", "compliance-officer", "2025-06-16", "promised"),
        ("telegram", "contact", "2025-07-28", "promised"),
        ("facebook", "auto-detection", "2025-08-05", "met"),
        ("instagram", "auto-detection", "2025-08-05", "met"),
        ("tiktok", "auto-detection", "2025-08-06", "met"),
        ("telegram", "contact", "2025-08-11", "met"),
        ("tiktok", "local-office", "2025-08-12", "promised"),
        ("facebook", "local-office", "2025-08-20", "promised"),
        ("tiktok", "mirror-prevention", "2025-08-27", "partial"),
        ("facebook", "mirror-prevention", "2025-09-02", "promised"),
        ("x", "contact", "2025-09-09", "promised"),
        ("facebook", "user-data", "2025-09-16", "partial"),
        ("whatsapp", "user-data", "2025-09-16", "promised"),
        ("tiktok", "contact", "2025-09-23", "met"),
        ("facebook", "contact", "2025-10-01", "met"),
        ("tiktok", "user-data", "2025-10-08", "partial"),
        ("x", "auto-detection", "2025-10-15", "partial"),
        ("telegram", "auto-detection", "2025-10-21", "partial"),
        ("facebook", "local-office", "2025-11-04", "withdrawn"),
        ("tiktok", "registration", "2025-11-11", "met"),
        ("tiktok", "local-office", "2025-11-25", "partial"),
        ("x", "contact", "2025-12-03", "partial"),
        ("instagram", "mirror-prevention", "2025-12-10", "promised"),
        ("whatsapp", "mirror-prevention", "2025-12-17", "none"),
        ("facebook", "mirror-prevention", "2025-12-22", "partial"),
    ];

    public static IEnumerable<CsvTable> All() =>
        [
            CsvTable.Of(
                "platform_ask",
                """
                ask_id,text,instrument,asked_on,source_url,verified,sort_order
                local-office,Local office in Pakistan,Briefing of 25 July 2025,2025-07-25,https://dailytimes.com.pk/1342856,1,1
                registration,Registration with PTA,Rules 2021 rule 7(6)(a),2021-10-13,,0,2
                compliance-officer,Compliance officer in Pakistan,Rules 2021 rule 7(6)(b),2021-10-13,,0,3
                grievance-officer,Grievance officer in Pakistan,Rules 2021 rule 7(6)(c),2021-10-13,,0,4
                auto-detection,Automated detection of accounts of proscribed groups,Briefing of 25 July 2025,2025-07-25,https://dailytimes.com.pk/1342856,1,5
                mirror-prevention,Prevention of mirror accounts,Briefing of 25 July 2025,2025-07-25,https://dailytimes.com.pk/1342856,1,6
                user-data,Channel for user data,Briefing of 25 July 2025,2025-07-25,https://dailytimes.com.pk/1342856,1,7
                contact,Contact around the clock,No source seen,2021-10-13,,0,8
                """
            ),
            Commitments(),
            CsvTable.Of("platform_selfreport", SelfReport()),
            CsvTable.Of(
                "series_break",
                """
                break_id,metric_id,starts_on,reason,source_url
                tiktok-added,,2025-07-25,TikTok is included (the day is invented),
                """
            ),
        ];

    private static CsvTable Commitments()
    {
        var table = new CsvTable(
            "commitment_event",
            "commitment_event_id,ask_id,platform_id,at,status,evidence_ref,verified,recorded_at"
        );
        foreach (var (platform, ask, on, status) in Answers)
        {
            var at = DateTime
                .SpecifyKind(DateTime.Parse(on, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc)
                .AddHours(7);
            table.Add(
                table.Count + 1,
                ask,
                platform,
                at,
                status,
                FormattableString.Invariant($"invented: note {table.Count + 1}"),
                status is "met" or "partial" ? 1 : 0,
                at.AddHours(table.Count % 7 == 3 ? 200 : 3)
            );
        }
        return table;
    }

    private static string SelfReport()
    {
        (string Metric, string Unit, string Value)[] rows =
        [
            ("requests", "requests", "935"),
            ("content_received", "items", "9922"),
            ("content_actioned_guidelines", "items", "4473"),
            ("content_actioned_law", "items", "1596"),
            ("content_not_actioned", "items", "3853"),
            ("accounts_received", "accounts", "2632"),
            ("accounts_actioned_guidelines", "accounts", "317"),
            ("accounts_actioned_law", "accounts", "129"),
            ("accounts_not_actioned", "accounts", "2186"),
            ("removal_rate", "share", "0.519"),
        ];
        return "selfreport_id,platform_id,period,country,metric,unit,value,source_url\n"
            + string.Concat(
                rows.Select(row =>
                    "tiktok-2025-h2-"
                    + row.Metric.Replace('_', '-')
                    + ",tiktok,2025-H2,PK,"
                    + row.Metric
                    + ","
                    + row.Unit
                    + ","
                    + row.Value
                    + ",https://www.tiktok.com/transparency/en/government-removals-report\n"
                )
            );
    }
}
