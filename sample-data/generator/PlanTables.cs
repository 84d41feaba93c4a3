using System.Globalization;

namespace ReportEngine.SampleData;

/// <summary>
/// The National Action Plan of 2014 in paraphrase, and the numbers of the revised plan, whose texts nobody has seen.
/// </summary>
public static class PlanTables
{
    private const string Kinetic = "kinetic";
    private const string NonKinetic = "non-kinetic";

    private static readonly (string Text, string Domain, bool Online)[] Points =
    [
        ("Carry out death sentences in terrorism cases", Kinetic, false),
        ("Special, military-supervised trial courts for two years", Kinetic, false),
        ("No armed militias or gangs", Kinetic, false),
        ("Strengthen NACTA", NonKinetic, false),
        ("Act against hate and extremist literature and press", NonKinetic, true),
        ("Choke terrorist financing", NonKinetic, false),
        ("Stop proscribed groups from re-emerging under new names", NonKinetic, true),
        ("Dedicated counter-terrorism force", Kinetic, false),
        ("Stop religious persecution", NonKinetic, false),
        ("Register and regulate madaris", NonKinetic, false),
        ("Ban the glorification of terrorists in print and electronic media", NonKinetic, true),
        ("FATA reforms and return of displaced persons", NonKinetic, false),
        ("Dismantle terrorists' communication networks", Kinetic, true),
        ("Measures against abuse of the internet and social media for terrorism", NonKinetic, true),
        ("Zero tolerance for militancy", Kinetic, false),
        ("Bring the Karachi operation to its end", Kinetic, false),
        ("Balochistan reconciliation", NonKinetic, false),
        ("Deal firmly with sectarian terrorists", Kinetic, false),
        ("Policy on Afghan refugees", NonKinetic, false),
        ("Reform criminal justice", NonKinetic, false),
    ];

    public static IEnumerable<CsvTable> All() =>
        [
            CsvTable.Of(
                "nap_plan",
                """
                plan_id,name,adopted_on,source_url
                NAP2014,National Action Plan 2014,2014-12-24,https://nacta.gov.pk/nap-2014
                RNAP2021,Revised National Action Plan 2021,,https://tribune.com.pk/story/2319382
                """
            ),
            PointTable(),
            CsvTable.Of(
                "nap_indicator",
                """
                indicator_id,point_id,name,type,unit,unit_description,metric_id,direction,owner_agency_id
                05-hate-cases,NAP2014-05,Cases on hate material sent to trial,output,count,"cases in the quarter, from provincial returns",,up,moi
                07-mirrors,NAP2014-07,Mirror accounts found,impact,count,accounts first seen in the quarter,MIR.01,down,nacta
                07-front-names,NAP2014-07,New names of proscribed groups reported for listing,output,count,"names in the quarter, from provincial returns",,up,nacta
                11-glorification,NAP2014-11,Cases on glorification sent to trial,output,count,"cases in the quarter, from provincial returns",,up,moib
                13-disclosure,NAP2014-13,Data requests answered with all or some data,result,share,share of decided requests,UDR.02,up,moi
                14-referrals,NAP2014-14,Referrals submitted to platforms,output,count,referrals in the quarter,REF.01,up,nccia
                14-action-rate,NAP2014-14,Referrals acted on by platforms,result,share,share of referrals,OUT.02,up,pta
                14-within-48h,NAP2014-14,Referrals acted on within 48 hours,result,share,share of referrals at least 48 hours old,RT.07,up,pta
                14-wrongful,NAP2014-14,Wrongful referrals,result,share,share of referrals,SAF.03,down,nccia
                """
            ),
            CsvTable.Of(
                "nap_target",
                """
                target_id,indicator_id,baseline_value,baseline_on,target_value,target_on,green,amber,red
                05-hate-cases,05-hate-cases,90,2024-12-31,180,2026-06-30,90,60,30
                07-mirrors,07-mirrors,140,2025-06-30,40,2026-06-30,90,60,30
                07-front-names,07-front-names,2,2024-12-31,12,2026-06-30,90,60,30
                11-glorification,11-glorification,40,2024-12-31,100,2026-06-30,90,60,30
                13-disclosure,13-disclosure,0.4,2024-12-31,0.75,2026-06-30,90,60,30
                14-referrals,14-referrals,150,2024-12-31,900,2026-06-30,90,60,30
                14-action-rate,14-action-rate,0.45,2024-12-31,0.8,2026-06-30,90,60,30
                14-within-48h,14-within-48h,0.25,2024-12-31,0.6,2026-06-30,90,60,30
                14-wrongful,14-wrongful,0.02,2024-12-31,0.002,2026-06-30,90,60,30
                """
            ),
        ];

    private static CsvTable PointTable()
    {
        var table = new CsvTable(
            "nap_point",
            "point_id,plan_id,number,short_text,domain,text_status,concerns_online,source_ref"
        );
        for (var number = 1; number <= Points.Length; number++)
        {
            var (text, domain, online) = Points[number - 1];
            table.Add(
                "NAP2014-" + Two(number),
                "NAP2014",
                number,
                text,
                domain,
                "paraphrased",
                online ? 1 : 0,
                number >= 18 ? "thenews.com.pk/print/112842" : "nacta.gov.pk/nap-2014; scribd.com/document/429775201"
            );
        }
        for (var number = 1; number <= 14; number++)
        {
            table.Add("RNAP2021-" + Two(number), "RNAP2021", number, null, null, "unverified", 0, null);
        }
        return table;
    }

    private static string Two(int number) => number.ToString("00", CultureInfo.InvariantCulture);
}
