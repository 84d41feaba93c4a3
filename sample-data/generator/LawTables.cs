namespace ReportEngine.SampleData;

/// <summary>Lists, designations, grounds and limits: facts, each with the source it was seen in.</summary>
public static class LawTables
{
    public static IEnumerable<CsvTable> All() =>
        [
            CsvTable.Of(
                "legal_ground",
                """
                ground_code,statute,section,label,valid_from,valid_to
                glorification,PECA 2016,s.37(1),Security and defence: glorification of terrorism,,
                security_defence,PECA 2016,s.37(1),Security and defence of Pakistan: other,,
                incitement,PECA 2016,s.37(1),Incitement to an offence: call to violence,,
                recruitment,PECA 2016,s.37(1),Incitement to an offence: recruitment,,
                financing,PECA 2016,s.37(1),Incitement to an offence: raising funds,,
                sectarian_hate,PECA 2016,s.37(1),Public order: sectarian or hate material,,
                proscribed_organisation,Anti-Terrorism Act 1997,s.11E,Measures against a proscribed organisation,,
                """
            ),
            CsvTable.Of(
                "designation_list",
                """
                list_id,jurisdiction,name
                PK_ATA_1S,PK,"Anti-Terrorism Act 1997, First Schedule"
                UN_1267,UN,UN Security Council 1267/1989/2253 list
                US_FTO,US,Foreign Terrorist Organizations
                US_SDGT,US,Specially Designated Global Terrorists
                UK_TA2000,UK,"Terrorism Act 2000, Schedule 2"
                """
            ),
            CsvTable.Of(
                "designation",
                """
                designation_id,org_id,list_id,ref_no,effective_from,effective_to,source_url,verified_by,verified_on
                ttp-pk,ttp,PK_ATA_1S,,2008-08-25,,https://archive.dnd.com.pk/names-of-61-banned-outfits-in-pakistan-jud-under-observation/102863,ReportEngine founders,2026-11-24
                bla-pk,bla,PK_ATA_1S,,2006-04-07,,https://archive.dnd.com.pk/names-of-61-banned-outfits-in-pakistan-jud-under-observation/102863,ReportEngine founders,2026-11-24
                blf-pk,blf,PK_ATA_1S,,2010-09-08,,https://archive.dnd.com.pk/names-of-61-banned-outfits-in-pakistan-jud-under-observation/102863,ReportEngine founders,2026-11-24
                iskp-pk,iskp,PK_ATA_1S,listed as Daesh/ISIL,2015-07-15,,https://pakistankakhudahafiz.com/61-outfits-banned-in-pakistan-nisar-tells-senate,ReportEngine founders,2026-11-24
                ttp-un,ttp,UN_1267,QDe.132,2011-07-29,,https://main.un.org/securitycouncil/es/sanctions/1267/aq_sanctions_list/summaries/entity/tehrik-e-taliban-pakistan-%28ttp%29,ReportEngine founders,2026-11-24
                iskp-un,iskp,UN_1267,QDe.161,2019-05-14,,https://main.un.org/securitycouncil/en/content/islamic-state-iraq-and-levant-khorasan-isil-k,ReportEngine founders,2026-11-24
                iskp-us-fto,iskp,US_FTO,,2016-01-14,,https://www.state.gov/foreign-terrorist-organizations/,ReportEngine founders,2026-11-24
                bla-us-sdgt,bla,US_SDGT,,2019-07-02,,https://www.samaa.tv/news/2019/07/us-designates-bla-a-specially-designated-terrorist-group/,ReportEngine founders,2026-11-24
                bla-us-fto,bla,US_FTO,,2025-08-11,,https://www.newsmax.com/newsfront/marco-rubio-state-department-terrorism/2025/08/11/id/1222057/,ReportEngine founders,2026-11-24
                bla-uk,bla,UK_TA2000,,2006-07-17,,https://beta.dawn.com/news/201997/,ReportEngine founders,2026-11-24
                ttp-uk,ttp,UK_TA2000,order laid 18 January 2011,2011-01-18,,https://m.rediff.com/amp/news/report/britain-to-ban-pakistani-taliban-after-fresh-terror-threats/20110118.htm,ReportEngine founders,2026-11-24
                ttp-us-fto,ttp,US_FTO,,2010-09-01,,,,
                iskp-uk,iskp,UK_TA2000,as ISIL,2014-06-20,,,,
                """
            ),
            CsvTable.Of(
                "statutory_limit",
                """
                limit_id,basis,hours,instrument,valid_from,valid_to,source_url
                direction-48h,direction,48,"Removal and Blocking of Unlawful Online Content (Procedure, Oversight and Safeguards) Rules, 2021, rule 5(2), first proviso; Gazette of Pakistan, Extraordinary, Part II, 13 October 2021, p. 1758",2021-10-13,,https://moitt.gov.pk/SiteImage/Misc/files/Removal%20Blocking%20of%20Unlawful%20Online%20Content%20Rules%202021.PDF
                emergency-12h,emergency_direction,12,"Removal and Blocking of Unlawful Online Content (Procedure, Oversight and Safeguards) Rules, 2021, rule 5(2), second proviso; Gazette of Pakistan, Extraordinary, Part II, 13 October 2021, p. 1758",2021-10-13,,https://moitt.gov.pk/SiteImage/Misc/files/Removal%20Blocking%20of%20Unlawful%20Online%20Content%20Rules%202021.PDF
                """
            ),
        ];
}
