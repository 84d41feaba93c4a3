namespace ReportEngine.SampleData;

/// <summary>Returns that provinces owe each quarter, with gaps, and milestones: all invented.</summary>
public static class ReturnTables
{
    private static readonly string[] Quarters = ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"];
    private static readonly DateTime[] Due =
    [
        Calendar.Day(2025, 4, 10),
        Calendar.Day(2025, 7, 10),
        Calendar.Day(2025, 10, 10),
        Calendar.Day(2026, 1, 9),
    ];

    private static readonly (string Indicator, string Agency, int?[] Values)[] Returns =
    [
        ("05-hate-cases", "ctd-punjab", [48, 55, 61, 66]),
        ("05-hate-cases", "ctd-sindh", [21, 24, 26, 31]),
        ("05-hate-cases", "ctd-kp", [26, 28, 34, 37]),
        ("05-hate-cases", "ctd-balochistan", [7, null, 9, 11]),
        ("07-front-names", "ctd-punjab", [1, 2, 2, 3]),
        ("07-front-names", "ctd-sindh", [0, 1, 1, null]),
        ("07-front-names", "ctd-kp", [2, 2, 3, 3]),
        ("07-front-names", "ctd-balochistan", [1, 1, null, null]),
        ("11-glorification", "ctd-punjab", [18, 22, 25, 27]),
        ("11-glorification", "ctd-sindh", [9, 11, 12, 14]),
        ("11-glorification", "ctd-kp", [14, 17, 19, 23]),
        ("11-glorification", "ctd-balochistan", [3, 4, null, 6]),
    ];

    public static IEnumerable<CsvTable> All()
    {
        yield return Units();
        yield return Values();
        yield return CsvTable.Of(
            "nap_milestone",
            """
            milestone_id,point_id,title,owner_agency_id,due_on
            05-focal-persons,NAP2014-05,Focal persons named in all provinces,moi,2025-03-31
            05-print-guidance,NAP2014-05,Guidance to the press issued,moib,2025-12-31
            07-alias-register,NAP2014-07,Register of names in use by proscribed groups,nacta,2025-09-30
            07-mirror-protocol,NAP2014-07,Protocol on mirror accounts agreed with platforms,pta,2025-12-15
            11-media-code,NAP2014-11,Code for media on coverage of attacks,moib,2025-10-31
            13-24-7-contact,NAP2014-13,Contact at every platform around the clock,pta,2025-11-30
            13-mla-desk,NAP2014-13,Desk for mutual legal assistance,moi,2025-06-30
            14-portal,NAP2014-14,One portal for referrals of all agencies,pta,2025-08-31
            14-audit,NAP2014-14,Yearly audit of referrals published,nacta,2026-03-31
            14-joint-cell,NAP2014-14,Joint cell of agencies,nccia,2025-07-31
            """
        );
        yield return CsvTable.Of(
            "nap_milestone_event",
            """
            milestone_event_id,milestone_id,at,status,recorded_at
            1,05-focal-persons,2025-01-20T06:00:00Z,started,2025-01-20T07:10:00Z
            2,05-focal-persons,2025-03-24T06:30:00Z,done,2025-03-24T08:00:00Z
            3,13-mla-desk,2025-03-03T05:00:00Z,started,2025-03-03T06:15:00Z
            4,14-portal,2025-04-14T05:30:00Z,started,2025-04-14T06:00:00Z
            5,14-joint-cell,2025-04-21T05:00:00Z,started,2025-04-22T04:40:00Z
            6,07-alias-register,2025-06-02T05:00:00Z,started,2025-06-02T09:20:00Z
            7,14-joint-cell,2025-07-21T06:00:00Z,cancelled,2025-07-28T05:00:00Z
            8,13-mla-desk,2025-08-18T06:00:00Z,done,2025-08-20T05:45:00Z
            9,07-alias-register,2025-09-22T07:00:00Z,done,2025-09-22T10:05:00Z
            10,14-portal,2025-10-13T06:00:00Z,done,2025-10-14T05:20:00Z
            11,11-media-code,2025-08-25T05:10:00Z,started,2025-08-25T09:00:00Z
            12,13-24-7-contact,2025-08-04T06:00:00Z,started,2025-08-04T07:30:00Z
            13,07-mirror-protocol,2025-08-19T06:00:00Z,started,2025-08-19T08:00:00Z
            14,05-print-guidance,2025-12-16T06:00:00Z,done,2026-01-07T06:30:00Z
            15,14-audit,2025-12-01T05:00:00Z,started,2025-12-01T06:00:00Z
            """
        );
    }

    private static CsvTable Units()
    {
        var table = new CsvTable("nap_reporting_unit", "unit_id,indicator_id,agency_id,due_from");
        foreach (var (indicator, agency, _) in Returns)
        {
            table.Add(indicator + "." + agency, indicator, agency, new DateOnly(2025, 1, 1));
        }
        return table;
    }

    /// <summary>Punjab corrects its third-quarter figure on hate cases in November.</summary>
    private static CsvTable Values()
    {
        var table = new CsvTable(
            "nap_value",
            "value_id,indicator_id,agency_id,quarter,value,recorded_at,supersedes_value_id"
        );
        int? corrected = null;
        for (var quarter = 0; quarter < Quarters.Length; quarter++)
        {
            if (quarter == 3)
            {
                table.Add(
                    table.Count + 1,
                    "05-hate-cases",
                    "ctd-punjab",
                    "2025-Q3",
                    58,
                    Calendar.Day(2025, 11, 12).AddHours(7),
                    corrected
                );
            }
            for (var index = 0; index < Returns.Length; index++)
            {
                var (indicator, agency, values) = Returns[index];
                if (values[quarter] is { } value)
                {
                    table.Add(
                        table.Count + 1,
                        indicator,
                        agency,
                        Quarters[quarter],
                        value,
                        Due[quarter].AddHours(5 + (index * 9)),
                        null
                    );
                    corrected = quarter == 2 && index == 0 ? table.Count : corrected;
                }
            }
        }
        return table;
    }
}
