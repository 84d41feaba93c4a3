namespace ReportEngine.SampleData;

/// <summary>The data set's own row, platforms, codes and agencies.</summary>
public static class ReferenceTables
{
    public static IEnumerable<CsvTable> All() =>
        [
            CsvTable.Of(
                "dataset",
                """
                dataset_id,title,office,contact,baseline_on,extracted_at,invented
                sample,Sample data: invented cases,Demonstration office (invented),press@example.invalid,2025-01-01,2026-01-15T18:59:59Z,1
                """
            ),
            CsvTable.Of(
                "platform",
                """
                platform_id,name,owner,active_from,active_to
                facebook,Facebook,Meta,,
                instagram,Instagram,Meta,,
                telegram,Telegram,Telegram,,
                tiktok,TikTok,ByteDance,,
                whatsapp,WhatsApp,Meta,,
                x,X,X Corp.,,
                """
            ),
            CsvTable.Of(
                "service",
                """
                service_id,platform_id,name
                facebook,facebook,Facebook
                instagram,instagram,Instagram
                telegram,telegram,Telegram
                tiktok,tiktok,TikTok
                whatsapp,whatsapp,WhatsApp
                whatsapp-channels,whatsapp,WhatsApp Channels
                x,x,X
                """
            ),
            CsvTable.Of(
                "subject_type",
                """
                subject_type,label,is_account
                account,Account,1
                page,Page,1
                channel,Channel,1
                group,Group,1
                post,Post,0
                video,Video,0
                story,Story,0
                website,Website,0
                """
            ),
            CsvTable.Of(
                "outcome_code",
                """
                outcome_code,label_en,label_ur,is_final,is_actioned,pta_class,sort_order
                removed_global,Removed everywhere,ہر جگہ سے ہٹا دیا گیا,1,1,blocked,1
                restricted_geo,Restricted in Pakistan,پاکستان میں رسائی محدود کی گئی,1,1,blocked,2
                partial,Partly limited,جزوی طور پر محدود کیا گیا,1,1,blocked,3
                refused_policy,Refused: not against platform rules,مسترد: پلیٹ فارم کے قواعد کی خلاف ورزی نہیں,1,0,rejected,4
                refused_legal,Refused: legal reasons,مسترد: قانونی وجوہات,1,0,rejected,5
                no_action_stated,"No action, no reason given",کوئی کارروائی نہیں، وجہ نہیں بتائی گئی,1,0,accessible,6
                insufficient_info,Not enough information,معلومات ناکافی,1,0,accessible,7
                already_unavailable,Already unavailable,پہلے ہی دستیاب نہیں تھا,1,0,excluded,8
                not_found,Not found,نہیں ملا,1,0,excluded,9
                duplicate,Duplicate,پہلے ہی بھیجا جا چکا,1,0,excluded,10
                withdrawn,Withdrawn by us,ہماری طرف سے واپس لیا گیا,1,0,excluded,11
                pending,Waiting for an answer,جواب کے منتظر,0,0,accessible,12
                """
            ),
            CsvTable.Of(
                "basis_code",
                """
                basis,label,is_binding
                direction,Ordinary direction (binding),1
                emergency_direction,Emergency direction (binding),1
                court_order,Court order (binding),1
                referral,Voluntary request,0
                """
            ),
            CsvTable.Of(
                "detection_source",
                """
                detection_source,label,is_automated
                analyst,Analyst,0
                automated,Automated detection,1
                public_report,Public report,0
                partner_agency,Partner agency,0
                platform,Platform,0
                """
            ),
            CsvTable.Of(
                "agency",
                """
                agency_id,name,role,province,valid_from,valid_to
                nacta,National Counter Terrorism Authority,both,,,
                nccia,National Cyber Crime Investigation Agency,both,,,
                pta,Pakistan Telecommunication Authority,issuing,,,
                moi,Ministry of Interior,both,,,
                moib,Ministry of Information and Broadcasting,reporting,,,
                ctd-punjab,Counter Terrorism Department Punjab,requesting,Punjab,,
                ctd-sindh,Counter Terrorism Department Sindh,requesting,Sindh,,
                ctd-kp,Counter Terrorism Department Khyber Pakhtunkhwa,requesting,Khyber Pakhtunkhwa,,
                ctd-balochistan,Counter Terrorism Department Balochistan,requesting,Balochistan,,
                """
            ),
            CsvTable.Of(
                "organisation",
                """
                org_id,name
                ttp,Tehrik-e Taliban Pakistan (TTP)
                iskp,Islamic State – Khorasan (ISKP)
                bla,Balochistan Liberation Army (BLA)
                blf,Balochistan Liberation Front (BLF)
                """
            ),
            CsvTable.Of(
                "organisation_alias",
                """
                alias_id,org_id,alias,lang,valid_from
                1,ttp,Fitna al Khawarij,en,2024-01-01
                2,ttp,فتنہ الخوارج,ur,2024-01-01
                """
            ),
        ];
}
