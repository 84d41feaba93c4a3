namespace ReportEngine.SampleData;

/// <summary>Subjects, submissions, referrals, events and links as tables.</summary>
public static class CaseTables
{
    private static readonly DateTime SecondDetector = Calendar.Day(2025, 7, 1);

    public static IEnumerable<CsvTable> All(Register register)
    {
        yield return Submissions(register);
        yield return Referrals(register);
        yield return Events(register);
        yield return Links(register);
    }

    public static CsvTable Subjects(IReadOnlyList<Subject> subjects)
    {
        var table = new CsvTable(
            "subject",
            "subject_id,service_id,subject_type,org_id,first_seen_at,first_detected_at,detection_source,"
                + "detector_version,language,country_hint,followers_at_referral,followers_as_of,attribution_confidence,"
                + "recorded_at"
        );
        foreach (var one in subjects)
        {
            var detector =
                one.Source != "automated" ? null
                : one.DetectedAt < SecondDetector ? "2025.1"
                : "2025.2";
            table.Add(
                one.Id,
                one.ServiceId,
                one.Type,
                one.OrganisationId,
                one.FirstSeenAt,
                one.DetectedAt,
                one.Source,
                detector,
                one.Language,
                one.Country,
                one.Followers,
                one.Followers is null ? null : Calendar.DateInKarachi(one.DetectedAt),
                one.Confidence,
                one.RecordedAt
            );
        }
        return table;
    }

    private static CsvTable Submissions(Register register)
    {
        var table = new CsvTable(
            "submission",
            "submission_id,service_id,agency_id,issuing_agency_id,channel,basis,emergency_reason_code,"
                + "submitted_at,external_ref,recorded_at"
        );
        foreach (var one in register.Submissions)
        {
            table.Add(
                one.Id,
                one.ServiceId,
                one.AgencyId,
                one.IssuingAgencyId,
                one.Channel,
                one.Basis,
                one.EmergencyReason,
                one.At,
                one.ExternalReference,
                one.RecordedAt
            );
        }
        return table;
    }

    private static CsvTable Referrals(Register register)
    {
        var table = new CsvTable(
            "referral",
            "referral_id,submission_id,subject_id,ground_code,designation_id,is_repeat_of,nap_point_id,recorded_at"
        );
        foreach (var one in register.Courses.Select(course => course.Referral))
        {
            table.Add(
                one.Id,
                one.Submission.Id,
                one.Subject.Id,
                one.Ground,
                one.DesignationId,
                one.RepeatOf,
                one.NapPointId,
                one.Submission.RecordedAt
            );
        }
        return table;
    }

    private static CsvTable Events(Register register)
    {
        var table = new CsvTable(
            "referral_event",
            "event_id,referral_id,at,kind,outcome_code,platform_ground,territorial_scope,effect_source,"
                + "recorded_at,supersedes_event_id"
        );
        var numbers = new Dictionary<CaseEvent, int>(ReferenceEqualityComparer.Instance);
        foreach (
            var one in register
                .Events.OrderBy(one => one.RecordedAt)
                .ThenBy(one => one.Referral.Id)
                .ThenBy(one => one.At)
        )
        {
            numbers.Add(one, numbers.Count + 1);
            int? superseded = one.Supersedes is null ? null : numbers[one.Supersedes];
            table.Add(
                numbers[one],
                one.Referral.Id,
                one.At,
                one.Kind,
                one.Outcome,
                one.PlatformGround,
                one.Scope,
                one.EffectSource,
                one.RecordedAt,
                superseded
            );
        }
        return table;
    }

    private static CsvTable Links(Register register)
    {
        var table = new CsvTable(
            "subject_link",
            "link_id,from_subject_id,to_subject_id,kind,evidence_code,confidence,decided_at,decided_role,recorded_at"
        );
        foreach (var one in register.Links)
        {
            table.Add(
                table.Count + 1,
                one.From.Id,
                one.To.Id,
                one.Kind,
                one.Evidence,
                one.Confidence,
                one.DecidedAt,
                one.Confidence == "confirmed" ? "senior_analyst" : "analyst",
                one.DecidedAt.AddMinutes(6)
            );
        }
        return table;
    }
}
